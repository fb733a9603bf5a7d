"""Handing a child on after the decision, and stepping down: to whom, and that they have it.

    handed_on        {child, way, to, team, receiver, why, support, agreement, panel_consent,
                      stepped_from, stepped_to, authorised}
    hand_on_received {child, hand_on, words}     the support that starts
    hand_on_returned {child, hand_on, words}     why it is not theirs

``way`` is early_help, assessment or step_down. ``team`` is the role that has it then; ``receiver``
the one human who confirms, and nobody where the whole team can. ``agreement`` has what the young
person and a parent said, each by itself; ``panel_consent`` a parent's own consent to the panel.

The child stays with MASH until somebody who is not who handed it on has confirmed. The contact is
not locked: what comes later goes to whoever has it then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from protocol.people import HELD_BY, MASH_SOCIAL_WORKER, ROLES
from store.bodies import field, text_or_none
from store.entry import Author, Entry
from store.journal import Command
from store.mash.contact_child import ContactChild, about, child_named, say
from store.own_tasks import Due, finish_in, make, still_open
from store.reading import entry as entry_of
from store.reading import read
from store.steps import IllegalStep, NotTheirs
from store.stream_names import contact
from store.tables import projects

HANDED_ON = "handed_on"
RECEIVED = "hand_on_received"
RETURNED = "hand_on_returned"

EARLY_HELP, ASSESSMENT, STEP_DOWN = "early_help", "assessment", "step_down"
WAYS = (EARLY_HELP, ASSESSMENT, STEP_DOWN)

RECEIVE, HAND_ON_AGAIN = "mash-receive", "mash-hand-on-again"
LATE_ANSWER, LOOK_AGAIN = "mash-late-answer", "mash-look-again"
AGREEMENT_GONE = "mash-agreement-gone"
"""Stand where the id of a rule would, in the tasks around a hand-over."""


@dataclass(frozen=True)
class HandOn:
    """One hand-over as it stands."""

    id: str
    way: str
    to: str
    team: str
    receiver: str | None
    body: Mapping[str, Any]
    at: datetime
    by: str
    role: str
    received: Entry | None = None
    returned: Entry | None = None

    @property
    def is_waiting(self) -> bool:
        return self.received is None and self.returned is None


def hand_ons_in(entries: Iterable[Entry], child_id: str) -> tuple[HandOn, ...]:
    """Those of one child, in order. The last is the one that counts."""
    answered: dict[str, dict[str, Entry]] = {}
    kinds = (HANDED_ON, RECEIVED, RETURNED)
    found: list[Entry] = []
    for entry in about(entries, child_id, *kinds):
        body = entry.body or {}
        if entry.kind == HANDED_ON:
            found.append(entry)
        else:
            name = "received" if entry.kind == RECEIVED else "returned"
            answered.setdefault(body["hand_on"], {})[name] = entry
    return tuple(_hand_on(entry, answered.get(entry.id, {})) for entry in found)


def last_hand_on(entries: Iterable[Entry], child_id: str) -> HandOn | None:
    found = hand_ons_in(entries, child_id)
    return found[-1] if found else None


def _hand_on(entry: Entry, answered: Mapping[str, Entry]) -> HandOn:
    body = entry.body or {}
    said = (body["way"], body["to"], body["team"], body["receiver"])
    by = (entry.happened_at, entry.human_id, entry.role)
    answers = answered.get("received"), answered.get("returned")
    return HandOn(entry.id, *said, body, *by, *answers)


def hand_on(c: Command, child: ContactChild, said: Mapping[str, Any], due: Due) -> Entry:
    """Hand the child on, with a task for whoever receives it. What an earlier hand-over asked
    for is asked for no longer."""
    close_tasks(c, child, (RECEIVE, HAND_ON_AGAIN))
    handed = say(c, child, HANDED_ON, {**dict.fromkeys(_OPTIONAL), **said})
    words = f"Confirm that you have a child whom MASH hands on: for {said['to']}"
    make(c, handed, RECEIVE, words, said["team"], due)
    return handed


def close_tasks(c: Command, child: ContactChild, tasks: tuple[str, ...]) -> None:
    """Nobody asks for these any more, of this child."""
    stream = contact(child.contact_id)
    theirs = [e.id for e in read(c.db, stream) if (e.body or {}).get("child") == child.id]
    for task in still_open(c, child.contact_id, tasks, theirs):
        c.append(stream, "task_closed", {"task_id": task.id, "words": task.words})


def hindrance(found: HandOn, author: Author) -> IllegalStep | NotTheirs | None:
    """What keeps this author from confirming or returning it, or nothing."""
    if not found.is_waiting:
        return IllegalStep("answered")
    humans = {author.human_id, author.on_behalf_of} - {None}
    if found.by in humans:
        return NotTheirs("Somebody else has to confirm this: you handed it on")
    return None if is_theirs(found, author) else NotTheirs(f"This waits for {found.to}")


def receive(c: Command, child: ContactChild, found: HandOn, words: str) -> Entry:
    """Whoever was named has it. NotTheirs for anybody else, IllegalStep the second time."""
    return _answer(c, RECEIVED, child, found, words)


def send_back(c: Command, child: ContactChild, found: HandOn, words: str) -> Entry:
    """It is not theirs: MASH hands it on again, at once."""
    returned = _answer(c, RETURNED, child, found, words)
    again = f"Hand this child on again: {found.to} could not take them"
    make(c, returned, HAND_ON_AGAIN, again, MASH_SOCIAL_WORKER, Due(c.recorded_at, "At once"))
    return returned


def _answer(c: Command, kind: str, child: ContactChild, found: HandOn, words: str) -> Entry:
    problem = hindrance(found, c.author)
    if problem:
        raise problem
    stream = contact(child.contact_id)
    body = {"child": child.id, "hand_on": found.id, "words": words}
    answered = c.append(stream, kind, body, caused_by=found.id)
    finish_in(c, stream, (RECEIVE,), (found.id,))
    return answered


def is_theirs(found: HandOn, author: Author) -> bool:
    """Whether the child was handed on to this human, by name, as one of the team, or as the
    manager who holds what comes to the team until somebody takes it."""
    if found.receiver is not None:
        return found.receiver in author.humans
    return author.role in (found.team, HELD_BY[found.team])


def tell_of_late_answer(c: Command, found: HandOn, answered: Entry, agency: str) -> None:
    """Something came after the hand-over: whoever has the child reads it at once."""
    words = f"Read what came after the hand-over, from {agency}: for {found.to}"
    make(c, answered, LATE_ANSWER, words, found.team, Due(c.recorded_at, "At once"))


def tell_of_withdrawal(c: Command, found: HandOn, withdrawn: Entry) -> None:
    """A service is no longer agreed to: whoever has the child learns it at once."""
    words = f"They no longer agree to the service: for {found.to}"
    make(c, withdrawn, AGREEMENT_GONE, words, found.team, Due(c.recorded_at, "At once"))


def with_whom(entries: Iterable[Entry], child_id: str) -> HandOn | None:
    """The hand-over after which the record goes on growing, unless the child came back."""
    last = last_hand_on(entries, child_id)
    return last if last and not last.returned else None


def look_again(c: Command, answered: Entry, agency: str) -> None:
    """Something came after a decision with which nobody has the child: MASH reads it at once."""
    words = f"Look at a decision again: {agency} answered after it"
    make(c, answered, LOOK_AGAIN, words, MASH_SOCIAL_WORKER, Due(c.recorded_at, "At once"))


_TEXTS = ("way", "to", "team", "why", "support")
_OPTIONAL = (
    *("receiver", "agreement", "panel_consent"),
    *("stepped_from", "stepped_to", "authorised"),
)


@projects(HANDED_ON, of="contact")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """Held against its shape: no table has anything of it."""
    if not child_named(db, entry):
        return
    for name in _TEXTS:
        field(entry, name, str)
    for name in ("receiver", "panel_consent", "stepped_from", "stepped_to", "authorised"):
        text_or_none(entry, name)
    body = entry.body or {}
    if body["way"] not in WAYS or body["team"] not in ROLES:
        raise ValueError(f"{HANDED_ON} has a way among {WAYS} and a team that can sign in.")
    if body["way"] == STEP_DOWN:
        for name in ("receiver", "stepped_from", "stepped_to"):
            field(entry, name, str)
    if body.get("agreement") is not None:
        field(entry, "agreement", dict)


@projects(RECEIVED, of="contact")
@projects(RETURNED, of="contact")
def answer_can_be_read_again(db: Database, entry: Entry) -> None:
    """It answers a hand-over of the same child, and not one's own."""
    child = child_named(db, entry)
    if child is None:
        return
    field(entry, "words", str)
    handed = entry_of(db, field(entry, "hand_on", str))
    if handed is None or (handed.stream, handed.kind) != (entry.stream, HANDED_ON):
        raise ValueError(f"{entry.kind} is about a hand-over of the same contact.")
    if handed.body is not None and handed.body["child"] != child:
        raise ValueError(f"{entry.kind} is about a hand-over of another child.")
    if handed.human_id in entry.author.humans:
        raise ValueError("Nobody confirms what they handed on themselves.")
