"""Documents of the United Kingdom."""
