"""Across cases: what young people need most often, what is late, and how they say they are treated.

Nobody's name stands here, and nobody is ranked. Restricted cases are counted like all others; a
reference stands only for a case that whoever reads may know of, and never beside a number of cases
that would tell that there are others. A file to take away says "fewer than 5" for one to four.
"""

from collections.abc import Callable, Iterable

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from checklists.fifty_points import points
from protocol.plan_words import ASSESSMENT, CHECKLIST, HOUSING, OTHER
from protocol.rights import ASKED, SAYS
from store.across import LATE, Counts, across
from store.cases import case_file
from views import clock, database, reading
from views.doors import LEDGERS, open_to
from views.spreadsheet import spreadsheet

bp = Blueprint("across", __name__, url_prefix="/across")

SMALL = 5
"""From how many on a file says how many."""

SOURCES = {
    CHECKLIST: "The fifty points",
    ASSESSMENT: "The assessment",
    HOUSING: "Housing",
    OTHER: "Somebody added it",
}
NOT_ANSWERED = {"": "Not answered"}

Say = Callable[[int], str]
Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


@bp.get("")
@open_to(LEDGERS)
def page() -> ResponseReturnValue:
    reading.record("ledger_read", {"ledger": "across"})
    counts = across(database.current(), clock.now())
    return render_template(
        "across/across.html",
        counts=counts,
        tables={name: make(counts, str) for name, (make, _) in TABLES.items()},
        never=[str(each.number) for each in points() if not counts.talked_about[each.number]],
        captions={name: caption for name, (_, caption) in TABLES.items()},
        late=known(counts.late),
        missed=known(counts.missed),
    )


@bp.get("/<name>.csv")
@open_to(LEDGERS)
def as_csv(name: str) -> ResponseReturnValue:
    """One of the tables, to take away."""
    if name not in TABLES:
        abort(404)
    reading.record("ledger_read", {"ledger": f"across, {name}", "as": "csv"})
    heads, rows = TABLES[name][0](across(database.current(), clock.now()), few)
    return spreadsheet(f"across-{name}", heads, rows)


def few(number: int) -> str:
    """A number that tells nobody apart, for a file."""
    return f"fewer than {SMALL}" if 0 < number < SMALL else str(number)


def known(ids: Iterable[str]) -> list[tuple[str, str]]:
    """Reference and page of those whoever reads may know of, by reference."""
    db, reader = database.current(), current_user.account.human_id
    files = [case_file(db, id, reader) for id in ids]
    return sorted(
        (file.case.reference or "Without a reference", url_for("support.support", id=file.case.id))
        for file in files
        if file
    )


def points_table(counts: Counts, say: Say) -> Table:
    """In the order of the appendix. No worry where nobody has asked reassures nobody: how many were
    asked stands beside it."""
    return (
        ("Point", "Question", "Talked about with", "With a worry", "With something to do"),
        [
            (
                str(each.number),
                each.question,
                say(counts.talked_about[each.number]),
                say(counts.worries[each.number]),
                say(counts.to_work_on[each.number]),
            )
            for each in points()
        ],
    )


def actions_table(counts: Counts, say: Say) -> Table:
    return (
        ("Where the action comes from", *(words for _, words, _ in LATE)),
        [
            (words, *(say(counts.actions[source, late]) for late, _, _ in LATE))
            for source, words in SOURCES.items()
        ],
    )


def visits_table(counts: Counts, say: Say) -> Table:
    return (
        ("What", "How many"),
        [
            ("Young people whose support goes on", say(counts.young_people)),
            ("Days missed in the last 28 days", say(counts.days_missed)),
            ("Missed days nobody has answered for yet", say(counts.days_to_answer)),
        ],
    )


def feedback_table(counts: Counts, say: Say) -> Table:
    says = SAYS | NOT_ANSWERED
    return (
        ("Question", *says.values()),
        [
            (question, *(say(counts.answers[id, said]) for said in says))
            for id, question in ASKED.items()
        ],
    )


TABLES = {
    "points": (points_table, "The fifty points"),
    "actions": (actions_table, "Actions of plans that are late"),
    "visits": (visits_table, "Visits"),
    "feedback": (feedback_table, "What they say of how they were treated"),
}
