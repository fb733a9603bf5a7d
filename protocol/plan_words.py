"""What a young person's plan is made of: where an action comes from, of which other plan it is a
step, what they can think of it, and how it is given to them."""

YOUNG_PERSON = "young_person"
"""Stands for who does something where it is the young person."""

CHECKLIST, ASSESSMENT, HOUSING, OTHER = "checklist", "assessment", "housing", "other"
SOURCES = {
    ASSESSMENT: "The assessment",
    HOUSING: "Housing",
    OTHER: "Something else that was agreed with them",
}
"""Where an action comes from that somebody adds. What the fifty points ask for comes by itself."""

MARKS = {
    "personal_housing_plan": "Personal housing plan step",
    "child_in_need_plan": "Child in need plan step",
}
"""The plans that the law or the protocol asks for, of which an action can be a step."""

YES, PARTLY, NO, NOT_ASKED = "yes", "partly", "no", "not_asked"
AGREES = {
    YES: "They agree with it",
    PARTLY: "They agree with some of it",
    NO: "They do not agree with it",
    NOT_ASKED: "They were not asked",
}

WAYS = {
    "paper": "On paper",
    "screen": "Shown on a screen",
    "file": "As a file that they keep",
    "read_aloud": "Read to them",
    "interpreter": "Read to them in their language, with an interpreter",
}
