"""The command palette: everything the window can do and show, by a few letters."""
