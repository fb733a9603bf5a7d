"""The case page: who, tonight, what is left to do, what is not known, and what happened."""

from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.case_journeys import CASE_JOURNEYS
from forms.first_contact import FIRST_CONTACT
from forms.journeys import Shown, Status
from protocol.advice import what_to_ask_next
from protocol.card import card
from protocol.decisions import DEPARTURE_REASONS
from protocol.people import EMERGENCY_DUTY_TEAM
from protocol.turning_18 import in_words
from store import cases, contacts, duties, placements, signatures, tasks
from store.accounts import humans
from store.bed_entries import LEFT
from store.cases import CaseFile
from store.duty_to_refer import notice_in
from store.hand_over import first_received
from store.ids import new_id
from store.outcomes_on_record import OUTCOME
from store.restrictions import seen_only_by
from views import case_summary, clock, database, presenting, reading
from views.case_clocks import clocks
from views.case_notices import notices
from views.case_on_record import on_record
from views.case_timeline import timeline
from views.case_to_do import to_do
from views.case_turning_18 import turning_of
from views.case_words import in_their_words
from views.complaint_words import on_case as complaints_on
from views.dispute_words import on_case as disputes_on
from views.doors import CASES, PRESENTATIONS, TASKS, open_to
from views.handing_over import handing_over
from views.longer_assessment import agreed_until, last_moment, said_of_longer
from views.support import missed

bp = Blueprint("cases", __name__, url_prefix="/cases")

LATEST = 120
"""How many entries the page reads out at once. A telephone waits for a case of many months."""


@bp.get("/<uuid:id>")
@open_to(CASES)
def case(id: Any) -> ResponseReturnValue:
    db, file, now = database.current(), file_of(id), clock.now()
    reading.record("case_read", {"case_id": file.case.id})
    found = presenting.presentation(file.case.id)
    entries = presenting.entries_of(found)
    standing = presenting.standing(found, entries)
    counts, shown = standing.counts, standing.shown.values()
    facts = presenting.facts(found, entries, counts)
    advice = presenting.advice_for(found, entries, counts)
    answers, names = counts.answers, humans(db)
    latest = {entry.kind: entry for entry in entries}
    asked = signatures.signatures_of(db, file.case.id, current_user.account.human_id)
    outcome = latest.get(OUTCOME)
    everything = "everything" in request.args
    departed, sent = duties.departed_from(entries), contacts.contacts_of(db, file.case.id)
    left = to_do(
        advice,
        tasks.tasks_of(db, file.case.id),
        {entry.id: entry for entry in entries},
        departed,
        on_record(answers, latest, sent, names, now),
    )
    return render_template(
        "case/case.html",
        file=file,
        age=case_summary.age(file, advice, now),
        came=case_summary.came(advice, now),
        tonight=case_summary.tonight(advice, answers, latest, now),
        notices=notices(
            advice,
            answers,
            standing.shown[FIRST_CONTACT.name].recorded.answers,
            latest[LEFT].body if LEFT in latest else None,
            case_summary.hold_is_ended(latest),
        ),
        missed=missed.on_case(entries, now),
        placed=placements.proposals_in(entries),
        hand_over=handing_over(advice),
        on_duty=current_user.role == EMERGENCY_DUTY_TEAM,
        phone=(advice.findings.pack.authority or {})["emergency_duty_team_phone"],
        must_not=[duty for duty in card(advice).must_not if duty.rule.act != "contact_family"],
        contacts=sent,
        signatures=asked,
        outcome=outcome,
        outcome_signed=any(
            each.subject == outcome.id and each.state == "given" for each in asked if outcome
        ),
        disputes=disputes_on(advice.findings.pack, entries, current_user.role, now),
        complaints=complaints_on(advice.findings.pack, entries, now),
        entries=entries,
        notice=notice_in(entries),
        turning=turning_of(file, advice, now),
        in_words=in_words,
        clocks=clocks(
            advice,
            left,
            first_received(entries),
            facts,
            now,
            agreed_until(said_of_longer(entries, last_moment(advice))),
        ),
        parts=[(each, how_far(standing.shown.get(each.name))) for each in CASE_JOURNEYS],
        to_do=left,
        not_known=what_to_ask_next(advice),
        theirs=in_their_words(
            answers, frozenset(q for each in shown for page in each.pages for q in page.asks)
        ),
        answers=presenting.answered(found, counts),
        decision=latest["decision_made"].body,
        departed=[rule for rule in advice.findings.pack.rules if rule.id in departed],
        departure_reasons=DEPARTURE_REASONS,
        timeline=timeline(entries if everything else entries[-LATEST:], names),
        earlier=0 if everything else max(0, len(entries) - LATEST),
        seen_only_by=[names.get(id, "somebody") for id in seen_only_by(db, file.case.id)],
        humans=names,
        may_do=current_user.role in PRESENTATIONS,
        may_do_tasks=current_user.role in TASKS,
        new_id=new_id,
        now=now,
    )


def how_far(shown: Shown | None) -> Status:
    return shown.overall() if shown else Status.NOT_STARTED


def file_of(id: Any) -> CaseFile:
    """The case, if this reader may know of it."""
    return cases.case_file(database.current(), str(id), current_user.account.human_id) or abort(404)
