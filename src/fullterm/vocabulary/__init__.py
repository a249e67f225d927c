"""What may be known of a woman, and what may be done: each fact once."""
