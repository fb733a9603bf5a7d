"""The officer's own decision. It opens the case, and is recorded beside the advice."""

from hashlib import sha256
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.decision import DecisionForm
from protocol.advice import Advice
from protocol.decisions import TONIGHT, Departure, departures
from protocol.exchange import findings_json
from protocol.people import HELD_BY
from rules.facts import write_value
from rules.rule import Force
from store.ids import new_id
from store.journal import AlreadyDone, Command, Conflict, Entry
from store.presentations import Presentation
from store.stream_names import person
from views import clock, presenting
from views.doors import PRESENTATIONS, open_to

bp = Blueprint("decision", __name__)


@bp.route("/young-person/<uuid:id>/decision", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def decide(id: Any) -> ResponseReturnValue:
    found = presenting.presentation(id)
    if found.state == "decided":
        return redirect(url_for("cases.case", id=found.id))
    advice, form = presenting.advice_for(found), DecisionForm()
    if request.method == "GET":
        return ask(found, advice, form)

    seen = request.form.get("seen") == digest(advice) and (
        presenting.posted_seq() == presenting.head(found)
    )
    departs = departs_from(advice, form)
    if departs:
        form.ask_about_departure()
    if not form.validate():
        return ask(found, advice, form, departs), 400
    if not seen:
        form.form_errors.append(
            "The advice has changed since you opened this page. Look at it again, then save"
        )
        return ask(found, advice, form, departs), 409
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            record(c, found, advice, form, departs)
    except AlreadyDone:
        pass  # the same page, posted twice
    except Conflict:
        form.form_errors.append(
            "Somebody else has just saved something here. Look again, then save"
        )
        return ask(presenting.presentation(id), advice, form, departs), 409
    return redirect(url_for("cases.case", id=found.id))


def ask(
    found: Presentation,
    advice: Advice,
    form: DecisionForm,
    departs: tuple[Departure, ...] = (),
) -> str:
    return render_template(
        "card/decision.html",
        presentation=found,
        advice=advice,
        form=form,
        departs=[advice.duty(departure.rule) for departure in departs],
        seen=digest(advice),
        seq=presenting.head(found),
        command_id=request.form.get("command_id") or new_id(),
        now=clock.now(),
    )


def departs_from(advice: Advice, form: DecisionForm) -> tuple[Departure, ...]:
    chosen = form.decision.data
    return departures(TONIGHT, TONIGHT.option(chosen), advice) if chosen else ()


def digest(advice: Advice) -> str:
    """What the officer has seen: which rules apply, under which pack."""
    applied = [advice.findings.pack.hash, *(duty.rule.id for duty in advice.applies)]
    return sha256(" ".join(applied).encode()).hexdigest()[:16]


def record(
    c: Command,
    found: Presentation,
    advice: Advice,
    form: DecisionForm,
    departs: tuple[Departure, ...],
) -> None:
    """Advice, decision, person, case and tasks, all or nothing."""
    stream, person_id = presenting.stream(found), new_id()
    facts = presenting.facts(found)
    findings = advice.findings
    given = {
        fact: write_value(value)
        for fact, value in findings.facts.items()
        if not findings.pack.fact[fact].operator
    }
    advised = c.append(
        stream,
        "advice_given",
        {"facts": given, "findings": findings_json(findings)},
        expect_seq=presenting.posted_seq(),
    )
    decided = c.append(
        stream,
        "decision_made",
        {
            "decision": TONIGHT.id,
            "question": TONIGHT.question,
            "option": form.decision.data,
            "option_words": TONIGHT.option(form.decision.data).says,
            "reason": form.reason.data,
            "told_young_person": form.told.data,
            "departures": [
                {"rule": departure.rule, "act": departure.act, "force": departure.force.value}
                for departure in departs
            ],
            "departure_reason": form.departure_reason.data if departs else None,
            "departure_words": form.departure_words.data if departs else None,
            "needs_manager": bool(departs) or advice.silent,
        },
        caused_by=advised.id,
    )
    born = facts.get("date_of_birth")
    c.append(
        person(person_id),
        "person_recorded",
        {
            "name": form.name.data or "Name not given",
            "date_of_birth": None if born == "not_known" else born,
        },
        caused_by=decided.id,
    )
    opened = {"person_id": person_id, "reference": found.reference}
    c.append(stream, "case_opened", opened, caused_by=decided.id)
    create_tasks(c, stream, advice, decided, {departure.rule for departure in departs})


def create_tasks(
    c: Command, stream: str, advice: Advice, decided: Entry, departed: set[str]
) -> None:
    """A task for all that must be done. A duty manager holds it until somebody accepts it."""
    for duty in advice.applies:
        if duty.force is not Force.MUST or duty.rule.id in departed:
            continue
        task = {
            "task_id": new_id(),
            "rule_id": duty.rule.id,
            "words": duty.rule.words,
            "owner_role": duty.rule.owner,
            "held_by_role": HELD_BY[duty.rule.owner],
            "due_at": duty.due.isoformat() if duty.due else None,
            "due_words": duty.due_words,
            "force": duty.force.value,
        }
        c.append(stream, "task_created", task, caused_by=decided.id)
