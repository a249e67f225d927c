"""Passport and letters: what is printed of a woman's record for those who treat her elsewhere, and for her consent."""
