"""Who may work here."""
