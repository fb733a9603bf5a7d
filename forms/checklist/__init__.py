"""Questions of the fifty points, and of whoever looks at the answers."""
