"""What has happened, in their own words (3-e)."""

from forms.answering import no_answer
from forms.card import PresentationForm
from forms.fields import Words
from forms.journeys import Page, Section


class WhatHappenedForm(PresentationForm):
    what_happened = Words(
        "What has happened?",
        hint="In their own words. Write what they say, not what you make of it.",
        why="They tell it once. Whoever helps next reads it here.",
        noun="What has happened",
        rows=8,
    )
    no_answer = no_answer()


WHAT_HAPPENED = Section("In their own words", (Page("what-happened", WhatHappenedForm),))
