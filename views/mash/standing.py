"""Where a child in a contact stands, in words: what the page of a child shows of rating it."""

from collections.abc import Mapping
from typing import Any

from flask_login import current_user

from store.mash.standing import (
    DECLINED,
    HARM_SINCE,
    IS_CLOSED,
    IS_DECIDED,
    NOT_SIGNED,
    RATE_AGAIN,
    REASON_MISSING,
    TO_DECIDE,
    TO_SIGN,
    UNRATED,
    Standing,
    standing_of,
)
from thresholds.bands import severity
from views import clock
from views.doors import MASH
from views.mash.clocks import clock_of
from views.mash.found import Found
from views.mash.rated_words import WORDS
from views.mash.suggesting import suggested_for

NEXT = {
    UNRATED: "Rate this child.",
    REASON_MISSING: "Reason missing: say why the rating is not what the rules suggest.",
    RATE_AGAIN: "Rate again: another person declined to sign the lower rating.",
    HARM_SINCE: "Rate again: significant harm was told since it was rated.",
    TO_DECIDE: "Decide.",
    TO_SIGN: "Another person has to sign the decision before it takes effect.",
    NOT_SIGNED: "Decide anew, or ask for the signature again: nobody is asked to sign it now.",
    DECLINED: "Decide anew: another person declined to sign the decision.",
    IS_DECIDED: "See to what was decided, and tell whoever told us.",
    IS_CLOSED: "Nothing: it is closed.",
}
"""What comes next, in one sentence."""

STEP = {
    UNRATED: "rating",
    RATE_AGAIN: "rating",
    HARM_SINCE: "rating",
    REASON_MISSING: "suggestion",
    TO_DECIDE: "decision",
    NOT_SIGNED: "decision",
    DECLINED: "decision",
}
"""Where that is done."""


SAYS_THE_DECISION = (TO_SIGN, NOT_SIGNED, DECLINED, IS_DECIDED, IS_CLOSED)


def band_said(now: Standing, rated: str | None, decided: str | None) -> str | None:
    """What somebody said last, whether or not it counts yet."""
    return decided if decided and now.stands in SAYS_THE_DECISION else rated


def standing(found: Found) -> Standing:
    return standing_of(found.child, found.signatures, found.entries)


def heading(found: Found) -> Mapping[str, Any]:
    now, child = standing(found), found.child
    step = STEP.get(now.stands) if current_user.role in MASH else None
    return {
        "standing": now,
        "band": band_said(
            now, child.rating and child.rating.band, child.decision and child.decision.band
        ),
        "next_url": step and f"{found.address}/{step}",
        "clock": clock_of(found.contact, now, clock.now()),
        "next_step": NEXT[now.stands],
    }


def what_was_rated(found: Found) -> Mapping[str, Any]:
    """Every rating with what was suggested of it, which nobody can see before there is one."""
    return {
        "more_is_suggested": more_is_suggested(found),
        "may_rate": current_user.role in MASH and standing(found).stands not in SETTLED,
        "words": WORDS,
        "signature_of": {each.subject: each for each in found.signatures},
    }


def what_was_decided(found: Found) -> Mapping[str, Any]:
    now = standing(found)
    ready = (TO_DECIDE, RATE_AGAIN, HARM_SINCE, NOT_SIGNED, DECLINED)
    return {"may_decide": current_user.role in MASH and now.stands in ready}


SETTLED = (TO_SIGN, IS_DECIDED, IS_CLOSED)


def more_is_suggested(found: Found) -> str | None:
    """The band that is suggested now, where more is known than when it was last rated and that
    suggests a worse one."""
    rating = found.child.rating
    if rating is None or rating.band is None or standing(found).is_decided:
        return None
    was = _severity((rating.body.get("suggested") or {}).get("minimum"))
    now = suggested_for(found, rating.body["indicators"]).body["minimum"]
    return str(now) if _severity(now) > was else None


def _severity(band: str | None) -> int:
    return severity(band) if band else -1
