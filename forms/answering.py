"""What was answered on a page, with the words shown, ready for the journal, and back again."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from forms.fields import OneOf, Option, QuestionForm

NO_ANSWER = "no_answer"
"""The question beside one that is answered in words: why there are none."""

WITHOUT_AN_ANSWER = {
    "asked_not_known": "Not known yet",
    "declined": "They would rather not say",
    "unsafe_to_ask": "It is not safe to ask now",
}

STANDINGS = {"not_known": "asked_not_known", "declined": "declined"}
"""An answer that is chosen like the others and says that there is none."""


def no_answer(*standings: str) -> OneOf:
    """To stand last on a page whose first question is answered in words. ``standings`` are those
    that can be; every one where none is named."""
    return OneOf(
        "If there is no answer",
        [
            Option(standing, words)
            for standing, words in WITHOUT_AN_ANSWER.items()
            if standing in (standings or WITHOUT_AN_ANSWER)
        ],
    )


def answers(form: QuestionForm) -> list[dict[str, Any]]:
    """Each question with its wording, value, the words of the option chosen, and its standing."""
    questions = form.questions()
    missing = questions.pop(NO_ANSWER, None)
    given = [_answer(name, field) for name, field in questions.items()]
    if missing is not None and missing.data and given[0]["value"] is None:
        given[0] |= {"words": WITHOUT_AN_ANSWER[missing.data], "standing": missing.data}
    return given


def data(answers: Mapping[str, Mapping[str, Any]], first: str) -> dict[str, Any]:
    """What a form is filled with again. ``first`` is the question ``no_answer`` stands beside."""
    filled = {name: answer["value"] for name, answer in answers.items()}
    standing = answers.get(first, {}).get("standing")
    return filled | ({NO_ANSWER: standing} if standing in WITHOUT_AN_ANSWER else {})


def as_json(value: Any) -> Any:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value


def _answer(name: str, field: Any) -> dict[str, Any]:
    value = as_json(field.data)
    chosen = value if isinstance(value, list) else [value]
    labels = [each.label for each in getattr(field, "options", ()) if each.value in chosen]
    return {
        "question": name,
        "wording": field.label.text,
        "value": value,
        "words": "; ".join(labels) or None,
        "standing": _standing(value),
    }


def _standing(value: Any) -> str:
    if value is None:
        return "not_asked"
    said = value[0] if isinstance(value, list) else value
    return STANDINGS.get(said, "answered")
