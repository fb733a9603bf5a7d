"""The young person's plan: what is to be done, by whom and when, and what they think of it."""
