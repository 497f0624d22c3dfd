"""What is typed into forms and not saved yet."""
