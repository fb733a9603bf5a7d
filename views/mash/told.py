"""What was told of a contact and of each child in it, in the words of whoever told it."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from forms.mash.received import ROUTES
from forms.mash.received import TOLD as TOLD_OF
from store.contacts import Contact
from store.entry import Entry
from store.mash.received import ChildTold, arrival_in, told_of
from thresholds.choices import SOURCE_GROUPS
from views.mash.facts import is_from_first_contact
from views.mash.found import Found
from views.words import YES_NO, in_full

Row = tuple[str, str]
ROUTE_WORDS = {route.value: route.label for route in ROUTES}
SOURCE_WORDS = {id: words for id, words, _ in SOURCE_GROUPS} | {"missing": "Not known"}

LATE = timedelta(hours=1)
"""Written down so much later than it was told, a contact is shown as recorded late."""


def how_it_came(contact: Contact, entries: tuple[Entry, ...]) -> tuple[Row, ...]:
    """What is known of how a contact came, a row each."""
    said = arrival_in(entries)
    rows = (
        ("How it came", ROUTE_WORDS.get(contact.route or "", "Not recorded yet")),
        ("From", SOURCE_WORDS.get(contact.source_group or "", "Not recorded yet")),
        ("Agency", contact.agency),
        ("Told by", said.get("told_by")),
        ("How to reach them", said.get("contact_details")),
        ("Their reference", said.get("their_reference")),
        (
            "Do they know that we were told?",
            YES_NO.get(said.get("young_person_knows", ""), YES_NO["not_known"]),
        ),
    )
    return tuple((name, words) for name, words in rows if words)


def in_their_words(entries: tuple[Entry, ...]) -> str:
    return str(arrival_in(entries).get("says") or "")


def recorded_late(contact: Contact) -> bool:
    recorded = contact.recorded_at
    return recorded is not None and recorded - contact.received_at > LATE


def of_the_child(told: ChildTold) -> tuple[Row, ...]:
    return tuple(_rows(told))


def _rows(told: ChildTold) -> Iterator[Row]:
    turned = {"yes": "No", "no": "Yes", "not_known": YES_NO["not_known"]}
    yield "Name, as it was given", told.name or "Not given"
    if told.date_of_birth:
        yield "Date of birth, as it was given", in_full(told.date_of_birth)
    elif told.age is not None:
        yield "Age", f"About {told.age}"
    else:
        yield "Age", YES_NO["not_known"]
    yield "Where they are", told.where or YES_NO["not_known"]
    yield "Somewhere safe to sleep tonight", turned[told.fact("nowhere_safe_tonight")]
    yield "Somebody harming them now, or about to", YES_NO[told.fact("harm_now")]
    yield "Missing", YES_NO[told.fact("missing_now")]
    ticked = [option.label for option in TOLD_OF if told.fact(option.value) == "yes"]
    yield "Told of", "; ".join(ticked) or "Nothing was ticked. That does not mean that it is not so"


def told(found: Found) -> Mapping[str, Any]:
    """For the child's page."""
    of_child = told_of(found.entries, found.child.id)
    return {
        "told_rows": of_the_child(of_child) if of_child else (),
        "told_words": in_their_words(found.entries) if found.contact.kind == "told" else "",
        "from_first_contact": is_from_first_contact(found),
    }
