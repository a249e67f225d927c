"""The registry: which pregnancies are counted, how they are counted, and how the counts are drawn."""
