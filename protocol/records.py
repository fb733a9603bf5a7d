"""What repeats, each with an id of its own: the kinds of record, their fields, and the facts
that they say something about."""

from collections.abc import Mapping
from dataclasses import dataclass

from protocol.operators import WorkOut, any_of
from rules.facts import Kind, Option


@dataclass(frozen=True)
class Field:
    """One thing a record says. ``options`` where it is a choice."""

    kind: Kind = Kind.YES_NO
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class RecordKind:
    """``fields`` are those that mean something to rules; others are nobody's business here."""

    fields: Mapping[str, Field]


@dataclass(frozen=True)
class Feed:
    """A fact that records say something about, and the kinds of record it is worked out from."""

    fact: str
    kinds: tuple[str, ...]
    work_out: WorkOut


RECORDS: dict[str, RecordKind] = {
    "carer": RecordKind({"identified": Field(), "contacted": Field(), "willing": Field()}),
    "relative": RecordKind({"might_help": Field()}),
}

FEEDS: tuple[Feed, ...] = (Feed("parent_or_carer_willing", ("carer",), any_of("carer", "willing")),)
