"""Where they are placed: proposed, held against the gates, and confirmed by a person."""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms import answering
from forms.journeys import questions_of
from forms.meaning import FACTS
from forms.placements import (
    ANSWERS,
    NOBODY,
    SELF,
    CloseGateForm,
    DepartForm,
    HappenedForm,
    ProposeForm,
    depart_form,
)
from forms.sign_in import PlainForm
from protocol.advice import Advice
from protocol.people import OWNERS, signs_for
from protocol.placing import (
    MET,
    MOVED,
    STAYS,
    STILL_OPEN,
    TOLD_BY,
    UNFIT,
    Gate,
    gates,
    with_placement,
)
from rules.answers import YES
from store import journal, placements
from store.accounts import humans, workers
from store.bed_entries import BED, GATE_CLOSED, HAPPENED
from store.cases import CaseFile
from store.journal import AlreadyDone, Conflict
from store.placements import Agreed, Proposal, proposals_in
from store.presentations import Presentation
from store.signatures import signatures_of
from views import case_summary, clock, database, presenting
from views.cases import file_of
from views.doors import MANAGERS, TASKS, open_to
from views.keeping_up import keep_up
from views.page_of_a_case import page_of_a_case
from views.presenting import Entries
from views.rules_in_force import advice_now, pack_in_force

bp = Blueprint("placements", __name__, url_prefix="/cases/<uuid:id>/placements")

page = partial(page_of_a_case, "placement")

YOT = "youth_offending_team_consulted"

# What a gate that was left open is met by: a field of the placement's record, or a fact.
FIELDS = {
    "4.1-d-placement": "away_from_rivals",
    "4.1-e-placement": "not_shared_with_very_vulnerable",
    "law-registered": "provider_registered",
}

# Where the answer to a gate that is not known can be given.
PART_PAGES = {"4.1-b-placement": "youth-offending-team", "4.1-d-placement": "danger"}

CHANGED = "Something has changed since you opened this page. Look at it again, then confirm"
NEVER = "This place cannot be confirmed. Find another one, or record what has happened"


@bp.route("/propose", methods=["GET", "POST"])
@open_to(TASKS)
def propose(id: Any) -> ResponseReturnValue:
    """What is proposed is decided by nobody yet."""
    file, found = file_of(id), presenting.presentation(id)
    asks = presenting.advice_for(found).duty("a10") is not None
    form = ProposeForm(now=clock.now(), ask_why_not_foster=asks)
    if not form.is_submitted():
        return page("placements/propose.html", file, form=form)
    command_id, valid = presenting.posted_command_id(), form.validate()
    if not valid:
        return page("placements/propose.html", file, form=form), 400
    try:
        with presenting.carry_out(command_id) as c:
            proposal_id = placements.propose(c, file.case.id, answers_of(form))
    except AlreadyDone:  # the same page, posted twice
        done = journal.entries_of(database.current(), command_id)
        proposal_id = next((p.id for p in proposals_in(done)), "") or abort(409)
    return redirect(url_for(".placement", id=file.case.id, proposal_id=proposal_id))


@bp.get("/<uuid:proposal_id>")
@open_to(TASKS)
def placement(id: Any, proposal_id: Any) -> ResponseReturnValue:
    """What is proposed, and how the gates stand; or what was confirmed, and what was left open."""
    file, found = file_of(id), presenting.presentation(id)
    entries = presenting.entries_of(found)
    proposal = proposal_of(entries, proposal_id)
    advice, found_gates = held_against(found, entries, proposal)
    return show(file, proposal, advice, found_gates, form_for(proposal, found_gates))


@bp.post("/<uuid:proposal_id>")
@open_to(TASKS)
def confirm(id: Any, proposal_id: Any) -> ResponseReturnValue:
    file, found = file_of(id), presenting.presentation(id)
    entries, command_id = presenting.entries_of(found), presenting.posted_command_id()
    proposal = proposal_of(entries, proposal_id)
    advice, found_gates = held_against(found, entries, proposal)
    form = form_for(proposal, found_gates)
    if presenting.done_before():
        return redirect(url_for(".placement", id=file.case.id, proposal_id=proposal.id))
    problem = why_not(proposal, found_gates)
    if problem:
        # Nothing else is said to be wrong: what the page asks now was not asked before.
        form.form_errors.append(problem)
        return show(file, proposal, advice, found_gates, form), 409
    if not form.validate():
        return show(file, proposal, advice, found_gates, form), 400
    try:
        with presenting.carry_out(command_id) as c:
            placements.confirm(
                c,
                file.case.id,
                proposal,
                advice,
                reasons(found_gates, form),
                agreed(form),
                bed_facts(advice, proposal),
                my_name(),
                entries[-1].seq,
            )
    except (AlreadyDone, Conflict):
        form.form_errors.append(CHANGED)
        return show(file, proposal, advice, found_gates, form), 409
    keep_up(file.case.id, command_id)
    return redirect(url_for(".placement", id=file.case.id, proposal_id=proposal.id))


@bp.route("/<uuid:proposal_id>/gates/<rule>", methods=["GET", "POST"])
@open_to(TASKS)
def gate(id: Any, proposal_id: Any, rule: str) -> ResponseReturnValue:
    """Answering for a gate that they were placed without."""
    file, found = file_of(id), presenting.presentation(id)
    entries = presenting.entries_of(found)
    proposal = proposal_of(entries, proposal_id)
    departure = next((each for each in proposal.departures if each["rule"] == rule), None)
    if departure is None:
        abort(404)
    form = CloseGateForm(possible=can_answer(entries, proposal, rule))
    pack = pack_in_force()

    def closing(problem: str = "") -> str:
        if problem:
            form.form_errors.append(problem)
        return page(
            "placements/gate.html",
            file,
            form=form,
            proposal=proposal,
            rule=pack.rule[rule],
            still_open=STILL_OPEN[rule],
            departure=departure,
            closed=proposal.closed.get(rule),
            answers=ANSWERS,
        )

    if not form.is_submitted():
        return closing()
    command_id = presenting.posted_command_id()
    if presenting.done_before():
        return redirect(url_for(".placement", id=file.case.id, proposal_id=proposal.id))
    valid = form.validate()
    if rule in proposal.closed:
        return closing(
            "Somebody else has answered for this already. See below what they saved"
        ), 409
    if not valid:
        return closing(), 400
    facts, fields = settled(rule, form.answer.data)
    try:
        with presenting.carry_out(command_id) as c:
            placements.close_gate(
                c,
                file.case.id,
                proposal,
                rule,
                form.answer.data,
                form.words.data,
                facts,
                fields,
            )
    except AlreadyDone:
        pass  # the same page, posted twice at once
    keep_up(file.case.id, command_id)
    return redirect(url_for(".placement", id=file.case.id, proposal_id=proposal.id))


@bp.route("/has-happened", methods=["GET", "POST"])
@open_to(TASKS)
def has_happened(id: Any) -> ResponseReturnValue:
    """They sleep where nobody may be placed. It is recorded, never confirmed."""
    file, form = file_of(id), HappenedForm(now=clock.now())
    if not form.is_submitted():
        return page("placements/has_happened.html", file, form=form)
    command_id, valid = presenting.posted_command_id(), form.validate()
    if not valid:
        return page("placements/has_happened.html", file, form=form), 400
    fields = answers_of(form)
    body = {
        "kind": form.kind.data,
        "where": fields["kind"]["words"],
        "place": form.place.data,
        "since": fields["at"]["value"],
        "arranged_by": form.arranged_by.data,
        "why": form.why.data,
        "next_bed": form.next_bed.data,
        "facts": {"bed_confirmed": "no"},
    }
    if form.kind.data != "bed_and_breakfast":
        fields["provider_registered"] = yes_or_no(FACTS["provider_registered"].question, "no")
    try:
        with presenting.carry_out(command_id) as c:
            placements.happened(c, file.case.id, body, fields, form.at.data)
    except AlreadyDone:
        pass  # the same page, posted twice
    keep_up(file.case.id, command_id)
    return redirect(url_for("cases.case", id=file.case.id))


def show(
    file: CaseFile,
    proposal: Proposal,
    advice: Advice,
    found_gates: tuple[Gate, ...],
    form: Any,
) -> str:
    db = database.current()
    asked = signatures_of(db, file.case.id, current_user.account.human_id)
    confirmed = proposal.confirmed
    return page(
        "placements/placement.html",
        file,
        proposal=proposal,
        proposed=[proposal.fields[q] for q in questions_of(ProposeForm) if q in proposal.fields],
        gates=found_gates,
        form=form,
        is_final=any(each.is_final for each in found_gates),
        part_pages=PART_PAGES,
        foster_first=advice.duty("a10"),
        pack=advice.findings.pack,
        signatures=[s for s in asked if confirmed and s.subject == confirmed.id],
        answers=ANSWERS,
        still_open=STILL_OPEN,
        seen=digest(found_gates),
    )


def proposal_of(entries: Entries, proposal_id: Any) -> Proposal:
    found = (each for each in proposals_in(entries) if each.id == str(proposal_id))
    return next(found, None) or abort(404)


def held_against(
    found: Presentation, entries: Entries, proposal: Proposal
) -> tuple[Advice, tuple[Gate, ...]]:
    """The advice on the facts as they would be there, and the gates."""
    counts = presenting.standing(found, entries).counts
    facts = presenting.facts(found, entries, counts)
    proposed = {name: answer.get("value") for name, answer in proposal.fields.items()}
    proposed[YOT] = asked_since(entries, counts.answers.get(YOT), proposal)
    advice = advice_now(with_placement(facts, proposed))
    return advice, gates(advice, proposed["kind"])


def asked_since(entries: Entries, answer: Mapping[str, Any] | None, proposal: Proposal) -> Any:
    """Whether the Youth Offending Team was asked about this place. What it said before they were
    last placed was about another."""
    last = max(
        (p.confirmed.seq for p in proposals_in(entries) if p.confirmed and p.id != proposal.id),
        default=0,
    )
    said = [(answer["seq"], answer["value"])] if answer else []
    said += [
        (entry.seq, entry.body["facts"][YOT])
        for entry in entries
        if entry.kind == GATE_CLOSED and entry.body and YOT in entry.body["facts"]
    ]
    return max((each for each in said if each[0] > last), default=(0, None))[1]


def form_for(proposal: Proposal, found_gates: tuple[Gate, ...]) -> Any:
    """A button where every gate is met; otherwise why it is confirmed all the same."""
    open_gates = [gate.rule.id for gate in found_gates if not gate.is_met]
    if not open_gates or proposal.confirmed or any(gate.is_final for gate in found_gates):
        return PlainForm()
    return depart_form(open_gates)(managers=managers(proposal))


def managers(proposal: Proposal) -> dict[str, str]:
    """Who may agree to a departure, never whoever proposed the place; and that nobody could be
    reached, for which no bed waits."""
    me, proposer = current_user.account.human_id, proposal.entry.human_id
    found = {}
    if me != proposer and current_user.role in signs_for(proposal.entry.role):
        found[SELF] = f"I do, as {OWNERS[current_user.role]}"
    for human_id, name in workers(database.current(), signs_for(current_user.role)).items():
        if human_id not in (me, proposer):
            found[human_id] = f"{name}, who said so by phone"
    return found | {NOBODY: "Nobody could be reached. A manager is asked to sign at once"}


def why_not(proposal: Proposal, found_gates: tuple[Gate, ...]) -> str:
    """Why it cannot be confirmed as it was shown, if it cannot."""
    if proposal.confirmed:
        return "Somebody else has confirmed this place already. Nothing of yours was saved"
    if any(gate.is_final for gate in found_gates):
        return NEVER
    return CHANGED if request.form.get("seen") != digest(found_gates) else ""


def digest(found_gates: tuple[Gate, ...]) -> str:
    """The gates as somebody has seen them."""
    stand = " ".join(f"{gate.rule.id}={gate.standing.value}" for gate in found_gates)
    return sha256(stand.encode()).hexdigest()[:16]


def reasons(found_gates: tuple[Gate, ...], form: Any) -> list[tuple[Gate, str]]:
    given = form.reasons() if isinstance(form, DepartForm) else {}
    return [(gate, given[gate.rule.id].data) for gate in found_gates if gate.rule.id in given]


def agreed(form: Any) -> Agreed | None:
    if not isinstance(form, DepartForm):
        return None
    chosen, words = form.manager.data, form.said.data
    if chosen == SELF:
        return Agreed("self", current_user.account.human_id, words)
    return Agreed("nobody", None, words) if chosen == NOBODY else Agreed("by_phone", chosen, words)


def bed_facts(advice: Advice, proposal: Proposal) -> dict[str, str]:
    """What the bed establishes. Its legal basis is whatever a person has decided, or not decided
    yet. Until the assessment is complete it is emergency accommodation (A9)."""
    known = advice.findings.facts
    facts = {
        "bed_confirmed": "yes",
        "high_level_support_in_place": proposal.value("high_level_support") or "not_known",
    }
    if not case_summary.basis_is_decided(advice):
        facts["legal_basis"] = "not_yet_determined"
    if known.get("initial_assessment_complete") is not YES:
        facts["in_emergency_accommodation"] = "yes"
        if known.get("in_emergency_accommodation") is not YES:
            facts["emergency_accommodation_since"] = str(proposal.value("at"))
    return facts


def can_answer(entries: Entries, proposal: Proposal, rule: str) -> list[str]:
    """How whoever is signed in can answer for this gate. A provider that is not registered is
    never somewhere to stay."""
    confirmed = proposal.confirmed
    assert confirmed is not None  # nothing was left open before
    beds = [e for e in entries if e.kind in (BED, HAPPENED) and e.caused_by != confirmed.id]
    if any(bed.seq > confirmed.seq for bed in beds):
        return [MOVED]
    possible = [MET] if rule in TOLD_BY else []
    if rule == "law-registered":
        return [*possible, UNFIT]
    decided = (confirmed.human_id, proposal.entry.human_id)
    is_another = current_user.account.human_id not in decided
    return [*possible, STAYS] if current_user.role in MANAGERS and is_another else possible


def settled(rule: str, answer: str) -> tuple[dict[str, str], dict[str, Any]]:
    """The facts, or the fields of the placement's record, that an answer settles."""
    if answer in (STAYS, MOVED):
        return {}, {}
    value = "yes" if answer == MET else "no"
    if rule in FIELDS:
        return {}, {FIELDS[rule]: yes_or_no(FACTS[TOLD_BY[rule]].question, value)}
    return {TOLD_BY[rule]: value}, {}


def answers_of(form: Any) -> dict[str, Any]:
    """What was answered, by question, with the wording shown."""
    return {
        answer["question"]: {name: value for name, value in answer.items() if name != "question"}
        for answer in answering.answers(form)
    }


def yes_or_no(wording: str, value: str) -> dict[str, Any]:
    return {"wording": wording, "value": value, "words": None, "standing": "answered"}


def my_name() -> str:
    return humans(database.current())[current_user.account.human_id]
