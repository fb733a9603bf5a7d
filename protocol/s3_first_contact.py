"""Section 3: first point of contact."""

from protocol.people import EVERYONE, HOUSING_NEEDS_OFFICER
from protocol.s2_out_of_hours import may_need_a_bed
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, applies, maybe, surely
from rules.rule import ANYBODY, Force, fact, gap, gate, principle, rule

title = "First point of contact"


@rule(
    "3-a",
    force=Force.MUST,
    owner=EVERYONE,
    act="keep_safe",
    source=protocol_v4("3", 1),
    due="at_once",
)
def safety_comes_first(yp: Situation) -> Condition:
    """Make sure first of all that they are safe."""
    return maybe(yp.needs_accommodation | yp.at_imminent_risk | yp.risk_of_significant_harm)


@rule(
    "3-b",
    force=Force.MUST,
    owner=EVERYONE,
    act="secure_bed_tonight",
    source=protocol_v4("3", 1),
    due="tonight",
    readings=("A5", "A8", "A11"),
)
def somewhere_safe_tonight(yp: Situation) -> Condition:
    """Make sure they have somewhere safe to sleep, with support, while needs are assessed. The
    bed does not wait for the paperwork."""
    return may_need_a_bed(yp)


come_to_barnet_house = principle(
    "3-c",
    "Young people can come to Barnet House in office hours. They can also ring, or come to any "
    "other council door; if they cannot travel, we go to them.",
    source=protocol_v4("3", 2),
    shown="the card, under “Numbers to ring”",
    force=Force.FACT,
    readings=("A46",),
)


@rule(
    "3-d",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="see_mediation_trained_officer",
    source=protocol_v4("3", 2),
    due="no_limit",
    readings=("A40", "A42"),
)
def seen_by_a_trained_officer(yp: Situation) -> Condition:
    """They are seen by a Housing Needs Officer trained in family mediation."""
    return yp.in_office_hours


@rule(
    "3-e",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ask_what_happened",
    source=protocol_v4("3", 2),
    due="no_limit",
    readings=("A42",),
)
def ask_what_happened(yp: Situation) -> Condition:
    """Ask what has happened, and write it down in their words."""
    return yp.within_protocol


@rule(
    "3-f",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ask_for_family_details",
    source=protocol_v4("3", 2),
    due="no_limit",
    readings=("A42", "A44"),
)
def ask_how_family_can_be_reached(yp: Situation) -> Condition:
    """Ask them how parents, carers and relatives who might help can be reached. Asking them is
    not contacting anybody."""
    return ~surely(~yp.agrees_to_family_contact)


@rule(
    "a44-reason",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="record_why_no_family_contact",
    source=our_reading("A44"),
    due="no_limit",
    readings=("A44",),
)
def a_refusal_is_enough(yp: Situation) -> Condition:
    """Record in their words why they do not want it. That is enough."""
    return ~yp.agrees_to_family_contact


@rule(
    "3-g",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="establish_homelessness",
    source=protocol_v4("3", 3),
    due="no_limit",
    readings=("A11", "A42"),
)
def establish_homelessness(yp: Situation) -> Condition:
    """Establish whether they are homeless, or may lose their home within days."""
    return yp.within_protocol


@fact("family_contact_allowed", source=our_reading("A44"), readings=("A44",))
def family_contact_allowed(yp: Situation) -> Condition:
    """The young person, asked alone, agrees, nothing points to harm, and no social worker has
    said no; or a social worker has said yes."""
    asked_and_safe = (
        yp.agrees_to_family_contact & ~yp.family_contact_unsafe & ~yp.risk_of_significant_harm
    )
    social_worker_said_no = surely(~yp.social_worker_allows_family_contact)
    return (asked_and_safe & ~social_worker_said_no) | surely(
        yp.social_worker_allows_family_contact
    )


@gate(
    "a44",
    holds_back="contact_family",
    owner=EVERYONE,
    source=our_reading("A44"),
    readings=("A44", "A49"),
    scope="is_child",
)
def ask_before_contacting_family(yp: Situation) -> Condition:
    """Do not contact the family until the young person, asked alone, agrees and it is safe. A
    bed never depends on it, and the address is never given away."""
    return ~surely(yp.family_contact_allowed)


@rule(
    "3-h",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="explore_with_family",
    source=protocol_v4("3", 3),
    due="no_limit",
    readings=("A42", "A44"),
)
def explore_with_the_family(yp: Situation) -> Condition:
    """Explore with them and their family whether what went wrong can be put right."""
    return yp.family_contact_allowed


@rule(
    "3-i",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="help_stay_at_home",
    source=protocol_v4("3", 3),
    due="no_limit",
    readings=("A18", "A42", "A44"),
)
def help_them_stay_when_it_is_safe(yp: Situation) -> Condition:
    """Try to help them stay at home. Only because it is known to be safe."""
    return (
        yp.return_home_ready
        & ~yp.family_contact_unsafe
        & ~yp.risk_of_significant_harm
        & ~yp.objects_to_going_home
    )


@rule(
    "3-j",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="consider_seven_factors",
    source=protocol_v4("3", 4, 11),
    due="no_limit",
    readings=("A42", "A44"),
)
def consider_the_seven_factors(yp: Situation) -> Condition:
    """Before deciding, consider: services they know; family; who supports them; what makes them
    vulnerable and what threatens now; school or work; what they want; what their family says,
    where it is safe to ask."""
    return yp.within_protocol


@rule(
    "3-k",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ask_consent_to_early_help",
    source=protocol_v4("3", 12),
    due="no_limit",
    readings=("A12", "A14", "A15", "A18", "A42"),
)
def ask_consent_to_early_help(yp: Situation) -> Condition:
    """Ask whether they agree to a referral to MASH, so that early help can be explored."""
    return (
        yp.return_home_ready
        & ~yp.objects_to_going_home
        & ~yp.needs_statutory_assessment
        & ~yp.risk_of_significant_harm
        & ~yp.family_contact_unsafe
        & ~applies("3-l")
    )


@gate(
    "a15",
    holds_back="ask_consent_to_early_help",
    owner=EVERYONE,
    source=our_reading("A15"),
    readings=("A15", "A49"),
)
def consent_is_asked_for_early_help_only(yp: Situation) -> Condition:
    """Do not ask for consent. It is asked only for early help, once going home has been made
    sure of."""
    return ~surely(applies("3-k"))


@gate(
    "a14",
    holds_back="refer_for_early_help",
    owner=EVERYONE,
    source=our_reading("A14"),
    readings=("A14", "A49"),
)
def early_help_needs_their_own_agreement(yp: Situation) -> Condition:
    """Do not refer for early help without the young person's own agreement."""
    return ~surely(applies("3-k")) | ~surely(yp.consents_to_early_help)


@rule(
    "a14-refer",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="refer_for_early_help",
    source=our_reading("A14"),
    due="before_they_leave",
    readings=("A14", "A42"),
)
def refer_for_early_help_once_they_agree(yp: Situation) -> Condition:
    """Refer to MASH for early help: they have agreed."""
    return applies("3-k") & yp.consents_to_early_help


@rule(
    "a15-refused",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="offer_a_way_back",
    source=our_reading("A15"),
    due="follow_up",
    readings=("A15",),
)
def a_no_to_early_help_keeps_the_door_open(yp: Situation) -> Condition:
    """Record it, give written advice and a way back, and offer a follow-up by a contact they
    call safe. Make no referral."""
    return applies("3-k") & ~yp.consents_to_early_help


@rule(
    "3-l",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="refer_to_mash",
    source=protocol_v4("3", 13),
    due="before_they_leave",
    readings=("A11", "A12", "A42"),
)
def refer_to_mash_without_consent(yp: Situation) -> Condition:
    """Refer to MASH. Consent is not needed."""
    nowhere_to_sleep = surely(yp.needs_bed_tonight)  # a settled home is a bed: no blank here
    return yp.needs_accommodation | nowhere_to_sleep | yp.at_imminent_risk


@rule(
    "a12",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="refer_to_mash",
    source=our_reading("A12"),
    due="before_they_leave",
    readings=("A12",),
)
def when_in_doubt_refer_to_mash(yp: Situation) -> Condition:
    """Refer to MASH. It is not known whether 3-l applies, so we act as if it does. Consent is
    not needed."""
    undecided = maybe(applies("3-l")) & ~surely(applies("3-l"))
    return undecided & surely(yp.at_point_of_decision)


@rule(
    "a15-tell",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="tell_what_is_shared",
    source=our_reading("A15"),
    due="before_they_leave",
    readings=("A13", "A15"),
)
def say_what_is_shared(yp: Situation) -> Condition:
    """Tell them what is shared, with whom and why."""
    return applies("3-l") | applies("a12") | applies("gap-3")


@gap(
    "gap-3",
    owner=HOUSING_NEEDS_OFFICER,
    act="refer_to_mash_as_contact",
    source=protocol_v4("3", 12, 13),
    due="before_they_leave",
    readings=("A12", "A15"),
)
def neither_way_fits(yp: Situation) -> Condition:
    """The protocol is silent here. Refer to MASH as a contact and tell the manager. Seek their
    agreement, and record the ground for sharing."""
    return ~applies("3-l") & ~applies("3-k")


@rule(
    "a47",
    force=Force.MUST,
    owner=EVERYONE,
    act="keep_looking_and_hold_bed",
    source=our_reading("A47"),
    due="at_once",
    readings=("A47",),
    scope="is_child",
)
def nobody_is_closed_for_leaving(yp: Situation) -> Condition:
    """Try the contact they call safe, weigh the risk, ring the police if it calls for it, tell
    the Emergency Duty Team and the team, and hold the bed. Once they are back, offer a return
    interview."""
    return yp.left_or_missing


@gate(
    "a47-birthday",
    holds_back="end_bed_for_a_birthday",
    owner=EVERYONE,
    source=our_reading("A47"),
    readings=("A47", "A49"),
    scope=ANYBODY,
)
def no_bed_ends_by_a_birthday_alone(yp: Situation) -> Condition:
    """Do not end the bed because they have turned 18. It goes on until the next one is theirs."""
    return ~yp.is_child & maybe(yp.bed_confirmed)
