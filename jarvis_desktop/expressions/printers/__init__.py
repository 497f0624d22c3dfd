"""Writes a tree in each language that can say it, and in plain words."""
