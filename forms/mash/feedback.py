"""Telling whoever told MASH what was decided, or recording why that is not safe."""

from collections.abc import Callable

from forms.fields import OneOf, Option, QuestionForm, ShortText, Ticks, Words, YesNoNotKnown

HOW = {
    "secure_email": "Secure e-mail",
    "telephone": "Telephone",
    "letter": "Letter",
    "in_person": "In person",
}
WHY_WITHHELD = {
    "may_have_harmed": "They may have harmed the child, or be close to somebody who has",
    "would_endanger": "Their knowing would put the child or somebody else in danger",
    "not_known_who": "We do not know who told us, or cannot reach them",
    "do_not_want": "They do not want to be told",
    "told_themselves": "The young person told us themselves, and is told in person",
}

QUALITY_SAYS = {
    "complete": "Was what they told us complete?",
    "consent_stated": "Did they say who knew of it, and who agreed?",
    "concern_clear": "Was it clear what they were worried about?",
}


class FeedbackForm(QuestionForm):
    complete = YesNoNotKnown(
        QUALITY_SAYS["complete"], error="Select whether what they told us was complete"
    )
    consent_stated = YesNoNotKnown(
        QUALITY_SAYS["consent_stated"], error="Select whether they said who knew of it"
    )
    concern_clear = YesNoNotKnown(
        QUALITY_SAYS["concern_clear"], error="Select whether it was clear what the worry was"
    )
    text = Words(
        "What do you tell them?",
        hint="Only what they need. Never where the child is or goes, never a plan, and nothing "
        "that others told us",
        noun="What you tell them",
        error="Enter what you tell them",
        rows=12,
    )
    next_time = Words(
        "What would help next time? (optional)",
        hint="It is sent with the rest. Thank them for what they did well",
        noun="What would help next time",
        rows=3,
    )
    how = OneOf("How do you tell them?", tuple(HOW.items()), error="Select how you tell them")
    to = ShortText(
        "To whom?", hint="Name, and where they work", noun="To whom it goes",
        error="Enter to whom it goes", width=30,
    )  # fmt: skip
    read = Ticks(
        "Have you read it once more?",
        (
            Option(
                "yes",
                "I have read all of it. Nothing in it says where the child is or what is "
                "planned, and it goes to the person who told us",
            ),
        ),
        error="Read it once more, and confirm that you have",
    )

    def holds_together(self, too_much: Callable[[str], str]) -> bool:
        """``too_much`` says what in a text must not go out, or nothing."""
        for field in (self.text, self.next_time):
            if problem := too_much(field.data or ""):
                field.errors = [problem]
        return not (self.text.errors or self.next_time.errors)


class WithholdForm(QuestionForm):
    code = OneOf(
        "Why are they not told?", tuple(WHY_WITHHELD.items()), error="Select why they are not told"
    )
    words = Words(
        "What makes you think so?", noun="What makes you think so",
        error="Enter what makes you think so", rows=3,
    )  # fmt: skip
