"""What a visit can be and come to, and how often somebody can be visited (section 7)."""

from datetime import date, datetime, time

from rules.calendar import ONE_DAY

SUPPORT, SOCIAL_WORK = "support", "social_work"
VISIT_KINDS = {SUPPORT: "A support visit", SOCIAL_WORK: "A visit by their social worker"}

SEEN = "seen"
OUTCOMES = {
    SEEN: "Seen",
    "attempted": "Attempted: nobody there",
    "failed": "Failed: we did not get there",
    "cancelled": "Cancelled",
}

DAILY = 1
HOW_OFTEN = {
    2: "Every second day",
    3: "Every third day",
    4: "At least every fourth day",
    7: "Once a week",
}
"""In how many days somebody sees them at least once, where fewer visits are agreed, in words. Ours:
the protocol only says that daily visits can be reduced."""

LATER_THAN_NOW = "A visit cannot be later than now"
EARLIER_THAN_THE_CASE = "A visit cannot be from before they came to us"

MORNING = time(6)
"""A bed given before that is a bed for the night that began the day before. Ours."""


def night_of(moved_in: datetime) -> date:
    """The day on which the first night in a bed began. ``moved_in`` is in London."""
    return moved_in.date() - ONE_DAY if moved_in.time() < MORNING else moved_in.date()
