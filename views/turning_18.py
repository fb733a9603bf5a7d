"""Turning 18: how long it is, what it takes out of reach, and that nothing ends by it alone."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from protocol.advice import Advice
from protocol.turning_18 import in_words
from rules.calendar import london
from rules.rule import Source
from views import case_summary, clock, presenting, reading
from views.case_turning_18 import turning_of
from views.cases import file_of
from views.confirmed import confirmation
from views.doors import CASES, open_to

bp = Blueprint("turning_18", __name__, url_prefix="/cases/<uuid:id>/turning-18")


@bp.get("")
@open_to(CASES)
def page(id: Any) -> ResponseReturnValue:
    file, now = file_of(id), clock.now()
    reading.record("case_read", {"case_id": file.case.id})
    found = presenting.presentation(file.case.id)
    entries = presenting.entries_of(found)
    advice = presenting.advice_for(found, entries)
    latest = {entry.kind: entry for entry in entries}
    answers = presenting.interview(found, entries).counts.answers
    return render_template(
        "turning_18/page.html",
        file=file,
        age=case_summary.age(file, advice, now),
        tonight=case_summary.tonight(advice, answers, latest, now),
        turning=turning_of(file, advice, now),
        in_words=in_words,
        said_source=said_source(advice),
        today=london(now).date(),
        now=now,
    )


def said_source(advice: Advice) -> Callable[[Source], str]:
    """Where something comes from. A reading says whether the council has confirmed it."""
    readings = advice.findings.pack.reading

    def said(source: Source) -> str:
        reading = readings.get(source.place) if source.kind == "reading" else None
        confirmed = reading and confirmation(reading)
        return f"Reading {source.place}, confirmed by the council" if confirmed else str(source)

    return said
