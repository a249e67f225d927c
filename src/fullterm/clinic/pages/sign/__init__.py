"""Decide and sign, and each version as it was signed."""
