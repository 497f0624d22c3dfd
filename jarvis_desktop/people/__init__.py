"""Users and personas, and the permissions a persona grants."""
