"""One woman, one day: pure functions from a record to a plan."""
