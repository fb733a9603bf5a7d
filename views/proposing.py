"""The head of service proposes that a value counts as confirmed, whatever the value is."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from flask import request

from store import journal
from store.journal import AlreadyDone, Command
from store.proposals import DayGoneBy, Proposal, ProposedAlready
from views import database, presenting


def refused(
    form: Any,
    value_hash: str,
    noun: str,
    propose: Callable[[Command, date, str], Any],
    kind: str,
    said: Mapping[str, str],
) -> int | None:
    """Record what was posted, once. The status with which it was refused, and why in the form; or
    nothing, once it is on record.

    ``value_hash`` is what the page was about, which ``noun`` calls; ``kind`` and ``said`` are the
    entry that it leads to and what that says of the value.
    """
    valid = form.validate()
    if request.form.get("seen") != value_hash and not presenting.done_before():
        form.form_errors.append(f"The {noun} has changed since you opened this page. Look again")
        return 409
    if not valid:
        return 400
    starts_on, reasons = form.starts_on.data, form.reasons.data
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            propose(c, starts_on, reasons)
        return None
    except AlreadyDone:
        posted = {**said, "starts_on": starts_on.isoformat(), "reasons": reasons}
        if _was_recorded(kind, posted):
            return None  # the same page, posted twice
        problem = "You have saved this page before, differently"
    except ProposedAlready:
        problem = f"This {noun} was proposed already. Yours was not saved"
    except DayGoneBy:  # midnight came between the check of the form and the record
        problem = "The day it counts from must be today or in the future"
    form.form_errors.append(problem)
    return 409


def reasons_of(each: Proposal) -> str:
    """Why it was proposed, in the words of whoever did."""
    proposed = journal.entry(database.current(), each.entry_id)
    return (proposed and proposed.body and proposed.body["reasons"]) or "Erased by law"


def _was_recorded(kind: str, posted: Mapping[str, str]) -> bool:
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    return any(e.kind == kind and e.body and posted.items() <= e.body.items() for e in done)
