"""Rating a child in a contact, and saying why it is not what the rules suggest. Nothing is chosen
beforehand."""

from forms.fields import OneOf, QuestionForm, Ticks, Words
from thresholds.bands import bands
from thresholds.choices import DEPARTURE_REASONS
from thresholds.indicators import INDICATORS

BANDS = [(band.id, band.name) for band in bands()]


class RatingForm(QuestionForm):
    indicators = Ticks(
        "What is so?",
        [(each.id, each.words) for each in INDICATORS],
        hint="Open a part and tick what you know to be so. What you leave empty is not known: it "
        "never counts as a no.",
    )
    band = OneOf("How do you rate it?", BANDS, error="Select how you rate it")
    reasons = Words(
        "Why?",
        hint="What you know, and how it makes you rate it so. The young person may read this.",
        noun="Your reasons",
        error="Enter why you rate it so",
        rows=5,
    )


class ExplainForm(QuestionForm):
    code = OneOf(
        "Why do you rate it differently?",
        DEPARTURE_REASONS,
        error="Select why you rate it differently",
    )
    words = Words(
        "Tell your manager more",
        hint="Your judgement wins. A manager reads this.",
        noun="What you tell your manager",
        error="Enter why you rate it differently",
        rows=4,
    )
