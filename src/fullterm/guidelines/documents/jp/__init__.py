"""Documents of Japan."""
