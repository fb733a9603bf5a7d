"""Which information on rights was given, and what young people say of how they were treated."""
