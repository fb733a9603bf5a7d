"""What is known about being in custody, and about coming out."""

from protocol.catalogue.words import SOCIAL_WORK, worked_out, yes_no
from rules.facts import Fact, Kind

ASKED = (
    yes_no(
        "in_custody",
        "they are in custody",
        "they are not in custody",
        question="Are they in custody?",
        why="Where they will live is planned while they are inside.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "serving_sentence",
        "they are serving a custodial sentence",
        "they are not serving a custodial sentence",
        question="Are they serving a custodial sentence?",
        why="Planning for release starts when a sentence starts.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "on_remand",
        "they are remanded, in custody or to local authority accommodation",
        "they are not remanded",
        question="Are they remanded, in custody or to local authority accommodation?",
        why="In law, every remanded child is looked after.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "sentence_started_on",
        Kind.DATE,
        "the day their sentence started",
        question="On which day did their sentence start?",
        why="Planning for release starts on that day.",
        who=SOCIAL_WORK,
    ),
    Fact(
        "release_date",
        Kind.DATE,
        "their release date",
        question="When are they to be released?",
        why="Planning starts no later than four weeks before.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "may_need_accommodation_on_release",
        "they may need somewhere to live when they are released",
        "they have somewhere to live when they are released",
        question="May they need somewhere to live when they are released?",
        why="A place to live is found in good time, not at the gate.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "release_address_confirmed",
        "the address they are released to is confirmed",
        "the address they are released to is not confirmed",
        question="Is the address they are released to confirmed?",
        why="Support, and any conditions, are planned around it.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "agrees_to_family_group_conference",
        "they agree to a family group conference",
        "they do not agree to a family group conference",
        question="Do they agree to a family group conference?",
        why="It is held only if they want it. Their no is respected, and it is offered again.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "safe_person_for_family_group_conference",
        "there is somebody safe to invite to a family group conference",
        "nobody is safe to invite to a family group conference",
        question="Is there somebody safe to invite to a family group conference?",
        why="Nobody unsafe is invited. If nobody is safe, none is held.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "looked_after_or_relevant_on_entering_custody",
        "they were looked after, or a relevant care leaver, when they went into custody",
        "they were neither looked after nor a relevant care leaver when they went into custody",
        question="Were they looked after, or a relevant care leaver, when they went into custody?",
        why="It decides whether Onwards & Upwards owes them help on release.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "release_before_21st_birthday",
        "they will be released before their 21st birthday",
        "they will not be released before their 21st birthday",
        question="Will they be released before their 21st birthday?",
        why="The protocol sets this limit for allocating them to Onwards & Upwards.",
        who=SOCIAL_WORK,
    ),
)

WORKED_OUT = (
    Fact(
        "days_until_release",
        Kind.NUMBER,
        "the number of days until their release",
        operator="days_until",
        of="release_date",
    ),
    worked_out(
        "entitled_to_onwards_and_upwards",
        "Onwards & Upwards owes them help on release",
        "the protocol gives them no help from Onwards & Upwards on release",
    ),
)
