"""The lists people work from say what the journal says."""

import itertools
import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from store.answers import answers_so_far
from store.cases import CaseAlreadyOpen, case_file, open_cases
from store.database import rows, write
from store.ids import new_id
from store.journal import command, erase_body, read
from store.people import Person, person
from store.presentations import open_for, presentation
from store.references import ALPHABET, free_reference, new_reference
from store.stream_names import subject
from store.tables import kept_tables, rebuild
from store.tasks import UnknownTask, is_recorded, open_tasks, tasks_of
from store.times import to_text
from tests.unit.store_helpers import (
    ADA,
    BO,
    NOW,
    a_case,
    a_person,
    a_store,
    answers,
    appended,
    decision,
    task,
)

HOUR = timedelta(hours=1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def started(db: Database, reference: str = "FD-346XYW", **more: Any) -> str:
    case = a_case()
    appended(db, case, "presentation_started", {"reference": reference}, **more)
    return case


def opened(db: Database, case: str, name: str = "Sam", reference: str = "FD-346XYW") -> str:
    """The case's person, recorded in the same command."""
    who = a_person()
    with command(db, new_id(), author=ADA, recorded_at=NOW + HOUR) as c:
        c.append(who, "person_recorded", {"name": name, "date_of_birth": "2009-05-01"})
        c.append(case, "case_opened", {"person_id": subject(who), "reference": reference})
    return who


def test_a_presentation_is_open_for_whoever_started_it_or_saved_it_last(db: Database) -> None:
    case = started(db)
    assert [p.reference for p in open_for(db, ADA.human_id)] == ["FD-346XYW"]
    assert open_for(db, BO.human_id) == ()
    appended(db, case, "answers_given", answers({"age": 16}), author=BO, at=NOW + HOUR)
    (for_ada,), (for_bo,) = open_for(db, ADA.human_id), open_for(db, BO.human_id)
    assert for_ada == for_bo
    assert (for_bo.started_by, for_bo.started_at) == (ADA.human_id, NOW)
    assert (for_bo.saved_by, for_bo.saved_at, for_bo.seq) == (BO.human_id, NOW + HOUR, 2)


def test_the_presentation_touched_last_comes_first(db: Database) -> None:
    old = started(db, "FD-AAAAAA")
    started(db, "FD-BBBBBB", at=NOW + HOUR)
    assert [p.reference for p in open_for(db, ADA.human_id)] == ["FD-BBBBBB", "FD-AAAAAA"]
    appended(db, old, "answers_given", answers({}), at=NOW + 2 * HOUR)
    assert [p.reference for p in open_for(db, ADA.human_id)] == ["FD-AAAAAA", "FD-BBBBBB"]


def test_a_decided_presentation_leaves_the_list(db: Database) -> None:
    case = started(db)
    appended(db, case, "decision_made", decision(needs_manager=True))
    assert open_for(db, ADA.human_id) == ()
    decided = presentation(db, subject(case))
    assert decided is not None
    assert (decided.state, decided.needs_manager) == ("decided", True)


def test_two_presentations_cannot_have_one_reference(db: Database) -> None:
    started(db)
    with pytest.raises(sqlite3.IntegrityError):
        started(db)
    assert len(open_for(db, ADA.human_id)) == 1


def test_a_later_answer_prevails_and_says_who_gave_it_when(db: Database) -> None:
    case = started(db)
    appended(db, case, "answers_given", answers({"age": 15, "safe": "no"}))
    appended(db, case, "answers_given", answers({"age": 16}), author=BO, at=NOW + HOUR)
    so_far = answers_so_far(db, case, "first-contact")
    assert {question: answer["value"] for question, answer in so_far.items()} == {
        "age": 16,
        "safe": "no",
    }
    assert (so_far["age"]["human_id"], so_far["age"]["recorded_at"]) == (BO.human_id, NOW + HOUR)
    assert (so_far["safe"]["human_id"], so_far["safe"]["seq"]) == (ADA.human_id, 2)


def test_an_answer_can_become_unknown_again(db: Database) -> None:
    case = started(db)
    appended(db, case, "answers_given", answers({"safe": "yes"}))
    appended(db, case, "answers_given", answers({"safe": None}))
    assert answers_so_far(db, case, "first-contact")["safe"]["value"] is None


def test_answers_belong_to_their_journey(db: Database) -> None:
    case = started(db)
    appended(db, case, "answers_given", answers({"age": 16}))
    appended(db, case, "answers_given", answers({"job": "no"}, journey="assessment"))
    assert set(answers_so_far(db, case, "assessment")) == {"job"}
    assert set(answers_so_far(db, case, "first-contact", "assessment")) == {"age", "job"}


def test_answers_set_aside_are_kept_and_do_not_count(db: Database) -> None:
    case = started(db)
    appended(db, case, "answers_set_aside", answers({"age": 16}))
    assert answers_so_far(db, case, "first-contact") == {}
    assert len(read(db, case)) == 2


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"journey": "x", "page": "y", "facts": {}},
        {"journey": "x", "page": "y", "answers": [], "facts": []},
        {"journey": "x", "page": "y", "answers": ["age"], "facts": {}},
        {"journey": "x", "page": "y", "answers": [{"value": 1}], "facts": {}},
    ],
)
def test_answers_that_could_not_be_read_again_are_refused(
    db: Database, body: dict[str, Any]
) -> None:
    case = started(db)
    with pytest.raises(ValueError, match=r"answers_given|answer"):
        appended(db, case, "answers_given", body)
    assert len(read(db, case)) == 1


def test_an_open_case_shows_whose_it_is(db: Database) -> None:
    case = started(db)
    appended(db, case, "decision_made", decision(needs_manager=True))
    who = opened(db, case)
    (shown,) = open_cases(db, ADA.human_id)
    assert shown == case_file(db, subject(case), ADA.human_id)
    assert shown.person == Person(subject(who), "Sam", date(2009, 5, 1), NOW + HOUR)
    assert (shown.case.reference, shown.case.opened_by) == ("FD-346XYW", ADA.human_id)
    assert shown.case.needs_manager
    appended(db, case, "decision_made", decision(needs_manager=False))
    again = case_file(db, subject(case), ADA.human_id)
    assert again is not None
    assert not again.case.needs_manager


def test_a_person_recorded_again_has_the_later_particulars(db: Database) -> None:
    who = a_person()
    appended(db, who, "person_recorded", {"name": "Sam", "date_of_birth": None})
    appended(
        db, who, "person_recorded", {"name": "Samira", "date_of_birth": "2009-05-01"}, at=NOW + HOUR
    )
    assert person(db, subject(who)) == Person(subject(who), "Samira", date(2009, 5, 1), NOW)


def test_a_person_has_one_open_case_at_most(db: Database) -> None:
    first, second = started(db, "FD-AAAAAA"), started(db, "FD-BBBBBB")
    who = opened(db, first, reference="FD-AAAAAA")
    with pytest.raises(CaseAlreadyOpen) as raised:
        appended(db, second, "case_opened", {"person_id": subject(who), "reference": "FD-BBBBBB"})
    assert raised.value.case_id == subject(first)


def test_a_case_of_nobody_on_record_is_refused_whole(db: Database) -> None:
    case = a_case()
    with pytest.raises(sqlite3.IntegrityError):
        appended(db, case, "case_opened", {"person_id": new_id(), "reference": "FD-346XYW"})
    assert read(db, case) == ()
    assert not db.conn.in_transaction


def test_tasks_due_soonest_come_first_and_those_without_a_time_last(db: Database) -> None:
    case = started(db)
    cause = read(db, case)[0].id
    summer = "2026-03-02T11:00:00+01:00"  # 10:00 in UTC: before the one at 10:30
    for words, due in (
        ("no time", None),
        ("at 10:30", to_text(NOW + HOUR)),
        ("at 10:00", summer),
    ):
        appended(
            db, case, "task_created", task(words=words, due_at=due, rule_id=words), caused_by=cause
        )
    listed = open_tasks(db, role="housing_needs_officer")
    assert [each.words for each in listed] == ["at 10:00", "at 10:30", "no time"]
    assert tasks_of(db, subject(case)) == listed
    assert [each.triggering_entry for each in listed] == [cause] * 3


def test_a_task_is_listed_for_who_holds_it_and_who_owns_it(db: Database) -> None:
    case = started(db)
    body = task(owner_role="mash_manager", held_by_role="duty_manager")
    appended(db, case, "task_created", body, caused_by=read(db, case)[0].id)
    assert len(open_tasks(db, role="mash_manager")) == 1
    assert len(open_tasks(db, role="duty_manager")) == 1
    assert open_tasks(db, role="auditor") == open_tasks(db) == open_tasks(db, human_id="x") == ()


def test_advising_again_does_not_double_a_task(db: Database) -> None:
    case = started(db)
    cause = read(db, case)[0].id
    assert not is_recorded(db, subject(case), "3-l", cause)
    for _ in range(2):
        appended(db, case, "task_created", task(), caused_by=cause)
    assert is_recorded(db, subject(case), "3-l", cause)
    assert len(tasks_of(db, subject(case))) == 1


def test_a_new_answer_can_make_the_rules_task_anew(db: Database) -> None:
    case = started(db)
    again = appended(db, case, "answers_given", answers({}))
    for cause in (read(db, case)[0], again):
        appended(db, case, "task_created", task(), caused_by=cause.id)
    assert len(tasks_of(db, subject(case))) == 2


def test_a_task_says_what_caused_it(db: Database) -> None:
    case = started(db)
    with pytest.raises(ValueError, match="caused_by"):
        appended(db, case, "task_created", task())


def test_a_task_done_leaves_the_list_and_the_first_time_counts(db: Database) -> None:
    case = started(db)
    body = task()
    appended(db, case, "task_created", body, caused_by=read(db, case)[0].id)
    for author, at in ((ADA, NOW + HOUR), (BO, NOW + 2 * HOUR)):
        done = {"task_id": body["task_id"], "words": "Done"}
        appended(db, case, "task_done", done, author=author, at=at)
    assert open_tasks(db, role="housing_needs_officer") == ()
    (kept,) = tasks_of(db, subject(case))
    assert (kept.state, kept.done_by, kept.done_at) == ("done", ADA.human_id, NOW + HOUR)


def test_another_cases_task_cannot_be_done_from_here(db: Database) -> None:
    case, other = started(db, "FD-AAAAAA"), started(db, "FD-BBBBBB")
    body = task()
    appended(db, case, "task_created", body, caused_by=read(db, case)[0].id)
    with pytest.raises(UnknownTask):
        appended(db, other, "task_done", {"task_id": body["task_id"], "words": ""})
    assert len(open_tasks(db, role="housing_needs_officer")) == 1


def everything(db: Database) -> dict[str, list[dict[str, Any]]]:
    return {table: sorted(db.table(table).rows, key=str) for table in kept_tables()}


@pytest.fixture
def busy(db: Database) -> Database:
    """A store in which everything has happened."""
    for n in range(3):
        case = started(db, f"FD-{n}", author=(ADA, BO)[n % 2], at=NOW + n * HOUR)
        appended(db, case, "answers_given", answers({"age": 16}), author=BO)
        appended(db, case, "answers_set_aside", answers({"age": 17}))
        cause = appended(db, case, "advice_given", {"duties": ["3-l"]})
        body = task(due_at=to_text(NOW + n * HOUR))
        appended(db, case, "task_created", body, caused_by=cause.id)
        appended(db, case, "task_created", task(), caused_by=cause.id)
        if n:
            appended(db, case, "decision_made", decision(needs_manager=n == 2))
            who = opened(db, case, f"Person {n}", f"FD-{n}")
            appended(db, case, "task_done", {"task_id": body["task_id"], "words": "Done"})
            appended(db, who, "person_recorded", {"name": f"P {n}", "date_of_birth": None})
    appended(db, case, "case_restricted", {"allowed": [BO.human_id], "reason": "A relative"})
    return db


def test_rebuilding_gives_the_same_tables(busy: Database) -> None:
    before = everything(busy)
    assert {table: len(found) for table, found in before.items() if found} == {
        "people": 2,
        "person_names": 2,
        "name_words": 6,
        "presentations": 3,
        "cases": 2,
        "tasks": 3,
        "restrictions": 2,
    }
    rebuild(busy)
    assert everything(busy) == before


def test_rebuilding_puts_right_what_was_changed_by_hand(busy: Database) -> None:
    before = everything(busy)
    with write(busy):
        busy.execute("update tasks set state = 'done'")
        busy.execute("delete from cases")
        busy.execute("update people set name = 'Somebody else'")
        busy.execute("delete from presentations")
    rebuild(busy)
    assert everything(busy) == before


def test_rebuilding_gives_the_same_tables_after_anything_was_erased(busy: Database) -> None:
    """One body after another, whatever the others still say about it."""
    for entry in rows(busy, "select id from journal order by position"):
        erase_body(
            busy,
            entry["id"],
            author=ADA,
            reason="Retention",
            recorded_at=NOW,
            command_id=new_id(),
        )
        before = everything(busy)
        rebuild(busy)
        assert everything(busy) == before
    assert len(open_cases(busy, ADA.human_id)) == 2
    assert {shown.person for shown in open_cases(busy, ADA.human_id)} == {None}
    assert {found["name"] for found in rows(busy, "select name from people")} == {None}


def test_a_reference_can_be_read_out_and_says_nothing() -> None:
    choose = random.Random(1).choice
    for _ in range(200):
        reference = new_reference(choose)
        assert reference.startswith("FD-")
        assert len(reference) == 9
        assert not set(reference[3:]) & set("0O1IL2Z5S8BUVAEQ")
    assert len(ALPHABET) == len(set(ALPHABET))


def test_a_reference_that_is_taken_is_drawn_again(db: Database) -> None:
    first = new_reference(random.Random(1).choice)
    started(db, first)
    second = free_reference(db, random.Random(1).choice)
    assert second != first
    opened(db, a_case(), reference=second)
    assert free_reference(db, random.Random(1).choice) not in (first, second)
    letters = itertools.cycle(first[3:])
    with pytest.raises(RuntimeError):
        free_reference(db, lambda alphabet: next(letters))
