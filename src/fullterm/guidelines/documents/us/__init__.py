"""Documents of the United States."""
