"""Beginning a checklist, and giving it to somebody else to look at."""

from typing import Any

from forms.fields import QuestionForm, ShortText, Words


class StartForm(QuestionForm):
    there = ShortText(
        "Who is there?",
        hint="For example: the two of us. Leave it blank if you would rather not say",
        noun="Who is there",
    )


class PutForwardForm(QuestionForm):
    """``some_left`` where not everything was talked about."""

    words = Words(
        "What should they know?",
        hint="If not everything was talked about, say why now is a good time",
        noun="What they should know",
        rows=3,
    )

    def __init__(self, *, some_left: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if some_left:
            self.words.error = "Not everything was talked about: enter why somebody looks at it now"
