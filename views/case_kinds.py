"""Every kind of entry in a case, in words: what it is called, and what was said in it."""

from collections.abc import Iterable

from forms.placements import ANSWERS
from protocol.acts import ACTS
from protocol.decisions import DEPARTURE_REASONS
from protocol.dispute_steps import NOBODY, SIDES
from protocol.dispute_steps import NOT_KNOWN as NOT_KNOWN_YET
from protocol.extensions import EXTENSION
from protocol.people import OWNERS
from protocol.who_is_it import BESIDE, NEW, NOT_KNOWN, SAME
from store.hand_over import WAYS
from views import case_summary, presenting
from views.checklist.kinds import KINDS as CHECKLIST_KINDS
from views.complaint_words import ADVOCATE, HOW
from views.kind import Body, Kind, Names, words_of
from views.plan.kinds import KINDS as PLAN_KINDS
from views.rights.kinds import KINDS as RIGHTS_KINDS
from views.support.kinds import KINDS as SUPPORT_KINDS
from views.words import YES_NO, count, said

ACT = {act.id: act.says for act in ACTS}
IDENTIFIED = {
    SAME: "Yes",
    BESIDE: "Yes, and their own case is open: this one stands beside it",
    NEW: "No, it is somebody new",
    NOT_KNOWN: "Not known yet",
}
ACCOMMODATED = SIDES | {
    NOBODY: "Nobody: there is no bed for them yet",
    NOT_KNOWN_YET: "Not known yet",
}
WAY = {way.kind: way.says for way in WAYS}


OTHER_RECORDS = {
    EXTENSION: "A manager on a longer assessment",
    "placement": "Where they are placed",
    "visit": "A visit, as the rules know it",
}
"""Records that no list shows: each has a page of its own."""


def _answers(body: Body, names: Names) -> Iterable[str]:
    for answer in body.get("answers", ()):
        if answer.get("value") or answer.get("words"):
            yield f"{answer['wording']} {said(answer)}"


def _record(body: Body, names: Names) -> Iterable[str]:
    says = {**OTHER_RECORDS, **presenting.RECORDS_SAY}
    yield says.get(body["record"], body["record"])
    if "fields" in body:
        yield from presenting.in_words(body["fields"]).splitlines()
    if body.get("reason"):
        yield f"Why: {body['reason']}"


def _proposed(body: Body, names: Names) -> Iterable[str]:
    for answer in body["fields"].values():
        if answer["value"]:
            yield f"{answer['wording']} {said(answer)}"


AGREED = {"self": "{} agreed.", "by_phone": "{} agreed by phone.", "nobody": "Nobody was reached."}


def _confirmed(body: Body, names: Names) -> Iterable[str]:
    yield str(body["words"])
    for departure in body["departures"]:
        act = ACT.get(departure["act"], "see the rule")
        yield f"Held back: {act} ({departure['rule']}). Why all the same: {departure['why']}"
    agreed = body.get("agreed")
    if agreed:
        who = names.get(agreed["human_id"] or "", "Somebody")
        yield f"{AGREED[agreed['how']].format(who)} {agreed['words']}"


def _gate_closed(body: Body, names: Names) -> Iterable[str]:
    yield f"{ANSWERS[body['answer']]} ({body['rule']})"
    yield body["words"]


def _basis(body: Body, names: Names) -> Iterable[str]:
    yield f"{body['words']}. Decided by {body['decided_by']}."
    yield f"Why: {body['reasons']}"


def _left(body: Body, names: Names) -> Iterable[str]:
    yield f"{body['said_by']} says so. Done: {body['done_words']}."
    if body.get("police_reference"):
        yield f"Police reference: {body['police_reference']}"
    yield from words_of("words")(body, names)


def _returned(body: Body, names: Names) -> Iterable[str]:
    yield f"Seen by {body['said_by']}."
    yield from words_of("how_they_are")(body, names)
    yield f"Tonight: {body['where_tonight']}"


def _happened(body: Body, names: Names) -> Iterable[str]:
    yield case_summary.place(body)
    if body.get("arranged_by"):
        yield f"Arranged by {body['arranged_by']}"
    yield f"How: {body['why']}"
    yield f"Another bed: {body['next_bed']}"


def _advice(body: Body, names: Names) -> Iterable[str]:
    applies = body.get("findings", {}).get("applies", ())
    for force in ("must", "must not"):
        for rule in applies:
            if rule["force"] == force:
                act = ACT.get(rule["act"], "see the rule")
                yield f"{force.capitalize()} {act} ({rule['id']})"


def _decision(body: Body, names: Names) -> Iterable[str]:
    yield str(body.get("option_words", ""))
    if body.get("reason"):
        yield f"Why: {body['reason']}"
    if body.get("departures"):
        rules = ", ".join(departure["rule"] for departure in body["departures"])
        why = DEPARTURE_REASONS.get(body.get("departure_reason") or "", "")
        yield f"Differs from {rules}. {why}. {body.get('departure_words') or ''}"


def _outcome(body: Body, names: Names) -> Iterable[str]:
    yield from _decision(body, names)
    yield f"They said: {body.get('young_person_said', '')}"
    yield f"They were told: {body.get('told_young_person', '')}"


def _identified(body: Body, names: Names) -> Iterable[str]:
    yield f"{body.get('question', '')} {IDENTIFIED.get(body['answer'], body['answer'])}."


def _bed(body: Body, names: Names) -> Iterable[str]:
    yield f"{case_summary.place(body)}, confirmed by {body.get('confirmed_by', 'nobody by name')}"
    support = body.get("facts", {}).get("high_level_support_in_place")
    if support:
        yield f"High-level support from the first night: {YES_NO[support].lower()}."


def _rung(body: Body, names: Names) -> Iterable[str]:
    if body.get("on_duty"):
        yield f"{body['name']} was on duty and took it: nobody had to ring."
        return
    answer = "They accepted" if body.get("accepted") else "They had not accepted yet"
    yield f"{body.get('name', 'Nobody by name')}. {answer}."


def _handed_to(body: Body, names: Names) -> Iterable[str]:
    number = count(len(body.get("tasks", ())), "open task")
    yield f"To {names.get(body['to'], 'somebody')}, with {number}."
    yield from words_of("words")(body, names)
    yield from (f"Moved: {words}" for words in body.get("moved", ()))
    yield from (f"Stayed where it was: {words}" for words in body.get("stayed", ()))


def _restricted(body: Body, names: Names) -> Iterable[str]:
    allowed = [names.get(id, "somebody") for id in body.get("allowed", ())]
    yield f"Seen only by whoever restricted it{''.join(', ' + name for name in allowed)}."
    yield from words_of("reason")(body, names)


def _asked(body: Body, names: Names) -> Iterable[str]:
    yield from words_of("words", "reasons")(body, names)
    yield f"Asked of: {' or '.join(OWNERS.get(r, r) for r in body.get('asked_of', ()))}."


def _raised(body: Body, names: Names) -> Iterable[str]:
    yield from words_of("words", "source", "position")(body, names)


def _settlement(body: Body, names: Names) -> Iterable[str]:
    yield from words_of("decision")(body, names)
    yield f"Why: {body.get('reasons', '')}"
    yield f"To learn: {body.get('lessons', '')}"


def _accommodated(body: Body, names: Names) -> Iterable[str]:
    yield ACCOMMODATED.get(body.get("service", ""), body.get("who", ""))


def _complaint(body: Body, names: Names) -> Iterable[str]:
    yield f"“{body.get('words', '')}”"
    yield f"They want: “{body.get('wishes', '')}”"
    if body.get("by_whom"):
        yield f"Said for them by {body['by_whom']}."
    if body.get("helped_by"):
        yield f"Helped by {body['helped_by']}."


def _advocate(body: Body, names: Names) -> Iterable[str]:
    yield f"{ADVOCATE.get(body.get('advocate', ''), '')}."
    yield from words_of("words")(body, names)


def _closed(body: Body, names: Names) -> Iterable[str]:
    yield f"{HOW.get(body.get('how', ''), '')}."
    yield from words_of("words")(body, names)


def _way(body: Body, names: Names) -> Iterable[str]:
    yield WAY.get(body.get("kind", ""), "")


def _notice(body: Body, names: Names) -> Iterable[str]:
    """What they said about the notice to a housing authority."""
    yield "They consent." if body.get("consents") == "yes" else "They do not consent."
    if body.get("authority"):
        yield f"Authority: {body['authority']}."
    if body.get("consents") == "yes":
        agrees = YES_NO[body.get("agrees", "not_known")].lower()
        yield f"It gets their contact details: {agrees}."


def _sent(body: Body, names: Names) -> Iterable[str]:
    yield f"To {body.get('authority')}: {body.get('how_words')}, to {body.get('to')}."


KINDS: dict[str, Kind] = {
    "presentation_started": Kind("A young person came", words_of("reference")),
    "answers_given": Kind("Answers saved", _answers),
    "answers_set_aside": Kind("Answers kept beside somebody else's, which count", _answers),
    "record_saved": Kind("One of a list saved", _record),
    "record_removed": Kind("One taken off a list", _record),
    "record_set_aside": Kind("Record kept beside somebody else's, which counts", _record),
    "advice_given": Kind("Advice given", _advice, by_rules=True),
    "decision_made": Kind("Decision made", _decision),
    "outcome_decided": Kind("Outcome of the assessment recorded", _outcome),
    "person_identified": Kind("Whether they are on record already was asked", _identified),
    "case_opened": Kind("Case opened"),
    "handed_over": Kind("Sent to MASH", _way),
    "referral_acknowledged": Kind("MASH has it", words_of("name")),
    "bed_confirmed": Kind("Bed confirmed", _bed),
    "placement_proposed": Kind("A place was proposed", _proposed),
    "placement_confirmed": Kind("A placement was confirmed", _confirmed),
    "placement_gate_closed": Kind("Answered for what was left open", _gate_closed),
    "placement_happened": Kind("Slept where nobody may be placed", _happened),
    "legal_basis_recorded": Kind("Legal basis of the bed recorded", _basis),
    "young_person_left": Kind("They left, or went missing", _left),
    "young_person_returned": Kind("They came back", _returned),
    "bed_hold_ended": Kind("The bed is no longer held", words_of("held", "reason")),
    "emergency_duty_team_rung": Kind("Emergency Duty Team rung", _rung),
    "task_created": Kind("Put on the list of what to do", words_of("words"), by_rules=True),
    "task_due_moved": Kind("Time limit put right", words_of("words"), by_rules=True),
    "task_accepted": Kind("Task taken", words_of("words")),
    "task_given_to": Kind("Task given to somebody by name", words_of("words")),
    "task_done": Kind("Task done", words_of("words")),
    "task_closed": Kind("Task closed, no longer asked for", words_of("words")),
    "case_handed_to": Kind("Case handed to another worker", _handed_to),
    "case_restricted": Kind("Case restricted", _restricted),
    "case_unrestricted": Kind("Restriction lifted", words_of("reason")),
    "duty_to_refer_answered": Kind("Asked about a notice to a housing authority", _notice),
    "duty_to_refer_sent": Kind("Notice sent to a housing authority", _sent),
    "duty_to_refer_acknowledged": Kind(
        "Housing authority has the notice", words_of("by", "reference")
    ),
    "duty_to_refer_outcome": Kind(
        "Housing authority decided", words_of("outcome_words", "why_words", "words")
    ),
    "duty_to_refer_ended": Kind("Housing authority's duty ended", words_of("why_words", "words")),
    "duty_to_refer_withdrawn": Kind(
        "Notice to a housing authority withdrawn", words_of("reason_words", "words")
    ),
    "signature_asked": Kind("Second signature asked for", _asked),
    "signature_given": Kind("Second signature given", words_of("words")),
    "signature_sent_back": Kind("Sent back with a question", words_of("question")),
    "signature_answered": Kind("Question answered", words_of("answer")),
    "signature_declined": Kind("Second signature declined", words_of("reason")),
    "signature_withdrawn": Kind("Request for a signature withdrawn", words_of("reason")),
    "dispute_raised": Kind("The services disagree", _raised),
    "dispute_position": Kind("The other side put in writing what it says", words_of("position")),
    "dispute_settlement": Kind("A settlement of the disagreement written down", _settlement),
    "dispute_not_agreed": Kind("The other side did not agree to it", words_of("why")),
    "dispute_taken_further": Kind("The disagreement was taken further", words_of("why")),
    "dispute_settled": Kind("Both sides have settled the disagreement", words_of("words")),
    "accommodated_by": Kind("Who accommodates them now", _accommodated),
    "complaint_made": Kind("A complaint", _complaint),
    "complaint_acknowledged": Kind("Complaint acknowledged", words_of("words")),
    "complaint_advocate": Kind("An advocate offered for the complaint", _advocate),
    "complaint_extended": Kind("The answer to the complaint takes longer", words_of("why")),
    "complaint_answered": Kind("Complaint answered", words_of("words")),
    "complaint_moved_on": Kind("Complaint moved to the next stage", words_of("words")),
    "complaint_closed": Kind("Complaint closed", _closed),
    "body_erased": Kind("Erased by law", words_of("reason")),
    **SUPPORT_KINDS,
    **CHECKLIST_KINDS,
    **PLAN_KINDS,
    **RIGHTS_KINDS,
}
"""In the order in which things happen."""


def kind_of(name: str) -> Kind:
    """One that has no words yet is shown by its name: nothing that happened is left out."""
    return KINDS.get(name) or Kind(name.replace("_", " ").capitalize())
