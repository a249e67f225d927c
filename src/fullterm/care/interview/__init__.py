"""The history taken by asking only what still matters."""
