"""Complaints of a case in words: how far each is, who has to act next, and how long they have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from protocol.complaint_routes import ACKNOWLEDGED
from protocol.people import OWNERS
from rules.pack import Pack
from store.complaints import Complaint, complaints_in
from store.entry import Entry
from store.own_tasks import Due
from views.limits import due_from, working_days_left

ABOUT = {
    "housing_options": "Housing alone",
    "family_services": "Family Services",
    "both": "Family Services and Housing",
    "not_known": "Not known yet",
}
ADVOCATE = {
    "wanted": "They want an independent advocate",
    "not_wanted": "An independent advocate was offered, and they do not want one now",
    "not_asked": "Nobody has offered an independent advocate yet",
}
HOW = {
    "satisfied": "The young person says that it is put right",
    "withdrawn": "The young person took it back",
    "not_satisfied": "It is not put right, and they do not want to go on",
    "ombudsman": "They have gone to the Ombudsman",
}


@dataclass(frozen=True)
class Standing:
    """How far a complaint is. ``who`` does ``does``, by ``due``, with ``left`` in words; all empty
    once it is answered, and then ``does`` says what the young person can do."""

    state: str
    who: str = ""
    does: str = ""
    due: Due | None = None
    left: str = ""
    late: bool = False
    acknowledge: Due | None = None
    acknowledge_late: bool = False


def standing(pack: Pack, found: Complaint, now: datetime) -> Standing:
    stage = found.stage
    if found.closed:
        return Standing(f"Closed. {HOW.get(found.how or '', 'How it ended was erased by law')}")
    if found.is_answered:
        on = found.route.afterwards if found.is_last else found.route.stages[found.place + 1].says
        return Standing(
            f"Answered at {stage.says}",
            does=f"The young person says whether it is put right. If not, it goes on to {on}",
        )
    due = due_from(pack, found.limit, found.stage_began)
    acknowledge = None
    if not found.acknowledged and found.place == 0:
        acknowledge = due_from(pack, ACKNOWLEDGED, found.made_at)
    return Standing(
        state=f"At {stage.says}{', which takes longer' if found.extended else ''}",
        who=f"the {OWNERS[stage.answered_by]}",
        does="answers in writing",
        due=due,
        left=working_days_left(pack, due.at, now),
        late=due.at <= now,
        acknowledge=acknowledge,
        acknowledge_late=bool(acknowledge and acknowledge.at <= now),
    )


def on_case(
    pack: Pack, entries: Iterable[Entry], now: datetime
) -> tuple[tuple[Complaint, Standing], ...]:
    """Every complaint, those that run first."""
    found = [(each, standing(pack, each, now)) for each in complaints_in(entries)]
    return tuple(sorted(found, key=lambda each: each[0].closed is not None))
