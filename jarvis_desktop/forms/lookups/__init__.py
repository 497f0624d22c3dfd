"""Choices that are rows of a table: which a field offers, found by what is typed, and whether a value is among them."""
