"""Days that no rule has: when the time limits of disputes, complaints and fewer visits run out, and
the last days before somebody turns 18.

A limit runs out at the end of the day shown, counted from when it began: in working days, or for
fewer visits in days.
"""

from datetime import date, datetime

from protocol.turning_18 import turning_18
from rules.calendar import LONDON
from rules.pack import Pack

# A Wednesday before a bank holiday week, a Friday ten minutes before closing, a Saturday night.
LIMITS = """
began                     | 2026-05-20 10:00 | 2026-08-28 16:50 | 2026-05-23 02:00
--------------------------+------------------+------------------+-----------------
dispute_position          | 2026-05-21       | 2026-09-01       | 2026-05-26
dispute_duty_managers     | 2026-05-22       | 2026-09-02       | 2026-05-27
dispute_second_step       | 2026-05-22       | 2026-09-02       | 2026-05-27
complaint_acknowledged    | 2026-05-22       | 2026-09-02       | 2026-05-27
complaint_stage_1         | 2026-06-04       | 2026-09-14       | 2026-06-08
complaint_stage_1_longest | 2026-06-18       | 2026-09-28       | 2026-06-22
complaint_stage_2         | 2026-06-25       | 2026-10-05       | 2026-06-29
complaint_stage_2_longest | 2026-08-20       | 2026-11-30       | 2026-08-24
complaint_panel           | 2026-07-02       | 2026-10-12       | 2026-07-06
housing_complaint_stage_1 | 2026-06-04       | 2026-09-14       | 2026-06-08
housing_complaint_stage_2 | 2026-06-18       | 2026-09-28       | 2026-06-22
fewer_visits_review       | 2026-06-17       | 2026-09-25       | 2026-06-20
"""

BORN, SEEN = date(2009, 3, 27), datetime(2026, 5, 20, 10, tzinfo=LONDON)
"""18 on 27 March 2027, a Saturday."""

LAST_DAYS = {
    "section_20": date(2027, 3, 26),
    "thirteen_weeks": date(2026, 12, 26),  # with the last day before 18, the 91st
    "housing_days": date(2027, 1, 29),  # 56 days before the last day
    "priority_care_leaver": date(2030, 3, 26),  # 21 the day after
    "personal_adviser": date(2034, 3, 26),  # 25 the day after
}


def last_day(pack: Pack, id: str) -> date | None:
    """The last day for something, of somebody of whom only the date of birth is known."""
    found = turning_18(pack, {}, True, (BORN,), SEEN)
    return next(last.day for last in found.last_days if last.id == id)


def rows() -> dict[str, list[str]]:
    """Limit → when it runs out, for each start; ``began`` has the starts."""
    lines = [line for line in LIMITS.strip().splitlines() if "--" not in line]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return {name: found for name, *found in cells}


def runs_out(pack: Pack, limit: str, began: str) -> str:
    """The day it runs out, if it does at its very end."""
    due = pack.runs_out(limit, datetime.fromisoformat(began).replace(tzinfo=LONDON))
    assert due is not None
    return f"{due:%Y-%m-%d}" if f"{due:%H:%M:%S}" == "23:59:59" else f"{due:%Y-%m-%d %H:%M}"


def days_got_wrong(pack: Pack) -> str:
    """The first of all these that a pack gets wrong, as a table; nothing if it gets none."""
    for id, day in LAST_DAYS.items():
        if last_day(pack, id) != day:
            return f"the last day for {id}"
    found = rows()
    starts = found.pop("began")
    for limit, expected in found.items():
        for began, day in zip(starts, expected, strict=True):
            if runs_out(pack, limit, began) != day:
                return f"{limit}, from {began}"
    return ""
