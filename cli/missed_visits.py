"""Somebody has a task for each day on which nobody is recorded as having seen a young person."""

from datetime import UTC, datetime

import click
from flask import Flask, current_app
from sqlite_utils import Database

from cli.database import BY_COMMAND, database
from protocol.pack import current_pack
from store.ids import new_id
from store.journal import command
from store.support.days import MISSED_VISIT, OnTheList, all_watched, days_of, notice, to_answer
from store.tasks import open_of_rule


@click.command("look-for-missed-visits")
def look_for_missed_visits() -> None:
    """Make the task for missed days that nobody has one for. For a timer after midnight; run again,
    it does nothing."""
    on = (current_app.config.get("CLOCK") or _now)()
    with database() as db:
        asked = {task.case_id for task in open_of_rule(db, MISSED_VISIT)}
        without = (each for each in all_watched(db) if each.case_id not in asked)
        made = sum(notice_missed(db, each, on) for each in without)
    click.echo(
        f"{made} with a day on which nobody is recorded as having seen them, new on the list"
    )


def notice_missed(db: Database, each: OnTheList, on: datetime) -> bool:
    """Whether there is a missed day of this case to answer for."""
    missed = [day.day for day in to_answer(days_of(each.watched, on))]
    if missed:
        with command(db, new_id(), author=BY_COMMAND, recorded_at=on) as c:
            notice(c, each.case_id, missed, current_pack().rule[MISSED_VISIT])
    return bool(missed)


def _now() -> datetime:
    return datetime.now(UTC)


def init_app(app: Flask) -> None:
    app.cli.add_command(look_for_missed_visits)
