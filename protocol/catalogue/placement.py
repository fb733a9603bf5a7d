"""What is known about the place they are to sleep in, who is a danger there, and the support."""

from protocol.catalogue.words import OFFICER, SOCIAL_WORK, SUPPORT, worked_out, yes_no
from rules.facts import Fact, Kind, Option

ACCOMMODATION = (
    Option("foster_care", "the bed is in foster care"),
    Option("childrens_home", "the bed is in a children's home"),
    Option("supported_accommodation", "the bed is in supported accommodation"),
    Option("family_or_friends", "the bed is with family or friends"),
    Option("temporary_accommodation", "the bed is in temporary accommodation"),
    Option("bed_and_breakfast", "the bed is in bed and breakfast"),
    Option("other", "the bed is somewhere else"),
)

ASKED = (
    Fact(
        "accommodation_kind",
        Kind.CHOICE,
        "what kind of place the bed is in",
        question="What kind of place is the bed in?",
        why="Some places are never right for a child, and some powers do not fit some places.",
        who=SOCIAL_WORK,
        options=ACCOMMODATION,
    ),
    Fact(
        "placement_started_at",
        Kind.MOMENT,
        "when they moved in",
        question="When did they move in?",
        why="The first visit by their social worker is counted from then.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "provider_registered",
        "the provider is registered with Ofsted",
        "the provider is not registered with Ofsted",
        question="Is the provider registered with Ofsted for this kind of placement?",
        why="A child in care, or a care leaver under 18, may only live with a registered provider.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "section_188_notice_given",
        "proper notice that the stopgap under section 188 ends has been given",
        "no proper notice that the stopgap under section 188 ends has been given",
        question="Has proper notice been given that the stopgap under section 188 ends?",
        why="A stopgap ends by notice, never by itself.",
        who=OFFICER,
    ),
    yes_no(
        "in_the_next_bed",
        "they are in their next bed",
        "they are not in their next bed yet",
        question="Are they in their next bed?",
        why="One bed ends only once they are in the next.",
        who=OFFICER,
    ),
    yes_no(
        "open_to_youth_offending_team",
        "they are open to the Youth Offending Team",
        "they are not open to the Youth Offending Team",
        question="Are they open to the Youth Offending Team?",
        why="The team knows where they would be in danger, and is always asked.",
        who=OFFICER,
    ),
    yes_no(
        "youth_offending_team_consulted",
        "the Youth Offending Team has been asked about this placement",
        "the Youth Offending Team has not been asked about this placement",
        question="Has the Youth Offending Team been asked about this placement?",
        why="It is asked before a placement is confirmed.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "gang_involved",
        "they are involved with a gang",
        "they are not involved with a gang",
        question="Are they involved with a gang?",
        why="It decides where they would be in danger. It does not make them a danger.",
        who=OFFICER,
    ),
    yes_no(
        "high_risk_of_going_missing",
        "they are at high risk of going missing",
        "they are not at high risk of going missing",
        question="Are they at high risk of going missing?",
        why="Where they are placed can make going missing more or less dangerous.",
        who=OFFICER,
    ),
    yes_no(
        "vulnerable_to_exploitation",
        "they are vulnerable to sexual or other exploitation",
        "there is no sign of exploitation",
        question="Are they vulnerable to sexual or other exploitation?",
        why="A placement can bring them nearer to whoever exploits them, or further away.",
        who=OFFICER,
    ),
    yes_no(
        "placement_away_from_rivals",
        "the placement has been checked and is not near a rival or high-profile gang area",
        "the placement is near a rival or high-profile gang area",
        question="Has the placement been checked, and is it away from rival and high-profile "
        "gang areas?",
        why="Nobody is placed where somebody may hurt them.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "placement_not_shared_with_very_vulnerable",
        "it has been checked that no other very vulnerable young person shares the placement",
        "another very vulnerable young person shares the placement",
        question="Has it been checked that no other very vulnerable young person shares the "
        "placement?",
        why="It keeps both of them safe.",
        who=SOCIAL_WORK,
    ),
    yes_no(
        "in_emergency_accommodation",
        "they are in emergency accommodation",
        "they are not in emergency accommodation",
        question="Are they in emergency accommodation?",
        why="Anything arranged the same day, or while the assessment runs, is emergency "
        "accommodation: they have high-level support and are visited every day.",
        who=SUPPORT,
    ),
    Fact(
        "emergency_accommodation_since",
        Kind.MOMENT,
        "when they moved into emergency accommodation",
        question="When did they move into emergency accommodation?",
        why="High-level support starts on the first night.",
        who=SUPPORT,
    ),
    Fact(
        "last_seen_at",
        Kind.MOMENT,
        "when they were last seen on a visit",
        question="When were they last seen on a visit?",
        why="They are visited every day. A day without a visit is noticed the next day.",
        who=SUPPORT,
    ),
    yes_no(
        "fewer_visits_agreed",
        "a named person has decided on fewer visits, with evidence, reasons, what the young "
        "person says, a second person's agreement and a day to look again",
        "no full decision on fewer visits stands",
        question="Has a named person decided on fewer visits, with evidence, reasons, what the "
        "young person says, a second person's agreement, and a day to look again that has not "
        "passed?",
        why="Daily visits go on until a person decides otherwise, on evidence.",
        who=SUPPORT,
    ),
    yes_no(
        "returned_after_missing",
        "they are back after having been missing",
        "they have not been missing and come back",
        question="Are they back after having been missing?",
        why="They are offered a talk with somebody independent about what happened.",
        who=SUPPORT,
    ),
    Fact(
        "returned_at",
        Kind.MOMENT,
        "when they came back",
        question="When did they come back?",
        why="The return interview is offered within a time counted from then.",
        who=SUPPORT,
    ),
)

WORKED_OUT = (
    Fact(
        "days_since_last_seen",
        Kind.NUMBER,
        "the number of days since they were last seen on a visit",
        operator="days_since",
        of="last_seen_at",
    ),
    worked_out(
        "placement_checks_needed",
        "the placement has to be checked for rival areas and for who shares it",
        "the placement needs no check for rival areas or for who shares it",
    ),
)
