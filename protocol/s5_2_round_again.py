"""Section 5.2, round again: what Housing decides after a refusal leads back to section 20.

The social worker is told, section 20 is offered again, and section 17 comes only then.
"""

from protocol.people import EVERYONE, HEAD_OF_SERVICE, HOUSING_OPTIONS_ASSESSOR, SOCIAL_WORKER
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, applies, surely
from rules.rule import Force, gap, gate, rule

title = "Assessment outcome: refused, and Housing owes nothing"


@rule(
    "5.2-z",
    force=Force.MUST,
    owner=HOUSING_OPTIONS_ASSESSOR,
    act="tell_social_worker_no_duty",
    source=protocol_v4("5.2", 13),
    due="housing_day",
    readings=("A27", "A42"),
)
def tell_the_social_worker(yp: Situation) -> Condition:
    """Tell the social worker, who may have to act: they do not want section 20, Housing owes them
    no home, and they are homeless."""
    return refused_and_without_a_home(yp)


def refused_and_without_a_home(yp: Situation) -> Condition:
    return yp.s20_answer.is_("refuses") & ~yp.housing_owes_accommodation & yp.needs_accommodation


@gate(
    "a27",
    holds_back="tell_no_housing_duty",
    owner=HOUSING_OPTIONS_ASSESSOR,
    source=our_reading("A27"),
    readings=("A27", "A49"),
)
def no_duty_takes_a_reason_in_writing(yp: Situation) -> Condition:
    """Do not tell them that Housing owes them nothing before the reason is recorded and the
    decision is in writing, with its date."""
    return ~surely(
        ~yp.housing_owes_accommodation & yp.housing_reason_coded & yp.housing_decision_written
    )


@rule(
    "5.2-aa",
    force=Force.SHOULD,
    owner=SOCIAL_WORKER,
    act="ask_again_about_s20",
    source=protocol_v4("5.2", 13),
    due="housing_day",
    readings=("A26", "A42"),
)
def ask_again_now_that_housing_owes_nothing(yp: Situation) -> Condition:
    """Ask them again about section 20: things have changed, Housing owes them no home."""
    return refused_and_without_a_home(yp) & ~surely(yp.refused_again_after_housing)


@rule(
    "5.2-ab",
    force=Force.SHOULD,
    owner=SOCIAL_WORKER,
    act="offer_s17_accommodation",
    source=protocol_v4("5.2", 14),
    due="no_limit",
    readings=("A1", "A25", "A42"),
)
def offer_section_17_accommodation(yp: Situation) -> Condition:
    """Offer accommodation under section 17, until they no longer need it or turn 18."""
    return yp.outcome_s17_accommodation


@rule(
    "5.2-ac",
    force=Force.MUST,
    owner=EVERYONE,
    act="plan_for_eighteen",
    source=protocol_v4("5.2", 14),
    due="before_18",
    readings=("A1",),
)
def plan_together_for_18(yp: Situation) -> Condition:
    """Children's services and Housing Options plan together, so that they are not homeless when
    they turn 18."""
    return yp.outcome_s17_accommodation | yp.legal_basis.is_("s17")


@gap(
    "gap-5.2-a25",
    owner=HEAD_OF_SERVICE,
    act="decide_today_as_head",
    source=protocol_v4("5.2", 14),
    due="s17_day",
    readings=("A25",),
)
def homeless_and_section_17_held_unnecessary(yp: Situation) -> Condition:
    """The protocol is silent here: no section 20, nothing from Housing, and section 17 held not to
    be necessary. Decide today, with reasons. The bed goes on."""
    return yp.refused_with_no_duty & ~yp.s17_necessary


@rule(
    "a25-offer",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="ask_again_about_s20",
    source=our_reading("A25"),
    due="s17_day",
    readings=("A25",),
)
def section_20_again_the_same_day(yp: Situation) -> Condition:
    """Offer section 20 again the same day."""
    return applies("gap-5.2-a25")


@rule(
    "a25-strategy",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="consider_strategy_discussion",
    source=our_reading("A25"),
    due="s17_day",
    readings=("A25",),
)
def a_strategy_discussion_is_considered(yp: Situation) -> Condition:
    """Consider a strategy discussion the same day, and record why or why not."""
    return applies("gap-5.2-a25")
