"""What the checklists of a case say, taken together: what is worrying, to work on, not known yet.

Nothing is counted into a score. A worry shows whatever else is good, and a blank reassures nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checklists.fifty_points import (
    NOT_KNOWN,
    TO_WORK_ON,
    WELL,
    WORRY,
    YES_IS_A_WORRY,
    Part,
    Point,
    meaning,
    points,
    raised,
)
from store.checklist.checklist import Answer, Checklist, standing

Answers = Mapping[int, Answer]
"""The number of a point → what stands. A point that is not there was not talked about."""


@dataclass(frozen=True)
class Noted:
    """What was said to one part of a point. ``answer`` is None where nothing was."""

    point: Point
    part: Part
    answer: Answer | None


@dataclass(frozen=True)
class Worry(Noted):
    """A need or a risk that was told."""

    answer: Answer


@dataclass(frozen=True)
class Prompt:
    """That something has to be looked at again: ``look_at`` is one of ``Point.prompts``."""

    look_at: str
    told: Worry


def stands_in(checklists: Iterable[Checklist]) -> dict[int, Answer]:
    """The latest answer that stands to each point, over all checklists."""
    return standing(_all_said(checklists))


def told_in(checklists: Iterable[Checklist]) -> dict[int, Answer]:
    """The same, where "not known yet" takes back no worry, and nothing to work on: what was told
    once is looked at until it is told otherwise."""
    return standing(_all_said(checklists), kept=_not_told_otherwise)


def worries(answers: Answers) -> tuple[Worry, ...]:
    """Every need or risk that was told, by number."""
    return tuple(
        Worry(point, part, answer)
        for point, part, answer in _parts(answers)
        if answer is not None and _meaning(part, answer) == WORRY
    )


def to_work_on(answers: Answers) -> tuple[Noted, ...]:
    """What was answered with no or partly where yes is good, by number."""
    return _that_mean(TO_WORK_ON, answers)


def not_known(answers: Answers) -> tuple[Noted, ...]:
    """What was never asked, left blank or answered as not known, by number."""
    return _that_mean(NOT_KNOWN, answers)


def talked_about(checklist: Checklist) -> frozenset[int]:
    """The numbers of the points on which anything was said, that it is as before included."""
    said = ("parts", "words", "theirs", "needs", "same")
    return frozenset(
        number
        for number, answer in checklist.answers.items()
        if any(answer.body.get(each) for each in said)
    )


def prompts(answers: Answers) -> tuple[Prompt, ...]:
    """What has to be looked at again because of what was told, by number."""
    return tuple(
        Prompt(look_at, Worry(point, part, answer))
        for point, part, answer in _parts(answers)
        if answer is not None and part.id in raised(point, answer.values)
        for look_at in point.prompts
    )


def could_tell(answers: Answers, look_at: str) -> tuple[Noted, ...]:
    """Whatever could raise a prompt and was not answered well: only without any is there nothing
    to look at."""
    return tuple(
        Noted(point, part, answer)
        for point, part, answer in _parts(answers)
        if look_at in point.prompts
        and (part.shape == YES_IS_A_WORRY or part.raises_unless)
        and _meaning(part, answer) != WELL
    )


def _that_mean(what: str, answers: Answers) -> tuple[Noted, ...]:
    return tuple(Noted(*each) for each in _parts(answers) if _meaning(each[1], each[2]) == what)


def _parts(answers: Answers) -> Iterable[tuple[Point, Part, Answer | None]]:
    for each in points():
        for part in each.parts:
            yield each, part, answers.get(each.number)


def _meaning(part: Part, answer: Answer | None) -> str:
    return meaning(part, answer.value(part.id) if answer else None)


def _all_said(checklists: Iterable[Checklist]) -> list[Answer]:
    return [answer for checklist in checklists for answer in checklist.all_said]


def _not_told_otherwise(part: Part, before: str | None, now: str | None) -> bool:
    return meaning(part, now) == NOT_KNOWN and meaning(part, before) in (WORRY, TO_WORK_ON)
