"""One woman's record as frozen values: reading it, what contradicts itself in it, and the facts of a day."""
