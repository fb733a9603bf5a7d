"""Moments as text: always UTC, always the same width, so that text sorts as time does."""

from datetime import UTC, datetime

_WIDTH = len("2026-03-01T09:30:00.000000Z")


def to_text(moment: datetime) -> str:
    """``2026-03-01T09:30:00.000000Z``; ValueError for a moment without a time zone."""
    if moment.utcoffset() is None:
        raise ValueError("A moment needs a time zone: 09:30 alone is two moments in October.")
    # Not strftime: it drops the leading zeros of years before 1000.
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def from_text(text: str) -> datetime:
    """The aware moment, in UTC; ValueError for text of another format."""
    # Not strptime: it takes ten times as long, and a long case has a thousand moments.
    if len(text) != _WIDTH or not text.endswith("Z"):
        raise ValueError(f"{text!r} is not a moment as the store writes it.")
    return datetime.fromisoformat(text[:-1]).replace(tzinfo=UTC)
