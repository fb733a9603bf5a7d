"""Days on which nobody is recorded as having seen them, in words."""

from collections.abc import Sequence
from datetime import datetime

from store.support.days import Day, days_in, to_answer
from views.presenting import Entries
from views.words import count, on_date

AT_ONCE = 3
"""How many of them stand one by one on the page of somebody's support."""


def on_case(entries: Entries, now: datetime) -> str:
    """The latest that somebody has to answer for, and how many before it. Nothing where none is."""
    days = to_answer(days_in(entries, now))
    if not days:
        return ""
    latest = f"Nobody has recorded seeing them {on_date(days[-1].day, now)}."
    return f"{latest} {to_answer_too(days[:-1])}".strip()


def to_answer_too(earlier: Sequence[Day]) -> str:
    """“1 earlier day is still to answer for.” Nothing where none is."""
    if not earlier:
        return ""
    are = "is" if len(earlier) == 1 else "are"
    return f"{count(len(earlier), 'earlier day')} {are} still to answer for."
