"""What happens in a woman's care, entered, corrected and withdrawn; and who she is."""
