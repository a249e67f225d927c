"""What the documents say of one woman's facts: causes, bodies side by side, the limits that decide."""
