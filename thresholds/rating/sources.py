"""Where the rules about ratings come from."""

from rules.rule import Source

PROTOCOL = "Joint protocol V4 (January 2019)"


def default(about: str) -> Source:
    """A rule of ours, until the council confirms it."""
    return Source("reading", "Default, not yet confirmed by Barnet", about)


def protocol_v4(section: str, paragraph: int) -> Source:
    return Source("protocol", PROTOCOL, f"section {section}, paragraph {paragraph}")
