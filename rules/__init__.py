"""The language rules are written in, and the engine that runs them. Knows no protocol."""
