"""Pages of the fifty points: talking, looking again, and what a second human makes of it."""
