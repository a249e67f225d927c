"""Her own page, and the private links that open it."""
