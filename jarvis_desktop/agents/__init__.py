"""The six layers and their agents."""
