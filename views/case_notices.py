"""What nobody who takes over may miss. Every notice says what to do, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from protocol.advice import Advice
from rules.answers import NO, YES

Answers = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Notice:
    """``why`` are the reasons, a line each; ``theirs`` is what was said or seen, word for word.
    ``urgent`` where getting it wrong may put somebody in danger."""

    says: str
    why: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    urgent: bool = True


def notices(
    advice: Advice,
    answers: Answers,
    recorded: Answers,
    left: Mapping[str, Any] | None,
    hold_ended: bool,
) -> tuple[Notice, ...]:
    """In the order of how dangerous it is not to know. ``answers`` are those that count,
    ``recorded`` also those that did before, and ``left`` is what was last recorded of their
    having gone. ``hold_ended`` when a manager has since stopped holding their bed."""
    found = (
        _conflict(advice),
        _left(advice, answers, left or {}, hold_ended),
        _family(advice, answers, recorded),
        _harm(advice, answers),
        _talking(answers),
    )
    return tuple(notice for notice in found if notice)


def _conflict(advice: Advice) -> Notice | None:
    if not advice.conflicts:
        return None
    return Notice(
        "Two answers cannot both be so. Act as if a bed is needed, and find out.",
        tuple(f"{conflict}." for conflict in advice.conflicts),
    )


def _left(
    advice: Advice, answers: Answers, left: Mapping[str, Any], hold_ended: bool
) -> Notice | None:
    if advice.findings.facts.get("left_or_missing") is not YES:
        return None
    nothing = left.get("done") in (None, ["nothing"])
    done = _words(answers, "since_they_left") if nothing else left["done_words"]
    reference = left.get("police_reference")
    why = [f"Done since: {done}." if done else "Nothing is recorded as done since."]
    if reference:
        why.append(f"The police have it under {reference}.")
    said = _quotes(answers, "since_they_left_words")
    return Notice(
        "They have left, or are missing. "
        + ("A manager no longer holds a bed for them." if hold_ended else "The bed stays theirs."),
        tuple(why),
        (str(left["words"]),) if left.get("words") else said,
    )


def _family(advice: Advice, answers: Answers, recorded: Answers) -> Notice | None:
    """The one call that may not be made by mistake. What they said against it once is never lost,
    also when they agree now."""
    earlier = () if "family_reason" in answers else _quotes(recorded, "family_reason")
    before = tuple(f"Earlier they did not want it: “{words}”" for words in earlier)
    facts, said = advice.findings.facts, _value(answers, "family")
    if advice.findings.concluded["family_contact_allowed"] is YES:
        by_social_worker = facts.get("social_worker_allows_family_contact") is YES
        return Notice(
            "Family may be contacted. Where they are is still never given away.",
            (
                ("A social worker has decided so.", WHY_NOT.get(said or "", NOT_ASKED))
                if by_social_worker
                else ("The young person agrees, and says that it is safe.",)
            )
            + before,
            _quotes(answers, "family_reason", "social_worker_reason") if by_social_worker else (),
            urgent=False,
        )
    why = [WHY_NOT.get(said or "", NOT_ASKED)]
    if facts.get("social_worker_allows_family_contact") is NO:
        why.append("A social worker has decided that family must not be contacted.")
    if said == "agrees":
        why.append("Harm has not been ruled out. A social worker decides first.")
    signs = _words(answers, "signs")
    if signs:
        why.append(f"Signs: {signs}.")
    return Notice(
        "Do not contact the family. Never give away where they are.",
        (*why, *before),
        _quotes(answers, "family_reason", "social_worker_reason"),
    )


NOT_ASKED = "They have not been asked alone yet."
WHY_NOT = {
    "unsafe": "The young person says that it could put them in danger.",
    "refuses": "The young person does not want it. That is enough.",
    "agrees": "The young person agreed.",
}


def _harm(advice: Advice, answers: Answers) -> Notice | None:
    if advice.findings.facts.get("risk_of_significant_harm") is not YES:
        return None
    return Notice(
        "Somebody may be harming them, or they may come to serious harm.",
        ("MASH is rung at once. In danger this minute: ring 999.",),
        _quotes(answers, "signs_words"),
    )


def _talking(answers: Answers) -> Notice | None:
    """An interpreter, and what helps them to talk."""
    helps = _words(answers, "communication")
    why = (f"What helps them to talk: {helps[:1].lower()}{helps[1:]}.",) if helps else ()
    words = _quotes(answers, "communication_words")
    if _value(answers, "interpreter") == "yes":
        language = _value(answers, "language") or "language not known"
        says = f"They need an interpreter: {language}. Never a relative or a friend."
        return Notice(says, why, words, urgent=False)
    return Notice(why[0], theirs=words, urgent=False) if why else None


def _value(answers: Answers, question: str) -> Any:
    return answers.get(question, {}).get("value")


def _words(answers: Answers, question: str) -> str:
    """What was ticked, as one reads it, where anything was that says something."""
    answer = answers.get(question, {})
    nothing = answer.get("value") in (["none"], ["nothing"], ["not_known"], None)
    first, *more = ("" if nothing else str(answer.get("words") or "")).split("; ")
    return "; ".join([first, *(words[:1].lower() + words[1:] for words in more)])


def _quotes(answers: Answers, *questions: str) -> tuple[str, ...]:
    found = (_value(answers, question) for question in questions)
    return tuple(str(value) for value in found if value)
