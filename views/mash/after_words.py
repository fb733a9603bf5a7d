"""What comes after the decision, in words, for the page of a child and of whoever receives them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from forms.mash.handing_on import STEPPED_FROM, STEPPED_TO
from forms.mash.sharing import PARENT_OPTIONS, YOUNG_PERSON_OPTIONS
from protocol.people import EARLY_HELP_WORKER, SOCIAL_WORKER
from store.mash.handing_on import ASSESSMENT, EARLY_HELP, STEP_DOWN, HandOn, hand_ons_in
from thresholds.after_decision import RECEIVED
from views import clock
from views.mash.check_words import chosen
from views.mash.found import Found
from views.mash.limits import following

STEP_DOWN_SIGNED = "mash_step_down"
"""What a second signature is asked for."""

WAY_OF = {"referral_to_early_help": EARLY_HELP, "referral_to_social_care": ASSESSMENT}
"""Outcome → how it is handed on. With the others nobody receives the child."""


class Team(NamedTuple):
    role: str
    words: str


TEAMS = {
    EARLY_HELP: Team(EARLY_HELP_WORKER, "the early help team"),
    ASSESSMENT: Team(SOCIAL_WORKER, "the Duty and Assessment Team"),
}

WAYS = {
    EARLY_HELP: "Handed on to early help",
    ASSESSMENT: "Handed on for an assessment",
    STEP_DOWN: "Stepped down",
}


def rows_of(handed: HandOn) -> list[tuple[str, str]]:
    """What whoever receives the child needs: why, which support, and who agrees to what."""
    body = handed.body
    rows = []
    if handed.way == STEP_DOWN:
        down = f"{STEPPED_FROM[body['stepped_from']]} to {STEPPED_TO[body['stepped_to']].lower()}"
        rows.append(("From and to", down))
    rows.append(("What to know", body["why"]))
    first = "What has to happen first" if handed.way == ASSESSMENT else "Support"
    rows.append((first, body["support"]))
    if agreement := body.get("agreement"):
        young_person = chosen(YOUNG_PERSON_OPTIONS, agreement["young_person"])
        parent = chosen(PARENT_OPTIONS, agreement["parent"])
        who = agreement["parent_who"]
        rows.append(("Young person agrees", young_person))
        rows.append(("A parent agrees", f"{parent}: {who}" if who else parent))
    if handed.way == EARLY_HELP:
        panel = body.get("panel_consent")
        rows.append(("Early Help Panel", f"A parent agreed to it: {panel}" if panel else "No"))
    return rows


def is_authorised(found: Found, handed: HandOn) -> bool:
    """Whether a manager recorded this step-down, or has signed it. The rest need no manager."""
    signed = {each.subject for each in found.signatures if each.state == "given"}
    return handed.body["authorised"] != "signature" or handed.id in signed


def after_shown(found: Found) -> Mapping[str, Any]:
    """The area of what comes after the decision."""
    handed = hand_ons_in(found.entries, found.child.id)
    decision = found.child.decision
    return {
        "hand_ons": [
            (each, WAYS[each.way], rows_of(each), following(RECEIVED, each.at)) for each in handed
        ],
        "to_hand_on": bool(
            decision
            and WAY_OF.get(decision.outcome or "")
            and not any(each.at >= decision.at and not each.returned for each in handed)
        ),
        "step_down_signatures": {
            each.subject: each for each in found.signatures if each.what == STEP_DOWN_SIGNED
        },
        "after_now": clock.now(),
    }
