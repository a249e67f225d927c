"""What became of pregnancies, one line each, before any counting."""
