"""What is asked at MASH."""
