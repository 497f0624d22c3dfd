"""Configuration: which value, rule, template or layer is in force and why, and how such rows are written."""
