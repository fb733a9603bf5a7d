"""Every worry that was told and never taken back, for whoever decides how often somebody visits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checklists.fifty_points import WORRY, meaning
from rules.calendar import london
from store.checklist.checklist import Answer, Checklist
from store.checklist.on_record import Worry, told_in, worries
from views.words import in_full


@dataclass(frozen=True)
class Told:
    """``seq`` and ``day`` are when it was told last."""

    worry: Worry
    seq: int
    day: date

    @property
    def words(self) -> str:
        point, part, answer = self.worry.point, self.worry.part, self.worry.answer
        said = part.answers[answer.value(part.id) or "not_known"]
        more = answer.words(part.id)
        return (
            f"{point.number}. {part.question} {said}{f': {more}' if more else ''} "
            f"(told on {in_full(self.day)})"
        )


def told_of(checklists: Sequence[Checklist]) -> tuple[Told, ...]:
    """By number, whatever else is good."""
    found = []
    for worry in worries(told_in(checklists)):
        last = max(_telling(worry, checklists), key=lambda answer: answer.seq)
        on_paper = last.on_paper and date.fromisoformat(last.on_paper)
        found.append(Told(worry, last.seq, on_paper or london(last.at).date()))
    return tuple(found)


def _telling(worry: Worry, checklists: Sequence[Checklist]) -> list[Answer]:
    """The answers, and the edits of any, that told it."""
    number = worry.point.number
    answers = [answer for one in checklists for answer in one.history(number)]
    edits = [review for one in checklists for review in one.reviews if review.point == number]
    answers += [review.answer for review in edits if review.answer]
    return [each for each in answers if meaning(worry.part, each.value(worry.part.id)) == WORRY]
