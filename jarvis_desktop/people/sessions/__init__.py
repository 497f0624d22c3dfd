"""Who is signed in on a shared database: the sessions of this program and of others on it."""
