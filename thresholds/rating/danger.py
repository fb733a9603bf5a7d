"""Harm now: what nobody weighs against anything else."""

from rules.conditions import Condition, Situation
from rules.rule import fact
from thresholds.rating.sources import default

title = "Harm now"


@fact("in_danger_now", source=default("significant harm now: told to the assessment team at once"))
def in_danger_now(yp: Situation) -> Condition:
    """A child whom somebody may be harming now, or about to, is Red, at any age."""
    return yp.harm_now
