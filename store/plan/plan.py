"""The young person's plan: what is to be done, by whom and when, and what they think of it.

    plan_action_added    {action_id, words, owner, owner_words, due, source, mark}
    plan_action_changed  the same, as it is from now on
    plan_action_done     {action_id, words}
    plan_action_dropped  {action_id, why}
    plan_view_recorded   {words, agrees, why_not_asked}
    plan_given           {how, language, digest, lines}

``owner`` is the id of a human, ``young_person``, or nothing where ``owner_words`` says who it is or
nobody has it yet; ``due`` a day, or nothing. What an answer to one of the fifty points says needs
to happen is in the plan by itself, a line an action, as long as the answer stands. It is changed,
done and dropped like what was added; once somebody changed it, or it was given to them, it stays
until a person ends it, whatever the answer says by then. ``digest`` names what the plan said when
it was given, ``lines`` are what it said, each {kind, runs}: one of ``LINES``, and words with the
language they are in, which is empty for what somebody typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from protocol.plan_words import AGREES, CHECKLIST, MARKS, NOT_ASKED, SOURCES, WAYS, YOUNG_PERSON
from store import bodies
from store.checklist.checklist import ANSWERED, REVIEWED, Answer, Checklist, checklists_in
from store.entry import Entry
from store.ids import new_id
from store.journal import Command
from store.stream_names import case
from store.tables import projects

ADDED = "plan_action_added"
CHANGED = "plan_action_changed"
DONE = "plan_action_done"
DROPPED = "plan_action_dropped"
VIEW = "plan_view_recorded"
GIVEN = "plan_given"
KINDS = (ADDED, CHANGED, DONE, DROPPED, VIEW, GIVEN)

LINES = ("title", "heading", "group", "action", "words", "listed", "quote")

Line = dict[str, Any]

IS_OPEN, IS_DONE, IS_DROPPED = "open", "done", "dropped"


@dataclass(frozen=True)
class Action:
    """``due_words`` says when, where no day was named. ``point`` is the one of the fifty that it
    comes from. Done or dropped, ``end_words`` say what happened or why. ``seen`` is the number of
    the last entry about it. ``checklist`` is where it was last said, ``said`` what, by whom and
    when. ``kept`` where only a person takes it out: somebody changed it, or it was given to them.
    ``says_now`` is what the point says there instead, once it no longer says this."""

    id: str
    words: str
    owner: str
    owner_words: str
    due: date | None
    due_words: str
    source: str
    mark: str | None
    point: int | None
    at: datetime
    by: str
    seen: int
    state: str = IS_OPEN
    end_words: str = ""
    ended_at: datetime | None = None
    checklist: str = ""
    said: tuple[str, str, str] = ("", "", "")
    kept: bool = False
    says_now: tuple[str, ...] | None = None

    @property
    def line(self) -> str:
        """What needed to happen, as it was said."""
        return self.said[0]

    @property
    def is_open(self) -> bool:
        return self.state == IS_OPEN


@dataclass(frozen=True)
class View:
    """What they think of it, in their words; or why they were not asked."""

    words: str
    agrees: str
    why_not_asked: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Given:
    """Erased by law, nothing is left of it but by whom and when."""

    entry_id: str
    at: datetime
    by: str
    how: str = ""
    language: str = ""
    digest: str = ""
    lines: Sequence[Line] = ()

    @property
    def is_erased(self) -> bool:
        return not self.how


@dataclass(frozen=True)
class Plan:
    """``actions`` in the order in which they came; ``seen`` grows with whatever changes them."""

    actions: tuple[Action, ...] = ()
    views: tuple[View, ...] = ()
    given: tuple[Given, ...] = ()
    seen: int = 0

    @property
    def open(self) -> tuple[Action, ...]:
        return tuple(each for each in self.actions if each.is_open)

    @property
    def ended(self) -> tuple[Action, ...]:
        """Done or dropped, the latest first."""
        ended = (each for each in self.actions if not each.is_open)
        return tuple(sorted(ended, key=lambda each: each.seen, reverse=True))

    @property
    def view(self) -> View | None:
        """What they said last. That nobody asked since takes back no word of theirs."""
        asked = [each for each in self.views if each.agrees != NOT_ASKED]
        return (asked or self.views or (None,))[-1]

    def action(self, id: str) -> Action | None:
        return next((each for each in self.actions if each.id == id), None)


def add(c: Command, case_id: str, said: Mapping[str, Any]) -> Entry:
    """``said`` is words, owner, owner_words, due as YYYY-MM-DD, source and mark."""
    return c.append(case(case_id), ADDED, {"action_id": new_id(), **said})


def change(c: Command, case_id: str, action: Action, said: Mapping[str, Any]) -> Entry:
    return c.append(case(case_id), CHANGED, {"action_id": action.id, **said})


def finish(c: Command, case_id: str, action: Action, words: str) -> Entry:
    return c.append(case(case_id), DONE, {"action_id": action.id, "words": words})


def drop(c: Command, case_id: str, action: Action, why: str) -> Entry:
    return c.append(case(case_id), DROPPED, {"action_id": action.id, "why": why})


def record_view(c: Command, case_id: str, agrees: str, words: str, why_not_asked: str) -> Entry:
    body = {"words": words, "agrees": agrees, "why_not_asked": why_not_asked}
    return c.append(case(case_id), VIEW, body)


def give(
    c: Command, case_id: str, how: str, language: str, digest: str, lines: Sequence[Line]
) -> Entry:
    body = {"how": how, "language": language, "digest": digest, "lines": list(lines)}
    return c.append(case(case_id), GIVEN, body)


def plan_in(entries: Iterable[Entry], checklists: Iterable[Checklist] | None = None) -> Plan:
    """The plan of a case. What was erased by law is left out. ``checklists`` are those of these
    entries, where they are at hand."""
    entries = tuple(entries)
    answered = _answers_by_entry(checklists_in(entries) if checklists is None else checklists)
    actions: dict[str, Action] = {}
    views: list[View] = []
    given: list[Given] = []
    seen = 0
    for entry in entries:
        if entry.kind in (ANSWERED, REVIEWED):
            for checklist_id, answer in answered.get(entry.id, ()):
                seen = entry.seq
                _take_up(actions, checklist_id, answer)
            continue
        if entry.kind not in KINDS:
            continue
        seen = entry.seq
        body = entry.body
        when: dict[str, Any] = {"at": entry.recorded_at, "by": entry.human_id}
        if entry.kind == GIVEN:  # also where what it said was erased: they may hold the paper
            actions = {id: replace(each, kept=True) for id, each in actions.items()}
            given.append(Given(entry.id, **when, **(body or {})))
        if body is None or entry.kind == GIVEN:
            continue
        if entry.kind == VIEW:
            views.append(View(**body, **when))
        elif entry.kind == ADDED:
            actions[body["action_id"]] = _added(entry)
        elif body["action_id"] in actions:  # what it was about may have been erased
            actions[body["action_id"]] = _moved_on(actions[body["action_id"]], entry)
    return Plan(tuple(actions.values()), tuple(views), tuple(given), seen)


def _answers_by_entry(checklists: Iterable[Checklist]) -> dict[str, list[tuple[str, Answer]]]:
    """Everything that was said about a point, edits of a reviewer among it, with the id of its
    checklist, by its entry."""
    found: dict[str, list[tuple[str, Answer]]] = {}
    for checklist in checklists:
        edits = (review.answer for review in checklist.reviews if review.answer)
        for answer in (*checklist.said, *edits):
            found.setdefault(answer.entry_id, []).append((checklist.id, answer))
    return found


def _take_up(actions: dict[str, Action], checklist_id: str, answer: Answer) -> None:
    """Each line of what needs to happen is an action, once. What the same checklist no longer says
    is gone, unless somebody changed it or it was given to them; what an earlier one said goes on
    until somebody ends it, because a blank takes nothing back. Either asks for a person to decide
    once the point says something else. What was ended opens again where it
    is said anew, unless only as "the same as before"."""
    needs = {name: str(answer.needs.get(name) or "").strip() for name in ("what", "whom", "when")}
    every = [line.strip() for line in needs["what"].splitlines() if line.strip()]
    lines = tuple(dict.fromkeys(every))
    of_point = [each for each in actions.values() if each.point == answer.point]
    for each in of_point:
        if not each.is_open or not each.checklist or each.line in lines:
            continue
        said_here = each.checklist == checklist_id
        if said_here and not each.kept:
            del actions[each.id]
        elif said_here or lines or each.says_now is not None:
            actions[each.id] = replace(each, says_now=lines, seen=answer.seq)
    for line in lines:
        said = (line, needs["whom"], needs["when"])
        about = [each for each in of_point if each.line == line]
        if going_on := next((each for each in about if each.is_open), None):
            actions[going_on.id] = _said_again(going_on, checklist_id, said, answer.seq)
        elif not any(
            each.said == said and (answer.body.get("same") or each.checklist == checklist_id)
            for each in about
        ):
            new = _of_answer(answer, checklist_id, said, every.index(line))
            actions[new.id] = new


def _said_again(action: Action, checklist_id: str, said: tuple[str, str, str], seq: int) -> Action:
    """Who and when as it is said now. A blank takes back nothing that somebody gave it, nor what
    they were given."""
    again = replace(action, checklist=checklist_id, said=said, says_now=None)
    if (action.said, action.says_now) == (said, None):
        return again
    newer = _as_said(said)
    for told, before, names in (
        (said[1], action.said[1], ("owner", "owner_words")),
        (said[2], action.said[2], ("due", "due_words")),
    ):
        if action.kept and told in ("", before):
            newer = {name: value for name, value in newer.items() if name not in names}
    return replace(again, **newer, seen=seq)


def _of_answer(answer: Answer, checklist_id: str, said: tuple[str, str, str], place: int) -> Action:
    return Action(
        id=f"{answer.entry_id}-{answer.point}-{place}",
        words=said[0],
        **_as_said(said),
        source=CHECKLIST,
        mark=None,
        point=answer.point,
        at=answer.at,
        by=answer.by,
        seen=answer.seq,
        checklist=checklist_id,
        said=said,
    )


def _as_said(said: tuple[str, str, str]) -> dict[str, Any]:
    """Who does it and when, as somebody said it while they talked."""
    _, whom, when = said
    due = _day(when)
    return {
        "owner": YOUNG_PERSON if whom == YOUNG_PERSON else "",
        "owner_words": "" if whom == YOUNG_PERSON else whom,
        "due": due,
        "due_words": "" if due else when,
    }


def _day(when: str) -> date | None:
    """A day where it was said as one: anything else stays in the words it was said in."""
    try:
        return date.fromisoformat(when)
    except ValueError:
        return None


def _added(entry: Entry) -> Action:
    body = entry.body or {}
    return Action(
        id=body["action_id"],
        point=None,
        at=entry.recorded_at,
        by=entry.human_id,
        seen=entry.seq,
        **_said(body),
    )


def _moved_on(action: Action, entry: Entry) -> Action:
    body = entry.body or {}
    action = replace(action, seen=entry.seq)
    if entry.kind == CHANGED:
        kept = {"source": action.source, "due_words": "" if body["due"] else action.due_words}
        action = replace(action, **_said(body) | kept, kept=True)
        # Somebody looked at it and keeps it: from then on it is no line of the answer any more.
        return action if action.says_now is None else replace(action, checklist="", says_now=None)
    state, words = (IS_DONE, body["words"]) if entry.kind == DONE else (IS_DROPPED, body["why"])
    return replace(action, state=state, end_words=words, ended_at=entry.recorded_at)


def _said(body: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "words": body["words"],
        "owner": body["owner"] or "",
        "owner_words": body["owner_words"],
        "due": body["due"] and date.fromisoformat(body["due"]),
        "due_words": "",
        "source": body["source"],
        "mark": body["mark"],
    }


@projects(ADDED, of="case")
@projects(CHANGED, of="case")
def can_be_listed(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    for name in ("action_id", "words", "owner_words"):
        bodies.field(entry, name, str)
    bodies.text_or_none(entry, "owner")
    bodies.day_or_none(entry, "due")
    if not entry.body["words"]:
        raise ValueError("An action says what is to be done.")
    if bodies.field(entry, "source", str) not in (CHECKLIST, *SOURCES):
        raise ValueError(f"An action comes from one of {(CHECKLIST, *SOURCES)}.")
    if bodies.text_or_none(entry, "mark") not in (None, *MARKS):
        raise ValueError(f"An action is a step of one of {tuple(MARKS)}, or of none.")


@projects(DONE, of="case")
def says_what_happened(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        for name in ("action_id", "words"):
            bodies.field(entry, name, str)


@projects(DROPPED, of="case")
def says_why(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        bodies.field(entry, "action_id", str)
        if not bodies.field(entry, "why", str):
            raise ValueError("What is dropped says why.")


@projects(VIEW, of="case")
def is_theirs(db: Database, entry: Entry) -> None:
    """Nothing stands for what a young person thinks but their words, or why they were not asked."""
    if entry.body is None:
        return
    words, why = (bodies.field(entry, name, str) for name in ("words", "why_not_asked"))
    agrees = bodies.field(entry, "agrees", str)
    if agrees not in AGREES or not (why if agrees == NOT_ASKED else words):
        raise ValueError("What they think is in their words, or says why they were not asked.")


@projects(GIVEN, of="case")
def can_be_read_again(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    if bodies.field(entry, "how", str) not in WAYS:
        raise ValueError(f"A plan is given in one of {tuple(WAYS)}.")
    for name in ("language", "digest"):
        bodies.field(entry, name, str)
    lines = bodies.field(entry, "lines", list)
    if not lines or not all(_is_line(line) for line in lines):
        raise ValueError(f"What was given has lines, each one of {LINES} with its words.")


def _is_line(line: Any) -> bool:
    if not isinstance(line, dict) or line.get("kind") not in LINES:
        return False
    runs = line.get("runs")
    return isinstance(runs, list) and all(
        isinstance(run, list) and [type(each) for each in run] == [str, str] for run in runs
    )
