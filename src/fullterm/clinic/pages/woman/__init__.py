"""A woman's pages: finding her, her one page, why, and everything recorded."""
