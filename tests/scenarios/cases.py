"""From rows to cases: a row as it stands, over a table kept by hand, and whatever else is so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from protocol.pack import current_pack
from rules.answers import Answer
from rules.facts import FactError, Kind, read_moment
from tests.scenarios.notation import Raw
from tests.scenarios.rows import MOMENT, Row, all_rows
from tests.scenarios.sheet import HERE, Line, read

TABLE = re.compile(r"(\w+)((?: \w+=\w+)*)")
TOKEN = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Case:
    """One check: a row, and which of its variations this is (blank: the row as written)."""

    row: Row
    variation: str
    raw: Raw
    expected: dict[str, Answer]
    only: frozenset[str]
    due: dict[str, str]

    @property
    def id(self) -> str:
        return f"{self.row.id}{f', {self.variation}' if self.variation else ''}"

    @property
    def on(self) -> str:
        return self.row.line["on"]


@cache
def all_cases() -> tuple[Case, ...]:
    """Every check. Raises ScenarioError naming file and line."""
    return tuple(case for row in all_rows() for case in cases_of(row))


def cases_of(row: Row) -> Iterator[Case]:
    for variation, filled in over_table(row):
        case = as_written(filled, variation)
        yield case
        yield from whatever(case)


def as_written(row: Row, variation: str = "") -> Case:
    expected, only, due = row.expected() | row.outcomes(), row.only(), row.due()
    if not (expected or only or due):
        raise row.line.wrong("expects nothing")
    if not MOMENT.fullmatch(row.line["on"]):
        raise row.line.wrong(f"on: {row.line['on']!r} is no time like 2026-05-20 16:50")
    try:
        read_moment("on", row.line["on"])
    except FactError as error:
        raise row.line.wrong(str(error)) from error
    return Case(row, variation, row.facts(), expected, only, due)


def over_table(row: Row) -> Iterator[tuple[str, Row]]:
    """The row once for each line of its table, the table's words put for ``{…}``."""
    named = row.line["table"]
    if not named:
        if any(TOKEN.search(cell) for cell in row.line.cells.values()):
            raise row.line.wrong("has {…} in it but names no table")
        yield "", row
        return
    match = TABLE.fullmatch(named)
    path = HERE / "tables" / f"{match[1]}.csv" if match else HERE
    if match is None or not path.is_file():
        raise row.line.wrong(f"table: there is no table {named}")
    wanted = dict(part.split("=") for part in match[2].split())
    lines = [line for line in read(path) if _wanted(row, line, wanted)]
    if not lines:
        raise row.line.wrong(f"table: no line of {named}")
    for line in lines:
        cells = {column: _fill(row, line, cell) for column, cell in row.line.cells.items()}
        yield f"{match[1]} line {line.number}", Row(replace(row.line, cells=cells))


def _wanted(row: Row, line: Line, wanted: dict[str, str]) -> bool:
    for column, cell in wanted.items():
        if column not in line.cells:
            raise row.line.wrong(f"table: it has no column {column}")
        if line[column] != cell:
            return False
    return True


def _fill(row: Row, line: Line, cell: str) -> str:
    def put(match: re.Match[str]) -> str:
        if match[1] not in line.cells:
            raise row.line.wrong(f"the table has no column {match[1]}")
        return line[match[1]]

    return TOKEN.sub(put, cell)


def whatever(case: Case) -> Iterator[Case]:
    """The same result, whatever each fact named is. In the row itself they are blank."""
    for item in case.row.line.items("whatever"):
        fact, _, values = item.partition("=")
        for value in values.split("/") if values else _every_value(case.row, fact):
            if fact in case.raw:
                raise case.row.line.wrong(f"whatever: {fact} is among the facts")
            raw = {**case.raw, fact: value}
            told = f"{case.variation}, {fact}={value}" if case.variation else f"{fact}={value}"
            yield replace(case, raw=raw, variation=told)


def _every_value(row: Row, id: str) -> tuple[str, ...]:
    fact = current_pack().fact.get(id)
    if fact is None or fact.kind not in (Kind.YES_NO, Kind.CHOICE):
        raise row.line.wrong(f"whatever: {id} is no fact with answers of its own")
    return tuple(option.id for option in fact.options) or ("yes", "no")
