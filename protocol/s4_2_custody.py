"""Section 4.2: young people in custody."""

from protocol.people import SOCIAL_WORKER
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, maybe, surely
from rules.rule import ANYBODY, Force, fact, rule

title = "Young people in custody"


@rule(
    "4.2-a",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="plan_for_any_release",
    source=protocol_v4("4.2", 1),
    due="no_limit",
    readings=("A34", "A42"),
)
def plan_for_any_release(yp: Situation) -> Condition:
    """Plan now for where they go if they are released on bail, or at the end of a sentence."""
    return yp.in_custody


@rule(
    "4.2-b",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="begin_resettlement_planning",
    source=protocol_v4("4.2", 1),
    due="start_of_sentence",
    readings=("A34",),
)
def planning_starts_with_the_sentence(yp: Situation) -> Condition:
    """Begin to plan at the start of the sentence: who stands by them inside, and where they live
    when they come out, planned or not."""
    return yp.serving_sentence


@rule(
    "4.2-b-conference",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="convene_family_group_conference",
    source=protocol_v4("4.2", 1),
    due="start_of_sentence",
    readings=("A34", "A35", "A44"),
)
def hold_a_family_group_conference(yp: Situation) -> Condition:
    """Hold a family group conference. They agree to it, and nobody unsafe is invited."""
    return (
        yp.serving_sentence
        & yp.agrees_to_family_group_conference
        & yp.safe_person_for_family_group_conference
        & yp.family_contact_allowed
    )


@rule(
    "4.2-b-refused",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="record_refusal_of_conference",
    source=our_reading("A35"),
    due="no_limit",
    readings=("A35", "A42"),
)
def a_no_to_the_conference_is_respected(yp: Situation) -> Condition:
    """Record that they do not want a family group conference, and offer it again later. Planning
    goes on without it."""
    return yp.serving_sentence & ~yp.agrees_to_family_group_conference


@rule(
    "4.2-b-nobody-safe",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="record_why_no_conference",
    source=our_reading("A35"),
    due="no_limit",
    readings=("A35", "A42"),
)
def no_conference_where_nobody_is_safe(yp: Situation) -> Condition:
    """Record that no family group conference is held, because nobody is safe to invite. Planning
    goes on without it."""
    return yp.serving_sentence & ~yp.safe_person_for_family_group_conference


@rule(
    "4.2-c",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="arrange_accommodation_for_release",
    source=protocol_v4("4.2", 1),
    due="in_good_time",
    readings=("A34", "A42"),
)
def arrange_a_home_in_good_time(yp: Situation) -> Condition:
    """Arrange a suitable place to live, and support, for when they are released."""
    return yp.in_custody & yp.may_need_accommodation_on_release


@rule(
    "4.2-d",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="begin_release_planning",
    source=protocol_v4("4.2", 2),
    due="release_planning",
    readings=("A33", "A34"),
)
def release_planning_four_weeks_before(yp: Situation) -> Condition:
    """Begin to plan the release no later than four weeks before it."""
    return yp.serving_sentence


@rule(
    "a33",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="say_why_planning_is_late",
    source=our_reading("A33"),
    due="release_planning",
    readings=("A33",),
)
def late_from_the_start(yp: Situation) -> Condition:
    """Plan the release today, and record why planning is late: release is less than four weeks
    away."""
    return yp.serving_sentence & ~yp.days_until_release.at_least("release_planning_days")


@rule(
    "4.2-e",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="confirm_release_address",
    source=protocol_v4("4.2", 2),
    due="before_release",
    readings=("A34",),
)
def an_address_before_release(yp: Situation) -> Condition:
    """Find where they will live and confirm the address before they are released, so that
    support, and any conditions, can be planned around it."""
    return yp.in_custody & ~surely(yp.release_address_confirmed)


@fact(
    "entitled_to_onwards_and_upwards", id="4.2-f", source=protocol_v4("4.2", 2), readings=("A31",)
)
def entitled_to_onwards_and_upwards(yp: Situation) -> Condition:
    """They were looked after, or a relevant care leaver, when they went into custody, or have
    since been looked after for 13 weeks; and may need somewhere to live on release."""
    before_or_since = (
        yp.looked_after_or_relevant_on_entering_custody | yp.looked_after_thirteen_weeks
    )
    return yp.in_custody & before_or_since & yp.may_need_accommodation_on_release


@rule(
    "4.2-g",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="allocate_to_onwards_and_upwards",
    source=protocol_v4("4.2", 2),
    due="thirteen_weeks",
    readings=("A31", "A32", "A34"),
    scope=ANYBODY,
)
def allocate_as_soon_as_13_weeks_are_reached(yp: Situation) -> Condition:
    """Allocate them to Onwards & Upwards: they have been looked after for 13 weeks. It does not
    wait for a release date."""
    return (
        maybe(yp.age.at_least("care_leaver_from_age"))
        & yp.in_custody
        & yp.looked_after_thirteen_weeks
        & maybe(yp.release_before_21st_birthday)
    )
