"""Pages of the young person's plan."""
