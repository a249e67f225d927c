"""The SQL of the migrations: what the database itself refuses and counts.

Frozen: a migration that has run somewhere is never edited, so a change is a new module here and a new migration.
"""
