"""The seven dimensions and the fifty points, as data, and what each answer means."""
