"""What the window tells: gathered, told in passing, kept, and listed."""
