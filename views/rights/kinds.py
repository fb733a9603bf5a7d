"""What the entries about rights and feedback are called, and how they are read out."""

from collections.abc import Iterable

from protocol.rights import ADVOCATES, ASKED, BY, HOW, SAYS
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
    if not body["asked"]:
        yield f"Not asked: {body['why_not']}"
        return
    yield f"Asked by: {body['by_words'] or BY[body['by']]}"
    for question, said in body["answers"].items():
        yield f"{ASKED[question]} {SAYS[said]}"
    yield from words_of("words")(body, names)


KINDS = {
    "rights_given": Kind("Written information on rights given", _given),
    "feedback_given": Kind("Asked how they were treated", _feedback),
}
