"""Commands for `fullterm manage`."""
