"""What is on record of a child from before: made from the record, never written by hand.

It spans every record that somebody has said is the same person. What the reader may not know of is
left out. Nothing on it is reassurance: a second record under another name is how an eviction
stayed out of sight.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from rules.calendar import london
from store.contacts import Contact
from store.contacts import contact as contact_of
from store.database import rows
from store.entry import Entry
from store.mash.contact_child import ContactChild, children_in
from store.other_birth_dates import GIVEN
from store.person_file import cases_of
from store.reading import read
from store.restrictions import may_see_person
from store.same_person import LINKED, UNLINKED, links_of
from store.stream_names import case, contact, person

OF_A_CASE = (
    "case_opened",
    "decision_made",
    "outcome_decided",
    "placement_confirmed",
    "young_person_left",
    "young_person_returned",
)
OF_A_PERSON = ("alias_added", "alias_removed", GIVEN, LINKED, UNLINKED)


@dataclass(frozen=True)
class Item:
    """One thing that happened. Of a contact there is the ``child`` as it stands, and whether what
    was decided ``holds``; of a case or a person the ``entry``. ``record_id`` is the id of the
    contact, the case or the person. ``theirs`` is the id of the record it stands on,
    ``reference`` that of the contact or case."""

    at: datetime
    record_id: str
    theirs: str
    reference: str | None = None
    contact: Contact | None = None
    child: ContactChild | None = None
    holds: bool = False
    entry: Entry | None = None
    other: str | None = None


@dataclass(frozen=True)
class History:
    """``days_since_last`` are whole days in London since the last contact before, None where
    there was none; ``last_final_level`` is that of the contact decided last, of decisions that
    took effect. ``records`` are the ids of all that was looked through; ``items`` the latest
    first."""

    contacts_in_12_months: int
    days_since_last: int | None
    last_final_level: int | None
    items: tuple[Item, ...]
    records: tuple[str, ...]

    @property
    def nothing_found(self) -> bool:
        """No contact and no case, whatever else they are called."""
        return all(item.entry and item.entry.kind in OF_A_PERSON for item in self.items)


def history_of(
    db: Database, person_id: str | None, reader: str, now: datetime, but_not: str = ""
) -> History:
    """Everything up to a moment that this human may know of, without the contact ``but_not``."""
    if person_id is None or not may_see_person(db, person_id, reader):
        return History(0, None, None, (), ())
    linked = tuple(each.other.id for each in links_of(db, person_id, reader))
    records = (person_id, *linked)
    items = [item for id in records for item in _items(db, id, reader) if item.at <= now]
    items = [item for item in items if item.record_id != but_not]
    came = [item for item in items if item.contact]
    today = london(now).date()
    since = a_year_before(today)
    days = [london(item.at).date() for item in came]
    decided = [
        (item.child.decision.at, item.child.decision)
        for item in came
        if item.child and item.child.decision and item.holds
    ]
    last = max(decided, key=lambda each: each[0])[1] if decided else None
    return History(
        contacts_in_12_months=sum(day >= since for day in days),
        days_since_last=(today - max(days)).days if days else None,
        last_final_level=last.level if last else None,
        items=tuple(sorted(items, key=lambda item: item.at, reverse=True)),
        records=records,
    )


def a_year_before(day: date) -> date:
    """The same day twelve months earlier. That of 29 February is the 28th: a day more, not less.

    A referral again within 12 months is a measure of the council's performance pages (January
    2019); contacts are counted in the same way.
    """
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 2, 28)


def _items(db: Database, person_id: str, reader: str) -> Iterator[Item]:
    yield from _contacts(db, person_id, reader)
    for each in cases_of(db, person_id, reader):
        for entry in read(db, case(each.id)):
            if entry.kind in OF_A_CASE:
                yield Item(entry.happened_at, each.id, person_id, each.reference, entry=entry)
    for entry in read(db, person(person_id)):
        if entry.kind not in OF_A_PERSON:
            continue
        other = (entry.body or {}).get("other")
        if entry.kind not in (LINKED, UNLINKED) or (other and may_see_person(db, other, reader)):
            yield Item(entry.happened_at, person_id, person_id, entry=entry, other=other)


def _contacts(db: Database, person_id: str, reader: str) -> Iterator[Item]:
    for each in rows(
        db,
        """
        select id, contact_id, in_effect_at from contact_children
        where person_id = :id order by rowid
        """,
        {"id": person_id},
    ):
        found = contact_of(db, each["contact_id"], reader)
        if found is None:
            continue
        children = {child.id: child for child in children_in(read(db, contact(found.id)))}
        yield Item(
            found.received_at,
            found.id,
            person_id,
            found.reference,
            contact=found,
            child=children.get(each["id"]),
            holds=each["in_effect_at"] is not None,
        )
