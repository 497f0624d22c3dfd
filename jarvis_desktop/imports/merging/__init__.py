"""Staged rows into their table: compared with it, judged and stored, by statements over all of them."""
