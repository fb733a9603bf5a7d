"""Complaints of a young person, or of somebody for them: where each goes, and how far it is.

    complaint_made         {by, by_whom, words, wishes, helped_by, about, route, advocate}
    complaint_acknowledged {words}
    complaint_advocate     {advocate, words}
    complaint_extended     {why, due_at}
    complaint_answered     {words}
    complaint_moved_on     {words}
    complaint_closed       {how, words}

All stand in the stream of the case and carry no facts: a complaint changes nothing about the bed
and the help that the young person gets. A complaint's id is that of the entry that made it, which
causes every later one. Nobody answers it a second time: another human looks at it on each stage.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from protocol.complaint_routes import CHILDREN_ACT, ROUTES, Route, Stage
from protocol.people import HEAD_OF_SERVICE
from store.bodies import field
from store.entry import Author, Entry, Precision
from store.journal import Command
from store.own_tasks import Due, finish, make, move
from store.reading import read
from store.steps import Changed, IllegalStep, NotPossible, NotTheirs
from store.stream_names import case, subject
from store.tables import projects

MADE = "complaint_made"
ACKNOWLEDGED = "complaint_acknowledged"
ADVOCATE = "complaint_advocate"
EXTENDED = "complaint_extended"
ANSWERED = "complaint_answered"
MOVED_ON = "complaint_moved_on"
CLOSED = "complaint_closed"

ANSWER, ACKNOWLEDGE, OFFER = "complaint", "complaint-acknowledge", "complaint-advocate"
TASKS = (ANSWER, ACKNOWLEDGE, OFFER)
"""Stand where the id of a rule would, in the tasks of a complaint."""

BY = ("young_person", "somebody_for_them")
ABOUT = ("housing_options", "family_services", "both", "not_known")
ADVOCATES = ("wanted", "not_wanted", "not_asked")
WITHDRAWN = "withdrawn"
HOW = ("satisfied", "not_satisfied", "ombudsman", WITHDRAWN)
WITHOUT_ANSWER = ("satisfied", WITHDRAWN)
"""What only the young person can say, also before anybody has answered."""


@dataclass(frozen=True)
class Said:
    """``words`` is None once they were erased by law."""

    words: str | None
    by: str
    role: str
    at: datetime


@dataclass(frozen=True)
class Complaint:
    """One complaint as it stands. ``seen`` grows with every entry about it. ``answers`` are those
    so far, each with the place of its stage; ``extended`` says
    why this stage takes longer, where it does. ``made_on_a_day`` where the hour is not known."""

    id: str
    case_id: str
    made: Said
    made_at: datetime
    made_on_a_day: bool
    by: str | None
    by_whom: str
    wishes: str | None
    helped_by: str
    about: str | None
    route: Route
    advocate: str | None
    stage_began: datetime
    place: int = 0
    acknowledged: Said | None = None
    extended: Said | None = None
    answers: tuple[tuple[int, Said], ...] = ()
    moved_on: tuple[Said, ...] = ()
    closed: Said | None = None
    how: str | None = None
    seen: int = 1

    @property
    def stage(self) -> Stage:
        return self.route.stages[self.place]

    @property
    def is_answered(self) -> bool:
        """On the stage it is on."""
        return any(place == self.place for place, _ in self.answers)

    @property
    def is_last(self) -> bool:
        return self.place == len(self.route.stages) - 1

    @property
    def limit(self) -> str:
        """The name of the time limit that counts on this stage."""
        return self.stage.longest if self.extended else self.stage.limit


class UnknownComplaint(NotPossible):
    """There is no such complaint on this case."""


class SameHuman(NotTheirs):
    """This human has answered an earlier stage."""


def complaints_in(entries: Iterable[Entry]) -> tuple[Complaint, ...]:
    """Every complaint of a case's stream, the first made first."""
    found: dict[str, Complaint] = {}
    for entry in entries:
        if entry.kind == MADE:
            found[entry.id] = _made(entry)
        elif entry.kind in _FOLLOW and entry.caused_by in found:
            before = found[entry.caused_by]
            found[before.id] = replace(_FOLLOW[entry.kind](before, entry), seen=before.seen + 1)
    return tuple(found.values())


def hindrance(found: Complaint, kind: str, author: Author, how: str = "") -> NotPossible | None:
    """What keeps this author from taking this step now, or nothing. ``how`` it is closed."""
    if found.closed:
        return IllegalStep("closed")
    if how and how not in WITHOUT_ANSWER and not found.is_answered:
        return IllegalStep("not_answered")
    if kind == ACKNOWLEDGED and found.acknowledged:
        return IllegalStep("acknowledged")
    if kind in (EXTENDED, ANSWERED) and found.is_answered:
        return IllegalStep("answered")
    if kind == EXTENDED and (found.extended or not found.stage.longest):
        return IllegalStep("not_longer")
    if kind == MOVED_ON and found.is_last:
        return IllegalStep("last")
    if kind not in (EXTENDED, ANSWERED):
        return None
    if author.role not in (found.stage.answered_by, HEAD_OF_SERVICE):
        return NotTheirs("Another role answers on this stage.")
    answered = {said.by for _, said in found.answers}
    if answered & {author.human_id, author.on_behalf_of}:
        return SameHuman("This human has answered an earlier stage.")
    return None


@dataclass(frozen=True)
class Made:
    """What was complained of: ``by_whom`` and ``helped_by`` may be empty."""

    by: str
    by_whom: str
    words: str
    wishes: str
    helped_by: str
    about: str
    advocate: str


def make_complaint(
    c: Command,
    case_id: str,
    said: Made,
    route: Route,
    *,
    occurred_at: datetime,
    precision: Precision,
    answer_by: Due,
    acknowledge_by: Due,
) -> Entry:
    """Append it, with tasks to acknowledge and to answer it, and to offer an advocate if that has
    not been done yet."""
    body = vars(said) | {"route": route.id}
    made = c.append(case(case_id), MADE, body, occurred_at=occurred_at, precision=precision)
    first = route.stages[0].answered_by
    make(c, made, ACKNOWLEDGE, "Acknowledge the complaint in writing", first, acknowledge_by)
    make(c, made, ANSWER, "Answer the complaint in writing", first, answer_by)
    if said.advocate == "not_asked":
        words = "Offer an independent advocate to help with the complaint"
        make(c, made, OFFER, words, first, acknowledge_by)
    return made


def acknowledge(c: Command, found: Complaint, words: str, *, seen: int) -> Entry:
    done = _take(c, found, ACKNOWLEDGED, {"words": words}, seen)
    finish(c, found.case_id, (ACKNOWLEDGE,), {found.id})
    return done


def offer_advocate(c: Command, found: Complaint, answer: str, words: str, *, seen: int) -> Entry:
    """What they say to it. It can change at any time."""
    done = _take(c, found, ADVOCATE, {"advocate": answer, "words": words}, seen)
    finish(c, found.case_id, (OFFER,), {found.id})
    return done


def extend(c: Command, found: Complaint, why: str, due: Due, *, seen: int) -> Entry:
    """The stage takes longer, until ``due``."""
    body = {"why": why, "due_at": due.at.isoformat()}
    done = _take(c, found, EXTENDED, body, seen)
    move(c, found.case_id, (ANSWER,), _causes(c, found), due)
    return done


def answer(c: Command, found: Complaint, words: str, *, seen: int) -> Entry:
    done = _take(c, found, ANSWERED, {"words": words}, seen)
    finish(c, found.case_id, (ANSWER, ACKNOWLEDGE), _causes(c, found))
    return done


def move_on(c: Command, found: Complaint, words: str, due: Due, *, seen: int) -> Entry:
    """To the next stage, because that is what they want."""
    done = _take(c, found, MOVED_ON, {"words": words}, seen)
    finish(c, found.case_id, (ANSWER,), _causes(c, found))
    stage = found.route.stages[found.place + 1]
    make(c, done, ANSWER, f"Answer the complaint: {stage.says}", stage.answered_by, due)
    return done


def close(c: Command, found: Complaint, how: str, words: str, *, seen: int) -> Entry:
    done = _take(c, found, CLOSED, {"how": how, "words": words}, seen)
    finish(c, found.case_id, TASKS, _causes(c, found))
    return done


def _take(c: Command, found: Complaint, kind: str, body: dict[str, str], seen: int) -> Entry:
    problem = hindrance(found, kind, c.author, body.get("how", ""))
    if problem:
        raise problem
    if seen != found.seen:
        raise Changed(f"The page saw entry {seen}, and this is entry {found.seen}.")
    return c.append(case(found.case_id), kind, body, caused_by=found.id)


def _causes(c: Command, found: Complaint) -> set[str]:
    entries = read(c.db, case(found.case_id))
    return {found.id} | {entry.id for entry in entries if entry.caused_by == found.id}


# What each kind of entry makes of a complaint


def _said(entry: Entry, name: str = "words") -> Said:
    return Said((entry.body or {}).get(name), entry.human_id, entry.role, entry.happened_at)


def _made(entry: Entry) -> Complaint:
    body = entry.body or {}
    return Complaint(
        id=entry.id,
        case_id=subject(entry.stream),
        made=_said(entry),
        made_at=entry.happened_at,
        made_on_a_day=entry.occurred_precision == "day",
        by=body.get("by"),
        by_whom=body.get("by_whom", ""),
        wishes=body.get("wishes"),
        helped_by=body.get("helped_by", ""),
        about=body.get("about"),
        route=ROUTES.get(body.get("route", ""), CHILDREN_ACT),
        advocate=body.get("advocate"),
        stage_began=entry.happened_at,
    )


def _acknowledged(found: Complaint, entry: Entry) -> Complaint:
    return replace(found, acknowledged=_said(entry))


def _advocate(found: Complaint, entry: Entry) -> Complaint:
    return replace(found, advocate=(entry.body or {}).get("advocate"))


def _extended(found: Complaint, entry: Entry) -> Complaint:
    return replace(found, extended=_said(entry, "why"))


def _answered(found: Complaint, entry: Entry) -> Complaint:
    return replace(found, answers=(*found.answers, (found.place, _said(entry))))


def _moved_on(found: Complaint, entry: Entry) -> Complaint:
    return replace(
        found,
        place=found.place + 1,
        stage_began=entry.happened_at,
        extended=None,
        moved_on=(*found.moved_on, _said(entry)),
    )


def _closed(found: Complaint, entry: Entry) -> Complaint:
    return replace(found, closed=_said(entry), how=(entry.body or {}).get("how"))


_FOLLOW: dict[str, Callable[[Complaint, Entry], Complaint]] = {
    ACKNOWLEDGED: _acknowledged,
    ADVOCATE: _advocate,
    EXTENDED: _extended,
    ANSWERED: _answered,
    MOVED_ON: _moved_on,
    CLOSED: _closed,
}

_ONE_OF: dict[str, dict[str, tuple[str, ...]]] = {
    MADE: {"by": BY, "about": ABOUT, "advocate": ADVOCATES, "route": tuple(ROUTES)},
    ADVOCATE: {"advocate": ADVOCATES},
    CLOSED: {"how": HOW},
}
_NEEDS = {
    MADE: ("words", "wishes"),
    EXTENDED: ("why", "due_at"),
    ANSWERED: ("words",),
    MOVED_ON: ("words",),
    CLOSED: ("words",),
}


# The record refuses what cannot be, whoever appends it


@projects(MADE, of="case")
def check_made(db: Database, entry: Entry) -> None:
    _check_shape(entry)


def check_step(db: Database, entry: Entry) -> None:
    before = [each for each in read(db, entry.stream) if each.seq < entry.seq]
    found = {each.id: each for each in complaints_in(before)}.get(entry.caused_by or "")
    if found is None:
        raise UnknownComplaint(f"{entry.kind} is caused by the {MADE} it is about.")
    problem = hindrance(found, entry.kind, entry.author, (entry.body or {}).get("how", ""))
    if problem:
        raise problem
    _check_shape(entry)


def _check_shape(entry: Entry) -> None:
    if entry.body is None:
        return  # erased by law
    for name in _NEEDS.get(entry.kind, ()):
        if not field(entry, name, str).strip():
            raise ValueError(f"{entry.kind} needs {name} in words.")
    for name, allowed in _ONE_OF.get(entry.kind, {}).items():
        if field(entry, name, str) not in allowed:
            raise ValueError(f"{entry.kind} needs {name} as one of {allowed}.")


for _kind in _FOLLOW:
    projects(_kind, of="case")(check_step)
