"""Going home: what they say about it, and whether anybody has made sure of it (A18)."""

from forms.answering import no_answer
from forms.card import HomeForm, PresentationForm
from forms.fields import ShortText, Words, YesNoNotKnown
from forms.journeys import Page, Section, SoFar


class TheirViewForm(PresentationForm):
    view_of_going_home = Words(
        "What do they say about going home?",
        hint="In their own words",
        why="Nobody goes home before they have been heard.",
        noun="What they say",
        max_length=2000,
    )
    no_answer = no_answer()


class ObjectsForm(PresentationForm):
    objects_to_going_home = YesNoNotKnown(
        "Do they object to going home?",
        why="If they object, a manager decides.",
    )


class HomeAssessmentForm(PresentationForm):
    seen_alone = YesNoNotKnown(
        "Was the young person seen alone?",
        hint="Without it, “safe” is taken as not known",
        why="Nobody can say what is wrong at home with home listening.",
    )
    assessed_by = ShortText(
        "Who assessed their home?",
        hint="Name and role",
        why="“Safe” counts only when somebody stands by it.",
        noun="Who assessed their home",
    )
    assessed_how = Words(
        "How?",
        hint="Seen there, or only heard about it? When?",
        why="A telephone call is not a visit.",
        noun="How it was assessed",
        max_length=2000,
        rows=3,
    )


def somebody_has_looked(so_far: SoFar) -> bool:
    return so_far.value("safe_to_return_home") in ("yes", "no")


GOING_HOME = Section(
    "Going home",
    (
        Page("their-view", TheirViewForm),
        Page("objects", ObjectsForm),
        Page("home", HomeForm),
        Page(
            "home-assessment",
            HomeAssessmentForm,
            shown_when=somebody_has_looked,
            title="How was their home assessed?",
        ),
    ),
)
