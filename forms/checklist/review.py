"""A second human looks at one of the fifty points; whoever wrote it down answers a question."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from checklists.fifty_points import OPEN, SAID, Part, Point
from forms.fields import OneOf, Option, QuestionForm, ShortText, Words

NOTHING_CHANGED = "Change something, or go back and accept it as it is"


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

    def parts_shown(self) -> list[tuple[Any, Any]]:
        """Each part's answer, and the words beside it."""
        return [(self[_value(part)], self[_words(part)]) for part in self.point.parts]

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        for part in self.point.parts:
            value, words = self[_value(part)], self[_words(part)]
            if part.shape == OPEN and (value.data == SAID) is not bool(words.data):
                words.errors = ["Enter what they said, and select that they said it"]
                valid = False
        return valid

    def body(self, stands: Mapping[str, Any]) -> dict[str, Any]:
        """The answer as it is now: what the form does not ask stays as it stands."""
        parts = {
            part.id: {"value": self[_value(part)].data, "words": self[_words(part)].data or ""}
            for part in self.point.parts
            if self[_value(part)].data
        }
        needs = {
            name: self[f"needs_{name}"].data
            for name in ("what", "whom", "when")
            if self[f"needs_{name}"].data
        }
        theirs = self["theirs"].data or ""
        now = {"parts": parts, "words": self["words"].data or "", "needs": needs, "theirs": theirs}
        return {**stands, **now, "same": False}


class ReplyForm(SaidForm):
    """Answers a question of whoever looked at it."""


def edit_form(point: Point, stands: Mapping[str, Any]) -> SaidForm:
    """What was said, to be changed with a reason."""
    return _form(point, False)(data=filled(point, stands))


def reply_form(point: Point, stands: Mapping[str, Any]) -> SaidForm:
    """What stands, and a reply to whoever asked."""
    return _form(point, True)(data=filled(point, stands))


def filled(point: Point, stands: Mapping[str, Any]) -> dict[str, Any]:
    """Name of a question → what stands."""
    parts, needs = stands.get("parts") or {}, stands.get("needs") or {}
    found = {"words": stands.get("words"), "theirs": stands.get("theirs")}
    for name in ("what", "whom", "when"):
        found[f"needs_{name}"] = needs.get(name)
    for part in point.parts:
        said = parts.get(part.id) or {}
        found[_value(part)], found[_words(part)] = said.get("value"), said.get("words")
    return {name: value for name, value in found.items() if value}


def changes(point: Point, stands: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether anything that is shown differs."""
    return filled(point, stands) != filled(point, now)


@cache
def _form(point: Point, replies: bool) -> type[SaidForm]:
    questions: dict[str, Any] = {}
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
        options = [Option(value, words) for value, words in part.answers.items()]
        questions[_value(part)] = OneOf(part.question, options)
        more = "What they said" if part.shape == OPEN else "In their words or yours (optional)"
        questions[_words(part)] = Words(more, noun="What they said", max_length=4000, rows=3)
    questions["words"] = Words(
        "Anything else about it (optional)", noun="Anything else", max_length=4000, rows=2
    )
    questions["theirs"] = Words(
        "Where the young person sees it differently (optional)",
        hint="In their words",
        noun="What the young person says",
        max_length=4000,
        rows=2,
    )
    questions["needs_what"] = Words(
        "What needs to happen (optional)", noun="What needs to happen", max_length=2000, rows=2
    )
    questions["needs_whom"] = ShortText("By whom (optional)", noun="By whom", width=30)
    questions["needs_when"] = ShortText("When (optional)", noun="When", width=30)
    base = ReplyForm if replies else SaidForm
    return type(f"SaidForm{point.number}", (base,), {**questions, "point": point})


def _value(part: Part) -> str:
    return f"value_{part.id}"


def _words(part: Part) -> str:
    return f"words_{part.id}"
