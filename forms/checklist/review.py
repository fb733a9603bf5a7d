"""A second human looks at one of the fifty points; whoever wrote it down answers a question."""

from functools import cache
from typing import Any

from checklists.fifty_points import OPEN, SAID, Part, Point, taken_back
from forms.checklist.needs import Body, needs_of
from forms.fields import DateParts, OneOf, QuestionForm, ShortText, Words

WORRY_STAYS = (
    "They told this as a worry, so it stays one until somebody talks with them. Send it back with a"
    " question"
)
NOTHING_CHANGED = "Change something, or go back and accept it as it is"


class Answered(OneOf):
    """Side by side, because there may be seven of them."""

    side_by_side = True


class AcceptForm(QuestionForm):
    """Nothing is asked: pressing the button says it."""


class SendBackForm(QuestionForm):
    words = Words(
        "What do you want to know?",
        hint="Ask whoever talked with them. The young person may read it",
        noun="Your question",
        error="Enter what you want to know",
        max_length=2000,
        rows=4,
    )


class SaidForm(QuestionForm):
    """What is said to one point. A form is made for each (``edit_form``, ``reply_form``)."""

    point: Point

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        for part in self.point.parts:
            if part.shape == OPEN:
                valid = self._holds_together(part) and valid
        if (self["whom"].data or self["when"].data) and not self["what"].data:
            self["what"].errors = ["Enter what needs to happen"]
            valid = False
        return valid

    def body(self, stands: Body) -> dict[str, Any]:
        """The answer as it is now: what the form does not ask stays as it stands."""
        return {
            **stands,
            "parts": {
                part.id: {"value": self[_value(part.id)].data, "words": self._words_of(part)}
                for part in self.point.parts
                if self[_value(part.id)].data
            },
            "words": self["words"].data,
            "needs": needs_of(*(self[each].data for each in ("what", "whom", "when"))),
            "theirs": self["theirs"].data,
            "same": False,
        }

    def takes_no_worry_back(self, said: Body) -> bool:
        """Whoever looks at it has not talked with them: a worry they told stays one."""
        stood = {id: each.get("value") for id, each in (said.get("parts") or {}).items()}
        now = {part.id: self[_value(part.id)].data for part in self.point.parts}
        held = taken_back(self.point, stood, now)
        for id in held:
            self[_value(id)].errors = [WORRY_STAYS]
        return not held

    def _words_of(self, part: Part) -> str | None:
        return self[_words(part.id)].data if part.shape == OPEN else None

    def _holds_together(self, part: Part) -> bool:
        chosen, words = self[_value(part.id)], self[_words(part.id)]
        if chosen.data == SAID and not words.data:
            words.errors = [*words.errors, "Enter what they said"]
        elif words.data and chosen.data != SAID:
            chosen.errors = ["Select “Said”, or take out what is written above"]
        return not (words.errors or chosen.errors)


def edit_form(point: Point, stands: Body) -> SaidForm:
    """What was said, to be changed with a reason."""
    return _form(point, False)(data=_filled(point, stands))


def reply_form(point: Point, stands: Body) -> SaidForm:
    """What stands, and a reply to whoever asked."""
    return _form(point, True)(data=_filled(point, stands))


def _filled(point: Point, stands: Body) -> dict[str, Any]:
    """Name of a question → what stands."""
    parts = stands.get("parts") or {}
    found = {"words": stands.get("words"), "theirs": stands.get("theirs")}
    found |= stands.get("needs") or {}
    for part in point.parts:
        said = parts.get(part.id) or {}
        found[_value(part.id)], found[_words(part.id)] = said.get("value"), said.get("words")
    return {name: value for name, value in found.items() if value}


@cache
def _form(point: Point, replies: bool) -> type[SaidForm]:
    questions: dict[str, Any] = {"point": point}
    if replies:
        questions["reply"] = Words(
            "What do you reply?", noun="Your reply", error="Enter what you reply",
            max_length=2000, rows=4,
        )  # fmt: skip
    else:
        questions["reason"] = Words(
            "Why do you change it?",
            hint="What was said stays on the record beside it",
            noun="Why you change it",
            error="Enter why you change it",
            max_length=2000,
            rows=3,
        )
    for part in point.parts:
        if part.shape == OPEN:
            questions[_words(part.id)] = Words(part.question, noun="What they said", rows=3)
        questions[_value(part.id)] = Answered(part.question, part.answers.items())
    questions["words"] = Words("More about this", noun="What you write", rows=2)
    questions["theirs"] = Words(
        "What the young person says themselves, if it differs", noun="What they say", rows=2
    )
    questions["what"] = Words("What needs to happen?", noun="What needs to happen", rows=2)
    questions["whom"] = ShortText("By whom?", noun="By whom", width=20)
    questions["when"] = DateParts("By when?", noun="The date")
    return type("SaidOfAPointForm", (SaidForm,), questions)


def _value(part: str) -> str:
    return f"part_{part}"


def _words(part: str) -> str:
    return f"words_{part}"
