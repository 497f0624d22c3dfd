"""Main window, tab host, status bar; knows no room."""
