"""Whole states of the configuration: kept, restored, carried and compared."""
