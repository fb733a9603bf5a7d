"""What is known of their answer to section 20, of what Housing decided, and of what follows."""

from protocol.catalogue.words import (
    HOUSING,
    OFFICER,
    SOCIAL_WORK,
    SOCIAL_WORK_MANAGERS,
    worked_out,
    yes_no,
)
from rules.facts import Fact, Kind, Option

S20_ANSWERS = (
    Option("accepts", "they accept section 20"),
    Option("refuses", "they do not want section 20"),
    Option("undecided", "they have not decided about section 20"),
)
CAPACITY = (
    Option("has", "they have the capacity to decide about section 20"),
    Option("lacks", "they lack the capacity to decide about section 20"),
    Option("in_doubt", "it is in doubt whether they have the capacity to decide"),
)
NO_HOUSING_DUTY = (
    Option("not_eligible", "not eligible for help with housing"),
    Option("not_homeless", "not homeless in law"),
    Option("owed_section_20", "owed section 20"),
    Option("relevant_child", "a relevant child, whom the leaving-care team houses"),
    Option("duty_ended", "the duty has come to an end"),
    Option("other", "another reason, in writing"),
    Option("none_given", "no reason given"),
)

ASKED = (
    Fact(
        "s20_answer",
        Kind.CHOICE,
        "what they last said about section 20",
        question="What did they last say about section 20?",
        why="It is recorded at once, in their words, whenever they say it. They can change their "
        "mind at any time.",
        who=OFFICER,
        options=S20_ANSWERS,
    ),
    Fact(
        "s20_answered_at",
        Kind.MOMENT,
        "when they last said it",
        question="When did they last say it?",
        why="They are asked again; the time for that is counted from then.",
        who=OFFICER,
    ),
    yes_no(
        "refusal_words_recorded",
        "what they said about section 20 is recorded in their words",
        "what they said about section 20 is not recorded in their words",
        question="Is what they said recorded in their words?",
        why="It is their decision, so it is in their words.",
        who=OFFICER,
    ),
    yes_no(
        "informed_before_refusal",
        "before they said no they had written information, explained in a language they understand",
        "before they said no they had no written information that was explained to them",
        question="Before they said no, did they have written information, explained in a language "
        "they understand?",
        why="A no to something nobody explained is not a decision.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "told_what_refusing_means",
        "before they said no they were told in full what they would lose",
        "before they said no they were not told in full what they would lose",
        question="Before they said no, were they told in full what they would lose?",
        why="Section 20 brings reviews, somebody to check on their care, and help after 18.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "advocate_offered_before_refusal",
        "before they said no they were offered an independent advocate, with time to use one",
        "before they said no they were not offered an independent advocate with time to use one",
        question="Before they said no, were they offered an independent advocate, with time to "
        "use one?",
        why="An early help worker, or anybody else who works for the council, does not count.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "capacity_to_refuse",
        Kind.CHOICE,
        "whether they have the capacity to decide about section 20",
        question="Do they have the capacity to decide about section 20?",
        why="At 16 and over they are taken to have it, but somebody has to have considered it, on "
        "the day they said no or later.",
        who=SOCIAL_WORK,
        options=CAPACITY,
    ),
    yes_no(
        "circumstances_changed_since_answer",
        "something has changed for them since they last said what they want",
        "nothing has changed for them since they last said what they want",
        question="Has anything changed for them since they last said what they want?",
        why="With every change, section 20 is offered again.",
        who=OFFICER,
    ),
    yes_no(
        "housing_owes_accommodation",
        "Housing owes them accommodation",
        "Housing has decided that it owes them no accommodation",
        question="Has Housing decided that it owes them accommodation?",
        why="If it does not, and they are still homeless, the social worker is told.",
        who=HOUSING,
    ),
    yes_no(
        "housing_reason_coded",
        "Housing has given the reason why it owes them no accommodation",
        "Housing has given no reason why it owes them no accommodation",
        question="Has Housing given the reason, from the list?",
        why="“No duty” without a reason is no decision.",
        who=HOUSING,
    ),
    yes_no(
        "housing_decision_written",
        "Housing's decision is in writing and has a date",
        "Housing's decision is not in writing",
        question="Is Housing's decision in writing, with its date?",
        why="They can ask for a review only of a decision they have in their hands.",
        who=HOUSING,
    ),
    Fact(
        "housing_decided_at",
        Kind.MOMENT,
        "when Housing decided",
        question="When did Housing decide?",
        why="The social worker is told that same day.",
        who=HOUSING,
    ),
    yes_no(
        "housing_believes_in_need",
        "Housing believes that they may be in need",
        "Housing does not believe that they are in need",
        question="Does Housing believe that they may be in need?",
        why="Then the case goes back to children's social care.",
        who=HOUSING,
    ),
    yes_no(
        "refused_again_after_housing",
        "asked again after Housing decided, they still do not want section 20",
        "they have not refused section 20 again since Housing decided",
        question="Were they asked again after Housing decided, and do they still not want section "
        "20?",
        why="With no home from Housing, section 20 may look different to them.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "s17_necessary",
        "a place to stay under section 17 is necessary to keep them safe and well",
        "a place to stay under section 17 was found not to be necessary",
        question="Is a place to stay under section 17 necessary to keep them safe and well?",
        why="Homeless and alone at 16 or 17, it is hard to see how it would not be.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "s17_decided_at",
        Kind.MOMENT,
        "when the need for section 17 accommodation was decided",
        question="When was the need for section 17 accommodation decided?",
        why="Where it was found not to be necessary, the head of service decides that same day.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "manager_has_decided",
        "a manager has decided what happens where the protocol is silent",
        "no manager has decided yet what happens where the protocol is silent",
        question="Has a manager decided what happens where the protocol is silent?",
        why="Until then the bed stays theirs.",
        who=SOCIAL_WORK_MANAGERS,
    ),
)

WORKED_OUT = (
    worked_out(
        "settled_at_home",
        "they have a home they can live in",
        "they have no home they can live in",
    ),
    worked_out(
        "informed_refusal",
        "their refusal of section 20 is informed, and can be accepted",
        "there is no refusal of section 20 that can be accepted",
    ),
    worked_out(
        "leaving_care_owed",
        "the leaving-care team owes them a place to live",
        "the leaving-care team does not owe them a place to live",
    ),
    worked_out(
        "refused_with_no_duty",
        "they refuse section 20 again after Housing owes them no home",
        "it is not so that they refuse section 20 again after Housing owes them no home",
    ),
    worked_out(
        "another_outcome_holds",
        "another outcome holds",
        "no other outcome is known to hold",
    ),
    worked_out(
        "outcome_not_in_need",
        "the outcome is: not in need",
        "the outcome is not: not in need",
    ),
    worked_out(
        "outcome_in_need_at_home",
        "the outcome is: in need, living at home",
        "the outcome is not: in need, living at home",
    ),
    worked_out(
        "outcome_s20_looked_after",
        "the outcome is: accommodated under section 20 and looked after",
        "the outcome is not: accommodated under section 20",
    ),
    worked_out(
        "outcome_s20_interim",
        "the outcome is open: a bed they accept, and section 20 on offer",
        "the outcome is not open",
    ),
    worked_out(
        "outcome_parent_objects",
        "the outcome is: an able parent objects, and they do not agree to section 20",
        "the outcome is not: an able parent objects",
    ),
    worked_out(
        "outcome_part_vii_with_plan",
        "the outcome is: housing under Part VII, with a child in need plan",
        "the outcome is not: housing under Part VII",
    ),
    worked_out(
        "outcome_s17_accommodation",
        "the outcome is: accommodation under section 17",
        "the outcome is not: accommodation under section 17",
    ),
    worked_out(
        "outcome_s17_with_family",
        "the outcome is: living with family, with support under section 17",
        "the outcome is not: living with family, with support under section 17",
    ),
    worked_out(
        "outcome_leaving_care_accommodation",
        "the outcome is: accommodation from the leaving-care team",
        "the outcome is not: accommodation from the leaving-care team",
    ),
    worked_out(
        "outcome_silent",
        "the protocol is silent, and a manager decides",
        "the protocol is not silent about the outcome",
    ),
)
