"""What leads into the program, and what tells how it stands with it: the tour and the diagnosis."""
