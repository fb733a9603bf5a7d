"""The assessment of one young person: its clock, its halves, what it found, and how long."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.case_journeys.assessment import HOUSINGS_HALF, SOCIAL_WORKS_HALF
from forms.extension import ExtensionForm
from forms.journeys import Answers
from protocol import s5_1_assessment
from protocol.extensions import EXTENSION
from protocol.people import HOUSING_OPTIONS_ASSESSOR, OWNERS, SOCIAL_WORKER
from rules.answers import YES
from rules.calendar import london
from rules.rule import Force
from store import tasks
from store.accounts import humans
from store.cases import CaseFile
from store.duties import FROM_RECEIPT
from store.ids import new_id
from store.records import SAVED
from views import clock, database, presenting, reading
from views.case_clocks import BEFORE_CLOSING, clocks
from views.case_to_do import to_do
from views.cases import file_of
from views.doors import CASES, SOCIAL_WORK_MANAGERS, open_to
from views.keeping_up import record
from views.longer_assessment import agreed_until, last_moment, received, said_of_longer
from views.parts_of_a_case import about
from views.words import moment, said

bp = Blueprint("assessment", __name__, url_prefix="/cases/<uuid:id>/assessment")

Names = Mapping[str, str]


@dataclass(frozen=True)
class Half:
    """One half of the joint assessment. ``done`` is yes, no, or nothing where nobody has said."""

    whose: str
    done: str | None
    words: str
    by: str


@bp.get("")
@open_to(CASES)
def assessment(id: Any) -> ResponseReturnValue:
    file = file_of(id)
    reading.record("case_read", {"case_id": file.case.id, "page": "assessment"})
    return show(file, blank())


@bp.post("/longer")
@open_to(SOCIAL_WORK_MANAGERS)
def longer(id: Any) -> ResponseReturnValue:
    """It is agreed now, whatever anybody says later: nobody gives another time for it."""
    file, now = file_of(id), clock.now()
    form = ExtensionForm(opened_at=now, now=now)
    if not form.validate():
        return show(file, form), 400
    body = {"record": EXTENSION, "id": new_id(), "fields": fields_of(form, now)}
    record(file.case.id, SAVED, body)
    return redirect(url_for(".assessment", id=file.case.id))


def blank() -> ExtensionForm:
    now = clock.now()
    return ExtensionForm(formdata=None, opened_at=now, now=now)


def fields_of(form: ExtensionForm, now: datetime) -> dict[str, Any]:
    def answer(wording: str, value: Any, words: str | None = None) -> dict[str, Any]:
        standing = "not_asked" if value is None else "answered"
        return {"wording": wording, "value": value, "words": words, "standing": standing}

    until = form.until.data
    return {
        "agreed": answer(form.agreed.label.text, form.agreed.data),
        "until": answer(form.until.label.text, until and until.isoformat()),
        "reasons": answer(form.reasons.label.text, form.reasons.data),
        "at": answer("When was this said?", now.isoformat()),
        "by_manager": answer("Did a manager say it?", "yes"),
        "reasons_recorded": answer("Did the manager record the reasons?", "yes"),
    }


def show(file: CaseFile, form: ExtensionForm) -> str:
    db, now = database.current(), clock.now()
    found = presenting.presentation(file.case.id)
    entries = presenting.entries_of(found)
    counts = presenting.standing(found, entries).counts
    facts = presenting.facts(found, entries, counts)
    advice = presenting.advice_for(found, entries, counts)
    names, pack = humans(db), advice.findings.pack
    received_at = received(advice)
    left = to_do(
        advice,
        tasks.tasks_of(db, file.case.id),
        {entry.id: entry for entry in entries},
        frozenset(),
        {},
    )
    timed = [e for e in left if e.rule_id in pack.rule and pack.rule[e.rule_id].due in FROM_RECEIPT]
    due = last_moment(advice)
    longer_ones = said_of_longer(entries, due)
    extended_until = agreed_until(longer_ones)
    running = clocks(advice, timed, received_at, facts, now, extended_until)
    return render_template(
        "assessment/assessment.html",
        file=file,
        form=form,
        clocks=[each for each in running if each.what != (BEFORE_CLOSING,)],
        complete=advice.findings.facts.get("assessment_complete") is YES,
        due=due,
        late=bool(due) and london(now).date() > london(due).date(),
        halves=halves(counts.answers, names, now),
        findings=found_so_far(counts.answers, names, now),
        longer=longer_ones,
        extended_until=extended_until,
        extended_is_over=bool(extended_until) and london(now).date() > extended_until,
        must=[
            duty
            for duty in advice.applies
            if duty.rule.id in about(s5_1_assessment) and duty.force is not Force.MUST_NOT
        ],
        may_extend=current_user.role in SOCIAL_WORK_MANAGERS,
        humans=names,
        command_id=presenting.carried_command_id(),
        now=now,
    )


def halves(answers: Answers, names: Names, now: datetime) -> tuple[Half, ...]:
    """Both, whether they are done or not: nobody waits for the other without knowing it."""
    return tuple(
        Half(
            OWNERS[role],
            value(answers, question),
            str(value(answers, words) or ""),
            who_said(answers, question, names, now),
        )
        for role, question, words in (
            (SOCIAL_WORKER, SOCIAL_WORKS_HALF, "social_work_half_words"),
            (HOUSING_OPTIONS_ASSESSOR, HOUSINGS_HALF, "housing_half_words"),
        )
    )


def found_so_far(answers: Answers, names: Names, now: datetime) -> list[dict[str, str]]:
    """What was found, by whom, and when that was written down."""
    return [
        {
            "key": key,
            "words": said(answers[question]) if value(answers, question) else "Not known yet",
            "why": str(value(answers, why) or ""),
            "by": who_said(answers, question, names, now),
        }
        for question, key, why in (
            ("in_need", "In need", "in_need_words"),
            (
                "assessed_as_needing_accommodation",
                "Needs accommodation",
                "needing_accommodation_words",
            ),
            ("assessment_decided_at", "When that was decided", "decided_by"),
            ("assessment_complete", "Assessment complete", ""),
        )
    ]


def value(answers: Answers, question: str) -> Any:
    return answers.get(question, {}).get("value")


def who_said(answers: Answers, question: str, names: Names, now: datetime) -> str:
    """Whoever recorded an answer that counts, and when."""
    answer = answers.get(question, {})
    if answer.get("value") is None:
        return ""
    name, role = names.get(answer["human_id"], "Somebody"), answer["role"]
    return f"{name}, {OWNERS.get(role, role)}, {moment(answer['recorded_at'], now)}"
