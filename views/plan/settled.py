"""What a young person need not be told is still to come: something on record has settled it.

Whoever works on the case still sees its task there, until a person says that it is done.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from rules.calendar import london
from store.bed_entries import LEFT, RETURNED
from store.contacts import contacts_of
from store.entry import Entry
from store.placements import UNFIT_BED
from store.tasks import OPEN, Task
from views import database, presenting
from views.case_on_record import on_record
from views.case_summary import bed_now, last_of
from views.plan.found import FoundPlan
from views.rules_in_force import pack_in_force

BED_TONIGHT = ("secure_bed_tonight", "place_out_of_hours")
SETTLING_IN = "escort_and_settle"


def settled(
    found: FoundPlan, tasks: Iterable[Task], names: Mapping[str, str], now: datetime
) -> frozenset[str]:
    """Acts, by id. ``names`` are those of the humans."""
    latest = {entry.kind: entry for entry in found.entries}
    counts = presenting.standing(found.presentation, found.entries).counts
    sent = contacts_of(database.current(), found.id)
    acts = {*on_record(counts.answers, latest, sent, names, now)} - {*BED_TONIGHT, SETTLING_IN}
    bed = bed_now(latest)
    if bed and bed.body and _is_for_tonight(bed, latest, found, tasks):
        acts |= {*BED_TONIGHT}
        since = bed.body.get("since")
        moved_in = london(datetime.fromisoformat(since) if since else bed.happened_at)
        if moved_in.date() < london(now).date():  # a night has passed: they are there
            acts.add(SETTLING_IN)
    return frozenset(acts)


def _is_for_tonight(
    bed: Entry, latest: Mapping[str, Entry], found: FoundPlan, tasks: Iterable[Task]
) -> bool:
    """Nothing came after it that asks for a bed again: they left, it is one where no child may
    sleep, or a rule asks anew."""
    seen = last_of(latest, (LEFT, RETURNED))
    if seen and seen.kind == LEFT and seen.seq > bed.seq:
        return False
    since = {entry.id for entry in found.entries if entry.seq > bed.seq}
    asks = {rule.id for rule in pack_in_force().rules if rule.act in BED_TONIGHT} | {UNFIT_BED}
    return not any(
        task.rule_id in asks and task.triggering_entry in since
        for task in tasks
        if task.state == OPEN
    )
