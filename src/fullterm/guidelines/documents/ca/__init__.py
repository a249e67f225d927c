"""Documents of Canada."""
