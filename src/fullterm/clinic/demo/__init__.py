"""The demonstration ward: invented women, and what its people did."""
