"""Rows of a file beside the table they go to."""
