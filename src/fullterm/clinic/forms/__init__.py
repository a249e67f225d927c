"""What is typed on a page: its fields, read with the words the vocabulary understands, everything typed kept."""
