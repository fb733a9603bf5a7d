"""Web pages: read a form, ask the rules, store, show a template."""
