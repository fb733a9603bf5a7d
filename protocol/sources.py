"""Where a rule comes from, cited the same way everywhere."""

from datetime import date

from rules.rule import Source

PROTOCOL = "Joint protocol V4 (January 2019)"
PROTOCOL_APPROVED = date(2019, 2, 1)  # "February 2019"; the day is assumed

CHECKED = date(2026, 11, 22)
"""When what the law says was last held against the texts, where it was."""

LOOK_AGAIN_BY = date(2027, 5, 31)
"""When the law beside the protocol is held against the texts anew, unless a rule says sooner."""


def protocol_v4(section: str, first: int, last: int | None = None) -> Source:
    """One paragraph, or all from the first to the last."""
    where = f"paragraph {first}" if last is None else f"paragraphs {first} to {last}"
    return Source("protocol", PROTOCOL, f"section {section}, {where}")


def our_reading(id: str) -> Source:
    return Source("reading", "Our reading, to be confirmed by the council", id)


def our_rule(about: str) -> Source:
    """A rule that no document asks for."""
    return Source("reading", "Our rule, to be confirmed by the council", about)


def statute(
    document: str, place: str, checked_on: date | None = None, review_by: date = LOOK_AGAIN_BY
) -> Source:
    return Source("statute", document, place, checked_on, review_by)


def guidance(
    document: str, place: str, checked_on: date | None = None, review_by: date = LOOK_AGAIN_BY
) -> Source:
    return Source("guidance", document, place, checked_on, review_by)
