"""What they need, as the officer sees it."""

from forms.card import PresentationForm
from forms.fields import Words, YesNoNotKnown
from forms.journeys import Page, Section


class StatutoryAssessmentForm(PresentationForm):
    needs_statutory_assessment = YesNoNotKnown(
        "Do they need a statutory assessment of their needs?",
        hint="By a social worker, under the Children Act 1989. In doubt, say that it is not known.",
        why="Early help is the way on only where none is needed.",
    )
    needs_statutory_assessment_words = Words(
        "What makes you think so?", noun="What you think", max_length=2000, rows=3
    )


class HighlyVulnerableForm(PresentationForm):
    highly_vulnerable = YesNoNotKnown(
        "Are they especially vulnerable?",
        why="Foster care or a residential home may be what keeps them safe.",
    )
    highly_vulnerable_words = Words(
        "What makes you think so?", noun="What you think", max_length=2000, rows=3
    )


NEEDS = Section(
    "What they need",
    (
        Page("statutory-assessment", StatutoryAssessmentForm),
        Page("vulnerable", HighlyVulnerableForm),
    ),
)
