"""What the entries about a plan are called, and how they are read out."""

from views.kind import Kind

KINDS: dict[str, Kind] = {}
