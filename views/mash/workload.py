"""What each worker has today, in words: nobody is scored, and nobody is put before anybody."""

from collections.abc import Mapping
from datetime import datetime, time

from rules.calendar import LONDON, london
from store.mash.allocation import workloads
from views import clock, database
from views.mash.due import due_of_row

LAST_SECOND = time(23, 59, 59)


def today(workers: Mapping[str, str]) -> dict[str, str]:
    """Human id → what they have today, of each of these."""
    now = clock.now()
    found = workloads(database.current(), workers, due_of_row, now, end_of_day(now))
    return {each.human_id: each.words for each in found}


def end_of_day(moment: datetime) -> datetime:
    """The last second of that day in London."""
    return datetime.combine(london(moment).date(), LAST_SECOND, LONDON)
