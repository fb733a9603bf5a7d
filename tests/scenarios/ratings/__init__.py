"""Children on paper, and what the thresholds suggest for each: see README.md beside this."""
