"""Pages that are written from the code. Run by `make docs`."""
