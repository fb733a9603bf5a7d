"""Somebody's plan, as its pages find it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import abort, url_for

from protocol.advice import Advice
from store.plan.plan import Action, Plan, plan_in
from views.errors import NO_ADVICE
from views.support.found import Found, found_case


@dataclass(frozen=True)
class FoundPlan(Found):
    @cached_property
    def plan(self) -> Plan:
        return plan_in(self.entries)

    @cached_property
    def advice_or_none(self) -> Advice | None:
        """Nothing where the rules cannot be run: the plan is there all the same."""
        try:
            return self.advice
        except NO_ADVICE:
            return None

    @property
    def address(self) -> str:
        return url_for("plan.plan", id=self.id)

    @property
    def seen(self) -> int:
        return self.plan.seen


@dataclass(frozen=True)
class FoundAction(FoundPlan):
    action: Action

    @property
    def names(self) -> dict[str, Any]:
        return {**super().names, "action": self.action}


def plan_of(found: Found) -> FoundPlan:
    return FoundPlan(found.file, found.presentation, found.entries)


def find_plan(id: Any) -> FoundPlan:
    return plan_of(found_case(id))


def find_action(id: Any, action: str) -> FoundAction:
    """404 for one that the plan does not hold, or no longer."""
    found = find_plan(id)
    there = found.plan.action(action) or abort(404)
    return FoundAction(found.file, found.presentation, found.entries, there)
