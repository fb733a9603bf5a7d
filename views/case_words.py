"""What the young person says, in their own words, and who wrote it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

THEIRS = (
    ("what_happened", "What has happened"),
    ("what_they_want", "What they want to happen"),
    ("view_of_going_home", "Going home"),
    ("family_reason", "Why family is not to be contacted"),
)


QUOTED = "_in_their_words"
"""So ends the name of a question of a part of the case whose answer is quoted as well."""


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
    first = [
        _said(about, answers.get(question, {}))
        for question, about in THEIRS
        if question in asks or question in answers
    ]
    quoted = [
        _said(str(answer["wording"]), answer)
        for question, answer in answers.items()
        if question.endswith(QUOTED) and answer.get("standing") != "not_asked"
    ]
    return first + quoted


def _said(about: str, answer: Mapping[str, Any]) -> Said:
    standing = answer.get("words") if not answer.get("value") else None
    return Said(
        about=about,
        words=answer.get("value"),
        why_not=standing or "Not asked yet",
        by=answer.get("human_id"),
        at=answer.get("recorded_at"),
    )
