"""The words of the program: collected from its code, kept in the files of its languages."""
