"""Section 1: what we promise every young person."""

from protocol.people import EVERYONE, PLACEMENTS_SERVICE, SOCIAL_WORKER
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, maybe, surely
from rules.rule import Force, fact, gate, principle, rule

title = "Introduction and commitments"

ON_THE_CARD = "the card, under “What to say”"
ON_ADVICE = "the advice, under “How we work”"

keep_families_together = principle(
    "1-a",
    "Try first to help them stay with their family, with early help that mends relationships.",
    source=protocol_v4("1", 1, 2),
    shown=ON_ADVICE,
    readings=("A44",),
)

look_to_relatives = principle(
    "1-b",
    "Look for other relatives who could give them a stable home.",
    source=protocol_v4("1", 2),
    shown=ON_ADVICE,
    readings=("A44",),
)


@rule(
    "1-c",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="assess_needs_thoroughly",
    source=protocol_v4("1", 3),
    due="no_limit",
    readings=("A42",),
)
def assess_where_family_cannot_offer_stability(yp: Situation) -> Condition:
    """Assess thoroughly what kind and level of accommodation and support they need."""
    return yp.needs_accommodation | ~yp.safe_to_return_home | ~yp.parent_or_carer_willing


one_procedure = principle(
    "1-d",
    "Early Help, Children's Social Care and Housing Options follow this one procedure together.",
    source=protocol_v4("1", 4),
    shown=ON_ADVICE,
    force=Force.FACT,
)

fair_and_respectful = principle(
    "1-e",
    "Treat every young person fairly, with respect, and with an eye to their age and background.",
    source=protocol_v4("1", 6),
    shown=ON_THE_CARD,
    owner=EVERYONE,
)

without_prejudice = principle(
    "1-f",
    "Assess thoroughly and without prejudice.",
    source=protocol_v4("1", 7),
    shown=ON_ADVICE,
    force=Force.MUST,
    owner=SOCIAL_WORKER,
)

best_outcome_together = principle(
    "1-g",
    "Listen, and look for what is best together with the young person.",
    source=protocol_v4("1", 8),
    shown=ON_THE_CARD,
    owner=EVERYONE,
)

calm = principle(
    "1-h",
    "Stay professional and calm.",
    source=protocol_v4("1", 9),
    shown=ON_THE_CARD,
    force=Force.MUST,
    owner=EVERYONE,
)


@fact("return_home_ready", source=protocol_v4("1", 10), readings=("A18",))
def return_home_ready(yp: Situation) -> Condition:
    """Home is assessed as safe, a parent or carer is willing, and the young person's own view
    is recorded."""
    return yp.safe_to_return_home & yp.parent_or_carer_willing & yp.young_persons_view_recorded


@gate(
    "1-i",
    holds_back="return_home",
    owner=EVERYONE,
    source=protocol_v4("1", 10),
    readings=("A18", "A49"),
    scope="is_child",
)
def make_sure_home_is_safe(yp: Situation) -> Condition:
    """Do not have them go home until it is known that home is safe, that a parent or carer is
    willing, and what they themselves say."""
    danger = surely(yp.family_contact_unsafe | yp.risk_of_significant_harm)
    return ~surely(yp.return_home_ready) | danger | maybe(yp.objects_to_going_home)


@rule(
    "a18",
    force=Force.MUST,
    owner="team_manager",
    act="decide_about_going_home",
    source=our_reading("A18"),
    due="no_limit",
    readings=("A18", "A42"),
    scope="is_child",
)
def a_manager_decides_when_they_object(yp: Situation) -> Condition:
    """They do not want to go home: a manager decides. Until then nobody sends them home."""
    return yp.objects_to_going_home


@rule(
    "1-j",
    force=Force.MUST,
    owner=PLACEMENTS_SERVICE,
    act="provide_good_quality",
    source=protocol_v4("1", 11),
    due="no_limit",
    readings=("A42",),
)
def accommodation_of_good_quality(yp: Situation) -> Condition:
    """Whatever accommodation they are given is of good quality."""
    return yp.needs_bed_tonight | yp.needs_accommodation


@rule(
    "1-k",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="escort_and_settle",
    source=protocol_v4("1", 12),
    due="no_limit",
    readings=("A34", "A42"),
)
def escort_and_introduce(yp: Situation) -> Condition:
    """Go with them to where they will stay, help them settle in, and introduce them to those
    who will support them day to day."""
    return yp.needs_bed_tonight | yp.needs_accommodation


listen_to_feedback = principle(
    "1-l",
    "Listen to what they think of how they were treated.",
    source=protocol_v4("1", 13),
    shown=ON_ADVICE,
    force=Force.MUST,
    owner=EVERYONE,
)
