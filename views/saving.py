"""Saving a page at once, and never over what somebody else has saved."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from store import journal
from store.ids import new_id
from store.journal import AlreadyDone, Command, Conflict
from store.reading import read
from store.records import REMOVED, SAVED
from store.stream_names import case
from views import database, presenting
from views.keeping_up import keep_up

GIVEN = "answers_given"
SET_ASIDE = {GIVEN: "answers_set_aside", SAVED: "record_set_aside", REMOVED: "record_set_aside"}
"""What a page saves → what it is kept as when somebody else saved first."""


def save(
    id: str,
    kind: str,
    body: Mapping[str, Any],
    expect_seq: int,
    begin: Callable[[Command], int | None] = lambda c: None,
) -> str:
    """Nothing, once it is saved. Otherwise why it was not: it is kept beside what stands.

    ``begin`` may append first what a new presentation begins with, and gives the entry to follow.
    """
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            follow(c, case(id), begin(c) or expect_seq)
            c.append(case(id), kind, body)
        keep_up(id, presenting.posted_command_id())
        return ""
    except AlreadyDone:
        if was_saved(kind, body):
            keep_up(id, presenting.posted_command_id())
            return ""
        why = "You saved these questions before, differently"
    except Conflict:
        why = "Somebody else saved these questions while you were answering"
    set_aside(id, kind, body)
    return f"{why}. Look at what is different, then save again"


def follow(c: Command, stream: str, seq: int) -> None:
    """Conflict when answers were saved since the page was shown. Other entries do not matter."""
    entries = read(c.db, stream)
    if seq > len(entries) or any(entry.kind in SET_ASIDE for entry in entries[seq:]):
        raise Conflict(stream, seq, len(entries))


def was_saved(kind: str, body: Mapping[str, Any]) -> bool:
    """The same page, posted twice. Somebody who goes back can also change it and post it again."""
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    return any(entry.kind == kind and entry.body == body for entry in done)


def set_aside(id: str, kind: str, body: Mapping[str, Any]) -> None:
    with presenting.carry_out(new_id()) as c:
        c.append(case(id), SET_ASIDE[kind], body)


def different(
    mine: Iterable[Mapping[str, Any]], theirs: Mapping[str, Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each answer of mine beside the one that stands, where they differ."""
    return [
        (answer, theirs[answer["question"]])
        for answer in mine
        if answer["question"] in theirs and answer["value"] != theirs[answer["question"]]["value"]
    ]
