"""Writing rows of any table, remembered so that it can be undone."""
