"""The protocol's time limits, as data. Emergencies run on the wall clock, day and night."""

from rules.as_read import as_read
from rules.calendar import Deadline

AT_ONCE = Deadline("at_once", "at once", "At once")
BEFORE_THEY_LEAVE = Deadline(
    "before_they_leave",
    "same day",
    "Before the young person leaves, the same day. "
    "The protocol gives no deadline; this is our default (A42)",
    short="Before they leave",
)
TONIGHT = Deadline("tonight", "at once", "Now, for tonight: a bed does not wait for the paperwork")
TODAY = Deadline("today", "same day", "Today")
ALLOCATION = Deadline(
    "allocation",
    "same day or hand-over",
    "The same day. Out of hours: by {number}:00 on the next working day (A41)",
    "hand_over_allocation_hour",
)
HAND_OVER = Deadline("hand_over", "next hand-over", "At the start of the next working day")
CLOSING_TIME = Deadline(
    "closing_time", "closing time", "When the office closes, if nobody has accepted"
)
FOLLOW_UP = Deadline(
    "follow_up", "working days", "Within {number} working days (our default, A15)", "follow_up_days"
)
ASSESSMENT = as_read(
    "A39",
    working_days=Deadline(
        "assessment",
        "working days",
        "Within {number} working days of the referral (section 5.1, paragraph 1; A39)",
        "assessment_days",
    ),
    calendar_days=Deadline(
        "assessment",
        "days",
        "Within {number} days of the referral, weekends and holidays among them "
        "(section 5.1, paragraph 1; A39)",
        "assessment_days",
    ),
)
NO_LIMIT = Deadline("no_limit", "none", "No deadline in the protocol")

DEADLINES = (
    AT_ONCE,
    BEFORE_THEY_LEAVE,
    TONIGHT,
    TODAY,
    ALLOCATION,
    HAND_OVER,
    CLOSING_TIME,
    FOLLOW_UP,
    ASSESSMENT,
    NO_LIMIT,
)
