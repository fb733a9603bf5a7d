"""Print what becomes of small mistakes in the rules about ratings, as docs/mutation-ratings.md.

python -m tests.mutation.rating
"""

from collections.abc import Iterator
from pathlib import Path

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.pack import Pack
from tests.mutation.bench import Bench, Wrong
from tests.mutation.examples import SCENARIO, Example
from tests.mutation.mutants import force_mutants, number_mutants, unit_mutants
from tests.mutation.report import by_kind
from tests.mutation.run import (
    A_SCENARIO,
    A_TABLE,
    WORDS,
    Outcome,
    condition_outcomes,
    survivors,
)
from tests.scenarios.ratings.rows import Row, all_rows
from tests.spec.force import put_wrongly
from tests.spec.rating import force
from tests.spec.rating.book import all_specs
from tests.spec.rating.tables import facts_of
from tests.spec.tables import DUE, USUAL_MOMENT, moment_of
from thresholds.bands import BAND_IDS, severity
from thresholds.rating.pack import rating_pack
from thresholds.rating.suggest import AT_LEAST, SAME_DAY, as_rules_see

PRINTED = Path(__file__).parents[2] / "docs" / "mutation-ratings.md"

HEAD = """\
# Mistakes in ratings that would be noticed

Every small mistake is made in every rule about ratings, one at a time, as in the joint protocol's
([mutation.md](mutation.md)): a part left out or turned round, "and" for "or", a limit one off,
another unit, another force. Then the tables in [the thresholds](thresholds.md) are tried until an
example comes out otherwise, then the contacts on paper. Printed by `make mutate`: change those,
never this page. A test compares it.

All {all} mistakes are noticed. One that went unnoticed would fail the tests: a table would lack a
row."""

ANSWERS = {"yes": YES, "no": NO, "not known": NOT_KNOWN}


def examples(pack: Pack) -> Iterator[Example]:
    """Every row of every table, and every contact on paper."""
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
    for row in all_rows():
        expected = {AT_LEAST[band]: _at_least(row, band) for band in AT_LEAST}
        expected[SAME_DAY] = ANSWERS[row.same_day]
        yield Example(
            f"{SCENARIO}{row.id}", as_rules_see(row.known, USUAL_MOMENT), USUAL_MOMENT, expected, {}
        )


def _at_least(row: Row, band: str) -> Answer:
    if band in row.cannot_rule_out:
        return NOT_KNOWN
    suggested = row.minimum or BAND_IDS[0]
    return YES if severity(band) <= severity(suggested) else NO


def outcomes(pack: Pack) -> tuple[Outcome, ...]:
    """Every mutant of the pack, tried on every example."""
    given = list(examples(pack))
    return (*condition_outcomes(pack, given), *_numbers(pack, given), *_forces(pack))


def _numbers(pack: Pack, given: list[Example]) -> Iterator[Outcome]:
    bench = Bench(pack, given)
    for mutant in (*unit_mutants(pack), *number_mutants(pack)):
        where = bench.killed_by_numbers(mutant) or _wrong(mutant.pack, given)
        how = A_SCENARIO if where.startswith(SCENARIO) else A_TABLE
        yield Outcome(mutant.id, mutant.kind, where, how)


def _wrong(pack: Pack, given: list[Example]) -> str:
    """Where the first example stands that a pack gets wrong; nothing if it gets none wrong."""
    try:
        Bench(pack, given)
    except Wrong as wrong:
        return str(wrong)
    return ""


def _forces(pack: Pack) -> Iterator[Outcome]:
    for mutant in force_mutants(pack):
        wrong = " ".join(put_wrongly(mutant.pack, force.WORDS))
        yield Outcome(mutant.id, mutant.kind, wrong, WORDS)


def report(found: tuple[Outcome, ...]) -> str:
    return "\n\n".join([HEAD.format(all=len(found)), by_kind(found)]) + "\n"


def unnoticed(found: tuple[Outcome, ...]) -> list[str]:
    return [outcome.id for outcome in survivors(found)]


if __name__ == "__main__":
    PRINTED.write_text(report(outcomes(rating_pack("barnet"))))
