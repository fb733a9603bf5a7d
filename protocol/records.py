"""What repeats, each with an id of its own: the kinds of record, their fields, and the facts
that they say something about."""

from collections.abc import Mapping
from dataclasses import dataclass

from protocol.catalogue.placement import ACCOMMODATION
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
    "placement": RecordKind(
        {
            "kind": Field(Kind.CHOICE, ACCOMMODATION),
            "at": Field(Kind.MOMENT),
            "provider_registered": Field(),
            "away_from_rivals": Field(),
            "not_shared_with_very_vulnerable": Field(),
        }
    ),
    "visit": RecordKind(
        {
            "kind": Field(
                Kind.CHOICE,
                (
                    Option("support", "a support visit"),
                    Option("social_work", "a visit by their social worker"),
                ),
            ),
            "at": Field(Kind.MOMENT),
            "seen": Field(),
        }
    ),
    "fewer_visits_decision": RecordKind(
        {
            "at": Field(Kind.MOMENT),
            "decided": Field(),
            "evidence_recorded": Field(),
            "reasons_recorded": Field(),
            "young_persons_view_recorded": Field(),
            "second_person_agrees": Field(),
            "look_again_on": Field(Kind.DATE),
        }
    ),
    "custody": RecordKind(
        {
            "kind": Field(
                Kind.CHOICE,
                (Option("remand", "remanded"), Option("sentence", "serving a sentence")),
            ),
            "first_day": Field(Kind.DATE),
            "last_day": Field(Kind.DATE),
            "still_running": Field(),
            "release_date": Field(Kind.DATE),
        }
    ),
    "care_period": RecordKind(
        {
            "basis": Field(
                Kind.CHOICE,
                (
                    Option("s20", "section 20 of the Children Act 1989"),
                    Option("s21", "section 21 of the Children Act 1989"),
                    Option("care_order", "a care order"),
                    Option("remand", "a remand"),
                    Option("not_looked_after", "something that does not make them looked after"),
                ),
            ),
            "first_day": Field(Kind.DATE),
            "last_day": Field(Kind.DATE),
            "still_running": Field(),
        }
    ),
    "looked_after_review": RecordKind({"held_on": Field(Kind.DATE)}),
}

FEEDS: tuple[Feed, ...] = (Feed("parent_or_carer_willing", ("carer",), any_of("carer", "willing")),)
