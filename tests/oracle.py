"""What each rule of a pack must answer, said once more and in another way.

Walks the pack's JSON directly, rule by rule and without layers, slots or compiled parts, so
that it shares no mistake with the engine or with the reference.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.answers import Answer
from rules.facts import Value
from rules.pack import Pack

LONDON = ZoneInfo("Europe/London")
OPPOSITE = {"yes": "no", "no": "yes", "not_known": "not_known"}
FALSEHOOD_FIRST = ("no", "not_known", "yes")


def answers(pack: Pack, given: Mapping[str, Value], on: datetime) -> dict[str, str]:
    """Rule id → "yes", "no" or "not_known", for every rule that has a condition."""
    conditions = {rule.id: rule.condition for rule in pack.rules if rule.condition is not None}
    concluding = {rule.concludes: rule.id for rule in pack.rules if rule.concludes}
    facts = {fact.id: fact for fact in pack.facts}
    today = on.astimezone(LONDON).date()
    found: dict[str, str] = {}

    def rule(id: str) -> str:
        if id not in found:
            found[id] = holds(conditions[id])
        return found[id]

    def holds(condition: list[Any]) -> str:
        word, *rest = condition
        if word == "all":
            return min(map(holds, rest), key=FALSEHOOD_FIRST.index)
        if word == "any":
            return max(map(holds, rest), key=FALSEHOOD_FIRST.index)
        if word == "not":
            return OPPOSITE[holds(rest[0])]
        if word == "surely":
            return "yes" if holds(rest[0]) == "yes" else "no"
        if word == "maybe":
            return "no" if holds(rest[0]) == "no" else "yes"
        if word == "applies":
            return rule(rest[0])
        if word == "in_force":
            first, last = rest[0] or "0000", rest[1] or "9999"
            return "yes" if first <= today.isoformat() <= last else "no"
        if word == "fact" and rest[0] in concluding:
            return rule(concluding[rest[0]])
        value = known(rest[0])
        if value is None:
            return "not_known"
        if word == "fact":
            return str(value)
        if word == "is":
            return "yes" if value == rest[1] else "no"
        assert word == "at_least"
        return "yes" if value >= number(rest[1]) else "no"

    def known(id: str) -> Any:
        """The fact's value, worked out where it must be; None for not known."""
        fact = facts[id]
        if fact.operator == "age":
            born = given.get(fact.of)
            if not isinstance(born, date):
                return None
            had_birthday = (today.month, today.day) >= (born.month, born.day)
            return today.year - born.year - (0 if had_birthday else 1)
        if fact.operator in ("days_until", "days_since"):
            day = given.get(fact.of)
            if not isinstance(day, date):
                return None
            then = day.astimezone(LONDON).date() if isinstance(day, datetime) else day
            ahead = (then - today).days
            return max(0, ahead if fact.operator == "days_until" else -ahead)
        if fact.operator:
            moment = given.get(fact.of) if fact.operator == "office_hours_then" else None
            return office_open(moment if isinstance(moment, datetime) else on)
        value = given.get(id)
        if isinstance(value, Answer):
            return None if value is Answer.NOT_KNOWN else value.value
        return None if value in fact.unsettled else value

    def number(limit: int | str) -> int:
        if isinstance(limit, int):
            return limit
        values = sorted((n.in_force_from, n.value) for n in pack.numbers[limit])
        return [value for start, value in values if start <= today][-1]

    def office_open(moment: datetime) -> str:
        local = moment.astimezone(LONDON)
        working = local.isoweekday() <= 5 and local.date() not in pack.bank_holidays.days
        return "yes" if working and number(pack.opens) <= local.hour < number(pack.closes) else "no"

    return {id: rule(id) for id in conditions}
