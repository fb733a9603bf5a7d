"""Reads the rows: what is known of a child, and what is expected of its rating."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rules.evaluate import read_facts
from rules.facts import FactError, Kind, Value
from thresholds.bands import BAND_IDS
from thresholds.indicators import INDICATORS, fact_of
from thresholds.rating.catalogue import BEFORE, NOW
from thresholds.rating.pack import rating_pack

HERE = Path(__file__).parent
COLUMNS = ["id", "story", "facts", "minimum", "cannot_rule_out", "same_day", "why", "source"]
THE_REST = "the rest no"
IDS = {indicator.id for indicator in INDICATORS}
SAME_DAY = ("yes", "no", "not known")


class RowError(ValueError):
    """A row that cannot be read. The message names its file and line."""


@dataclass(frozen=True)
class Row:
    """One child. ``where`` it stands; ``facts`` as they are written."""

    id: str
    where: str
    facts: str
    minimum: str | None
    cannot_rule_out: tuple[str, ...]
    same_day: str

    @property
    def known(self) -> dict[str, Value]:
        """Raises RowError for what is no fact."""
        parts = [part.strip() for part in self.facts.split(";") if part.strip()]
        raw: dict[str, object] = {}
        if THE_REST in parts:
            parts.remove(THE_REST)
            raw = {fact.id: "no" for fact in (*NOW, *BEFORE) if fact.kind is Kind.YES_NO}
            raw |= {indicator.fact: "no" for indicator in INDICATORS}
            raw["contacts_in_12_months"] = 0
        for part in parts:
            raw |= self._one(part)
        try:
            return read_facts(rating_pack("barnet"), raw)
        except FactError as error:
            raise RowError(f"{self.where}: {error}") from error

    def _one(self, part: str) -> dict[str, object]:
        name, _, value = part.partition("=")
        if value:
            return {name: int(value) if value.isdigit() else value}
        id = part.removeprefix("not ")
        if id not in IDS:
            raise RowError(f"{self.where}: {part!r} is no indicator and no fact")
        return {fact_of(id): "no" if part.startswith("not ") else "yes"}


@cache
def all_rows() -> tuple[Row, ...]:
    """Every row of every file. Raises RowError."""
    return tuple(row for path in sorted(HERE.glob("*.csv")) for row in read(path))


def read(path: Path) -> list[Row]:
    with path.open(newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    if lines[0] != COLUMNS:
        raise RowError(f"{path.name}, line 1: the columns must be {', '.join(COLUMNS)}")
    return [_row(f"{path.name}, line {n}", cells) for n, cells in enumerate(lines[1:], start=2)]


def _row(where: str, cells: list[str]) -> Row:
    if len(cells) != len(COLUMNS):
        raise RowError(f"{where}: {len(cells)} cells for {len(COLUMNS)} columns")
    row = dict(zip(COLUMNS, cells, strict=True))
    for column in ("id", "story", "why", "source"):
        if not row[column].strip():
            raise RowError(f"{where}: {column} is blank")
    bands = tuple(part.strip() for part in row["cannot_rule_out"].split(";") if part.strip())
    if row["minimum"] not in (*BAND_IDS, "none") or not set(bands) <= set(BAND_IDS):
        raise RowError(f"{where}: {row['minimum']} or {row['cannot_rule_out']} is no band")
    if row["same_day"] not in SAME_DAY:
        raise RowError(f"{where}: same_day is none of {', '.join(SAME_DAY)}")
    minimum = None if row["minimum"] == "none" else row["minimum"]
    return Row(row["id"], where, row["facts"], minimum, bands, row["same_day"])
