"""Answers, dates and times as people say them, for templates."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Flask

from forms.typed import upper_first
from rules.calendar import london

YES_NO = {"yes": "Yes", "no": "No", "not_known": "Not known yet"}


def said(answer: Mapping[str, Any]) -> str:
    """An answer in the words that were chosen or typed, a day as people write it."""
    words = str(answer.get("words") or YES_NO.get(str(answer["value"]), answer["value"]))
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        return in_full(words)
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}.*", words):
        at = london(datetime.fromisoformat(words))
        return f"{in_full(at.date())} at {clock_time(at)}"
    return words


def moment(value: datetime, now: datetime) -> str:
    """“today at 4:50pm”, “tomorrow at 12 noon”, “Tuesday 1 September at 9am”."""
    local, today = london(value), london(now).date()
    return f"{day(local.date(), today)} at {clock_time(local)}"


def due(value: datetime | None, now: datetime, say_late: bool = True) -> str:
    """When something has to be done by. The last second of a day is “by midnight”."""
    if value is None:
        return "No deadline in the protocol"
    if value <= now and (now - value).total_seconds() < 60:
        return "now"
    local, today = london(value), london(now).date()
    late = " (late)" if value < now and say_late else ""
    if (local.hour, local.minute, local.second) == (23, 59, 59):
        when = day(local.date(), today)
        return f"{'tonight' if when == 'today' else when}, by midnight{late}"
    return f"{day(local.date(), today)}, by {clock_time(local)}{late}"


def time_left(value: datetime | None, now: datetime) -> str:
    """“2 hours 10 minutes left”, “40 minutes late”, “3 days 4 hours left”."""
    if value is None:
        return "No deadline in the protocol"
    left = since(now, value)
    return f"{length_of(abs(left))} {'late' if left <= timedelta() else 'left'}"


def since(start: datetime, end: datetime) -> timedelta:
    """The time that really goes by: between two times in London a clock change would be lost."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def length_of(time: timedelta) -> str:
    """In days and hours, or below two days in hours and minutes."""
    minutes = int(time.total_seconds() // 60)
    hours, days = minutes // 60, minutes // (24 * 60)
    if days >= 2:
        parts = (days, "day"), (hours % 24, "hour")
    else:
        parts = (hours, "hour"), (minutes % 60, "minute")
    return " ".join(count(number, noun) for number, noun in parts if number) or "less than a minute"


def count(number: int, noun: str) -> str:
    """“1 day”, “2 days”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def day(value: date, today: date) -> str:
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((value - today).days)
    return named or f"{value:%A} {value.day} {value:%B}" + (
        f" {value.year}" if value.year != today.year else ""
    )


def on_day(value: datetime, now: datetime) -> str:
    """“today”, “yesterday”, “on Tuesday 1 September”."""
    return on_date(london(value).date(), now)


def on_date(value: date, now: datetime) -> str:
    """The same, of a day."""
    said = day(value, london(now).date())
    return said if said in ("today", "yesterday", "tomorrow") else f"on {said}"


def named_day(value: date, now: datetime) -> str:
    """“today”, “Tuesday 1 September”."""
    return day(value, london(now).date())


def in_full(value: date | str) -> str:
    """“27 March 2009”, of a date or of how the journal holds one."""
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{day.day} {day:%B %Y}"


def clock_time(value: datetime) -> str:
    if (value.hour, value.minute) in ((12, 0), (0, 0)):
        return "12 noon" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """A statement of the rules as a sentence."""
    text = upper_first(text)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def init_app(app: Flask) -> None:
    dates = (moment, due, time_left, clock_time, on_day, on_date, named_day, in_full)
    for filter in (said, *dates, upper_first, lower_first, sentence):
        app.add_template_filter(filter)
    app.add_template_filter(london, "london")
