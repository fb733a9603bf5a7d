"""Section 6: the duty to refer to a housing authority."""

from protocol.people import EVERYONE, SOCIAL_WORKER
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, applies, known, surely
from rules.rule import Force, fact, gate, principle, rule

title = "Duty to refer"

ON_ADVICE = "the advice, under “How we work”"


@fact("duty_to_refer_arises", source=protocol_v4("6", 1), readings=("A11", "A17"))
def duty_to_refer_arises(yp: Situation) -> Condition:
    """They are homeless, or may lose their home within 56 days, and did not come through Housing
    Options."""
    homeless_or_threatened = (
        yp.needs_accommodation | yp.at_imminent_risk | yp.threatened_with_homelessness
    )
    return homeless_or_threatened & ~yp.entry_route.is_("housing_options")


def authority_chosen(yp: Situation) -> Condition:
    choice = yp.duty_to_refer_authority
    return choice.is_("this_authority") | choice.is_("another_authority")


@rule(
    "6-a",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="send_duty_to_refer_notice",
    source=protocol_v4("6", 1),
    due="no_limit",
    readings=("A13", "A17", "A42"),
)
def tell_the_housing_authority(yp: Situation) -> Condition:
    """Send the notice to the housing authority that they chose. They consent, and agree that it
    gets their contact details."""
    return (
        yp.duty_to_refer_arises
        & yp.consents_to_duty_to_refer
        & yp.agrees_to_share_contact_details
        & authority_chosen(yp)
        & ~surely(yp.duty_to_refer_sent)
    )


@rule(
    "6-b",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="ask_consent_to_notice",
    source=protocol_v4("6", 1),
    due="no_limit",
    readings=("A13", "A17", "A42"),
)
def ask_for_consent_to_the_notice(yp: Situation) -> Condition:
    """Ask whether they consent to a notice to a housing authority. It is asked apart from
    everything else."""
    return yp.duty_to_refer_arises & ~known(yp.consents_to_duty_to_refer)


@gate(
    "6-b-send",
    holds_back="send_duty_to_refer_notice",
    owner=EVERYONE,
    source=protocol_v4("6", 1),
    readings=("A13", "A49"),
    scope="is_child",
)
def no_notice_without_consent(yp: Situation) -> Condition:
    """Do not send a notice to a housing authority until they consent, have chosen which, and
    agree that it gets their contact details."""
    return (
        ~surely(yp.consents_to_duty_to_refer)
        | ~surely(yp.agrees_to_share_contact_details)
        | ~surely(authority_chosen(yp))
    )


@rule(
    "a16",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="record_refusal_of_notice",
    source=our_reading("A16"),
    due="no_limit",
    readings=("A16", "A42"),
)
def a_no_to_the_notice_changes_nothing_else(yp: Situation) -> Condition:
    """Record that they do not want the notice. It is not sent, and everything else goes on."""
    refused = ~yp.consents_to_duty_to_refer | ~yp.agrees_to_share_contact_details
    return yp.duty_to_refer_arises & refused


@rule(
    "6-c",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="let_them_choose_authority",
    source=protocol_v4("6", 1),
    due="no_limit",
    readings=("A42",),
)
def they_choose_the_authority(yp: Situation) -> Condition:
    """Ask which housing authority in England is to get the notice. It is their choice."""
    refused = surely(~yp.consents_to_duty_to_refer)
    return yp.duty_to_refer_arises & ~refused & ~surely(authority_chosen(yp))


@rule(
    "6-d",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="ask_to_share_contact_details",
    source=protocol_v4("6", 1),
    due="no_limit",
    readings=("A42",),
)
def they_agree_to_share_contact_details(yp: Situation) -> Condition:
    """Ask whether they agree that the housing authority gets their contact details."""
    refused = surely(~yp.consents_to_duty_to_refer)
    return yp.duty_to_refer_arises & ~refused & ~known(yp.agrees_to_share_contact_details)


nothing_is_reduced = principle(
    "6-e",
    "A notice to a housing authority takes nothing away from what Family Services owe them.",
    source=protocol_v4("6", 2),
    shown=ON_ADVICE,
    force=Force.FACT,
)


@gate(
    "6-f",
    holds_back="send_notice_instead_of_assessing",
    owner=EVERYONE,
    source=protocol_v4("6", 2),
    readings=("A49",),
    scope="is_child",
)
def never_instead_of_an_assessment(yp: Situation) -> Condition:
    """Do not send a notice instead of an early help or child in need assessment."""
    return yp.is_child


@rule(
    "6-g",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="send_notice_to_housing_options",
    source=protocol_v4("6", 2),
    due="no_limit",
    readings=("A42",),
)
def to_housing_options_inbox(yp: Situation) -> Condition:
    """Send it to Housing Options at dutytorefer@barnet.gov.uk: they chose this council."""
    return applies("6-a") & yp.duty_to_refer_authority.is_("this_authority")


the_guide = principle(
    "6-h",
    "There is a guide to the duty to refer on GOV.UK.",
    source=protocol_v4("6", 3),
    shown=ON_ADVICE,
    force=Force.FACT,
)
