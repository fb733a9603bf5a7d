"""Check a rule against a table of examples.

A column is a fact, with spaces for underscores; a blank cell is not known. The last column is
what the rule says: `applies`, or for a definition the fact it concludes. Two columns are about
time, both in London: `on` is when advice is asked for, `due` when the time limit runs out, or
`none`. A column's name may run over several lines, down to the line of dashes.
"""

from dataclasses import dataclass
from datetime import datetime

from protocol.pack import current_pack
from rules.answers import Answer
from rules.calendar import LONDON, london
from rules.evaluate import Findings, evaluate, read_facts
from rules.facts import FactError, read_moment
from rules.pack import PackRule

USUAL_MOMENT = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
"""Wednesday morning. A row that names no moment is about this one, or about `presented at`."""

ON, DUE, APPLIES = "on", "due", "applies"
ANSWERS = [answer.value for answer in Answer]


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
    """Raises AssertionError naming the first row where the rules say otherwise."""
    rule = current_pack().rule.get(rule_id)
    if rule is None:
        raise TableError(f"there is no rule {rule_id}")
    for row in parse(table):
        check_row(rule, row)


def check_row(rule: PackRule, row: Row) -> None:
    says = f"{rule.id}, {row}"
    last = list(row.cells)[-1]
    if last != (rule.concludes.replace("_", " ") or APPLIES):
        raise TableError(f"{says}: the last column is {last!r}")
    if row.expected not in ANSWERS:
        raise TableError(f"{says}: {row.expected!r} is none of {', '.join(ANSWERS)}")
    try:
        findings = evaluated(row)
    except FactError as error:
        raise TableError(f"{says}: {error}") from error
    if findings.conflicts:
        raise TableError(f"{says}: this cannot be. {findings.conflicts[0]}")
    result = findings.result(rule.id).value
    assert result == row.expected, f"{says}: the rules say {result}"
    if expected := row.cells.get(DUE):
        due = due_in_london(findings, rule)
        assert due == expected, f"{says}: the rules say it is due {due}"


def evaluated(row: Row) -> Findings:
    """What the rules say of a row. Raises FactError for a column that is no fact people give."""
    pack = current_pack()
    given = {name.replace(" ", "_"): cell for name, cell in row.given.items()}
    unknown = [name for name in row.cells if name.replace(" ", "_") not in pack.fact]
    for name in unknown:
        if name not in (ON, DUE, APPLIES):
            raise FactError(name, "is not a fact of these rules")
    facts = read_facts(pack, given)
    presented = facts.get(pack.deadline_starts)
    usual = presented if isinstance(presented, datetime) else USUAL_MOMENT
    return evaluate(pack, facts, read_moment(ON, row.cells[ON]) if row.cells.get(ON) else usual)


def due_in_london(findings: Findings, rule: PackRule) -> str:
    due = findings.due(rule)
    return f"{london(due):%Y-%m-%d %H:%M}" if due else "none"
