"""Which values a column holds, and how often: groups of a list, and what a filter may choose from."""
