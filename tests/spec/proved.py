"""The rule book's last chapter: what is so of the rules taken together, and proved."""

from collections.abc import Iterator

from rules.learning import taken_back
from rules.pack import Pack
from tests.spec.claims import PROOFS

HEAD = """\
## What is proved

Each of these sentences holds for every combination of answers, "nobody knows" among them, and on
every day for which the numbers and the bank holidays are known. A solver has looked for an
exception and found that there can be none. For each there is a change to the rules with which it
finds one."""

KLEENE = """\
### p-kleene

A condition made of "and", "or" and "not" alone takes nothing back. Once it is known to be so, or
not to be so, it stays that way whatever else is learnt. Its form is proof enough: what was known
stays as it was, so each part that decided the answer still does."""

MODAL = """\
### p-modal

A rule takes back a yes or a no only when somebody learns a fact that stands beneath one of two
words. "It is not ruled out that …" is so until it is ruled out; "it is known that …" is not so
until it is known. There is one more: somebody counts as having come at the time of the advice
until it is known when they came.

Nothing takes back the answer of {steady}.

Only their age, or whether somebody doubts it, takes back that of {age}.

These answers can be taken back by learning other facts as well, and by no others:"""

ABOUT_AGE = frozenset({"age", "age_disputed"})
COLUMNS = ["rule", "a yes is taken back only by learning", "a no is taken back only by learning"]


def proved(pack: Pack) -> Iterator[str]:
    yield HEAD
    for proof in PROOFS:
        yield f"### {proof.claim.id}"
        yield proof.claim.says
    yield KLEENE
    by = taken_back(pack)
    steady = [rule for rule in by if by[rule].never]
    others = [rule for rule in by if not by[rule].yes | by[rule].no <= ABOUT_AGE]
    age = [rule for rule in by if rule not in (*steady, *others)]
    yield MODAL.format(steady=", ".join(steady), age=", ".join(age))
    lines = [COLUMNS, ["-"] * len(COLUMNS)]
    lines += [[rule, _said(pack, by[rule].yes), _said(pack, by[rule].no)] for rule in others]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _said(pack: Pack, facts: frozenset[str]) -> str:
    in_order = [fact.id for fact in pack.facts if fact.id in facts - ABOUT_AGE]
    return ", ".join(fact.replace("_", " ") for fact in in_order)
