"""Documents of China."""
