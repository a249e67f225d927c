"""Documents of the Nordic countries."""
