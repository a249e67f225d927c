"""The same rules, asked of many women at once."""
