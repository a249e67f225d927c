"""The plan of one woman on one day: its steps, their windows, the first line, and who is called today."""
