"""Documents of Russia."""
