"""What the entries about rights and feedback are called, and how they are read out."""

from views.kind import Kind

KINDS: dict[str, Kind] = {}
