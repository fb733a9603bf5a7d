"""What the pages about one presentation share."""

import re
from datetime import datetime
from typing import Any

from flask import abort, current_app, request
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer

from protocol.advice import Advice
from store import answers, journal, presentations, stream_names
from store.established import established_so_far
from store.ids import new_id
from store.journal import command
from store.presentations import Presentation
from store.restrictions import may_see_case
from views import clock, database
from views.rules_in_force import advice_now


def presentation(id: Any) -> Presentation:
    db = database.current()
    found = presentations.presentation(db, str(id)) or abort(404)
    if found.state == "decided" and not may_see_case(db, found.id, current_user.account.human_id):
        abort(404)  # a restricted case is hidden with the card it began with
    return found


def open_presentation(id: Any) -> Presentation:
    """One whose decision is still to come. Once decided, its answers no longer change here."""
    found = presentation(id)
    return found if found.state == "open" else abort(409)


def stream(found: Presentation) -> str:
    return stream_names.case(found.id)


def facts(found: Presentation) -> dict[str, Any]:
    """What was answered, and over it what something on record establishes."""
    db = database.current()
    return {**answers.facts_so_far(db, stream(found)), **established_so_far(db, stream(found))}


def answered(found: Presentation) -> list[dict[str, Any]]:
    """What was answered, as it was asked and shown, in the order of the questions."""
    given = answers.answers_so_far(database.current(), stream(found), "card")
    return [answer for answer in given.values() if answer["value"]]


def advice_for(found: Presentation) -> Advice:
    return advice_now(facts(found))


def head(found: Presentation) -> int:
    """The number of the last entry: what a page saw when it was shown."""
    return journal.head(database.current(), stream(found))


def carry_out(command_id: str) -> Any:
    """A command of whoever is signed in, now."""
    return command(
        database.current(), command_id, author=current_user.author, recorded_at=clock.now()
    )


# What a page carries to be saved once, and not over somebody else's answers.


def posted_seq() -> int:
    typed = request.form.get("seq", "")
    return int(typed) if re.fullmatch("[0-9]{1,9}", typed) else abort(400)


def posted_command_id() -> str:
    typed = request.form.get("command_id", "")
    return typed if re.fullmatch("[0-9a-f-]{36}", typed) else abort(400)


def done_before() -> bool:
    """The same page was posted before, and has done what it was to do."""
    return bool(journal.entries_of(database.current(), posted_command_id()))


def new_ticket() -> str:
    """Names a presentation that is not recorded yet, and when its page was opened."""
    return _tickets().dumps([new_id(), clock.now().isoformat()])


def read_ticket(ticket: str) -> tuple[str, datetime]:
    """The presentation's id, and when its page was opened."""
    try:
        id, opened_at = _tickets().loads(ticket)
    except BadSignature:
        abort(400)
    return id, datetime.fromisoformat(opened_at)


def _tickets() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key, salt="presentation")
