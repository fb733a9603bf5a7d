"""Nothing makes visits fewer but a person's whole decision, which another human has signed."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from rules.answers import YES
from rules.calendar import LONDON
from store import signatures
from store.checklist import checklist
from store.ids import new_id
from store.journal import Author, command, read
from store.steps import NotPossible
from store.stream_names import case
from store.support import fewer_visits
from store.support.days import days_in
from store.support.fewer_visits import are_agreed, decisions_in, every_days, records_in
from store.support.visits import record as record_visit
from tests.unit.store_helpers import a_store, appended

SAMI = Author("human-sami", "account-sami", "social_worker")
SAMI_AS_MANAGER = Author("human-sami", "account-sami-2", "team_manager")
TESS = Author("human-tess", "account-tess", "team_manager")
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
WHOLE = {
    "every_days": 3,
    "starts_on": "2026-03-03",
    "look_again_on": "2026-03-20",
    "evidence": [15, 24],
    "said": ["15. Money", "24. Cooking"],
    "reason": "They manage on their own.",
    "young_person_said": "I would like that.",
}
BED = {"since": "2026-02-20T22:00:00+00:00", "facts": {}}


class Supported:
    """One case. ``day`` is the day of March on which something is done or asked."""

    def __init__(self, db):
        self.db, self.id = db, new_id()
        appended(db, case(self.id), "bed_confirmed", BED, at=MONDAY - timedelta(days=10))

    def do(self, author, what, *about, day=2, **more):
        at = MONDAY + timedelta(days=day - 2)
        with command(self.db, new_id(), author=author, recorded_at=at) as c:
            return what(c, *about, **more)

    def decide(self, body=WHOLE, author=SAMI, day=2):
        self.do(
            author, fewer_visits.decide, self.id, body, "Fewer", "Because", ("team_manager",),
            day=day,
        )  # fmt: skip
        return self.asked

    @property
    def asked(self):
        return [e for e in self.entries if e.kind == signatures.ASKED][-1].body["signature_id"]

    @property
    def entries(self):
        return read(self.db, case(self.id))

    def days(self, day):
        """As they stand at noon."""
        return days_in(self.entries, datetime(2026, 3, day, 12, tzinfo=LONDON))

    def agreed(self, day):
        """Whether the rules say that fewer visits are agreed, at ten in the morning."""
        on = datetime(2026, 3, day, 10, tzinfo=UTC)
        said = are_agreed(decisions_in(self.entries), on) is YES
        assert every_days(decisions_in(self.entries), on) == (3 if said else 1)
        assert fewer_visits.decisions_of(self.db, [self.id]).get(self.id, ()) == decisions_in(
            self.entries
        )
        return said


@pytest.fixture
def supported(tmp_path):
    with a_store(tmp_path / "frontdoor.sqlite3") as db:
        yield Supported(db)


def test_with_everything_there_and_signed_they_are_fewer_from_the_next_day(supported):
    id = supported.decide()
    assert not supported.agreed(2)
    supported.do(TESS, signatures.give, id, "")
    assert [supported.agreed(day) for day in (2, 3, 4)] == [False, True, True]


@pytest.mark.parametrize(
    ("part", "nothing"),
    [
        ("evidence", []),
        ("reason", ""),
        ("reason", "  "),
        ("young_person_said", ""),
        ("young_person_said", "\n"),
    ],
)
def test_with_one_part_missing_somebody_sees_them_every_day(supported, part, nothing):
    supported.do(TESS, signatures.give, supported.decide(WHOLE | {part: nothing}), "")
    assert not any(supported.agreed(day) for day in range(2, 22))


def test_a_decision_without_a_day_to_look_again_cannot_be_recorded(supported):
    for body in (WHOLE | {"look_again_on": ""}, {**WHOLE, "every_days": 30}):
        with pytest.raises(ValueError, match="isoformat|often"):
            supported.decide(body)


def test_nobody_has_signed(supported):
    supported.decide()
    assert not any(supported.agreed(day) for day in range(2, 22))


@pytest.mark.parametrize("same", [SAMI, SAMI_AS_MANAGER])
def test_the_same_human_cannot_sign_whatever_the_account(supported, same):
    id = supported.decide()
    with pytest.raises(NotPossible):
        supported.do(same, signatures.give, id, "")
    assert not supported.agreed(3)


def test_sent_back_with_a_question_is_not_signed(supported):
    id = supported.decide()
    supported.do(TESS, signatures.send_back, id, "Who saw them cook?")
    assert not supported.agreed(3)
    supported.do(SAMI, signatures.answer, id, "I did.")
    assert not supported.agreed(3)


@pytest.mark.parametrize(("who", "step"), [(TESS, signatures.decline), (SAMI, signatures.withdraw)])
def test_declined_or_withdrawn_they_stay_daily(supported, who, step):
    supported.do(who, step, supported.decide(), "Not yet.")
    assert not any(supported.agreed(day) for day in range(2, 22))


def test_withdrawn_asked_again_and_signed_it_counts(supported):
    supported.do(SAMI, signatures.withdraw, supported.decide(), "A mistake.")
    again = supported.do(SAMI, signatures.ask_again, supported.asked, day=3)
    assert not supported.agreed(4)
    supported.do(TESS, signatures.give, again, "", day=4)
    assert [supported.agreed(day) for day in (4, 5)] == [False, True]


@pytest.mark.parametrize(("day", "fewer"), [(2, False), (19, True), (20, True), (21, False)])
def test_the_day_to_look_again_passes(supported, day, fewer):
    """The day before, the day and the day after. After it nobody has to do anything."""
    supported.do(TESS, signatures.give, supported.decide(), "")
    assert supported.agreed(day) is fewer


@pytest.mark.parametrize(("day", "fewer"), [(9, False), (10, True), (11, True)])
def test_the_day_it_starts(supported, day, fewer):
    supported.do(TESS, signatures.give, supported.decide(WHOLE | {"starts_on": "2026-03-10"}), "")
    assert supported.agreed(day) is fewer


def test_turned_back_it_is_daily_at_once_and_a_signature_that_comes_later_changes_nothing(
    supported,
):
    id = supported.decide()
    supported.do(TESS, fewer_visits.daily_again, supported.id, None, day=3)
    supported.do(TESS, signatures.give, id, "", day=4)
    assert not any(supported.agreed(day) for day in range(2, 22))


def test_a_signed_decision_turned_back_is_over_for_good(supported):
    supported.do(TESS, signatures.give, supported.decide(), "")
    supported.do(SAMI, fewer_visits.daily_again, supported.id, "They are low.", day=6)
    assert [supported.agreed(day) for day in (5, 6, 7, 15)] == [True, False, False, False]


def test_decided_anew_it_is_daily_until_that_is_signed_too(supported):
    supported.do(TESS, signatures.give, supported.decide(), "")
    id = supported.decide(WHOLE | {"look_again_on": "2026-03-28"}, day=8)
    assert [supported.agreed(day) for day in (7, 9)] == [True, False]
    supported.do(TESS, signatures.give, id, "", day=9)
    assert [supported.agreed(day) for day in (9, 10, 28, 29)] == [False, True, True, False]


MOVES = {
    "bed_confirmed": {"since": "2026-03-06T09:00:00+00:00", "facts": {}},
    "placement_happened": {
        "since": "2026-03-06T09:00:00+00:00",
        **{"record_id": "1", "kind": "other", "where": "Elsewhere", "facts": {}},
    },
    "young_person_left": {"facts": {}},
}


@pytest.mark.parametrize("kind", MOVES)
def test_in_another_bed_or_once_they_have_left_it_is_daily_until_somebody_decides_anew(
    supported, kind
):
    """A decision is about where they were. What was due before stays as it was agreed then."""
    seen = {"kind": "support", "outcome": "seen", "alone": "yes"}
    supported.do(SAMI, record_visit, supported.id, seen, MONDAY, MONDAY)
    supported.do(TESS, signatures.give, supported.decide(), "")
    appended(supported.db, case(supported.id), kind, MOVES[kind], at=MONDAY + timedelta(days=4))
    assert [supported.agreed(day) for day in (5, 6, 7, 15)] == [True, False, False, False]
    due = {day.day.day: day.is_due for day in supported.days(7) if day.day.month == 3}
    assert [due[day] for day in range(3, 8)] == [False, False, True, True, True]
    id = supported.decide(WHOLE | {"look_again_on": "2026-03-28"}, day=8)
    supported.do(TESS, signatures.give, id, "", day=9)
    assert supported.agreed(10)


@pytest.mark.parametrize("kind", MOVES)
def test_one_that_still_waited_then_counts_for_nothing_once_it_is_signed(supported, kind):
    id = supported.decide()
    appended(supported.db, case(supported.id), kind, MOVES[kind], at=MONDAY + timedelta(days=1))
    supported.do(TESS, signatures.give, id, "", day=4)
    assert not any(supported.agreed(day) for day in range(2, 22))


def test_a_stay_after_the_end_of_support_begins_with_daily_visits(supported):
    """The end counts from its signature, and so does what it takes back."""
    supported.do(TESS, signatures.give, supported.decide(), "")
    ended = {"words": "With an aunt.", "facts_when_signed": {}}
    at = MONDAY + timedelta(days=3)
    about = appended(supported.db, case(supported.id), "support_ended", ended, author=SAMI, at=at)
    asked = {"what": "support_ended", "words": "Ends", "reasons": "", "asked_of": (TESS.role,)}
    supported.do(SAMI, partial(signatures.ask, about=about, **asked), day=5)
    assert supported.agreed(6)
    supported.do(TESS, signatures.give, supported.asked, "", day=7)
    package = {
        "provider": "other", "provider_words": "", "visitors": [], "visitors_words": "Suki",
        "starts_on": "2026-03-01", "facts": {},
    }  # fmt: skip
    at = MONDAY + timedelta(days=6)
    appended(supported.db, case(supported.id), "support_package_recorded", package, at=at)
    assert [supported.agreed(day) for day in (8, 9)] == [False, False]
    assert [day.is_due for day in supported.days(10)][-3:] == [True, True, True]


def test_a_checklist_where_all_is_well_makes_nothing_fewer(supported):
    supported.do(SAMI, checklist.start, supported.id)
    (found,) = checklist.checklists_in(supported.entries)
    well = {n: {"parts": {"it": {"value": "yes", "words": None}}} for n in (15, 24)}
    supported.do(SAMI, checklist.answer, supported.id, found, well)
    assert not supported.agreed(3)
    assert records_in(supported.entries, MONDAY) == {}
    assert all(day.is_due for day in days_in(supported.entries, MONDAY))


def test_each_day_by_day_is_as_often_as_was_agreed_that_day(supported):
    """Signed on Monday 2 March, every third day; seen on the 2nd, turned back on the 8th."""
    seen = {"kind": "support", "outcome": "seen", "alone": "yes"}
    supported.do(SAMI, record_visit, supported.id, seen, MONDAY, MONDAY)
    supported.do(TESS, signatures.give, supported.decide(), "")
    supported.do(SAMI, fewer_visits.daily_again, supported.id, None, day=8)
    on = datetime(2026, 3, 10, 12, tzinfo=LONDON)
    due = {day.day: day.is_due for day in days_in(supported.entries, on)}
    march = [due[date(2026, 3, day)] for day in range(1, 11)]
    #         1     2      3      4      5     6     7     8     9     10
    assert march == [True, False, False, False, True, True, True, True, True, True]


def test_erased_by_law_a_decision_is_no_reason_for_fewer_visits(supported):
    from store.journal import erase_body

    supported.do(TESS, signatures.give, supported.decide(), "")
    assert supported.agreed(4)
    (decided,) = [e for e in supported.entries if e.kind == fewer_visits.DECIDED]
    erase_body(
        supported.db, decided.id, author=TESS, reason="Asked for.", recorded_at=MONDAY,
        command_id=new_id(),
    )  # fmt: skip
    assert not supported.agreed(4)
