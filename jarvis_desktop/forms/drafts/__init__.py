"""What is typed into a form and not saved yet."""
