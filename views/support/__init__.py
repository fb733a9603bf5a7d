"""Pages about the support of one young person: the package, the visits, how often they are."""
