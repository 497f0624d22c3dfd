"""Which personas a person may take, and the law that somebody always can administer."""
