"""The registry: which pregnancies are counted, how, and how the counts are drawn."""
