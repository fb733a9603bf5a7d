"""From what was recorded to flat facts. Nothing else turns records into facts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from protocol.operators import Recorded, Row
from protocol.records import FEEDS, RECORDS, RecordKind
from rules.answers import NOT_KNOWN, YES
from rules.calendar import london, working_day_after
from rules.evaluate import read_facts
from rules.facts import Fact, FactError, Kind, Value, read_value
from rules.pack import Pack


def situation(pack: Pack, raw: Mapping[str, Any], on: datetime) -> dict[str, Value]:
    """Flat facts from JSON, as they stand at a moment: fact ids, and lists named by record.

    A record is an object with a text ``id`` and fields as ``protocol.records`` has them.
    ``carer_complete`` says whether the list of carers is complete. Raises FactError naming the
    field.
    """
    record_keys = {key for kind in RECORDS for key in (kind, f"{kind}_complete")}
    facts = read_facts(pack, {id: v for id, v in raw.items() if id not in record_keys})
    recorded = Recorded(
        on=on,
        rows={name: _rows(name, kind, raw[name]) for name, kind in RECORDS.items() if name in raw},
        complete=frozenset(name for name in RECORDS if _is_complete(name, raw)),
        facts=dict(facts),
        number=lambda name: pack.number(name, london(on).date()),
        working_day_after=lambda day, days: working_day_after(day, days, pack.bank_holidays),
    )
    for feed in FEEDS:
        given = [kind for kind in feed.kinds if kind in raw]
        known = facts.get(feed.fact, NOT_KNOWN) is not NOT_KNOWN
        if given and known:
            raise FactError(feed.fact, f"is given twice: by itself and by {given[0]}")
        if given or (not known and any(kind in raw for kind in feed.helped_by)):
            facts[feed.fact] = feed.work_out(recorded)
    return facts


def _is_complete(name: str, raw: Mapping[str, Any]) -> bool:
    field = f"{name}_complete"
    if field in raw and name not in raw:
        raise FactError(field, f"is given without any {name}")
    return read_value(Fact(field, Kind.YES_NO, field), raw.get(field)) is YES


def _rows(name: str, kind: RecordKind, raw: Any) -> tuple[Row, ...]:
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
    return tuple(
        {
            name_of: read_value(
                Fact(f"{name}[{place}].{name_of}", field.kind, name_of, options=field.options),
                record.get(name_of),
            )
            for name_of, field in kind.fields.items()
        }
        for place, record in enumerate(raw)
    )
