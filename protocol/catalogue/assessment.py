"""What is known of the single assessment: when it started, who took part, and what it found."""

from protocol.catalogue.words import SOCIAL_WORK, SOCIAL_WORK_MANAGERS, worked_out, yes_no
from rules.facts import Fact, Kind

ASKED = (
    Fact(
        "referral_received_at",
        Kind.MOMENT,
        "when children's social care first received the referral",
        question="When did any team of children's social care first receive the referral?",
        why="The time for the assessment is counted from then, the Emergency Duty Team included.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "living_away_from_home",
        "they are living away from home",
        "they are living at home",
        question="Are they living away from home?",
        why="Whoever lives away from home is offered a family group conference.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "accommodated_by_council",
        "the council, or somebody for it, gives them a place to stay",
        "the council gives them no place to stay",
        question="Does the council, or somebody for it, give them a place to stay?",
        why="A place to stay that section 20 calls for makes them looked after in law, whatever "
        "it is called. And nobody loses it before the next one is theirs.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "stayed_with_family_or_friends",
        "they lived at home, or with family or friends, while the assessment ran",
        "they did not live at home or with family or friends while the assessment ran",
        question="Did they live at home, or with family or friends, while the assessment ran?",
        why="Then the panel is asked first, and the Placements Service after it.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "assessment_needs_longer",
        "there is a very good reason for the assessment to take longer",
        "the assessment needs no longer",
        question="Is there a very good reason for the assessment to take longer?",
        why="A manager has to agree before the time runs out.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "extension_agreed_in_time",
        "a manager agreed to the longer assessment before its time ran out",
        "no manager agreed to a longer assessment before its time ran out",
        question="Did a manager agree to the longer assessment before its time ran out?",
        why="An assessment whose time has run out is late, and cannot be extended any more.",
        who=SOCIAL_WORK_MANAGERS,
    ),
    yes_no(
        "extension_reasons_recorded",
        "the manager recorded the reasons for the longer assessment",
        "the manager recorded no reasons for the longer assessment",
        question="Did the manager record the reasons?",
        why="The protocol asks the manager, not the social worker, to record them.",
        who=SOCIAL_WORK_MANAGERS,
    ),
    yes_no(
        "in_need",
        "the assessment found that they are in need",
        "the assessment found that they are not in need",
        question="Did the assessment find that they are in need?",
        why="In need, by section 17(10) of the Children Act 1989: without help they are unlikely "
        "to be well and to develop well, or they are disabled. Homeless means in need.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "not_in_need_reasons_written",
        "why a homeless young person is not in need has been written down",
        "nobody has written down why a homeless young person is not in need",
        question="Have the reasons for “not in need” been written down?",
        why="Homeless means in need. Whoever finds otherwise says why.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "not_in_need_manager_agrees",
        "a manager who did not write the assessment agrees that they are not in need",
        "no other manager agrees that they are not in need",
        question="Does a manager who did not write the assessment agree that they are not in need?",
        why="Nobody alone finds a homeless young person not to be in need.",
        who=SOCIAL_WORK_MANAGERS,
    ),
    yes_no(
        "assessed_as_needing_accommodation",
        "the assessment found that they need accommodation",
        "the assessment found that they need no accommodation",
        question="Did the assessment find that they need accommodation?",
        why="Until it finds otherwise, whoever is homeless needs accommodation.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "assessment_decided_at",
        Kind.MOMENT,
        "when being in need and needing accommodation were decided",
        question="When were being in need and needing accommodation decided?",
        why="What has to happen on that day is counted from then.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "assessment_complete",
        "the single assessment is complete",
        "the single assessment is not complete",
        question="Is the single assessment complete?",
        why="Some things happen only at its end.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "referred_to_panel",
        "the Permanency Planning Panel has been asked",
        "the Permanency Planning Panel has not been asked",
        question="Has a referral been made to the Permanency Planning Panel?",
        why="The panel comes first, then the Placements Service. Tonight's bed waits for neither.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "panel_ratified",
        "the Permanency Planning Panel has ratified it",
        "the Permanency Planning Panel has not ratified it",
        question="Has the Permanency Planning Panel ratified it?",
        why="The case moves to Onwards & Upwards after that.",
        who=SOCIAL_WORK,
    ),
)

WORKED_OUT = (
    worked_out(
        "not_in_need_confirmed",
        "that they are not in need stands",
        "that they are not in need does not stand",
    ),
    worked_out("counts_as_in_need", "they count as in need", "they do not count as in need"),
    worked_out(
        "appears_to_require_accommodation",
        "they appear to require accommodation",
        "they do not require accommodation",
    ),
)
