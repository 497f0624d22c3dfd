"""Shared by every screen: work in threads, changes, commands and keys, looks, words and notices."""
