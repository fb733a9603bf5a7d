"""How fast the rules are, beside the same rules in another engine. Run with python -m bench."""
