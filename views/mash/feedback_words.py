"""What whoever told MASH is told: a draft in plain words, and what must never stand in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask_login import current_user

from forms.mash.feedback import HOW, QUALITY_SAYS, WHY_WITHHELD
from protocol.authority import AUTHORITY
from rules.calendar import london
from store.bed_entries import BED, HAPPENED
from store.cases import case_file
from store.entry import Entry
from store.mash.feedback import due_from, settled
from store.mash.received import told_of
from store.person_names import aliases_of
from store.placements import PROPOSED
from thresholds.bands import bands
from views import clock, database, presenting
from views.mash.found import Found
from views.mash.standing import standing
from views.words import YES_NO, in_full, lower_first

NOT_PROFESSIONAL = frozenset({None, "other", "missing"})
"""Sources that may be a parent, a neighbour or nobody known."""

OUTCOMES = {
    "referral_to_social_care": "Children's social care looks at what this child needs.",
    "referral_to_early_help": "Early help works with the family, who agree to that.",
    "information_or_nfa": "Nothing more is needed from social care or early help now.",
    "signposting": "The family is shown the way to a service that can help them.",
}

POSTCODE = re.compile(r"\b[a-z]{1,2}[0-9][a-z0-9]?\s*[0-9][a-z]{2}\b", re.IGNORECASE)
STREET = re.compile(
    r"\b[0-9]+[a-z]?,?\s+(?:[\w'’-]+\s+){1,3}"
    r"(?:road|street|avenue|lane|close|drive|way|gardens|crescent|terrace|grove|hill|court)\b",
    re.IGNORECASE,
)
AS_WIDE_AS = frozenset({"london", "england", str(AUTHORITY["name"]).casefold()})
"""Say nothing of where somebody is."""
SHORTEST_PLACE, SHORTEST_NAME = 4, 3

HAS_ADDRESS = "Take the address out: nobody is told where the child is"
HAS_PLACE = "Take out where the child is or may go: the record names that place"
HAS_NAME = "Take the child's name out: whoever told us is not known to be a professional"


def is_professional(found: Found) -> bool:
    return found.contact.source_group not in NOT_PROFESSIONAL


def draft(found: Found) -> str:
    """What can be sent once somebody has read it. Whoever is not known to be a professional
    learns that it was looked at, and no more: it may be somebody the child is afraid of."""
    told_on = in_full(london(found.contact.received_at).date())
    thanks = f"Thank you for telling us on {told_on} about a child you were worried about."
    decision = found.child.decision
    if not is_professional(found) or decision is None:
        said = [
            "We have looked at it and decided what happens next. To keep what is private to the "
            "child and their family private, we cannot tell you more."
        ]
    else:
        said = [
            f"What we decided: {OUTCOMES.get(decision.outcome or '', '')}",
            *(
                f"How we see it: we look at four levels of need. This is level {band.level}, "
                f"{band.level_name}: {lower_first(band.says)}."
                for band in bands()
                if band.level == decision.level
            ),
            "What you can do: go on with the help you give. If you think that this is not "
            "enough for the child, tell us, and a manager looks at it again.",
        ]
    again = "If anything changes, or you are worried again, tell us at once."
    return "\n\n".join([thanks, *said, again, f"Our reference: {found.contact.reference}"])


def too_much(found: Found, text: str) -> str:
    """What in this text must not go out, in words, or nothing."""
    text = text.replace(found.contact.reference or "", "")  # letters and figures, as postcodes are
    folded = text.casefold()
    if POSTCODE.search(text) or STREET.search(text):
        return HAS_ADDRESS
    if any(place in folded for place in places_known(found)):
        return HAS_PLACE
    if not is_professional(found) and any(
        re.search(rf"\b{re.escape(name)}\b", folded) for name in names_known(found)
    ):
        return HAS_NAME
    return ""


def places_known(found: Found) -> set[str]:
    """The parts of every place that the record knows for this child, as they would be typed."""
    told = told_of(found.entries, found.child.id)
    where = (told.where or "") if told else ""
    parts = [part for part in _parts(where) if any(figure.isdigit() for figure in part)]
    reader = current_user.account.human_id
    if file := case_file(database.current(), found.contact.case_id or "", reader):
        entries = presenting.entries_of(presenting.presentation(file.case.id))
        parts += [part for place in _placed(entries) for part in _parts(place)]
    return {part for part in parts if len(part) >= SHORTEST_PLACE and part not in AS_WIDE_AS}


def _placed(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        body = entry.body or {}
        if entry.kind in (BED, HAPPENED):
            yield str(body.get("place") or "")
        elif entry.kind == PROPOSED:
            fields = body.get("fields") or {}  # none, once it was erased
            yield str((fields.get("place") or {}).get("value") or "")


def _parts(place: str) -> list[str]:
    return [part.strip().casefold() for part in re.split(r"[,;:\n]", place) if part.strip()]


def names_known(found: Found) -> set[str]:
    """Every part of every name that the child is known by."""
    names = [found.person.name or ""] if found.person else []
    if found.person:
        names += [each.name for each in aliases_of(database.current(), found.person.id)]
    if told := told_of(found.entries, found.child.id):
        names.append(told.name)
    parts = {part.casefold() for name in names for part in re.split(r"[\s-]+", name)}
    return {part for part in parts if len(part) >= SHORTEST_NAME}


def feedback_shown(found: Found) -> Mapping[str, Any]:
    """The area of what whoever told MASH is told. Until it is signed nothing is due."""
    decision = found.child.decision
    holds = standing(found).is_decided
    return {
        "feedback": settled(found.entries, found.child.id),
        "feedback_due": due_from(decision.at) if decision and holds else None,
        "feedback_how": HOW,
        "feedback_quality": [(QUALITY_SAYS[name], name) for name in QUALITY_SAYS],
        "feedback_why": WHY_WITHHELD,
        "yes_no": YES_NO,
        "feedback_now": clock.now(),
    }
