"""Shared by every screen: the task runner, the change bus, theme, icons and error display."""
