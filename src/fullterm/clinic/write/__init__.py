"""Every write: one action, one actor, one reason, one transaction, one event. Nothing else changes a record."""
