"""Disputes of a case in words: who accommodates the young person, whose turn it is and by when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from protocol.dispute_steps import (
    FIRST,
    NOBODY,
    NOT_KNOWN,
    POSITION_LIMIT,
    SECOND,
    SIDES,
    SPEAK_FOR_A_SIDE,
    other,
)
from protocol.people import HEAD_OF_SERVICE, OWNERS
from rules.pack import Pack
from store.bed_entries import BED
from store.disputes import Dispute, accommodated_by, disputes_in
from store.entry import Entry
from store.own_tasks import Due
from views.case_summary import place
from views.limits import due_from

STEP = {
    FIRST.id: "the duty managers of both sides",
    SECOND.id: "the service manager for housing needs and the MASH manager",
}


@dataclass(frozen=True)
class Accommodation:
    """``who`` provides the bed they have now, and ``where`` that is. ``shouts`` says what is wrong
    where nobody is known to; ``check`` what may have changed since it was recorded."""

    who: str
    where: str
    shouts: str
    check: str
    entry: Entry | None


@dataclass(frozen=True)
class Turn:
    """Who has to do what next. ``due`` is when; ``late`` whether that has passed, and ``before``
    says what somebody did not do in time."""

    roles: tuple[str, ...]
    does: str
    due: Due
    late: bool
    before: str = ""

    @property
    def who(self) -> str:
        """“the Duty manager, Housing Options, and the MASH manager”."""
        return ", and ".join(f"the {OWNERS[role]}" for role in self.roles)


@dataclass(frozen=True)
class OnCase:
    """What the page of a case shows: the disputes that run, those that are over, and the bed."""

    running: tuple[tuple[Dispute, Turn], ...]
    over: tuple[Dispute, ...]
    accommodation: Accommodation
    may_raise: bool


def on_case(pack: Pack, entries: Sequence[Entry], role: str, now: datetime) -> OnCase:
    found = disputes_in(entries)
    return OnCase(
        running=tuple((each, turn(pack, each, now)) for each in found if not each.is_over),
        over=tuple(each for each in found if each.is_over),
        accommodation=accommodation(entries),
        may_raise=role in SPEAK_FOR_A_SIDE,
    )


def accommodation(entries: Iterable[Entry]) -> Accommodation:
    """Only what is on record: a bed alone does not say who provides it, nor a service that there
    is a bed. Either missing, it shouts."""
    entries = tuple(entries)
    recorded = accommodated_by(entries)
    bed = next((entry for entry in reversed(entries) if entry.kind == BED), None)
    body = (recorded.body if recorded else None) or {}
    service = body.get("service")
    where = (place(bed.body) if bed.body else "erased by law") if bed else ""
    who = SIDES.get(service or "", body.get("who") or "")
    shouts = ""
    if service == NOBODY:
        shouts = "Nobody accommodates the young person."
    elif service in (None, NOT_KNOWN):
        shouts = "Nobody is recorded as accommodating the young person."
    elif service in SIDES and bed is None:
        shouts = f"{who} is to accommodate the young person, and no bed is confirmed."
    newer = recorded and bed and bed.seq > recorded.seq
    check = "A bed was confirmed after this was recorded. Check who provides it." if newer else ""
    return Accommodation(who, where, shouts, check, recorded)


def turn(pack: Pack, found: Dispute, now: datetime) -> Turn:
    """Whose turn it is in a dispute that runs. Whoever lets their time pass does not hold it up:
    then it is for the two who settle it."""
    settle_by = due_from(pack, found.step.limit, found.step_began)
    roles = found.step.settled_by
    if found.settlement:
        role = roles[other(found.settlement.side)]
        return _turn((role,), "says whether this settles it", settle_by, now)
    silent = found.silent_side
    before = ""
    if silent:
        due = position_due(pack, found)
        if now < due.at:
            role = FIRST.settled_by[silent]
            return _turn((role,), f"puts the side of {SIDES[silent]} in writing", due, now)
        before = f"{SIDES[silent]} has put nothing in writing, and that is late."
    if found.step is FIRST and now < settle_by.at:
        return _turn(tuple(roles.values()), DUTY_MANAGERS, settle_by, now, before)
    if found.step is FIRST:
        late = _join(before, "The duty managers have not settled it in time.")
        return _turn(tuple(roles.values()), TAKE_FURTHER, settle_by, now, late)
    if now < settle_by.at:
        return _turn(tuple(roles.values()), "settle it", settle_by, now, before)
    late = _join(before, "It was not settled in time.")
    return _turn(
        (HEAD_OF_SERVICE,),
        "is told today: the protocol has no further step",
        settle_by,
        now,
        late,
    )


DUTY_MANAGERS = "settle it, or take it further"
TAKE_FURTHER = (
    "take it to the service manager for housing needs and the MASH manager, or settle it today"
)


def position_due(pack: Pack, found: Dispute) -> Due:
    """For the side that did not raise it, to put in writing what it says."""
    return due_from(pack, POSITION_LIMIT, found.raised_at)


def _turn(roles: tuple[str, ...], does: str, due: Due, now: datetime, before: str = "") -> Turn:
    return Turn(roles, does, due, due.at <= now, before)


def _join(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)
