"""A bed tonight, and somebody who has to act."""

from rules.conditions import Condition, Not, Situation, applies, maybe, surely
from rules.pack import Pack
from rules.proofs import asked_for, held_back, whenever
from tests.spec.claims.claim import ADVISED, claim

ACCOMMODATING = ("secure_bed_tonight", "place_out_of_hours", "refer_to_placements")
REFERRING = ("refer_to_mash", "refer_under_16")


@claim("p-bed", broken_by={"3-b": lambda yp: yp.within_protocol & yp.needs_bed_tonight})
def nobody_is_left_without_a_bed(yp: Situation, pack: Pack) -> Condition:
    """Whoever may be a child, and for whom neither a need for a bed tonight nor homelessness has
    been ruled out, has somebody who must find a bed for tonight, and nothing forbids it."""
    may_need_one = surely(yp.needs_bed_tonight) | (
        maybe(yp.needs_bed_tonight) & maybe(yp.needs_accommodation)
    )
    return whenever(
        yp.is_child & may_need_one,
        asked_for(pack, "secure_bed_tonight") & ~held_back(pack, "secure_bed_tonight"),
    )


@claim("p-referral", broken_by={"a12": lambda yp: applies("3-l") & yp.at_point_of_decision})
def homelessness_that_is_not_ruled_out_is_acted_on(yp: Situation, pack: Pack) -> Condition:
    """If homelessness is not known to be no, then when a decision is made a duty to accommodate
    or to refer applies."""
    return whenever(
        yp.is_child & maybe(yp.needs_accommodation) & yp.at_point_of_decision,
        asked_for(pack, *ACCOMMODATING, *REFERRING),
    )


@claim(
    "p-referral-open",
    broken_by={
        "3-l": lambda yp: yp.within_protocol & surely(yp.needs_accommodation | yp.at_imminent_risk)
    },
)
def homelessness_that_is_not_ruled_out_stays_open(yp: Situation, pack: Pack) -> Condition:
    """If homelessness is not known to be no, then before a decision is made a duty to accommodate
    or to refer applies or still cannot be told: it is never ruled out by a blank."""
    return whenever(
        yp.is_child & maybe(yp.needs_accommodation),
        maybe(asked_for(pack, *ACCOMMODATING, *REFERRING)),
    )


@claim(
    "p-known-need",
    broken_by={"3-l": lambda yp: yp.within_protocol & yp.needs_accommodation & yp.at_imminent_risk},
)
def known_homelessness_waits_for_nothing(yp: Situation, pack: Pack) -> Condition:
    """If homelessness, or losing the home within days, is known, a duty to refer applies. Nothing
    else that is known or not known takes it away."""
    return whenever(
        yp.is_child & (yp.needs_accommodation | yp.at_imminent_risk), asked_for(pack, *REFERRING)
    )


@claim("p-support", broken_by={"4-d": lambda yp: yp.is_child & ~yp.high_level_support_in_place})
def no_temporary_accommodation_without_known_support(yp: Situation, pack: Pack) -> Condition:
    """Temporary accommodation without known high-level support is never advised, and for whoever
    may be a child it is forbidden."""
    unsupported = Not(surely(yp.high_level_support_in_place))
    return whenever(
        unsupported, ~surely(asked_for(pack, "place_in_temporary_accommodation", forces=ADVISED))
    ) & whenever(unsupported & yp.is_child, held_back(pack, "place_in_temporary_accommodation"))


@claim(
    "p-bed-and-breakfast", broken_by={"law-b-and-b": lambda yp: yp.is_child & yp.needs_bed_tonight}
)
def no_bed_and_breakfast(yp: Situation, pack: Pack) -> Condition:
    """Bed and breakfast is forbidden for whoever may be a child, and never advised."""
    return whenever(yp.is_child, held_back(pack, "place_in_bed_and_breakfast")) & ~surely(
        asked_for(pack, "place_in_bed_and_breakfast", forces=ADVISED)
    )
