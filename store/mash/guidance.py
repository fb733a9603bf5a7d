"""What a manager said about a child between meetings, on record.

    guidance_noted {child, words, by}

``by`` is the manager who said it where somebody else writes it down, and null where the manager
does so themself.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from protocol.people import SIGNS_FOR
from store.bodies import field, text_or_none
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import GIVEN_TO, ContactChild, about, say
from store.signatures import Signature
from store.tables import projects

NOTED = "guidance_noted"

MANAGERS = frozenset(role for roles in SIGNS_FOR.values() for role in roles)
SIGNED = ("given", "sent_back", "declined")
"""A manager has said something to what was asked."""


@dataclass(frozen=True)
class Guidance:
    """``words`` is None once it was erased by law. ``by`` said it, ``noted_by`` wrote it down."""

    words: str | None
    by: str
    noted_by: str
    at: datetime


def note(c: Command, child: ContactChild, words: str, by: str | None) -> Entry:
    """Put a manager's words on record."""
    return say(c, child, NOTED, {"words": words, "by": None if by == c.author.human_id else by})


def guidance(entries: Iterable[Entry], child_id: str) -> tuple[Guidance, ...]:
    """All of it about one child, the latest first."""
    noted = about(entries, child_id, NOTED)
    return tuple(
        Guidance(
            (e.body or {}).get("words"),
            (e.body or {}).get("by") or e.human_id,
            e.human_id,
            e.happened_at,
        )
        for e in reversed(noted)
    )


def managers_wrote(
    entries: Iterable[Entry], child: ContactChild, signatures: Collection[Signature]
) -> bool:
    """Whether any manager has left a word of their own about this child. What a worker wrote down
    for one, and whom a child was given to, is none."""
    own = any(
        e.role in MANAGERS and e.caused_by == child.entry_id and e.kind != GIVEN_TO for e in entries
    )
    return own or any(each.state in SIGNED for each in signatures)


@projects(NOTED, of="contact")
def check(db: Database, entry: Entry) -> None:
    """Held against its shape: no table has anything of it."""
    if entry.body is None:
        return
    text_or_none(entry, "by")
    if not field(entry, "words", str).strip() or not field(entry, "child", str):
        raise ValueError(f"{NOTED} needs what was said, in words.")
