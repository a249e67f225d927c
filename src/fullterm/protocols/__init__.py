"""A hospital's own choices: data, no code."""
