"""Handing over to MASH: what the officer waits for, and what MASH receives."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.hand_over import BedForm, EmergencyDutyTeamForm
from forms.sign_in import PlainForm
from protocol.advice import not_known_from_first_contact
from protocol.people import EMERGENCY_DUTY_TEAM
from store import cases, contacts, hand_over, journal, stream_names
from store.accounts import humans
from store.cases import CaseFile
from store.contacts import Contact
from store.established import BED, RUNG
from store.ids import new_id
from store.reading import read_kind
from views import case_summary, clock, database, presenting, reading
from views.case_clocks import until_closing
from views.cases import file_of
from views.doors import CASES, MASH, PRESENTATIONS, open_to
from views.handing_over import handing_over
from views.keeping_up import keep_up, record
from views.mash.found import found_children
from views.rules_in_force import advice_now

bp = Blueprint("hand_over", __name__)


@bp.get("/cases/<uuid:id>/hand-over")
@open_to(PRESENTATIONS)
def status(id: Any) -> ResponseReturnValue:
    """Open until somebody has accepted and a bed is confirmed."""
    return show(
        file_of(id), BedForm(prefix="bed"), EmergencyDutyTeamForm(now=clock.now(), prefix="edt")
    )


@bp.post("/cases/<uuid:id>/hand-over/bed")
@open_to(PRESENTATIONS)
def bed(id: Any) -> ResponseReturnValue:
    file, form = file_of(id), BedForm(prefix="bed")
    if not form.validate():
        return show(file, form, EmergencyDutyTeamForm(now=clock.now(), prefix="edt")), 400
    where = next(option.label for option in form.where.options if option.value == form.where.data)
    facts = {"bed_confirmed": "yes"}
    advice = presenting.advice_for(presenting.presentation(file.case.id))
    if not case_summary.basis_is_decided(advice):
        facts["legal_basis"] = "not_yet_determined"
    if form.high_level_support.data:
        facts["high_level_support_in_place"] = form.high_level_support.data
    body = {
        "kind": form.where.data,
        "where": where,
        "place": form.place.data,
        "confirmed_by": form.confirmed_by.data,
        "facts": facts,
    }
    record(file.case.id, BED, body)
    return redirect(url_for(".status", id=file.case.id))


@bp.post("/cases/<uuid:id>/hand-over/emergency-duty-team")
@open_to(PRESENTATIONS)
def rung(id: Any) -> ResponseReturnValue:
    file, form = file_of(id), EmergencyDutyTeamForm(now=clock.now(), prefix="edt")
    if not form.validate():
        return show(file, BedForm(prefix="bed"), form), 400
    accepted = form.accepted.data == "yes"
    body = {
        "name": form.spoken_to.data,
        "accepted": accepted,
        "facts": {"referral_accepted": "yes"} if accepted else {},
    }
    record(file.case.id, RUNG, body, occurred_at=form.moment, precision="minute")
    return redirect(url_for(".status", id=file.case.id))


@bp.post("/cases/<uuid:id>/hand-over/i-have-it")
@open_to(frozenset({EMERGENCY_DUTY_TEAM}))
def i_have_it(id: Any) -> ResponseReturnValue:
    """The Emergency Duty Team does not ring itself: whoever is on duty takes it."""
    file = file_of(id)
    if not PlainForm().validate():
        abort(400)
    body = {
        "name": humans(database.current())[current_user.account.human_id],
        "accepted": True,
        "on_duty": True,
        "facts": {"referral_accepted": "yes"},
    }
    record(file.case.id, RUNG, body)
    return redirect(url_for(".status", id=file.case.id))


@bp.get("/contacts")
@open_to(MASH)
def waiting() -> ResponseReturnValue:
    """What has come to MASH and nobody has acknowledged, soonest due first."""
    return render_template("mash/waiting.html", contacts=received(), now=clock.now())


@bp.get("/contacts/<uuid:id>")
@open_to(CASES)
def contact(id: Any) -> ResponseReturnValue:
    """The referral as MASH receives it. Prints as the referral itself."""
    found = contact_of(id)
    reading.record("contact_read", {"contact_id": found.id})
    entries = journal.read(database.current(), stream_names.contact(found.id))
    return render_template(
        "mash/contact.html",
        contact=found,
        received=entries[0],
        children=found_children(found),
        **about(found),
        humans=humans(database.current()),
        may_acknowledge=current_user.role in MASH and found.state == "waiting",
        command_id=new_id(),
        now=clock.now(),
    )


@bp.post("/contacts/<uuid:id>/acknowledge")
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
    """Every waiting contact, with what is known of the young person."""
    found = contacts.waiting(database.current(), current_user.account.human_id)
    return [{"contact": each, **about(each)} for each in found]


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


def show(file: CaseFile, bed_form: BedForm, edt_form: EmergencyDutyTeamForm) -> str:
    db, now = database.current(), clock.now()
    found = presenting.presentation(file.case.id)
    facts = presenting.facts(found)
    advice = advice_now(facts)
    return render_template(
        "case/hand_over.html",
        file=file,
        hand_over=handing_over(advice),
        closing=until_closing(advice, facts, now),
        basis=case_summary.legal_basis(advice),
        place=case_summary.place,
        on_duty=current_user.role == EMERGENCY_DUTY_TEAM,
        contacts=contacts.contacts_of(db, file.case.id),
        humans=humans(db),
        bed_form=bed_form,
        edt_form=edt_form,
        form=next((form for form in (bed_form, edt_form) if form.errors), None),
        beds=read_kind(db, stream_names.case(file.case.id), BED),
        calls=read_kind(db, stream_names.case(file.case.id), RUNG),
        phone=(advice.findings.pack.authority or {})["emergency_duty_team_phone"],
        new_id=new_id,
        now=now,
    )


def contact_of(id: Any) -> Contact:
    reader = current_user.account.human_id
    return contacts.contact(database.current(), str(id), reader) or abort(404)


def last(file: CaseFile, kind: str) -> Any:
    entries = read_kind(database.current(), stream_names.case(file.case.id), kind)
    return entries[-1].body if entries else None
