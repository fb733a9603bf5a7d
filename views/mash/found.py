"""A child in a contact, as a page finds it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from flask import abort, url_for
from flask_login import current_user

from store import contacts, journal
from store.accounts import workers
from store.contacts import Contact
from store.entry import Entry
from store.mash.contact_child import ContactChild, children_in, is_about
from store.people import NAME_NOT_GIVEN, Person, person
from store.restrictions import may_see_person
from store.signatures import Signature, signatures_of
from store.stream_names import contact as contact_stream
from views import database, reading
from views.doors import CASES


@dataclass(frozen=True)
class Found:
    """``entries`` are those of the whole contact, in order; ``signatures`` those about this child.

    ``person`` is None where nobody may know of them, or where they were erased.
    """

    contact: Contact
    child: ContactChild
    entries: tuple[Entry, ...]
    person: Person | None
    signatures: tuple[Signature, ...]

    @property
    def stream(self) -> str:
        return contact_stream(self.contact.id)

    @property
    def name(self) -> str:
        return (self.person and self.person.name) or NAME_NOT_GIVEN

    @property
    def address(self) -> str:
        return url_for("mash_child.child", id=self.contact.id, child_id=self.child.id)

    @property
    def seen(self) -> int:
        return self.child.seen

    @property
    def names(self) -> dict[str, Any]:
        return {"child": self.child, "contact": self.contact}

    def was_read(self) -> None:
        reading.record("contact_read", {"contact_id": self.contact.id})

    def has_changed(self, command_id: str) -> None:
        """Nothing follows by itself from what is recorded about a child in a contact."""


def who_may_know(found: Found, roles: Collection[str]) -> dict[str, str]:
    """Human id → name, of those in these roles who can open it."""
    db, people = database.current(), workers(database.current(), roles)
    known = (id for id in people if contacts.contact(db, found.contact.id, id))
    return {id: people[id] for id in known}


def everybody_may_know(found: Found) -> bool:
    """Whether it can go to whoever is on duty: nobody who reads contacts is kept from it."""
    return len(who_may_know(found, CASES)) == len(workers(database.current(), CASES))


def contact_of(id: Any) -> Contact:
    """404 for one that whoever is signed in may not know of."""
    reader = current_user.account.human_id
    return contacts.contact(database.current(), str(id), reader) or abort(404)


def found_children(contact: Contact) -> tuple[Found, ...]:
    """Every child of a contact, as they were added."""
    db, reader = database.current(), current_user.account.human_id
    entries = tuple(journal.read(db, contact_stream(contact.id)))
    signed = signatures_of(db, contact.id, reader)
    return tuple(_found(contact, child, entries, signed) for child in children_in(entries))


def found_child(id: Any, child_id: Any) -> Found:
    """One child of one contact; 404 where there is none."""
    for found in found_children(contact_of(id)):
        if found.child.id == str(child_id):
            return found
    abort(404)


def _found(
    contact: Contact,
    child: ContactChild,
    entries: tuple[Entry, ...],
    signed: tuple[Signature, ...],
) -> Found:
    db, reader = database.current(), current_user.account.human_id
    theirs = {e.id for e in entries if is_about(e, child)}
    known = child.person_id and may_see_person(db, child.person_id, reader)
    return Found(
        contact=contact,
        child=child,
        entries=entries,
        person=person(db, child.person_id) if known and child.person_id else None,
        signatures=tuple(each for each in signed if each.subject in theirs),
    )
