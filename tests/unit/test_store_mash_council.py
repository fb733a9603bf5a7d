"""What the threshold meeting, allocation and theme notes leave on record, and what is refused."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import signatures, stream_names
from store.entry import Author
from store.ids import new_id
from store.journal import command, erase_body, read
from store.mash import allocation, guidance, meetings, themes
from store.mash.contact_child import ContactChild, children_in, say
from store.mash.meetings import Action, UnknownMeeting
from store.proposals import DayGoneBy, ProposedAlready
from store.signatures import SameHuman, WrongRole
from store.steps import NotTheirs
from store.stream_names import COUNCIL
from store.tables import kept_tables, rebuild
from store.tasks import tasks_of
from store.threshold_confirmations import (
    CONFIRMATION,
    PROPOSED,
    propose,
    threshold_confirmations,
)
from store.verify import verify
from tests.unit.store_helpers import BO, NOW, a_store, appended
from thresholds.values import values

MAYA = Author("human-maya", "account-maya", "mash_manager")
HANA = Author("human-hana", "account-hana", "head_of_service")
THEO = Author("human-theo", "account-theo", "threshold_owner")
MET = [{"agency": "police", "name": "PC Lee"}]
NOT_THERE = [{"agency": "health", "why": "Not invited"}]
CALL = Action("Call the school", "mash_social_worker", "human-bo", date(2026, 3, 9))
SAID = ("As it is.", "", "Seen today.")
HOUR = timedelta(hours=1)
RED = next(each for each in values("barnet") if each.id == "limit-red")
TODAY = NOW.date()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


@pytest.fixture
def contact(db: Database) -> str:
    """The stream of a contact with two children."""
    stream = stream_names.contact(new_id())
    appended(db, stream, "contact_received", {"reference": "MC-1", "kind": "told"})
    for _ in range(2):
        added = {"contact_child_id": new_id(), "person_id": new_id()}
        appended(db, stream, "contact_child_added", added)
    return stream


def children(db: Database, contact: str) -> tuple[ContactChild, ...]:
    return children_in(read(db, contact))


def held(db: Database) -> str:
    with command(db, new_id(), author=MAYA, recorded_at=NOW) as c:
        return meetings.hold(c, NOW - HOUR, MET, NOT_THERE)


def decided(db: Database, child: ContactChild, meeting: str, *actions: Action) -> str:
    with command(db, new_id(), author=MAYA, recorded_at=NOW) as c:
        return meetings.decide(c, child, meeting, *SAID, actions).id


def is_sound(db: Database) -> None:
    """Made anew from the journal, every table is as it stands."""

    def kept() -> dict[str, list[str]]:
        return {
            table: sorted(map(str, db.query(f"select * from {table}"))) for table in kept_tables()
        }

    before = kept()
    rebuild(db)
    assert kept() == before
    assert verify(db).ok


def test_a_meeting_decides_about_one_child_and_not_about_the_other(
    db: Database, contact: str
) -> None:
    first, second = children(db, contact)
    meeting = held(db)
    (found,) = meetings.meetings(db)
    assert (found.id, found.held_at) == (meeting, NOW - HOUR)
    assert found.attended == (("Police", "PC Lee"),)
    assert found.not_there == (("Health", "Not invited"),)
    entry = decided(db, first, meeting, CALL, replace(CALL, human=None, what="Ring health"))
    entries = read(db, contact)
    (said,) = meetings.decided_in(entries, first.id)
    assert (said.decision, said.actions[0]) == ("As it is.", CALL)
    assert meetings.decided_in(entries, second.id) == ()
    assert meetings.decided_at(db, meeting, "anybody") == ((first.contact_id, first.id),)
    tasks = {task.words: task for task in tasks_of(db, first.contact_id)}
    assert tasks["Call the school"].accepted_by == "human-bo"
    assert tasks["Ring health"].accepted_by is None
    assert {task.triggering_entry for task in tasks.values()} == {entry}
    assert tasks["Ring health"].due_at.isoformat() == "2026-03-09T23:59:59+00:00"
    assert children(db, contact)[0].ratings == ()
    is_sound(db)


def test_a_meeting_that_is_none_decides_nothing(db: Database, contact: str) -> None:
    with pytest.raises(UnknownMeeting):
        decided(db, children(db, contact)[0], new_id())
    assert meetings.decided_in(read(db, contact), children(db, contact)[0].id) == ()


def test_what_was_decided_can_be_erased_by_law_and_the_meeting_stays(
    db: Database, contact: str
) -> None:
    first, _ = children(db, contact)
    meeting = held(db)
    entry = decided(db, first, meeting)
    why = {"author": MAYA, "reason": "A court order", "recorded_at": NOW}
    erase_body(db, entry, **why, command_id=new_id())
    assert meetings.decided_at(db, meeting, "anybody") == ()
    assert [each.id for each in meetings.meetings(db)] == [meeting]
    is_sound(db)


@pytest.mark.parametrize(
    "wrong",
    [
        {"decision": " "},
        {"reasons": ""},
        {"dissent": None},
        {"actions": [{"what": "Call"}]},
        {"actions": [{"what": "Call", "role": "r", "due": "tomorrow"}]},
        {"child": "nobody"},
        {"meeting": 3},
    ],
)
def test_a_decision_of_another_shape_is_refused(
    db: Database, contact: str, wrong: dict[str, object]
) -> None:
    first, _ = children(db, contact)
    said = {"decision": "D", "reasons": "R", "dissent": "", "actions": [], "meeting": held(db)}
    before = read(db, contact)
    with (
        pytest.raises(ValueError, match=r"meeting_decided|isoformat"),
        command(db, new_id(), author=MAYA, recorded_at=NOW) as c,
    ):
        say(c, first, meetings.DECIDED, {**said, **wrong})
    assert read(db, contact) == before


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (meetings.HELD, {"meeting_id": "m", "attended": [{"agency": "police"}], "not_there": []}),
        (meetings.HELD, {"attended": [], "not_there": []}),
        (themes.WRITTEN, {"first_day": "2026-03-02", "last_day": "2026-03-01", "words": "W"}),
        (
            themes.WRITTEN,
            {"first_day": "2026-03-02", "last_day": "2026-03-01", "words": "W", "actions": ""},
        ),
        (
            themes.WRITTEN,
            {"first_day": "2026-03-01", "last_day": "2026-03-02", "words": " ", "actions": ""},
        ),
    ],
)
def test_in_the_councils_stream_too(db: Database, kind: str, body: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=kind):
        appended(db, COUNCIL, kind, body)
    assert read(db, COUNCIL) == ()


def test_who_has_the_child_has_what_was_to_be_done(db: Database, contact: str) -> None:
    first, second = children(db, contact)
    meeting = held(db)
    for to in ("human-bo", "human-cy"):
        found = children(db, contact)[0]
        with command(db, new_id(), author=MAYA, recorded_at=NOW) as c:
            entries = read(db, contact)
            allocation.give(c, found, entries, to, "mash_social_worker", "")
        if to == "human-bo":
            decided(db, first, meeting, CALL)
            decided(db, second, meeting, CALL)
    open_tasks = [t for t in tasks_of(db, first.contact_id) if t.state == "open"]
    whose = {(t.words, t.accepted_by) for t in open_tasks}
    assert whose == {
        ("Call the school", "human-cy"),
        ("Call the school", "human-bo"),  # about the other child, which stays
        ("You were given child 1 of a contact", "human-cy"),
    }
    entries = read(db, contact)
    assert [(g.to, g.by) for g in allocation.given(entries, first.id)] == [
        ("human-cy", MAYA.human_id),
        ("human-bo", MAYA.human_id),
    ]
    assert allocation.given(entries, second.id) == ()
    now = children(db, contact)[0]
    with (
        pytest.raises(allocation.HasItAlready),
        command(db, new_id(), author=MAYA, recorded_at=NOW) as c,
    ):
        allocation.give(c, now, entries, "human-cy", "mash_social_worker", "")
    is_sound(db)


def test_only_a_managers_own_word_counts_as_one(db: Database, contact: str) -> None:
    first, second = children(db, contact)
    with command(db, new_id(), author=BO, recorded_at=NOW) as c:
        guidance.note(c, first, "Ring first.", MAYA.human_id)
    with command(db, new_id(), author=MAYA, recorded_at=NOW) as c:
        allocation.give(c, first, read(db, contact), BO.human_id, BO.role, "")
    assert not guidance.managers_wrote(read(db, contact), first, ())
    with command(db, new_id(), author=MAYA, recorded_at=NOW) as c:
        guidance.note(c, first, "I have read it.", MAYA.human_id)
    entries = read(db, contact)
    assert guidance.managers_wrote(entries, first, ())
    assert not guidance.managers_wrote(entries, second, ())
    assert [(g.by, g.noted_by) for g in guidance.guidance(entries, first.id)] == [
        (MAYA.human_id, MAYA.human_id),
        (MAYA.human_id, BO.human_id),
    ]


# Confirming a threshold


def proposed(db: Database, author: Author = HANA, starts_on: date = TODAY) -> str:
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        return propose(c, RED, starts_on, "As agreed.")


def signed(db: Database, id: str, author: Author = THEO) -> None:
    with command(db, new_id(), author=author, recorded_at=NOW + HOUR) as c:
        signatures.give(c, id, "")


@pytest.mark.parametrize(("days", "from_its_day"), [(0, [False, True]), (1, [False, False, True])])
def test_it_counts_from_its_day_and_never_before_it_was_signed(
    db: Database, days: int, from_its_day: list[bool]
) -> None:
    """The hour before it was signed, the hour it was, and the day after."""
    id = proposed(db, starts_on=TODAY + timedelta(days=days))
    signed(db, id)
    (found,) = threshold_confirmations(db)
    moments = [NOW, NOW + HOUR, NOW + timedelta(days=1)]
    assert [found.holds(at) for at in moments[: len(from_its_day)]] == from_its_day
    assert found.value_hash == RED.hash
    assert found.value_hash not in {each.hash for each in values("merton")}
    is_sound(db)


def test_one_human_never_confirms_alone_and_nobody_else_signs(db: Database) -> None:
    id = proposed(db)
    with pytest.raises(SameHuman):
        signed(db, id, replace(HANA, account_id="second", role="threshold_owner"))
    for role in ("lawyer", "head_of_service", "mash_manager"):
        with pytest.raises(WrongRole):
            signed(db, id, replace(THEO, role=role))
    for wrong in (MAYA, THEO):
        with pytest.raises(NotTheirs):
            proposed(db, wrong)
    with pytest.raises(ProposedAlready):
        proposed(db)
    (found,) = threshold_confirmations(db)
    assert found.state == "waiting"


def test_a_day_gone_by_and_another_value_than_named_are_refused(db: Database) -> None:
    with pytest.raises(DayGoneBy):
        proposed(db, starts_on=TODAY - timedelta(days=1))
    body = {
        **{"authority": "Barnet", "value": RED.id, "name": RED.name, "says": "5 hours"},
        **{"source": "", "value_hash": RED.hash, "starts_on": TODAY.isoformat(), "reasons": "R"},
    }
    with pytest.raises(ValueError, match="another value"):
        appended(db, COUNCIL, PROPOSED, body, author=HANA)
    proposed(db)
    about = threshold_confirmations(db)[0].entry_id
    signature = threshold_confirmations(db)[0].signature_id
    with command(db, new_id(), author=HANA, recorded_at=NOW) as c:
        signatures.withdraw(c, signature, "Not yet.")
    for asked_of in (["lawyer"], ["threshold_owner", "lawyer"]):
        asked = {"signature_id": new_id(), "subject": about, "words": "W", "reasons": "R"}
        with pytest.raises(ValueError, match="by a threshold_owner"):
            appended(
                db,
                COUNCIL,
                "signature_asked",
                {**asked, "what": CONFIRMATION, "asked_of": asked_of},
                author=HANA,
                caused_by=about,
            )
