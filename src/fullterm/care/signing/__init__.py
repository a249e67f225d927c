"""What a doctor signed: frozen as it was shown, and what has changed since."""
