"""Whom MASH asked about a child, what for and by when, and what came back.

    check_asked    {child, agency, other, what, due_at, due_words}
    check_answered {child, check, result, words}      result: information, nothing_held, refused

A check's id is that of the entry that asked. An agency may answer again: all its answers stay, and
the last says how the check stands. That nothing is held is an answer, and no reassurance.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from store.bodies import field, moment_or_none, text_or_none
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import ContactChild, about, child_named, say
from store.own_tasks import Due
from store.reading import entry as entry_of
from store.stream_names import contact
from store.tables import projects

ASKED = "check_asked"
ANSWERED = "check_answered"

INFORMATION, NOTHING_HELD, REFUSED = "information", "nothing_held", "refused"
RESULTS = (INFORMATION, NOTHING_HELD, REFUSED)
WAITING, LATE = "asked", "late"


@dataclass(frozen=True)
class Answer:
    """``words`` is None where they were erased by law."""

    entry_id: str
    result: str
    words: str | None
    at: datetime
    by: str


@dataclass(frozen=True)
class Check:
    """One agency that was asked. ``other`` names it where the list of agencies does not."""

    id: str
    agency: str
    other: str | None
    what: str
    due_at: datetime
    due_words: str
    asked_at: datetime
    asked_by: str
    answers: tuple[Answer, ...] = ()

    @property
    def result(self) -> str | None:
        """What the last answer came to; nothing while there is none."""
        return self.answers[-1].result if self.answers else None

    def status(self, now: datetime) -> str:
        """``information``, ``nothing_held`` or ``refused``; without an answer ``asked``, and
        ``late`` once its time is over."""
        return self.result or (LATE if now > self.due_at else WAITING)

    @property
    def was_late(self) -> bool:
        """Whether the first answer came after its time."""
        return bool(self.answers) and self.answers[0].at > self.due_at


def checks_in(entries: Iterable[Entry], child_id: str) -> tuple[Check, ...]:
    """Those about one child, in the order in which they were asked."""
    found: dict[str, Check] = {}
    for entry in about(entries, child_id, ASKED, ANSWERED):
        body = entry.body or {}
        if entry.kind == ASKED:
            found[entry.id] = Check(
                id=entry.id,
                agency=body["agency"],
                other=body["other"],
                what=body["what"],
                due_at=datetime.fromisoformat(body["due_at"]),
                due_words=body["due_words"],
                asked_at=entry.happened_at,
                asked_by=entry.human_id,
            )
        elif before := found.get(body["check"]):
            came = Answer(
                entry.id, body["result"], body["words"], entry.happened_at, entry.human_id
            )
            found[before.id] = replace(before, answers=(*before.answers, came))
    return tuple(found.values())


@dataclass(frozen=True)
class Counted:
    """How many checks stand how. ``late`` are those without an answer whose time is over."""

    asked: int
    information: int
    nothing_held: int
    refused: int
    waiting: int
    late: int


def counted(checks: Iterable[Check], now: datetime) -> Counted:
    states = [check.status(now) for check in checks]
    return Counted(
        asked=len(states),
        information=states.count(INFORMATION),
        nothing_held=states.count(NOTHING_HELD),
        refused=states.count(REFUSED),
        waiting=states.count(WAITING),
        late=states.count(LATE),
    )


def ask(
    c: Command, child: ContactChild, agency: str, what: str, due: Due, other: str = ""
) -> Entry:
    """Ask one agency. ``other`` names it where ``agency`` is none of the list."""
    body = {
        "agency": agency,
        "other": other or None,
        "what": what,
        "due_at": due.at.isoformat(),
        "due_words": due.words,
    }
    return say(c, child, ASKED, body)


def answer(
    c: Command,
    child: ContactChild,
    check_id: str,
    result: str,
    words: str,
    at: datetime | None = None,
) -> Entry:
    """What came back, at the time it came."""
    body = {"child": child.id, "check": check_id, "result": result, "words": words}
    return c.append(
        contact(child.contact_id), ANSWERED, body, caused_by=check_id,
        occurred_at=at, precision="minute" if at else "second",
    )  # fmt: skip


@projects(ASKED, of="contact")
def asked_can_be_read_again(db: Database, entry: Entry) -> None:
    """Held against its shape: no table has anything of it."""
    if not child_named(db, entry):
        return
    for name in ("agency", "what", "due_words", "due_at"):
        field(entry, name, str)
    text_or_none(entry, "other")
    moment_or_none(entry, "due_at")


@projects(ANSWERED, of="contact")
def answer_can_be_read_again(db: Database, entry: Entry) -> None:
    """It answers a check about the same child of the same contact."""
    child = child_named(db, entry)
    if child is None:
        return
    if field(entry, "result", str) not in RESULTS:
        raise ValueError(f"{ANSWERED} has a result that is one of {RESULTS}.")
    field(entry, "words", str)
    asked = entry_of(db, field(entry, "check", str))
    if asked is None or (asked.stream, asked.kind) != (entry.stream, ASKED):
        raise ValueError(f"{ANSWERED} answers a check of the same contact.")
    if asked.body is not None and asked.body["child"] != child:
        raise ValueError(f"{ANSWERED} answers a check about another child.")
