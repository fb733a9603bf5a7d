"""A child's history, made from the record: what was there before, and under which other names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from flask_login import current_user

from store.accounts import humans
from store.duplicates import Likeness, duplicates_of
from store.mash.history import History, Item, history_of
from store.people import person as person_of
from store.person_names import aliases_of
from store.restrictions import may_see_person
from thresholds.bands import bands
from thresholds.choices import LEGACY_OUTCOMES, OUTCOMES
from views import clock, database, people
from views.case_kinds import kind_of
from views.mash.found import Found
from views.mash.told import ROUTE_WORDS, SOURCE_WORDS
from views.words import in_full

LATEST = 5
"""As many stand on the child's page; the rest are one link away."""

OUTCOME_WORDS = {id: words for id, words, _ in (*OUTCOMES, *LEGACY_OUTCOMES)}
TITLES = {
    "alias_added": "Also called",
    "alias_removed": "No longer called",
    "date_of_birth_given": "Another date of birth given",
    "same_person_linked": "Said to be the same person as another record",
    "same_person_unlinked": "No longer said to be the same person as another record",
}


@dataclass(frozen=True)
class Line:
    """One line of the chronology. ``whose`` names the record, where there is more than one."""

    at: datetime
    title: str
    says: tuple[str, ...]
    url: str
    whose: str


@dataclass(frozen=True)
class Told:
    """``names`` are all that was looked for, ``records`` how many were looked through."""

    history: History
    lines: tuple[Line, ...]
    names: tuple[str, ...]
    likenesses: tuple[Likeness, ...]


def history(found: Found) -> Mapping[str, Any]:
    """For the child's page."""
    return {"before": told_before(found), "latest": LATEST}


def history_for(found: Found) -> History:
    """What was there before this contact."""
    reader = current_user.account.human_id
    person_id = found.child.person_id
    return history_of(database.current(), person_id, reader, clock.now(), found.contact.id)


def told_before(found: Found) -> Told:
    db, reader = database.current(), current_user.account.human_id
    made = history_for(found)
    likenesses = duplicates_of(db, found.person, reader) if found.person else ()
    people.record_shown([*made.records, *(each.person.id for each in likenesses)])
    names: list[str] = []
    for id in made.records:
        recorded = person_of(db, id)
        if recorded and recorded.is_named and recorded.name:
            names.append(recorded.name)
        names += [alias.name for alias in aliases_of(db, id)]
    lines = tuple(_line(item, made, found) for item in made.items)
    return Told(made, lines, tuple(dict.fromkeys(names)), likenesses)


def _line(item: Item, made: History, found: Found) -> Line:
    db = database.current()
    whose = person_of(db, item.theirs) if len(made.records) > 1 else None
    name = (whose.name or "") if whose else ""
    if item.contact:
        return Line(item.at, "Contact at MASH", tuple(_of_contact(item)), _url(item), name)
    assert item.entry is not None  # of a contact or of an entry
    if item.entry.stream.startswith("case:"):
        kind = kind_of(item.entry.kind)
        body = item.entry.body
        says = ("Erased by law",) if body is None else kind.says(body, humans(db))
        return Line(item.at, kind.title, (f"Case {item.reference}", *says), _url(item), name)
    title = TITLES[item.entry.kind]
    return Line(item.at, title, tuple(_of_person(item)), _url(item), name)


def _of_contact(item: Item) -> Iterator[str]:
    contact, child = item.contact, item.child
    assert contact is not None
    came = SOURCE_WORDS.get(contact.source_group or "", "")
    how = ROUTE_WORDS.get(contact.route or "", "From first contact" if contact.case_id else "")
    yield ". ".join(part for part in (contact.reference, how, came, contact.agency) if part)
    if child and child.decision and not item.holds:
        yield f"Decided as {band_words(child.decision.band)}. This has not taken effect"
    elif child and child.decision:
        outcome = OUTCOME_WORDS.get(child.decision.outcome or "", "Outcome erased by law")
        yield f"Final rating: {band_words(child.decision.band)}. {outcome}"
    elif child and child.rating:
        yield f"Rated {band_words(child.rating.band)}. Not decided yet"
    else:
        yield "Not rated and not decided yet"


def _of_person(item: Item) -> Iterator[str]:
    assert item.entry is not None
    body = item.entry.body
    if body is None:
        yield "Erased by law"
        return
    db, reader = database.current(), current_user.account.human_id
    if item.other and may_see_person(db, item.other, reader):
        other = person_of(db, item.other)
        yield (other and other.name) or "Erased by law"
    if body.get("alias"):
        yield str(body["alias"])
    if body.get("date_of_birth"):
        yield f"Born {in_full(body['date_of_birth'])}"
    if body.get("reason"):
        yield str(body["reason"])


def band_words(band: str | None) -> str:
    """“Red, level 4, statutory”: never a colour alone."""
    for each in bands():
        if each.id == band:
            return f"{each.name}, level {each.level}, {each.level_name.lower()}"
    return "erased by law"


def _url(item: Item) -> str:
    if item.contact:
        if item.child:
            return url_for("mash_child.child", id=item.record_id, child_id=item.child.id)
        return url_for("mash_contact.contact", id=item.record_id)
    if item.entry and item.entry.stream.startswith("case:"):
        return url_for("cases.case", id=item.record_id)
    return url_for("people.person", id=item.record_id)
