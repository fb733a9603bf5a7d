"""Where a rule comes from, cited the same way everywhere."""

from datetime import date

from rules.rule import Source

PROTOCOL = "Joint protocol V4 (January 2019)"
PROTOCOL_APPROVED = date(2019, 2, 1)  # "February 2019"; the day is assumed


def protocol_v4(section: str, *paragraphs: int) -> Source:
    listed = " and ".join(str(paragraph) for paragraph in paragraphs)
    noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return Source("protocol", PROTOCOL, f"section {section}, {noun} {listed}")


def our_reading(id: str) -> Source:
    return Source("reading", "Our reading, to be confirmed by the council", id)


def statute(document: str, place: str, checked_on: date | None = None) -> Source:
    return Source("statute", document, place, checked_on)


def guidance(document: str, place: str, checked_on: date | None = None) -> Source:
    return Source("guidance", document, place, checked_on)
