"""On which basis they sleep where they do, that they have gone, and that they are back."""

from functools import partial
from typing import Any

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from forms.placements import BASIS as BASIS_FACT
from forms.placements import BasisForm, EndHoldForm, LeftForm, ReturnedForm, first_day
from protocol.advice import Advice
from protocol.periods import LOOKED_AFTER
from rules.answers import YES
from store import stream_names
from store.bed_entries import BASIS, BED, HOLD_ENDED, LEFT, RETURNED
from store.ids import new_id
from store.journal import AlreadyDone
from store.records import SAVED
from views import case_summary, clock, presenting
from views.cases import file_of
from views.doors import MANAGERS, SOCIAL_WORK, TASKS, open_to
from views.keeping_up import keep_up, record
from views.page_of_a_case import page_of_a_case
from views.presenting import Entries

bp = Blueprint("whereabouts", __name__, url_prefix="/cases/<uuid:id>")

page = partial(page_of_a_case, "whereabouts")

IN_FOSTER_CARE = "A bed in foster care is never a stopgap under section 188. Select another basis"
MAY_BE_FOSTER_CARE = (
    "It is not known that the bed is not in foster care. Confirm the placement first, or select "
    "that the basis is not decided yet"
)
NOTHING_HELD = "No bed is held for them now, so nothing was saved"


@bp.route("/legal-basis", methods=["GET", "POST"])
@open_to(SOCIAL_WORK)
def legal_basis(id: Any) -> ResponseReturnValue:
    """Recorded, and never concluded from the place. It makes them looked after, or does not."""
    file, found = file_of(id), presenting.presentation(id)
    entries = presenting.entries_of(found)
    advice, running = presenting.advice_for(found, entries), care_runs(found, entries)
    form = BasisForm(
        now=clock.now(),
        not_a_stopgap=why_not_a_stopgap(advice),
        makes_looked_after=() if running else LOOKED_AFTER,
        data={"first_night": first_night(entries)},
    )

    def deciding() -> str:
        stands = case_summary.legal_basis(advice)
        return page("placements/legal_basis.html", file, form=form, stands=stands, running=running)

    if not form.is_submitted():
        return deciding()
    command_id, valid = presenting.posted_command_id(), form.validate()
    if not valid:
        return deciding(), 400
    chosen = next(each for each in form.basis.options if each.value == form.basis.data)
    body = {
        "basis": chosen.value,
        "words": chosen.label,
        "decided_by": form.decided_by.data,
        "decided_at": form.decided_at.data.isoformat(),
        "reasons": form.reasons.data,
        "facts": {"legal_basis": chosen.value},
    }
    stream = stream_names.case(file.case.id)
    try:
        with presenting.carry_out(command_id) as c:
            decided = c.append(
                stream, BASIS, body, occurred_at=form.decided_at.data, precision="minute"
            )
            if chosen.value in LOOKED_AFTER and not running:
                care = time_in_care(chosen.value, form)
                c.append(stream, SAVED, care, caused_by=decided.id)
    except AlreadyDone:
        pass  # the same page, posted twice
    keep_up(file.case.id, command_id)
    return redirect(url_for("cases.case", id=file.case.id))


@bp.route("/left-or-missing", methods=["GET", "POST"])
@open_to(TASKS)
def left(id: Any) -> ResponseReturnValue:
    """The bed stays theirs until a manager ends that, and nobody is closed for leaving (A47)."""
    file, form = file_of(id), LeftForm(now=clock.now())
    if not form.is_submitted():
        return page("placements/left.html", file, form=form)
    presenting.posted_command_id()
    if not form.validate():
        return page("placements/left.html", file, form=form), 400
    done = [each.label for each in form.done.options if each.value in form.done.data]
    body = {
        "said_by": form.said_by.data,
        "done": form.done.data,
        "done_words": "; ".join(done),
        "police_reference": form.police_reference.data,
        "words": form.words.data,
        "facts": {
            "left_or_missing": "yes",
            "returned_after_missing": "not_known",
            "returned_at": "not_known",
        },
    }
    record(file.case.id, LEFT, body, occurred_at=form.at.data, precision="minute")
    return redirect(url_for("cases.case", id=file.case.id))


@bp.route("/returned", methods=["GET", "POST"])
@open_to(TASKS)
def returned(id: Any) -> ResponseReturnValue:
    """From then on the return interview has its time limit."""
    file, form = file_of(id), ReturnedForm(now=clock.now())
    if not form.is_submitted():
        return page("placements/returned.html", file, form=form)
    presenting.posted_command_id()
    if not form.validate():
        return page("placements/returned.html", file, form=form), 400
    body = {
        "said_by": form.said_by.data,
        "how_they_are": form.how_they_are.data,
        "where_tonight": form.where_tonight.data,
        "facts": {
            "left_or_missing": "no",
            "returned_after_missing": "yes",
            "returned_at": form.at.data.isoformat(),
        },
    }
    record(file.case.id, RETURNED, body, occurred_at=form.at.data, precision="minute")
    return redirect(url_for("cases.case", id=file.case.id))


@bp.route("/end-the-hold", methods=["GET", "POST"])
@open_to(MANAGERS)
def end_hold(id: Any) -> ResponseReturnValue:
    """A manager, by name, stops holding the bed of somebody who has gone."""
    file, found, form = file_of(id), presenting.presentation(id), EndHoldForm()
    entries = presenting.entries_of(found)
    held = bed_held(entries, presenting.advice_for(found, entries))

    def ending() -> str:
        return page("placements/end_hold.html", file, form=form, held=held)

    if not form.is_submitted():
        return ending()
    presenting.posted_command_id()
    if presenting.done_before():
        return redirect(url_for("cases.case", id=file.case.id))
    valid = form.validate()
    if not held:
        form.form_errors.append(NOTHING_HELD)
        return ending(), 409
    if not valid:
        return ending(), 400
    body = {"reason": form.reason.data, "held": held, "facts": {"bed_confirmed": "no"}}
    record(file.case.id, HOLD_ENDED, body)
    return redirect(url_for("cases.case", id=file.case.id))


def why_not_a_stopgap(advice: Advice) -> str:
    """Why section 188 cannot be recorded now (A5), or nothing where it can."""
    if not advice.duty("a5"):
        return ""
    kind = advice.findings.facts.get("accommodation_kind")
    return IN_FOSTER_CARE if kind == "foster_care" else MAY_BE_FOSTER_CARE


def care_runs(found: Any, entries: Entries) -> bool:
    """Whether a time in care is on record that has not ended."""
    held = presenting.standing(found, entries).counts.records.get("care_period", {})
    return any(
        each.get("still_running", {}).get("value") != "no"
        and not each.get("last_day", {}).get("value")
        and each.get("basis", {}).get("value") in LOOKED_AFTER
        for each in held.values()
    )


def time_in_care(basis: str, form: BasisForm) -> dict[str, Any]:
    """The record from which the days in care are counted."""

    def answer(wording: str, value: str, words: str | None = None) -> dict[str, Any]:
        return {"wording": wording, "value": value, "words": words, "standing": "answered"}

    label = next(option.says for option in BASIS_FACT.options if option.id == basis)
    return {
        "record": "care_period",
        "id": new_id(),
        "fields": {
            "basis": answer("On what basis were they accommodated?", basis, label),
            "first_day": answer(form.first_night.label.text, form.first_night.data.isoformat()),
            "still_running": answer("Is it still running?", "yes"),
        },
    }


def first_night(entries: Entries) -> Any:
    """The day of the first bed on record, for a person to confirm."""
    beds = [entry for entry in entries if entry.kind == BED and entry.body]
    days = [first_day(bed.body.get("since") or bed.recorded_at.isoformat()) for bed in beds]
    return min((day for day in days if day), default=None)


def bed_held(entries: Entries, advice: Advice) -> str:
    """The bed that is held for somebody who has gone, or nothing."""
    bed = case_summary.bed_now({entry.kind: entry for entry in entries})
    if bed is None or advice.findings.facts.get("left_or_missing") is not YES:
        return ""
    return case_summary.place(bed.body) if bed.body else "A bed"
