"""Every example there is: a young person, and what some rules must say of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from protocol import records
from protocol.situation import situation
from rules.answers import Answer
from rules.facts import Value, read_moment
from rules.pack import Pack
from tests.scenarios.cases import all_cases
from tests.spec.rule_book import all_specs, specs
from tests.spec.tables import DUE, facts_of, moment_of, worked_out

SCENARIO = "scenario "


@dataclass(frozen=True)
class Example:
    """``expected`` is rule → what it says, and ``due`` rule → when its time limit runs out, as
    ``tests.spec.tables`` writes it. Rules in ``must_not_apply`` do not apply or cannot be told.
    ``where`` it stands starts with the rule its table is about, or says that it is a scenario."""

    where: str
    facts: Mapping[str, Value]
    on: datetime
    expected: Mapping[str, Answer]
    due: Mapping[str, str]
    must_not_apply: frozenset[str] = frozenset()


def examples(pack: Pack) -> Iterator[Example]:
    """Every row of every table and every scenario, with records as the pack's numbers have
    them."""
    yield from _rows(pack)
    yield from _scenarios(pack)


def _rows(pack: Pack) -> Iterator[Example]:
    for spec in all_specs():
        for row in spec.rows:
            due = row.cells.get(DUE, "")
            yield Example(
                f"{spec.rule_id}, row {row.number}",
                facts_of(row, pack),
                moment_of(row),
                {spec.rule_id: Answer(row.expected)},
                {spec.rule_id: due} if due else {},
            )


def _scenarios(pack: Pack) -> Iterator[Example]:
    for case in all_cases():
        on = read_moment("on", case.on)
        facts = situation(pack, case.raw, on)
        yield Example(f"{SCENARIO}{case.id}", facts, on, case.expected, case.due, case.only)


def records_got_wrong(pack: Pack) -> str:
    """Where the first example of what records say stands that the pack's numbers get wrong;
    nothing if they get none wrong."""
    for spec in specs(records):
        for row in spec.rows:
            if worked_out(spec.rule_id, row, pack) != row.expected:
                return f"{spec.rule_id}, row {row.number}"
    return ""
