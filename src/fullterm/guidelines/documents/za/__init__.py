"""Documents of South Africa."""
