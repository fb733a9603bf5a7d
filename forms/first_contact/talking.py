"""How they can talk with us."""

from forms.card import NOT_KNOWN, PresentationForm
from forms.fields import OneOf, Option, ShortText, Ticks, Words
from forms.journeys import Page, Section


class InterpreterForm(PresentationForm):
    interpreter = OneOf(
        "Do they need an interpreter?",
        (
            Option("yes", "Yes", reveals="language"),
            Option("no", "No"),
            NOT_KNOWN,
        ),
        hint="Never a relative or a friend. British Sign Language counts.",
        why="They have to be able to say it in their own language, without family listening.",
    )
    language = ShortText("Which language?", noun="The language", max_length=100)


class CommunicationForm(PresentationForm):
    communication = Ticks(
        "What helps them to talk with you?",
        (
            Option("plain", "Short, plain sentences, and time"),
            Option("reading", "Somebody to read things out with them"),
            Option("writing", "Having things written down"),
            Option("quiet", "A quiet room, or breaks"),
            Option("supporter", "Somebody they trust beside them"),
            Option("other", "Something else"),
            Option("nothing", "Nothing in particular", alone=True),
            Option("not_known", "Not known yet", alone=True),
        ),
        hint="Select all that apply. Ask them.",
        why="So that they understand what happens, and do not have to ask for it again.",
    )
    communication_words = Words("Anything to add?", noun="What you add", max_length=1000, rows=2)


TALKING = Section(
    "Talking with them",
    (
        Page("interpreter", InterpreterForm),
        Page("communication", CommunicationForm),
    ),
)
