"""Whose case it is: somebody new, or one of those on record who are like the young person.

``person_identified`` {question, answer, shown, person_id} stands in the case, caused by the
decision, or in the contact at MASH, with the ``child``: who was shown, and what was said. Nothing
on record of anybody is overwritten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from protocol.deadlines import NO_LIMIT
from protocol.people import HELD_BY
from protocol.who_is_it import BESIDE, NOT_KNOWN, QUESTION
from store import other_birth_dates, person_names, same_person
from store.ids import new_id
from store.journal import Command, Entry
from store.people import NAME_NOT_GIVEN, Person
from store.people import person as person_of
from store.restrictions import may_see_person
from store.stream_names import person

IDENTIFIED = "person_identified"

TASK = "identity"
"""Stands where the id of a rule would, in the task of who could not tell."""

CAME_AGAIN = "Given when they came again."
SAID = "Said when they were recorded."

FIND_OUT = "Find out whether this young person is on record already, and link the records"


@dataclass(frozen=True)
class Who:
    """What was said of those on record who were shown. ``shown`` are their ids.

    ``answer`` is one of ``protocol.who_is_it``.
    """

    answer: str
    shown: tuple[str, ...]
    person_id: str | None = None


@dataclass(frozen=True)
class Given:
    """What the young person said: their name, or nothing, and when they were born."""

    name: str
    date_of_birth: date | None


class NotOnRecord(Exception):
    """Whoever was chosen is not there any more, or not for whoever chose them."""


def identify(
    c: Command,
    stream: str,
    who: Who | None,
    given: Given,
    cause: Entry,
    *,
    about: Mapping[str, str] | None = None,
    blank: str | None = None,
) -> str:
    """Append to the stream of a case or contact who it is. Returns the person's id. NotOnRecord.

    Without ``who`` nobody on record was like them. Where it is not known, or where the person
    has an open case, a new person is recorded: nothing waits for the question to be settled.
    ``about`` goes into the entry. ``blank`` is the record that was made before anything was known
    of them: it gets what is known now, and stays theirs.
    """
    if who is None:
        return _record(c, given, cause, blank)
    body = {
        "question": QUESTION,
        "answer": who.answer,
        "shown": list(who.shown),
        "person_id": who.person_id,
        **(about or {}),
    }
    said = c.append(stream, IDENTIFIED, body, caused_by=cause.id)
    if who.person_id is None:
        if who.answer == NOT_KNOWN:
            _ask_to_find_out(c, stream, said)
        return _record(c, given, said, blank)
    found = person_of(c.db, who.person_id)
    if not (found and found.name and may_see_person(c.db, found.id, c.author.human_id)):
        raise NotOnRecord(who.person_id)
    if who.answer == BESIDE or blank:
        recorded = _record(c, given, said, blank)
        if not same_person.linked(c.db, recorded, found.id):
            same_person.link(c, recorded, found.id, SAID)
        return recorded
    _keep_what_differs(c, found, given, said)
    return found.id


def _record(c: Command, given: Given, caused_by: Entry, blank: str | None = None) -> str:
    person_id = blank or new_id()
    _record_particulars(c, person_id, given.name, given.date_of_birth, caused_by)
    return person_id


def _record_particulars(
    c: Command, person_id: str, name: str | None, born: date | None, caused_by: Entry
) -> None:
    particulars = {
        "name": name or NAME_NOT_GIVEN,
        "date_of_birth": born.isoformat() if born else None,
    }
    c.append(person(person_id), "person_recorded", particulars, caused_by=caused_by.id)


def _keep_what_differs(c: Command, found: Person, given: Given, said: Entry) -> None:
    """What is blank on record is filled. What differs is kept beside it."""
    fills_name = bool(given.name) and not found.is_named
    fills_birth = bool(given.date_of_birth) and not found.date_of_birth
    if fills_name or fills_birth:
        name = given.name if fills_name else found.name
        born = given.date_of_birth if fills_birth else found.date_of_birth
        _record_particulars(c, found.id, name, born, said)
    if given.name and not fills_name and not person_names.is_called(c.db, found.id, given.name):
        person_names.add_alias(c, found.id, given.name, CAME_AGAIN, caused_by=said.id)
    if given.date_of_birth and not fills_birth and given.date_of_birth not in found.birth_dates:
        other_birth_dates.give(c, found.id, given.date_of_birth, CAME_AGAIN, said.id)


def _ask_to_find_out(c: Command, stream: str, said: Entry) -> None:
    """Whoever could not tell has a task. Their manager holds it until somebody takes it."""
    role = c.author.role
    task = {
        "task_id": new_id(),
        "rule_id": TASK,
        "words": FIND_OUT,
        "owner_role": role,
        "held_by_role": HELD_BY.get(role, role),
        "due_at": None,
        "due_words": NO_LIMIT.words,
        "force": "should",
    }
    c.append(stream, "task_created", task, caused_by=said.id)
