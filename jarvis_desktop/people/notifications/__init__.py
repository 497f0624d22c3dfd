"""What the window told a person: kept, listed, read, cleared; and when it keeps quiet."""
