"""What the entries about a plan are called, and how they are read out."""

from collections.abc import Iterable

from protocol.plan_words import AGREES, MARKS, WAYS, YOUNG_PERSON
from texts import UnknownLanguage, language
from views.kind import Body, Kind, Names, words_of
from views.words import in_full


def _action(body: Body, names: Names) -> Iterable[str]:
    yield body["words"]
    who = body["owner"] or ""
    who = "The young person" if who == YOUNG_PERSON else names.get(who) or body["owner_words"]
    yield f"Who: {who or 'Nobody yet'}"
    if body["due"]:
        yield f"By {in_full(body['due'])}"
    if body["mark"]:
        yield MARKS[body["mark"]]


def _view(body: Body, names: Names) -> Iterable[str]:
    yield AGREES[body["agrees"]]
    yield from words_of("words", "why_not_asked")(body, names)


def _given(body: Body, names: Names) -> Iterable[str]:
    yield f"{WAYS[body['how']]}, in {name_of(body['language'])}"
    yield "What it said can be read on the page of the plan"


def name_of(id: str) -> str:
    """A language, also one that is no longer supplied."""
    try:
        return language(id).name
    except UnknownLanguage:
        return id


KINDS: dict[str, Kind] = {
    "plan_action_added": Kind("Added to the plan", _action),
    "plan_action_changed": Kind("Changed in the plan", _action),
    "plan_action_done": Kind("Done, of the plan", words_of("words")),
    "plan_action_dropped": Kind("Taken out of the plan", words_of("why")),
    "plan_view_recorded": Kind("What they think of the plan", _view),
    "plan_given": Kind("Given the plan", _given),
}
"""What is put into a plan."""
