"""Who recommends what, with the page it rests on."""
