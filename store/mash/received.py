"""A contact that somebody told MASH of: what was said, about which children.

    contact_received    {case_id: null, reference, kind: "told", route, source_group, agency, …}
    contact_told        {route, source_group, agency, …}   the rest of one that began with ``harm``
    contact_child_added {contact_child_id, person_id}
    child_told          {child, name, date_of_birth, age, where, facts}   the latest of each counts

``facts`` is fact id → ``yes``, ``no`` or ``not_known``, as it was told. Nothing is concluded here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from protocol.ages import years_on
from store import identity
from store.bodies import day_or_none, text_or_none
from store.bodies import field as field_of
from store.entry import Entry
from store.identity import Given, Who
from store.ids import new_id
from store.journal import Command
from store.mash.contact_child import ContactChild, about, add_to, say
from store.mash.harm import harm_told, tell_harm
from store.mash.open_to import tell_workers
from store.reading import entry as entry_of
from store.reading import read
from store.references import free_reference
from store.stream_names import contact, subject
from store.tables import projects
from store.times import to_text

RECEIVED, TOLD, CHILD_TOLD = "contact_received", "contact_told", "child_told"

DANGERS = ("harm_now", "nowhere_safe_tonight", "missing_now")
"""Shown at once, and never held back."""
OTHER_FACTS = (
    "homeless",
    "abuse_or_violence",
    "exploitation_or_gang_risk",
    "pregnant_or_parenting",
)
FACTS = (*DANGERS, *OTHER_FACTS)

HARMED_NOW = "Whoever told us says that somebody is harming them now, or is about to"


@dataclass(frozen=True)
class Arrival:
    """How a contact came, and what was said. What nobody said is None."""

    route: str
    source_group: str
    says: str
    agency: str | None = None
    their_reference: str | None = None
    told_by: str | None = None
    contact_details: str | None = None
    young_person_knows: str | None = None


@dataclass(frozen=True)
class ChildTold:
    """What was said of one child. ``age`` in years, where the date of birth is not known."""

    name: str = ""
    date_of_birth: date | None = None
    age: int | None = None
    where: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        born = self.date_of_birth.isoformat() if self.date_of_birth else None
        return {**asdict(self), "date_of_birth": born, "facts": dict(self.facts)}

    def fact(self, name: str) -> str:
        """``yes``, ``no`` or ``not_known``."""
        return self.facts.get(name, "not_known")

    def age_on(self, day: date) -> int | None:
        """Whole years, as told or by the date of birth; None where nobody knows."""
        return years_on(self.date_of_birth, day) if self.date_of_birth else self.age


def receive(
    c: Command, contact_id: str, arrival: Arrival, at: datetime, choose: Callable[[Any], Any]
) -> Entry:
    """Append a contact that came at a moment. ``choose`` picks its reference."""
    body = {**_begun(c, choose), **asdict(arrival)}
    return c.append(contact(contact_id), RECEIVED, body, occurred_at=at, precision="minute")


def receive_harm(
    c: Command,
    contact_id: str,
    told_by: str | None,
    words: str | None,
    choose: Callable[[Any], Any],
) -> str:
    """A contact with nothing known but that a child may be coming to significant harm: the
    assessment team is told in the same moment. Returns the id of the child."""
    body = {**_begun(c, choose), "told_by": told_by, "says": words}
    received = c.append(contact(contact_id), RECEIVED, body)
    nobody = Given("", None)
    person_id = identity.identify(c, received.stream, None, nobody, received)
    child = add_to(c, received, new_id(), person_id)
    tell_harm(c, child, words or "")
    return child.id


def tell(c: Command, contact_id: str, arrival: Arrival, at: datetime) -> Entry:
    """What was told, of a contact that began with the child's danger. Told before it was recorded,
    its clock runs from then."""
    stream = contact(contact_id)
    first = read(c.db, stream)[0]
    when: dict[str, Any] = {"occurred_at": at, "precision": "minute"}
    return c.append(stream, TOLD, asdict(arrival), caused_by=first.id, **when)


def add_child(c: Command, received: Entry, told: ChildTold, who: Who | None) -> ContactChild:
    """One more child of a contact. Whoever works with them already is told at once, and so is the
    assessment team where somebody harms them now. NotOnRecord."""
    child_id = new_id()
    given = Given(told.name, told.date_of_birth)
    person_id = identity.identify(
        c, received.stream, who, given, received, about={"child": child_id}
    )
    child = add_to(c, received, child_id, person_id)
    _tell(c, child, told)
    return child


def name_child(c: Command, child: ContactChild, told: ChildTold, who: Who | None) -> None:
    """Who a child is of whom nothing was known. NotOnRecord.

    The record made in the first minute stays, and is said to be one with whoever it is."""
    added = entry_of(c.db, child.entry_id)
    assert added is not None  # the child was found in it
    given = Given(told.name, told.date_of_birth)
    about = {"child": child.id}
    identity.identify(c, added.stream, who, given, added, about=about, blank=child.person_id)
    _tell(c, child, told)


def _tell(c: Command, child: ContactChild, told: ChildTold) -> None:
    """What was told of the child, and those who have to know of it without waiting for anybody."""
    say(c, child, CHILD_TOLD, told.body())
    if told.fact("harm_now") == "yes" and not harm_told(
        read(c.db, contact(child.contact_id)), child.id
    ):
        tell_harm(c, child, HARMED_NOW)
    tell_workers(c, child)


def told_of(entries: Iterable[Entry], child_id: str) -> ChildTold | None:
    """All that was told of a child, the latest of each; None where nothing was, or it was erased.

    What was left blank takes nothing back: a danger told once stands until somebody says no."""
    found: ChildTold | None = None
    for entry in about(entries, child_id, CHILD_TOLD):
        body = entry.body or {}
        born = body["date_of_birth"] and date.fromisoformat(body["date_of_birth"])
        told = ChildTold(body["name"], born, body["age"], body["where"], body["facts"])
        found = _over(found, told) if found else told
    return found


def _over(before: ChildTold, told: ChildTold) -> ChildTold:
    """A date of birth and an age are one answer."""
    told_age = told.date_of_birth is not None or told.age is not None
    by_age = told if told_age else before
    said = {name: says for name, says in told.facts.items() if says != "not_known"}
    return ChildTold(
        told.name or before.name,
        by_age.date_of_birth,
        by_age.age,
        told.where or before.where,
        {**before.facts, **said},
    )


def arrival_in(entries: Iterable[Entry]) -> Mapping[str, Any]:
    """What was told and by whom, of a contact's stream: the latest that was said of each."""
    found: dict[str, Any] = {}
    for entry in entries:
        if entry.kind in (RECEIVED, TOLD):
            found |= {name: said for name, said in (entry.body or {}).items() if said is not None}
    return found


def _begun(c: Command, choose: Callable[[Any], Any]) -> dict[str, Any]:
    reference = free_reference(c.db, choose)
    return {"case_id": None, "reference": reference, "kind": "told"}


@projects(TOLD, of="contact")
def fill_in(db: Database, entry: Entry) -> None:
    """The clock never starts later than it did."""
    if entry.body is None:
        return
    db.execute(
        """
        update contacts set route = :route, source_group = :source_group, agency = :agency,
            received_at = case when received_at > :at then :at else received_at end
        where id = :id
        """,
        {
            "id": subject(entry.stream),
            "route": field_of(entry, "route", str),
            "source_group": field_of(entry, "source_group", str),
            "agency": text_or_none(entry, "agency"),
            "at": to_text(entry.happened_at),
        },
    )


@projects(CHILD_TOLD, of="contact")
def hold_to_shape(db: Database, entry: Entry) -> None:
    """No table has anything of it."""
    if entry.body is None:
        return
    for name in ("child", "name"):
        field_of(entry, name, str)
    day_or_none(entry, "date_of_birth")
    facts = field_of(entry, "facts", dict)
    if not set(facts) <= set(FACTS) or not set(facts.values()) <= {"yes", "no", "not_known"}:
        raise ValueError(f"{entry.kind} has facts of another kind.")
