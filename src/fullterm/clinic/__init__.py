"""The clinic: the only room that knows Django. Records change through `clinic.write`, and through nothing else."""
