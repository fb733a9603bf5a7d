"""What has to be considered before deciding (3-j). What family says is asked later."""

from forms.answering import no_answer
from forms.card import NOT_KNOWN, PresentationForm
from forms.fields import OneOf, Option, Ticks, Words
from forms.journeys import Page, Section

SAY_MORE = "Anything to add?"


class ServicesForm(PresentationForm):
    services = Ticks(
        "Which services know them?",
        (
            Option("social_worker", "A social worker, now or before"),
            Option("in_care", "They have been in care"),
            Option("early_help", "Early help"),
            Option("youth_offending", "Youth Offending Team"),
            Option("mental_health", "Mental health services"),
            Option("housing", "Housing"),
            Option("police", "Police"),
            Option("other", "Another service"),
            Option("none", "None", alone=True),
            Option("not_known", "Not known yet", alone=True),
        ),
        hint="Select all that apply, now or in the past",
        why="Somebody may know them already, and they should not have to start again.",
    )
    services_words = Words(
        "Who there, and since when?", noun="What you add", max_length=2000, rows=3
    )


class HouseholdForm(PresentationForm):
    household = Words(
        "Who is in their family, and who lives at home?",
        hint="What the young person tells you. Nobody else is asked for this.",
        why="It shows what home is like, and who else may need help.",
        noun="Who is in their family",
        max_length=2000,
    )
    no_answer = no_answer()


class SupportForm(PresentationForm):
    support = Words(
        "Who supports them?",
        hint="In the family or outside it: a friend, a teacher, a neighbour, a faith group",
        why="People they trust can help, if they want that.",
        noun="Who supports them",
        max_length=2000,
    )
    no_answer = no_answer()


class VulnerabilitiesForm(PresentationForm):
    vulnerabilities = Ticks(
        "What makes things harder for them?",
        (
            Option("health", "Their health"),
            Option("mental_health", "Their mental health"),
            Option("learning", "A learning difficulty, disability or autism"),
            Option("gangs", "Links with gangs or offending"),
            Option("exploitation", "Having been exploited"),
            Option("safeguarding", "A safeguarding concern now or before"),
            Option("substances", "Alcohol or drugs"),
            Option("caring", "Caring for somebody"),
            Option("alone", "Being alone in this country"),
            Option("other", "Something else"),
            Option("none", "Nothing they know of", alone=True),
            Option("not_known", "Not known yet", alone=True),
        ),
        hint="Select all that apply",
        why="A placement has to suit them and keep them safe.",
    )
    vulnerabilities_words = Words(SAY_MORE, noun="What you add", max_length=2000, rows=3)


class SchoolForm(PresentationForm):
    school = OneOf(
        "Are they in school, training or work?",
        (
            Option("school", "School or college"),
            Option("training", "Training or an apprenticeship"),
            Option("work", "Work"),
            Option("none", "None of these now"),
            NOT_KNOWN,
        ),
        why="It should be able to go on, wherever they sleep.",
    )
    school_words = Words(
        "Where, and who there knows them?", noun="What you add", max_length=1000, rows=2
    )


class WhatTheyWantForm(PresentationForm):
    what_they_want = Words(
        "What do they want to happen?",
        hint="In their own words",
        why="What they want counts, also where it cannot be done today.",
        noun="What they want",
        max_length=2000,
    )
    no_answer = no_answer()


CONSIDERING = Section(
    "Their life",
    (
        Page("services", ServicesForm),
        Page("household", HouseholdForm),
        Page("support", SupportForm),
        Page("vulnerabilities", VulnerabilitiesForm),
        Page("school", SchoolForm),
        Page("what-they-want", WhatTheyWantForm),
    ),
)
