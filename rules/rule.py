"""The five kinds of rule, and the decorators that make one from a function.

The decorator says who, how strongly and where from; the docstring is what the worker
reads; the body is the condition. A *duty* asks for an act. A *definition* concludes a fact.
A *gate* holds something back until what it needs is known. A *gap* is where the document
is silent. A *principle* is an aim: shown, without a condition.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import ModuleType

from rules.conditions import Condition, Situation


class RuleKind(Enum):
    DUTY = "duty"
    DEFINITION = "definition"
    GATE = "gate"
    GAP = "gap"
    PRINCIPLE = "principle"


class Force(Enum):
    MUST_NOT = "must not"
    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    AIM = "aim"
    FACT = "fact"


@dataclass(frozen=True)
class Source:
    """Where a rule comes from. The kind is protocol, statute, guidance or reading.

    ``checked_on`` is the day somebody last held the rule against the text; without it nobody
    has. ``review_by`` is the day by which somebody looks again.
    """

    kind: str
    document: str
    place: str
    checked_on: date | None = None
    review_by: date | None = None

    def __str__(self) -> str:
        unchecked = self.kind in ("statute", "guidance") and not self.checked_on
        return f"{self.document}, {self.place}{' (not yet held against the text)' * unchecked}"


ANYBODY = "anybody"
"""The scope of a rule that hangs from nothing."""

Body = Callable[[Situation], Condition]


@dataclass(frozen=True)
class Rule:
    """One sentence of the document, and the condition under which it applies.

    ``act`` is what a duty asks for or a gate holds back. ``due`` names a deadline. ``scope``
    names a concluded fact without which the rule does not apply (nothing: the pack's own;
    ``ANYBODY``: none). ``shown`` says where a principle is shown. ``in_force_from`` is
    ``NOT_COMMENCED`` for a law that has not been brought into force.
    """

    id: str
    kind: RuleKind
    force: Force
    source: Source
    words: str
    body: Body | None = None
    owner: str = ""
    act: str = ""
    concludes: str = ""
    due: str = ""
    readings: tuple[str, ...] = ()
    scope: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    shown: str = ""


def rule(
    id: str,
    *,
    force: Force,
    owner: str,
    act: str,
    source: Source,
    due: str = "",
    readings: tuple[str, ...] = (),
    scope: str = "",
    in_force_from: date | None = None,
    in_force_to: date | None = None,
) -> Callable[[Body], Rule]:
    """A duty: when the body holds, the owner must, must not, should or may do the act."""
    return lambda body: Rule(
        id, RuleKind.DUTY, force, source, _words(body), body, owner, act, due=due,
        readings=readings, scope=scope, in_force_from=in_force_from, in_force_to=in_force_to,
    )  # fmt: skip


def gate(
    id: str,
    *,
    holds_back: str,
    owner: str,
    source: Source,
    readings: tuple[str, ...] = (),
    scope: str = "",
    in_force_from: date | None = None,
    in_force_to: date | None = None,
) -> Callable[[Body], Rule]:
    """A gate: the body says when the act is held back. Applies means not allowed yet."""
    return lambda body: Rule(
        id, RuleKind.GATE, Force.MUST_NOT, source, _words(body), body, owner, holds_back,
        readings=readings, scope=scope, in_force_from=in_force_from, in_force_to=in_force_to,
    )  # fmt: skip


def fact(
    concludes: str,
    *,
    source: Source,
    id: str = "",
    readings: tuple[str, ...] = (),
    in_force_from: date | None = None,
    in_force_to: date | None = None,
) -> Callable[[Body], Rule]:
    """A definition: the body says when the fact holds."""
    return lambda body: Rule(
        id or concludes, RuleKind.DEFINITION, Force.FACT, source, _words(body), body,
        concludes=concludes, readings=readings,
        in_force_from=in_force_from, in_force_to=in_force_to,
    )  # fmt: skip


def gap(
    id: str, *, owner: str, act: str, source: Source, due: str = "", readings: tuple[str, ...] = ()
) -> Callable[[Body], Rule]:
    """A gap: the document is silent here, and this is what we do about it."""
    return lambda body: Rule(
        id, RuleKind.GAP, Force.MUST, source, _words(body), body, owner, act, due=due,
        readings=readings,
    )  # fmt: skip


def principle(
    id: str,
    words: str,
    *,
    source: Source,
    shown: str,
    force: Force = Force.AIM,
    owner: str = "",
    readings: tuple[str, ...] = (),
) -> Rule:
    """An aim or a plain fact of the document: shown, without a condition."""
    return Rule(
        id, RuleKind.PRINCIPLE, force, source, words, owner=owner, shown=shown, readings=readings
    )


def rules_in(module: ModuleType) -> list[Rule]:
    """The module's rules, in the order its file gives them."""
    return [value for value in vars(module).values() if isinstance(value, Rule)]


def _words(body: Body) -> str:
    return " ".join((inspect.getdoc(body) or "").split())
