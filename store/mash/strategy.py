"""Strategy discussions: who was invited, who came, why not, and what was decided.

    strategy_discussion {child, agencies, others, absence, delay, safety, decision, reasons,
                         actions}

``agencies`` is agency → how it took part, one of ``TAKING_PART``; ``absence`` why police or health
were missing, and how they get to know. ``safety`` is what keeps the
child safe until the decision is carried out. ``actions`` are {what, owner, due}, each of which
becomes a task: it stays when workers change. The entry occurred when the discussion was held.

Police and health are expected at each. How often one came is said of those it was invited to and of
those held, never as one figure: it can have come to all it was invited to, and be missing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from protocol.people import MASH_SOCIAL_WORKER
from rules.calendar import end_of
from store.bodies import field, records, text_or_none
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import ContactChild, about, child_named, say
from store.own_tasks import Due, make
from store.reading import in_order_recorded
from store.stream_names import family
from store.tables import projects

HELD = "strategy_discussion"
ACTION = "mash-strategy-action"
"""Begins what stands where the id of a rule would, in the tasks of what was agreed."""

CAME, NOT_KNOWN = "came", "involved_not_recorded"
INVITED_ONLY = ("not_available", "no_answer")
NOT_INVITED = ("not_at_this_hour", "not_invited")
TAKING_PART = (CAME, NOT_KNOWN, *INVITED_ONLY, *NOT_INVITED)
"""Came; took part in some way nobody wrote down; was invited and did not come; was not invited."""

SOCIAL_CARE, POLICE, HEALTH = "social_care", "police", "health"
EXPECTED = (POLICE, HEALTH)
"""Without one of them it is not a full discussion, and the record says so."""


@dataclass(frozen=True)
class Discussion:
    """One that was held, and written down when ``recorded_at`` says."""

    id: str
    held_at: datetime
    recorded_at: datetime
    agencies: Mapping[str, str]
    others: str | None
    absence: str | None
    delay: str | None
    safety: str
    decision: str
    reasons: str
    actions: tuple[Mapping[str, str], ...]
    by: str

    @property
    def absent(self) -> tuple[str, ...]:
        """Those expected of whom it is not known that they came."""
        return tuple(each for each in EXPECTED if self.agencies.get(each) != CAME)


@dataclass(frozen=True)
class TookPart:
    """One agency: to how many it came, of those it was invited to, and of those held.
    ``not_known`` are those of which nobody wrote down whether it did."""

    came: int
    invited: int
    not_known: int
    held: int


def discussions_in(entries: Iterable[Entry], child_id: str) -> tuple[Discussion, ...]:
    return tuple(_discussion(entry) for entry in about(entries, child_id, HELD))


def _discussion(entry: Entry) -> Discussion:
    body = entry.body or {}
    return Discussion(
        entry.id,
        entry.happened_at,
        entry.recorded_at,
        body["agencies"],
        body["others"],
        body["absence"],
        body["delay"],
        body["safety"],
        body["decision"],
        body["reasons"],
        tuple(body["actions"]),
        entry.human_id,
    )


def took_part(discussions: Iterable[Discussion], agency: str) -> TookPart:
    """Both denominators. An agency that nobody recorded anything of is not known to have come."""
    ways = [each.agencies.get(agency, NOT_KNOWN) for each in discussions]
    return TookPart(
        came=ways.count(CAME),
        invited=sum(way in (CAME, *INVITED_ONLY) for way in ways),
        not_known=ways.count(NOT_KNOWN),
        held=len(ways),
    )


def all_held(db: Database, since: datetime, until: datetime) -> tuple[Discussion, ...]:
    """Those of every contact held in a time, its end not included, in the order they were
    recorded. It has nobody's name in it."""
    return tuple(
        _discussion(entry)
        for entry in in_order_recorded(db)
        if entry.kind == HELD and family(entry.stream) == "contact" and entry.body is not None
        if since <= entry.happened_at < until
    )


def hold(c: Command, child: ContactChild, said: Mapping[str, Any], at: datetime) -> Entry:
    """Record one that was held at this moment, with a task for each action agreed there."""
    held = say(c, child, HELD, said, occurred_at=at, precision="minute")
    for place, action in enumerate(said["actions"], 1):
        words = f"{action['what']} ({action['owner']})"
        by = end_of(date.fromisoformat(action["due"]))
        make(c, held, f"{ACTION}-{place}", words, MASH_SOCIAL_WORKER, Due(by, AGREED))
    return held


AGREED = "As the strategy discussion agreed"


@projects(HELD, of="contact")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """Held against its shape: no table has anything of it."""
    if not child_named(db, entry):
        return
    agencies = field(entry, "agencies", dict)
    if not set(agencies.values()) <= set(TAKING_PART) or not set(EXPECTED) <= set(agencies):
        raise ValueError(f"{HELD} says of police and health, and of whom it names, how they came.")
    for name in ("safety", "decision", "reasons"):
        if not field(entry, name, str).strip():
            raise ValueError(f"{HELD} needs {name} in words.")
    for name in ("others", "absence", "delay"):
        text_or_none(entry, name)
    for action in records(entry, "actions"):
        if not all(isinstance(action.get(name), str) for name in ("what", "owner", "due")):
            raise ValueError(f"{HELD} has actions with what, owner and due.")
        date.fromisoformat(action["due"])
