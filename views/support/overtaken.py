"""What was decided about support and waits for a signature: what has happened since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_login import current_user

from store.bed_entries import ENDED
from store.checklist.checklist import checklists_in
from store.entry import Entry
from store.established import established_in
from store.signatures import Signature, signatures_of
from store.support.days import days_in, to_answer
from store.support.fewer_visits import DECIDED, decisions_in
from store.support.watch import watch_in
from views import database
from views.support.found import Found
from views.support.worries import Told, told_of

ANSWER_FIRST = (
    "First, for each day on which nobody is recorded as having seen them: record the visit, or "
    "answer that they are safe. It must not fall out of sight"
)
GONE = "They have left, or are missing. Support goes on until it is known where they are"

TOLD_SINCE = (
    "A worry was told since this was decided. It has to be decided anew, with that worry in sight. "
    "Your signature was not saved"
)
DECIDED_SINCE = (
    "Since this was decided they have had another bed or left, or somebody has decided anew or "
    "turned back to daily visits. Your signature was not saved"
)
MOVED_SINCE = (
    "They have left, or have another bed or support package, since this was decided. It has to be "
    "decided anew. Your signature was not saved"
)


@dataclass(frozen=True)
class WorryNow:
    """A worry as it stands now. ``is_new`` where it was told after the decision."""

    told: Told
    is_new: bool


def is_gone(entries: Sequence[Entry]) -> bool:
    """They have left or are missing, as far as anybody has recorded."""
    return established_in(entries).get("left_or_missing") == "yes"


def keeps_it_going(entries: Sequence[Entry], now: datetime) -> str:
    """Why support cannot end now, in words, or nothing."""
    if is_gone(entries):
        return GONE
    return ANSWER_FIRST if to_answer(days_in(entries, now)) else ""


def worries_now(about: Entry, entries: Sequence[Entry]) -> tuple[WorryNow, ...]:
    """Every worry on record, for whoever signs this decision."""
    told = told_of(checklists_in(entries))
    return tuple(WorryNow(each, each.seq > about.seq) for each in told)


def is_overtaken(about: Entry, entries: Sequence[Entry], now: datetime) -> str:
    """Why this decision cannot be signed any more, in words, or nothing."""
    if about.kind == DECIDED:
        if any(each.is_new for each in worries_now(about, entries)):
            return TOLD_SINCE
        return "" if decisions_in(entries)[-1].entry_id == about.id else DECIDED_SINCE
    if about.kind == ENDED:
        watch = watch_in(entries)
        stands = watch and watch.end and watch.end.entry.id == about.id
        return keeps_it_going(entries, now) if stands else MOVED_SINCE
    return ""


def latest_of(found: Found, decided: str, what: str) -> Signature | None:
    """The latest signature that was asked for this decision."""
    asked = signatures_of(database.current(), found.id, current_user.account.human_id)
    of_it = [each for each in asked if (each.subject, each.what) == (decided, what)]
    return of_it[-1] if of_it else None
