"""The package, the visits, and how often they are."""
