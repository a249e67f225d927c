"""Documents of France."""
