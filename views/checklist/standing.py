"""What stands of the fifty points, as a page says it. Nothing is counted but what was talked about.

A worry shows whatever else is good: also where nobody has talked about it again, and where it has
become not known since.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checklists.fifty_points import NOT_KNOWN, Part, Point, Theme, meaning, points_of, themes
from store.checklist.checklist import Answer, Checklist
from store.checklist.on_record import (
    Answers,
    stands_in,
    talked_about,
    to_work_on,
    worries,
)
from views.checklist.found import Talk


@dataclass(frozen=True)
class Progress:
    """How much of a theme was talked about."""

    theme: Theme
    talked_about: int
    points: int

    @property
    def words(self) -> str:
        if not self.talked_about:
            return "Not yet"
        if self.talked_about == self.points:
            return f"All {self.points} talked about"
        return f"{self.talked_about} of {self.points} talked about"


@dataclass(frozen=True)
class Shown:
    """``earlier`` where it was said before this checklist was started and not again since.
    ``became`` is what it is now, where that takes nothing back."""

    point: Point
    part: Part
    answer: Answer
    earlier: bool = False
    became: str = ""


def progress(checklist: Checklist) -> list[Progress]:
    """In the order of the pages."""
    done = talked_about(checklist)
    found = ((theme, [point.number for point in points_of(theme.id)]) for theme in themes())
    return [
        Progress(theme, len(done.intersection(numbers)), len(numbers)) for theme, numbers in found
    ]


def worries_of(checklists: tuple[Checklist, ...]) -> list[Shown]:
    """All there are, by number. ``checklists`` are those of a case, the one shown last."""
    *before, now = checklists
    last, said = stands_in(before), now.answers
    return sorted(
        (*_now(stands_in(checklists), said), *_not_known_since(last, said)),
        key=lambda each: each.point.number,
    )


def _now(stands: Answers, said: Answers) -> Iterator[Shown]:
    for each in worries(stands):
        mine = said.get(each.point.number)
        earlier = mine is None or mine.value(each.part.id) is None
        yield Shown(each.point, each.part, each.answer, earlier)


def _not_known_since(last: Answers, said: Answers) -> Iterator[Shown]:
    """“Not known yet” does not take a worry back."""
    for each in worries(last):
        mine = said.get(each.point.number)
        value = mine.value(each.part.id) if mine else None
        if value is not None and meaning(each.part, value) == NOT_KNOWN:
            yield Shown(each.point, each.part, each.answer, True, each.part.answers[value])


def to_work_on_in(found: Talk) -> list[Answer]:
    """What this checklist says is left to do: by number, each once."""
    said = found.checklist.answers
    numbers = {each.point.number for each in to_work_on(said)}
    numbers |= {number for number, answer in said.items() if answer.needs}
    return [said[number] for number in sorted(numbers)]


def not_known_in(found: Talk) -> list[tuple[Point, Part, str]]:
    """Of what was talked about: what is not known yet, or was left open."""
    said = found.checklist.answers
    return [
        (point, part, "Not known yet" if said[point.number].value(part.id) else "Not answered")
        for theme in themes()
        for point in points_of(theme.id)
        if point.number in said
        for part in point.parts
        if meaning(part, said[point.number].value(part.id)) == NOT_KNOWN
    ]
