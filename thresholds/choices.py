"""What a worker chooses from: outcomes, sources, grounds and reasons, each a code and its words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).parent / "continuum" / "choices.toml"


class Choice(NamedTuple):
    """One thing to choose. ``hint`` may be empty."""

    id: str
    words: str
    hint: str


@dataclass(frozen=True)
class _Read:
    choice: Choice
    source: str
    closes: bool
    legacy: bool


@cache
def _all() -> dict[str, tuple[_Read, ...]]:
    lists = tomllib.loads(FILE.read_text())
    return {name: tuple(_one(each, data["source"]) for each in data["choice"])
            for name, data in lists.items()}  # fmt: skip


def _one(data: dict[str, Any], of_all: str) -> _Read:
    choice = Choice(data["id"], data["words"], data.get("hint", ""))
    source = f"{of_all}. After: {data['source']}" if "source" in data else of_all
    return _Read(choice, source, data.get("closes", True), data.get("legacy", False))


def _listed(name: str) -> tuple[Choice, ...]:
    return tuple(read.choice for read in _all()[name])


OUTCOMES = tuple(read.choice for read in _all()["outcomes"] if not read.legacy)
"""What can become of a contact child, as published, and that nobody has decided yet."""

CLOSING_OUTCOMES = tuple(r.choice for r in _all()["outcomes"] if r.closes and not r.legacy)
"""The outcomes that end a contact."""

LEGACY_OUTCOMES = tuple(read.choice for read in _all()["outcomes"] if read.legacy)
"""Only in records brought over from before; nobody can choose one."""

SOURCE_GROUPS = _listed("source_groups")
"""Who a contact came from. Missing is a group of its own, never part of other."""

SHARING_GROUNDS = _listed("sharing_grounds")
"""Why information is shared without anybody's agreement."""

DEPARTURE_REASONS = _listed("departure_reasons")
"""Why a worker's rating differs from the suggestion. Each needs words as well."""

LATE_REASONS = _listed("late_reasons")
"""Why a decision was not made in time."""

NOT_SEEN_ALONE = _listed("not_seen_alone")
"""Why a child was not seen alone."""

CHECK_AGENCIES = _listed("check_agencies")
"""Whom the MASH asks what they know: agencies, and panels that look at one kind of danger."""


def words_of(choices: tuple[Choice, ...], id: str) -> str:
    """The words for a code. Raises KeyError for a code that is not among them."""
    return {choice.id: choice.words for choice in choices}[id]


def source_of(name: str, id: str) -> str:
    """Where a choice comes from; ``name`` is the list's, as in the file. Raises KeyError."""
    return {read.choice.id: read.source for read in _all()[name]}[id]
