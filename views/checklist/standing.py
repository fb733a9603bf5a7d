"""What stands of the fifty points, as a page says it. Nothing is counted but what was talked about.

A worry shows whatever else is good: also where nobody has talked about it again, and where it has
become not known since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checklists.fifty_points import (
    NOT_KNOWN,
    PROMPTS,
    WORRY,
    Part,
    Point,
    Theme,
    meaning,
    points_of,
    themes,
)
from store.checklist.checklist import Answer, Checklist
from store.checklist.facts import not_looked_at
from store.checklist.on_record import talked_about, to_work_on, told_in, worries
from store.entry import Entry
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
    """``earlier`` where what was said since, if anything, takes it neither back nor up again.
    ``became`` is what that was."""

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


def worries_of(checklists: Sequence[Checklist]) -> list[Shown]:
    """All there are, by number. ``checklists`` are those of a case, the one shown last."""
    said = checklists[-1].answers
    found = []
    for each in worries(told_in(checklists)):
        id, told = each.part.id, each.answer.of(each.part.id)
        now = said.get(each.point.number)
        value = now.value(id) if now else None
        if now is not None and meaning(each.part, value) == WORRY:
            found.append(Shown(each.point, each.part, now.of(id)))
        else:
            since = now is not None and value and now.of(id).place > told.place
            became = each.part.answers[value] if since and value else ""
            found.append(Shown(each.point, each.part, told, True, became))
    return found


def do_now(entries: Iterable[Entry]) -> list[str]:
    """What has to be looked at now because of what was told, in words; nothing once somebody
    has."""
    return [PROMPTS[each] for each in not_looked_at(entries)]


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
