"""From what was recorded to flat facts. Nothing else turns records into facts.

What repeats is a record with an id of its own: a carer, a relative. A list of records says
something about a fact through an operator. A list that nobody confirmed as complete never
says no.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.evaluate import read_facts
from rules.facts import Fact, FactError, Kind, Value, read_value
from rules.pack import Pack


@dataclass(frozen=True)
class Feed:
    """A fact that a record's yes/no field says something about."""

    fact: str
    operator: Callable[[Iterable[Answer], bool], Answer]
    field: str


@dataclass(frozen=True)
class RecordKind:
    fields: tuple[str, ...]
    feeds: tuple[Feed, ...] = ()


def any_of(answers: Iterable[Answer], complete: bool) -> Answer:
    """Yes if any is; no only if all are no and the list is complete."""
    answers = list(answers)
    if YES in answers:
        return YES
    return NO if answers and complete and set(answers) == {NO} else NOT_KNOWN


def all_of(answers: Iterable[Answer], complete: bool) -> Answer:
    """No if any is; yes only if all are yes and the list is complete. Of nothing: not known."""
    answers = list(answers)
    if NO in answers:
        return NO
    return YES if answers and complete and set(answers) == {YES} else NOT_KNOWN


RECORDS = {
    "carer": RecordKind(
        ("identified", "contacted", "willing"),
        (Feed("parent_or_carer_willing", any_of, "willing"),),
    ),
    "relative": RecordKind(("might_help",)),
}


def situation(pack: Pack, raw: Mapping[str, Any]) -> dict[str, Value]:
    """Flat facts from JSON: fact ids, and lists named by record.

    A record is an object with a text ``id`` and yes/no fields. ``carer_complete`` says whether
    the list of carers is complete. Raises FactError naming the field.
    """
    record_keys = {key for kind in RECORDS for key in (kind, f"{kind}_complete")}
    facts = read_facts(pack, {id: v for id, v in raw.items() if id not in record_keys})
    for name, kind in RECORDS.items():
        if name in raw:
            complete = _answer(f"{name}_complete", raw.get(f"{name}_complete")) is YES
            records = _records(name, kind, raw[name])
            for feed in kind.feeds:
                if facts.get(feed.fact, NOT_KNOWN) is not NOT_KNOWN:
                    raise FactError(feed.fact, f"is given twice: by itself and by {name}")
                facts[feed.fact] = feed.operator(
                    [record[feed.field] for record in records], complete
                )
        elif f"{name}_complete" in raw:
            raise FactError(f"{name}_complete", f"is given without any {name}")
    return facts


def _records(name: str, kind: RecordKind, raw: Any) -> list[dict[str, Answer]]:
    if not isinstance(raw, list):
        raise FactError(name, "must be a list of records")
    seen: set[str] = set()
    for place, record in enumerate(raw):
        where = f"{name}[{place}]"
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            raise FactError(where, "must be an object with an id")
        if record["id"] in seen:
            raise FactError(where, f"has the id {record['id']!r} of another {name}")
        seen.add(record["id"])
        for field in record.keys() - {"id", *kind.fields}:
            raise FactError(f"{where}.{field}", "is not a field of this record")
    return [
        {field: _answer(f"{name}[{place}].{field}", record.get(field)) for field in kind.fields}
        for place, record in enumerate(raw)
    ]


def _answer(field: str, raw: Any) -> Answer:
    value = read_value(Fact(field, Kind.YES_NO, field), raw)
    assert isinstance(value, Answer)  # a yes/no fact has no other values
    return value
