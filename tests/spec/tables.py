"""Check a rule against a table of examples.

A column is a fact, with spaces for underscores; a blank cell is not known. The last column is
what the rule says: `applies`, or for a definition the fact it concludes. Two columns are about
time, both in London: `on` is when advice is asked for, `due` when the time limit runs out, or
`none`. A column's name may run over several lines, down to the line of dashes.

A column can be a kind of record; see `tests/spec/notation.py` for what stands in its cells. A
table can also be about a fact that is worked out from records: that fact is its last column.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from protocol.pack import current_pack
from protocol.records import FEEDS
from protocol.situation import situation
from rules.answers import NOT_KNOWN, Answer
from rules.calendar import LONDON, london
from rules.evaluate import Findings, evaluate
from rules.facts import FactError, Value, read_moment, write_value
from rules.pack import Pack, PackRule
from tests.spec.notation import NotationError, is_records
from tests.spec.notation import given as records

USUAL_MOMENT = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
"""Wednesday morning. A row that names no moment is about this one, or about `presented at`."""

ON, DUE, APPLIES = "on", "due", "applies"
ANSWERS = [answer.value for answer in Answer]
FED = {feed.fact for feed in FEEDS}


class TableError(ValueError):
    """A table that cannot be read."""


@dataclass(frozen=True)
class Row:
    """One example: its place in the table, and each column's cell."""

    number: int
    cells: dict[str, str]

    @property
    def expected(self) -> str:
        return list(self.cells.values())[-1]

    @property
    def given(self) -> dict[str, str]:
        """Column → cell, for the facts that are known."""
        facts = list(self.cells.items())[:-1]
        return {name: cell for name, cell in facts if cell and name not in (ON, DUE)}

    def __str__(self) -> str:
        filled = ", ".join(f"{name}: {cell}" for name, cell in self.cells.items() if cell)
        return f"row {self.number} ({filled})"


def parse(table: str) -> list[Row]:
    """The rows of a table. Raises TableError naming the row that is wrong."""
    lines = [line.strip() for line in table.strip().splitlines()]
    rule = next((place for place, line in enumerate(lines) if set(line) <= set("-+")), 0)
    if not rule:
        raise TableError("the table has no line of dashes below its columns' names")
    names = [" ".join(" ".join(parts).split()) for parts in _columns(lines[:rule])]
    if len(set(names)) < len(names) or not all(names):
        raise TableError(f"a column has no name of its own: {names}")
    rows = []
    for number, line in enumerate(lines[rule + 1 :], start=1):
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != len(names):
            raise TableError(f"row {number} has {len(cells)} cells for {len(names)} columns")
        rows.append(Row(number, dict(zip(names, cells, strict=True))))
    if len({tuple(row.cells.values()) for row in rows}) < len(rows):
        raise TableError("a row stands there twice")
    return rows


def _columns(lines: list[str]) -> list[tuple[str, ...]]:
    split = [line.split("|") for line in lines]
    if len({len(cells) for cells in split}) != 1:
        raise TableError("the lines of the columns' names differ in number")
    return list(zip(*split, strict=True))


def check(rule_id: str, table: str) -> None:
    """Raises AssertionError naming the first row where the rules, or the records, say otherwise."""
    rule = current_pack().rule.get(rule_id)
    if rule is None and rule_id not in FED:
        raise TableError(f"there is no rule {rule_id}")
    for row in parse(table):
        if rule:
            check_row(rule, row)
        else:
            check_worked_out(rule_id, row)


def check_row(rule: PackRule, row: Row) -> None:
    says = f"{rule.id}, {row}"
    last = list(row.cells)[-1]
    if last != (rule.concludes.replace("_", " ") or APPLIES):
        raise TableError(f"{says}: the last column is {last!r}")
    if row.expected not in ANSWERS:
        raise TableError(f"{says}: {row.expected!r} is none of {', '.join(ANSWERS)}")
    try:
        findings = evaluated(row)
    except (FactError, NotationError) as error:
        raise TableError(f"{says}: {error}") from error
    if findings.conflicts:
        raise TableError(f"{says}: this cannot be. {findings.conflicts[0]}")
    result = findings.result(rule.id).value
    assert result == row.expected, f"{says}: the rules say {result}"
    if expected := row.cells.get(DUE):
        due = due_in_london(findings, rule)
        assert due == expected, f"{says}: the rules say it is due {due}"


def check_worked_out(fact: str, row: Row) -> None:
    """A fact that is worked out from records."""
    says = f"{fact}, {row}"
    if list(row.cells)[-1] != fact.replace("_", " "):
        raise TableError(f"{says}: the last column is {list(row.cells)[-1]!r}")
    result = worked_out(fact, row, current_pack())
    assert result == row.expected, f"{says}: the records say {result}"


def worked_out(fact: str, row: Row, pack: Pack) -> str:
    """What a row's records say of a fact, as a cell has it."""
    value = facts_of(row, pack).get(fact, NOT_KNOWN)
    if isinstance(value, datetime):
        return f"{london(value):%Y-%m-%d %H:%M}"
    return str(write_value(value))


def evaluated(row: Row) -> Findings:
    """What the rules say of a row. Raises FactError for a column that is no fact people give."""
    pack = current_pack()
    return evaluate(pack, facts_of(row, pack), moment_of(row))


def facts_of(row: Row, pack: Pack) -> dict[str, Value]:
    given: dict[str, Any] = {}
    for name in row.cells:
        known = name.replace(" ", "_") in pack.fact or is_records(name)
        if not known and name not in (ON, DUE, APPLIES):
            raise FactError(name, "is not a fact of these rules")
    for name, cell in row.given.items():
        given |= records(name, cell) if is_records(name) else {name.replace(" ", "_"): cell}
    return situation(pack, given, moment_of(row))


def moment_of(row: Row) -> datetime:
    """When advice is asked for: `on`, or when they presented, or the usual moment."""
    cell = row.cells.get(ON) or row.cells.get("presented at")
    return read_moment(ON, cell) if cell else USUAL_MOMENT


def due_in_london(findings: Findings, rule: PackRule) -> str:
    due = findings.due(rule)
    return f"{london(due):%Y-%m-%d %H:%M}" if due else "none"
