"""What can be done with the rows of a record table, one module each."""
