"""By when a child in a contact has to be decided, and how it went once it was.

The shortest limit governs: that of the band, of a referral, and of rule 4-a over any band.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from rules.calendar import BeyondHorizon, london
from rules.numbers import NothingInForce
from store.hand_over import WAYS
from store.mash.standing import Standing
from thresholds.clocks import Due, due, measure_24h
from views.mash.confirmed import hashes_confirmed
from views.words import length_of, since

AS_REFERRAL = ("referral", "under_16")
"""Contacts from first contact that ask for an assessment."""

SAME_DAY = ("referral",)
"""Those that carry rule 3-l, so that 4-a wants them allocated the same day (reading A41)."""

FROM_FIRST_CONTACT = frozenset(way.kind for way in WAYS)

HANDED_OVER = "Joint protocol V4 (January 2019), as sent with the hand-over"

NOT_COUNTED = "The time limit cannot be counted: look at this child now"
WHY_NOT_COUNTED = "Our time limits or bank holidays do not reach to the day it was received"


class Arrived(Protocol):
    """What is needed of a contact."""

    @property
    def kind(self) -> str | None: ...
    @property
    def received_at(self) -> datetime: ...
    @property
    def due_at(self) -> datetime | None: ...


@dataclass(frozen=True)
class Clock:
    """``due`` is the limit that governs. ``decided_at`` is when the decision began to hold."""

    due: Due
    received_at: datetime
    now: datetime
    decided_at: datetime | None = None

    @property
    def ends(self) -> datetime:
        return self.decided_at or self.now

    @property
    def late(self) -> bool:
        """Decided after it was due, or not decided while nothing is left."""
        if self.decided_at:
            return self.decided_at > self.due.at
        return self.now >= self.due.at

    @property
    def took(self) -> str:
        return length_of(since(self.received_at, self.ends))

    @property
    def within_24_hours(self) -> bool | None:
        """The published measure: hours that really pass, weekends too. None before it began."""
        try:
            return self.ends <= measure_24h(self.received_at)
        except NothingInForce:
            return None


def clock_of(contact: Arrived, standing: Standing, now: datetime) -> Clock:
    """As it runs, or once decided as it ran until then."""
    band = standing.ran_on if standing.is_decided else standing.runs_on
    limit = governing(contact, band, standing.same_day_by)
    return Clock(limit, contact.received_at, now, standing.in_effect_at)


def governing(contact: Arrived, band: str | None, same_day_by: datetime | None) -> Due:
    """The shortest of the limits that run. One that cannot be counted has run out: a mistyped
    year must neither hide a child nor take the list down for everybody."""
    try:
        return _shortest(contact, band, same_day_by)
    except (NothingInForce, BeyondHorizon):
        # There is no limit, so that there is none to confirm.
        at = london(contact.received_at)
        return Due(at, NOT_COUNTED, WHY_NOT_COUNTED, True, "not_counted")


def _shortest(contact: Arrived, band: str | None, same_day_by: datetime | None) -> Due:
    carries = contact.kind in SAME_DAY and contact.due_at
    same_day = min((at for at in (carries, same_day_by) if at), default=None)
    found = due(
        band,
        contact.received_at,
        treated_as_referral=contact.kind in AS_REFERRAL,
        same_day=same_day,
        confirmed=hashes_confirmed(),
    )
    handed_over = contact.kind in FROM_FIRST_CONTACT and contact.due_at
    if handed_over and handed_over < found.at:
        words = "As first contact handed it over"
        return Due(handed_over, words, HANDED_OVER, False, "hand_over")
    return found
