"""The officer's own decision. It opens the case, and is recorded beside the advice."""

from hashlib import sha256
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.decision import DecisionForm
from protocol.advice import Advice
from protocol.decisions import TONIGHT, Departure, departures
from store import decisions
from store.cases import CaseAlreadyOpen
from store.identity import NotOnRecord, Who
from store.journal import AlreadyDone, Conflict
from store.presentations import Presentation
from views import clock, database, people, presenting
from views.doors import PRESENTATIONS, open_to

bp = Blueprint("decision", __name__)

SELECT_AGAIN = (
    "What is on record of the person you selected has changed. Nothing is saved yet. "
    "Look again, then save"
)


@bp.route("/young-person/<uuid:id>/decision", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def decide(id: Any) -> ResponseReturnValue:
    found = presenting.presentation(id)
    if found.state == "decided" and (request.method != "POST" or presenting.done_before()):
        return redirect(url_for("hand_over.status", id=found.id))
    advice, form = presenting.advice_for(found), DecisionForm()
    if request.method != "POST":
        return ask(found, advice, form)

    departs = departs_from(advice, form)
    if departs:
        form.ask_about_departure()
    ask_who(found, form)
    valid, changed = form.validate(), changed_meanwhile(found, advice) or chosen_is_gone(form)
    if changed:
        # Said even where something is missing as well: the page shown next counts as seen.
        form.form_errors.append(changed)
        return ask(found, advice, form, departs), 409
    if not valid:
        return ask(found, advice, form, departs), 400
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            decisions.record(
                c,
                found,
                presenting.facts(found),
                advice,
                made(form),
                departs,
                presenting.posted_seq(),
            )
    except AlreadyDone:
        pass  # the same page, posted twice
    except Conflict:
        form.form_errors.append(
            "Somebody else has just saved something here. Look again, then save"
        )
        return ask(presenting.presentation(id), advice, form, departs), 409
    except (CaseAlreadyOpen, NotOnRecord):
        ask_who(found, form)
        form.form_errors.append(SELECT_AGAIN)
        return ask(found, advice, form, departs), 409
    return redirect(url_for("hand_over.status", id=found.id))


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
        command_id=presenting.carried_command_id(),
        now=clock.now(),
    )


def ask_who(found: Presentation, form: DecisionForm) -> None:
    """Whether they are on record already. Not once their case is open: whose it is, is known."""
    if decisions.person_of(database.current(), found.id) is None:
        # What was typed, even where it is too long to be saved: who was chosen is not lost by it.
        name = form.name.data or form.name._value()[: form.name.max_length]
        people.ask_who(form.who, name, decisions.born_on(presenting.facts(found)))


def chosen_is_gone(form: DecisionForm) -> str:
    """Whoever was selected was restricted since, or erased. There is nobody left to ask about."""
    return SELECT_AGAIN if form.who.posted_person_id and not form.who.shown else ""


def changed_meanwhile(found: Presentation, advice: Advice) -> str:
    """What the officer has to be told before they decide, if it is no longer as they saw it."""
    if found.state == "decided":
        return "Somebody else has decided already. Yours was not saved: go to the case and look"
    if request.form.get("seen") != digest(advice) or presenting.posted_seq() != presenting.head(
        found
    ):
        return "The advice has changed since you opened this page. Look at it again, then save"
    return ""


def departs_from(advice: Advice, form: DecisionForm) -> tuple[Departure, ...]:
    chosen = form.decision.data
    return departures(TONIGHT, TONIGHT.option(chosen), advice) if chosen else ()


def made(form: DecisionForm) -> decisions.Made:
    return decisions.Made(
        option=form.decision.data,
        reason=form.reason.data,
        told_young_person=form.told.data,
        name=form.name.data or "",
        departure_reason=form.departure_reason.data or "",
        departure_words=form.departure_words.data or "",
        who=who_it_is(form),
    )


def who_it_is(form: DecisionForm) -> Who | None:
    who = form.who
    if who.answer is None:
        return None
    return Who(who.answer, tuple(each.person.id for each in who.shown), who.person_id)


def digest(advice: Advice) -> str:
    """What the officer has seen: which rules apply, under which pack."""
    applied = [advice.findings.pack.hash, *(duty.rule.id for duty in advice.applies)]
    return sha256(" ".join(applied).encode()).hexdigest()[:16]
