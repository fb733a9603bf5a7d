"""Disputes between the services (section 9): two sides, two steps, and what was settled.

    dispute_raised        {about, subject, words, source, position, facts}
    dispute_position      {position}
    dispute_settlement    {decision, reasons, lessons}
    dispute_not_agreed    {why}
    dispute_taken_further {why, facts}
    dispute_settled       {words, facts}
    accommodated_by       {service, who}

All stand in the stream of the case. A dispute's id is that of the entry that raised it, and every
later entry is caused by it; which side speaks follows from the author's role. So whatever body is
erased by law, how far it is can be told.

A settlement is no decision that waits for a second signature: one of two peers writes down what
both have agreed, and it is nothing at all until the other says so as well. One human never speaks
for both sides, whatever their accounts.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from protocol.dispute_steps import FIRST, SECOND, Step, other, side_of
from store.bodies import field
from store.entry import Author, Entry
from store.journal import Command
from store.own_tasks import Due, finish, make
from store.reading import read
from store.steps import Changed, IllegalStep, NotPossible, NotTheirs
from store.stream_names import case, subject
from store.tables import projects

RAISED = "dispute_raised"
POSITION = "dispute_position"
SETTLEMENT = "dispute_settlement"
NOT_AGREED = "dispute_not_agreed"
TAKEN_FURTHER = "dispute_taken_further"
SETTLED = "dispute_settled"
ACCOMMODATED_BY = "accommodated_by"

ABOUT = ("rule", "fact")

TASKS = ("dispute", "dispute-housing_options", "dispute-family_services")
"""Stand where the id of a rule would, in the tasks of a dispute."""

SAY_YOUR_SIDE = "Put your side of the disagreement between the services in writing"
SETTLE_IT = "Settle the disagreement that the duty managers could not settle"


@dataclass(frozen=True)
class Said:
    """``words`` is None once they were erased by law."""

    words: str | None
    by: str
    role: str
    at: datetime


@dataclass(frozen=True)
class Settlement:
    """What one side has written down as agreed, and the other has not answered yet."""

    side: str
    decision: str | None
    reasons: str | None
    lessons: str | None
    by: str
    at: datetime


@dataclass(frozen=True)
class Dispute:
    """One dispute as it stands. ``seen`` grows with every entry about it. ``settlement`` is what
    waits for the other side or, once it is over, what both have said."""

    id: str
    case_id: str
    side: str
    about: str | None
    subject: str | None
    words: str | None
    source: str | None
    raised_at: datetime
    positions: Mapping[str, Said]
    step: Step
    step_began: datetime
    spoke_for: frozenset[tuple[str, str]]
    settlement: Settlement | None = None
    not_agreed: tuple[tuple[Settlement, Said], ...] = ()
    taken_further: Said | None = None
    settled: Said | None = None
    seen: int = 1

    @property
    def is_over(self) -> bool:
        return self.settled is not None

    @property
    def silent_side(self) -> str | None:
        """The side that has not put anything in writing; nothing once both have."""
        asked = other(self.side)
        return None if asked in self.positions else asked


class UnknownDispute(NotPossible):
    """There is no such dispute on this case."""


class BothSides(NotTheirs):
    """This human has spoken for the other side."""


def disputes_in(entries: Iterable[Entry]) -> tuple[Dispute, ...]:
    """Every dispute of a case's stream, the first raised first."""
    found: dict[str, Dispute] = {}
    for entry in entries:
        if entry.kind == RAISED:
            found[entry.id] = _raised(entry)
        elif entry.kind in _FOLLOW and entry.caused_by in found:
            before = found[entry.caused_by]
            spoke_for = before.spoke_for | _speak(entry.author)
            after = _FOLLOW[entry.kind](before, entry)
            found[before.id] = replace(after, seen=before.seen + 1, spoke_for=spoke_for)
    return tuple(found.values())


def accommodated_by(entries: Iterable[Entry]) -> Entry | None:
    """Who was last recorded as accommodating the young person, if anybody was."""
    found = [entry for entry in entries if entry.kind == ACCOMMODATED_BY]
    return found[-1] if found else None


def facts_after(disputes: Iterable[Dispute]) -> dict[str, str]:
    """What the rules of section 9 go by. The services disagree while any dispute runs; as long as
    one of those is still with the duty managers, theirs is the next step."""
    found = tuple(disputes)
    running = [each for each in found if not each.is_over]
    if running:
        with_them = any(each.step is FIRST for each in running)
        return {
            "services_disagree": "yes",
            "disagreement_over": "no",
            "settled_by_duty_managers": "not_known" if with_them else "no",
        }
    by_them = all(each.step is FIRST for each in found)
    return {
        "services_disagree": "no",
        "disagreement_over": "yes",
        "settled_by_duty_managers": "yes" if by_them else "no",
    }


def hindrance(found: Dispute, kind: str, author: Author) -> NotPossible | None:
    """What keeps this author from taking this step now, or nothing."""
    side = side_of(author.role)
    if side is None:
        return NotTheirs("This role speaks for neither side.")
    if any((human, other(side)) in found.spoke_for for human in author.humans):
        return BothSides("This human has spoken for the other side.")
    if found.is_over:
        return IllegalStep("over")
    if kind == POSITION:
        return IllegalStep("said") if side in found.positions else None
    if kind == TAKEN_FURTHER and found.step is SECOND:
        return IllegalStep("second_step")
    if author.role != found.step.settled_by[side]:
        return NotTheirs("Another role settles it on this step.")
    if kind == SETTLEMENT and found.settlement:
        return IllegalStep("waiting")
    if kind in (SETTLED, NOT_AGREED):
        if found.settlement is None:
            return IllegalStep("nothing_to_agree")
        if found.settlement.side == side:
            return NotTheirs("The other side says whether they agree.")
    return None


def raise_dispute(
    c: Command,
    case_id: str,
    *,
    about: str,
    of: str,
    words: str,
    source: str,
    position: str,
    due: Due,
) -> Entry:
    """Append it, and a task for the other side to answer in writing by ``due``."""
    side = side_of(c.author.role)
    if side is None:
        raise NotTheirs("This role speaks for neither side.")
    runs = Dispute(
        id="",
        case_id=case_id,
        side=side,
        about=about,
        subject=of,
        words=words,
        source=source,
        raised_at=c.recorded_at,
        positions={},
        step=FIRST,
        step_began=c.recorded_at,
        spoke_for=frozenset(),
    )
    body = {
        "about": about,
        "subject": of,
        "words": words,
        "source": source,
        "position": position,
        "facts": facts_after((*disputes_in(read(c.db, case(case_id))), runs)),
    }
    raised = c.append(case(case_id), RAISED, body)
    make(c, raised, TASKS[0], SAY_YOUR_SIDE, FIRST.settled_by[other(side)], due)
    return raised


def say_position(c: Command, found: Dispute, position: str, *, seen: int) -> Entry:
    """The other side in writing. Late is better than never: it is taken, and shown as late."""
    _check(found, POSITION, c.author, seen)
    said = c.append(case(found.case_id), POSITION, {"position": position}, caused_by=found.id)
    finish(c, found.case_id, TASKS, {found.id})
    return said


def settle(
    c: Command, found: Dispute, decision: str, reasons: str, lessons: str, *, seen: int
) -> Entry:
    """One of the two who settle it writes down what was agreed. It waits for the other."""
    _check(found, SETTLEMENT, c.author, seen)
    body = {"decision": decision, "reasons": reasons, "lessons": lessons}
    return c.append(case(found.case_id), SETTLEMENT, body, caused_by=found.id)


def agree(c: Command, found: Dispute, words: str, *, seen: int) -> Entry:
    """The other one says so as well: it is over."""
    _check(found, SETTLED, c.author, seen)
    over = replace(found, settled=Said(words, c.author.human_id, c.author.role, c.recorded_at))
    facts = facts_after(_with(c, over))
    body = {"words": words, "facts": facts}
    settled = c.append(case(found.case_id), SETTLED, body, caused_by=found.id)
    _tasks_done(c, found)
    return settled


def not_agree(c: Command, found: Dispute, why: str, *, seen: int) -> Entry:
    """It goes on, on the same step."""
    _check(found, NOT_AGREED, c.author, seen)
    return c.append(case(found.case_id), NOT_AGREED, {"why": why}, caused_by=found.id)


def take_further(c: Command, found: Dispute, why: str, due: Due, *, seen: int) -> Entry:
    """To the second step, with a task for each of the two who settle it there."""
    _check(found, TAKEN_FURTHER, c.author, seen)
    facts = facts_after(_with(c, replace(found, step=SECOND)))
    body = {"why": why, "facts": facts}
    further = c.append(case(found.case_id), TAKEN_FURTHER, body, caused_by=found.id)
    for side, role in SECOND.settled_by.items():
        make(c, further, f"dispute-{side}", SETTLE_IT, role, due)
    return further


def _check(found: Dispute, kind: str, author: Author, seen: int) -> None:
    problem = hindrance(found, kind, author)
    if problem:
        raise problem
    if seen != found.seen:
        raise Changed(f"The page saw entry {seen}, and this is entry {found.seen}.")


def _with(c: Command, changed: Dispute) -> list[Dispute]:
    """All disputes of the case, with this one as it will be."""
    entries = read(c.db, case(changed.case_id))
    return [changed if each.id == changed.id else each for each in disputes_in(entries)]


def _tasks_done(c: Command, found: Dispute) -> None:
    entries = read(c.db, case(found.case_id))
    causes = {found.id} | {entry.id for entry in entries if entry.caused_by == found.id}
    finish(c, found.case_id, TASKS, causes)


def _speak(author: Author) -> frozenset[tuple[str, str]]:
    """Who speaks for which side with this."""
    side = side_of(author.role)
    return frozenset((human, side) for human in author.humans) if side else frozenset()


# What each kind of entry makes of a dispute


def _said(entry: Entry, name: str) -> Said:
    words = (entry.body or {}).get(name)
    return Said(words, entry.human_id, entry.role, entry.happened_at)


def _raised(entry: Entry) -> Dispute:
    body, side = entry.body or {}, side_of(entry.role)
    assert side is not None  # nobody else could raise it
    return Dispute(
        id=entry.id,
        case_id=subject(entry.stream),
        side=side,
        about=body.get("about"),
        subject=body.get("subject"),
        words=body.get("words"),
        source=body.get("source"),
        raised_at=entry.happened_at,
        positions={side: _said(entry, "position")},
        step=FIRST,
        step_began=entry.happened_at,
        spoke_for=_speak(entry.author),
    )


def _position(found: Dispute, entry: Entry) -> Dispute:
    side = side_of(entry.role) or ""
    return replace(found, positions={**found.positions, side: _said(entry, "position")})


def _settlement(found: Dispute, entry: Entry) -> Dispute:
    body = entry.body or {}
    written = Settlement(
        side_of(entry.role) or "",
        body.get("decision"),
        body.get("reasons"),
        body.get("lessons"),
        entry.human_id,
        entry.happened_at,
    )
    return replace(found, settlement=written)


def _not_agreed(found: Dispute, entry: Entry) -> Dispute:
    assert found.settlement is not None  # checked when it was recorded
    refused = (*found.not_agreed, (found.settlement, _said(entry, "why")))
    return replace(found, settlement=None, not_agreed=refused)


def _further(found: Dispute, entry: Entry) -> Dispute:
    return replace(
        found,
        step=SECOND,
        step_began=entry.happened_at,
        settlement=None,
        taken_further=_said(entry, "why"),
    )


def _over(found: Dispute, entry: Entry) -> Dispute:
    return replace(found, settled=_said(entry, "words"))


_FOLLOW: dict[str, Callable[[Dispute, Entry], Dispute]] = {
    POSITION: _position,
    SETTLEMENT: _settlement,
    NOT_AGREED: _not_agreed,
    TAKEN_FURTHER: _further,
    SETTLED: _over,
}

_NEEDS = {
    POSITION: ("position",),
    SETTLEMENT: ("decision", "reasons", "lessons"),
    NOT_AGREED: ("why",),
    TAKEN_FURTHER: ("why",),
    SETTLED: (),
}


# The record refuses what cannot be, whoever appends it


@projects(RAISED, of="case")
def check_raised(db: Database, entry: Entry) -> None:
    if side_of(entry.role) is None:
        raise NotTheirs("This role speaks for neither side.")
    if entry.body is not None:
        if field(entry, "about", str) not in ABOUT:
            raise ValueError(f"{RAISED} is about one of {ABOUT}.")
        _not_blank(entry, "subject", "words", "source", "position")
        field(entry, "facts", dict)


def check_step(db: Database, entry: Entry) -> None:
    before = [each for each in read(db, entry.stream) if each.seq < entry.seq]
    found = {each.id: each for each in disputes_in(before)}.get(entry.caused_by or "")
    if found is None:
        raise UnknownDispute(f"{entry.kind} is caused by the {RAISED} it is about.")
    problem = hindrance(found, entry.kind, entry.author)
    if problem:
        raise problem
    if entry.body is not None:
        _not_blank(entry, *_NEEDS[entry.kind])
        if entry.kind in (TAKEN_FURTHER, SETTLED):
            field(entry, "facts", dict)


for _kind in _FOLLOW:
    projects(_kind, of="case")(check_step)


@projects(ACCOMMODATED_BY, of="case")
def check_accommodation(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        _not_blank(entry, "service")
        field(entry, "who", str)


def _not_blank(entry: Entry, *names: str) -> None:
    for name in names:
        if not field(entry, name, str).strip():
            raise ValueError(f"{entry.kind} needs {name} in words.")
