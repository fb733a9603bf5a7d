"""What happened on a case, the latest first: who or what did it, when, and what was said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from protocol.people import OWNERS
from store.entry import Entry
from views.case_kinds import kind_of
from views.words import count

ERASED = "What was said here was erased by law."
TOGETHER = "task_created"


@dataclass(frozen=True)
class Event:
    """``happened`` is set where it is another time than ``recorded``. ``when_is_known`` is false
    where nobody knows when it happened."""

    title: str
    by: str
    recorded: datetime
    happened: datetime | None
    when_is_known: bool
    says: tuple[str, ...]


def timeline(entries: Sequence[Entry], names: Mapping[str, str]) -> tuple[Event, ...]:
    """``names`` are those of the humans, by id. Tasks made together are one event."""
    found = (_event(list(group), names) for _, group in groupby(reversed(entries), _together))
    return tuple(found)


def _together(entry: Entry) -> tuple[str, ...]:
    same = (entry.kind, entry.command_id, entry.caused_by or "")
    return same if entry.kind == TOGETHER else (entry.id,)


def _event(group: list[Entry], names: Mapping[str, str]) -> Event:
    entry = group[0]
    kind = kind_of(entry.kind)
    many = len(group) > 1
    return Event(
        title=f"{kind.title}: {count(len(group), 'task')}" if many else kind.title,
        by="the system" if kind.by_rules else _who(entry, names),
        recorded=entry.recorded_at,
        happened=entry.occurred_at if entry.occurred_at != entry.recorded_at else None,
        when_is_known=entry.occurred_at is not None,
        says=tuple(line for each in reversed(group) for line in _says(each, names)),
    )


def _says(entry: Entry, names: Mapping[str, str]) -> Iterable[str]:
    if entry.body is None:
        return (ERASED,)
    return (line for line in kind_of(entry.kind).says(entry.body, names) if line.strip())


def _who(entry: Entry, names: Mapping[str, str]) -> str:
    who = f"{names.get(entry.human_id, 'somebody')}, {OWNERS.get(entry.role, entry.role)}"
    other = entry.on_behalf_of
    return f"{who}, for {names.get(other, other)}" if other else who
