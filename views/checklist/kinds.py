"""What the entries about a checklist are called, and how they are read out."""

from collections.abc import Iterable

from checklists.fifty_points import point
from views.kind import Body, Kind, Names, words_of
from views.words import in_full


def _begun(body: Body, names: Names) -> Iterable[str]:
    if body.get("there"):
        yield f"There: {body['there']}"


def _answered(body: Body, names: Names) -> Iterable[str]:
    if body.get("on_paper"):
        yield f"Written on paper on {in_full(body['on_paper'])}."
    for number, answer in body["answers"].items():
        asked = point(int(number))
        said = [
            part.answers[answer["parts"][part.id]["value"]]
            for part in asked.parts
            if part.id in answer.get("parts", {})
        ]
        yield f"{number}. {asked.question} {'; '.join(said)}".strip()


VERDICTS = {"accepted": "Accepted", "edited": "Edited and accepted", "sent_back": "Sent back"}


def _reviewed(body: Body, names: Names) -> Iterable[str]:
    yield f"{body['point']}. {point(body['point']).question} {VERDICTS[body['verdict']]}."
    yield from words_of("words")(body, names)


KINDS = {
    "checklist_started": Kind("The fifty points begun", _begun),
    "checklist_answered": Kind("Talked about, of the fifty points", _answered),
    "checklist_put_forward": Kind(
        "The fifty points given to somebody else to look at", words_of("words")
    ),
    "checklist_review_done": Kind("All of the fifty points that were talked about looked at"),
    "checklist_reviewed": Kind("Somebody else looked at one of the fifty points", _reviewed),
}
