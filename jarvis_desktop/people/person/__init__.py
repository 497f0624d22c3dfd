"""One person: their rows, made once, read as they are, and the settings changed by themselves."""
