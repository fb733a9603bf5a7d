"""Checks and what may be shared: whatever a page lets through, the store refuses another shape."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from store import stream_names
from store.ids import new_id
from store.journal import command, read
from store.mash import checks, sharing
from store.mash.checks import checks_in, counted
from store.mash.contact_child import children_in
from store.mash.sharing import sharing_in
from store.own_tasks import Due
from tests.unit.mash_helpers import a_contact
from tests.unit.store_helpers import BO, NOW, a_store

DUE = NOW + timedelta(hours=4)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.sqlite3") as db:
        yield db


class Contact:
    """Two children in one contact."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.id, self.ann, self.ben = a_contact(db, "Ann Made-Up", "Ben Made-Up")
        self.stream = stream_names.contact(self.id)

    def does(self, what: Any, *said: Any, at: datetime = NOW, **more: Any) -> Any:
        with command(self.db, new_id(), author=BO, recorded_at=at) as c:
            child, *rest = said
            return what(c, self.child(child), *rest, **more)

    def child(self, id: str) -> Any:
        """As it stands; one of this id that is in no contact, where there is none."""
        found = children_in(self.entries)
        return next((each for each in found if each.id == id), replace(found[0], id=id))

    def asks(self, child: str, agency: str = "police") -> str:
        return self.does(checks.ask, child, agency, "What do you know?", Due(DUE, "4 hours")).id

    @property
    def entries(self) -> list[Any]:
        return list(read(self.db, self.stream))


@pytest.fixture
def contact(db: Database) -> Contact:
    return Contact(db)


@pytest.mark.parametrize(
    ("answers", "now", "status"),
    [
        ((), DUE - timedelta(seconds=1), "asked"),
        ((), DUE, "asked"),
        ((), DUE + timedelta(seconds=1), "late"),
        (("nothing_held",), DUE + timedelta(days=9), "nothing_held"),
        (("refused", "information"), DUE, "information"),
        (("information", "refused"), DUE, "refused"),
    ],
)
def test_how_a_check_stands(contact, answers, now, status):
    id = contact.asks(contact.ann)
    for result in answers:
        contact.does(checks.answer, contact.ann, id, result, "")
    (check,) = checks_in(contact.entries, contact.ann)
    assert check.status(now) == status
    assert [each.result for each in check.answers] == list(answers)


def test_a_check_is_about_one_child_and_counts_for_no_other(contact):
    contact.asks(contact.ann)
    contact.does(checks.answer, contact.ann, contact.asks(contact.ann, "health"), "refused", "No")
    assert checks_in(contact.entries, contact.ben) == ()
    assert [child.seen for child in children_in(contact.entries)] == [4, 1]
    assert vars(counted(checks_in(contact.entries, contact.ann), DUE + timedelta(hours=1))) == {
        "asked": 2, "information": 0, "nothing_held": 0, "refused": 1, "waiting": 0, "late": 1,
    }  # fmt: skip


def test_an_answer_about_another_child_or_of_no_known_kind_is_refused(contact):
    id = contact.asks(contact.ann)
    before = len(contact.entries)
    for child, check, result in (
        (contact.ben, id, "information"),
        (contact.ann, contact.entries[0].id, "information"),
        (contact.ann, id, "nothing to worry about"),
        (new_id(), id, "information"),
    ):
        with pytest.raises(ValueError, match="check_answered"):
            contact.does(checks.answer, child, check, result, "")
    assert len(contact.entries) == before


SAID = {
    "told_family": "not_yet",
    "young_person": "not_asked",
    "parent": "not_asked",
    "service_agreed": "not_asked",
}
GROUND = {"ground": "level_4", "ground_words": "They were hit last night."}


@pytest.mark.parametrize(
    ("said", "is_under_16", "allowed"),
    [
        ({}, False, False),
        ({"young_person": "yes"}, False, True),
        ({"young_person": "yes"}, True, False),
        ({"young_person": "no", "parent": "yes"}, False, False),
        ({"parent": "yes"}, False, False),
        ({"parent": "yes"}, True, True),
        ({"parent": "yes", "young_person": "no"}, True, False),
        ({"told_family": "yes"}, True, False),
        ({"service_agreed": "yes", "service": "Youth work"}, True, False),
        ({"service_agreed": "yes", "service": "Youth work"}, False, False),
        (GROUND, False, True),
        (GROUND | {"young_person": "no", "parent": "no"}, True, True),
    ],
)
def test_agencies_are_asked_only_by_agreement_to_that_or_on_a_ground(
    contact, said, is_under_16, allowed
):
    contact.does(sharing.record, contact.ann, SAID | said)
    assert sharing_in(contact.entries, contact.ann).allows_checks(is_under_16) is allowed


def test_what_is_taken_back_counts_no_longer_until_it_is_recorded_anew(contact):
    agreed = SAID | {"young_person": "yes", "service_agreed": "yes", "service": "Youth work"}
    contact.does(sharing.record, contact.ann, agreed)
    contact.does(sharing.withdraw, contact.ann, "sharing", "Ann", "I changed my mind.", NOW)
    found = sharing_in(contact.entries, contact.ann)
    assert not found.allows_checks(is_under_16=False)
    assert not found.is_withdrawn("service")
    contact.does(sharing.withdraw, contact.ann, "service", "Ann", "Nor that.", NOW)
    assert sharing_in(contact.entries, contact.ann).is_withdrawn("service")
    contact.does(sharing.record, contact.ann, agreed)
    found = sharing_in(contact.entries, contact.ann)
    assert found.allows_checks(is_under_16=False)
    assert not found.is_withdrawn("service")


def test_a_ground_without_words_and_an_answer_that_is_none_are_refused(contact):
    for wrong in (
        {"ground": "level_4"},
        {"told_family": "perhaps"},
        {"young_person": None},
        {"review_on": "31 June"},
    ):
        with pytest.raises(ValueError, match=r"sharing_recorded|isoformat"):
            contact.does(sharing.record, contact.ann, SAID | wrong)
    with pytest.raises(ValueError, match="agreement_withdrawn"):
        contact.does(sharing.withdraw, contact.ann, "everything", "Ann", "No.", NOW)
    assert sharing_in(contact.entries, contact.ann) is None
