"""What is given, and what is said of how somebody was treated."""
