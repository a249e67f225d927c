"""Documents of the whole world."""
