"""Dates and times as people say them, for templates."""

from datetime import date, datetime

from flask import Flask

from rules.calendar import london


def moment(value: datetime, now: datetime) -> str:
    """“today at 4:50pm”, “tomorrow at 12 noon”, “Tuesday 1 September at 9am”."""
    local, today = london(value), london(now).date()
    return f"{day(local.date(), today)} at {clock_time(local)}"


def due(value: datetime | None, now: datetime) -> str:
    """When something has to be done by. The last second of a day is “by midnight”."""
    if value is None:
        return "No deadline in the protocol"
    if value <= now and (now - value).total_seconds() < 60:
        return "now"
    local, today = london(value), london(now).date()
    late = " (late)" if value < now else ""
    if (local.hour, local.minute, local.second) == (23, 59, 59):
        when = day(local.date(), today)
        return f"{'tonight' if when == 'today' else when}, by midnight{late}"
    return f"{day(local.date(), today)}, by {clock_time(local)}{late}"


def time_left(value: datetime | None, now: datetime) -> str:
    """“2 hours 10 minutes left”, “40 minutes late”."""
    if value is None:
        return "No deadline in the protocol"
    minutes = int((value - now).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    amount = f"{_count(hours, 'hour')} {_count(rest, 'minute')}".strip() or "less than a minute"
    return f"{amount} {'late' if minutes < 0 else 'left'}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}" if number else ""


def day(value: date, today: date) -> str:
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((value - today).days)
    return named or f"{value:%A} {value.day} {value:%B}" + (
        f" {value.year}" if value.year != today.year else ""
    )


def in_full(value: date | str) -> str:
    """“27 March 2009”, of a date or of how the journal holds one."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{day.day} {day:%B %Y}"


def clock_time(value: datetime) -> str:
    if (value.hour, value.minute) in ((12, 0), (0, 0)):
        return "12 noon" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A statement of the rules as a sentence."""
    text = upper_first(text)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def init_app(app: Flask) -> None:
    for filter in (moment, due, time_left, clock_time, in_full, upper_first, sentence):
        app.add_template_filter(filter)
    app.add_template_filter(london, "london")
