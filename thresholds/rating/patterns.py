"""Patterns: contact after contact, back soon, and getting worse."""

from rules.conditions import Condition, Situation
from rules.rule import fact
from thresholds.indicators import GROUPS
from thresholds.rating.catalogue import group_fact
from thresholds.rating.continuum import any_of
from thresholds.rating.sources import default

title = "Patterns"


@fact("repeated", source=default("patterns, contact after contact"))
def repeated(yp: Situation) -> Condition:
    """Contact after contact within a year is a need by itself, at least Green."""
    return yp.contacts_in_12_months.at_least("repeat_contacts")


@fact("repeated_with_need", source=default("patterns, contact after contact"))
def repeated_with_need(yp: Situation) -> Condition:
    """Contact after contact within a year, with a need at level 2 now, is at least Amber."""
    return yp.repeated & any_of([getattr(yp, group_fact(group)) for group in GROUPS])


@fact("back_soon", source=default("patterns, back soon"))
def back_soon(yp: Situation) -> Condition:
    """A new contact soon after one that was finally rated at level 3 or 4 is at least Amber."""
    return (
        yp.contacts_in_12_months.at_least(1)
        & ~yp.days_since_last_contact.at_least("recent_days")
        & yp.last_final_level.at_least(3)
    )


@fact("pattern_at_2", source=default("patterns, getting worse"))
def pattern_at_2(yp: Situation) -> Condition:
    """Neglect, domestic abuse, exploitation, gangs and going missing show in a pattern: signs at
    level 2."""
    return yp.ind_hea_2b | yp.ind_par_2a | yp.ind_da_2 | yp.ind_gng_2 | yp.ind_cse_2 | yp.ind_mis_2


@fact("pattern_at_3", source=default("patterns, getting worse"))
def pattern_at_3(yp: Situation) -> Condition:
    """Neglect, domestic abuse, exploitation, gangs and going missing show in a pattern: signs at
    level 3."""
    return (
        yp.ind_an_3a
        | yp.ind_an_3b
        | yp.ind_da_3
        | yp.ind_da_3y
        | yp.ind_gng_3
        | yp.ind_cce_3
        | yp.ind_cse_3
        | yp.ind_mis_3
    )


@fact("worse_at_2", source=default("patterns, getting worse"))
def worse_at_2(yp: Situation) -> Condition:
    """Signs of a pattern at level 2 that are getting worse are at least Amber."""
    return yp.pattern_at_2 & yp.getting_worse


@fact("worse_at_3", source=default("patterns, getting worse"))
def worse_at_3(yp: Situation) -> Condition:
    """Signs of a pattern at level 3 that are getting worse are Red."""
    return yp.pattern_at_3 & yp.getting_worse
