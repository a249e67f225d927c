"""The treatment agreement: its terms, its states, its money. Nothing that decides about care reads this room."""
