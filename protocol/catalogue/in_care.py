"""What is known about being in care: for how long, since when, and what it makes them in law."""

from protocol.catalogue.words import SOCIAL_WORK, worked_out, yes_no
from rules.facts import Fact, Kind

ASKED = (
    Fact(
        "looked_after_since",
        Kind.DATE,
        "the day they became looked after",
        question="On which day did they become looked after?",
        why="The time limits for children in care are counted from that day.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "looked_after_thirteen_weeks",
        "they have been looked after for 13 weeks or more in all since they turned 14",
        "they have been looked after for less than 13 weeks in all since they turned 14",
        question="Have they been looked after for 13 weeks (91 days) or more in all since they "
        "turned 14?",
        why="From then on they are owed the help of a care leaver.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "thirteen_weeks_reached_on",
        Kind.DATE,
        "the day on which they had been looked after for 13 weeks",
        question="On which day had they been looked after for 13 weeks (91 days)?",
        why="They are allocated to Onwards & Upwards on that day.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "looked_after_at_16_or_17",
        "they were looked after for at least a day while they were 16 or 17",
        "they were not looked after while they were 16 or 17",
        question="Have they been looked after for at least a day while they were 16 or 17?",
        why="Only care after the 16th birthday makes a care leaver.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "looked_after_until_18",
        "they were looked after on the day before they turned 18",
        "they were not looked after on the day before they turned 18",
        question="Were they looked after on the day before they turned 18?",
        why="Then what they are owed does not depend on where they lived before.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "detained_at_16_after_thirteen_weeks",
        "they were in custody or in hospital on their 16th birthday, after 13 weeks in care",
        "they were not in custody or in hospital on their 16th birthday after 13 weeks in care",
        question="Were they in custody or in hospital on their 16th birthday, after having been "
        "looked after for 13 weeks since they turned 14?",
        why="They are owed the help of a care leaver although they were not in care at 16.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "settled_at_home_six_months",
        "they lived with a parent again for six months or more, and it was settled",
        "they have not lived with a parent again for six months",
        question="Have they lived with a parent again for six months or more, and was it settled?",
        why="It changes what they are owed in law.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "first_review_held",
        "their first review as a child in care has been held",
        "their first review as a child in care has not been held",
        question="Has their first review as a child in care been held?",
        why="Each review sets the time of the next.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "second_review_held",
        "their second review as a child in care has been held",
        "their second review as a child in care has not been held",
        question="Has their second review as a child in care been held?",
        why="Each review sets the time of the next.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "last_review_on",
        Kind.DATE,
        "the day of their last review",
        question="On which day was their last review?",
        why="The next one is counted from that day.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "visited_in_this_placement",
        "their social worker has visited them where they live now",
        "their social worker has not visited them where they live now",
        question="Has their social worker visited them where they live now?",
        why="The first visit is within a week; then at least every six weeks.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "last_social_work_visit_on",
        Kind.DATE,
        "the day their social worker last visited them",
        question="On which day did their social worker last visit them?",
        why="The next visit is counted from that day.",
        who=SOCIAL_WORK,
    ),
)

WORKED_OUT = (
    worked_out("in_care", "they are in care", "they are not in care"),
    worked_out(
        "looked_after_clocks_run",
        "the time limits for children in care run",
        "the time limits for children in care do not run",
    ),
    worked_out(
        "was_eligible_child",
        "they have been owed the help of a care leaver since 16 or later",
        "they have never been owed the help of a care leaver",
    ),
    worked_out(
        "eligible_child",
        "they are an eligible child: in care, and for 13 weeks or more",
        "they are not an eligible child",
    ),
    worked_out(
        "relevant_child",
        "they are a relevant child: 16 or 17, and a care leaver",
        "they are not a relevant child",
    ),
    worked_out(
        "former_relevant_child",
        "they are a former relevant child: 18 or over, and a care leaver",
        "they are not a former relevant child",
    ),
    worked_out(
        "qualifying_care_leaver",
        "they are a qualifying care leaver: in care at 16 or 17, for less than 13 weeks in all",
        "they are not a qualifying care leaver",
    ),
)
