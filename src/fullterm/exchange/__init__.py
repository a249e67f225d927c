"""Other systems: the same rules and records in their languages."""
