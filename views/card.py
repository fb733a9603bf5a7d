"""A young person is here now: the six questions, the card, and the reasons for it."""

import secrets
from datetime import datetime
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms import card as questions
from forms.answering import answers
from forms.card import CardForm
from forms.first_contact import FIRST_CONTACT
from protocol.advice import what_to_ask_next
from protocol.card import card
from store.answers import answers_so_far
from store.ids import new_id
from store.journal import Command
from store.presentations import Presentation, presentation
from store.references import free_reference
from store.stream_names import case
from views import clock, database, presenting, saving
from views.doors import PRESENTATIONS, open_to

bp = Blueprint("card", __name__)


@bp.route("/young-person-here-now", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def start() -> ResponseReturnValue:
    """The questions, for somebody who has just come. Nothing is recorded until they are saved."""
    ticket = request.form.get("ticket") or presenting.new_ticket()
    id, opened_at = presenting.read_ticket(ticket)
    form = CardForm(opened_at=opened_at, now=clock.now())
    if request.method != "POST":
        return ask(form, ticket=ticket)
    if not form.validate():
        return ask(form, ticket=ticket), 400
    return save(form, id, opened_at, expect_seq=0)


@bp.route("/young-person/<uuid:id>/questions", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def change(id: Any) -> ResponseReturnValue:
    """The questions again, with what was answered."""
    found = presenting.open_presentation(id)
    if request.method != "POST":
        values = {name: answer["value"] for name, answer in saved_answers(found.id).items()}
        form = CardForm(opened_at=found.started_at, now=found.started_at, data=values)
        return ask(form, found, seq=presenting.head(found))
    form = CardForm(opened_at=found.started_at, now=clock.now(), asked_before=True)
    if not form.validate():
        return ask(form, found, seq=presenting.posted_seq()), 400
    return save(form, found.id, found.started_at, expect_seq=presenting.posted_seq())


@bp.get("/young-person/<uuid:id>/tonight")
@open_to(PRESENTATIONS)
def tonight(id: Any) -> ResponseReturnValue:
    """The card: what has to happen tonight."""
    found = presenting.presentation(id)
    advice = presenting.advice_for(found)
    return render_template(
        "card/tonight.html",
        presentation=found,
        advice=advice,
        card=card(advice),
        door=advice.findings.pack.rule["3-c"],
        now=clock.now(),
    )


@bp.get("/young-person/<uuid:id>/why")
@open_to(PRESENTATIONS)
def why(id: Any) -> ResponseReturnValue:
    """Every rule that applies, that cannot be told, and that does not apply, and why."""
    found = presenting.presentation(id)
    advice = presenting.advice_for(found)
    return render_template(
        "card/why.html",
        presentation=found,
        advice=advice,
        ask_next=what_to_ask_next(advice),
        now=clock.now(),
    )


def saved_answers(id: str) -> dict[str, dict[str, Any]]:
    """Each question's latest answer, also where it was given in first contact in full."""
    journeys = (questions.JOURNEY, FIRST_CONTACT.name)
    return answers_so_far(database.current(), case(id), *journeys)


def ask(
    form: CardForm,
    found: Presentation | None = None,
    *,
    ticket: str = "",
    seq: int = 0,
    command_id: str = "",
    different: Any = (),
) -> str:
    return render_template(
        "card/questions.html",
        form=form,
        presentation=found,
        ticket=ticket,
        seq=seq,
        command_id=command_id or presenting.carried_command_id(),
        different=different,
    )


def save(form: CardForm, id: str, opened_at: datetime, expect_seq: int) -> ResponseReturnValue:
    """Append the answers at once. If somebody else saved first, keep both and ask."""
    body = {
        "journey": questions.JOURNEY,
        "page": questions.PAGE,
        "answers": answers(form),
        "facts": questions.facts(form.data, opened_at),
    }

    def begin(c: Command) -> int | None:
        if presentation(c.db, id):
            return None
        started = {"reference": free_reference(c.db, secrets.choice)}
        return c.append(case(id), "presentation_started", started, occurred_at=opened_at).seq

    problem = saving.save(id, saving.GIVEN, body, expect_seq, begin)
    if not problem:
        return redirect(url_for(".tonight", id=id))
    found = presenting.open_presentation(id)
    form.form_errors.append(problem)
    different = saving.different(body["answers"], saved_answers(id))
    seq = presenting.head(found)
    return ask(form, found, seq=seq, command_id=new_id(), different=different), 409
