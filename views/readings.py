"""The open points of the protocol: how each is read, and whether the council has confirmed it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.readings import ProposeForm
from protocol.pack import current_pack
from protocol.people import HEAD_OF_SERVICE
from protocol.readings import OpenPoint, open_points, resting_on
from rules.calendar import london
from rules.pack import Reading
from store import confirmations, journal
from store.accounts import humans
from store.confirmations import PROPOSED, Confirmation
from store.ids import new_id
from store.journal import AlreadyDone
from store.proposals import CONFIRMED, DayGoneBy, ProposedAlready
from views import clock, database, presenting
from views.confirmed import confirmation, proposals
from views.doors import EVERYBODY, open_to

bp = Blueprint("readings", __name__, url_prefix="/readings")


@bp.get("")
@open_to(EVERYBODY)
def readings() -> ResponseReturnValue:
    pack = current_pack()
    return render_template(
        "readings/readings.html",
        points=open_points().values(),
        pack=pack,
        confirmed=sum(1 for reading in pack.readings if confirmation(reading)),
        waiting={each.reading for each in proposals() if waits(each)},
        resting={id: resting_on(pack, id) for id in open_points()},
    )


@bp.get("/<id>")
@open_to(EVERYBODY)
def reading(id: str) -> ResponseReturnValue:
    point, read = known(id)
    theirs = [each for each in reversed(proposals()) if each.reading == id]
    return render_template(
        "readings/reading.html",
        point=point,
        reading=read,
        rules=resting_on(current_pack(), id),
        proposals=theirs,
        reasons={each.entry_id: reasons(each) for each in theirs},
        may_propose=may_propose(read),
        humans=humans(database.current()),
        now=clock.now(),
    )


@bp.route("/<id>/confirm", methods=["GET", "POST"])
@open_to(frozenset({HEAD_OF_SERVICE}))
def propose(id: str) -> ResponseReturnValue:
    """The head of service proposes; it is confirmed once a lawyer, who is another human, signs."""
    point, read = known(id)
    now = clock.now()
    form = ProposeForm(today=london(now).date())
    if not form.is_submitted():
        return ask(form, point, read) if may_propose(read) else redirect(page(id))
    valid = form.validate()
    if request.form.get("seen") != read.hash and not presenting.done_before():
        form.form_errors.append("The reading has changed since you opened this page. Look again")
        return ask(form, point, read), 409
    if not valid:
        return ask(form, point, read), 400
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            confirmations.propose(c, read, form.starts_on.data, form.reasons.data)
    except AlreadyDone:
        if not was_proposed(form, id):
            form.form_errors.append("You have saved this page before, differently")
            return ask(form, point, read), 409
    except ProposedAlready:
        form.form_errors.append("This reading was proposed already. Yours was not saved")
        return ask(form, point, read), 409
    except DayGoneBy:  # midnight came between the check of the form and the record
        form.form_errors.append("The day it counts from must be today or in the future")
        return ask(form, point, read), 409
    return redirect(page(id))


def known(id: str) -> tuple[OpenPoint, Reading]:
    point = open_points().get(id) or abort(404)
    return point, current_pack().reading[point.id]


def page(id: str) -> str:
    return url_for(".reading", id=id)


def ask(form: ProposeForm, point: OpenPoint, read: Reading) -> str:
    return render_template(
        "readings/propose.html",
        form=form,
        point=point,
        reading=read,
        rules=resting_on(current_pack(), point.id),
        command_id=new_id(),
    )


def waits(each: Confirmation) -> bool:
    """For a lawyer, or for an answer to a lawyer; and about what is read today."""
    now = current_pack().reading.get(each.reading)
    return each.open and now is not None and now.hash == each.value_hash


def may_propose(read: Reading) -> bool:
    settled = [each for each in proposals() if each.value_hash == read.hash]
    return current_user.role == HEAD_OF_SERVICE and not any(
        each.open or each.state == CONFIRMED for each in settled
    )


def was_proposed(form: ProposeForm, id: str) -> bool:
    """The same page, posted twice."""
    said = {
        "reading": id,
        "starts_on": form.starts_on.data.isoformat(),
        "reasons": form.reasons.data,
    }
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    return any(e.kind == PROPOSED and e.body and said.items() <= e.body.items() for e in done)


def reasons(each: Confirmation) -> str:
    proposed = journal.entry(database.current(), each.entry_id)
    return (proposed and proposed.body and proposed.body["reasons"]) or "Erased by law"
