"""Pure ground floor: errors, registries, changes, the clock, scope and effective dates."""
