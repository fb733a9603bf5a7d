"""The time limits of disputes and complaints, which no rule has: when each runs out.

Each does at the end of the day shown, counted in working days from when it began.
"""

from datetime import datetime

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
"""


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


def limits_got_wrong(pack: Pack) -> str:
    """The first of these limits that a pack gets wrong, as a table; nothing if it gets none."""
    found = rows()
    starts = found.pop("began")
    for limit, expected in found.items():
        for began, day in zip(starts, expected, strict=True):
            if runs_out(pack, limit, began) != day:
                return f"{limit}, from {began}"
    return ""
