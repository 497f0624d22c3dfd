"""Everybody of a database at once, and which of them an account is."""
