"""Asking what the thresholds suggest for a contact, without a database and without signing in."""

from datetime import datetime
from typing import Any, TextIO

import click
from flask import Flask

from cli.rules import OUT_OF_REACH, TEXT, BadInput, facts_in, moment, said_of_each
from rules.calendar import london
from rules.evaluate import RulesDisagree, read_facts
from rules.facts import FactError
from thresholds.bands import severity
from thresholds.clocks import Due, due, measure_24h
from thresholds.folders import UnknownThresholds
from thresholds.rating.pack import rating_pack
from thresholds.rating.suggest import Suggestion, in_json, suggest


@click.command
@click.argument("file", type=TEXT)
@click.option("--on", callback=moment, help="When, like 2026-08-28T16:50. Without it: now.")
@click.option("--jsonl", is_flag=True, help="One JSON object a line, in and out.")
def rate(file: TextIO, on: datetime, jsonl: bool) -> None:
    """The least that the thresholds suggest for the facts in FILE ("-" for standard input).

    FILE holds a JSON object of fact id to value. What comes out is a suggestion: what it rests on,
    what it cannot rule out, what is missing, and by when a decision is due. People rate.
    """
    said_of_each(file, on, jsonl, _rating)


def _rating(text: str, on: datetime) -> dict[str, Any]:
    try:
        pack = rating_pack()
        facts = read_facts(pack, facts_in(text))
        suggestion = suggest(facts, on)
        received = facts.get("received_at")
        start = received if isinstance(received, datetime) else on
        said = in_json(suggestion)
        return {
            "pack": said.pop("pack"),
            "on": london(on).isoformat(),
            "concluded": {"suggested_minimum": said.pop("minimum")},
            "clock": _clock(suggestion, start),
            **said,
        }
    except (FactError, RulesDisagree, UnknownThresholds) as error:
        raise BadInput(str(error)) from error
    except OUT_OF_REACH as error:
        raise BadInput(f"--on, received_at or presented_at: {error}") from error


def _clock(suggestion: Suggestion, received: datetime) -> dict[str, Any]:
    """Until somebody has rated it, Red's clock runs; what would run if it is rated as suggested."""
    minimum = suggestion.minimum
    referral = minimum is not None and severity(minimum) >= severity("amber")
    by = suggestion.same_day_by
    return {
        "received_at": london(received).isoformat(),
        "until_rated": _due(due(None, received, same_day=by)),
        "as_suggested": minimum
        and _due(due(minimum, received, treated_as_referral=referral, same_day=by)),
        "measured_until": measure_24h(received).isoformat(),
    }


def _due(limit: Due) -> dict[str, Any]:
    return {
        "at": limit.at.isoformat(),
        "words": limit.words,
        "source": limit.source,
        "confirmed": limit.confirmed,
        "governs": limit.governs,
    }


def init_app(app: Flask) -> None:
    app.cli.add_command(rate)
