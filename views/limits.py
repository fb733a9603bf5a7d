"""When the time limits of procedures run out, and how much is left of them in words."""

from datetime import datetime

from rules.calendar import london, working_days_after
from rules.pack import Pack
from store.own_tasks import Due
from views.words import count


def due_from(pack: Pack, limit: str, start: datetime) -> Due:
    """``limit`` is one that is counted in days, so that it runs out at some time."""
    due = pack.runs_out(limit, start)
    assert due is not None
    return Due(due, pack.limit_words(limit, start))


def working_days_left(pack: Pack, due: datetime, now: datetime) -> str:
    """“3 working days left”, “Today is the last day”, “1 working day late”.

    Late over a weekend is late, although no working day has passed yet.
    """
    today, last = london(now).date(), london(due).date()
    if due <= now:
        days = working_days_after(last, today, pack.bank_holidays)
        return f"{count(days, 'working day')} late" if days else "Late"
    days = working_days_after(today, last, pack.bank_holidays)
    return f"{count(days, 'working day')} left" if days else "Today is the last day"
