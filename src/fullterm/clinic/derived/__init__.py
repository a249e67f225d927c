"""What is computed from events: the rows of Today, counters, search, the night's run, what the database refuses."""
