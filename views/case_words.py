"""What the young person says, in their own words, and who wrote it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checklists.seven_dimensions import DIMENSIONS

THEIRS = (
    ("what_happened", "What has happened"),
    ("what_they_want", "What they want to happen"),
    ("view_of_going_home", "Going home"),
    ("family_reason", "Why family is not to be contacted"),
)
LATER = (
    ("wishes_words", "Where they want to live, and how they feel about it"),
    *((f"{each.id}_theirs", each.title) for each in DIMENSIONS),
    ("conference_words", "A family group conference"),
)
"""Shown once they have said something: a case does not open with a list of what nobody asked."""


@dataclass(frozen=True)
class Said:
    """``words`` is nothing where there is no answer; then ``why_not`` says so. ``by`` is the human
    who wrote it down."""

    about: str
    words: str | None
    why_not: str
    by: str | None
    at: datetime | None


def in_their_words(answers: Mapping[str, Mapping[str, Any]], asks: frozenset[str]) -> list[Said]:
    """``answers`` are those that count; ``asks`` the questions that are asked of them."""
    return [
        _said(about, answers.get(question, {}))
        for question, about in THEIRS
        if question in asks or question in answers
    ] + [
        _said(about, answers[question])
        for question, about in LATER
        if answers.get(question, {}).get("value")
    ]


def _said(about: str, answer: Mapping[str, Any]) -> Said:
    standing = answer.get("words") if not answer.get("value") else None
    return Said(
        about=about,
        words=answer.get("value"),
        why_not=standing or "Not asked yet",
        by=answer.get("human_id"),
        at=answer.get("recorded_at"),
    )
