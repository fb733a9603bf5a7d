"""The rule book's last chapter: what is so of the rules taken together, and proved."""

from collections.abc import Iterator

from rules.learning import beneath_its_own, taken_back
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

These rules use such a word themselves, above what is named here, and above nothing else. Where
another rule is named, it is what that rule rests on:

{table}

All other rules use none. What takes back their answers are the rules that they ask about: for most,
only whom the protocol is for, that is their age and whether somebody doubts it."""

COLUMNS = ["rule", "a yes is taken back only by learning", "a no is taken back only by learning"]


def proved(pack: Pack) -> Iterator[str]:
    yield HEAD
    for proof in PROOFS:
        yield f"### {proof.claim.id}"
        yield proof.claim.says
    yield KLEENE
    steady = ", ".join(rule for rule, by in taken_back(pack).items() if by.never)
    own = {rule.id: beneath_its_own(pack, rule.id) for rule in pack.rules if rule.condition}
    lines = [COLUMNS, ["-"] * len(COLUMNS)]
    for rule, by in own.items():
        if not by.never:
            lines.append([rule, _said(pack, by.yes), _said(pack, by.no)])
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    yield MODAL.format(steady=steady, table=table)


def _said(pack: Pack, names: frozenset[str]) -> str:
    """Facts as tables write them, then rules."""
    facts = [
        fact.id.replace("_", " ") for fact in pack.facts if fact.id in names - pack.rule.keys()
    ]
    return ", ".join([*facts, *(rule.id for rule in pack.rules if rule.id in names)])
