"""Whether the council has confirmed a reading, and how that is said wherever one is shown."""

from collections.abc import Iterable
from datetime import date, datetime

from flask import Flask, g

from rules.calendar import london
from rules.pack import PackRule, Reading
from store import confirmations
from store.confirmations import Confirmation
from store.proposals import CONFIRMED, Proposal
from views import clock, database


def proposals() -> tuple[Confirmation, ...]:
    """Every proposal there is, looked up once for each page."""
    if "confirmations" not in g:
        g.confirmations = confirmations.confirmations(database.current())
    return g.confirmations


def confirmation(reading: Reading, at: datetime | None = None) -> Confirmation | None:
    """What confirms this reading, in these words, at this moment; without one, now."""
    moment = at or clock.now()
    held = [each for each in proposals() if each.value_hash == reading.hash and each.holds(moment)]
    return held[-1] if held else None


def confirmed_later(reading: Reading) -> Confirmation | None:
    """What is signed, and begins on a day to come."""
    signed = [
        each for each in proposals() if each.value_hash == reading.hash and each.state == CONFIRMED
    ]
    return signed[-1] if signed and not confirmation(reading) else None


def since(found: Proposal) -> date:
    """The day from which a confirmation counts: its own, or that of the signature if later."""
    return max(found.starts_on, london(found.moved_at).date())


def whose(reading: Reading, at: datetime | None = None) -> str:
    """Completes “Reading A11, …”. Unless it was confirmed by then, it is ours."""
    if confirmation(reading, at):
        return "confirmed by the council"
    return "our reading, to be confirmed by the council"


def source_words(rule: PackRule, readings: Iterable[Reading], at: datetime | None = None) -> str:
    """Where a rule comes from. One that is a reading itself says whether that is confirmed."""
    own = [reading for reading in readings if reading.id == rule.source.place]
    if rule.source.kind == "reading" and own and confirmation(own[0], at):
        return f"Reading {own[0].id}, confirmed by the council"
    return str(rule.source)


def init_app(app: Flask) -> None:
    for each in (confirmation, confirmed_later, since, whose, source_words):
        app.add_template_global(each)
