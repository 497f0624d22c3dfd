"""Files that fields hold: stored once by the hash of their content, of the kinds and sizes that a field allows."""
