"""The rows people write: one young person each, what must follow and why."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from protocol.pack import current_pack
from rules.answers import NO, NOT_KNOWN, YES, Answer
from tests.scenarios.notation import in_full, read_facts
from tests.scenarios.sheet import HERE, Line, read

COLUMNS = (
    "id",
    "story",
    "on",
    "facts",
    "applies",
    "does_not_apply",
    "cannot_be_told",
    "only",
    "outcome",
    "due",
    "whatever",
    "table",
    "why",
    "paragraph",
)
NEEDED = ("id", "story", "on", "why", "paragraph")

EXPECTED_IN = {"applies": YES, "does_not_apply": NO, "cannot_be_told": NOT_KNOWN}

OUTCOMES = tuple(fact for fact in current_pack().fact if fact.startswith("outcome_"))

MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


@dataclass(frozen=True)
class Row:
    """One row as it was written. A blank in it is a blank: nobody knows.

    ``line`` still holds every cell; the parts below are read from it.
    """

    line: Line

    @property
    def id(self) -> str:
        return self.line["id"]

    @property
    def part(self) -> str:
        """The part of the way it is about: its file's name."""
        return self.line.path.stem

    def expected(self) -> dict[str, Answer]:
        """Rule id → what must be said of it."""
        found: dict[str, Answer] = {}
        for column, answer in EXPECTED_IN.items():
            for rule in self.line.items(column):
                known = current_pack().rule.get(rule)
                if known is None or known.condition is None:
                    raise self.line.wrong(f"{column}: there is no rule {rule} with a condition")
                if rule in found:
                    raise self.line.wrong(f"{rule} is expected twice")
                found[rule] = answer
        return found

    def due(self) -> dict[str, str]:
        """Rule id → the London time its limit runs out, or ``none``."""
        found = {}
        for item in self.line.items("due"):
            rule, _, at = item.partition("=")
            if rule not in current_pack().rule:
                raise self.line.wrong(f"due: there is no rule {rule}")
            if at != "none" and not MOMENT.fullmatch(at):
                raise self.line.wrong(f"due: {at!r} is no time like 2026-05-20 16:50")
            found[rule] = at
        return found

    def outcomes(self) -> dict[str, Answer]:
        """Rule id → what must be said of it: the outcomes named hold. Others must not."""
        found = {}
        for outcome in self.line.items("outcome"):
            if f"outcome_{outcome}" not in OUTCOMES:
                raise self.line.wrong(f"outcome: there is no outcome {outcome}")
            found[f"outcome_{outcome}"] = YES
        return found

    def only(self) -> frozenset[str]:
        """Rules of the groups named that the row does not say apply: they must not."""
        others: set[str] = set()
        for name in self.line.items("only"):
            if name not in groups():
                raise self.line.wrong(f"only: there is no group {name}; see groups.csv")
            others |= set(groups()[name])
        if self.line["outcome"]:
            others |= set(OUTCOMES)
        return frozenset(others - set(self.line.items("applies")) - set(self.outcomes()))

    def facts(self) -> dict[str, object]:
        """Facts and records as ``protocol.situation`` takes them."""
        return read_facts(self.line)


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Group → rules that belong together, as ``only`` names them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in read(HERE / "tables" / "groups.csv", ("group", "rules", "meaning"), ("meaning",)):
        for rule in line.items("rules"):
            if rule not in current_pack().rule:
                raise line.wrong(f"there is no rule {rule}")
        found[line["group"]] = line.items("rules")
    return found


def read_rows(path: Path) -> list[Row]:
    """The rows of one file, ``like …`` put in full. Raises ScenarioError naming file and line."""
    so_far: dict[str, tuple[str, ...]] = {}
    rows = []
    for line in read(path, COLUMNS, NEEDED):
        so_far[line["id"]] = in_full(line, so_far)
        cells = {**line.cells, "facts": "; ".join(so_far[line["id"]])}
        rows.append(Row(replace(line, cells=cells)))
    return rows


@cache
def all_rows() -> tuple[Row, ...]:
    """Every row, file by file. Raises ScenarioError for an id or a case that is there twice."""
    rows = tuple(row for path in sorted(HERE.glob("*.csv")) for row in read_rows(path))
    seen: dict[str, Row] = {}
    cases: dict[tuple[str, ...], Row] = {}
    for row in rows:
        case = tuple(row.line[column] for column in ("on", "facts", "table"))
        if row.id in seen:
            raise row.line.wrong(f"the id {row.id} is there twice")
        if case in cases:
            raise row.line.wrong(f"says the same as {cases[case].id}: join them")
        seen[row.id] = cases[case] = row
    return rows
