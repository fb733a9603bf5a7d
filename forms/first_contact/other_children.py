"""Other children, each of whom may need help of their own."""

from forms.card import NOT_KNOWN, PresentationForm
from forms.fields import OneOf, Option, Words
from forms.journeys import Page, Section

RATHER_NOT = Option("declined", "They would rather not say")


class PregnantForm(PresentationForm):
    pregnant = OneOf(
        "Are they pregnant?",
        (Option("yes", "Yes"), Option("no", "No"), NOT_KNOWN, RATHER_NOT),
        hint="Ask alone. The answer never changes whether they have a bed.",
        why="The unborn child may need help as well.",
    )


class OwnChildForm(PresentationForm):
    has_child_of_own = OneOf(
        "Do they have a child of their own?",
        (Option("yes", "Yes", reveals="own_child"), Option("no", "No"), NOT_KNOWN, RATHER_NOT),
        why="Their child may need help as well, and a bed beside them.",
    )
    own_child = Words(
        "Who is it, how old, and where are they now?",
        noun="What you write about them",
        max_length=1000,
        rows=3,
    )


class SiblingsForm(PresentationForm):
    siblings_at_home = OneOf(
        "Are brothers or sisters under 18 still at home?",
        (Option("yes", "Yes", reveals="siblings"), Option("no", "No"), NOT_KNOWN, RATHER_NOT),
        hint="Ask the young person. Nobody at home is asked for this.",
        why="What happened to them may be happening to others.",
    )
    siblings = Words(
        "Who are they, and how old?", noun="What you write about them", max_length=1000, rows=3
    )


OTHER_CHILDREN = Section(
    "Other children",
    (
        Page("pregnant", PregnantForm),
        Page("own-child", OwnChildForm),
        Page("siblings", SiblingsForm),
    ),
)
