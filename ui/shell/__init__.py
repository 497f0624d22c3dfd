"""The main window: its parts, its commands, and what it keeps; knows no room."""
