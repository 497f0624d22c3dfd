"""Composition root of the window: collects the rooms' components, starts the program."""
