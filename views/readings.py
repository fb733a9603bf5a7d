"""The open points of the protocol: how each is read, and whether the council has confirmed it."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.readings import ProposeForm
from protocol.pack import current_pack
from protocol.people import HEAD_OF_SERVICE
from protocol.readings import OpenPoint, open_points, resting_on
from rules.calendar import london
from rules.pack import Reading
from store import confirmations
from store.accounts import humans
from store.confirmations import PROPOSED, Confirmation
from store.ids import new_id
from store.proposals import CONFIRMED
from views import clock, database
from views.confirmed import confirmation, proposals
from views.doors import EVERYBODY, open_to
from views.proposing import reasons_of, refused

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
        reasons={each.entry_id: reasons_of(each) for each in theirs},
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
    status = refused(
        form,
        read.hash,
        "reading",
        lambda c, starts_on, reasons: confirmations.propose(c, read, starts_on, reasons),
        PROPOSED,
        {"reading": id},
    )
    if status:
        return ask(form, point, read), status
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
