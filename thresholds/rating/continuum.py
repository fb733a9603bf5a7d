"""Indicators give a suggested minimum: the highest level wins, and needs that add up count."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from rules.conditions import Condition, Situation
from rules.rule import Body, Force, Rule, RuleKind, fact
from thresholds.indicators import DOMAINS, GROUPS, INDICATORS, THEMES, Indicator
from thresholds.rating.catalogue import (
    domain_fact,
    domains_at,
    group_fact,
    several_fact,
    theme_fact,
)
from thresholds.rating.sources import default

title = "Levels of need"

ADDS_UP = default("levels of need, needs that add up")


def any_of(conditions: Sequence[Condition]) -> Condition:
    return reduce(or_, conditions)


def two_of(conditions: Sequence[Condition]) -> Condition:
    """At least two of them."""
    pairs = [one & any_of(conditions[place + 1 :]) for place, one in enumerate(conditions[:-1])]
    return any_of(pairs)


def _definition(concludes: str, words: str, level: int, body: Body) -> Rule:
    source = default(f"levels of need, level {level}")
    return Rule(concludes, RuleKind.DEFINITION, Force.FACT, source, words, body,
                concludes=concludes)  # fmt: skip


def _ticked(indicators: Sequence[Indicator]) -> Body:
    facts = [indicator.fact for indicator in indicators]
    return lambda yp: any_of([getattr(yp, fact) for fact in facts])


def _facts(names: Sequence[str]) -> Body:
    return lambda yp: any_of([getattr(yp, name) for name in names])


def _two_of(names: Sequence[str]) -> Body:
    return lambda yp: two_of([getattr(yp, name) for name in names])


def _of_theme(theme: str) -> Rule:
    listed = [i for i in INDICATORS if (i.level, i.theme) == (2, theme)]
    words = f"{THEMES[theme]}: each of these is need at level 2."
    return _definition(theme_fact(theme), words, 2, _ticked(listed))


def _of_group(group: str) -> Rule:
    name, themes = GROUPS[group]
    words = f"{name}: need at level 2 in any part of it."
    return _definition(group_fact(group), words, 2, _facts([theme_fact(t) for t in themes]))


def _several(group: str) -> Rule:
    name, themes = GROUPS[group]
    words = f"{name}: need at level 2 in two parts of it is several needs."
    return _definition(several_fact(group), words, 2, _two_of([theme_fact(t) for t in themes]))


def _of_domain(level: int, domain: str) -> Rule:
    listed = [i for i in INDICATORS if (i.level, i.domain) == (level, domain)]
    words = f"{DOMAINS[domain]}: each of these is need at level {level}."
    return _definition(domain_fact(level, domain), words, level, _ticked(listed))


LISTED = (
    *(_of_theme(theme) for _, themes in GROUPS.values() for theme in themes),
    *map(_of_group, GROUPS),
    *map(_several, GROUPS),
    *(_of_domain(level, domain) for level in (3, 4) for domain in domains_at(level)),
)
"""What the list of indicators says: a rule to each theme at level 2, to each domain above."""


@fact("several_needs", source=ADDS_UP)
def several_needs(yp: Situation) -> Condition:
    """Needs at level 2 in two parts of a child's life are several needs."""
    within = any_of([getattr(yp, several_fact(group)) for group in GROUPS])
    return within | two_of([getattr(yp, group_fact(group)) for group in GROUPS])


@fact("early_help_not_enough", source=ADDS_UP)
def early_help_not_enough(yp: Situation) -> Condition:
    """Several needs at level 2 that early help was tried for and did not meet are level 3."""
    return yp.several_needs & yp.early_help_failed
