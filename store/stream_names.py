"""The names of streams and of kinds of entry."""

import re
from datetime import date

COUNCIL = "council"

_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_STREAM = re.compile(
    rf"council|(?:case|person|contact):{_UUID}|account:{_UUID}:(?P<day>\d{{4}}-\d\d-\d\d)",
    re.ASCII,
)
_KIND = re.compile("[a-z_]+")


def case(case_id: str) -> str:
    """``case:<id>``."""
    return f"case:{case_id}"


def person(person_id: str) -> str:
    """``person:<id>``."""
    return f"person:{person_id}"


def contact(contact_id: str) -> str:
    """``contact:<id>``."""
    return f"contact:{contact_id}"


def account(account_id: str, day: date) -> str:
    """``account:<id>:<YYYY-MM-DD>``: what one account read on one day."""
    return f"account:{account_id}:{day:%Y-%m-%d}"


def family(stream: str) -> str:
    """``case`` of ``case:<id>``."""
    return stream.partition(":")[0]


def subject(stream: str) -> str:
    """The id in ``case:<id>``; nothing for the council's."""
    return stream.partition(":")[2]


def check_stream(stream: str) -> None:
    """ValueError unless it is the name of a stream."""
    found = _STREAM.fullmatch(stream)
    if found is None:
        raise ValueError(f"{stream!r} is not the name of a stream.")
    if day := found["day"]:
        date.fromisoformat(day)


def check_kind(kind: str) -> None:
    """ValueError unless it is lower case letters and underscores."""
    if not _KIND.fullmatch(kind):
        raise ValueError(f"{kind!r} is not a kind of entry.")
