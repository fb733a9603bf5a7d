"""What is told to MASH, who has to know at once, and what was there before."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from protocol.ages import years_on
from rules.calendar import LONDON
from store import stream_names, tasks
from store.accounts import add_account, add_human
from store.contacts import contact as contact_of
from store.contacts import waiting
from store.database import rows
from store.identity import Who
from store.ids import new_id
from store.journal import Author, command, erase_body, read
from store.mash import received
from store.mash.contact_child import children_in, say
from store.mash.harm import harm_told, tell_harm
from store.mash.history import a_year_before, history_of
from store.mash.open_to import not_told, open_to, tell_workers
from store.mash.received import Arrival, ChildTold, arrival_in, told_of
from store.same_person import link
from store.tables import kept_tables, rebuild
from tests.unit.people_helpers import case_of, recorded
from tests.unit.store_helpers import NOW, a_store, appended

MILO = Author("human-milo", "account-milo", "mash_social_worker")
READER = MILO.human_id
ARRIVAL = Arrival("phone", "health", "She came with a bruise.", agency="Made-Up Ward")
ANA = ChildTold("Ana Kovalska", date(2009, 3, 27))
DECIDED = {"reasons": {}, "suggested": {}, "departures": [], "second": [], "pack": "p"}


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "store.db") as db:
        yield db


def doing(db, at=NOW):
    return command(db, new_id(), author=MILO, recorded_at=at)


def told(db, child=ANA, person=None, at=NOW, recorded_at=None):
    """A contact with one child, somebody on record or new. The child."""
    contact_id = new_id()
    with doing(db, recorded_at or at) as c:
        came = received.receive(c, contact_id, ARRIVAL, at, random.choice)
        who = Who("same", (person,), person) if person else None
        return received.add_child(c, came, child, who)


def entries_of(db, child):
    return read(db, stream_names.contact(child.contact_id))


def as_it_stands(db, child):
    return next(each for each in children_in(entries_of(db, child)) if each.id == child.id)


def decide(db, child, band, level, at, **more):
    body = {"band": band, "level": level, "outcome": "signposting", **DECIDED, **more}
    with doing(db, at) as c:
        say(c, child, "child_decided", body)


def erase(db, entry):
    more = {"author": MILO, "reason": "Law", "recorded_at": NOW, "command_id": new_id()}
    erase_body(db, entry.id, **more)


def everything(db):
    return {name: sorted(rows(db, f"select * from {name}"), key=str) for name in kept_tables()}


# Received


def test_when_it_was_told_and_when_it_was_written_down_are_both_kept(db):
    child = told(db, at=NOW - timedelta(hours=3), recorded_at=NOW)
    found = contact_of(db, child.contact_id, READER)
    assert (found.received_at, found.recorded_at) == (NOW - timedelta(hours=3), NOW)
    assert (found.route, found.source_group, found.agency) == ("phone", "health", "Made-Up Ward")
    assert (found.kind, found.case_id, found.due_at) == ("told", None, None)
    assert waiting(db, READER) == (found,)
    before = everything(db)
    rebuild(db)
    assert everything(db) == before


def test_what_was_told_later_fills_in_and_the_clock_only_ever_starts_earlier(db):
    contact_id = new_id()
    with doing(db) as c:
        received.receive_harm(c, contact_id, "A neighbour", None, random.choice)
    for at, expected in (
        (NOW + timedelta(minutes=5), NOW),
        (NOW - timedelta(minutes=5), NOW - timedelta(minutes=5)),
    ):
        with doing(db, NOW + timedelta(hours=1)) as c:
            received.tell(c, contact_id, ARRIVAL, at)
        found = contact_of(db, contact_id, READER)
        assert (found.received_at, found.route) == (expected, "phone")
    said = arrival_in(read(db, stream_names.contact(contact_id)))
    assert (said["told_by"], said["says"]) == ("A neighbour", ARRIVAL.says)


def test_the_latest_of_each_that_was_told_of_a_child_counts_and_erased_it_says_nothing(db):
    dangers = {"nowhere_safe_tonight": "yes", "harm_now": "yes", "homeless": "yes"}
    child = told(db, ChildTold("Ana Kovalska", date(2009, 3, 27), None, "A stairwell", dangers))

    def tell_more(*said):
        with doing(db) as c:
            say(c, child, "child_told", ChildTold(*said).body())
        return told_of(entries_of(db, child), child.id)

    blank = dict.fromkeys(dangers, "not_known")
    for facts in (blank, {}):
        kept = tell_more("", None, None, None, facts)
        assert kept == ChildTold("Ana Kovalska", date(2009, 3, 27), None, "A stairwell", dangers)
    later = tell_more("Ana", None, 15, "At school", {"missing_now": "yes", "harm_now": "no"})
    says = {**dangers, "missing_now": "yes", "harm_now": "no"}
    assert later == ChildTold("Ana", None, 15, "At school", says)
    assert later.fact("pregnant_or_parenting") == "not_known"
    for entry in entries_of(db, child):
        if entry.kind == "child_told":
            erase(db, entry)
    assert told_of(entries_of(db, child), child.id) is None


@pytest.mark.parametrize(
    ("kind", "body", "says"),
    [
        ("child_told", {**ANA.body(), "name": None}, "name"),
        ("child_told", {**ANA.body(), "date_of_birth": "27 March"}, "Invalid isoformat"),
        ("child_told", {**ANA.body(), "facts": {"score": "7"}}, "facts of another kind"),
        ("child_told", {**ANA.body(), "facts": {"harm_now": "maybe"}}, "facts of another kind"),
        ("contact_told", {"route": None, "source_group": "health"}, "route"),
        ("harm_told", {"to": "social_worker"}, "words"),
        ("open_case_found", {"worker": None}, "team"),
        ("open_case_found", {"worker": 1, "team": "social_worker"}, "worker"),
    ],
)
def test_what_could_not_be_read_again_is_refused(db, kind, body, says):
    child = told(db)
    with pytest.raises(ValueError, match=says), doing(db) as c:
        say(c, child, kind, body)


@pytest.mark.parametrize(
    ("day", "age"), [(date(2026, 3, 26), 16), (date(2026, 3, 27), 17), (date(2026, 3, 28), 17)]
)
def test_an_age_is_in_whole_years_of_the_day(day, age):
    assert years_on(date(2009, 3, 27), day) == ANA.age_on(day) == age


def test_a_reference_is_free_among_contacts_too(db):
    child = told(db)
    taken = contact_of(db, child.contact_id, READER).reference
    letters = iter([*taken.removeprefix("FD-"), *"CCCCCC"])
    with doing(db) as c:
        came = received.receive(c, new_id(), ARRIVAL, NOW, lambda alphabet: next(letters))
    assert came.body["reference"] == "FD-CCCCCC"


# Told at once


def test_harm_is_a_task_of_the_assessment_team_that_its_duty_manager_holds(db):
    child = told(db)
    with doing(db) as c:
        tell_harm(c, child, "")
    (task,) = tasks.tasks_of(db, child.contact_id)
    assert (task.owner_role, task.held_by_role) == ("social_worker", "social_work_duty_manager")
    assert task.due_at == NOW
    entry = harm_told(entries_of(db, child), child.id)
    erase(db, entry)
    assert harm_told(entries_of(db, child), child.id).id == entry.id


def worker(db, role):
    human = add_human(db, "Wendy Worker")
    add_account(db, human, f"{human}@council.example", "correct horse battery", role)
    return human


@pytest.mark.parametrize(
    ("role", "team", "manager"),
    [
        ("social_worker", "social_worker", "social_work_duty_manager"),
        ("housing_needs_officer", "housing_needs_officer", "housing_duty_manager"),
        ("auditor", "social_worker", "social_work_duty_manager"),
    ],
)
def test_a_case_of_a_record_said_to_be_theirs_goes_to_its_worker_and_team(db, role, team, manager):
    known, other = recorded(db, "Ana Kovalska"), recorded(db, "Bea Nowak")
    stream = case_of(db, other, "FD-CCCCCC")
    human = worker(db, role)
    appended(db, stream, "case_handed_to", {"to": human, "tasks": []})
    child = told(db, person=known)
    assert open_to(db, child, READER) == ()
    with doing(db) as c:
        link(c, known, other, "The same scar.")
    (found,) = not_told(db, child, READER)
    assert (found.worker, found.team, found.case_id) == (human, team, stream_names.subject(stream))
    for _ in range(2):  # nobody is told twice
        with doing(db) as c:
            tell_workers(c, child)
    (task,) = tasks.tasks_of(db, child.contact_id)
    assert (task.owner_role, task.held_by_role) == (team, manager)
    assert "Wendy Worker" in task.words
    assert not_told(db, child, READER) == ()


def test_a_closed_contact_goes_to_nobody_and_an_open_one_to_whoever_has_it(db):
    known = recorded(db, "Ana Kovalska")
    first = told(db, person=known)
    human = worker(db, "mash_social_worker")
    with doing(db) as c:
        say(c, first, "child_given_to", {"to": human})
    second = told(db, person=known)
    (found,) = open_to(db, second, READER)
    assert (found.worker, found.contact_id) == (human, first.contact_id)
    for child in (first, second):
        with doing(db) as c:
            say(c, child, "child_closed", {"words": "Done."})
    assert open_to(db, told(db, person=known), READER) == ()


def test_a_restricted_case_shows_nowhere_and_hides_the_contact(db):
    known, other = recorded(db, "Ana Kovalska"), recorded(db, "Bea Nowak")
    with doing(db) as c:
        link(c, known, other, "The same scar.")
    stream = case_of(db, other, "FD-CCCCCC")
    child, theirs = told(db, person=known), told(db, person=other)
    assert len(open_to(db, child, READER)) == 2
    appended(db, stream, "case_restricted", {"allowed": ["human-cy"], "reason": "Kin"})
    assert open_to(db, child, READER) == ()
    assert contact_of(db, theirs.contact_id, READER) is None
    assert contact_of(db, theirs.contact_id, "human-cy")
    assert theirs.contact_id not in {each.id for each in waiting(db, READER)}
    assert history_of(db, other, READER, NOW).items == ()
    made = history_of(db, known, READER, NOW)
    assert {item.contact.id for item in made.items if item.contact} == {child.contact_id}
    assert made.records == (known,)


# What was there before

AT = datetime(2026, 8, 28, 15, 50, tzinfo=UTC)


@pytest.mark.parametrize(
    ("came", "counted", "days"),
    [
        ("2025-08-27 23:59", 0, 366),
        ("2025-08-28 00:00", 1, 365),
        ("2025-08-28 23:59", 1, 365),
        ("2025-08-29 00:00", 1, 364),
        ("2026-08-27 23:59", 1, 1),
        ("2026-08-28 00:01", 1, 0),
    ],
)
def test_twelve_months_are_counted_by_the_day_in_london(db, came, counted, days):
    at = datetime.fromisoformat(came).replace(tzinfo=LONDON)
    known = recorded(db, "Ana Kovalska")
    told(db, person=known, at=at, recorded_at=at)
    made = history_of(db, known, READER, AT)
    assert (made.contacts_in_12_months, made.days_since_last) == (counted, days)


@pytest.mark.parametrize(
    ("day", "since"),
    [
        (date(2028, 2, 28), date(2027, 2, 28)),
        (date(2028, 2, 29), date(2027, 2, 28)),
        (date(2029, 2, 28), date(2028, 2, 28)),
    ],
)
def test_a_leap_day_shortens_no_year(day, since):
    assert a_year_before(day) == since


def test_only_what_came_before_counts_and_never_the_contact_itself(db):
    known = recorded(db, "Ana Kovalska")
    this = told(db, person=known, at=AT, recorded_at=AT)
    told(db, person=known, at=AT + timedelta(days=1), recorded_at=AT + timedelta(days=1))
    assert history_of(db, known, READER, AT).contacts_in_12_months == 1
    made = history_of(db, known, READER, AT, this.contact_id)
    assert (made.contacts_in_12_months, made.days_since_last, made.items) == (0, None, ())
    assert made.nothing_found


def test_the_last_final_rating_counts_also_of_a_record_said_to_be_theirs(db):
    known, other = recorded(db, ANA.name), recorded(db, "Bea Nowak")
    bea = ChildTold("Bea Nowak")
    first, second = told(db, person=known), told(db, bea, person=other)
    decide(db, second, "amber", 3, NOW + timedelta(hours=2))
    decide(db, first, "green", 2, NOW + timedelta(hours=1))
    later = NOW + timedelta(days=2)
    made = history_of(db, known, READER, later)
    assert made.last_final_level == 2
    with doing(db, NOW + timedelta(hours=3)) as c:
        link(c, known, other, "The same scar.")
    made = history_of(db, known, READER, later)
    assert made.last_final_level == 3
    assert made.contacts_in_12_months == 2
    assert set(made.records) == {known, other}
    kinds = [item.entry.kind if item.entry else "contact" for item in made.items]
    assert kinds == ["same_person_linked", "same_person_linked", "contact", "contact"]
    assert [item.at for item in made.items] == sorted((i.at for i in made.items), reverse=True)
    assert not made.nothing_found


def test_a_decision_that_has_not_taken_effect_is_not_the_last_final_rating(db):
    known = recorded(db, ANA.name)
    first, second = told(db, person=known), told(db, person=known)
    decide(db, first, "amber", 3, NOW)
    decide(db, second, "blue", 1, NOW + timedelta(hours=1), second=["downgrade"])
    made = history_of(db, known, READER, NOW + timedelta(days=2))
    assert made.last_final_level == 3
    assert [item.holds for item in made.items if item.child.id == second.id] == [False]


def test_of_nobody_there_is_nothing(db):
    assert history_of(db, None, READER, NOW) == history_of(db, new_id(), READER, NOW)
    assert history_of(db, None, READER, NOW).contacts_in_12_months == 0
