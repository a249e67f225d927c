"""One woman's record decided day by day."""
