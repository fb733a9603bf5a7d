"""The questions of section 20 of the Children Act 1989 that are not asked elsewhere."""

from protocol.catalogue.words import SOCIAL_WORK, worked_out, yes_no
from rules.facts import Fact, Kind, Option

ASKED = (
    yes_no(
        "in_the_area",
        "they are in the borough",
        "they are not in the borough",
        question="Are they in the borough?",
        why="Being here is enough, wherever they lived. Whoever is here tonight is ours tonight.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "accommodation_cause",
        Kind.CHOICE,
        "why they have nowhere to live",
        question="Why do they have nowhere to live?",
        why="Any of the first three is enough. A parent who has put them out is prevented from "
        "giving them a home, whatever the reason.",
        who=SOCIAL_WORK,
        options=(
            Option("nobody_responsible", "nobody has parental responsibility for them"),
            Option("lost_or_abandoned", "they are lost or have been abandoned"),
            Option(
                "carer_prevented",
                "whoever cared for them is prevented, for whatever reason, from giving them a "
                "suitable home or care",
            ),
            Option("none_of_these", "they have nowhere to live for none of the three reasons"),
        ),
    ),
    yes_no(
        "welfare_likely_seriously_prejudiced",
        "their welfare is likely to be seriously prejudiced without accommodation",
        "their welfare is not likely to be seriously prejudiced without accommodation",
        question="Is their welfare likely to be seriously prejudiced without accommodation?",
        why="From 16 on this is a second way into section 20, whatever the reason.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "wishes_ascertained",
        "what they wish and feel about accommodation has been asked and recorded",
        "what they wish and feel about accommodation has not been asked and recorded",
        question="Have you asked and recorded what they wish and feel about accommodation?",
        why="Section 20(6) asks for it before a place to stay is given, as far as there is time.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "wishes_weighed",
        "what they wish has been given weight, with regard to their age and understanding",
        "what they wish has not been weighed",
        question="Has what they wish been given weight, with regard to their age and "
        "understanding?",
        why="At 16 and 17 what they want counts for a great deal.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "parent_objects_to_s20",
        "somebody with parental responsibility objects to section 20",
        "nobody with parental responsibility objects to section 20",
        question="Does anybody with parental responsibility object to section 20?",
        why="The objection counts only if that person is willing and able to house them, and only "
        "while the young person does not agree.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "objecting_parent_can_house",
        "the person who objects is willing and able to house them, or to have them housed",
        "the person who objects is not willing and able to house them",
        question="Is the person who objects willing and able to house them, or to have them "
        "housed?",
        why="A parent who only objects and offers no home stops nothing.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "live_with_holder_agrees",
        "the person they are to live with by a court order, or their special guardian, agrees",
        "no person they are to live with by a court order, and no special guardian, agrees",
        question="Does a person they are to live with by a court order, or a special guardian, "
        "agree to section 20?",
        why="Then nobody else's objection counts (section 20(9)).",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "agrees_to_live_with_family",
        "they agree to live with members of their family, with support",
        "they do not agree to live with members of their family",
        question="Do they agree to live with members of their family, with support?",
        why="Nobody is sent to live with relatives against their will.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "family_home_suitable_with_support",
        "that family home is suitable and settled, with support",
        "that family home is not suitable and settled, even with support",
        question="Is that family home suitable and settled, with support?",
        why="Where it is not, or nobody knows, section 20 comes first.",
        who=SOCIAL_WORK,
    ),
)

WORKED_OUT = (
    worked_out(
        "family_can_house",
        "members of their family can house them, with support, and they want that",
        "no members of their family can house them",
    ),
    worked_out(
        "s20_first_route",
        "section 20(1) fits: they require accommodation for one of the three reasons",
        "section 20(1) does not fit",
    ),
    worked_out(
        "s20_second_route",
        "section 20(3) fits: they are 16 or over and their welfare would be seriously prejudiced",
        "section 20(3) does not fit",
    ),
    worked_out(
        "s20_arises",
        "section 20 calls for a place to stay, if nobody's objection stops it",
        "section 20 does not call for a place to stay",
    ),
    worked_out(
        "agrees_to_s20",
        "they are 16 or over and agree to section 20",
        "they have not agreed to section 20",
    ),
    worked_out(
        "parent_bars_s20",
        "the objection of an able parent stops section 20",
        "no objection stops section 20",
    ),
    worked_out("s20_owed", "section 20 is owed to them", "section 20 is not owed to them"),
    worked_out(
        "s20_stands",
        "section 20 is owed to them and they have not refused it",
        "section 20 is not owed to them, or they have refused it",
    ),
    worked_out(
        "basis_makes_looked_after",
        "the basis of the bed makes them looked after",
        "the basis of the bed does not make them looked after",
    ),
)
