"""By when the things around a decision have to be done."""

from datetime import datetime

from rules.calendar import london
from store.own_tasks import Due
from thresholds import after_decision
from thresholds.after_decision import LATE_CHECK
from views.mash.clocks import clock_of
from views.mash.found import Found
from views.mash.standing import standing


def answer_by(found: Found, now: datetime) -> Due:
    """When an agency asked now has to answer: while it can still count for the decision. Once
    that time has passed, at once for Red and for a child nobody has rated."""
    stands = standing(found)
    limit = clock_of(found.contact, stands, now).due
    if limit.at > now:
        return Due(limit.at, f"While this child is being decided: {limit.words}")
    if stands.runs_on in (None, "red"):
        return Due(london(now), f"At once: the time for a decision has passed ({limit.words})")
    return following(LATE_CHECK, now)


def following(name: str, start: datetime) -> Due:
    """A limit of what follows a decision, by its name in ``thresholds.after_decision``."""
    return Due(after_decision.ends(name, start), after_decision.in_words(name, start))
