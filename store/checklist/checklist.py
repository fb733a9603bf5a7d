"""A checklist: the fifty points talked about with one young person, over as long as it takes.

    checklist_started      {checklist_id, points, before, there}
    checklist_answered     {checklist_id, answers, on_paper}
    checklist_put_forward  {checklist_id, words}              for a second human to look at
    checklist_reviewed     {checklist_id, point, verdict, answer, words}

``points`` names the wording (``checklists.fifty_points.version``), ``before`` the checklist that
this one starts from, ``there`` who is there. ``answers`` is point, as text → an answer:

    {parts: {part: {value, words}}, words, needs: {what, whom, when}, theirs, same, reply}

Of ``parts`` only those that were answered are there; ``value`` is one of ``Part.answers``.
``theirs`` is what the young person says where it differs; ``same`` that they said it is as it was
in the checklist before; ``reply`` answers a question of whoever reviewed it. ``on_paper`` is the
day it was written on paper, where it was.

All are caused by ``checklist_started``. Nothing is overwritten: an edit by whoever reviews stands
beside what was said, and takes no worry back, because they have not talked with them. What was said
last stands: by the day on the paper, or the day in London on which it was recorded, and then in the
order it was recorded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlite_utils import Database

from checklists.fifty_points import point as point_of
from checklists.fifty_points import points, taken_back, version
from rules.calendar import london
from store import bodies, own_tasks
from store.entry import Entry
from store.ids import new_id
from store.journal import Command
from store.stream_names import case
from store.tables import projects

STARTED = "checklist_started"
ANSWERED = "checklist_answered"
PUT_FORWARD = "checklist_put_forward"
REVIEWED = "checklist_reviewed"

ACCEPTED, EDITED, SENT_BACK = "accepted", "edited", "sent_back"
VERDICTS = (ACCEPTED, EDITED, SENT_BACK)

ANSWER_A_QUESTION = "answer-a-question"
"""The task of whoever wrote down what was sent back. It stands where the id of a rule would."""

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Answer:
    """What was said about one point, once. ``body`` is as above.

    ``kept`` is part → the answer that said it first, of the parts that were not asked this time.
    ``edits`` is the place in the order of the answer that somebody edited, where it is an edit.
    """

    point: int
    body: Mapping[str, Any]
    entry_id: str
    seq: int
    at: datetime
    by: str
    on_paper: str | None = None
    kept: Mapping[str, "Answer"] = field(default_factory=dict)
    edits: tuple[str, int] | None = None

    @cached_property
    def place(self) -> tuple[str, int]:
        """In the order in which it was said: the day in London, and the number of its entry."""
        return self.edits or (self.on_paper or london(self.at).date().isoformat(), self.seq)

    def of(self, part: str) -> "Answer":
        """The answer that said what stands of a part: an older one, where it was not asked anew."""
        return self.kept.get(part, self)

    @cached_property
    def values(self) -> dict[str, str | None]:
        """Part → its value, of those that were answered."""
        return {id: said.get("value") for id, said in (self.body.get("parts") or {}).items()}

    def value(self, part: str) -> str | None:
        """Of one part; None where it was not answered."""
        return (self.body.get("parts", {}).get(part) or _NOTHING).get("value")

    def words(self, part: str) -> str | None:
        return (self.body.get("parts", {}).get(part) or _NOTHING).get("words")

    @property
    def needs(self) -> Mapping[str, Any]:
        """What needs to happen, by whom and when; empty where nothing does."""
        return self.body.get("needs") or {}


@dataclass(frozen=True)
class Review:
    """What a second human made of one answer. ``answer`` is theirs, where they edited it."""

    point: int
    of: str
    verdict: str
    words: str
    answer: Answer | None
    entry_id: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Checklist:
    """As it stands. ``said`` and ``reviews`` are everything, in order; ``seen`` grows with every
    entry about it."""

    id: str
    entry_id: str
    points: str | None
    before: str | None
    at: datetime
    by: str
    said: tuple[Answer, ...] = ()
    reviews: tuple[Review, ...] = ()
    put_forward: Entry | None = None
    seen: int = 1
    there: str | None = None
    wrote: frozenset[str] = frozenset()

    @property
    def answers(self) -> dict[int, Answer]:
        """Point → what stands: what was said last, or the edit made of it."""
        return standing(self.all_said)

    @property
    def all_said(self) -> tuple[Answer, ...]:
        """All that was said, and all edits."""
        return (*self.said, *(review.answer for review in self.reviews if review.answer))

    def history(self, point: int) -> tuple[Answer, ...]:
        """All that was said about a point, as it was recorded, without edits."""
        return tuple(answer for answer in self.said if answer.point == point)

    def review(self, point: int) -> Review | None:
        """The latest of what stands; None where nobody has looked at what was said last."""
        history = self.history(point)
        latest = history[-1].entry_id if history else None
        found = [each for each in self.reviews if each.point == point and each.of == latest]
        return found[-1] if found else None

    @property
    def authors(self) -> frozenset[str]:
        """The humans who wrote any of it down, and those it was written down for; also of what
        was erased by law."""
        return frozenset({self.by}) | self.wrote

    @property
    def is_reviewed(self) -> bool:
        """Somebody else accepted, or edited and accepted, all that was talked about."""
        reviews = [self.review(point) for point in self.answers]
        done = all(each is not None and each.verdict != SENT_BACK for each in reviews)
        return bool(self.put_forward and reviews and done)


def start(
    c: Command, case_id: str, before: Checklist | None = None, there: str | None = None
) -> str:
    """Begin one, from the last one where there is one. Returns its id."""
    body = {
        "checklist_id": new_id(),
        "points": version(),
        "before": before.id if before else None,
        "there": there,
    }
    c.append(case(case_id), STARTED, body)
    return str(body["checklist_id"])


def answer(
    c: Command,
    case_id: str,
    checklist: Checklist,
    answers: Mapping[int, Mapping[str, Any]],
    on_paper: str | None = None,
) -> Entry:
    """Record what was said, point by point. ``on_paper`` is YYYY-MM-DD. Whoever was asked about
    one of these points has answered."""
    by_point = {str(number): dict(body) for number, body in answers.items()}
    said = _say(c, case_id, checklist, ANSWERED, {"answers": by_point, "on_paper": on_paper})
    asked = {each.entry_id for each in checklist.reviews if each.point in answers}
    own_tasks.finish(c, case_id, {ANSWER_A_QUESTION}, asked)
    return said


def put_forward(c: Command, case_id: str, checklist: Checklist, words: str) -> Entry:
    """Have a second human look at it. It can still be added to."""
    return _say(c, case_id, checklist, PUT_FORWARD, {"words": words})


def review(
    c: Command,
    case_id: str,
    checklist: Checklist,
    point: int,
    verdict: str,
    words: str,
    answer: Mapping[str, Any] | None = None,
) -> Entry:
    """Accept what was said about a point, edit it with a reason, or send it back to be asked."""
    body = {"point": point, "verdict": verdict, "answer": answer, "words": words}
    return _say(c, case_id, checklist, REVIEWED, body)


def _say(
    c: Command, case_id: str, checklist: Checklist, kind: str, body: Mapping[str, Any]
) -> Entry:
    body = {"checklist_id": checklist.id, **body}
    return c.append(case(case_id), kind, body, caused_by=checklist.entry_id)


def checklists_in(entries: Iterable[Entry]) -> tuple[Checklist, ...]:
    """Every checklist of a case, as they were started. What was erased by law is left out."""
    found: dict[str, Checklist] = {}
    for entry in entries:
        if entry.kind not in (STARTED, ANSWERED, PUT_FORWARD, REVIEWED):
            continue
        if entry.kind == STARTED:
            id = (entry.body or {}).get("checklist_id", entry.id)
            found[entry.id] = Checklist(
                id=id,
                entry_id=entry.id,
                points=(entry.body or {}).get("points"),
                before=(entry.body or {}).get("before"),
                there=(entry.body or {}).get("there"),
                at=entry.recorded_at,
                by=entry.human_id,
                wrote=frozenset(entry.author.humans),
            )
        elif entry.caused_by in found:
            found[entry.caused_by] = _with(found[entry.caused_by], entry)
    return tuple(found.values())


def one_of(found: Iterable[Checklist], id: str) -> Checklist | None:
    return next((each for each in found if each.id == id), None)


def going_on(found: Sequence[Checklist]) -> Checklist | None:
    """The one that is being talked about: the last, until somebody else has looked at all of it."""
    return found[-1] if found and not found[-1].is_reviewed else None


def in_order(answers: Iterable[Answer]) -> list[Answer]:
    """As it was said. An edit counts from when the answer that it edits was given."""
    return sorted(answers, key=lambda answer: (answer.place, answer.seq))


def standing(
    answers: Iterable[Answer], kept: Callable[..., bool] | None = None
) -> dict[int, Answer]:
    """Point → what stands of all this. A part that was left blank since keeps what was said of it
    before: a blank takes nothing back, and no edit a worry. ``kept(part, before, now)`` says of
    which parts besides."""
    stands: dict[int, Answer] = {}
    for each in in_order(answers):
        before = stands.get(each.point)
        stands[each.point] = _over(each, before, kept) if before else each
    return stands


def _over(answer: Answer, before: Answer, kept: Callable[..., bool] | None) -> Answer:
    now, stood = answer.values, before.values
    asked = point_of(answer.point)
    held = taken_back(asked, stood, now) if answer.edits else frozenset()
    older = [
        part.id
        for part in asked.parts
        if stood.get(part.id) is not None
        and (
            now.get(part.id) is None
            or part.id in held
            or (kept is not None and kept(part, stood[part.id], now[part.id]))
        )
    ]
    if not older:
        return answer
    parts = {**(answer.body.get("parts") or {}), **{id: before.body["parts"][id] for id in older}}
    return replace(
        answer,
        body={**answer.body, "parts": parts},
        kept={**answer.kept, **{id: before.of(id) for id in older}},
    )


def _with(checklist: Checklist, entry: Entry) -> Checklist:
    more: dict[str, Any] = {"seen": checklist.seen + 1}
    if entry.kind == PUT_FORWARD:
        more["put_forward"] = entry
    if entry.kind == ANSWERED:
        more["wrote"] = checklist.wrote.union(entry.author.humans)
    if entry.body is not None:
        if entry.kind == ANSWERED:
            more["said"] = (*checklist.said, *_said(checklist, entry, entry.body["answers"]))
        elif entry.kind == REVIEWED and checklist.history(entry.body["point"]):
            more["reviews"] = (*checklist.reviews, _review(checklist, entry, entry.body))
        # else it is nothing about a point, or what it was about was erased
    return replace(checklist, **more)


def _review(checklist: Checklist, entry: Entry, body: Mapping[str, Any]) -> Review:
    number, edited = body["point"], None
    history = checklist.history(number)
    if body["answer"] is not None:
        (answer,) = _said(checklist, entry, {number: body["answer"]})
        edited = replace(answer, edits=max(each.place for each in history))
    return Review(
        point=number,
        of=history[-1].entry_id,
        verdict=body["verdict"],
        words=body["words"],
        answer=edited,
        entry_id=entry.id,
        at=entry.recorded_at,
        by=entry.human_id,
    )


def _said(
    checklist: Checklist, entry: Entry, bodies: Mapping[Any, Mapping[str, Any]]
) -> tuple[Answer, ...]:
    """What an entry says of each point."""
    said = {int(number): body for number, body in bodies.items()}
    stood = standing(each for each in checklist.all_said if each.point in said)
    return tuple(
        Answer(
            point=number,
            body=body,
            entry_id=entry.id,
            seq=entry.seq,
            at=entry.recorded_at,
            by=entry.human_id,
            on_paper=(entry.body or {}).get("on_paper"),
            kept=_carried(body, stood[number]) if number in stood else {},
        )
        for number, body in said.items()
    )


def _carried(body: Mapping[str, Any], before: Answer) -> dict[str, Answer]:
    """The parts that stand there as they stood: the page of a theme carries them along, whoever
    saves it. Said anew they are only where it was said that all is the same."""
    if body.get("same") and not before.body.get("same"):
        return {}
    parts, stood = body.get("parts") or {}, before.body.get("parts") or {}
    return {id: before.of(id) for id, said in parts.items() if _same(said, stood.get(id))}


def _same(said: Mapping[str, Any], stood: Mapping[str, Any] | None) -> bool:
    return stood is not None and all(
        (said.get(name) or None) == (stood.get(name) or None) for name in ("value", "words")
    )


@projects(STARTED, of="case")
def can_be_told_apart(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is not None:
        for name in ("checklist_id", "points"):
            bodies.field(entry, name, str)
        bodies.text_or_none(entry, "before")
        bodies.text_or_none(entry, "there")


@projects(ANSWERED, of="case")
def can_be_read_again(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    bodies.field(entry, "checklist_id", str)
    bodies.day_or_none(entry, "on_paper")
    for number, body in bodies.field(entry, "answers", dict).items():
        _check_answer(int(number), body)


@projects(PUT_FORWARD, of="case")
def says_so(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        for name in ("checklist_id", "words"):
            bodies.field(entry, name, str)


@projects(REVIEWED, of="case")
def can_be_told_why(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    for name in ("checklist_id", "words"):
        bodies.field(entry, name, str)
    number = bodies.field(entry, "point", int)
    verdict, edited = bodies.field(entry, "verdict", str), entry.body.get("answer")
    if verdict not in VERDICTS or (edited is not None) is not (verdict == EDITED):
        raise ValueError("A point is accepted, edited with another answer, or sent back.")
    if verdict != ACCEPTED and not entry.body["words"]:
        raise ValueError("What is edited or sent back says why.")
    if edited is not None:
        _check_answer(number, edited)


def _check_answer(number: int, body: Any) -> None:
    known = next((point for point in points() if point.number == number), None)
    if known is None or not isinstance(body, dict):
        raise ValueError(f"{number} is none of the fifty points, or its answer is no object.")
    parts = body.get("parts") or {}
    shapes = {part.id: part for part in known.parts}
    for id, said in parts.items():
        if id not in shapes or said.get("value") not in shapes[id].answers:
            raise ValueError(f"Point {number} cannot be answered so.")
