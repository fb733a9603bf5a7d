"""What is in a plan: what was added, and what the fifty points say needs to happen."""

from datetime import date

import pytest

from protocol.plan_words import NO, NOT_ASKED
from store import stream_names, tables
from store.checklist import checklist
from store.checklist.checklist import EDITED, checklists_in
from store.ids import new_id
from store.journal import command, erase_body, read
from store.plan import plan
from store.plan.plan import IS_DONE, IS_DROPPED, plan_in
from tests.unit.store_helpers import ADA, BO, NOW, a_store

BANK = {"what": "Open a bank account", "whom": "Suki", "when": "2026-09-01"}
LINES = [{"kind": "title", "runs": [["Your plan", "en"]]}]
STEP = {
    "words": "Look at two flats",
    "owner": "human-suki",
    "owner_words": "",
    "due": "2026-09-03",
    "source": "housing",
    "mark": "personal_housing_plan",
}


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "frontdoor.sqlite3") as found:
        yield found


@pytest.fixture
def case_id():
    return new_id()


def entries(db, case_id):
    return read(db, stream_names.case(case_id))


def do(db, case_id, what, *about, author=ADA):
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        what(c, case_id, *about)
    return plan_in(entries(db, case_id))


def talked(db, case_id):
    """Another checklist is begun."""
    before = checklists_in(entries(db, case_id))
    do(db, case_id, checklist.start, before[-1] if before else None)


def said(db, case_id, needs, point=10, **more):
    """It is what needs to happen about a point, as the latest checklist has it."""
    latest = checklists_in(entries(db, case_id))[-1]
    body = {"parts": {"it": {"value": "no", "words": None}}, "needs": needs, **more}
    return do(db, case_id, checklist.answer, latest, {point: body})


def test_what_an_answer_says_needs_to_happen_is_in_the_plan_by_itself(db, case_id):
    talked(db, case_id)
    (action,) = said(db, case_id, BANK).open
    assert (action.words, action.owner_words, action.due) == (
        "Open a bank account",
        "Suki",
        date(2026, 9, 1),
    )
    assert (action.source, action.point) == ("checklist", 10)
    (theirs,) = said(db, case_id, {"what": "Ring", "whom": "young_person", "when": "soon"}).open
    assert (theirs.owner, theirs.due, theirs.due_words) == ("young_person", None, "soon")
    (later,) = do(db, case_id, plan.change, theirs, STEP | {"due": None}).open
    assert (later.owner, later.due_words) == ("human-suki", "soon")
    (dated,) = do(db, case_id, plan.change, later, STEP).open
    assert (dated.due, dated.due_words) == (date(2026, 9, 3), "")


def test_each_line_is_an_action_and_what_is_no_longer_said_is_gone(db, case_id):
    talked(db, case_id)
    found = said(db, case_id, BANK | {"what": "Open a bank account\nGet a card"})
    assert [each.words for each in found.open] == ["Open a bank account", "Get a card"]
    assert len({each.id for each in found.open}) == 2
    (left,) = said(db, case_id, BANK | {"what": "Get a card"}).open
    assert left.id == found.open[1].id
    assert said(db, case_id, {}).open == ()


@pytest.mark.parametrize("now", ["Open an account at the bank in Edgware", ""])
@pytest.mark.parametrize("by", ["answer", "review"])
@pytest.mark.parametrize("touched", ["changed", "given"])
def test_what_somebody_changed_or_was_given_stays_until_a_person_ends_it(
    db, case_id, touched, by, now
):
    talked(db, case_id)
    (action,) = said(db, case_id, BANK).open
    if touched == "changed":
        do(db, case_id, plan.change, action, STEP)
    else:
        do(db, case_id, plan.give, "paper", "en", "0" * 16, LINES)
    if by == "answer":
        found = said(db, case_id, BANK | {"what": now})
    else:
        edit = {"parts": {}, "needs": {"what": now}}
        (latest,) = checklists_in(entries(db, case_id))
        found = do(db, case_id, checklist.review, latest, 10, EDITED, "So.", edit, author=BO)
    kept, *new = found.open
    assert (kept.id, kept.says_now) == (action.id, tuple(now.splitlines()))
    assert kept.due == date(2026, 9, 3 if touched == "changed" else 1)
    assert kept.seen > action.seen, "whoever has the page of it open sees that it changed"
    assert [each.words for each in new] == now.splitlines()
    (still, *_) = said(db, case_id, BANK | {"what": "Get a card"}).open
    assert (still.id, still.says_now) == (action.id, ("Get a card",))
    (again, *_) = said(db, case_id, BANK).open
    assert (again.id, again.says_now) == (action.id, None), "it is said again"


def test_whoever_decides_to_keep_it_is_not_asked_again(db, case_id):
    talked(db, case_id)
    (action,) = said(db, case_id, BANK).open
    do(db, case_id, plan.change, action, STEP)
    (asks,) = said(db, case_id, {}).open
    do(db, case_id, plan.change, asks, STEP)
    (kept, _) = said(db, case_id, BANK | {"what": "Get a card"}).open
    assert (kept.words, kept.says_now) == ("Look at two flats", None)


def test_a_blank_takes_neither_owner_nor_day_that_somebody_gave(db, case_id):
    talked(db, case_id)
    (action,) = said(db, case_id, {"what": "Open a bank account"}).open
    do(db, case_id, plan.change, action, STEP)
    (later,) = said(db, case_id, {"what": "Open a bank account", "when": "2026-12-01"}).open
    assert (later.owner, later.due) == ("human-suki", date(2026, 12, 1))
    (after,) = said(db, case_id, {"what": "Open a bank account"}).open
    assert (after.owner, after.due) == ("human-suki", date(2026, 12, 1))


def test_what_is_said_twice_is_one_thing_to_do(db, case_id):
    talked(db, case_id)
    twice = said(db, case_id, BANK | {"what": "Get a card\nOpen a bank account\nGet a card "})
    assert [each.words for each in twice.open] == ["Get a card", "Open a bank account"]
    assert len(said(db, case_id, BANK | {"what": "Get a card\nGet a card"}).open) == 1


def test_it_goes_on_as_it_was_changed_while_the_same_is_said_also_in_the_next_checklist(
    db, case_id
):
    talked(db, case_id)
    (action,) = said(db, case_id, BANK).open
    do(db, case_id, plan.change, action, STEP | {"due": "2026-10-01"})
    talked(db, case_id)
    (still,) = said(db, case_id, BANK).open
    assert (still.id, still.due, still.source) == (action.id, date(2026, 10, 1), "checklist")
    (later,) = said(db, case_id, BANK | {"when": "2026-12-01"}).open
    assert (later.id, later.due) == (action.id, date(2026, 12, 1))
    assert later.seen > still.seen, "whoever has the page of it open sees that it changed"


def test_what_an_earlier_checklist_asked_for_is_not_lost_because_the_next_is_silent(db, case_id):
    talked(db, case_id)
    said(db, case_id, BANK)
    talked(db, case_id)
    (silent,) = said(db, case_id, {}).open
    assert (silent.words, silent.says_now) == ("Open a bank account", None)
    found = said(db, case_id, BANK | {"what": "Get a card"})
    assert [(each.words, each.says_now) for each in found.open] == [
        ("Open a bank account", ("Get a card",)), ("Get a card", None),
    ]  # fmt: skip


def test_what_was_done_stays_done_and_is_open_anew_once_it_is_needed_anew(db, case_id):
    talked(db, case_id)
    (action,) = said(db, case_id, BANK).open
    assert do(db, case_id, plan.finish, action, "It is open").open == ()
    found = said(db, case_id, BANK)
    assert (found.open, [each.end_words for each in found.ended]) == ((), ["It is open"])
    talked(db, case_id)
    assert said(db, case_id, BANK, same=True).open == (), "only as it was before"
    found = said(db, case_id, BANK | {"when": "2026-12-01"})
    assert [each.words for each in found.open] == ["Open a bank account"]
    assert [each.state for each in found.ended] == [IS_DONE]


def test_an_edit_of_whoever_reviews_is_what_stands(db, case_id):
    talked(db, case_id)
    said(db, case_id, BANK)
    (latest,) = checklists_in(entries(db, case_id))
    edit = {"parts": {}, "needs": BANK | {"when": "2026-09-05"}}
    about = (latest, 10, EDITED, "Too soon.", edit)
    (action,) = do(db, case_id, checklist.review, *about, author=BO).open
    assert action.due == date(2026, 9, 5)


def test_what_was_added_is_changed_done_or_dropped_and_says_so(db, case_id):
    do(db, case_id, plan.add, STEP)
    (action,) = do(db, case_id, plan.add, STEP | {"words": "Ring Housing"}).open[1:]
    found = do(db, case_id, plan.change, action, STEP | {"owner": None, "owner_words": "My aunt"})
    assert [each.owner_words for each in found.open] == ["", "My aunt"]
    found = do(db, case_id, plan.drop, action, "They have a place")
    assert [(each.state, each.end_words) for each in found.ended] == [
        (IS_DROPPED, "They have a place")
    ]
    assert len(found.open) == 1


def test_what_was_erased_by_law_is_gone_and_nothing_else(db, case_id):
    do(db, case_id, plan.add, STEP)
    gone = entries(db, case_id)[-1]
    (action,) = do(db, case_id, plan.add, STEP).open[1:]
    do(db, case_id, plan.finish, plan_in(entries(db, case_id)).open[0], "Seen")
    erase_body(db, gone.id, author=ADA, reason="Asked.", recorded_at=NOW, command_id=new_id())
    found = plan_in(entries(db, case_id))
    assert [each.id for each in found.actions] == [action.id]
    tables.rebuild(db)


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": ""},
        {"owner": 3},
        {"due": "soon"},
        {"source": "hearsay"},
        {"mark": "my_plan"},
        {"owner_words": None},
    ],
)
def test_an_action_that_could_not_be_shown_again_is_refused(db, case_id, wrong):
    with pytest.raises(ValueError, match="action|needs|isoformat"):
        do(db, case_id, plan.add, STEP | wrong)


def test_nothing_stands_for_what_they_think_but_their_words_or_why_they_were_not_asked(db, case_id):
    for wrong in (("maybe", "Fine", ""), (NO, "", ""), (NOT_ASKED, "Fine", "")):
        with pytest.raises(ValueError, match="in their words"):
            do(db, case_id, plan.record_view, *wrong)
    do(db, case_id, plan.record_view, NOT_ASKED, "", "They were asleep")
    found = do(db, case_id, plan.record_view, NO, "It is all about flats", "")
    assert [each.words or each.why_not_asked for each in found.views] == [
        "They were asleep",
        "It is all about flats",
    ]
    with pytest.raises(ValueError, match="given in one of"):
        do(db, case_id, plan.give, "pigeon", "en", "0" * 16, LINES)
    (given,) = do(db, case_id, plan.give, "paper", "en", "0" * 16, LINES).given
    assert (given.digest, given.lines) == ("0" * 16, LINES)
    for wrong in ([], ["Your plan"], [{"kind": "script", "runs": []}], [{"kind": "title"}],
                  [{"kind": "title", "runs": [["Your plan"]]}]):  # fmt: skip
        with pytest.raises(ValueError, match="has lines"):
            do(db, case_id, plan.give, "paper", "en", "0" * 16, wrong)


def test_that_it_was_given_stands_where_what_it_said_was_erased(db, case_id):
    talked(db, case_id)
    (action,) = said(db, case_id, BANK).open
    do(db, case_id, plan.give, "paper", "en", "0" * 16, LINES)
    gone = entries(db, case_id)[-1]
    erase_body(db, gone.id, author=ADA, reason="Asked.", recorded_at=NOW, command_id=new_id())
    (given,) = plan_in(entries(db, case_id)).given
    assert (given.entry_id, given.is_erased, given.lines) == (gone.id, True, ())
    (kept,) = said(db, case_id, {}).open
    assert kept.id == action.id, "they may hold the paper"
