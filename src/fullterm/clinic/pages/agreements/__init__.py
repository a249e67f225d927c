"""The treatment agreements, their money, and the reserve."""
