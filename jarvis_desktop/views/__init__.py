"""What people keep of a list: saved filters."""
