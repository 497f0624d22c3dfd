"""Values set, taken away, rolled back and approved."""
