"""Threshold meetings: who met, and what they decided about each child.

    threshold_meeting_held {meeting_id, attended, not_there}        in the council's stream
    meeting_decided {child, meeting, decision, dissent, reasons, actions}   in the contact's

``attended`` are {agency, name}, ``not_there`` {agency, why}; ``actions`` are {what, role, human,
due}, with ``human`` null where anybody in that role can do it. No child is named in the council's
stream. What a meeting decides never changes a rating by itself: a worker rates again, or does not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlite_utils import Database

from rules.calendar import end_of
from store.bodies import field, records
from store.contacts import MAY_KNOW
from store.database import rows
from store.entry import Entry
from store.ids import new_id
from store.journal import Command
from store.mash.allocation import give_tasks
from store.mash.contact_child import UNFLAGGED, ContactChild, about, child_named, say
from store.own_tasks import Due, make
from store.reading import read_kind
from store.steps import NotPossible
from store.stream_names import COUNCIL, family, subject
from store.tables import keeps, projects
from thresholds.meetings import AGENCIES

HELD = "threshold_meeting_held"
DECIDED = "meeting_decided"

TASK = "mash-meeting"
"""Begins what stands where the id of a rule would, in the tasks of what was agreed."""

DISCUSSED = "The threshold meeting has talked about it"


@dataclass(frozen=True)
class Meeting:
    """``attended`` and ``not_there`` are agency, in words → who was there, or why nobody was. Both
    are empty once they were erased by law. ``recorded_at`` is when it was written down."""

    id: str
    held_at: datetime
    recorded_at: datetime
    recorded_by: str
    attended: tuple[tuple[str, str], ...]
    not_there: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Action:
    """``due`` is a day: it is to be done by its end. ``human`` does it, or anybody in ``role``."""

    what: str
    role: str
    human: str | None
    due: date


@dataclass(frozen=True)
class Agreed:
    """What one meeting decided about one child. Words are None once they were erased by law."""

    entry_id: str
    meeting: str | None
    decision: str | None
    dissent: str | None
    reasons: str | None
    actions: tuple[Action, ...]
    recorded_at: datetime
    by: str


class UnknownMeeting(NotPossible):
    """There is no such meeting on record."""


def hold(
    c: Command,
    held_at: datetime,
    attended: Iterable[Mapping[str, str]],
    not_there: Iterable[Mapping[str, str]],
) -> str:
    """Record who met, and when. The meeting's id."""
    id = new_id()
    body = {"meeting_id": id, "attended": list(attended), "not_there": list(not_there)}
    c.append(COUNCIL, HELD, body, occurred_at=held_at, precision="minute")
    return id


def decide(
    c: Command,
    child: ContactChild,
    meeting: str,
    decision: str,
    dissent: str,
    reasons: str,
    actions: tuple[Action, ...],
) -> Entry:
    """Record what a meeting decided. Each action becomes a task, and the child is taken off the
    list. UnknownMeeting."""
    if meeting not in {each.id for each in meetings(c.db)}:
        raise UnknownMeeting("That meeting is not on record. Select another")
    body = {
        "meeting": meeting,
        "decision": decision,
        "dissent": dissent,
        "reasons": reasons,
        "actions": [{**asdict(each), "due": each.due.isoformat()} for each in actions],
    }
    decided = say(c, child, DECIDED, body)
    for number, action in enumerate(actions, 1):
        task = f"{TASK}-{number}"
        make(c, decided, task, action.what, action.role, _by_the_end_of(action.due))
        if action.human:
            give_tasks(c, decided, (task,), action.human)
    if child.flagged:
        say(c, child, UNFLAGGED, {"why": DISCUSSED})
    return decided


def _by_the_end_of(day: date) -> Due:
    return Due(end_of(day), "as agreed at a threshold meeting")


def meetings(db: Database) -> tuple[Meeting, ...]:
    """Every meeting, the latest first."""
    held = [_meeting(e) for e in read_kind(db, COUNCIL, HELD) if e.body is not None]
    return tuple(sorted(held, key=lambda each: each.held_at, reverse=True))


def _meeting(entry: Entry) -> Meeting:
    def said(name: str, value: str) -> tuple[tuple[str, str], ...]:
        each = records(entry, name)
        return tuple((AGENCIES.get(one["agency"], one["agency"]), one[value]) for one in each)

    return Meeting(
        field(entry, "meeting_id", str),
        entry.happened_at,
        entry.recorded_at,
        entry.human_id,
        said("attended", "name"),
        said("not_there", "why"),
    )


def decided_in(entries: Iterable[Entry], child_id: str) -> tuple[Agreed, ...]:
    """What meetings decided about one child, the latest first."""
    return tuple(_agreed(e) for e in reversed(about(entries, child_id, DECIDED)))


def _agreed(entry: Entry) -> Agreed:
    body = entry.body or {}
    said = (body.get("meeting"), body.get("decision"), body.get("dissent"), body.get("reasons"))
    actions = tuple(
        Action(each["what"], each["role"], each["human"], date.fromisoformat(each["due"]))
        for each in body.get("actions", ())
    )
    return Agreed(entry.id, *said, actions, entry.recorded_at, entry.human_id)


def decided_at(db: Database, meeting_id: str, reader: str) -> tuple[tuple[str, str], ...]:
    """The contact's and the child's ids of all that a meeting decided, in order; without those
    that this human may not know of."""
    found = rows(
        db,
        f"""
        select meeting_decisions.contact_id, meeting_decisions.child_id from meeting_decisions
        join journal on journal.id = meeting_decisions.entry_id
        join contacts on contacts.id = meeting_decisions.contact_id
        where meeting_decisions.meeting_id = :id and {MAY_KNOW}
        order by journal.position
        """,
        {"id": meeting_id, "reader": reader},
    )
    return tuple(dict.fromkeys((each["contact_id"], each["child_id"]) for each in found))


def to_look_at(db: Database, reader: str) -> tuple[str, ...]:
    """The contacts in which a child can be on the agenda, as they were received: flagged, still to
    be decided, not agreed to by whoever was asked to sign, or from a case the services have
    disagreed about. Without those this human may not know of."""
    found = rows(
        db,
        f"""
        select distinct contacts.id, contacts.received_at from contact_children
        join contacts on contacts.id = contact_children.contact_id
        where {MAY_KNOW} and (
            contact_children.flagged = 1
            or contact_children.closed_at is null and (
                contact_children.stands <> 'decided'
                or exists (
                    select 1 from signatures where signatures.record_id = contacts.id
                        and signatures.state in ('sent_back', 'declined'))
                or exists (
                    select 1 from journal where journal.stream = 'case:' || contacts.case_id
                        and journal.kind = 'dispute_raised')))
        order by contacts.received_at, contacts.id
        """,
        {"reader": reader},
    )
    return tuple(each["id"] for each in found)


# The table beside it: which meeting decided about which child.

keeps("meeting_decisions", of="contact", key="contact_id")


@projects(HELD, of=family(COUNCIL))
def check_held(db: Database, entry: Entry) -> None:
    """Held against its shape: meetings are read from the journal."""
    if entry.body is None:
        return
    field(entry, "meeting_id", str)
    for name, value in (("attended", "name"), ("not_there", "why")):
        for each in records(entry, name):
            if not all(isinstance(each.get(part), str) for part in ("agency", value)):
                raise ValueError(f"{HELD} needs {name} with agency and {value}.")


@projects(DECIDED, of="contact")
def record(db: Database, entry: Entry) -> None:
    """ValueError where the contact has no such child, or something could not be read again."""
    child = child_named(db, entry)
    if child is None:
        return
    for name in ("decision", "reasons"):
        if not field(entry, name, str).strip():
            raise ValueError(f"{DECIDED} needs {name} in words.")
    field(entry, "dissent", str)
    for each in records(entry, "actions"):
        if not all(isinstance(each.get(part), str) for part in ("what", "role", "due")):
            raise ValueError(f"{DECIDED} needs actions with what, role and due.")
        date.fromisoformat(each["due"])
    db.table("meeting_decisions").insert(
        {
            "entry_id": entry.id,
            "meeting_id": field(entry, "meeting", str),
            "contact_id": subject(entry.stream),
            "child_id": child,
        }
    )
