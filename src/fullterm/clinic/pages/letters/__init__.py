"""Passport and letters: chosen, previewed, printed as PDF."""
