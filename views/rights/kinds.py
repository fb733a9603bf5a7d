"""What the entries about rights and feedback are called, and how they are read out."""

from collections.abc import Iterable

from protocol.rights import ADVOCATES, HOW
from views.kind import Body, Kind, Names, words_of


def _given(body: Body, names: Names) -> Iterable[str]:
    sheet = body["sheet"]
    yield f"The sheet of {sheet['written']}" if sheet else body["other_sheet"]
    yield ", ".join(HOW[each] for each in body["how"])
    if body["explained_by"]:
        yield f"Explained by {body['explained_by']}"
    yield f"An advocate offered: {ADVOCATES[body['advocate']].lower()}"
    yield from words_of("words")(body, names)


def _feedback(body: Body, names: Names) -> Iterable[str]:
    """No words of it: whoever it is about reads what happened on a case."""
    if not body["asked"]:
        yield "Not asked this time"


KINDS = {
    "rights_given": Kind("Written information on rights given", _given),
    "feedback_given": Kind("Asked how they were treated", _feedback),
}
