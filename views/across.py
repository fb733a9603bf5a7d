"""Across cases: what young people need most often, what is late, and how they say they are treated.

Nobody's name stands here, and nobody is ranked. Only the cases that whoever reads may know of are
counted, so that nothing tells whether there are others. One to four are "fewer than 5", on the page
and in a file to take away.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from checklists.fifty_points import points
from protocol.plan_words import ASSESSMENT, CHECKLIST, HOUSING, OTHER
from protocol.rights import ASKED, SAYS
from store.across import ACTIONS, LATE, POINTS, RIGHTS, VISITS, Counts, across
from store.cases import case_file
from views import clock, database, reading
from views.doors import LEDGERS, open_to
from views.spreadsheet import spreadsheet

bp = Blueprint("across", __name__, url_prefix="/across")

SMALL = 5
"""From how many on it is said how many."""

SOURCES = {
    CHECKLIST: "The fifty points",
    ASSESSMENT: "The assessment",
    HOUSING: "Housing",
    OTHER: "Somebody added it",
}
NOT_ANSWERED = {"": "Not answered"}

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


@bp.get("")
@open_to(LEDGERS)
def page() -> ResponseReturnValue:
    reading.record("ledger_read", {"ledger": "across"})
    counts = across(database.current(), clock.now(), current_user.account.human_id)
    return render_template(
        "across/across.html",
        counts=counts,
        few=few,
        tables={name: each.make(counts) for name, each in TABLES.items()},
        never=[str(each.number) for each in points() if not counts.talked_about[each.number]],
        captions={name: each.caption for name, each in TABLES.items()},
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
    reader, table = current_user.account.human_id, TABLES[name]
    counts = across(database.current(), clock.now(), reader, {table.counts})
    heads, rows = table.make(counts)
    return spreadsheet(f"across-{name}", heads, rows)


def few(number: int) -> str:
    """A number that tells nobody apart."""
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


def points_table(counts: Counts) -> Table:
    """In the order of the appendix. No worry where nobody has asked reassures nobody: how many were
    asked stands beside it."""
    return (
        ("Point", "Question", "Talked about with", "With a worry", "With something to do"),
        [
            (
                str(each.number),
                each.question,
                few(counts.talked_about[each.number]),
                few(counts.worries[each.number]),
                few(counts.to_work_on[each.number]),
            )
            for each in points()
        ],
    )


def actions_table(counts: Counts) -> Table:
    return (
        ("Where the action comes from", *(words for _, words, _ in LATE)),
        [
            (words, *(few(counts.actions[source, late]) for late, _, _ in LATE))
            for source, words in SOURCES.items()
        ],
    )


def visits_table(counts: Counts) -> Table:
    return (
        ("What", "How many"),
        [
            ("Young people whose support goes on", few(counts.young_people)),
            ("Days missed in the last 28 days", few(counts.days_missed)),
            ("Missed days nobody has answered for yet", few(counts.days_to_answer)),
        ],
    )


def feedback_table(counts: Counts) -> Table:
    says = SAYS | NOT_ANSWERED
    return (
        ("Question", *says.values()),
        [
            (question, *(few(counts.answers[id, said]) for said in says))
            for id, question in ASKED.items()
        ],
    )


@dataclass(frozen=True)
class Shown:
    """``counts`` is what has to be counted for it."""

    make: Callable[[Counts], Table]
    counts: str
    caption: str


TABLES = {
    "points": Shown(points_table, POINTS, "The fifty points"),
    "actions": Shown(actions_table, ACTIONS, "Actions of plans that are late"),
    "visits": Shown(visits_table, VISITS, "Visits"),
    "feedback": Shown(feedback_table, RIGHTS, "What they say of how they were treated"),
}
