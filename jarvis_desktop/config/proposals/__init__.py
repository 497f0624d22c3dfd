"""Values that wait for a second person."""
