"""Asking the rules, without a database and without signing in."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, TextIO

import click
from flask import Flask

from cli.checksum import checksum
from protocol.exchange import NotTheSame, advice_json, check_bundle, facts_json, rules_json
from protocol.pack import current_pack
from rules.calendar import BeyondHorizon
from rules.evaluate import RulesDisagree
from rules.facts import FactError, read_moment
from rules.numbers import NothingInForce
from rules.pack import PackError
from thresholds.rating.pack import rating_pack

OUT_OF_REACH = (BeyondHorizon, NothingInForce)
NO_ANSWER = (*OUT_OF_REACH, RulesDisagree)

# What is not UTF-8 comes through as what no fact can be, and is refused where it stands.
TEXT = click.File(encoding="utf-8", errors="surrogateescape")
THRESHOLDS = click.option("--thresholds", is_flag=True, help="Those about rating a contact.")


class BadInput(click.ClickException):
    exit_code = 2


def moment(context: click.Context, option: click.Parameter, value: str | None) -> datetime:
    if value is None:
        return datetime.now(UTC)
    try:
        return read_moment("--on", value)
    except FactError as error:
        raise BadInput(str(error)) from error


@click.command
@click.argument("file", type=TEXT)
@click.option("--on", callback=moment, help="When, like 2026-08-28T16:50. Without it: now.")
@click.option("--jsonl", is_flag=True, help="One JSON object a line, in and out.")
def advise(file: TextIO, on: datetime, jsonl: bool) -> None:
    """Advice on the facts in FILE ("-" for standard input).

    FILE holds a JSON object of fact id to value, and lists named by record. What comes out says
    which rules apply, which do not, and which cannot be told and what is missing.
    """
    said_of_each(file, on, jsonl, _advice)


def said_of_each(
    file: TextIO, on: datetime, jsonl: bool, answer_to: Callable[[str, datetime], dict[str, Any]]
) -> None:
    """Say the answer to a file, or to each of its lines. Raises BadInput."""
    if not jsonl:
        click.echo(json.dumps(answer_to(file.read(), on), indent=2))
        return
    failed = 0
    for number, line in enumerate(file, start=1):
        if line.strip():
            try:
                answer = answer_to(line, on)
            except BadInput as error:
                failed += 1
                answer = {"line": number, "error": error.message}
            click.echo(json.dumps(answer))
    if failed:
        raise BadInput(f"{failed} lines could not be read")


def _advice(text: str, on: datetime) -> dict[str, Any]:
    try:
        return advice_json(current_pack(), facts_in(text), on)
    except (FactError, RulesDisagree) as error:
        raise BadInput(str(error)) from error
    except OUT_OF_REACH as error:
        raise BadInput(f"--on or presented_at: {error}") from error


def facts_in(text: str) -> dict[str, Any]:
    """The facts a text holds, as yet unread. Raises BadInput, and FactError for one given
    twice."""
    try:
        raw = json.loads(
            text, object_pairs_hook=_no_repeats, parse_constant=_refuse, parse_int=_whole
        )
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadInput(f"This is not JSON: {error}") from error
    if not isinstance(raw, dict):
        raise BadInput("The facts must be a JSON object")
    return raw


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise FactError(key, "is given twice")
        seen[key] = value
    return seen


def _whole(digits: str) -> int | str:
    """Python reads no number of thousands of digits. Left as text, the fact refuses it by name."""
    return int(digits) if len(digits) <= 20 else digits


def _refuse(constant: str) -> Any:
    raise FactError(constant, "is not a value")


@click.command
@click.option("--json", "as_json", is_flag=True, help="As JSON, with conditions in English.")
@click.option("--on", callback=moment, help="The day whose numbers are shown. Without it: today.")
@THRESHOLDS
def rules(as_json: bool, on: datetime, thresholds: bool) -> None:
    """Every rule: who, how strongly, what, when and where from."""
    try:
        found = rules_json(rating_pack() if thresholds else current_pack(), on)
    except OUT_OF_REACH as error:
        raise BadInput(f"--on: {error}") from error
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for rule in found:
        click.echo(f"{rule['id']:18} {rule['force']:9} {rule['words']}  [{rule['source']}]")


@click.command
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@THRESHOLDS
def facts(as_json: bool, thresholds: bool) -> None:
    """Every fact the rules know."""
    found = facts_json(rating_pack() if thresholds else current_pack())
    if as_json:
        click.echo(json.dumps(found, indent=2))
        return
    for fact in found:
        asked = fact["question"] or "(worked out)"
        click.echo(f"{fact['id']:36} {fact['kind']:8} {asked}")


@click.command("check-decision")
@click.argument("file", type=TEXT)
def check_decision(file: TextIO) -> None:
    """Work an exported decision's advice out again, away from the service."""
    try:
        bundle = json.load(file)
        if bundle["checksum"] != checksum(bundle):
            raise NotTheSame("something in it was changed")
        if bundle["findings"]["pack"] != sha256(bundle["pack_text"].encode()).hexdigest():
            raise NotTheSame("the rules in it are not those the advice was given under")
        check_bundle(bundle)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError, *NO_ANSWER) as error:
        kinds = (NotTheSame, PackError, FactError, *NO_ANSWER)
        problem = str(error) if isinstance(error, kinds) else "it is not an exported decision"
        raise BadInput(f"This decision cannot be relied on: {problem}") from error
    click.echo("The advice is the same, worked out again from the pack in the file.")


@click.command("lint-rules")
@click.option("--on", callback=moment, help="The day whose numbers are used. Without it: today.")
def lint_rules(on: datetime) -> None:
    """Look for gaps, contradictions, and rules that can never apply."""
    from rules.lint import lint, report  # the solver is only installed for development

    day = date(on.year, on.month, on.day)
    faults = (*lint(current_pack(), day), *lint(rating_pack(), day))
    click.echo(report(faults))
    if faults:
        raise SystemExit(1)


def commands() -> Iterator[click.Command]:
    yield from (advise, rules, facts, check_decision, lint_rules)


def init_app(app: Flask) -> None:
    for command in commands():
        app.cli.add_command(command)
