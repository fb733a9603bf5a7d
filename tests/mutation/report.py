"""Print what becomes of small mistakes in the rules, as docs/mutation.md.

python -m tests.mutation.report
"""

from collections import Counter
from pathlib import Path

from protocol.pack import current_pack
from rules.conditions import in_words
from rules.pack import Pack, say
from tests.mutation.run import (
    A_PROOF,
    A_SCENARIO,
    A_TABLE,
    ANOTHER,
    ITS_TABLE,
    WORDS,
    Outcome,
    explained,
    outcomes,
    survivors,
)
from tests.spec.tables import USUAL_MOMENT

PRINTED = Path(__file__).parents[2] / "docs" / "mutation.md"

HEAD = """\
# Mistakes that would be noticed

Every small mistake is made in every rule, one at a time: a part left out or turned round, "and" for
"or", "surely" for "maybe", a limit or a date one off, another unit for a time limit, another force.
Then the tables of the rule book are tried until an example comes out otherwise, then the scenarios,
and last the proofs. Printed by `make mutate`: change those, never this page. A test compares it.

{killed} of {all} mistakes are noticed. The other {left} leave the meaning of the rule as it is: a
solver has tried every combination of facts, and none tells them from the rule. Why stands below. A
mistake that changed the meaning and went unnoticed would fail the tests: a table would lack a
row."""

COLUMNS = (
    "mistake",
    "made",
    ITS_TABLE,
    ANOTHER,
    A_TABLE,
    A_SCENARIO,
    A_PROOF,
    WORDS,
    "means the same",
)

NOTES = """\
A number or a time limit belongs to no one rule: any table can show it. The force of a duty is held
against the words of its paragraph (`tests/spec/force.py`)."""


def report(pack: Pack, found: tuple[Outcome, ...]) -> str:
    left = survivors(found)
    head = HEAD.format(killed=len(found) - len(left), all=len(found), left=len(left))
    return "\n\n".join([head, by_kind(found), NOTES, *_why(pack, left)]) + "\n"


def by_kind(found: tuple[Outcome, ...]) -> str:
    lines = [COLUMNS, ("-",) * len(COLUMNS)]
    for kind in dict.fromkeys(outcome.kind for outcome in found):
        of_it = [outcome for outcome in found if outcome.kind == kind]
        how = Counter(outcome.how for outcome in of_it if outcome.noticed)
        noticed = (how[column] for column in COLUMNS[2:-1])
        counts = (len(of_it), *noticed, len(survivors(of_it)))
        lines.append((kind, *(str(count or "") for count in counts)))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _why(pack: Pack, left: list[Outcome]) -> list[str]:
    """Those with one reason together: the reason, and each rule with the place of the mistake."""
    why, words = explained(), say(pack, USUAL_MOMENT.date())
    reasons: dict[str, list[Outcome]] = {}
    for outcome in left:
        reasons.setdefault(why.get(outcome.id, "Not explained."), []).append(outcome)
    parts = ["## Mistakes that change nothing"]
    for reason, alike in reasons.items():
        parts.append(reason)
        lines = []
        for outcome in alike:
            assert outcome.mutant is not None  # the others are killed or fail the tests
            lines.append(f"- `{outcome.id}`: {in_words(outcome.mutant.condition, words)}.")
        parts.append("\n".join(lines))
    return parts


if __name__ == "__main__":
    PRINTED.write_text(report(current_pack(), outcomes(current_pack())))
