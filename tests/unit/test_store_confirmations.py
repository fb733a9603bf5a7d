"""A reading is confirmed by two humans, from a day, for as long as it says what it said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from rules.pack import Reading
from store import signatures
from store.confirmations import (
    CONFIRMATION,
    PROPOSED,
    confirmations,
    confirmed,
    propose,
)
from store.entry import Author
from store.ids import new_id
from store.journal import command, erase_body
from store.proposals import DayGoneBy, ProposedAlready
from store.signatures import NotTheirs, SameHuman, WrongRole, waiting_for
from store.stream_names import COUNCIL
from store.tables import kept_tables, rebuild
from store.verify import anchor, verify
from tests.unit.store_helpers import ADA, NOW, a_store, appended

HANA = Author("human-hana", "account-hana", "head_of_service")
LEO = Author("human-leo", "account-leo", "lawyer")
HANA_AS_LAWYER = replace(HANA, account_id="account-hana-2", role="lawyer")
BY_BOAT = Reading("A1", "By boat.", "boat")
TODAY = NOW.date()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def proposed(
    db: Database,
    reading: Reading = BY_BOAT,
    author: Author = HANA,
    starts_on: date = TODAY,
    reasons: str = "It is how we have always done it.",
) -> str:
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        return propose(c, reading, starts_on, reasons)


def signed(db: Database, id: str, author: Author = LEO) -> None:
    with command(db, new_id(), author=author, recorded_at=NOW + HOUR) as c:
        signatures.give(c, id, "")


def test_proposed_it_is_not_confirmed_and_signed_by_a_lawyer_it_is(db: Database) -> None:
    id = proposed(db)
    assert confirmed(db, NOW + DAY) == {}
    assert [each.id for each in waiting_for(db, "lawyer", LEO.human_id)] == [id]
    signed(db, id)
    [held] = confirmed(db, NOW + DAY).values()
    assert (held.reading, held.says, held.moved_by) == ("A1", "By boat.", "human-leo")
    assert held.value_hash == BY_BOAT.hash
    assert verify(db).ok


def test_it_holds_from_its_day_and_from_the_signature_and_not_before(db: Database) -> None:
    signed(db, proposed(db, starts_on=TODAY + 2 * DAY))
    assert confirmed(db, NOW + DAY) == {}
    assert set(confirmed(db, NOW + 2 * DAY)) == {BY_BOAT.hash}

    at_once = replace(BY_BOAT, id="A2")
    signed(db, proposed(db, at_once))
    before, after = NOW + HOUR - timedelta(seconds=1), NOW + HOUR
    assert at_once.hash not in confirmed(db, before)
    assert at_once.hash in confirmed(db, after)


def test_other_words_lose_the_confirmation(db: Database) -> None:
    signed(db, proposed(db))
    for other in (replace(BY_BOAT, says="By ferry."), replace(BY_BOAT, option="ferry")):
        assert other.hash not in confirmed(db, NOW + DAY)
        signed(db, proposed(db, other))
        assert other.hash in confirmed(db, NOW + DAY)


@pytest.mark.parametrize("author", [ADA, LEO, replace(HANA, role="service_manager")])
def test_nobody_but_the_head_of_service_proposes(db: Database, author: Author) -> None:
    with pytest.raises(NotTheirs):
        proposed(db, author=author)
    body = {"reading": "A1", "option": "boat", "says": "By boat.", "value_hash": BY_BOAT.hash}
    body |= {"starts_on": TODAY.isoformat(), "reasons": "Because."}
    with pytest.raises(NotTheirs):
        appended(db, COUNCIL, PROPOSED, body, author=author)


def test_another_human_has_to_sign_and_has_to_be_a_lawyer(db: Database) -> None:
    id = proposed(db)
    with pytest.raises(SameHuman):
        signed(db, id, HANA_AS_LAWYER)
    with pytest.raises(WrongRole):
        signed(db, id, replace(LEO, role="head_of_service"))
    with pytest.raises(WrongRole):
        signed(db, id, ADA)
    assert confirmed(db, NOW + DAY) == {}


def test_it_can_be_asked_of_nobody_but_a_lawyer(db: Database) -> None:
    proposed(db)
    with command(db, new_id(), author=HANA, recorded_at=NOW) as c:
        other = replace(BY_BOAT, id="A2")
        signatures.withdraw(c, propose(c, other, TODAY, "Because."), "Not yet.")
    about = next(each.entry_id for each in confirmations(db) if each.reading == "A2")
    for body in (
        {"asked_of": ["service_manager"], "what": CONFIRMATION},
        {"asked_of": ["lawyer", "service_manager"], "what": CONFIRMATION},
        {"asked_of": ["service_manager"], "what": "departure"},
    ):
        asked = {"signature_id": new_id(), "subject": about, "words": "By boat.", "reasons": "So."}
        with pytest.raises(ValueError, match="by a lawyer"):
            appended(db, COUNCIL, "signature_asked", asked | body, author=HANA, caused_by=about)


def test_it_is_proposed_once_until_it_is_declined_or_withdrawn(db: Database) -> None:
    id = proposed(db)
    with pytest.raises(ProposedAlready):
        proposed(db)
    with command(db, new_id(), author=LEO, recorded_at=NOW) as c:
        signatures.decline(c, id, "The paragraph says otherwise.")
    again = proposed(db)
    with command(db, new_id(), author=HANA, recorded_at=NOW + HOUR) as c:
        signatures.withdraw(c, again, "Later.")
    with command(db, new_id(), author=HANA, recorded_at=NOW + 2 * HOUR) as c:
        third = signatures.ask_again(c, again)
    with pytest.raises(ProposedAlready):
        proposed(db)
    signed(db, third)
    with pytest.raises(ProposedAlready):
        proposed(db)
    assert [each.state for each in confirmations(db)] == ["declined", "given"]


def test_a_day_gone_by_is_refused(db: Database) -> None:
    with pytest.raises(DayGoneBy):
        proposed(db, starts_on=TODAY - DAY)
    with pytest.raises(ValueError, match="reasons"):
        proposed(db, reasons=" \n")
    assert confirmations(db) == ()


def test_a_value_that_is_not_the_one_named_is_refused(db: Database) -> None:
    body = {"reading": "A1", "option": "boat", "says": "By bridge.", "value_hash": BY_BOAT.hash}
    body |= {"starts_on": TODAY.isoformat(), "reasons": "Because."}
    with pytest.raises(ValueError, match="another value"):
        appended(db, COUNCIL, PROPOSED, body, author=HANA)


def everything(db: Database) -> dict[str, list[object]]:
    return {table: sorted(db.table(table).rows, key=str) for table in kept_tables()}


def test_the_tables_can_be_made_anew_beside_the_councils_other_entries(db: Database) -> None:
    signed(db, proposed(db))
    anchor(db, author=ADA, recorded_at=NOW + HOUR, command_id=new_id())
    proposed(db, replace(BY_BOAT, id="A2"))
    before = everything(db)
    assert len(before["confirmations"]) == 2
    rebuild(db)
    assert everything(db) == before
    assert verify(db).ok


def test_erased_by_law_it_confirms_nothing_any_more(db: Database) -> None:
    signed(db, proposed(db))
    other = replace(BY_BOAT, id="A2")
    signed(db, proposed(db, other))
    [first, _] = confirmations(db)
    erase_body(
        db,
        first.entry_id,
        author=ADA,
        reason="Retention",
        recorded_at=NOW + DAY,
        command_id=new_id(),
    )
    assert set(confirmed(db, NOW + DAY)) == {other.hash}
    assert verify(db).ok
