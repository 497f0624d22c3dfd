"""A field that holds rows of sub-fields: a table to type into, and the form of one row."""
