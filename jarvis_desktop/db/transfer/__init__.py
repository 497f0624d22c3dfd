"""JSON folders in and out of the 42 tables: import, export, and the starter data."""
