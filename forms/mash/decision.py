"""The final rating and decision about a child in a contact. Nothing is chosen beforehand."""

from typing import Any

from forms.fields import OneOf, QuestionForm, Words
from forms.mash.rating import BANDS
from thresholds.bands import bands
from thresholds.choices import CLOSING_OUTCOMES, DEPARTURE_REASONS, LATE_REASONS, NOT_SEEN_ALONE

YES, NO = "yes", "no"

ASKED = (
    ("asked", "Asked: what they say stands below"),
    ("not_safe", "Not asked: it is not safe to contact them"),
    ("not_reached", "Tried, and not reached yet"),
    ("not_asked", "Not asked yet"),
    ("not_known", "Nobody knows who or where they are"),
    ("nobody", "They have died, or there is nobody in this place"),
)
"""Whether a parent was asked, and if not why."""


def _parent(who: str, error: str) -> OneOf:
    return OneOf(f"Was {who} asked?", ASKED, error=error)


def _view(who: str, noun: str) -> Words:
    return Words(
        f"What does {who} say? If nobody asked, why not, and what is done about it?",
        noun=noun,
        error=f"Enter what {who} says, or why nobody asked",
        rows=3,
    )


class DecisionForm(QuestionForm):
    what_we_know = Words(
        "What do we know?",
        hint="What happened, who told us, and what the checks brought. Facts first.",
        noun="What we know",
        error="Enter what we know",
    )
    history = Words(
        "What went before, and what does it mean now?",
        hint="Earlier contacts, brothers and sisters, patterns. No information held is not no "
        "need: say who was asked.",
        noun="What went before",
        error="Enter what went before, or that nobody could find out",
        rows=4,
    )
    not_known = Words(
        "What do we not know?",
        hint="And how it will be found out, by whom.",
        noun="What we do not know",
        error="Enter what we do not know, or that nothing is open",
        rows=3,
    )
    childs_words = Words(
        "What does the child say?",
        hint="In their own words: what happened, and what they want. If nobody could ask them, "
        "say why.",
        noun="What the child says",
        error="Enter what the child says, or why nobody could ask them",
        rows=4,
    )
    seen_alone = OneOf(
        "Was the child seen alone?",
        [(YES, "Yes"), (NO, "No", "", "not_seen_alone")],
        error="Select whether the child was seen alone",
    )
    not_seen_alone = OneOf("Why not?", NOT_SEEN_ALONE, error="Select why they were not seen alone")
    seen_words = Words(
        "When were they seen, and by whom?",
        hint="If they were not: when they will be, and by whom.",
        noun="When they were seen",
        error="Enter when they were seen and by whom, or when they will be",
        rows=2,
    )
    mother = _parent("the mother", "Select whether the mother was asked")
    mother_view = _view("the mother", "What the mother says")
    father = _parent("the father", "Select whether the father was asked")
    father_view = _view("the father", "What the father says")
    others_view = Words(
        "Does anybody else have parental responsibility or look after them? (optional)",
        hint="Who, whether they were asked, what they say, or why nobody asked.",
        noun="What is said of others",
        rows=3,
    )
    identity = Words(
        "Culture, faith, language, identity: what difference does it make here?",
        hint="To what the child needs and to how we help, an interpreter among it. If you do not "
        "know, say so.",
        noun="What difference it makes",
        error="Enter what difference it makes, or that you do not know yet",
        rows=3,
    )
    band = OneOf("What is your final rating?", BANDS, error="Select your final rating")
    level = OneOf(
        "Which level of need is it?",
        [(str(band.level), f"Level {band.level}: {band.level_name}") for band in bands()],
        error="Select the level of need",
    )
    threshold = Words(
        "Which paragraph of the threshold document is it, and why this one?",
        noun="The paragraph and why",
        error="Enter which paragraph of the threshold document it is, and why",
        rows=3,
    )
    outcome = OneOf("What happens now?", CLOSING_OUTCOMES, error="Select what happens now")
    alternatives = Words(
        "What else did you consider, and why not that?",
        noun="What else you considered",
        error="Enter what else you considered",
        rows=3,
    )
    departure_reason = OneOf("Why does it differ?", DEPARTURE_REASONS)
    departure_words = Words(
        "Tell your manager more", hint="A manager reads this next.",
        noun="What you tell your manager", rows=3,
    )  # fmt: skip
    late_reason = OneOf("Why was it not decided in time?", LATE_REASONS)
    late_words = Words(
        "Is there more to say about that? (optional)", noun="What you say about that", rows=2
    )

    def ask_about_departure(self) -> None:
        """From now on the two questions about the difference have to be answered."""
        self.departure_reason.error = "Select why it differs"
        self.departure_words.error = "Enter why it differs"

    def ask_about_lateness(self) -> None:
        self.late_reason.error = "Select why it was not decided in time"

    def reasons(self) -> dict[str, Any]:
        """The structure, as it is recorded."""
        return {
            "what_we_know": self.what_we_know.data,
            "history": self.history.data,
            "childs_words": self.childs_words.data,
            "seen_alone": {
                "seen": self.seen_alone.data,
                "why_not": self.not_seen_alone.data,
                "words": self.seen_words.data,
            },
            "parents": {
                "mother": {"asked": self.mother.data, "words": self.mother_view.data},
                "father": {"asked": self.father.data, "words": self.father_view.data},
                "others": {"words": self.others_view.data or ""},
            },
            "identity": self.identity.data,
            "not_known": self.not_known.data,
            "threshold": self.threshold.data,
            "alternatives": self.alternatives.data,
        }
