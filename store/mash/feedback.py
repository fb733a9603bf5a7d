"""Telling whoever told MASH what was decided, or recording why that is not safe.

    feedback_sent     {child, text, next_time, how, to, quality}
    feedback_withheld {child, code, words}

``quality`` is whether what was told was complete, said who had agreed, and was clear: each yes, no
or not_known. Decided anew, it is told anew. A person reads what is sent and confirms it; nothing
here sends anything.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlite_utils import Database

from protocol.people import MASH_SOCIAL_WORKER
from rules.answers import Answer
from store.bodies import field
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import DECIDED, ContactChild, about, child_named, say
from store.own_tasks import Due, finish_in, make, still_open
from store.reading import read
from store.stream_names import contact
from store.tables import projects
from thresholds.after_decision import TELL_REFERRER, ends, in_words
from thresholds.deciding import waits

SENT = "feedback_sent"
WITHHELD = "feedback_withheld"
TASK = "mash-feedback"
TELL = "Tell whoever told us what was decided, or record why that is not safe"
TELL_ONCE_SIGNED = f"Once the decision is signed: {TELL[0].lower()}{TELL[1:]}"

QUALITY = ("complete", "consent_stated", "concern_clear")


def settled(entries: Iterable[Entry], child_id: str) -> Entry | None:
    """What was sent, or why nothing was, since the last decision; nothing where neither was."""
    found: Entry | None = None
    for entry in about(entries, child_id, DECIDED, SENT, WITHHELD):
        found = None if entry.kind == DECIDED else entry
    return found


def due_from(decided_at: datetime) -> Due:
    """One working day after the decision."""
    return Due(ends(TELL_REFERRER, decided_at), in_words(TELL_REFERRER, decided_at))


def ask_for(c: Command, child: ContactChild, decided: Entry) -> None:
    """A task of its own, as soon as it is decided; what has to be signed is told once it is. What
    was asked for after a decision before this one is asked for no longer."""
    stream = decided.stream
    for task in still_open(c, child.contact_id, (TASK,), _decisions(c, child)):
        c.append(stream, "task_closed", {"task_id": task.id, "words": task.words})
    words = TELL_ONCE_SIGNED if waits((decided.body or {}).get("second", ())) else TELL
    make(c, decided, TASK, words, MASH_SOCIAL_WORKER, due_from(decided.happened_at))


def send(
    c: Command,
    child: ContactChild,
    text: str,
    next_time: str | None,
    how: str,
    to: str,
    quality: Mapping[str, str],
) -> Entry:
    """Somebody has read it, and it has gone."""
    body = {"text": text, "next_time": next_time, "how": how, "to": to, "quality": dict(quality)}
    return _settle(c, child, say(c, child, SENT, body))


def withhold(c: Command, child: ContactChild, code: str, words: str) -> Entry:
    """Nothing goes to whoever told MASH, for a reason."""
    return _settle(c, child, say(c, child, WITHHELD, {"code": code, "words": words}))


def _settle(c: Command, child: ContactChild, done: Entry) -> Entry:
    finish_in(c, done.stream, (TASK,), _decisions(c, child))
    return done


def _decisions(c: Command, child: ContactChild) -> list[str]:
    return [e.id for e in about(read(c.db, contact(child.contact_id)), child.id, DECIDED)]


@projects(SENT, of="contact")
def sent_can_be_read_again(db: Database, entry: Entry) -> None:
    """Held against its shape: no table has anything of it."""
    if not child_named(db, entry):
        return
    for name in ("text", "how", "to"):
        if not field(entry, name, str).strip():
            raise ValueError(f"{SENT} needs {name} in words.")
    quality = field(entry, "quality", dict)
    answers = {answer.value for answer in Answer}
    if set(quality) != set(QUALITY) or not set(quality.values()) <= answers:
        raise ValueError(f"{SENT} answers each of {QUALITY} with one of {answers}.")


@projects(WITHHELD, of="contact")
def withheld_can_be_read_again(db: Database, entry: Entry) -> None:
    if child_named(db, entry):
        for name in ("code", "words"):
            if not field(entry, name, str).strip():
                raise ValueError(f"{WITHHELD} needs {name} in words.")
