"""Commands of `flask --app app`: asking the rules, and looking after the database."""
