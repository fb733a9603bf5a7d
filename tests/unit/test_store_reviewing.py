"""Which checklists wait for a second human, and what cannot be recorded of rights and feedback."""

from dataclasses import replace

import pytest

from store import tables
from store.checklist import checklist, reviewing
from store.checklist.checklist import ACCEPTED, SENT_BACK, checklists_in
from store.ids import new_id
from store.journal import command, erase_body, read
from store.rights import rights
from store.steps import NotPossible, NotTheirs
from store.stream_names import case
from store.tasks import OPEN, tasks_of
from tests.unit.store_helpers import ADA, BO, NOW, a_store

YES, NO = ({"parts": {"it": {"value": value, "words": None}}} for value in ("yes", "no"))
GIVEN = {
    **{"version": "", "sheet": None, "other_sheet": "A leaflet", "language": ""},
    **{"how": ["paper"], "explained": "not_known", "explained_by": "", "words": ""},
    **{"in_their_language": "not_known", "what_refusing_means": "not_known", "independent": ""},
    **{"advocate": "not_known", "advocate_who": "", "at": "2026-03-02T12:00:00+00:00"},
}


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "frontdoor.sqlite3") as found:
        yield found


@pytest.fixture
def case_id():
    return new_id()


def carry_out(db, what, *about, author=ADA):
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        return what(c, *about)


def latest(db, case_id):
    return checklists_in(read(db, case(case_id)))[-1]


def said(db, case_id, answers):
    return carry_out(db, checklist.answer, case_id, latest(db, case_id), answers)


def look(db, case_id, *about, author=BO):
    carry_out(db, reviewing.look, case_id, latest(db, case_id), *about, author=author)


@pytest.fixture
def put_forward(db, case_id):
    carry_out(db, checklist.start, case_id)
    said(db, case_id, {13: YES, 15: NO})
    carry_out(db, checklist.put_forward, case_id, latest(db, case_id), "")


def test_it_waits_until_all_of_it_was_looked_at_and_again_once_more_is_said(
    db, case_id, put_forward
):
    look(db, case_id, 13, ACCEPTED)
    assert [each.case_id for each in reviewing.waiting(db)] == [case_id]
    look(db, case_id, 15, ACCEPTED)
    assert reviewing.waiting(db) == ()
    late = said(db, case_id, {15: YES})
    assert [each.case_id for each in reviewing.waiting(db, case_id)] == [case_id]
    erase_body(db, late.id, author=ADA, reason="Asked for.", recorded_at=NOW, command_id=new_id())
    tables.rebuild(db)
    assert latest(db, case_id).is_reviewed
    assert reviewing.waiting(db) == ()


def waits(db):
    """What waits; it is the same after all tables were made anew."""
    found = reviewing.waiting(db)
    tables.rebuild(db)
    assert reviewing.waiting(db) == found
    return [(each.only_questions_left, each.authors) for each in found]


def test_a_question_after_all_was_accepted_is_on_somebodys_list_again(db, case_id, put_forward):
    look(db, case_id, 13, ACCEPTED)
    look(db, case_id, 15, ACCEPTED)
    assert waits(db) == []
    look(db, case_id, 15, SENT_BACK, "Which numbers?")
    assert waits(db) == [(True, {ADA.human_id})]
    said(db, case_id, {15: NO | {"reply": "None yet."}})
    assert waits(db) == [(False, {ADA.human_id})]
    look(db, case_id, 15, ACCEPTED)
    assert waits(db) == []


def test_what_somebody_made_of_it_waits_again_once_that_was_erased_by_law(db, case_id, put_forward):
    look(db, case_id, 13, ACCEPTED)
    look(db, case_id, 15, ACCEPTED)
    last = [each for each in read(db, case(case_id)) if each.kind == checklist.REVIEWED][-1]
    erase_body(db, last.id, author=ADA, reason="Asked for.", recorded_at=NOW, command_id=new_id())
    assert waits(db) == [(False, {ADA.human_id})]
    assert not latest(db, case_id).is_reviewed
    look(db, case_id, 15, ACCEPTED)
    assert waits(db) == []


def test_nobody_looks_at_what_was_written_for_them_or_at_their_own_that_was_erased(db, case_id):
    carry_out(db, checklist.start, case_id)
    said(db, case_id, {13: YES})
    for_cleo = replace(BO, on_behalf_of="human-cleo")
    other = carry_out(db, checklist.answer, case_id, latest(db, case_id), {15: NO}, author=for_cleo)
    carry_out(db, checklist.put_forward, case_id, latest(db, case_id), "")
    erase_body(db, other.id, author=ADA, reason="Asked for.", recorded_at=NOW, command_id=new_id())
    assert waits(db) == [(False, {ADA.human_id, BO.human_id, "human-cleo"})]
    cleo = replace(BO, human_id="human-cleo")
    dan = replace(BO, human_id="human-dan")
    for author in (BO, cleo, replace(dan, on_behalf_of=ADA.human_id)):
        with pytest.raises(NotTheirs):
            look(db, case_id, 13, ACCEPTED, author=author)
    look(db, case_id, 13, ACCEPTED, author=dan)
    assert waits(db) == []


def test_what_somebody_carries_along_stays_with_whoever_wrote_it_and_its_day(db, case_id):
    carry_out(db, checklist.start, case_id)
    problem = {"value": "no", "words": None}
    said(db, case_id, {30: {"parts": {"problem": problem}}})
    managed = {"value": "said", "words": "Not at home."}
    later = {30: {"parts": {"problem": problem, "managed": managed}}}
    carry_out(db, checklist.answer, case_id, latest(db, case_id), later, "2026-03-01", author=BO)
    ada, bo = latest(db, case_id).said
    assert (bo.of("problem"), bo.of("managed")) == (ada, bo)
    stands = latest(db, case_id).answers[30]
    assert (stands.of("problem").by, stands.of("managed").on_paper) == (ADA.human_id, "2026-03-01")
    carry_out(db, checklist.start, case_id, latest(db, case_id))
    same = {30: {**later[30], "same": True}}
    carry_out(db, checklist.answer, case_id, latest(db, case_id), same, author=BO)
    assert {latest(db, case_id).answers[30].of(part).by for part in ("problem", "managed")} == {
        BO.human_id
    }


def test_the_question_is_the_task_of_whoever_wrote_it_until_anybody_answers(
    db, case_id, put_forward
):
    look(db, case_id, 15, SENT_BACK, "Which numbers?")
    (task,) = tasks_of(db, case_id)
    assert (task.accepted_by, task.owner_role) == (ADA.human_id, ADA.role)
    assert (task.due_at, task.due_words) == (None, "no deadline in the protocol")
    assert [each.point for each in reviewing.questions(latest(db, case_id))] == [15]
    said(db, case_id, {13: NO})
    assert tasks_of(db, case_id)[0].state == OPEN
    said(db, case_id, {15: NO | {"reply": "None yet."}})
    assert tasks_of(db, case_id)[0].state != OPEN
    assert reviewing.questions(latest(db, case_id)) == ()


def test_accepting_it_after_all_takes_the_question_back(db, case_id, put_forward):
    look(db, case_id, 15, SENT_BACK, "Which numbers?")
    look(db, case_id, 15, ACCEPTED)
    assert tasks_of(db, case_id)[0].state != OPEN


def test_nobody_looks_at_their_own_nor_before_anybody_asked(db, case_id, put_forward):
    with pytest.raises(NotTheirs):
        look(db, case_id, 13, ACCEPTED, author=ADA)
    carry_out(db, checklist.start, case_id)
    said(db, case_id, {13: YES})
    with pytest.raises(NotPossible):
        look(db, case_id, 13, ACCEPTED)


@pytest.mark.parametrize(
    "wrong",
    [
        {"how": []},
        {"how": ["by_pigeon"]},
        {"explained": "perhaps"},
        {"advocate": ""},
        {"other_sheet": ""},
        {"sheet": {"version": "x"}},
        {"at": "yesterday"},
    ],
)
def test_what_was_given_cannot_be_recorded_in_another_shape(db, case_id, wrong):
    with pytest.raises(ValueError):  # noqa: PT011  # each of them says it in words of its own
        carry_out(db, rights.give, case_id, GIVEN | wrong)
    assert read(db, case(case_id)) == ()


def test_of_what_nobody_knows_no_yes_is_recorded(db, case_id):
    carry_out(db, rights.give, case_id, GIVEN)
    (record,) = (e.body for e in read(db, case(case_id)) if e.kind == "record_saved")
    values = {name: field["value"] for name, field in record["fields"].items()}
    assert values == {
        **{"at": GIVEN["at"], "written": "yes", "informed_by": None},
        **dict.fromkeys(("explained", "in_their_language", "what_refusing_means"), "not_known"),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"asked": False},
        {"by": "a_friend"},
        {"answers": {"felt_safe": "8 out of 10"}},
        {"answers": {"stars": "yes"}},
    ],
)
def test_feedback_has_no_other_shape_and_no_score(db, case_id, wrong):
    body = {"asked": True, "why_not": "", "by": "advocate", "by_words": "", "words": ""}
    body |= {"answers": {"felt_safe": "partly"}}
    carry_out(db, lambda c: c.append(case(case_id), rights.FEEDBACK, body))
    with pytest.raises(ValueError):  # noqa: PT011
        carry_out(db, lambda c: c.append(case(case_id), rights.FEEDBACK, body | wrong))
