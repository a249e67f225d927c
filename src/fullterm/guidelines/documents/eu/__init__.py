"""Documents of Europe."""
