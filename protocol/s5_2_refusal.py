"""Section 5.2, what they are told and what they answer: information, advocate, offer, refusal.

A refusal is recorded at once and accepted late: only when it is informed (A24). It can always be
taken back.
"""

from protocol.people import EVERYONE, SOCIAL_WORKER, TEAM_MANAGER
from protocol.s5_2_section_20 import CHILDREN_ACT
from protocol.sources import CHECKED, our_reading, protocol_v4, statute
from rules.conditions import Condition, Situation, applies, known, maybe, surely
from rules.rule import Force, fact, gap, gate, rule

title = "Assessment outcome: information, offer and refusal"


def found_to_need_accommodation(yp: Situation) -> Condition:
    """Being in need has been decided, and they count as in need and appear to need a home."""
    decided = known(yp.in_need)
    return decided & yp.counts_as_in_need & yp.appears_to_require_accommodation


@rule(
    "5.2-d",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="give_information_on_rights",
    source=protocol_v4("5.2", 2),
    due="no_limit",
    readings=("A42",),
)
def inform_them_of_their_rights(yp: Situation) -> Condition:
    """Give them written information about their rights and about what children's services and
    Housing Options owe them, and explain it in a language they understand."""
    return found_to_need_accommodation(yp)


@rule(
    "5.2-e",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="support_to_reach_advocate",
    source=protocol_v4("5.2", 2),
    due="no_limit",
    readings=("A36", "A42"),
)
def support_them_to_reach_an_advocate(yp: Situation) -> Condition:
    """Support them to reach an independent advocate, with time to use one. An early help worker
    does not count."""
    return found_to_need_accommodation(yp)


@rule(
    "law-s20-offer",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="offer_s20",
    source=statute(CHILDREN_ACT, "section 20(1) and (3)", CHECKED),
    due="no_limit",
    readings=("A24", "A42"),
    scope="is_child",
)
def section_20_is_offered(yp: Situation) -> Condition:
    """Offer section 20 and keep it on offer. It is owed, and they have neither accepted it nor
    refused it in a way that can be accepted."""
    answered = surely(yp.agrees_to_s20) | surely(yp.informed_refusal)
    return yp.s20_owed & ~answered & ~surely(yp.leaving_care_owed)


@rule(
    "a24",
    force=Force.MUST,
    owner=EVERYONE,
    act="record_answer_in_their_words",
    source=our_reading("A24"),
    due="when_answered",
    readings=("A24",),
)
def record_what_they_say_at_once(yp: Situation) -> Condition:
    """Record what they say about section 20 at once, in their words. Recording a no is not
    accepting it."""
    return known(yp.s20_answer.is_("refuses")) & ~surely(yp.refusal_words_recorded)


@fact("informed_refusal", source=protocol_v4("5.2", 13), readings=("A23", "A24", "A36"))
def informed_refusal(yp: Situation) -> Condition:
    """They refuse section 20, in words that are recorded. Before that they had written information
    that was explained, were told in full what refusing means, and were offered an independent
    advocate with time to use one. They have the capacity to decide, and are 16 or over as far as
    anybody knows: a younger child cannot refuse for themselves."""
    return (
        yp.s20_answer.is_("refuses")
        & yp.refusal_words_recorded
        & yp.informed_before_refusal
        & yp.told_what_refusing_means
        & yp.advocate_offered_before_refusal
        & yp.capacity_to_refuse.is_("has")
        & maybe(yp.age.at_least("s20_own_agreement_age"))
    )


@gate(
    "5.2-y",
    holds_back="accept_refusal_of_s20",
    owner=SOCIAL_WORKER,
    source=protocol_v4("5.2", 13),
    readings=("A23", "A24", "A49"),
    scope="is_child",
)
def no_refusal_is_accepted_uninformed(yp: Situation) -> Condition:
    """Do not accept a refusal of section 20 until it is clear that they have capacity, were
    properly informed, and were advised in full what it means."""
    return ~surely(yp.informed_refusal)


@rule(
    "a24-again",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="make_refusal_informed",
    source=our_reading("A24"),
    due="no_limit",
    readings=("A24", "A36", "A42"),
)
def an_uninformed_no_is_not_the_last_word(yp: Situation) -> Condition:
    """Their no cannot be accepted yet. Give what was missing: written information, explained; what
    refusing means; an independent advocate, with time; capacity considered. Then ask again."""
    return yp.s20_answer.is_("refuses") & ~surely(yp.informed_refusal)


@rule(
    "a26",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="ask_again_about_s20",
    source=our_reading("A26"),
    due="s20_review",
    readings=("A26",),
)
def they_are_asked_again_at_a_review(yp: Situation) -> Condition:
    """Ask them again about section 20 at the review. They can change their mind at any time."""
    return yp.s20_answer.is_("refuses") | yp.s20_answer.is_("undecided")


@rule(
    "a26-change",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="ask_again_about_s20",
    source=our_reading("A26"),
    due="no_limit",
    readings=("A26", "A42"),
)
def they_are_asked_again_at_every_change(yp: Situation) -> Condition:
    """Something has changed for them: ask them again about section 20."""
    not_accepted = yp.s20_answer.is_("refuses") | yp.s20_answer.is_("undecided")
    return not_accepted & yp.circumstances_changed_since_answer


@gap(
    "gap-5.2-a23",
    owner=TEAM_MANAGER,
    act="stop_and_take_advice",
    source=protocol_v4("5.2", 13),
    due="answer_day",
    readings=("A23",),
)
def capacity_is_lacking_or_in_doubt(yp: Situation) -> Condition:
    """The protocol is silent here. Do not accept the refusal. Stop, decide as a manager, and take
    advice on best interests and on the law. A bed tonight on any lawful basis they accept; the
    basis is otherwise recorded as not decided. Section 20 stays on offer."""
    doubt = yp.capacity_to_refuse.is_("lacks") | yp.capacity_to_refuse.is_("in_doubt")
    return yp.s20_answer.is_("refuses") & doubt


@rule(
    "a23-parents",
    force=Force.MUST,
    owner=SOCIAL_WORKER,
    act="record_parents_position",
    source=our_reading("A23"),
    due="no_limit",
    readings=("A23", "A42", "A44"),
)
def the_parents_position_is_recorded(yp: Situation) -> Condition:
    """Record what those with parental responsibility say, as far as it is known. Nobody is
    contacted for it where contact may be unsafe."""
    return applies("gap-5.2-a23")


@gate(
    "a23-liberty",
    holds_back="deprive_of_liberty",
    owner=EVERYONE,
    source=our_reading("A23"),
    readings=("A23", "A49"),
    scope="is_child",
)
def nobody_is_deprived_of_liberty(yp: Situation) -> Condition:
    """Do not keep them anywhere against their will. Only a court can allow that."""
    return yp.is_child
