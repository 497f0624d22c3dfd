"""Reading what people and programs write for a value; each module one kind, all pure."""
