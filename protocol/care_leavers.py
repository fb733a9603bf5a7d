"""Care leavers in law, beside the protocol: the four classes, and where the protocol differs.

A child is eligible while in care and relevant once out of it; from 18 on, former relevant.
Qualifying is who was in care at 16 or 17 and is none of these. What takes something away from
them counts only when it is known.
"""

from protocol.people import SOCIAL_WORKER
from protocol.sources import statute
from rules.conditions import Condition, Situation, surely
from rules.rule import Force, fact, principle, rule

title = "Care leavers in law, beside the protocol"

CHILDREN_ACT = "Children Act 1989"
ON_ADVICE = "the advice, under “How we work”"


@fact(
    "was_eligible_child",
    source=statute(CHILDREN_ACT, "Schedule 2, paragraph 19B, and section 23A"),
    readings=("A31", "A32"),
)
def was_eligible_child(yp: Situation) -> Condition:
    """They were in care for 13 weeks in all since they turned 14, and some of it at 16 or 17; or
    they were in custody or hospital when they turned 16, after 13 weeks in care."""
    return (
        yp.looked_after_thirteen_weeks & yp.looked_after_at_16_or_17
    ) | yp.detained_at_16_after_thirteen_weeks


@fact(
    "eligible_child",
    source=statute(CHILDREN_ACT, "Schedule 2, paragraph 19B"),
    readings=("A31", "A32"),
)
def eligible_child(yp: Situation) -> Condition:
    """They are 16 or 17 and in care now, and for 13 weeks in all since they turned 14."""
    return yp.within_protocol & yp.in_care & yp.looked_after_thirteen_weeks


@fact("relevant_child", source=statute(CHILDREN_ACT, "section 23A"), readings=("A31", "A32"))
def relevant_child(yp: Situation) -> Condition:
    """They are 16 or 17, no longer in care, and were eligible before; unless they are known to have
    lived with a parent again for six months, and it was settled."""
    return (
        yp.within_protocol
        & ~yp.in_care
        & yp.was_eligible_child
        & ~surely(yp.settled_at_home_six_months)
    )


@fact("former_relevant_child", source=statute(CHILDREN_ACT, "section 23C"), readings=("A31", "A32"))
def former_relevant_child(yp: Situation) -> Condition:
    """They are 18 or over but not yet 25, and were eligible or relevant before: in care until 18,
    or not known to have settled with a parent."""
    stayed = yp.looked_after_until_18 | ~surely(yp.settled_at_home_six_months)
    return ~yp.is_child & ~yp.age.at_least("care_leaver_until_age") & yp.was_eligible_child & stayed


@fact("qualifying_care_leaver", source=statute(CHILDREN_ACT, "section 24"), readings=("A31", "A32"))
def qualifying_care_leaver(yp: Situation) -> Condition:
    """They are 16 or over but not yet 25, were in care at 16 or 17 and no longer are, and are
    neither relevant nor former relevant."""
    return (
        yp.age.at_least("care_leaver_from_age")
        & ~yp.age.at_least("care_leaver_until_age")
        & yp.looked_after_at_16_or_17
        & ~yp.in_care
        & ~yp.relevant_child
        & ~yp.former_relevant_child
    )


@rule(
    "law-pathway",
    force=Force.SHOULD,
    owner=SOCIAL_WORKER,
    act="assess_for_pathway_plan",
    source=statute(
        "Care Planning, Placement and Case Review (England) Regulations 2010",
        "regulation 42; not verified",
    ),
    due="pathway_assessment",
    readings=("A31",),
)
def assess_for_a_pathway_plan(yp: Situation) -> Condition:
    """Assess what they need for their pathway plan. The time limit is not verified."""
    return yp.eligible_child


protocol_says_it_differently = principle(
    "a31",
    "The protocol calls somebody in custody a “former relevant care leaver” after more than 13 "
    "weeks on remand, until 21. In law a care leaver of 16 or 17 is relevant, and former relevant "
    "only from 18, with help until 25; 13 weeks in all since 14 are enough, remand or not; and "
    "some of it has to be after 16. We go by the law and act at 13 weeks exactly.",
    source=statute(CHILDREN_ACT, "sections 23A to 24 and Schedule 2, paragraph 19B"),
    shown=ON_ADVICE,
    force=Force.FACT,
    readings=("A31", "A32"),
)

short_breaks_are_counted = principle(
    "law-short-breaks",
    "Planned short breaks of up to four weeks may not count in law. We have not verified it, so "
    "they are counted. Ask the lawyer before anybody loses help over it.",
    source=statute(
        "Care Planning, Placement and Case Review (England) Regulations 2010",
        "on eligible children; not verified",
    ),
    shown=ON_ADVICE,
    force=Force.FACT,
    readings=("A32",),
)
