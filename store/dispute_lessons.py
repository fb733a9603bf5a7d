"""What was learnt from disputes, across cases: for staff and for the MASH Steering Group."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from protocol.dispute_steps import STEPS, Step
from store.database import rows
from store.disputes import SETTLED, disputes_in
from store.entry import Entry
from store.reading import read
from store.restrictions import HIDDEN_CASE
from store.tables import keeps, projects
from store.times import from_text, to_text


@dataclass(frozen=True)
class Lesson:
    """What a dispute has taught, by the case's reference. Nobody's name."""

    dispute_id: str
    case_id: str
    reference: str | None
    words: str | None
    source: str | None
    step: Step
    lessons: str
    learnt_at: datetime


keeps("dispute_lessons", of="case", key="case_id")


def lessons_learnt(db: Database, reader: str) -> tuple[Lesson, ...]:
    """The latest first, without cases this human must not know of."""
    found = rows(
        db,
        f"""
        select dispute_lessons.*, cases.reference from dispute_lessons
        join cases on cases.id = dispute_lessons.case_id
        where not {HIDDEN_CASE} order by learnt_at desc, dispute_id
        """,
        {"reader": reader},
    )
    steps = {step.id: step for step in STEPS}
    return tuple(
        Lesson(
            **{**each, "step": steps[each["step"]], "learnt_at": from_text(each["learnt_at"])},
        )
        for each in found
    )


@projects(SETTLED, of="case")
def learn(db: Database, settled: Entry) -> None:
    """Nothing once the settlement was erased by law."""
    before = [each for each in read(db, settled.stream) if each.seq < settled.seq]
    (found,) = [each for each in disputes_in(before) if each.id == settled.caused_by]
    written = found.settlement
    if written is None or written.lessons is None:
        return
    db.execute(
        """
        insert into dispute_lessons (dispute_id, case_id, words, source, step, lessons, learnt_at)
        values (:dispute_id, :case_id, :words, :source, :step, :lessons, :at)
        """,
        {
            "dispute_id": found.id,
            "case_id": found.case_id,
            "words": found.words,
            "source": found.source,
            "step": found.step.id,
            "lessons": written.lessons,
            "at": to_text(settled.happened_at),
        },
    )
