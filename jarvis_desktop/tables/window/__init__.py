"""Any part of a long list at once: blocks of rows in either direction, a ruler of where they stand, places of rows."""
