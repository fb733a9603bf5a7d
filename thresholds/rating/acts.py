"""What the rules about ratings can ask for, and by when."""

from rules.calendar import Deadline
from rules.pack import Act

ACTS = (
    Act("allocate_the_same_day", "allocate to the Duty and Assessment Team the same day"),
    Act("refer_to_social_care", "decide on a referral to children's social care"),
    Act("tell_worker_and_duty_worker", "tell their worker and that team's duty worker"),
    Act("record_strengths", "record what is going well"),
)

DEADLINES = (
    Deadline("at_once", "at once", "At once"),
    Deadline(
        "allocation",
        "same day or hand-over",
        "The same day. Out of hours: by {number}:00 on the next working day (A41)",
        "hand_over_allocation_hour",
        starts="presented_at",
    ),
)
