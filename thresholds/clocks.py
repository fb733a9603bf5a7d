"""By when a contact is decided: the shortest of the limits that it runs under.

Hours are hours that really pass, day and night, also in the night in which the clocks change.
A working day is over at its end, and the day something is received is day 0.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import thresholds
from rules.calendar import BankHolidays, Clockwork, Deadline, OfficeHours, london
from rules.calendar import due as runs_out
from thresholds.bands import BAND_IDS, Authority, Limit, standing
from thresholds.bands import authority as council

UNRATED = "red"
"""Until somebody has rated it, a contact runs on Red's clock."""


@dataclass(frozen=True)
class Due:
    """``governs`` is what is due first: a band, ``unrated``, ``referral`` or ``same_day``.
    ``confirmed`` says whether the council has confirmed that limit."""

    at: datetime
    words: str
    source: str
    confirmed: bool
    governs: str


def due(
    band: str | None,
    received: datetime,
    *,
    treated_as_referral: bool = False,
    same_day: datetime | None = None,
    authority: str | None = None,
    confirmed: Collection[str] = (),
) -> Due:
    """When a contact has to be decided, in London time, and under which limit.

    No band is not rated yet. ``same_day`` is the moment by which rule 4-a wants a contact that
    carries rule 3-l allocated: it holds over any band. ``confirmed`` are the hashes of values that
    people confirmed (``thresholds.values``). Raises ValueError for a band there is
    none of, ``rules.calendar.BeyondHorizon`` beyond the known bank holidays, and
    ``rules.numbers.NothingInForce`` before the first limit.
    """
    if band is not None and band not in BAND_IDS:
        raise ValueError(f"there is no band {band!r}")
    values = council(authority)
    found = [
        _under(values, band or UNRATED, "unrated" if band is None else band, received, confirmed)
    ]
    if treated_as_referral:
        found.append(_under(values, "referral", "referral", received, confirmed))
    if same_day is not None:
        found.append(Due(london(same_day), SAME_DAY, SAME_DAY_SOURCE, False, "same_day"))
    return min(found, key=lambda each: each.at)


SAME_DAY = "The same day: they may be homeless at 16 or 17"
SAME_DAY_SOURCE = "Joint protocol V4 (January 2019), section 4, paragraph 1; our reading A41"


def measure_24h(received: datetime, authority: str | None = None) -> datetime:
    """When the published measure, decision within 24 hours, stops counting a contact as in time.
    Counted, never a limit of its own."""
    return _ends(council(authority).limit("measure", london(received).date()), received)


def _under(
    values: Authority, name: str, governs: str, received: datetime, confirmed: Collection[str]
) -> Due:
    limit = values.limit(name, london(received).date())
    sure, source = standing(values, name, limit, confirmed)
    return Due(
        _ends(limit, received),
        WORDS.get(governs, "{limit}").format(limit=limit.words),
        source,
        sure,
        governs,
    )


WORDS = {
    "unrated": "{limit}. Not rated yet, so as for Red",
    "referral": "{limit}, as for any contact treated as a referral",
    "red": "{limit}, as for Red",
    "amber": "{limit}, as for Amber",
    "green": "{limit}, as for Green",
    "blue": "{limit}, as for Blue",
}


def _ends(limit: Limit, received: datetime) -> datetime:
    clockwork = Clockwork(_holidays(), _no_hours, limit.value)
    ends = runs_out(Deadline("limit", limit.unit, limit.words), received, clockwork)
    assert ends is not None  # only a limit without a unit has no end
    return ends


@cache
def _holidays() -> BankHolidays:
    return thresholds.bank_holidays()


def _no_hours() -> OfficeHours:
    raise AssertionError("these limits do not ask for opening hours")
