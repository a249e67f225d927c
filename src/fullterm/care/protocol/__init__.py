"""A hospital's own protocol: its file read and checked, and the safety net under every protocol."""
