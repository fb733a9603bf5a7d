"""Section 5.1: the single assessment. Everybody who is homeless or about to be has one (A45)."""

from protocol.people import (
    EVERYONE,
    HOUSING_OPTIONS_ASSESSOR,
    SOCIAL_WORKER,
    TEAM_MANAGER,
)
from protocol.sources import PROTOCOL, our_reading, protocol_v4
from rules.conditions import Condition, Situation, applies, known, surely
from rules.rule import Force, Source, gate, rule

title = "Assessment under section 17 of the Children Act 1989"


def is_assessed(yp: Situation) -> Condition:
    """Whoever the protocol has assessed, and whoever reading A45 adds."""
    return applies("5.1-a") | applies("a45")


@rule(
    "5.1-a",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="carry_out_single_assessment",
    source=protocol_v4("5.1", 1),
    due="assessment_from_referral",
    readings=("A4", "A39", "A45"),
)
def assess_their_needs_in_full(yp: Situation) -> Condition:
    """Assess their needs in full: the single assessment."""
    return yp.legal_basis.is_("s20") | yp.at_imminent_risk


@rule(
    "5.1-b",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="complete_single_assessment",
    source=protocol_v4("5.1", 1),
    due="assessment_from_referral",
    readings=("A4", "A39", "A45"),
)
def complete_it_in_time(yp: Situation) -> Condition:
    """Complete the single assessment in time. The days are counted from the first receipt of the
    referral, whichever team received it."""
    return is_assessed(yp) & ~surely(yp.assessment_complete)


@rule(
    "5.1-c",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="seek_agreement_to_extend",
    source=protocol_v4("5.1", 1),
    due="assessment_from_referral",
    readings=("A39",),
)
def ask_a_manager_before_it_runs_out(yp: Situation) -> Condition:
    """Ask a manager to agree to a longer assessment, before its time runs out."""
    return (
        yp.assessment_needs_longer
        & ~surely(yp.extension_agreed_in_time)
        & ~surely(yp.assessment_complete)
    )


@rule(
    "5.1-c-reasons",
    force=Force.MUST,
    owner=TEAM_MANAGER,
    act="record_reasons_to_extend",
    source=protocol_v4("5.1", 1),
    due="no_limit",
    readings=("A42",),
)
def the_manager_records_why(yp: Situation) -> Condition:
    """Record why you agree to a longer assessment. The manager records it, not the social
    worker."""
    return yp.extension_agreed_in_time & ~surely(yp.extension_reasons_recorded)


@gate(
    "5.1-c-gate",
    holds_back="extend_assessment",
    owner=SOCIAL_WORKER,
    source=protocol_v4("5.1", 1),
    readings=("A39", "A49"),
)
def no_extension_without_a_manager(yp: Situation) -> Condition:
    """Do not take longer over the assessment unless a manager agreed before its time ran out and
    recorded the reasons. Afterwards it is late."""
    return ~surely(yp.extension_agreed_in_time) | ~surely(yp.extension_reasons_recorded)


@rule(
    "5.1-d",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="follow_local_assessment_protocol",
    source=protocol_v4("5.1", 2),
    due="no_limit",
    readings=("A42",),
)
def follow_the_local_assessment_protocol(yp: Situation) -> Condition:
    """Follow the Local Assessment Protocol: life at home, in school and in the community; family
    and friends; strengths; what threatens them, and any risk to others."""
    return is_assessed(yp)


@rule(
    "app1",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="cover_seven_dimensions",
    source=Source("protocol", PROTOCOL, "appendix 1, paragraphs 1 to 9"),
    due="no_limit",
    readings=("A42",),
)
def cover_the_seven_dimensions(yp: Situation) -> Condition:
    """Cover all seven dimensions: where they live; family and friends; feelings and behaviour;
    school, training and work; money and living on their own; health; who they are."""
    return is_assessed(yp)


@rule(
    "5.1-e",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="convene_family_group_conference",
    source=protocol_v4("5.1", 3),
    due="no_limit",
    readings=("A35", "A42", "A44"),
)
def convene_a_family_group_conference(yp: Situation) -> Condition:
    """Convene a family group conference with whoever is safe and could help: family, friends, other
    adults they trust, neighbours, the community. They have agreed to it."""
    return (
        yp.living_away_from_home
        & yp.agrees_to_family_group_conference
        & yp.safe_person_for_family_group_conference
        & yp.family_contact_allowed
    )


@gate(
    "5.1-e-gate",
    holds_back="convene_family_group_conference",
    owner=EVERYONE,
    source=our_reading("A35"),
    readings=("A35", "A44", "A49"),
    scope="is_child",
)
def no_conference_against_their_will(yp: Situation) -> Condition:
    """Do not convene a family group conference unless they agree, family may be contacted, and
    there is somebody safe to invite."""
    return ~surely(
        yp.agrees_to_family_group_conference
        & yp.safe_person_for_family_group_conference
        & yp.family_contact_allowed
    )


@rule(
    "5.1-e-offer",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="offer_family_group_conference",
    source=our_reading("A35"),
    due="no_limit",
    readings=("A35", "A42", "A44"),
)
def offer_a_family_group_conference(yp: Situation) -> Condition:
    """Ask them, alone, whether they want a family group conference. Asking them is not contacting
    anybody."""
    return yp.living_away_from_home & ~known(yp.agrees_to_family_group_conference)


@rule(
    "5.1-e-refused",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="record_refusal_of_conference",
    source=our_reading("A35"),
    due="no_limit",
    readings=("A35", "A42"),
)
def a_no_to_the_conference_is_respected(yp: Situation) -> Condition:
    """Record that they want no family group conference, and offer it again later. Their no is not
    a departure."""
    return yp.living_away_from_home & ~yp.agrees_to_family_group_conference


@rule(
    "5.1-e-nobody-safe",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="record_why_no_conference",
    source=our_reading("A35"),
    due="no_limit",
    readings=("A35", "A42"),
)
def where_nobody_is_safe_the_reason_is_recorded(yp: Situation) -> Condition:
    """Record why no family group conference is convened: nobody is safe to invite."""
    return yp.living_away_from_home & ~yp.safe_person_for_family_group_conference


@rule(
    "5.1-f",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="assess_jointly_with_housing",
    source=protocol_v4("5.1", 4),
    due="no_limit",
    readings=("A19", "A42"),
)
def assess_together_with_housing(yp: Situation) -> Condition:
    """Carry out every assessment together with the Housing Options team."""
    return is_assessed(yp)


@rule(
    "5.1-f-housing",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="assess_part_vii_duties",
    source=protocol_v4("5.1", 4),
    due="no_limit",
    readings=("A19", "A42"),
)
def housing_assesses_its_own_duties(yp: Situation) -> Condition:
    """Assess what Housing owes them under Part VII of the Housing Act 1996, as your half of the
    joint assessment."""
    return is_assessed(yp)
