"""What is on record about something that has to be done, so that nobody does it twice.

A task is done when a person says so. Where the record shows that it was done, its clock stops.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from store.bed_entries import RUNG
from store.contacts import Contact
from store.duty_to_refer import ANSWERED, SENT
from store.entry import Entry
from store.hand_over import WAYS
from views.case_summary import bed_now, place
from views.words import moment

WRITTEN_DOWN = {
    "ask_what_happened": "what_happened",
    "record_why_no_family_contact": "family_reason",
}
TOLD = "told_what_is_shared"
ASKED_ABOUT_NOTICE = (
    "ask_consent_to_notice",
    "let_them_choose_authority",
    "ask_to_share_contact_details",
    "record_refusal_of_notice",
)
SENDS_NOTICE = ("send_duty_to_refer_notice", "send_notice_to_housing_options")


@dataclass(frozen=True)
class OnRecord:
    """``does_it`` when nothing more is left to do than to say that it is done."""

    words: str
    does_it: bool = False


def on_record(
    answers: Mapping[str, Mapping[str, Any]],
    latest: Mapping[str, Entry],
    sent: Iterable[Contact],
    names: Mapping[str, str],
    now: datetime,
) -> dict[str, OnRecord]:
    """Act → what was recorded about it. ``answers`` are those that count, by question; ``latest``
    is the last entry of each kind; ``names`` are those of the humans."""
    found = {}
    for act, question in WRITTEN_DOWN.items():
        answer = answers.get(question, {})
        if answer.get("value"):
            found[act] = OnRecord(f"written down {moment(answer['recorded_at'], now)}", True)
    if answers.get(TOLD, {}).get("value") == "yes":
        told = f"told {moment(answers[TOLD]['recorded_at'], now)}"
        found["tell_what_is_shared"] = OnRecord(told, True)
    bed, call = bed_now(latest), latest.get(RUNG)
    if bed and bed.body:
        words = f"{place(bed.body)}, confirmed {moment(bed.recorded_at, now)}"
        found |= dict.fromkeys(("secure_bed_tonight", "place_out_of_hours"), OnRecord(words))
        going = _who_goes(bed.body)
        if going:
            found["escort_and_settle"] = OnRecord(going)
    if call and call.body:
        said = "accepted" if call.body["accepted"] else "had not accepted"
        words = f"{call.body['name']} {said} {moment(call.happened_at, now)}"
        found["ring_emergency_duty_team"] = OnRecord(words)
    for acts, kind, says in (
        (ASKED_ABOUT_NOTICE, ANSWERED, "asked"),
        (SENDS_NOTICE, SENT, "sent"),
    ):
        if kind in latest:
            words = f"{says} {moment(latest[kind].recorded_at, now)}"
            found |= dict.fromkeys(acts, OnRecord(words))
    for each in sent:
        act = next((way.act for way in WAYS if way.kind == each.kind), "")
        found[act] = OnRecord(f"sent {moment(each.received_at, now)}", True)
        if each.acknowledged_at:
            who = names.get(each.acknowledged_by or "", "Somebody")
            has_it = f"{who} at MASH has it, since {moment(each.acknowledged_at, now)}"
            found["allocate_to_duty_team"] = OnRecord(has_it)
    return found


def _who_goes(bed: Mapping[str, Any]) -> str:
    """Who goes with them, and who introduces them there, where that was agreed."""
    escort, introduces = bed.get("escort"), bed.get("introduced_by")
    parts = (escort and f"{escort} goes with them", introduces and f"{introduces} introduces them")
    return ", ".join(part for part in parts if part)
