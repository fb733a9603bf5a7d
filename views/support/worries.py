"""Every worry that was told and never taken back, for whoever decides how often somebody visits."""

from collections.abc import Sequence
from dataclasses import dataclass

from checklists.fifty_points import WORRY, meaning
from store.checklist.checklist import Checklist
from store.checklist.on_record import Worry, told_in, worries
from views.words import in_full


@dataclass(frozen=True)
class Told:
    """``seq`` is the number of the last entry that told it, on whatever day it was said."""

    worry: Worry
    seq: int

    @property
    def words(self) -> str:
        point, part = self.worry.point, self.worry.part
        told = self.worry.answer.of(part.id)
        said, more = part.answers[told.value(part.id) or "not_known"], told.words(part.id)
        return (
            f"{point.number}. {part.question} {said}{f': {more}' if more else ''} "
            f"(told on {in_full(told.place[0])})"
        )


def told_of(checklists: Sequence[Checklist]) -> tuple[Told, ...]:
    """By number, whatever else is good."""
    return tuple(
        Told(worry, max(_telling(worry, checklists))) for worry in worries(told_in(checklists))
    )


def _telling(worry: Worry, checklists: Sequence[Checklist]) -> list[int]:
    """The numbers of the entries that told it: answers, and edits of any."""
    said = [answer for checklist in checklists for answer in checklist.all_said]
    return [
        answer.seq
        for answer in said
        if answer.point == worry.point.number
        and meaning(worry.part, answer.value(worry.part.id)) == WORRY
    ]
