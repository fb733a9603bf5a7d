"""The table of examples that stands beside each rule, as `tests/spec` prints it."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("tables.json")


@dataclass(frozen=True)
class Examples:
    """A rule's table: what it shows, its columns, and a young person in each row.

    A blank cell is not known. The last column is what the rule says.
    """

    prose: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def examples() -> dict[str, Examples]:
    """By the rule's id. Printed by `make rule-book`; a test holds it to be current."""
    return {
        rule: Examples(
            table["prose"], tuple(table["columns"]), tuple(tuple(row) for row in table["rows"])
        )
        for rule, table in json.loads(FILE.read_text()).items()
    }
