"""A page of the fifty points, as somebody asks them of a young person beside them.

A question that is left blank says nothing, and takes nothing back. A box that held something and is
emptied is taken back; what stood there stays on the record.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, ClassVar

from checklists.fifty_points import OPEN, SAID, Part, Point, points_of
from forms.checklist.needs import Body, needs_of
from forms.fields import DateParts, OneOf, QuestionForm, ShortText, Ticks, Words

_NOTHING: Body = {}


class PaperForm(QuestionForm):
    """When it was written on paper, where it was."""

    on_paper = DateParts(
        "When was it written on the paper?",
        hint="For example, 27 8 2026",
        noun="The date on the paper",
        must_be="today or in the past",
    )


@dataclass(frozen=True)
class AskedPart:
    """``words`` is there where only words can answer it."""

    part: Part
    chosen: Any
    words: Any = None


@dataclass(frozen=True)
class Asked:
    """One of the fifty, and the controls it is answered with."""

    point: Point
    parts: tuple[AskedPart, ...]
    same: Any
    suggested: Any
    what: Any
    whom: Any
    when: Any
    more: Any
    theirs: Any

    @property
    def needs(self) -> tuple[Any, ...]:
        return tuple(
            each for each in (self.suggested, self.what, self.whom, self.when) if each is not None
        )


class TalkForm(PaperForm):
    """``saved`` is what stands in this checklist, ``last`` what was said before it began."""

    theme: ClassVar[str]

    def __init__(
        self,
        *,
        today: date,
        saved: Mapping[int, Body],
        last: Mapping[int, Body],
        on_paper: str | None = None,
        from_paper: bool = False,
    ) -> None:
        self.saved, self.last, self.from_paper = saved, last, from_paper
        data: dict[str, Any] = {"on_paper": on_paper}
        for point in points_of(self.theme):
            data |= _as_asked(point, saved.get(point.number, _NOTHING))
        super().__init__(today=today, data=data)

    def asked(self) -> Iterator[Asked]:
        for point in points_of(self.theme):
            yield self.asked_of(point)

    def asked_of(self, point: Point) -> Asked:
        number = point.number
        return Asked(
            point,
            tuple(
                AskedPart(
                    part,
                    self[f"part_{number}_{part.id}"],
                    self[f"words_{number}_{part.id}"] if part.shape == OPEN else None,
                )
                for part in point.parts
            ),
            **{
                each: self._fields.get(f"{each}_{number}")
                for each in ("same", "suggested", "what", "whom", "when", "more", "theirs")
            },
        )

    def said(self) -> dict[int, dict[str, Any]]:
        """Point → its answer, of those that were answered otherwise than before."""
        found = ((each.point.number, self.said_of(each)) for each in self.asked())
        return {number: body for number, body in found if body is not None}

    def said_of(self, asked: Asked, saved: Body | None = None) -> dict[str, Any] | None:
        """None where nothing is said that does not stand in ``saved`` already."""
        number = asked.point.number
        saved = self.saved.get(number, _NOTHING) if saved is None else saved
        same = bool(asked.same.data) and number in self.last
        stood = self.last[number] if same else saved
        stood_parts = stood.get("parts") or {}
        parts = {**stood_parts, **_answered(asked, stood_parts)}
        needs = _needs(asked, stood, keep=same)
        body = {
            "parts": parts,
            "words": _text(asked.more, stood.get("words"), keep=same),
            "needs": needs,
            "theirs": _text(asked.theirs, stood.get("theirs"), keep=same),
            "same": same or (bool(saved.get("same")) and _parts(saved) == _parts({"parts": parts})),
            "reply": saved.get("reply"),
        }
        if not any((parts, body["words"], needs, body["theirs"])):
            return None
        return body if same or differ(saved, body) else None

    def take_over(self, point: Point, saved: Body) -> None:
        """Show what somebody else saved where nothing else was entered here."""
        for name, value in _as_asked(point, saved).items():
            if name in self:
                self[name].process(None, value)

    def validate(self, extra_validators: Any = None) -> bool:
        super().validate(extra_validators)
        if self.from_paper and not self.on_paper.data and not self.on_paper.errors:
            self.on_paper.errors = ["Enter the date on the paper"]
        for asked in self.asked():
            for field, problem in self._problems(asked):
                if not field.errors:
                    field.errors = [problem]
        return not self.errors

    def _problems(self, asked: Asked) -> Iterator[tuple[Any, str]]:
        number = asked.point.number
        for each in asked.parts:
            if each.words is None or each.words.errors:
                continue
            if each.words.data and each.chosen.data not in (None, SAID):
                words = each.part.answers[each.chosen.data]
                yield (
                    each.chosen,
                    f"At {number}, select “Said”, or take out what is written above “{words}”",
                )
            elif each.chosen.data == SAID and not each.words.data:
                yield each.words, f"Enter what they say at {number}"
        answered = _answered(asked)
        if asked.same.data and answered:
            yield asked.same, f"At {number}, select “The same as last time” or an answer, not both"
        ticked = asked.suggested is not None and (asked.suggested.data or asked.suggested.errors)
        if not (asked.what.data or asked.what.errors or ticked):
            if asked.when.data or asked.when.errors:
                yield asked.what, f"Enter what needs to happen by this date at {number}"
            elif asked.whom.data:
                yield asked.what, f"Enter what needs to happen at {number}"
        stood = self.saved.get(number, _NOTHING).get("parts")
        besides = (*asked.needs, asked.more, asked.theirs)
        if not (answered or stood or asked.same.data) and any(each.data for each in besides):
            yield asked.parts[0].chosen, f"Select an answer at {number}. It can be “Not known yet”"


@cache
def form_of(theme: str) -> type[TalkForm]:
    """The form of one page."""
    fields: dict[str, Any] = {"theme": theme}
    for point in points_of(theme):
        fields |= dict(_fields(point))
    return type("ThemeForm", (TalkForm,), fields)


def differ(before: Body, now: Body) -> bool:
    """Whether two answers to a point say different things."""
    return _content(before) != _content(now)


def _fields(point: Point) -> Iterator[tuple[str, Any]]:
    """In the order of the page."""
    number = point.number
    yield f"same_{number}", Ticks("Today", (("yes", "The same as last time"),))
    for part in point.parts:
        if part.shape == OPEN:
            words = Words(part.question, noun=f"What they say at {number}", rows=2)
            yield f"words_{number}_{part.id}", words
        yield f"part_{number}_{part.id}", OneOf(part.question, part.answers.items())
    if point.actions:
        options = [(action, action) for action in point.actions]
        yield f"suggested_{number}", Ticks("What needs to happen?", options)
    yield (
        f"what_{number}",
        Words("What needs to happen?", noun=f"What needs to happen at {number}", rows=2),
    )
    yield f"whom_{number}", ShortText("By whom?", noun=f"By whom at {number}", width=20)
    yield f"when_{number}", DateParts("By when?", noun=f"The date at {number}")
    yield f"more_{number}", Words("More about this", noun=f"What you write at {number}", rows=2)
    yield (
        f"theirs_{number}",
        Words("What you say yourself, if it differs", noun=f"What you say at {number}", rows=2),
    )


def _as_asked(point: Point, body: Body) -> dict[str, Any]:
    """What stands, as the controls of the page show it."""
    number, needs = point.number, body.get("needs") or _NOTHING
    lines = (needs.get("what") or "").splitlines()
    suggested = [line for line in lines if line in point.actions]
    data = {
        f"suggested_{number}": suggested,
        f"what_{number}": "\n".join(line for line in lines if line not in suggested) or None,
        f"whom_{number}": needs.get("whom"),
        f"when_{number}": needs.get("when"),
        f"more_{number}": body.get("words"),
        f"theirs_{number}": body.get("theirs"),
        f"same_{number}": None,
    }
    for part in point.parts:
        said = (body.get("parts") or _NOTHING).get(part.id) or _NOTHING
        data[f"part_{number}_{part.id}"] = said.get("value")
        data[f"words_{number}_{part.id}"] = said.get("words")
    return data


def _answered(asked: Asked, stood: Body = _NOTHING) -> dict[str, dict[str, Any]]:
    """Part → its answer, of those that were answered. Words alone are an answer. Words that stand
    beside one that only has radios here stay with it while it stays."""
    found: dict[str, dict[str, Any]] = {}
    for each in asked.parts:
        before = stood.get(each.part.id) or _NOTHING
        words = each.words.data if each.words is not None else None
        value = each.chosen.data or (SAID if words else None)
        if each.words is None and value == before.get("value"):
            words = before.get("words")
        if value:
            found[each.part.id] = {"value": value, "words": words}
    return found


def _needs(asked: Asked, stood: Body, keep: bool) -> dict[str, Any]:
    """``keep`` where a blank stands for what stood."""
    before = stood.get("needs") or {}
    if not any(each.raw_data for each in asked.needs):
        return dict(before)
    lines = [*((asked.suggested and asked.suggested.data) or ())]
    lines += [asked.what.data] if asked.what.data else []
    if not lines:
        return dict(before) if keep else {}
    return needs_of("\n".join(lines), asked.whom.data, asked.when.data)


def _text(field: Any, stood: str | None, keep: bool) -> str | None:
    return field.data or (stood if keep or not field.raw_data else None)


def _content(body: Body) -> tuple[Any, ...]:
    """What can differ between two answers."""
    needs = body.get("needs") or _NOTHING
    return (
        _parts(body),
        body.get("words") or None,
        {name: value for name, value in needs.items() if value},
        body.get("theirs") or None,
    )


def _parts(body: Body) -> dict[str, tuple[Any, Any]]:
    parts = body.get("parts") or _NOTHING
    return {id: (said.get("value"), said.get("words") or None) for id, said in parts.items()}
