"""Handing over to MASH: what the officer waits for until somebody has it and a bed is confirmed."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.hand_over import BedForm, EmergencyDutyTeamForm
from forms.sign_in import PlainForm
from protocol.people import EMERGENCY_DUTY_TEAM
from store import contacts, stream_names
from store.accounts import humans
from store.bed_entries import BED, RUNG
from store.cases import CaseFile
from store.ids import new_id
from store.reading import read_kind
from views import case_summary, clock, database, presenting
from views.case_clocks import until_closing
from views.cases import file_of
from views.doors import PRESENTATIONS, open_to
from views.handing_over import handing_over
from views.keeping_up import record
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
