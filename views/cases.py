"""The case page: who, tonight, what is left to do, what is not known, and what happened."""

from typing import Any

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from protocol.advice import what_to_ask_next
from protocol.ages import age_in_words
from protocol.decisions import DEPARTURE_REASONS
from rules.calendar import london
from store import cases, contacts, identity, journal, signatures, stream_names, tasks
from store.accounts import humans
from store.cases import CaseFile
from store.established import BED
from store.ids import new_id
from views import clock, database, presenting, reading
from views.doors import CASES, PRESENTATIONS, open_to

bp = Blueprint("cases", __name__, url_prefix="/cases")


@bp.get("/<uuid:id>")
@open_to(CASES)
def case(id: Any) -> ResponseReturnValue:
    db, file = database.current(), file_of(id)
    reading.record("case_read", {"case_id": file.case.id})
    presentation = presenting.presentation(file.case.id)
    advice = presenting.advice_for(presentation)
    entries = journal.read(db, stream_names.case(file.case.id))
    latest = {entry.kind: entry for entry in entries}
    return render_template(
        "case/case.html",
        file=file,
        age=age(file, advice.findings.pack),
        tasks=tasks.tasks_of(db, file.case.id),
        contacts=contacts.contacts_of(db, file.case.id),
        signatures=signatures.signatures_of(db, file.case.id, current_user.account.human_id),
        applying={duty.rule.id for duty in advice.applies} | {signatures.TASK, identity.TASK},
        not_known=what_to_ask_next(advice),
        answers=presenting.answered(presentation),
        entries=entries,
        decision=latest["decision_made"].body,
        bed=latest.get(BED),
        departure_reasons=DEPARTURE_REASONS,
        humans=humans(db),
        may_do=current_user.role in PRESENTATIONS,
        new_id=new_id,
        now=clock.now(),
    )


def file_of(id: Any) -> CaseFile:
    """The case, if this reader may know of it."""
    return cases.case_file(database.current(), str(id), current_user.account.human_id) or abort(404)


def age(file: CaseFile, pack: Any) -> str:
    born = file.person and file.person.date_of_birth
    if not born:
        return "Not known: treated as a child"
    return age_in_words(pack, born, london(clock.now()).date())
