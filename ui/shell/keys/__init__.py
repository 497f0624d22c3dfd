"""The list of keys: what each does, and how to give it others."""
