"""How a cell writes down what is known: facts, records, and a row like another."""

import re
from collections.abc import Mapping

from protocol.pack import current_pack
from protocol.records import RECORDS
from rules.facts import Kind
from tests.scenarios.sheet import Line

FACT = re.compile(r"(\w+)=(.+)")
RECORD = re.compile(r"(\w+):(.+)")
COMPLETE = re.compile(r"(\w+) complete")
LIKE = re.compile(r"like (\S+)")
WITHOUT = re.compile(r"without (\w+)")

Raw = Mapping[str, object]
"""Facts and records as ``protocol.situation`` takes them."""


def read_facts(line: Line) -> dict[str, object]:
    """What the cell ``facts`` lists. Raises ScenarioError naming file and line."""
    raw: dict[str, object] = {}
    for item in line.items("facts", repeats=True):
        if match := COMPLETE.fullmatch(item):
            key, value = f"{match[1]}_complete", "yes"
        elif match := RECORD.fullmatch(item):
            rows = raw.setdefault(match[1], [])
            assert isinstance(rows, list)
            rows.append(_record(line, match[1], match[2], len(rows)))
            continue
        elif match := FACT.fullmatch(item):
            key, value = match[1], match[2]
        else:
            raise line.wrong(f"facts: {item!r} is neither fact=value nor a record")
        if key in raw:
            raise line.wrong(f"facts: {key} is given twice")
        raw[key] = _number(current_pack().fact.get(key), value)
    return raw


def _record(line: Line, kind: str, text: str, place: int) -> dict[str, object]:
    if kind not in RECORDS:
        raise line.wrong(f"facts: there is no record {kind}")
    record: dict[str, object] = {"id": f"{kind} {place + 1}"}
    for part in text.split(","):
        match = FACT.fullmatch(part.strip())
        if not match:
            raise line.wrong(f"facts: {part.strip()!r} in {kind} is not field=value")
        record[match[1]] = _number(RECORDS[kind].fields.get(match[1]), match[2])
    return record


def _number(what: object, value: str) -> object:
    return int(value) if getattr(what, "kind", None) is Kind.NUMBER and value.isdecimal() else value


def in_full(line: Line, so_far: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The facts of a row like another: the other's, with some put otherwise, left out or added."""
    items = line.items("facts", repeats=True)
    match = LIKE.fullmatch(items[0]) if items else None
    if not match:
        return items
    if match[1] not in so_far:
        raise line.wrong(f"facts: {match[1]} is not further up in this file")
    facts = list(so_far[match[1]])
    for item in items[1:]:
        without = WITHOUT.fullmatch(item)
        name = without[1] if without else _name(item)
        kept = [fact for fact in facts if _name(fact) != name]
        if without and len(kept) == len(facts):
            raise line.wrong(f"facts: {match[1]} has no {name} to leave out")
        if RECORD.fullmatch(item):
            facts.append(item)
        else:
            facts = kept if without else [*kept, item]
    return tuple(facts)


def _name(item: str) -> str:
    """What an item is about: a fact's id, a record's kind, or a list and that it is complete."""
    return item if COMPLETE.fullmatch(item) else re.split("[=:]", item)[0]
