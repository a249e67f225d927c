"""Documents of Australia."""
