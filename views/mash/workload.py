"""What each worker has today, in words: nobody is scored, and nobody is put before anybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.calendar import london
from store.mash.allocation import held
from views import clock, database
from views.mash.clocks import clock_of


@dataclass
class Workload:
    """Children whose contact is not closed, how many of those are still to be decided, and how
    many of these are due today, or late."""

    children: int = 0
    to_decide: int = 0
    due_today: int = 0
    late: int = 0

    @property
    def words(self) -> str:
        """In a sentence, without a number where there is nothing."""
        if not self.children:
            return "Has no open child today"
        has = f"Has {self.children} {'child' if self.children == 1 else 'children'} open today"
        if not self.to_decide:
            return f"{has}, decided"
        parts = [f"{self.to_decide} still to be decided"]
        parts += [f"{self.due_today} due today"] if self.due_today else []
        parts += [f"{self.late} late"] if self.late else []
        return f"{has}: {', '.join(parts)}"


def today(workers: Mapping[str, str]) -> dict[str, str]:
    """Human id → what they have today, of each of these."""
    now = clock.now()
    found = {human_id: Workload() for human_id in workers}
    for each in held(database.current()):
        if each.worker not in found:
            continue
        theirs = found[each.worker]
        theirs.children += 1
        if each.standing.is_decided:
            continue
        theirs.to_decide += 1
        runs = clock_of(each, each.standing, now)
        if runs.late:
            theirs.late += 1
        elif london(runs.due.at).date() == london(now).date():
            theirs.due_today += 1
    return {human_id: load.words for human_id, load in found.items()}
