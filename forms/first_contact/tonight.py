"""Where they can stay, since when they ask, and whether they are still here."""

from forms.card import AgeForm, AskedForm, PresentationForm, WhereForm
from forms.fields import Option, Ticks, Words, YesNoNotKnown
from forms.journeys import Page, Section, SoFar


class LeftForm(PresentationForm):
    left_or_missing = YesNoNotKnown(
        "Have they left before a bed was found, or are they missing?",
        why="The bed stays theirs, and somebody looks for them. Nobody is closed for leaving.",
    )


class SinceTheyLeftForm(PresentationForm):
    since_they_left = Ticks(
        "What has been done since they left?",
        (
            Option("safe_contact", "Tried the contact they call safe"),
            Option("risk", "Weighed the risk to them"),
            Option("police", "Rung the police"),
            Option("night_team", "Told the Emergency Duty Team and the team"),
            Option("bed_held", "Held the bed"),
            Option("return_interview", "Offered an interview within 72 hours of their return"),
            Option("nothing", "Nothing yet", alone=True),
            Option("not_known", "Not known yet", alone=True),
        ),
        hint="Select all that apply",
        why="So that whoever comes next does what is left, and not the same again.",
    )
    since_they_left_words = Words(
        "When were they last seen, and by whom?", noun="What you know", max_length=2000, rows=3
    )


def left(so_far: SoFar) -> bool:
    return bool(so_far.value("left_or_missing") == "yes")


TONIGHT = Section(
    "Tonight",
    (
        Page("where", WhereForm),
        Page("asked", AskedForm),
        Page("age", AgeForm),
        Page("left", LeftForm),
        Page("since-they-left", SinceTheyLeftForm, shown_when=left),
    ),
)
