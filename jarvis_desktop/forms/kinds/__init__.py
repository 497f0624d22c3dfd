"""The kinds of field: one module for each family of values."""
