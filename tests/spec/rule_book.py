"""Print the specs as the rule book, and their tables for its pages in the service.

python -m tests.spec.rule_book
"""

import inspect
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from protocol import examples, records
from protocol.pack import SECTIONS, current_pack
from protocol.records import FEEDS
from protocol.rule_book import heading
from rules.conditions import in_words
from rules.pack import Pack, PackRule, say
from rules.rule import RuleKind, Source, rules_in
from tests.spec.proved import proved
from tests.spec.readings_page import readings_page
from tests.spec.tables import USUAL_MOMENT, Row, parse

DOCS = Path(__file__).parents[2] / "docs"

HEAD = f"""\
# Rule book

Every rule of the joint protocol that this service runs, with examples. Printed from
`tests/spec` by `make rule-book`: change a table there, never here. Tests compare every row
with the rules.

How to read a table:

- Each row is one young person. A blank cell means that nobody knows.
- The last column is what the rule says: *yes* (it applies), *no* (it does not) or *not known*
  (it cannot be told yet). For a rule that must not be broken, *yes* means not allowed yet.
- A cell about records lists them: `s20 2026-01-05 to 2026-03-31; complete` is one time in care,
  on a list that somebody confirmed as complete. `now` means that it still runs, `over` that it
  ended on a day nobody knows, and `?` stands for whatever is not known.
- `on` is when advice is asked for and `due` when the time limit runs out, both in London time.
  A row without `on` is about the time of `presented at`, and without that about
  {USUAL_MOMENT:%H:%M} on {USUAL_MOMENT:%A %-d %B %Y}. A blank `due` is not checked.

A reading is how an open point of the protocol is understood. Every reading is ours, to be
confirmed by the council."""


@dataclass(frozen=True)
class Spec:
    """One test: the rule it is about, or the fact worked out from records, prose and table."""

    chapter: str
    test: str
    rule_id: str
    prose: str
    table: str

    @property
    def rows(self) -> list[Row]:
        return parse(self.table)


def specs(section: ModuleType) -> Iterator[Spec]:
    """Each test of the section's chapter, with the rule and table it would have checked."""
    chapter = section.__name__.rpartition(".")[2]
    for name, test in vars(import_module(f"tests.spec.test_{chapter}")).items():
        if name.startswith("test_"):
            yield from called_with(chapter, name, test)


def called_with(chapter: str, name: str, test: Callable[..., None]) -> list[Spec]:
    seen: list[Spec] = []
    prose = inspect.getdoc(test) or ""
    test(lambda rule_id, table: seen.append(Spec(chapter, name, rule_id, prose, table)))
    return seen


def all_specs() -> list[Spec]:
    return [spec for section in SECTIONS for spec in specs(section)]


def rule_book() -> str:
    parts = [HEAD]
    for section in SECTIONS:
        tables = {spec.rule_id: spec for spec in specs(section)}
        parts.append(f"## {section.title}")
        for rule in rules_in(section):
            parts.extend(entry(current_pack(), current_pack().rule[rule.id], tables.get(rule.id)))
    parts.append("## What records say")
    for spec in specs(records):
        parts.extend(worked_out(spec))
    parts.extend(proved(current_pack()))
    return "\n\n".join(parts) + "\n"


def entry(pack: Pack, rule: PackRule, spec: Spec | None) -> Iterator[str]:
    yield f"### {rule.id}: {heading(pack, rule)}"
    yield rule.words
    yield "\n".join(f"- {name}: {words}" for name, words in particulars(pack, rule))
    if spec:
        yield spec.prose
        yield markdown(spec.rows)


def worked_out(spec: Spec) -> Iterator[str]:
    """A fact that is worked out from records, where nobody gives it by itself."""
    [feed] = [feed for feed in FEEDS if feed.fact == spec.rule_id]
    fact = current_pack().fact[feed.fact]
    kinds = " and ".join(kind.replace("_", " ") for kind in feed.kinds)
    yield f"### {fact.id.replace('_', ' ')}: {fact.unknown}"
    yield f"- Worked out from: {kinds}"
    yield spec.prose
    yield markdown(spec.rows)


def particulars(pack: Pack, rule: PackRule) -> Iterator[tuple[str, str]]:
    if rule.act:
        asks = "Holds back" if rule.kind is RuleKind.GATE else "Act"
        yield asks, pack.act[rule.act].says
    if rule.id in pack.conditions:
        words = in_words(pack.conditions[rule.id], say(pack, USUAL_MOMENT.date()))
        yield "When", words
    yield "Source", str(rule.source)
    for reading in rule.readings:
        yield f"Reading {reading}", pack.reading[reading].says
    if rule.source.review_by:
        yield "Held against the text", checked(rule.source)
    if rule.due:
        yield "Deadline", pack.due_words(rule, USUAL_MOMENT, USUAL_MOMENT)
    if rule.shown:
        yield "Shown on", rule.shown


def checked(source: Source) -> str:
    on = f"{source.checked_on:%-d %B %Y}" if source.checked_on else "not yet"
    return f"{on}; to be looked at again by {source.review_by:%-d %B %Y}"


def markdown(rows: list[Row]) -> str:
    names = list(rows[0].cells)
    lines = [names, ["-"] * len(names)]
    lines += [[_shown(cell) for cell in row.cells.values()] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _shown(cell: str) -> str:
    return cell.replace("_", " ")


def tables() -> str:
    """Every table as JSON, a row a line, so that a change to one shows as that."""
    return (
        "{\n"
        + ",\n".join(f"{_json(spec.rule_id)}: {_table(spec)}" for spec in all_specs())
        + "\n}\n"
    )


def _table(spec: Spec) -> str:
    rows = ",\n".join(_json([_shown(cell) for cell in row.cells.values()]) for row in spec.rows)
    columns = _json(list(spec.rows[0].cells))
    return (
        f'{{"prose": {_json(" ".join(spec.prose.split()))},\n"columns": {columns},'
        f'\n"rows": [\n{rows}\n]}}'
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def printed() -> dict[Path, str]:
    """What stands in each of the files printed from here."""
    return {
        DOCS / "rule-book.md": rule_book(),
        DOCS / "readings.md": readings_page(),
        examples.FILE: tables(),
    }


if __name__ == "__main__":
    for file, text in printed().items():
        file.write_text(text)
