"""Day by day: seen, not seen yet, missed, answered for. Days are days in London."""

from datetime import UTC, date, datetime

import pytest

from rules.calendar import LONDON
from store import signatures, tables
from store.ids import new_id
from store.journal import command, read
from store.steps import NotPossible
from store.stream_names import case, person
from store.support import days, visits
from store.support.days import all_watched, days_in, days_of
from store.support.visits import visits_in
from tests.unit.store_helpers import ADA, BO, a_store, appended

SAID = {"kind": "support", "alone": "yes"}


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


class Supported:
    def __init__(self, db, since):
        self.db, self.id = db, new_id()
        self.begun = moment(since)
        bed = {"since": self.begun.isoformat(), "facts": {}}
        somebody = new_id()
        recorded = {"name": "Sam Made-Up", "date_of_birth": None}
        appended(db, person(somebody), "person_recorded", recorded, at=self.begun)
        stream, opened = case(self.id), {"person_id": somebody, "reference": "FD-1"}
        appended(db, stream, "presentation_started", {"reference": "FD-1"}, at=self.begun)
        appended(db, stream, "case_opened", opened, at=self.begun)
        appended(db, case(self.id), "bed_confirmed", bed, at=self.begun)

    def visit(self, at, recorded=None, outcome="seen"):
        with command(self.db, new_id(), author=ADA, recorded_at=moment(recorded or at)) as c:
            said = {**SAID, "outcome": outcome}
            return visits.record(c, self.id, said, moment(at), self.begun)

    def answer(self, at, safe):
        """What somebody says of 19 May, at a moment."""
        with command(self.db, new_id(), author=ADA, recorded_at=moment(at)) as c:
            said = {"safe": safe, "found_out": "She rang.", "again": "A rota."}
            return days.answer(c, self.id, date(2026, 5, 19), said)

    def happened(self, kind, at, **body):
        return appended(self.db, case(self.id), kind, {"facts": {}, **body}, at=moment(at))

    def ended(self, at):
        """Ada decides it, and Bo signs."""
        end = {"words": "They live with an aunt.", "facts_when_signed": {}}
        about = self.happened("support_ended", at, **end)
        with command(self.db, new_id(), author=ADA, recorded_at=moment(at)) as c:
            id = signatures.ask(
                c, about, what="support_ended", words="It ends", reasons="", asked_of=(BO.role,)
            )
        with command(self.db, new_id(), author=BO, recorded_at=moment(at)) as c:
            signatures.give(c, id, "")

    def states(self, on):
        """Day of the month → how it stands; the tables say the same as the entries."""
        found = days_in(read(self.db, case(self.id)), moment(on))
        for (listed,) in (all_watched(self.db), all_watched(self.db, "anybody")):
            assert days_of(listed.watched, moment(on)) == found
        return {day.day.day: state(day) for day in found}


def state(day):
    if day.seen:
        return "seen"
    if day.missed:
        if day.to_answer:
            return "not safe yet" if day.answer else "missed"
        return "answered"
    return "not yet" if day.not_seen_yet else "not due"


@pytest.fixture
def supported(tmp_path):
    with a_store(tmp_path / "frontdoor.sqlite3") as db:
        yield lambda since: Supported(db, since)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-05-18 23:59", {}),
        ("2026-05-19 00:00", {19: "not yet"}),
        ("2026-05-19 23:59", {19: "not yet"}),
        ("2026-05-20 00:00", {19: "missed", 20: "not yet"}),
        ("2026-05-21 00:00", {19: "missed", 20: "missed", 21: "not yet"}),
    ],
)
def test_a_day_is_missed_once_it_is_over_and_the_day_of_the_bed_does_not_count(
    supported, on, expected
):
    assert supported("2026-05-18 22:00").states(on) == expected


@pytest.mark.parametrize(
    ("at", "outcome", "then"),
    [
        ("2026-05-19 00:00", "seen", "seen"),
        ("2026-05-19 23:59", "seen", "seen"),
        ("2026-05-18 23:59", "seen", "missed"),
        ("2026-05-20 00:00", "seen", "missed"),
        ("2026-05-19 12:00", "attempted", "missed"),
        ("2026-05-19 12:00", "failed", "missed"),
        ("2026-05-19 12:00", "cancelled", "missed"),
    ],
)
def test_only_somebody_who_saw_them_on_that_day_makes_it_seen(supported, at, outcome, then):
    found = supported("2026-05-18 22:00")
    found.visit(at, outcome=outcome)
    assert found.states("2026-05-20 09:00")[19] == then


def test_recorded_late_it_was_seen_and_both_times_are_there(supported):
    found = supported("2026-05-18 22:00")
    assert found.states("2026-05-20 09:00")[19] == "missed"
    found.visit("2026-05-19 16:00", recorded="2026-05-20 09:30")
    assert found.states("2026-05-20 09:30")[19] == "seen"
    (visit,) = visits_in(read(found.db, case(found.id)))
    assert (visit.at, visit.entry.recorded_at) == (
        moment("2026-05-19 16:00"),
        moment("2026-05-20 09:30"),
    )


def test_taken_back_the_day_is_missed_again_and_what_was_recorded_stays(supported):
    found = supported("2026-05-18 22:00")
    found.visit("2026-05-19 16:00")
    (visit,) = visits_in(read(found.db, case(found.id)))
    with command(found.db, new_id(), author=ADA, recorded_at=moment("2026-05-20 09:00")) as c:
        visits.withdraw(c, found.id, visit, "It was somebody else.")
    assert found.states("2026-05-20 09:00")[19] == "missed"
    (again,) = visits_in(read(found.db, case(found.id)))
    assert again.outcome == "seen"
    assert again.withdrawn.body["why"] == "It was somebody else."
    with (
        pytest.raises(NotPossible),
        command(found.db, new_id(), author=ADA, recorded_at=moment("2026-05-20 09:01")) as c,
    ):
        visits.withdraw(c, found.id, visit, "Again.")
    tables.rebuild(found.db)
    assert found.states("2026-05-20 09:00")[19] == "missed"


def test_answered_for_it_stays_a_missed_day_and_is_somebodys_until_they_are_known_to_be_safe(
    supported,
):
    found = supported("2026-05-18 22:00")
    found.answer("2026-05-20 09:00", safe="not_known")
    assert found.states("2026-05-20 09:00") == {19: "not safe yet", 20: "not yet"}
    found.visit("2026-05-20 10:00", outcome="attempted")
    found.visit("2026-05-20 08:30", recorded="2026-05-20 10:00")  # before that was said
    assert found.states("2026-05-20 10:00")[19] == "not safe yet"
    found.answer("2026-05-20 11:00", safe="yes")
    assert found.states("2026-05-20 11:00")[19] == "answered"
    found.answer("2026-05-20 12:00", safe="no")
    assert found.states("2026-05-20 12:00")[19] == "not safe yet"
    tables.rebuild(found.db)
    assert found.states("2026-05-21 09:00")[19] == "not safe yet"
    found.visit("2026-05-21 09:30")
    assert found.states("2026-05-21 10:00") == {19: "answered", 20: "seen", 21: "seen"}


@pytest.mark.parametrize("night", ["2026-03-28 22:00", "2026-10-24 22:00"])
def test_the_day_the_clocks_change_is_one_day(supported, night):
    """It has 23 or 25 hours. In summer time, 23:30 in London is still that day."""
    found = supported(night)
    found.visit(f"{night[:8]}{int(night[8:10]) + 1} 23:30")
    on = f"{night[:8]}{int(night[8:10]) + 2} 00:10"
    first, second = found.states(on).values()
    assert (first, second) == ("seen", "not yet")


def test_half_past_midnight_in_summer_is_the_new_day_though_utc_has_the_old_one(supported):
    found = supported("2026-07-01 22:00")
    found.visit("2026-07-03 00:30")
    assert moment("2026-07-03 00:30").astimezone(UTC).day == 2
    assert found.states("2026-07-03 09:00") == {2: "missed", 3: "seen"}


@pytest.mark.parametrize(("at", "ok"), [("10:00", True), ("10:01", False), ("09:59", True)])
def test_a_visit_is_not_later_than_now(supported, at, ok):
    found = supported("2026-05-18 22:00")
    if ok:
        found.visit(f"2026-05-19 {at}", recorded="2026-05-19 10:00")
    else:
        with pytest.raises(NotPossible):
            found.visit(f"2026-05-19 {at}", recorded="2026-05-19 10:00")
    assert len(visits_in(read(found.db, case(found.id)))) == int(ok)


@pytest.mark.parametrize(("at", "ok"), [("21:59", False), ("22:00", True)])
def test_a_visit_is_not_earlier_than_the_case(supported, at, ok):
    found = supported("2026-05-18 22:00")
    if ok:
        found.visit(f"2026-05-18 {at}", recorded="2026-05-19 10:00")
    else:
        with pytest.raises(NotPossible):
            found.visit(f"2026-05-18 {at}", recorded="2026-05-19 10:00")


def test_another_bed_changes_nothing_and_the_end_of_support_ends_the_days(supported):
    found = supported("2026-05-18 22:00")
    since = moment("2026-05-20 12:00").isoformat()
    found.happened("bed_confirmed", "2026-05-20 12:00", since=since)
    assert list(found.states("2026-05-21 09:00")) == [19, 20, 21]
    found.ended("2026-05-21 10:00")
    entries = read(found.db, case(found.id))
    assert [day.day.day for day in days_in(entries, moment("2026-05-25 09:00"))] == [19, 20]
    assert all_watched(found.db) == ()


@pytest.mark.parametrize(
    ("bed", "first"),
    [
        ("2026-05-04 23:59", 5),
        ("2026-05-05 00:30", 5),
        ("2026-05-05 05:59", 5),
        ("2026-05-05 06:00", 6),
    ],
)
def test_a_bed_after_midnight_belongs_to_the_night_before(supported, bed, first):
    found = supported(bed)
    assert min(found.states("2026-05-07 09:00")) == first


def test_a_bed_recorded_with_an_earlier_time_moves_the_beginning_back_and_no_later_one_forward(
    supported,
):
    found = supported("2026-05-20 22:00")
    for since in ("2026-05-18 21:00", "2026-05-19 21:00"):
        since = moment(since).isoformat()
        found.happened("bed_confirmed", "2026-05-21 09:00", since=since)
        assert min(found.states("2026-05-21 10:00")) == 19


@pytest.mark.parametrize(("starts_on", "first"), [("2026-05-20", 19), ("2026-05-21", 24)])
def test_a_package_that_began_before_the_end_puts_right_an_end_that_was_a_mistake(
    supported, starts_on, first
):
    """Ended on the 20th; the package is recorded on the 23rd."""
    found = supported("2026-05-18 22:00")
    found.ended("2026-05-20 10:00")
    package = {"provider": "other", "provider_words": "", "visitors": [], "visitors_words": "Suki"}
    found.happened("support_package_recorded", "2026-05-23 10:00", **package, starts_on=starts_on)
    assert list(found.states("2026-05-24 09:00")) == list(range(first, 25))


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("visit_recorded", {"outcome": "met"}),
        ("visit_recorded", {"kind": "chat"}),
        ("visit_recorded", {"alone": "perhaps"}),
        ("visit_recorded", {"at": "yesterday"}),
        ("missed_day_answered", {"day": "Tuesday"}),
        ("missed_day_answered", {"again": None}),
        ("missed_day_answered", {"safe": "perhaps"}),
        ("support_ended", {"facts_when_signed": None}),
        ("missed_days_noticed", {"days": "2026-05-19"}),
    ],
)
def test_what_could_not_be_read_again_is_refused(supported, kind, wrong):
    right = {
        "visit_recorded": {
            "visit_id": "1", "kind": "support", "outcome": "seen", "alone": "yes",
            "at": "2026-05-19T10:00:00.000000Z",
        },
        "missed_day_answered": {"day": "2026-05-19", "safe": "yes", "found_out": "", "again": ""},
        "support_ended": {"words": "They moved.", "facts_when_signed": {}},
        "missed_days_noticed": {"days": ["2026-05-19"]},
    }[kind]  # fmt: skip
    found = supported("2026-05-18 22:00")
    with pytest.raises(ValueError, match=r"."):
        appended(found.db, case(found.id), kind, right | wrong)
    appended(found.db, case(found.id), kind, right)
