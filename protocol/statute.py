"""The law that stands beside the protocol, marked as such: where a child may sleep, what Housing
owes tonight, and what comes after a child was missing."""

from datetime import date

from protocol.people import (
    EVERYONE,
    HOUSING_NEEDS_OFFICER,
    HOUSING_OPTIONS_ASSESSOR,
    SOCIAL_WORKER,
)
from protocol.s2_out_of_hours import may_need_a_bed
from protocol.sources import CHECKED, guidance, our_rule, statute
from rules.conditions import NOT_COMMENCED, Condition, Situation, maybe, surely
from rules.rule import ANYBODY, Force, gate, principle, rule

title = "Law and statutory guidance beside the protocol"

ON_ADVICE = "the advice, under “How we work”"
OFFENCE_FROM = date(2023, 10, 28)


@gate(
    "law-b-and-b",
    holds_back="place_in_bed_and_breakfast",
    owner=EVERYONE,
    source=guidance(
        "Statutory guidance on homeless 16- and 17-year-olds (April 2018)",
        "on bed and breakfast; paragraph number to be checked",
    ),
    scope="is_child",
)
def no_bed_and_breakfast(yp: Situation) -> Condition:
    """Do not use bed and breakfast, not even for one night. This is from statutory guidance,
    not from the protocol."""
    return yp.is_child


@rule(
    "ours-b-and-b",
    force=Force.MUST,
    owner=EVERYONE,
    act="tell_head_of_service_of_bed",
    source=our_rule("a child in bed and breakfast"),
    due="at_once",
    scope="is_child",
)
def a_child_in_bed_and_breakfast_is_told_upwards(yp: Situation) -> Condition:
    """Tell the head of service at once, and find another bed today: a child is in bed and
    breakfast."""
    return yp.accommodation_kind.is_("bed_and_breakfast")


def needs_a_registered_provider(yp: Situation) -> Condition:
    """Children in care, and care leavers under 18."""
    return yp.in_care | yp.relevant_child


@gate(
    "law-registered",
    holds_back="place_with_provider",
    owner=EVERYONE,
    source=statute(
        "Supported Accommodation (England) Regulations 2023", "on registration", CHECKED
    ),
    in_force_from=OFFENCE_FROM,
)
def only_with_a_registered_provider(yp: Situation) -> Condition:
    """Do not place them with a provider that is not known to be registered with Ofsted, unless
    they are known to be neither in care nor a care leaver. The approved list is not enough."""
    return maybe(needs_a_registered_provider(yp)) & ~surely(yp.provider_registered)


@rule(
    "ours-unregistered",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="tell_head_of_service_of_bed",
    source=our_rule("a child with an unregistered provider"),
    due="at_once",
    in_force_from=OFFENCE_FROM,
)
def an_unregistered_provider_is_told_upwards(yp: Situation) -> Condition:
    """Tell the head of service at once: they are with a provider that is not registered. Nobody
    is moved without a next bed."""
    return needs_a_registered_provider(yp) & ~yp.provider_registered


outside_the_register = principle(
    "law-outside-the-register",
    "As we read the law, somebody housed under section 17 or by Housing lives outside Ofsted's "
    "registration. They are told so before they decide about section 20.",
    source=statute("Children Act 1989", "sections 22C(6)(d) and 23B(8)(b)"),
    shown=ON_ADVICE,
    force=Force.FACT,
)


@gate(
    "law-under-16",
    holds_back="place_in_supported_accommodation",
    owner=EVERYONE,
    source=statute(
        "Care Planning, Placement and Case Review (England) (Amendment) Regulations 2021",
        "on children under 16; place not checked",
    ),
    scope="is_child",
    in_force_from=date(2021, 9, 9),
)
def nobody_under_16_in_supported_accommodation(yp: Situation) -> Condition:
    """Do not use supported accommodation for anybody who may be under 16. Foster care and
    children's homes stay open to them, also tonight."""
    return maybe(~yp.age.at_least("protocol_age")) | surely(yp.age_disputed)


@rule(
    "law-188",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="secure_interim_accommodation",
    source=statute("Housing Act 1996", "section 188(1)", CHECKED),
    due="tonight",
    readings=("A5", "A8"),
)
def reason_to_believe_is_enough(yp: Situation) -> Condition:
    """Secure a bed under section 188 if no other is confirmed. Reason to believe that they may be
    homeless is enough; telling them to go to social care is not."""
    return may_need_a_bed(yp) & ~surely(yp.bed_confirmed) & ~surely(yp.in_care)


a_notice_is_no_application = principle(
    "law-213b",
    "A notice to a housing authority needs consent, their choice of authority, and their agreement "
    "to share contact details. It is not itself a homelessness application.",
    source=statute("Housing Act 1996", "section 213B", CHECKED),
    shown=ON_ADVICE,
    force=Force.FACT,
)


@rule(
    "law-return-interview",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="offer_return_interview",
    source=guidance(
        "Statutory guidance on children who run away or go missing (2014)",
        "on return interviews; paragraph number to be checked",
    ),
    due="return_interview",
    readings=("A47",),
    scope="is_child",
)
def a_talk_with_somebody_independent(yp: Situation) -> Condition:
    """Offer a return interview with somebody independent."""
    return yp.returned_after_missing


@gate(
    "law-intentionally-homeless",
    holds_back="find_intentionally_homeless",
    owner=HOUSING_OPTIONS_ASSESSOR,
    source=statute(
        "Children's Wellbeing and Schools Act 2026",
        "section 9",
        CHECKED,
        review_by=date(2027, 2, 22),
    ),
    scope=ANYBODY,
    in_force_from=NOT_COMMENCED,
)
def no_care_leaver_is_intentionally_homeless(yp: Situation) -> Condition:
    """Do not find a care leaver under 25 intentionally homeless. As far as we know, nobody has
    brought this into force yet."""
    return maybe(yp.relevant_child | yp.former_relevant_child)


@rule(
    "law-s47",
    force=Force.MUST,
    owner=HOUSING_NEEDS_OFFICER,
    act="ring_mash_now",
    source=statute("Children Act 1989", "section 47(1)"),
    due="at_once",
    scope="is_child",
)
def serious_harm_is_told_at_once(yp: Situation) -> Condition:
    """Ring MASH now and say what you have seen and heard. In danger this minute: ring 999."""
    return yp.risk_of_significant_harm
