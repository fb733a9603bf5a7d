"""About the fifty points: why each is asked, what helps to show it, and what its answers mean."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from checklists.fifty_points import (
    NEUTRAL,
    OPEN,
    PROMPTS,
    TO_WORK_ON,
    WELL,
    WORRY,
    Part,
    Point,
    meaning,
    points_of,
    themes,
)
from checklists.seven_dimensions import DIMENSIONS
from views.doors import EVERYBODY, open_to

bp = Blueprint("fifty_points", __name__, url_prefix="/fifty-points")

MEANS = {WORRY: "a worry", TO_WORK_ON: "something to work on", WELL: "going well"}
MEANS_NOTHING = {
    OPEN: "Only words can answer it",
    NEUTRAL: "No answer is better than another",
}


@bp.get("")
@open_to(EVERYBODY)
def about() -> ResponseReturnValue:
    return render_template(
        "checklist/about.html",
        themes=themes(),
        points_of=points_of,
        meanings=meanings,
        dimensions={each.id: each.title for each in DIMENSIONS},
        prompts=PROMPTS,
    )


def meanings(point: Point) -> list[str]:
    """What the answers to it mean, a line to each of its questions; one for all that mean the
    same."""
    said = {part: in_words(part) for part in point.parts}
    if len(set(said.values())) == 1:
        return [next(iter(said.values()))]
    return [f"{part.question} {words}" for part, words in said.items()]


def in_words(part: Part) -> str:
    found: dict[str, list[str]] = {}
    for value, words in part.answers.items():
        found.setdefault(meaning(part, value), []).append(words)
    said = [
        f"{' or '.join(found[each])}: {words}" for each, words in MEANS.items() if each in found
    ]
    return "; ".join(said) or MEANS_NOTHING[part.shape]
