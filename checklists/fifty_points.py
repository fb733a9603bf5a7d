"""Appendix 2: the fifty points of independent living, read from independent_living.toml.

They are talked about, never scored. What an answer means is said point by point (``meaning``).
What each entry of the file is for is said at its head.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from checklists.seven_dimensions import DIMENSIONS

FILE = Path(__file__).with_name("independent_living.toml")
NUMBERS = range(1, 51)

YES_IS_GOOD, YES_IS_A_WORRY, OPEN, NEUTRAL = "yes_is_good", "yes_is_a_worry", "open", "neutral"
SHAPES = (YES_IS_GOOD, YES_IS_A_WORRY, OPEN, NEUTRAL)

ANSWERS = {
    "yes": "Yes",
    "no": "No",
    "partly": "Partly",
    "not_applicable": "Does not apply",
    "not_known": "Not known yet",
}
"""What a part can be answered with, unless only words can answer it."""
SAID = "said"
"""Stands for the answer of an open part that has words."""
OPEN_ANSWERS = {SAID: "Said", "not_applicable": "Does not apply", "not_known": "Not known yet"}

WORRY, TO_WORK_ON, WELL, NOT_KNOWN, NEITHER = "worry", "to_work_on", "well", "not_known", "neither"
"""What an answer to a part means."""

SAFEGUARDING, PLACEMENT = "safeguarding", "placement"
PROMPTS = {
    SAFEGUARDING: "Look again at whether they are safe",
    PLACEMENT: "Look again at whether the place is right for them",
}
"""What has to be looked at again because of an answer."""

_MEANS = {
    YES_IS_GOOD: {"yes": WELL, "partly": TO_WORK_ON, "no": TO_WORK_ON},
    YES_IS_A_WORRY: {"yes": WORRY, "partly": WORRY, "no": WELL},
}


@dataclass(frozen=True)
class Theme:
    """A page of the conversation."""

    id: str
    title: str


@dataclass(frozen=True)
class Part:
    """One question that is answered by itself.

    ``raises_unless`` names another part: answered with no or partly, this one raises the prompts of
    its point as well, unless the other was answered with yes.
    """

    id: str
    question: str
    shape: str
    raises_unless: str | None = None

    @property
    def answers(self) -> dict[str, str]:
        """What it can be answered with: value → words."""
        return OPEN_ANSWERS if self.shape == OPEN else ANSWERS


@dataclass(frozen=True)
class Point:
    """One of the fifty. ``parts`` are the questions it holds.

    ``why`` it is asked, the ``evidence`` that would help to show it, and the ``actions`` a person
    can pick are words the young person can read. ``dimension`` is one of the seven, ``rules`` are
    ids of those it informs. A worry in one of its parts means that what ``prompts`` names is looked
    at again.
    """

    number: int
    theme: str
    question: str
    parts: tuple[Part, ...]
    hint: str
    why: str
    evidence: str
    actions: tuple[str, ...]
    dimension: str
    rules: tuple[str, ...]
    prompts: tuple[str, ...]

    @property
    def cited(self) -> str:
        return f"App2 item {self.number}"


def meaning(part: Part, value: str | None) -> str:
    """What this answer to a part means. Unanswered, it is not known."""
    if value in (None, "not_known"):
        return NOT_KNOWN
    return _MEANS.get(part.shape, {}).get(value or "", NEITHER)


def raised(point: Point, values: Mapping[str, str | None]) -> frozenset[str]:
    """The ids of the parts whose answers raise the prompts of a point, where it has any."""
    return frozenset(
        part.id
        for part in point.parts
        if meaning(part, values.get(part.id)) == WORRY
        or (
            part.raises_unless is not None
            and meaning(part, values.get(part.id)) == TO_WORK_ON
            and values.get(part.raises_unless) != "yes"
        )
    )


def taken_back(
    point: Point, before: Mapping[str, str | None], now: Mapping[str, str | None]
) -> frozenset[str]:
    """The ids of the parts in which an answer takes back a worry that was told before, or what
    raised a prompt. Only talking with them again can do that."""
    found = raised(point, before) - raised(point, now)
    found |= {part.raises_unless or part.id for part in point.parts if part.id in found}
    return frozenset(each for each in found if before.get(each) != now.get(each))


class WrongPoints(ValueError):
    """The file cannot be used. It says all that is wrong with it, a line each."""


@cache
def points() -> tuple[Point, ...]:
    """All fifty, by number."""
    return _read()[1]


def point(number: int) -> Point:
    """KeyError where there is none."""
    return _by_number()[number]


@cache
def themes() -> tuple[Theme, ...]:
    """In the order of the pages."""
    return _read()[0]


@cache
def points_of(theme: str) -> tuple[Point, ...]:
    """Those of one page, by number."""
    return tuple(each for each in points() if each.theme == theme)


@cache
def version() -> str:
    """Names the points as they are worded now. It is kept with every checklist."""
    return sha256(FILE.read_bytes()).hexdigest()[:16]


def read_points(text: str) -> tuple[tuple[Theme, ...], tuple[Point, ...]]:
    """The themes and the points that a file's text holds. Raises WrongPoints."""
    try:
        file = tomllib.loads(text)
        themes = tuple(Theme(**each) for each in file["theme"])
        points = tuple(_point(**each) for each in file["point"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise WrongPoints(f"The points cannot be read: {error}") from error
    wrong = [*_wrong_with_all(themes, points), *(w for each in points for w in _wrong_with(each))]
    if wrong:
        raise WrongPoints("\n".join(wrong))
    return themes, points


def _point(*, part: list[dict[str, Any]], question: str, **rest: Any) -> Point:
    """A part that has no question of its own asks what its point does."""
    parts = tuple(Part(**{"question": question, **each}) for each in part)
    rest |= {name: tuple(rest.get(name, ())) for name in ("actions", "rules", "prompts")}
    return Point(question=question, parts=parts, **{"hint": "", **rest})


def _wrong_with_all(themes: tuple[Theme, ...], points: tuple[Point, ...]) -> Iterator[str]:
    numbers = [each.number for each in points]
    if numbers != list(NUMBERS):
        odd = sorted({*NUMBERS} ^ {*numbers} | {n for n in numbers if numbers.count(n) > 1})
        yield f"There are points 1 to {NUMBERS[-1]}, each once and in order. Wrong: {odd}"
    known = {each.id for each in themes}
    for each in points:
        if each.theme not in known:
            yield f"Point {each.number} has the theme {each.theme!r}, which there is not"
    for empty in sorted(known - {each.theme for each in points}):
        yield f"The theme {empty!r} has no point"


def _wrong_with(point: Point) -> Iterator[str]:
    ids = [part.id for part in point.parts]
    said = f"Point {point.number}"
    if not ids or len(set(ids)) < len(ids):
        yield f"{said} needs parts, each with an id of its own: {ids}"
    for part in point.parts:
        if part.shape not in SHAPES:
            yield f"{said}, part {part.id!r}: there is no shape {part.shape!r}"
        if part.raises_unless not in (None, *(id for id in ids if id != part.id)):
            yield f"{said}, part {part.id!r}: there is no other part {part.raises_unless!r}"
    if point.dimension not in {each.id for each in DIMENSIONS}:
        yield f"{said}: there is no dimension {point.dimension!r}"
    for prompt in point.prompts:
        if prompt not in PROMPTS:
            yield f"{said}: there is no prompt {prompt!r}"
    for name in ("question", "why", "evidence", "actions", "rules"):
        if not getattr(point, name):
            yield f"{said} has no {name}"


@cache
def _by_number() -> dict[int, Point]:
    return {each.number: each for each in points()}


@cache
def _read() -> tuple[tuple[Theme, ...], tuple[Point, ...]]:
    return read_points(FILE.read_text())
