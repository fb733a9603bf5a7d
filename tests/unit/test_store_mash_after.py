"""After the decision: whatever a page lets through, the store refuses what cannot be."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from rules.calendar import LONDON
from rules.numbers import NothingInForce
from store import stream_names, tables
from store.entry import Author
from store.ids import new_id
from store.journal import command, read
from store.mash import feedback, handing_on, rating, strategy
from store.mash.contact_child import children_in
from store.mash.handing_on import hand_ons_in
from store.mash.rating import Made, Suggested
from store.mash.strategy import discussions_in, took_part
from store.own_tasks import Due
from store.steps import IllegalStep, NotTheirs
from store.tasks import OPEN, tasks_of
from store.times import from_text
from tests.unit.mash_helpers import a_contact, decision
from tests.unit.mash_helpers import rating as rated
from tests.unit.store_helpers import BO, NOW, a_store, appended
from thresholds import after_decision
from thresholds.after_decision import LATE_CHECK, RECEIVED, TELL_REFERRER
from thresholds.rating.pack import rating_pack

ELI = Author("human-eli", "account-eli", "early_help_worker")
EVA = Author("human-eva", "account-eva", "early_help_worker")
BO_AS_ELI = Author("human-bo", "account-bo-2", "early_help_worker")
DUE = Due(NOW + timedelta(days=1), "Within 1 working day (our default)")
TO_TEAM = {"way": "early_help", "to": "the early help team", "team": "early_help_worker"}
SAID = {**TO_TEAM, "receiver": None, "why": "Rows.", "support": "Weekly visits."}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.sqlite3") as db:
        yield db


class Contact:
    """Two children in one contact, and who does something about them."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.id, self.ann, self.ben = a_contact(db, "Ann Made-Up", "Ben Made-Up")
        self.stream = stream_names.contact(self.id)

    def does(self, what: Any, *said: Any, by: Author = BO, **more: Any) -> Any:
        with command(self.db, new_id(), author=by, recorded_at=NOW) as c:
            return what(c, *said, **more)

    def hands_on(self, **more: Any) -> Any:
        self.does(handing_on.hand_on, self.child(), SAID | more, DUE)
        return self.handed

    @property
    def handed(self) -> Any:
        return hand_ons_in(self.entries, self.ann)[-1]

    @property
    def entries(self) -> list[Any]:
        return list(read(self.db, self.stream))

    def child(self, place: int = 0) -> Any:
        return children_in(self.entries)[place]

    def open_tasks(self, rule: str) -> list[Any]:
        found = tasks_of(self.db, self.id)
        return [task for task in found if task.state == OPEN and task.rule_id.startswith(rule)]


@pytest.fixture
def contact(db: Database) -> Contact:
    return Contact(db)


# Handing on


@pytest.mark.parametrize(
    ("receiver", "by", "problem"),
    [
        (None, ELI, None),
        (None, EVA, None),
        (None, BO, NotTheirs),
        (None, BO_AS_ELI, NotTheirs),
        ("human-eli", ELI, None),
        ("human-eli", EVA, NotTheirs),
        ("human-bo", BO_AS_ELI, NotTheirs),
    ],
)
def test_who_can_confirm_a_hand_over(contact, receiver, by, problem):
    handed = contact.hands_on(receiver=receiver)
    for step in (handing_on.receive, handing_on.send_back):
        found = handing_on.hindrance(handed, by)
        assert (found and type(found)) == problem, step
    if problem:
        with pytest.raises(problem):
            contact.does(handing_on.receive, contact.child(), handed, "Next.", by=by)
        assert contact.handed.is_waiting
    else:
        contact.does(handing_on.receive, contact.child(), handed, "Next.", by=by)
        assert contact.handed.received.human_id == by.human_id
        assert contact.open_tasks("mash-receive") == []


def test_it_is_confirmed_or_sent_back_once(contact):
    handed = contact.hands_on()
    stale = handed
    contact.does(handing_on.send_back, contact.child(), handed, "Not ours.", by=ELI)
    assert len(contact.open_tasks("mash-hand-on-again")) == 1
    with pytest.raises(IllegalStep):
        contact.does(handing_on.receive, contact.child(), contact.handed, "x", by=EVA)
    assert stale.is_waiting  # what a page saw is no record


def test_handing_on_anew_leaves_one_task_and_touches_no_other_child(contact):
    contact.does(handing_on.hand_on, contact.child(1), SAID, DUE)
    contact.hands_on()
    contact.hands_on(receiver="human-eli", to="Eli")
    assert len(contact.open_tasks("mash-receive")) == 2
    assert len(hand_ons_in(contact.entries, contact.ann)) == 2
    before = tasks_of(contact.db, contact.id)
    tables.rebuild(contact.db)
    assert tasks_of(contact.db, contact.id) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"way": "post"},
        {"team": "nobody"},
        {"why": None},
        {"way": "step_down"},
        {"way": "step_down", "receiver": "human-eli", "stepped_from": "assessment"},
        {"agreement": "yes"},
    ],
)
def test_a_hand_over_of_another_shape_is_refused(contact, wrong):
    with pytest.raises(ValueError, match="handed_on"):
        contact.hands_on(**wrong)
    assert hand_ons_in(contact.entries, contact.ann) == ()


def test_nobody_confirms_anothers_child_or_their_own_past_the_functions(contact):
    handed = contact.hands_on()
    for child, by in ((contact.ben, ELI), (contact.ann, BO)):
        body = {"child": child, "hand_on": handed.id, "words": "Mine."}
        with pytest.raises(ValueError, match=r"another child|themselves"):
            appended(contact.db, contact.stream, "hand_on_received", body, author=by)


# Feedback

QUALITY = {"complete": "yes", "consent_stated": "not_known", "concern_clear": "no"}


def test_deciding_asks_for_it_by_itself_and_decided_anew_only_once(contact):
    appended(contact.db, contact.stream, "child_rated", rated(contact.ann, "green"), author=BO)
    suggested = Suggested({"minimum": "green"}, {}, rating_pack())
    made = Made("green", 2, "signposting", "Green", {}, (), (), "", None)
    contact.does(rating.decide, contact.child(), made, suggested)
    contact.does(rating.decide, contact.child(), made, suggested)
    (task,) = contact.open_tasks("mash-feedback")
    assert (task.owner_role, task.due_words) == ("mash_social_worker", "Within 1 working day")
    assert task.words.startswith("Tell whoever told us what was decided")
    said = ("Thank you.", None, "letter", "Ms Made-Up", QUALITY)
    contact.does(feedback.send, contact.child(), *said)
    assert contact.open_tasks("mash-feedback") == []
    assert feedback.settled(contact.entries, contact.ann) is not None


def test_decided_anew_it_is_not_settled_any_more(contact):
    appended(contact.db, contact.stream, "child_decided", decision(contact.ann), author=BO)
    contact.does(feedback.withhold, contact.child(), "not_known_who", "No name given.")
    assert feedback.settled(contact.entries, contact.ann)
    assert feedback.settled(contact.entries, contact.ben) is None
    appended(contact.db, contact.stream, "child_decided", decision(contact.ann), author=BO)
    assert feedback.settled(contact.entries, contact.ann) is None


@pytest.mark.parametrize(
    ("text", "quality"),
    [
        (" ", QUALITY),
        ("Thank you.", {}),
        ("Thank you.", QUALITY | {"complete": "perhaps"}),
        ("Thank you.", QUALITY | {"polite": "yes"}),
    ],
)
def test_feedback_of_another_shape_is_refused(contact, text, quality):
    with pytest.raises(ValueError, match="feedback_sent"):
        contact.does(feedback.send, contact.child(), text, None, "letter", "Ms M", quality)


# Strategy discussions

HELD = {
    "agencies": {"police": "came", "health": "not_at_this_hour"},
    "others": None,
    "absence": "Nobody on call. The nurse is rung at 9.",
    "delay": None,
    "safety": "With her aunt tonight.",
    "decision": "An enquiry.",
    "reasons": "Bruises.",
    "actions": [{"what": "See her", "owner": "DAT", "due": "2026-03-03"}],
}


def test_both_denominators_and_what_nobody_wrote_down(contact):
    ways = ("came", "not_available", "not_at_this_hour", "involved_not_recorded")
    for way in ways:
        said = HELD | {"agencies": {"police": way, "health": "came"}, "actions": []}
        contact.does(strategy.hold, contact.child(), said, NOW)
    held = discussions_in(contact.entries, contact.ann)
    assert vars(took_part(held, "police")) == {
        "came": 1, "invited": 2, "not_known": 1, "held": 4,
    }  # fmt: skip
    assert vars(took_part(held, "health")) == {
        "came": 4, "invited": 4, "not_known": 0, "held": 4,
    }  # fmt: skip
    # Nobody wrote anything about education: that is not known, and neither no nor yes.
    assert took_part(held, "education").not_known == 4
    assert [each.absent for each in held] == [(), ("police",), ("police",), ("police",)]
    later = NOW + timedelta(days=1)
    assert len(strategy.all_held(contact.db, NOW, later)) == 4
    assert strategy.all_held(contact.db, NOW - timedelta(days=1), NOW) == ()


def test_each_action_agreed_is_a_task_until_it_is_done(contact):
    contact.does(strategy.hold, contact.child(), HELD, NOW)
    (task,) = contact.open_tasks("mash-strategy-action")
    assert task.words == "See her (DAT)"
    assert task.due_at.astimezone(LONDON).isoformat() == "2026-03-03T23:59:59+00:00"


@pytest.mark.parametrize(
    "wrong",
    [
        {"agencies": {"police": "came"}},
        {"agencies": {"police": "came", "health": "perhaps"}},
        {"safety": " "},
        {"actions": [{"what": "See her"}]},
        {"actions": [{"what": "See her", "owner": "DAT", "due": "soon"}]},
    ],
)
def test_a_discussion_of_another_shape_is_refused(contact, wrong):
    with pytest.raises((ValueError, KeyError)):
        contact.does(strategy.hold, contact.child(), HELD | wrong, NOW)
    assert discussions_in(contact.entries, contact.ann) == ()


# How long there is


@pytest.mark.parametrize(
    ("name", "start", "ends"),
    [
        # A Friday before a bank holiday Monday; the days before and after the limit are in the
        # tests of the pages.
        (RECEIVED, "2026-08-28 16:50", "2026-09-01 23:59:59"),
        (TELL_REFERRER, "2026-08-27 00:00", "2026-08-28 23:59:59"),
        (LATE_CHECK, "2026-08-29 03:00", "2026-09-01 23:59:59"),
        (RECEIVED, "2026-12-24 23:59", "2026-12-29 23:59:59"),
    ],
)
def test_how_long_there_is_after_a_decision(name, start, ends):
    begun = datetime.fromisoformat(start).replace(tzinfo=LONDON)
    assert after_decision.ends(name, begun) == datetime.fromisoformat(ends).replace(tzinfo=LONDON)


def test_what_is_ours_says_so_and_nothing_is_borrowed_from_another_time():
    assert after_decision.in_words(RECEIVED, NOW) == "Within 1 working day (our default)"
    assert after_decision.in_words(TELL_REFERRER, NOW) == "Within 1 working day"
    with pytest.raises(NothingInForce):
        after_decision.ends(RECEIVED, from_text("2017-01-02T09:00:00.000000Z"))
