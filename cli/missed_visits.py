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


@click.command("look-for-missed-visits")
def look_for_missed_visits() -> None:
    """Make the task for a missed day. For a timer after midnight; run again, it does nothing."""
    on = (current_app.config.get("CLOCK") or _now)()
    with database() as db:
        made = sum(notice_missed(db, each, on) for each in all_watched(db))
    click.echo(
        f"{made} with a day on which nobody is recorded as having seen them, new on the list"
    )


def notice_missed(db: Database, each: OnTheList, on: datetime) -> bool:
    """Whether there is a missed day of this case that had not been noticed."""
    missed = {day.day for day in to_answer(days_of(each.watched, on))}
    new = sorted(missed - each.noticed)
    if new:
        with command(db, new_id(), author=BY_COMMAND, recorded_at=on) as c:
            notice(c, each.case_id, new, current_pack().rule[MISSED_VISIT])
    return bool(new)


def _now() -> datetime:
    return datetime.now(UTC)


def init_app(app: Flask) -> None:
    app.cli.add_command(look_for_missed_visits)
