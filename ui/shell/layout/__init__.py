"""How the window is arranged: tabs in windows of their own, layouts under a name."""
