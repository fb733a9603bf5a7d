"""Section 7: support packages."""

from protocol.people import EVERYONE, SOCIAL_WORKER, SUPPORT_WORKER
from protocol.sources import our_rule, protocol_v4
from rules.conditions import Condition, Situation, surely
from rules.rule import Force, gate, rule

title = "Support packages"


@rule(
    "7-a",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="provide_high_level_support",
    source=protocol_v4("7", 1),
    due="first_night",
    readings=("A9", "A34"),
)
def high_level_support_from_the_first_night(yp: Situation) -> Condition:
    """Have a high-level support package in place from their first night in emergency
    accommodation."""
    placed_or_to_be = yp.in_emergency_accommodation | yp.needs_bed_tonight
    return placed_or_to_be & ~surely(yp.high_level_support_in_place)


@rule(
    "7-b",
    force=Force.MUST,
    owner=SUPPORT_WORKER,
    act="visit_daily",
    source=protocol_v4("7", 1),
    due="daily_visit",
    readings=("A9", "A34"),
)
def visit_every_day(yp: Situation) -> Condition:
    """Visit them every day, until a person has decided otherwise on evidence."""
    return yp.in_emergency_accommodation & ~surely(yp.fewer_visits_agreed)


@rule(
    "ours-missed-visit",
    force=Force.MUST,
    owner=SUPPORT_WORKER,
    act="find_out_they_are_safe",
    source=our_rule("a day without a visit"),
    due="daily_visit",
    readings=("A34",),
)
def a_missed_visit_is_noticed(yp: Situation) -> Condition:
    """Find out today that they are safe, and tell their social worker: nobody has recorded seeing
    them yesterday or today."""
    return (
        yp.in_emergency_accommodation
        & ~surely(yp.fewer_visits_agreed)
        & ~surely(~yp.days_since_last_seen.at_least("missed_visit_days"))
    )


@rule(
    "ours-checklist-danger",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="look_at_safeguarding_again",
    source=our_rule("danger told on the fifty points"),
    due="today",
    readings=("A34",),
)
def danger_told_on_the_fifty_points(yp: Situation) -> Condition:
    """Look today at whether they are safe, and whether safeguarding is needed: what was said on
    the fifty points tells of danger."""
    return yp.checklist_tells_of_danger & ~surely(yp.danger_told_was_looked_at)


@rule(
    "ours-checklist-placement",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="look_at_placement_again",
    source=our_rule("what the fifty points say of the place"),
    due="hand_over",
    readings=("A34",),
)
def the_place_may_not_be_right(yp: Situation) -> Condition:
    """Look again at whether the place is right for them, because of what was said on the fifty
    points."""
    return yp.checklist_tells_placement_may_not_fit & ~surely(yp.placement_was_looked_at_again)


@gate(
    "7-c",
    holds_back="reduce_visits",
    owner=EVERYONE,
    source=protocol_v4("7", 1),
    readings=("A49",),
    scope="is_child",
)
def fewer_visits_only_by_a_persons_decision(yp: Situation) -> Condition:
    """Do not visit less often until a named person has decided it, with evidence and reasons,
    what the young person says, a second person's agreement, and a day to look again."""
    return ~surely(yp.fewer_visits_agreed)
