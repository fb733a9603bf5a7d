"""The rules about ratings as tables, as the rule book has those of the protocol."""
