"""What can be known about a young person at the front door, in the order it is asked.

A fact's id is never used again for something else. A renamed fact keeps its old id in
``formerly``, so that what was recorded under it can still be read.
"""

from protocol.people import EMERGENCY_DUTY_TEAM, HOUSING_NEEDS_OFFICER, SOCIAL_WORKER
from rules.facts import Fact, Kind, Option

OFFICER = (HOUSING_NEEDS_OFFICER, EMERGENCY_DUTY_TEAM, SOCIAL_WORKER)
SOCIAL_WORK = (SOCIAL_WORKER,)


def yes_no(
    id: str, says: str, says_not: str, *, question: str = "", why: str = "", who: tuple[str, ...]
) -> Fact:
    return Fact(id, Kind.YES_NO, says, says_not, question=question, why=why, who=who)


def worked_out(id: str, says: str, says_not: str) -> Fact:
    """A fact that a definition concludes. Nobody is asked."""
    return Fact(id, Kind.YES_NO, says, says_not)


ASKED = (
    Fact(
        "date_of_birth",
        Kind.DATE,
        "their date of birth",
        question="What is their date of birth?",
        why="The protocol is for 16- and 17-year-olds. Not knowing never closes a door.",
        who=OFFICER,
    ),
    yes_no(
        "age_disputed",
        "somebody doubts their age",
        "nobody doubts their age",
        question="Does anybody doubt their age?",
        why="While an age is in doubt, they are treated as a child.",
        who=OFFICER,
    ),
    Fact(
        "presented_at",
        Kind.MOMENT,
        "when they first asked for help",
        question="When did they first ask for help?",
        why="Somebody who came before closing time is in office hours, however long it takes.",
        who=OFFICER,
    ),
    yes_no(
        "needs_bed_tonight",
        "they have nowhere safe to sleep tonight",
        "they have somewhere safe to sleep tonight",
        question="Do they need a bed tonight?",
        why="A bed tonight comes before everything else.",
        who=OFFICER,
    ),
    yes_no(
        "needs_accommodation",
        "they need somewhere to live",
        "they have a safe, suitable and settled home",
        question="Do they need somewhere to live?",
        why="A friend's sofa is not a home: they need somewhere safe, suitable and settled, "
        "with a right or firm permission to stay.",
        who=OFFICER,
    ),
    yes_no(
        "at_imminent_risk",
        "they may lose their home within days",
        "they are not about to lose their home",
        question="May they lose their home within days?",
        why="Either this or needing somewhere to live means a referral to MASH today.",
        who=OFFICER,
    ),
    yes_no(
        "risk_of_significant_harm",
        "somebody may be harming them, or they may come to serious harm",
        "there is no sign of serious harm",
        question="Could they be at risk of serious harm?",
        why="It decides whom to ring now, and what we must not ask.",
        who=OFFICER,
    ),
    yes_no(
        "family_contact_unsafe",
        "contacting their family may put them in danger",
        "contacting their family is safe",
        question="Could contacting their family put them in danger?",
        why="Ask them first, and alone. Until we know, nobody contacts the family.",
        who=OFFICER,
    ),
    yes_no(
        "agrees_to_family_contact",
        "they agree that we contact their family",
        "they do not want their family contacted",
        question="Do they agree that we contact their family?",
        why="Their answer is respected. A bed never depends on it.",
        who=OFFICER,
    ),
    yes_no(
        "social_worker_allows_family_contact",
        "a social worker has decided that family may be contacted",
        "a social worker has decided that family must not be contacted",
        question="Has a social worker decided that family may be contacted?",
        why="Where contact may be unsafe, only a social worker decides.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "safe_to_return_home",
        "home has been assessed as safe, and they were seen alone",
        "going home is not safe",
        question="Is it safe for them to go home?",
        why="Nobody goes home until somebody has made sure that it is safe.",
        who=OFFICER,
    ),
    yes_no(
        "parent_or_carer_willing",
        "a parent or carer is willing to have them home",
        "no parent or carer is willing to have them home",
        question="Is a parent or carer willing to have them home?",
        why="A home that does not want them is not a home to go back to.",
        who=OFFICER,
    ),
    yes_no(
        "young_persons_view_recorded",
        "their own view of going home is recorded",
        "their own view of going home is not recorded",
        question="Have you recorded what they say about going home?",
        why="What they want counts.",
        who=OFFICER,
    ),
    yes_no(
        "objects_to_going_home",
        "they do not want to go home",
        "they are willing to go home",
        question="Do they object to going home?",
        why="If they object, a manager decides.",
        who=OFFICER,
    ),
    yes_no(
        "needs_statutory_assessment",
        "they need a statutory assessment",
        "they do not need a statutory assessment",
        question="Do they need a statutory assessment of their needs?",
        why="Early help is the way on only where no statutory assessment is needed.",
        who=OFFICER,
    ),
    yes_no(
        "consents_to_early_help",
        "they agree to a referral for early help",
        "they do not agree to a referral for early help",
        question="Do they agree to a referral for early help?",
        why="This is their own agreement. A parent's is recorded apart from it.",
        who=OFFICER,
    ),
    yes_no(
        "high_level_support_in_place",
        "a high-level support package is in place",
        "no high-level support package is in place",
        question="Is a high-level support package in place from the first night?",
        why="Without it, temporary accommodation must not be used.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "highly_vulnerable",
        "they are especially vulnerable",
        "they are not especially vulnerable",
        question="Are they especially vulnerable?",
        why="A foster or residential placement may be what keeps them safe.",
        who=OFFICER,
    ),
    yes_no(
        "referral_accepted",
        "a named person has accepted the referral",
        "nobody has accepted the referral",
        question="Has a named person accepted the referral?",
        why="Somebody has to be holding this before the office closes.",
        who=OFFICER,
    ),
    yes_no(
        "bed_confirmed",
        "a bed for tonight is confirmed",
        "no bed for tonight is confirmed",
        question="Is a bed for tonight confirmed?",
        why="If not by closing time, the Emergency Duty Team is rung.",
        who=OFFICER,
    ),
    yes_no(
        "left_or_missing",
        "they have left before a bed was found, or are missing",
        "they have not left and are not missing",
        question="Have they left, or are they missing?",
        why="A bed stays theirs. Nobody is closed as disengaged.",
        who=OFFICER,
    ),
    Fact(
        "legal_basis",
        Kind.CHOICE,
        "the legal basis of the bed",
        question="What is the legal basis of the bed?",
        why="It is recorded, never guessed from the address. Tonight's bed does not wait for it.",
        who=SOCIAL_WORK,
        options=(
            Option("s20", "the bed is provided under section 20 of the Children Act 1989"),
            Option("s21", "the bed is provided under section 21 of the Children Act 1989"),
            Option("care_order", "they are under a care order"),
            Option("remand", "they are remanded to local authority accommodation"),
            Option("s17", "the bed is provided under section 17 of the Children Act 1989"),
            Option("s23b", "the bed is provided under section 23B of the Children Act 1989"),
            Option("s188", "the bed is provided under section 188 of the Housing Act 1996"),
            Option("part_vii", "the bed is provided under Part VII of the Housing Act 1996"),
            Option("none", "the bed has no legal basis"),
            Option("not_yet_determined", "the legal basis of the bed is not decided yet"),
        ),
        unsettled=("not_yet_determined",),
    ),
    yes_no(
        "initial_assessment_complete",
        "being in need, and needing somewhere to live, have been decided and recorded",
        "being in need, or needing somewhere to live, has not been decided",
        question="Have being in need, and needing somewhere to live, been decided and recorded?",
        why="Until then Housing may provide a stopgap.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "s20_accommodation_decided",
        "it has been decided to accommodate them under section 20",
        "it has not been decided to accommodate them under section 20",
        question="Has it been decided to accommodate them under section 20?",
        why="Together with a home that lasts, it ends what Housing owes.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "accommodation_suits_six_months",
        "the accommodation is suitable to live in for at least six months",
        "the accommodation is not suitable to live in for six months",
        question="Is the accommodation suitable to live in for at least six months?",
        why="A stopgap does not end what Housing owes.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "pregnant",
        "they are pregnant",
        "they are not pregnant",
        question="Are they pregnant?",
        why="The unborn child may need help as well.",
        who=OFFICER,
    ),
    yes_no(
        "has_child_of_own",
        "they have a child of their own",
        "they have no child of their own",
        question="Do they have a child of their own?",
        why="Their child may need help as well, and a bed beside them.",
        who=OFFICER,
    ),
    yes_no(
        "siblings_at_home",
        "brothers or sisters under 18 are still at home",
        "no brothers or sisters under 18 are at home",
        question="Are brothers or sisters under 18 still at home?",
        why="What happened to them may be happening to others.",
        who=OFFICER,
    ),
    yes_no(
        "at_point_of_decision",
        "a decision is being made now",
        "no decision is being made yet",
        question="Is a decision being made now?",
        why="Whoever decides while need is not known acts as if there were need.",
        who=OFFICER,
    ),
)

WORKED_OUT = (
    Fact("age", Kind.NUMBER, "their age", operator="age", of="date_of_birth"),
    Fact(
        "in_office_hours",
        Kind.YES_NO,
        "they asked for help in office hours",
        "they asked for help out of hours",
        operator="office_hours_then",
        of="presented_at",
    ),
    Fact(
        "office_open_now",
        Kind.YES_NO,
        "the office is open",
        "the office is closed",
        operator="office_hours_now",
    ),
    worked_out("is_child", "they may be under 18", "they are 18 or over"),
    worked_out("within_protocol", "they may be 16 or 17", "they are not 16 or 17"),
    worked_out("return_home_ready", "going home has been made sure of", "going home is not safe"),
    worked_out("family_contact_allowed", "family may be contacted", "family must not be contacted"),
    worked_out("looked_after", "they are looked after", "they are not looked after"),
    worked_out(
        "prevention_or_relief_duty_ended",
        "Housing's duty to prevent or relieve homelessness has ended",
        "Housing's duty to prevent or relieve homelessness goes on",
    ),
)

FACTS = ASKED + WORKED_OUT
