"""The fifty points: what was answered, by whom and when, and what a second human made of it."""
