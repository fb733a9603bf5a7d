"""The law for children in care, beside the protocol: who is in care, and its time limits.

Each limit is counted from the day they became looked after, or from what it follows. Where
nobody has held a limit against the text, it is only advised.
"""

from protocol.people import SOCIAL_WORKER
from protocol.sources import CHECKED, guidance, statute
from rules.conditions import Condition, Situation, applies, surely
from rules.rule import Force, fact, principle, rule

title = "Law for children in care, beside the protocol"

CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010"


@fact("in_care", source=statute("Children Act 1989", "section 22(1)"), readings=("A7",))
def in_care(yp: Situation) -> Condition:
    """They are looked after. Every remanded child is."""
    return yp.looked_after | (yp.is_child & yp.on_remand)


@rule(
    "law-remand",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="start_looked_after_processes",
    source=statute(
        "Legal Aid, Sentencing and Punishment of Offenders Act 2012", "section 104", CHECKED
    ),
    due="at_once",
    scope="is_child",
)
def every_remanded_child_is_looked_after(yp: Situation) -> Condition:
    """Start the looked-after processes: in law every remanded child is looked after, in custody
    as well. The days count towards 13 weeks."""
    return yp.on_remand


@fact(
    "looked_after_clocks_run", source=statute("Children Act 1989", "section 22"), readings=("A7",)
)
def looked_after_clocks_run(yp: Situation) -> Condition:
    """They are in care, or may be in law although the bed is recorded as something else."""
    return yp.in_care | applies("a7")


@rule(
    "law-care-plan",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="make_care_plan",
    source=statute(CARE_PLANNING, "regulation 4(2) and (5)", CHECKED),
    due="care_plan",
)
def a_care_plan_agreed_with_them(yp: Situation) -> Condition:
    """Make the care plan. At 16 and 17 it is agreed with the young person."""
    return yp.looked_after_clocks_run


@rule(
    "law-placement-plan",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="make_placement_plan",
    source=statute(CARE_PLANNING, "regulation 9"),
    due="placement_plan",
)
def a_placement_plan(yp: Situation) -> Condition:
    """Make the placement plan."""
    return yp.looked_after_clocks_run


@rule(
    "law-health-assessment",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="have_health_assessed",
    source=statute(CARE_PLANNING, "regulation 7"),
    due="health_assessment",
)
def a_health_assessment(yp: Situation) -> Condition:
    """Have their health assessed, in time for the first review."""
    return yp.looked_after_clocks_run


@rule(
    "law-education-plan",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="start_education_plan",
    source=guidance(
        "Statutory guidance on the education of looked-after children",
        "on personal education plans",
    ),
    due="education_plan",
)
def a_personal_education_plan(yp: Situation) -> Condition:
    """Start the personal education plan. It is ready for the first review."""
    return yp.looked_after_clocks_run


@rule(
    "law-reviewing-officer",
    force=Force.SHOULD,
    owner=SOCIAL_WORKER,
    act="have_reviewing_officer_named",
    source=guidance("Independent Reviewing Officers' Handbook", "on appointment; not verified"),
    due="reviewing_officer",
)
def an_independent_reviewing_officer(yp: Situation) -> Condition:
    """Have an independent reviewing officer named. The time limit is not verified."""
    return yp.looked_after_clocks_run


@rule(
    "law-first-review",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="hold_review",
    source=statute(CARE_PLANNING, "regulation 33(1)", CHECKED),
    due="first_review",
)
def a_first_review(yp: Situation) -> Condition:
    """Hold the first review."""
    return yp.looked_after_clocks_run & ~surely(yp.first_review_held)


@rule(
    "law-second-review",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="hold_review",
    source=statute(CARE_PLANNING, "regulation 33(2)", CHECKED),
    due="second_review",
)
def a_second_review(yp: Situation) -> Condition:
    """Hold the second review."""
    return yp.looked_after_clocks_run & yp.first_review_held & ~surely(yp.second_review_held)


@rule(
    "law-next-review",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="hold_review",
    source=statute(CARE_PLANNING, "regulation 33(2)", CHECKED),
    due="next_review",
)
def the_next_review(yp: Situation) -> Condition:
    """Hold the next review."""
    return yp.looked_after_clocks_run & yp.second_review_held


@rule(
    "law-first-visit",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="visit_as_social_worker",
    source=statute(CARE_PLANNING, "regulation 28", CHECKED),
    due="first_care_visit",
)
def a_first_visit_by_their_social_worker(yp: Situation) -> Condition:
    """Visit them where they live now, and see them."""
    return yp.looked_after_clocks_run & ~surely(yp.visited_in_this_placement)


@rule(
    "law-next-visit",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="visit_as_social_worker",
    source=statute(CARE_PLANNING, "regulation 28", CHECKED),
    due="care_visit",
)
def the_next_visit_by_their_social_worker(yp: Situation) -> Condition:
    """Visit them again, and see them."""
    return yp.looked_after_clocks_run & yp.visited_in_this_placement


what_the_law_adds = principle(
    "law-not-the-protocol",
    "What is marked as law or statutory guidance is not in the protocol. The protocol names only "
    "the health assessment and the panel.",
    source=statute("Children Act 1989", "section 22"),
    shown="the advice, under “How we work”",
    force=Force.FACT,
)
