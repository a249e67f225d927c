"""Today: the nurse's morning, and one line of it followed up."""
