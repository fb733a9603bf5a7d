"""The questions each journey asks, and their order."""
