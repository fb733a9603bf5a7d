"""A CSV file as rows that know their line."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


class ScenarioError(ValueError):
    """A file that cannot be read as scenarios. The message names the file and the line."""


@dataclass(frozen=True)
class Line:
    """One row of a file: its place, and each column's cell without outer spaces."""

    path: Path
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def wrong(self, problem: str) -> ScenarioError:
        return wrong(self.path, self.number, problem)

    def items(self, column: str, *, repeats: bool = False) -> tuple[str, ...]:
        """What a cell lists, parted by semicolons. ``repeats``: may it list the same twice."""
        found = tuple(part.strip() for part in self[column].split(";"))
        if self[column] and not all(found):
            raise self.wrong(f"{column} has a semicolon too many")
        if len(set(found)) < len(found) and not repeats:
            raise self.wrong(f"{column} names something twice")
        return found if self[column] else ()


def wrong(path: Path, number: int, problem: str) -> ScenarioError:
    place = path.relative_to(HERE) if path.is_relative_to(HERE) else path.name
    return ScenarioError(f"{place}, line {number}: {problem}")


def read(path: Path, columns: Sequence[str] = (), needed: Sequence[str] = ()) -> list[Line]:
    """The rows of a file, one a line.

    ``columns`` are those it must have, in this order (none: any); ``needed`` those in which
    every row says something. Raises ScenarioError naming file and line.
    """
    rows = [
        _split(path, number, line)
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1)
    ]
    heads = rows[0] if rows else []
    if columns and heads != list(columns):
        raise wrong(path, 1, f"the columns must be {', '.join(columns)}")
    lines = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(heads):
            raise wrong(path, number, f"has {len(row)} cells for {len(heads)} columns")
        line = Line(path, number, dict(zip(heads, row, strict=True)))
        for column in needed:
            if not line[column]:
                raise line.wrong(f"{column} is blank")
        lines.append(line)
    return lines


def _split(path: Path, number: int, line: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], strict=True), [])]
    except csv.Error as error:
        raise wrong(path, number, f"cannot be read: {error}") from error
