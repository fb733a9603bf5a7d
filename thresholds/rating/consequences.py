"""What follows from what is known and from how a contact is rated, whatever the band."""

from rules.conditions import Condition, Situation
from rules.rule import Force, principle, rule
from thresholds.indicators import INDICATORS
from thresholds.rating.continuum import any_of
from thresholds.rating.people import MASH_SOCIAL_WORKER
from thresholds.rating.sources import default, protocol_v4

title = "What follows"


@rule(
    "same-day",
    force=Force.MUST,
    owner=MASH_SOCIAL_WORKER,
    act="allocate_the_same_day",
    source=protocol_v4("4", 1),
    due="allocation",
)
def allocate_the_same_day(yp: Situation) -> Condition:
    """Allocate to the Duty and Assessment Team the same day, whatever the band (4-a)."""
    return yp.under_joint_protocol


@rule(
    "only-referral",
    force=Force.MUST,
    owner=MASH_SOCIAL_WORKER,
    act="refer_to_social_care",
    source=protocol_v4("3", 13),
)
def only_a_referral(yp: Situation) -> Condition:
    """Decide on a referral to children's social care (3-l). Any other outcome departs from the
    joint protocol."""
    return yp.under_joint_protocol


rating_never_delays = principle(
    "never-delays",
    "A rating never delays anything. Where several limits run, the shortest holds.",
    source=default("clocks, the shortest governs"),
    shown="the page where a contact is rated",
)

judgement_wins = principle(
    "judgement-wins",
    "The suggestion is never a score and never the answer. The worker's judgement wins, and a "
    "reason is recorded where it differs.",
    source=default("professional judgement"),
    shown="the page where a contact is rated",
)


@rule(
    "open-case",
    force=Force.MUST,
    owner=MASH_SOCIAL_WORKER,
    act="tell_worker_and_duty_worker",
    source=default("open cases go to the worker at once"),
    due="at_once",
)
def to_their_worker_at_once(yp: Situation) -> Condition:
    """A child who has a worker goes to that worker and that team's duty worker at once. The
    contact stays on the same clock."""
    return yp.open_to_worker


second_person = principle(
    "second-person",
    "Another person signs every Red, every rating milder than the suggestion or than one before "
    "it, and every ending without a referral that comes after an earlier contact or against the "
    "suggestion. What Red asks for does not wait for the signature.",
    source=default("a second person looks"),
    shown="the page where a contact is decided",
)


@rule(
    "strengths",
    force=Force.SHOULD,
    owner=MASH_SOCIAL_WORKER,
    act="record_strengths",
    source=default("levels of need, level 1"),
)
def record_what_is_going_well(yp: Situation) -> Condition:
    """Record what is going well. A strength never makes a rating milder."""
    return any_of([getattr(yp, i.fact) for i in INDICATORS if i.level == 1])
