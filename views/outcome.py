"""The outcome of the assessment: the three ways side by side, what follows, and recording it."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.outcome import OutcomeForm
from protocol import (
    s5_2_no_accommodation,
    s5_2_outcomes,
    s5_2_refusal,
    s5_2_round_again,
    s5_2_section_20,
    s5_2_what_follows,
)
from protocol.advice import Advice, Duty
from protocol.decisions import DEPARTURE_REASONS, Departure
from protocol.outcomes import (
    BY_ID,
    DECISION,
    LOOP,
    NOT_IN_NEED,
    deciders,
    departs,
    following,
    may_still_follow,
)
from protocol.people import OWNERS
from protocol.routes import side_by_side
from rules.pack import PackRule
from rules.rule import Force
from store import journal, outcomes, signatures
from store.accounts import humans
from store.cases import CaseFile
from store.entry import Entry
from store.ids import new_id
from store.journal import AlreadyDone, Conflict
from store.outcomes_on_record import OUTCOME
from store.presentations import Presentation
from store.signatures import Signature
from views import clock, database, presenting, reading
from views.cases import file_of
from views.decision import digest
from views.doors import CASES, OUTCOMES, open_to
from views.keeping_up import keep_up
from views.parts_of_a_case import about
from views.presenting import Entries
from views.rules_in_force import advice_now

bp = Blueprint("outcome", __name__, url_prefix="/cases/<uuid:id>/outcome")

ABOUT = about(
    s5_2_section_20,
    s5_2_refusal,
    s5_2_outcomes,
    s5_2_round_again,
    s5_2_no_accommodation,
    s5_2_what_follows,
)
"""The rules of section 5.2: what has to happen for and after an outcome."""

HELD_BACK = (*DECISION.weighs, "end_bed")

ONCE_SIGNED = {
    "not_in_need_reasons_written": "yes",
    "not_in_need_manager_agrees": "yes",
}
"""What recording ``not_in_need`` brings with it: the reasons, and a manager who is asked."""


@dataclass(frozen=True)
class Step:
    """A step of the loop after a refusal. ``duty`` is set where it is to be done now."""

    rule: PackRule
    owner: str
    duty: Duty | None


@dataclass(frozen=True)
class OnRecord:
    """An outcome that was recorded, and the signature it waits for or has."""

    entry: Entry
    signature: Signature | None


@bp.get("")
@open_to(CASES)
def outcome(id: Any) -> ResponseReturnValue:
    file, now = file_of(id), clock.now()
    reading.record("case_read", {"case_id": file.case.id, "page": "outcome"})
    found = presenting.presentation(file.case.id)
    entries = presenting.entries_of(found)
    advice = presenting.advice_for(found, entries)
    return render_template(
        "outcome/outcome.html",
        file=file,
        advice=advice,
        following=following(advice),
        may_still_follow=may_still_follow(advice),
        routes=side_by_side(advice.findings),
        s20_owed=advice.is_so("s20_owed"),
        findings=advice.findings,
        acts_next=acts_next(advice),
        held_back=held_back(advice),
        loop_of_refusal=loop_of_refusal(advice),
        deciders=[OWNERS[role] for role in deciders(advice)],
        on_record=on_record(file, entries),
        departure_reasons=DEPARTURE_REASONS,
        may_record=current_user.role in OUTCOMES,
        humans=humans(database.current()),
        now=now,
    )


@bp.route("/record", methods=["GET", "POST"])
@open_to(OUTCOMES)
def record(id: Any) -> ResponseReturnValue:
    """Beside what the rules come to, and never instead of it."""
    file, form = file_of(id), OutcomeForm()
    found = presenting.presentation(file.case.id)
    facts = presenting.facts(found)
    advice = advice_now(facts)
    if request.method != "POST":
        return ask(file, found, advice, form)
    if presenting.done_before():
        return as_done_before(file, found, advice, form)
    departed = departs_from(advice, facts, form)
    if departed:
        form.ask_about_departure()
    valid = form.validate()
    if request.form.get("seen") != digest(advice) or presenting.posted_seq() != presenting.head(
        found
    ):
        # Said even where something is missing as well: the page shown next counts as seen.
        form.form_errors.append(
            "Something was recorded since you opened this page. Look again, then save"
        )
        return ask(file, found, advice, form, departed), 409
    if not valid:
        return ask(file, found, advice, form, departed), 400
    command_id = presenting.posted_command_id()
    try:
        with presenting.carry_out(command_id) as c:
            made = made_of(form)
            outcomes.record(c, file.case.id, advice, made, departed, presenting.posted_seq())
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except Conflict:
        form.form_errors.append("Somebody else has just saved something here. Look again")
        return ask(file, found, advice, form, departed), 409
    keep_up(file.case.id, command_id)
    return redirect(url_for(".outcome", id=file.case.id))


def as_done_before(
    file: CaseFile, found: Presentation, advice: Advice, form: OutcomeForm
) -> ResponseReturnValue:
    """On to the page, if what was posted is what was recorded. Somebody who goes back can also
    change it and post it again."""
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    same = form.validate() and any(
        e.kind == OUTCOME
        and e.body
        and (e.body["option"], e.body["reason"], e.body["young_person_said"])
        == (form.outcome.data, form.reason.data, form.said.data)
        and e.body["told_young_person"] == form.told.data
        for e in done
    )
    if same:
        return redirect(url_for(".outcome", id=file.case.id))
    form.form_errors.append(
        "You have saved this page before, differently. What was saved stands. To record another "
        "outcome, look again, then save"
    )
    return ask(file, found, advice, form, command_id=new_id()), 409


def ask(
    file: CaseFile,
    found: Presentation,
    advice: Advice,
    form: OutcomeForm,
    departed: tuple[Departure, ...] = (),
    command_id: str = "",
) -> str:
    pack = advice.findings.pack
    return render_template(
        "outcome/record.html",
        file=file,
        form=form,
        following=following(advice),
        departed=[(each, pack.rule[each.rule], advice.duty(each.rule)) for each in departed],
        seen=digest(advice),
        seq=presenting.head(found),
        command_id=command_id or presenting.carried_command_id(),
        now=clock.now(),
    )


def departs_from(advice: Advice, facts: dict[str, Any], form: OutcomeForm) -> tuple[Departure, ...]:
    """``not_in_need`` is judged as it will stand once a manager has signed."""
    chosen = BY_ID.get(form.outcome.data or "")
    if chosen is None:
        return ()
    asked = {**facts, **ONCE_SIGNED} if chosen.id == NOT_IN_NEED else facts
    return departs(chosen, advice_now(asked) if chosen.id == NOT_IN_NEED else advice)


def made_of(form: OutcomeForm) -> outcomes.Made:
    return outcomes.Made(
        outcome=form.outcome.data,
        reason=form.reason.data,
        said=form.said.data,
        told=form.told.data,
        departure_reason=form.departure_reason.data or "",
        departure_words=form.departure_words.data or "",
    )


def acts_next(advice: Advice) -> list[Duty]:
    """What somebody has to do about the outcome now: what has a time limit first, soonest due."""
    found = [
        duty
        for duty in advice.applies
        if duty.rule.id in ABOUT and duty.force in (Force.MUST, Force.SHOULD)
    ]
    return sorted(found, key=lambda duty: (duty.due is None, duty.due and duty.due.timestamp()))


def held_back(advice: Advice) -> list[Duty]:
    """What keeps an outcome from being recorded, and the bed from ending."""
    return [
        duty
        for duty in advice.applies
        if duty.force is Force.MUST_NOT and duty.rule.act in HELD_BACK
    ]


def loop_of_refusal(advice: Advice) -> list[Step]:
    """Shown to whoever refused: who acts now, and what comes after."""
    if advice.findings.facts.get("s20_answer") != "refuses":
        return []
    pack = advice.findings.pack
    return [Step(pack.rule[id], OWNERS[pack.rule[id].owner], advice.duty(id)) for id in LOOP]


def on_record(file: CaseFile, entries: Entries) -> list[OnRecord]:
    """Every outcome recorded, the last first."""
    asked = signatures.signatures_of(
        database.current(), file.case.id, current_user.account.human_id
    )
    by_subject = {each.subject: each for each in asked}
    found = [OnRecord(e, by_subject.get(e.id)) for e in entries if e.kind == OUTCOME]
    return found[::-1]
