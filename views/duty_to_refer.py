"""The duty to refer: what they agree to, the notice, and what the housing authority makes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.duty_to_refer import (
    AcknowledgedForm,
    AnswerForm,
    EndedForm,
    OutcomeForm,
    SentForm,
    WithdrawnForm,
)
from protocol.authority import AUTHORITY
from protocol.duty_to_refer_notice import notice_text
from protocol.people import OWNERS
from rules.calendar import london
from store.accounts import humans
from store.bed_entries import BED
from store.cases import CaseFile
from store.duty_to_refer import (
    ACKNOWLEDGED,
    ANSWERED,
    ENDED,
    IS_OUT,
    OUTCOME,
    READY,
    SENT,
    UNFINISHED,
    WITHDRAWN,
    Notice,
    facts_of_answer,
    facts_of_end,
    facts_of_withdrawal,
    notice_in,
)
from store.established import established_in
from store.ids import new_id
from store.steps import Changed, NotPossible
from thresholds.housing_authorities import housing_authorities
from views import clock, database, presenting, reading
from views.cases import file_of
from views.doors import CASES, MASH, PRESENTATIONS, open_to
from views.keeping_up import record
from views.rules_in_force import advice_now
from views.saving import was_saved

bp = Blueprint("duty_to_refer", __name__, url_prefix="/cases/<uuid:id>/duty-to-refer")

DOES = PRESENTATIONS | MASH
"""Those who may ask the young person and record what becomes of the notice."""

CHANGED = (
    "Somebody has recorded something about the notice since this page was shown. Look at what is "
    "different, then save again"
)
CANNOT_FOLLOW = "This cannot be saved as things stand with the notice now"
SAVED_BEFORE = "You saved this page before, differently. Look at what was saved, then save again"


@dataclass(frozen=True)
class At:
    """A case and where its notice stands, for one page. ``places`` are those where they sleep or
    have slept."""

    file: CaseFile
    notice: Notice
    established: Mapping[str, Any]
    places: tuple[str, ...]


def at(id: Any) -> At:
    file = file_of(id)
    entries = presenting.entries_of(presenting.presentation(file.case.id))
    beds = [entry.body.get("place") for entry in entries if entry.kind == BED and entry.body]
    places = tuple(str(place) for place in beds if place)
    return At(file, notice_in(entries), established_in(entries), places)


@bp.get("")
@open_to(CASES)
def status(id: Any) -> ResponseReturnValue:
    """Where the notice stands, its text, and what can be recorded next."""
    here = at(id)
    reading.record("case_read", {"case_id": here.file.case.id})
    found = presenting.presentation(here.file.case.id)
    advice = advice_now(presenting.facts(found))
    return render_template(
        "duty_to_refer/status.html",
        file=here.file,
        notice=here.notice,
        text=text_of(here),
        inbox=inbox(here.notice),
        named=bool(here.file.person and here.file.person.is_named),
        needed=advice.findings.concluded["duty_to_refer_arises"],
        source=housing_authorities(),
        humans=humans(database.current()),
        may_do=current_user.role in DOES,
        now=clock.now(),
    )


@bp.get("/notice.<any(eml, txt):kind>")
@open_to(DOES)
def notice(id: Any, kind: str) -> ResponseReturnValue:
    """The text as a file: a draft for an e-mail program, or plain. Its name names nobody."""
    here = at(id)
    text = text_of(here) or abort(404)
    reading.record("case_read", {"case_id": here.file.case.id})
    name = f"duty-to-refer-{here.file.case.reference}.{kind}"
    content, mimetype = (text.encode(), "text/plain")
    if kind == "eml":
        content, mimetype = draft(here, text), "message/rfc822"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, mimetype=mimetype, headers=headers)


@bp.route("/answer", methods=["GET", "POST"])
@open_to(DOES)
def answer(id: Any) -> ResponseReturnValue:
    """What the young person says. They can say otherwise until it is sent, and are asked anew for
    another notice."""
    here = at(id)
    form = AnswerForm(
        authorities=housing_authorities(), hidden=here.places, data=answered_before(here)
    )

    def body() -> dict[str, Any]:
        chosen, came = form.chosen, form.came.data or "not_known"
        own = AUTHORITY["housing_authority"]
        which = "this_authority" if chosen == own else "another_authority"
        return {
            "came": came,
            "consents": form.consents.data,
            "authority": chosen,
            "agrees": form.agrees.data or "not_known",
            "contact": form.contact.data if form.agrees.data == "yes" else None,
            "reason": form.reason.data,
            "facts": facts_of_answer(
                consents=form.consents.data,
                authority=which if chosen else "not_known",
                agrees=form.agrees.data or "not_known",
                came=came,
                threatened=form.reason.data == "threatened",
            ),
        }

    return step(here, ANSWERED, form, "duty_to_refer/answer.html", body)


def answered_before(here: At) -> dict[str, Any]:
    """What stands on record is not asked for twice. Of a notice that is over only how they came."""
    before = {"came": here.established.get("entry_route")}
    if here.notice.state in (UNFINISHED, READY):
        before |= {
            question: here.notice.agreed.get(question)
            for question in ("consents", "authority", "agrees", "contact", "reason")
        }
    return before


@bp.route("/sent", methods=["GET", "POST"])
@open_to(DOES)
def sent(id: Any) -> ResponseReturnValue:
    here = at(id)
    form = SentForm(today=today(), data={"to": inbox(here.notice)})

    def body() -> dict[str, Any]:
        return {
            "authority": here.notice.agreed.get("authority"),
            "how": form.how.data,
            "how_words": label(form.how),
            "to": form.to.data,
            "on": form.which_day.isoformat(),
            "notice": text_of(here) or "",
            "facts": {IS_OUT: "yes"},
        }

    return step(here, SENT, form, "duty_to_refer/sent.html", body)


@bp.route("/acknowledged", methods=["GET", "POST"])
@open_to(DOES)
def acknowledged(id: Any) -> ResponseReturnValue:
    form = AcknowledgedForm(today=today())

    def body() -> dict[str, Any]:
        on = form.which_day.isoformat()
        return {"by": form.by.data, "reference": form.reference.data, "on": on}

    return step(at(id), ACKNOWLEDGED, form, "duty_to_refer/acknowledged.html", body)


@bp.route("/outcome", methods=["GET", "POST"])
@open_to(DOES)
def outcome(id: Any) -> ResponseReturnValue:
    form = OutcomeForm(today=today())

    def body() -> dict[str, Any]:
        return {
            "outcome": form.outcome.data,
            "outcome_words": label(form.outcome),
            "why": form.why_no_duty.data,
            "why_words": label(form.why_no_duty),
            "words": form.words.data,
            "on": form.which_day.isoformat(),
        }

    return step(at(id), OUTCOME, form, "duty_to_refer/outcome.html", body)


@bp.route("/ended", methods=["GET", "POST"])
@open_to(DOES)
def ended(id: Any) -> ResponseReturnValue:
    """The duty that the authority owed is over, as it says."""
    here, form = at(id), EndedForm(today=today())

    def body() -> dict[str, Any]:
        decided = here.notice.outcome.body if here.notice.outcome else None
        return {
            "duty": (decided or {}).get("outcome", "not_known"),
            "why": form.why.data,
            "why_words": label(form.why),
            "words": form.words.data,
            "on": form.which_day.isoformat(),
            "facts": facts_of_end(form.why.data),
        }

    return step(here, ENDED, form, "duty_to_refer/ended.html", body)


@bp.route("/withdrawn", methods=["GET", "POST"])
@open_to(DOES)
def withdrawn(id: Any) -> ResponseReturnValue:
    form = WithdrawnForm()

    def body() -> dict[str, Any]:
        return {
            "reason": form.reason.data,
            "reason_words": label(form.reason),
            "words": form.words.data,
            "facts": facts_of_withdrawal(form.reason.data),
        }

    return step(at(id), WITHDRAWN, form, "duty_to_refer/withdrawn.html", body)


def step(
    here: At, kind: str, form: Any, template: str, body: Callable[[], dict[str, Any]]
) -> ResponseReturnValue:
    """One page of the way: shown, refused with a reason and all that was typed, or recorded."""
    if not form.is_submitted():
        if not here.notice.may(kind):
            return cannot_follow(here), 409
        return page(here, form, template), 200
    if not form.validate():
        return page(here, form, template), 400
    said = {**body(), "after": presenting.posted_seq()}
    day: datetime | None = getattr(form, "moment", None)
    when = {"occurred_at": day, "precision": "day"} if day else {}
    try:
        record(here.file.case.id, kind, said, **when)
    except NotPossible as refused:
        form.form_errors.append(CHANGED if isinstance(refused, Changed) else CANNOT_FOLLOW)
        return page(at(here.file.case.id), form, template), 409
    if not was_saved(kind, said):
        form.form_errors.append(SAVED_BEFORE)
        return page(at(here.file.case.id), form, template), 409
    return redirect(url_for(".status", id=here.file.case.id))


def page(here: At, form: Any, template: str) -> str:
    return render_template(
        template,
        file=here.file,
        notice=here.notice,
        form=form,
        inbox=inbox(here.notice),
        own_inbox_source=AUTHORITY["duty_to_refer_source"],
        text=text_of(here),
        humans=humans(database.current()),
        command_id=new_id(),
        now=clock.now(),
    )


def cannot_follow(here: At) -> str:
    return render_template(
        "duty_to_refer/cannot_follow.html",
        file=here.file,
        notice=here.notice,
        humans=humans(database.current()),
        now=clock.now(),
    )


def text_of(here: At) -> str | None:
    """The notice as it was sent, or as it would be now; nothing while it may not be sent."""
    sent_as = here.notice.sent.body if here.notice.sent else None
    if sent_as:
        return str(sent_as["notice"])
    if here.notice.state != READY or not here.notice.answered:
        return None
    agreed, person = here.notice.agreed, here.file.person
    return notice_text(
        authority=agreed["authority"],
        council=current_app.config["COUNCIL_NAME"],
        sender=f"{worker()}, {OWNERS[current_user.role]}",
        reference=here.file.case.reference or "",
        name=person.name if person and person.is_named else None,
        contact=agreed["contact"],
        reason=agreed["reason"],
        agreed_on=london(here.notice.answered.recorded_at).date(),
    )


def draft(here: At, text: str) -> bytes:
    """An e-mail that is not sent yet. Its subject, which many read, names nobody."""
    mail = EmailMessage()
    mail["X-Unsent"] = "1"  # Outlook opens it to be sent
    if inbox(here.notice):
        mail["To"] = inbox(here.notice)
    mail["Subject"] = f"Duty to refer: notice {here.file.case.reference}"
    mail.set_content(text)
    return mail.as_bytes()


def inbox(notice: Notice) -> str | None:
    """Where the chosen authority gets notices, if that is configured."""
    own = notice.agreed.get("authority") == AUTHORITY["housing_authority"]
    return AUTHORITY["duty_to_refer_inbox"] if own else None


def label(field: Any) -> str | None:
    """The words of the answer that was selected."""
    return next((option.label for option in field.options if option.value == field.data), None)


def worker() -> str:
    return humans(database.current())[current_user.account.human_id]


def today() -> Any:
    return london(clock.now()).date()
