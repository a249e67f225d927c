"""The clinic: the only room that knows Django. Writes go through `actions`, and through nothing else."""
