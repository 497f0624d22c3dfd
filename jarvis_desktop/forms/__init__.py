"""Forms as data: field types, definitions, validation, and storing what a form holds."""
