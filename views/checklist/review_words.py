"""What was said to a point, and how far somebody else has looked at it, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checklists.fifty_points import Point, point, themes
from store.checklist.checklist import ACCEPTED, EDITED, SENT_BACK, Answer, Checklist
from store.checklist.on_record import told_in, worries

WAITS, ACCEPTED_IT, EDITED_IT, ASKED = "To look at", "Accepted", "Changed and accepted", "Sent back"
ANSWERED_IT = "Answered, to look at again"

TAGS = {
    WAITS: "blue",
    ANSWERED_IT: "blue",
    ACCEPTED_IT: "green",
    EDITED_IT: "green",
    ASKED: "yellow",
}

_STATES = {ACCEPTED: ACCEPTED_IT, EDITED: EDITED_IT, SENT_BACK: ASKED}


@dataclass(frozen=True)
class Row:
    """A point on the list of whoever looks at it."""

    point: Point
    answer: Answer
    state: str
    is_worry: bool

    @property
    def tag(self) -> str:
        return TAGS[self.state]

    @property
    def waits(self) -> bool:
        return self.state in (WAITS, ANSWERED_IT)


def worrying(checklist: Checklist) -> frozenset[int]:
    """The points at which a worry was told, also where it is not known any more."""
    return frozenset(each.point.number for each in worries(told_in([checklist])))


def state_of(checklist: Checklist, number: int) -> str:
    review = checklist.review(number)
    if review:
        return _STATES[review.verdict]
    before = [each for each in checklist.reviews if each.point == number]
    return ANSWERED_IT if before and before[-1].verdict == SENT_BACK else WAITS


def rows_of(checklist: Checklist) -> list[Row]:
    """What was talked about: worries first, then by theme, then by number."""
    places = {theme.id: place for place, theme in enumerate(themes())}
    worries_at = worrying(checklist)
    rows = [
        Row(point(number), answer, state_of(checklist, number), number in worries_at)
        for number, answer in checklist.answers.items()
    ]
    return sorted(
        rows, key=lambda row: (not row.is_worry, places[row.point.theme], row.point.number)
    )


def in_groups(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    """Worries, and then each theme by its title. Those without a point are left out."""
    titles = {theme.id: theme.title for theme in themes()}
    groups: dict[str, list[Row]] = {}
    for row in rows:
        heading = "Worries" if row.is_worry else titles[row.point.theme]
        groups.setdefault(heading, []).append(row)
    return groups


def next_after(rows: list[Row], number: int) -> int | None:
    """The next one that waits, from this one on and then from the top; None when none does."""
    numbers = [row.point.number for row in rows]
    place = numbers.index(number) if number in numbers else -1
    for row in (*rows[place + 1 :], *rows[:place]):
        if row.waits and row.point.number != number:
            return row.point.number
    return None
