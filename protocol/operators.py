"""How records say something about a fact: the declared operators.

Each makes a function from what is recorded to one value. A list that nobody confirmed as
complete never says no, and a time that is not known is neither before nor after another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from rules.answers import NO, NOT_KNOWN, YES, Answer, yes_if
from rules.calendar import LONDON, london
from rules.facts import Value

Row = Mapping[str, Value]
"""One record: field → value. Its ``id`` is not among them."""


@dataclass(frozen=True)
class Recorded:
    """Everything recorded about one young person, as it stands at a moment.

    ``rows`` are kind → its records in the order they were made; ``complete`` names the kinds
    whose list somebody confirmed as complete. ``facts`` are the flat facts given beside them.
    ``number`` gives the dated number of that name, in force on the day; ``working_day_after`` the
    working day so many working days after a day.
    """

    on: datetime
    rows: Mapping[str, tuple[Row, ...]]
    complete: frozenset[str]
    facts: Mapping[str, Value]
    number: Callable[[str], int]
    working_day_after: Callable[[date, int], date]

    def of(self, kind: str) -> tuple[Row, ...]:
        return self.rows.get(kind, ())


WorkOut = Callable[[Recorded], Value]
Where = Callable[[Row], Answer]


def any_of(kind: str, field: str) -> WorkOut:
    """Yes if any record says yes; no only if all say no and the list is complete."""
    return lambda recorded: any_where(recorded, kind, lambda row: says(row, field))


def any_where(recorded: Recorded, kind: str, where: Where) -> Answer:
    """Yes if ``where`` is so of any record; no only if it is so of none and the list is
    complete. Of nothing: not known."""
    answers = [where(row) for row in recorded.of(kind)]
    if YES in answers:
        return YES
    return NO if answers and kind in recorded.complete and set(answers) == {NO} else NOT_KNOWN


def all_of(kind: str, field: str) -> WorkOut:
    """No if any record says no; yes only if all say yes and the list is complete. Of nothing: not
    known."""

    def work_out(recorded: Recorded) -> Value:
        answers = _answers(recorded, kind, field)
        if NO in answers:
            return NO
        return YES if answers and kind in recorded.complete and set(answers) == {YES} else NOT_KNOWN

    return work_out


def latest(kind: str, field: str, by: str = "at") -> WorkOut:
    """What the latest record says, by its time. Not known while the time of any is not known,
    unless all of them say the same."""

    def work_out(recorded: Recorded) -> Value:
        rows = recorded.of(kind)
        said = {row[field] for row in rows}
        if len(said) == 1:
            return said.pop()
        if not rows or any(row[by] is NOT_KNOWN for row in rows):
            return NOT_KNOWN
        last = max(as_moment(row[by]) for row in rows)
        at_last = {row[field] for row in rows if as_moment(row[by]) == last}
        return at_last.pop() if len(at_last) == 1 else NOT_KNOWN

    return work_out


def last(recorded: Recorded, kind: str, by: str = "at") -> Row | None:
    """The latest record by its time; nothing while that cannot be told."""
    rows = recorded.of(kind)
    if len(rows) == 1:
        return rows[0]
    if not rows or any(row[by] is NOT_KNOWN for row in rows):
        return None
    latest_time = max(as_moment(row[by]) for row in rows)
    at_last = [row for row in rows if as_moment(row[by]) == latest_time]
    return at_last[0] if all(row == at_last[0] for row in at_last) else None


def count(kind: str, where: Where) -> Callable[[Recorded], tuple[int, int | None]]:
    """The fewest and the most records for which ``where`` is so. The most is ``None`` while
    nobody confirmed that the list is complete."""

    def work_out(recorded: Recorded) -> tuple[int, int | None]:
        answers = [where(row) for row in recorded.of(kind)]
        fewest = answers.count(YES)
        most = fewest + answers.count(NOT_KNOWN)
        return fewest, most if kind in recorded.complete else None

    return work_out


def before(first: Value, second: Value) -> Answer:
    """Whether one time came before another. The same time is not before it."""
    if first is NOT_KNOWN or second is NOT_KNOWN:
        return NOT_KNOWN
    return yes_if(as_moment(first) < as_moment(second))


def days_between(first: Value, last: Value) -> int | None:
    """Days from the one to the other, in London, both included; ``None`` while not known."""
    if first is NOT_KNOWN or last is NOT_KNOWN:
        return None
    return (as_day(last) - as_day(first)).days + 1


def says(row: Row, field: str) -> Answer:
    """What a record says to a yes/no field."""
    value = row[field]
    assert isinstance(value, Answer)  # read against the kind of record
    return value


def as_moment(value: Value) -> datetime:
    """A day stands for its beginning, in London."""
    if isinstance(value, datetime):
        return value
    assert isinstance(value, date)  # not known was handled before
    return datetime.combine(value, time(), LONDON)


def as_day(value: Value) -> date:
    assert isinstance(value, date)  # a moment is one as well
    return london(value).date() if isinstance(value, datetime) else value


def _answers(recorded: Recorded, kind: str, field: str) -> list[Value]:
    return [row[field] for row in recorded.of(kind)]
