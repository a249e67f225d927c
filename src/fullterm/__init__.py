"""fullterm: from the story of a late loss to a full-term baby."""
