"""After something is recorded on a case: tasks for what applies since, and times put right."""

from collections.abc import Mapping
from typing import Any

from flask import current_app

from rules.answers import YES
from store import duties, journal, presentations, stream_names
from store.journal import AlreadyDone
from store.presentations import Presentation
from views import database, presenting
from views.errors import NO_ADVICE
from views.presenting import Entries
from views.rules_in_force import findings_now


def record(id: str, kind: str, body: Mapping[str, Any], **when: Any) -> None:
    """Append to a case what was posted, once, and see to what follows from it."""
    command_id = presenting.posted_command_id()
    try:
        with presenting.carry_out(command_id) as c:
            c.append(stream_names.case(id), kind, body, **when)
    except AlreadyDone:
        pass  # the same page, posted twice
    keep_up(id, command_id)


def keep_up(id: str, command_id: str) -> None:
    """``command_id`` is that of what was recorded. Called again, it does nothing more.

    It is a command of its own: what was recorded stays, also when the rules cannot be run. Then
    the case page says so, and shows what is missing as soon as they can.
    """
    try:
        _keep_up(id, command_id)
    except NO_ADVICE as error:
        current_app.logger.error("The rules could not be run: %s", type(error).__name__)
    except AlreadyDone:
        pass  # the same page, posted twice


def _keep_up(id: str, command_id: str) -> None:
    db, stream = database.current(), stream_names.case(id)
    found = presentations.presentation(db, id)
    recorded = [e for e in journal.entries_of(db, command_id) if e.stream == stream]
    if found is None or found.state != "decided" or not recorded:
        return
    entries, cause, last = presenting.entries_of(found), recorded[0], recorded[-1]
    advice = presenting.advice_for(found, entries)
    began = applying(found, entries[: last.seq]) - applying(found, entries[: cause.seq - 1])
    with presenting.carry_out(f"{command_id}.tasks") as c:
        duties.keep_up(c, stream, advice, began, cause)


def applying(found: Presentation, entries: Entries) -> frozenset[str]:
    """The rules that would apply now if these entries were all."""
    findings = findings_now(presenting.facts(found, entries))
    return frozenset(rule.id for rule in findings.having(YES))
