"""Print the thresholds and the rules about ratings, with their tables, as docs/thresholds.md.

python -m tests.spec.rating.book
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from tests.spec.rating.claims import PROOFS
from tests.spec.rule_book import DOCS, Spec, called_with, entry
from tests.spec.tables import USUAL_MOMENT
from thresholds import choices
from thresholds.bands import authority, bands, standing
from thresholds.indicators import DOMAINS, INDICATORS, THEMES, Indicator
from thresholds.rating.pack import SECTIONS, rating_pack, section_rules

PRINTED = DOCS / "thresholds.md"

HEAD = f"""\
# Thresholds

How a contact about a child is rated: the bands and their clocks, what can be ticked, and every rule
that suggests a rating, with examples. Printed from `thresholds/` and `tests/spec/rating` by
`make rule-book`: change those, never this page. Tests compare every row with the rules.

**Nothing here has been confirmed by a council.** No source says what Barnet's colours mean or gives
its hours. Every value is a default, with its source, until the head of service and the owner of the
thresholds confirm it, one by one.

**A suggestion is never a score and never the answer.** It is the least that what is known points
to. A worker rates; their judgement wins, and a reason is recorded where it differs.

How to read a table:

- Each row is one child. A blank cell means that nobody knows, and not known is never no.
- `ticked` are indicators known to be so, `denied` known not to be so. `the rest` among the denied
  is a no to everything else that is asked, and no earlier contacts.
- The last column is what the rule says: *yes* (it is so, or applies), *no*, or *not known*.
- `due` is when the time limit runs out, in London time. A row without `presented at` is about
  {USUAL_MOMENT:%H:%M} on {USUAL_MOMENT:%A %-d %B %Y}. A blank `due` is not checked."""

CLOCKS = """\
A contact runs under the shortest of its limits. Until somebody has rated it, it runs on Red's. A
contact treated as a referral has the limit of a referral over any band. A contact that carries
rule 3-l of the joint protocol is allocated the same day, over any band (4-a); rating never delays
it. Hours are hours that really pass, day and night, weekends too, and in the night in which the
clocks change: four hours are four hours, whatever a clock on the wall says. A working day is over
at its end; the day something is received is day 0."""

PROVED = """\
## What is proved

Each of these sentences holds for every combination of answers, "nobody knows" among them. A solver
has looked for an exception and found that there can be none. For each there is a change to the
rules with which it finds one."""


def specs(section: ModuleType) -> Iterator[Spec]:
    """Each test of the section's chapter, with the rule and table it would have checked."""
    chapter = section.__name__.rpartition(".")[2]
    for name, test in vars(import_module(f"tests.spec.rating.test_{chapter}")).items():
        if name.startswith("test_"):
            yield from called_with(chapter, name, test)


def all_specs() -> list[Spec]:
    return [spec for section in SECTIONS for spec in specs(section)]


def page() -> str:
    parts = [HEAD, "## Bands", _table(BAND_COLUMNS, _bands()), "## Clocks", CLOCKS]
    for council in ("barnet", "merton"):
        parts += [f"### {authority(council).name}", _table(LIMIT_COLUMNS, _limits(council))]
    parts += ["## What can be ticked", *_indicators(), "## What is chosen from", *_choices()]
    pack = rating_pack("barnet")
    for section in SECTIONS:
        tables = {spec.rule_id: spec for spec in specs(section)}
        parts.append(f"## {section.title}")
        for rule in section_rules(section):
            parts += entry(pack, pack.rule[rule.id], tables.get(rule.id))
    parts.append(PROVED)
    for proof in PROOFS:
        parts += [f"### {proof.claim.id}", proof.claim.says]
    return "\n\n".join(parts) + "\n"


BAND_COLUMNS = ("Band", "Level", "Shape", "Means")
LIMIT_COLUMNS = ("Of", "Limit", "Source")


def _bands() -> list[tuple[str, ...]]:
    return [
        (band.name, f"{band.level}, {band.level_name}", band.shape, band.says)
        for band in reversed(bands("barnet"))
    ]


def _limits(council: str) -> list[tuple[str, ...]]:
    return [
        (name, limit.words, f"{standing(authority(council), name, limit)[1]}. {limit.note}")
        for name, history in authority(council).limits.items()
        for limit in history
    ]


def _indicators() -> Iterator[str]:
    for domain, called in DOMAINS.items():
        yield f"### {called}"
        rows = [_row(i) for i in INDICATORS if i.domain == domain]
        yield _table(("Id", "Level", "Asked at", "About", "In words", "Source"), rows)


def _row(indicator: Indicator) -> tuple[str, ...]:
    first, last = indicator.ages
    ages = "any age" if indicator.ages == (None, None) else f"{first} to {last}"
    theme = THEMES[indicator.theme]
    return (indicator.id, str(indicator.level), ages, theme, indicator.words, indicator.source)


LISTS = {
    "outcomes": ("What becomes of a contact", choices.OUTCOMES),
    "source_groups": ("Who it came from", choices.SOURCE_GROUPS),
    "sharing_grounds": ("Sharing without agreement", choices.SHARING_GROUNDS),
    "departure_reasons": ("A rating other than suggested", choices.DEPARTURE_REASONS),
    "late_reasons": ("Decided late", choices.LATE_REASONS),
    "not_seen_alone": ("Not seen alone", choices.NOT_SEEN_ALONE),
    "check_agencies": ("Whom we ask", choices.CHECK_AGENCIES),
}


def _choices() -> Iterator[str]:
    for name, (called, listed) in LISTS.items():
        yield f"### {called}"
        rows = [(id, words, hint, choices.source_of(name, id)) for id, words, hint in listed]
        yield _table(("Code", "In words", "Hint", "Source"), rows)


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [columns, ("-",) * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cell.strip() for cell in cells)} |" for cells in lines)


def printed() -> dict[Path, str]:
    return {PRINTED: page()}


if __name__ == "__main__":
    PRINTED.write_text(page())
