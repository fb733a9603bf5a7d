"""A store to try things on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from store import stream_names
from store.database import connect
from store.ids import new_id
from store.journal import Author, Entry, command
from store.migrations import migrate

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ADA = Author("human-ada", "account-ada", "housing_needs_officer")
BO = Author("human-bo", "account-bo", "mash_social_worker")


@contextmanager
def a_store(path: Path) -> Iterator[Database]:
    """A store with its schema, closed at the end."""
    db = connect(path)
    try:
        migrate(db)
        yield db
    finally:
        db.close()


def a_case() -> str:
    return stream_names.case(new_id())


def a_person() -> str:
    return stream_names.person(new_id())


def appended(
    db: Database,
    stream: str,
    kind: str = "advice_given",
    body: Mapping[str, Any] | None = None,
    *,
    author: Author = ADA,
    at: datetime = NOW,
    **more: Any,
) -> Entry:
    """One entry, by a command of its own."""
    with command(db, new_id(), author=author, recorded_at=at) as c:
        return c.append(stream, kind, {} if body is None else body, **more)


def answers(facts: Mapping[str, Any], journey: str = "first-contact") -> dict[str, Any]:
    """The body of ``answers_given`` for these facts, one question to a fact."""
    return {
        "journey": journey,
        "page": "page-1",
        "answers": [
            {"question": fact, "wording": fact, "value": value, "standing": "answered"}
            for fact, value in facts.items()
        ],
        "facts": dict(facts),
    }


def decision(**more: Any) -> dict[str, Any]:
    """The body of ``decision_made``."""
    return {
        "decision": "first_contact",
        "option": "open_case",
        "reason": "",
        "told_young_person": "yes",
        "departures": [],
        "departure_reason": None,
        "departure_words": "",
        "needs_manager": False,
        **more,
    }


def task(**more: Any) -> dict[str, Any]:
    """The body of ``task_created``."""
    return {
        "task_id": new_id(),
        "rule_id": "3-l",
        "words": "Refer to MASH",
        "owner_role": "housing_needs_officer",
        "held_by_role": "housing_needs_officer",
        "due_at": None,
        "due_words": "No deadline in the protocol",
        "force": "must",
        **more,
    }
