"""What is put into a plan."""
