"""By when the things around a decision have to be done."""

from datetime import datetime

from rules.calendar import london
from store.own_tasks import Due
from thresholds import after_decision, clocks
from thresholds.after_decision import LATE_CHECK
from views.mash.found import Found


def decide_by(found: Found) -> clocks.Due:
    """When this child has to be decided."""
    rating, contact = found.child.rating, found.contact
    return clocks.due(
        rating.band if rating else None,
        contact.received_at,
        treated_as_referral=contact.kind in ("referral", "under_16"),
        same_day=contact.due_at if contact.kind in ("referral", "under_16") else None,
    )


def answer_by(found: Found, now: datetime) -> Due:
    """When an agency asked now has to answer: while it can still count for the decision. Once
    that time has passed, at once for Red and for a child nobody has rated."""
    limit = decide_by(found)
    if limit.at > now:
        return Due(limit.at, f"While this child is being decided: {limit.words}")
    rating = found.child.rating
    if rating is None or rating.band == "red":
        return Due(london(now), f"At once: the time for a decision has passed ({limit.words})")
    return following(LATE_CHECK, now)


def following(name: str, start: datetime) -> Due:
    """A limit of what follows a decision, by its name in ``thresholds.after_decision``."""
    return Due(after_decision.ends(name, start), after_decision.in_words(name, start))
