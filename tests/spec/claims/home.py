"""Going home, contact with family, and what needs consent."""

from rules.conditions import Condition, Not, Situation, applies, surely
from rules.pack import Pack
from rules.proofs import asked_for, held_back, whenever
from tests.spec.claims.claim import ADVISED, claim


@claim(
    "p-home",
    broken_by={
        "3-i": lambda yp: (
            yp.within_protocol
            & yp.return_home_ready
            & ~yp.family_contact_unsafe
            & ~surely(yp.objects_to_going_home)
        )
    },
)
def no_return_home_without_its_three_conditions(yp: Situation, pack: Pack) -> Condition:
    """No return home is advised unless home is known to be safe, a parent or carer is known to
    be willing, the young person's own view is recorded, no danger is known, and they are not
    known to object (A18)."""
    made_sure = yp.safe_to_return_home & yp.parent_or_carer_willing & yp.young_persons_view_recorded
    against = yp.family_contact_unsafe | yp.risk_of_significant_harm | yp.objects_to_going_home
    return whenever(
        asked_for(pack, "return_home", forces=ADVISED), made_sure & Not(surely(against))
    )


@claim(
    "p-home-forbidden",
    broken_by={
        "1-i": lambda yp: (
            yp.is_child
            & (
                ~yp.return_home_ready
                | surely(yp.family_contact_unsafe | yp.risk_of_significant_harm)
                | surely(yp.objects_to_going_home)
            )
        )
    },
)
def a_return_home_is_forbidden_until_all_of_it_is_known(yp: Situation, pack: Pack) -> Condition:
    """For whoever may be a child, a return home is forbidden until home is known to be safe, a
    parent or carer is known to be willing and the young person's own view is recorded, and as
    soon as danger is known or they object."""
    made_sure = yp.safe_to_return_home & yp.parent_or_carer_willing & yp.young_persons_view_recorded
    against = yp.family_contact_unsafe | yp.risk_of_significant_harm | yp.objects_to_going_home
    return whenever(
        yp.is_child & (Not(surely(made_sure)) | surely(against)), held_back(pack, "return_home")
    )


@claim(
    "p-family-contact",
    broken_by={
        "family_contact_allowed": lambda yp: (
            yp.agrees_to_family_contact
            & ~surely(yp.family_contact_unsafe | yp.risk_of_significant_harm)
        )
    },
)
def no_family_contact_while_it_may_be_unsafe(yp: Situation, pack: Pack) -> Condition:
    """Contact with family is never advised, and for whoever may be a child it is forbidden, unless
    a social worker has decided for it, or the young person agrees, it is known to be safe, harm is
    known not to be so, and no social worker has decided against it (A44)."""
    agreed = yp.agrees_to_family_contact & ~yp.family_contact_unsafe & ~yp.risk_of_significant_harm
    decided = yp.social_worker_allows_family_contact
    allowed = surely(decided) | (surely(agreed) & ~surely(~decided))
    return whenever(
        ~allowed, ~surely(asked_for(pack, "contact_family", forces=ADVISED))
    ) & whenever(~allowed & yp.is_child, held_back(pack, "contact_family"))


@claim(
    "p-consent",
    broken_by={
        "3-k": lambda yp: (
            yp.within_protocol
            & yp.return_home_ready
            & ~yp.needs_statutory_assessment
            & ~surely(yp.risk_of_significant_harm)
            & ~yp.family_contact_unsafe
            & ~applies("3-l")
        )
    },
)
def consent_is_asked_only_where_referral_needs_none_known(yp: Situation, pack: Pack) -> Condition:
    """Consent is asked for, and early help referred to, only where homelessness, losing the home
    within days, a need for statutory assessment, serious harm and danger from family are all known
    not to be so, and going home has been made sure of (A12, A15)."""
    ruled_out = (
        ~yp.needs_accommodation
        & ~yp.at_imminent_risk
        & ~yp.needs_statutory_assessment
        & ~yp.risk_of_significant_harm
        & ~yp.family_contact_unsafe
    )
    asking = asked_for(pack, "ask_consent_to_early_help", "refer_for_early_help", forces=ADVISED)
    return whenever(asking, ruled_out & yp.return_home_ready)


@claim(
    "p-one-way",
    broken_by={"gap-3": lambda yp: yp.within_protocol & (~applies("3-l") | ~applies("3-k"))},
)
def one_way_on_and_never_two(yp: Situation, pack: Pack) -> Condition:
    """At first contact there are never two ways on at once: referral without consent (3-l), early
    help with consent (3-k), or the protocol's silence (gap-3)."""
    refer, early_help, silent = applies("3-l"), applies("3-k"), applies("gap-3")
    return ~surely(refer & early_help) & ~surely(refer & silent) & ~surely(early_help & silent)
