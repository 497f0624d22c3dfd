"""Rows from files of other programs into any table."""
