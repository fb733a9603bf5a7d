"""A contact: what was told, about which children, and that somebody at MASH has it."""

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.sign_in import PlainForm
from protocol.advice import not_known_from_first_contact
from store import cases, contacts, hand_over, journal, stream_names
from store.accounts import humans
from store.cases import CaseFile
from store.contacts import Contact
from store.ids import new_id
from store.reading import read_kind
from views import clock, database, presenting, reading
from views.doors import CASES, MASH, open_to
from views.keeping_up import keep_up
from views.mash.clocks import Clock, clock_of
from views.mash.dangers import dangers_of
from views.mash.found import Found, contact_of, found_children
from views.mash.history import history_for
from views.mash.received import mine
from views.mash.standing import heading, standing
from views.mash.told import (
    ROUTE_WORDS,
    SOURCE_WORDS,
    how_it_came,
    in_their_words,
    recorded_late,
)

bp = Blueprint("mash_contact", __name__, url_prefix="/contacts")


@bp.get("")
@open_to(MASH)
def waiting() -> ResponseReturnValue:
    """What has come to MASH and nobody has acknowledged, soonest due first."""
    return render_template("mash/waiting.html", contacts=received(), now=clock.now())


@bp.get("/<uuid:id>")
@open_to(CASES)
def contact(id: Any) -> ResponseReturnValue:
    """The contact as MASH receives it. From first contact it prints as the referral itself."""
    found = contact_of(id)
    reading.record("contact_read", {"contact_id": found.id})
    entries = journal.read(database.current(), stream_names.contact(found.id))
    children = found_children(found)
    return render_template(
        "mash/contact.html",
        contact=found,
        received=entries[0],
        children=[
            {
                "found": each,
                "dangers": dangers_of(each),
                "before": history_for(each),
                **heading(each),
            }
            for each in children
        ],
        soonest=soonest(children) if found.kind == "told" else None,
        came=how_it_came(found, entries),
        says=in_their_words(entries),
        late=recorded_late(found),
        told_at_once=mine(found),
        **about(found),
        humans=humans(database.current()),
        may_acknowledge=current_user.role in MASH and found.state == "waiting",
        command_id=new_id(),
        new_id=new_id,
        now=clock.now(),
    )


@bp.post("/<uuid:id>/acknowledge")
@open_to(MASH)
def acknowledge(id: Any) -> ResponseReturnValue:
    """“I have it.” The officer sees it at once."""
    found = contact_of(id)
    if not PlainForm().validate():
        abort(400)
    if found.state == "waiting":
        name = humans(database.current())[current_user.account.human_id]
        command_id = presenting.posted_command_id()
        try:
            with presenting.carry_out(command_id) as c:
                hand_over.acknowledge(c, found.id, found.case_id, name)
        except journal.AlreadyDone:
            pass  # the same button, pressed twice
        if found.case_id:
            keep_up(found.case_id, command_id)
    return redirect(url_for(".contact", id=found.id))


def received() -> list[dict[str, Any]]:
    """Every waiting contact, with what is known of each child in it."""
    found = contacts.waiting(database.current(), current_user.account.human_id)
    listed = [{"contact": each, **about(each), **glance(each)} for each in found]
    return sorted(listed, key=lambda each: (each["due_at"] is None, each["due_at"] or clock.now()))


def soonest(children: Iterable[Found]) -> Clock | None:
    """The clock that runs out first, of the children nobody has decided on yet."""
    now = clock.now()
    running = [(each, standing(each)) for each in children]
    clocks = [
        clock_of(each.contact, stands, now) for each, stands in running if not stands.is_decided
    ]
    return min(clocks, key=lambda each: each.due.at, default=None)


def glance(found: Contact) -> dict[str, Any]:
    """Of a contact that was told: which children, and what may have to be acted on tonight."""
    if found.kind != "told":
        return {"children": (), "now": (), "harm": False, "due_at": found.due_at}
    children = found_children(found)
    dangers = [dangers_of(each) for each in children]
    now = dict.fromkeys(says for each in dangers for says in each.now)
    first = soonest(children)
    return {
        "due_at": first and first.due.at,
        "children": [each.name for each in children],
        "now": tuple(now),
        "harm": any(each.harm_told for each in dangers),
        "route": ROUTE_WORDS.get(found.route or "", ""),
        "source": SOURCE_WORDS.get(found.source_group or "", ""),
    }


def about(found: Contact) -> dict[str, Any]:
    """The case a contact came from: whose, the answers, the advice and the decision."""
    reader = current_user.account.human_id
    file = cases.case_file(database.current(), found.case_id or "", reader)
    if file is None:
        return {"file": None, "answers": [], "advice": None, "not_known": (), "decision": None}
    presentation = presenting.presentation(file.case.id)
    advice = presenting.advice_for(presentation)
    return {
        "file": file,
        "answers": presenting.answered(presentation),
        "advice": advice,
        "not_known": not_known_from_first_contact(advice),
        "decision": last(file, "decision_made"),
    }


def last(file: CaseFile, kind: str) -> Any:
    entries = read_kind(database.current(), stream_names.case(file.case.id), kind)
    return entries[-1].body if entries else None
