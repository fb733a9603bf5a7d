"""A child in a contact: the unit that is rated, decided and fed back.

    contact_child_added {contact_child_id, person_id}
    child_given_to      {child, to}                       who works on it; nobody: {to: null}
    child_rated         {child, band, indicators, reasons, suggested, facts, pack}
    rating_explained    {child, rating, code, words}      why it is not what was suggested
    child_decided       {child, band, level, outcome, reasons, suggested, departures, second, pack}
    child_flagged       {child, why}   child_unflagged {child, why}       for the threshold meeting
    child_closed        {child, words}

The first rating is the initial one, for ever; the rating in the decision is the final one. Neither
ever becomes the other. ``second`` lists why another human has to sign the decision, and is empty
where nobody has to.

Each is caused by ``contact_child_added`` (``say`` sees to it): whatever body is erased by law, it
can be told which child it was about, and an erased rating is still the first one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from store.bodies import field, text_or_none
from store.database import row
from store.entry import Entry
from store.journal import Command
from store.reading import entry as entry_of
from store.reading import read
from store.stream_names import contact, subject
from store.tables import projects
from store.times import to_text

ADDED = "contact_child_added"
GIVEN_TO = "child_given_to"
RATED = "child_rated"
EXPLAINED = "rating_explained"
DECIDED = "child_decided"
FLAGGED, UNFLAGGED = "child_flagged", "child_unflagged"
CLOSED = "child_closed"


@dataclass(frozen=True)
class Rating:
    """One rating. ``band`` is None once it was erased by law; ``explained`` says why it is not
    what was suggested, as ``{code, words}``."""

    entry_id: str
    band: str | None
    body: Mapping[str, Any]
    at: datetime
    by: str
    role: str
    explained: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Decision:
    """The final rating and what follows from it. ``body`` is empty once it was erased by law."""

    entry_id: str
    band: str | None
    level: int | None
    outcome: str | None
    body: Mapping[str, Any]
    at: datetime
    by: str
    role: str

    @property
    def needs_second(self) -> bool:
        return bool(self.body.get("second"))


@dataclass(frozen=True)
class ContactChild:
    """As it stands. ``seen`` grows with every entry about this child, and of no other."""

    id: str
    entry_id: str
    contact_id: str
    person_id: str | None
    place: int
    worker: str | None = None
    ratings: tuple[Rating, ...] = ()
    decisions: tuple[Decision, ...] = ()
    flagged: Entry | None = None
    closed: Entry | None = None
    seen: int = 1

    @property
    def initial(self) -> Rating | None:
        return self.ratings[0] if self.ratings else None

    @property
    def rating(self) -> Rating | None:
        """The latest before the decision."""
        return self.ratings[-1] if self.ratings else None

    @property
    def decision(self) -> Decision | None:
        """The latest. One decided anew leaves those before it as they were."""
        return self.decisions[-1] if self.decisions else None


def add_to(c: Command, received: Entry, child_id: str, person_id: str) -> ContactChild:
    """Append one more child to the contact that this entry began."""
    body = {"contact_child_id": child_id, "person_id": person_id}
    c.append(received.stream, ADDED, body, caused_by=received.id)
    return children_in(read(c.db, received.stream))[-1]


def say(c: Command, child: ContactChild, kind: str, body: Mapping[str, Any], **when: Any) -> Entry:
    """Append an entry about this child. ``when`` is as ``Command.append`` takes it."""
    stream = contact(child.contact_id)
    return c.append(stream, kind, {"child": child.id, **body}, caused_by=child.entry_id, **when)


def children_in(entries: Iterable[Entry]) -> tuple[ContactChild, ...]:
    """Every child of a contact's stream, as they were added."""
    found: dict[str, ContactChild] = {}
    added: dict[str, str] = {}
    for entry in entries:
        if entry.kind == ADDED and entry.body is not None:
            child = _added(entry, len(found) + 1)
            found[child.id], added[entry.id] = child, child.id
            continue
        whose = (entry.body or {}).get("child") or added.get(entry.caused_by or "")
        if whose in found:
            before = found[whose]
            after = _FOLLOW.get(entry.kind, _only_seen)(before, entry)
            found[before.id] = replace(after, seen=before.seen + 1)
    return tuple(found.values())


def about(entries: Iterable[Entry], child_id: str, *kinds: str) -> tuple[Entry, ...]:
    """The entries of these kinds about one child, in order."""
    return tuple(e for e in entries if e.kind in kinds and (e.body or {}).get("child") == child_id)


def is_about(entry: Entry, child: ContactChild) -> bool:
    """Its cause tells it where its body was erased by law."""
    return entry.caused_by == child.entry_id or (entry.body or {}).get("child") == child.id


def _added(entry: Entry, place: int) -> ContactChild:
    return ContactChild(
        id=field(entry, "contact_child_id", str),
        entry_id=entry.id,
        contact_id=subject(entry.stream),
        person_id=text_or_none(entry, "person_id"),
        place=place,
    )


def _given_to(found: ContactChild, entry: Entry) -> ContactChild:
    """Erased by law, whoever had it before has it: somebody does."""
    return found if entry.body is None else replace(found, worker=text_or_none(entry, "to"))


def _rated(found: ContactChild, entry: Entry) -> ContactChild:
    body = entry.body or {}
    by = (entry.happened_at, entry.human_id, entry.role)
    return replace(found, ratings=(*found.ratings, Rating(entry.id, body.get("band"), body, *by)))


def _explained(found: ContactChild, entry: Entry) -> ContactChild:
    body = entry.body or {}
    ratings = tuple(
        replace(each, explained=body) if each.entry_id == body.get("rating") else each
        for each in found.ratings
    )
    return replace(found, ratings=ratings)


def _decided(found: ContactChild, entry: Entry) -> ContactChild:
    body = entry.body or {}
    said = (body.get("band"), body.get("level"), body.get("outcome"), body)
    made = Decision(entry.id, *said, entry.happened_at, entry.human_id, entry.role)
    return replace(found, decisions=(*found.decisions, made))


def _flagged(found: ContactChild, entry: Entry) -> ContactChild:
    return replace(found, flagged=entry if entry.kind == FLAGGED else None)


def _closed(found: ContactChild, entry: Entry) -> ContactChild:
    return replace(found, closed=entry)


def _only_seen(found: ContactChild, entry: Entry) -> ContactChild:
    return found


_FOLLOW: dict[str, Callable[[ContactChild, Entry], ContactChild]] = {
    GIVEN_TO: _given_to,
    RATED: _rated,
    EXPLAINED: _explained,
    DECIDED: _decided,
    FLAGGED: _flagged,
    UNFLAGGED: _flagged,
    CLOSED: _closed,
}


# The table beside it (``contact_children``): what lists go by.


def child_named(db: Database, entry: Entry) -> str | None:
    """The child an entry is about; None where its body, or that of the child, was erased by law.
    ValueError where the contact has none of this id."""
    added = _cause(db, entry)
    if entry.body is None or (added and added.body is None):
        return None
    named = {"id": field(entry, "child", str), "contact_id": subject(entry.stream)}
    there = "select 1 from contact_children where id = :id and contact_id = :contact_id"
    if not row(db, there, named):
        raise ValueError(f"{entry.kind} is about no child of this contact.")
    return named["id"]


def _cause(db: Database, entry: Entry) -> Entry | None:
    """The entry that added the child to this contact, where it caused this one."""
    cause = entry_of(db, entry.caused_by) if entry.caused_by else None
    return cause if cause and cause.kind == ADDED and cause.stream == entry.stream else None


def _whose(db: Database, entry: Entry) -> str | None:
    """As the fold has it: also once the entry's own body was erased by law."""
    added = _cause(db, entry)
    if entry.body is None and added and added.body is not None:
        return field(added, "contact_child_id", str)
    return child_named(db, entry)


def _set(db: Database, entry: Entry, **values: Any) -> None:
    child = _whose(db, entry)
    if child is None:
        return
    names = ", ".join(f"{name} = :{name}" for name in values)
    db.execute(f"update contact_children set {names} where id = :id", {**values, "id": child})


@projects(GIVEN_TO, of="contact")
def give_to(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        _set(db, entry, worker=text_or_none(entry, "to"))


@projects(RATED, of="contact")
def rate(db: Database, entry: Entry) -> None:
    """The first rating is the initial one, whatever follows, also once it was erased by law."""
    band = None if entry.body is None else field(entry, "band", str)
    _set(db, entry, band=band)
    db.execute(
        """
        update contact_children set initial_band = :band, initial_at = :at
        where id = :id and initial_at is null
        """,
        {"band": band, "at": to_text(entry.happened_at), "id": _whose(db, entry)},
    )


@projects(EXPLAINED, of="contact")
def explain(db: Database, entry: Entry) -> None:
    """Held against its shape: the table has nothing of it."""
    if child_named(db, entry):
        for name in ("rating", "code", "words"):
            field(entry, name, str)


@projects(DECIDED, of="contact")
def decide(db: Database, entry: Entry) -> None:
    """When, and by whom, stays once it was erased by law; what was decided does not."""
    said: dict[str, Any] = {"decided_band": None, "level": None, "outcome": None}
    if entry.body is not None:
        field(entry, "second", list)
        said = {
            "decided_band": field(entry, "band", str),
            "level": field(entry, "level", int),
            "outcome": field(entry, "outcome", str),
        }
    made = {"decided_at": to_text(entry.happened_at), "decided_by": entry.human_id}
    _set(db, entry, **said, **made)


@projects(FLAGGED, of="contact")
def flag(db: Database, entry: Entry) -> None:
    _set(db, entry, flagged=1)


@projects(UNFLAGGED, of="contact")
def unflag(db: Database, entry: Entry) -> None:
    _set(db, entry, flagged=0)


@projects(CLOSED, of="contact")
def close(db: Database, entry: Entry) -> None:
    _set(db, entry, closed_at=to_text(entry.happened_at))


@projects(ADDED, of="contact")
def add(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    contact_id = subject(entry.stream)
    before = row(
        db, "select count(*) as n from contact_children where contact_id = :id", {"id": contact_id}
    )
    db.execute(
        """
        insert into contact_children (id, contact_id, person_id, place)
        values (:id, :contact_id, :person_id, :place)
        """,
        {
            "id": field(entry, "contact_child_id", str),
            "contact_id": contact_id,
            "person_id": field(entry, "person_id", str),
            "place": (before or {"n": 0})["n"] + 1,
        },
    )
