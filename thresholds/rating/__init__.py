"""What the thresholds suggest at least for a contact. People rate, and their judgement wins."""
