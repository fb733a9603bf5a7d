"""Who is visited and by whom, and what a checklist says after everybody has had a part in it."""

import pytest

from checklists.fifty_points import point
from store import signatures, stream_names, tables
from store.checklist import checklist
from store.checklist.checklist import ACCEPTED, EDITED, SENT_BACK, checklists_in
from store.database import rows
from store.established import established_in
from store.ids import new_id
from store.journal import command, erase_body, read
from store.support.package import package_in, visitors_of, visits
from store.support.watch import watch_in
from store.times import from_text, to_text
from tests.unit.store_helpers import ADA, BO, NOW, a_store

PACKAGE = {
    "provider": "early_help",
    "provider_words": "Early Help, north team",
    "visitors": ["human-suki", "human-eli"],
    "visitors_words": "Suki; Eli at weekends",
    "starts_on": "2026-03-02",
    "words": "",
    "facts": {"high_level_support_in_place": "yes"},
}


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "frontdoor.sqlite3") as found:
        yield found


@pytest.fixture
def case_id():
    return new_id()


def append(db, case_id, kind, body, author=ADA):
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        return c.append(stream_names.case(case_id), kind, body)


def test_a_bed_is_watched_before_anybody_has_recorded_who_visits(db, case_id):
    append(db, case_id, "bed_confirmed", {"since": "2026-03-01T22:00:00+00:00", "facts": {}})
    (found,) = rows(db, "select * from support_cases")
    assert (found["case_id"], found["ended_at"]) == (case_id, None)
    assert found["since"].startswith("2026-03-01T22:00")


def test_those_who_visit_are_those_of_the_latest_package_also_after_it_is_erased(db, case_id):
    append(db, case_id, "support_package_recorded", PACKAGE)
    later = append(db, case_id, "support_package_recorded", PACKAGE | {"visitors": ["human-suki"]})
    assert visits(db, case_id, "human-suki")
    assert not visits(db, case_id, "human-eli")
    assert visitors_of(db, case_id) == ["human-suki"]
    erase_body(db, later.id, author=ADA, reason="Asked for.", recorded_at=NOW, command_id=new_id())
    tables.rebuild(db)
    assert visits(db, case_id, "human-suki")


END = {
    "reason": "other",
    "words": "Moved.",
    "facts_when_signed": {"in_emergency_accommodation": "no"},
}


def ended(db, case_id, step=signatures.give):
    """Ada decides that the support ends, and Bo takes this step with it."""
    about = append(db, case_id, "support_ended", END)
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        id = signatures.ask(
            c, about, what="support_ended", words="It ends", reasons="", asked_of=(BO.role,)
        )
    if step:
        with command(db, new_id(), author=BO, recorded_at=NOW) as c:
            step(c, id, "Seen.")
    return about


def is_watched(db, case_id):
    """By the table and by the entries alike, and as the rules see it."""
    entries = read(db, stream_names.case(case_id))
    (found,) = rows(db, "select * from support_cases")
    watch = watch_in(entries)
    assert (from_text(found["since"]), found["ended_at"]) == (
        watch.since,
        watch.ended_at and to_text(watch.ended_at),
    )
    assert visits(db, case_id, "human-suki") is (watch.ended_at is None)
    assert (package_in(entries) is None) is (watch.ended_at is not None)
    is_over = established_in(entries).get("in_emergency_accommodation") == "no"
    assert is_over is (watch.ended_at is not None)
    return watch.ended_at is None


def test_support_ends_once_another_human_has_signed_and_goes_on_with_the_next_bed(db, case_id):
    append(db, case_id, "support_package_recorded", PACKAGE)
    ended(db, case_id)
    assert not is_watched(db, case_id)
    tables.rebuild(db)
    assert not is_watched(db, case_id)
    append(db, case_id, "bed_confirmed", {"facts": {"in_emergency_accommodation": "yes"}})
    assert is_watched(db, case_id)


@pytest.mark.parametrize("step", [None, signatures.send_back, signatures.decline])
def test_support_that_nobody_else_has_agreed_to_end_goes_on(db, case_id, step):
    append(db, case_id, "support_package_recorded", PACKAGE)
    ended(db, case_id, step)
    assert is_watched(db, case_id)


def test_an_end_that_was_erased_by_law_or_overtaken_by_a_move_ends_nothing(db, case_id):
    append(db, case_id, "support_package_recorded", PACKAGE)
    end = ended(db, case_id)
    erase_body(db, end.id, author=ADA, reason="Asked for.", recorded_at=NOW, command_id=new_id())
    assert is_watched(db, case_id)
    for kind in ("bed_confirmed", "support_package_recorded", "young_person_left"):
        waiting = ended(db, case_id, None)
        append(db, case_id, kind, PACKAGE)
        (asked,) = rows(db, "select id from signatures where subject = :id", {"id": waiting.id})
        with command(db, new_id(), author=BO, recorded_at=NOW) as c:
            signatures.give(c, asked["id"], "")
        assert is_watched(db, case_id), kind


@pytest.mark.parametrize(
    "wrong",
    [{"visitors": "human-suki"}, {"visitors": [1]}, {"starts_on": "tomorrow"}, {"facts": None}],
)
def test_a_package_that_could_not_be_read_again_is_refused(db, case_id, wrong):
    with pytest.raises(ValueError, match="needs|visit|isoformat"):
        append(db, case_id, "support_package_recorded", PACKAGE | wrong)


def said(value, words=None, **more):
    return {"parts": {"it": {"value": value, "words": words}}, **more}


def begun(db, case_id, before=None, author=ADA):
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        checklist.start(c, case_id, before)
    return latest(db, case_id)


def latest(db, case_id):
    return checklists_in(read(db, stream_names.case(case_id)))[-1]


def do(db, case_id, what, *about, author=ADA, **more):
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        what(c, case_id, latest(db, case_id), *about, **more)
    return latest(db, case_id)


def test_what_stands_is_the_edit_until_somebody_answers_again(db, case_id):
    begun(db, case_id)
    do(db, case_id, checklist.answer, {10: said("yes"), 13: said("no")})
    do(db, case_id, checklist.put_forward, "")
    edited = said("partly", theirs="I am fine")
    found = do(db, case_id, checklist.review, 10, EDITED, "They told me so.", edited, author=BO)
    assert found.answers[10].value("it") == "partly"
    assert [each.value("it") for each in found.history(10)] == ["yes"]
    again = do(db, case_id, checklist.review, 10, EDITED, "Heard more.", said("no"), author=BO)
    assert again.answers[10].value("it") == "no"
    anew = do(db, case_id, checklist.answer, {10: said("yes", reply="We asked again.")})
    assert anew.answers[10].value("it") == "yes"
    assert anew.review(10) is None
    assert anew.answers[13].value("it") == "no"


def test_it_is_reviewed_once_every_answer_is_accepted_and_none_is_sent_back(db, case_id):
    begun(db, case_id)
    assert not do(db, case_id, checklist.put_forward, "").is_reviewed
    do(db, case_id, checklist.answer, {10: said("yes"), 13: said("not_known")})
    do(db, case_id, checklist.review, 10, ACCEPTED, "", author=BO)
    found = do(db, case_id, checklist.review, 13, SENT_BACK, "Did you ask?", author=BO)
    assert not found.is_reviewed
    do(db, case_id, checklist.answer, {13: said("no", reply="Yes.")})
    assert do(db, case_id, checklist.review, 13, ACCEPTED, "", author=BO).is_reviewed
    assert latest(db, case_id).authors == {ADA.human_id}


def test_the_next_one_says_which_it_starts_from_and_has_no_answers_of_its_own(db, case_id):
    first = begun(db, case_id)
    do(db, case_id, checklist.answer, {10: said("yes")})
    second = begun(db, case_id, latest(db, case_id))
    assert second.before == first.id
    assert second.answers == {}


def test_answers_erased_by_law_are_gone_and_the_others_stand(db, case_id):
    begun(db, case_id)
    do(db, case_id, checklist.answer, {10: said("yes")})
    gone = read(db, stream_names.case(case_id))[-1]
    do(db, case_id, checklist.answer, {13: said("yes", "Afraid at night")})
    do(db, case_id, checklist.review, 10, ACCEPTED, "", author=BO)
    erase_body(db, gone.id, author=ADA, reason="Asked for.", recorded_at=NOW, command_id=new_id())
    found = latest(db, case_id)
    assert set(found.answers) == {13}
    assert not found.is_reviewed
    tables.rebuild(db)


@pytest.mark.parametrize(
    "answers",
    [{51: said("yes")}, {10: said("maybe")}, {12: said("yes")}, {4: said("yes")}],
)
def test_an_answer_that_point_cannot_have_is_refused(db, case_id, answers):
    begun(db, case_id)
    with pytest.raises(ValueError, match="none of the fifty|cannot be answered"):
        do(db, case_id, checklist.answer, answers)
    assert latest(db, case_id).answers == {}


@pytest.mark.parametrize(
    ("verdict", "words", "answer"),
    [
        ("fine", "", None),
        (EDITED, "Because.", None),
        (ACCEPTED, "", said("no")),
        (SENT_BACK, "", None),
    ],
)
def test_a_review_that_does_not_say_what_it_is_is_refused(db, case_id, verdict, words, answer):
    begun(db, case_id)
    do(db, case_id, checklist.answer, {10: said("yes")})
    with pytest.raises(ValueError, match="accepted, edited|says why"):
        do(db, case_id, checklist.review, 10, verdict, words, answer, author=BO)


def test_every_part_of_every_point_can_be_answered(db, case_id):
    begun(db, case_id)
    every = {
        n: {"parts": {p.id: {"value": v, "words": None} for p in point(n).parts for v in p.answers}}
        for n in range(1, 51)
    }
    assert len(do(db, case_id, checklist.answer, every).answers) == 50
