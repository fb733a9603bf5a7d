"""Appendix 2: the fifty points of independent living, read from independent_living.toml.

They are talked about, never scored. What an answer means is said point by point (``meaning``).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("independent_living.toml")

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
    """One of the fifty. ``parts`` are the questions it holds; a worry in one of them means that
    what ``prompts`` names is looked at again."""

    number: int
    theme: str
    question: str
    parts: tuple[Part, ...]
    prompts: tuple[str, ...] = ()

    @property
    def cited(self) -> str:
        return f"App2 item {self.number}"


def meaning(part: Part, value: str | None) -> str:
    """What this answer to a part means. Unanswered, it is not known."""
    if value in (None, "not_known"):
        return NOT_KNOWN
    return _MEANS.get(part.shape, {}).get(value or "", NEITHER)


@cache
def points() -> tuple[Point, ...]:
    """All fifty, by number."""
    return tuple(
        Point(
            each["number"],
            each["theme"],
            each["question"],
            tuple(Part(**part) for part in each["part"]),
            tuple(each.get("prompts", ())),
        )
        for each in _file()["point"]
    )


def point(number: int) -> Point:
    """KeyError where there is none."""
    return _by_number()[number]


@cache
def themes() -> tuple[Theme, ...]:
    """In the order of the pages."""
    return tuple(Theme(**each) for each in _file()["theme"])


def points_of(theme: str) -> tuple[Point, ...]:
    """Those of one page, by number."""
    return tuple(each for each in points() if each.theme == theme)


@cache
def version() -> str:
    """Names the points as they are worded now. It is kept with every checklist."""
    return sha256(FILE.read_bytes()).hexdigest()[:16]


@cache
def _by_number() -> dict[int, Point]:
    return {each.number: each for each in points()}


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text())
