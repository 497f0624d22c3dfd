"""Rows of any table as files for other programs."""
