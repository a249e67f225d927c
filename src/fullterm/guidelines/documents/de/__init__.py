"""Documents of Germany, Austria and Switzerland."""
