"""Whatever is erased by law: what lists go by says what the page says, kind by kind."""

from datetime import timedelta

import pytest

from store import tables
from store.database import row
from store.ids import new_id
from store.journal import command, erase_body, read
from store.mash.contact_child import children_in, say
from store.mash.standing import from_columns, standing_of
from store.signatures import signatures_of
from store.stream_names import contact as contact_stream
from store.times import to_text
from tests.unit.mash_helpers import a_contact, decision, rating
from tests.unit.store_helpers import ADA, BO, NOW, a_store

WHY = {"why": "Seen twice."}
HAPPENED = (
    ("child_given_to", {"to": "human-bo", "words": "Hers."}),
    ("child_given_to", {"to": "human-ada", "words": "Now his."}),
    ("child_flagged", WHY),
    ("child_rated", rating("", "red")),
    ("child_rated", rating("", "amber")),
    ("rating_explained", {"code": "known_history", "words": "We know them."}),
    ("harm_told", {"to": "social_worker", "words": "Bruises."}),
    ("child_rated", rating("", "green")),
    ("child_decided", decision("")),
    ("child_decided", decision("", band="amber", level=3)),
    ("child_unflagged", WHY),
    ("child_flagged", WHY),
    (
        "meeting_decided",
        {"meeting": "m", "decision": "Talk.", "reasons": "Why.", "dissent": "", "actions": []},
    ),
    ("child_closed", {"words": "Nothing is left to do."}),
)


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "store.sqlite3") as db:
        yield db


def happened(db, until):
    """A contact to whose first child all of this happened. Its id, and that of the child."""
    contact_id, ann, _ = a_contact(db, "Ann Made-Up", "Ben Made-Up")
    for hours, (kind, body) in enumerate(HAPPENED[:until]):
        child = children_in(read(db, contact_stream(contact_id)))[0]
        about = {"rating": child.rating.entry_id} if kind == "rating_explained" else {}
        at = NOW + timedelta(hours=hours)
        with command(db, new_id(), author=BO, recorded_at=at) as c:
            say(c, child, kind, {**body, **about, "child": ann})
    return contact_id, ann


def as_the_row_should_be(child):
    first, last, decided = child.initial, child.rating, child.decision
    return {
        "person_id": child.person_id,
        "worker": child.worker,
        "initial_band": first and first.band,
        "initial_at": first and to_text(first.at),
        "band": last and last.band,
        "decided_band": decided and decided.band,
        "level": decided and decided.level,
        "outcome": decided and decided.outcome,
        "decided_at": decided and to_text(decided.at),
        "decided_by": decided and decided.by,
        "flagged": int(child.flagged is not None),
        "closed_at": child.closed and to_text(child.closed.happened_at),
    }


def agree(db, contact_id):
    """The child as the entries have it, which is as the tables have it, now and made again."""
    entries = read(db, contact_stream(contact_id))
    for _ in range(2):
        for child in children_in(entries):
            found = row(db, "select * from contact_children where id = :id", {"id": child.id})
            expected = as_the_row_should_be(child)
            assert {name: found[name] for name in expected} == expected
            signed = signatures_of(db, contact_id, BO.human_id)
            assert from_columns(found) == standing_of(child, signed, entries)
        tables.rebuild(db)
    return children_in(entries)


def erase(db, entry):
    why = {"author": ADA, "reason": "Law", "recorded_at": NOW, "command_id": new_id()}
    erase_body(db, entry.id, **why)


@pytest.mark.parametrize("until", range(1, len(HAPPENED) + 1))
def test_the_table_and_the_entries_agree_whatever_was_erased_last(db, until):
    contact_id, _ = happened(db, until)
    agree(db, contact_id)
    erase(db, read(db, contact_stream(contact_id))[-1])
    agree(db, contact_id)


def test_they_agree_whatever_was_erased_before_and_in_which_order(db):
    contact_id, _ = happened(db, len(HAPPENED))
    for entry in read(db, contact_stream(contact_id))[3:]:
        erase(db, entry)
        agree(db, contact_id)
    (ann, _) = agree(db, contact_id)
    assert len(ann.ratings) == 3
    assert ann.flagged
    assert ann.closed


def test_the_first_rating_stays_the_first_once_it_is_erased(db):
    contact_id, ann = happened(db, 5)
    erase(db, next(e for e in read(db, contact_stream(contact_id)) if e.kind == "child_rated"))
    found = row(db, "select * from contact_children where id = :id", {"id": ann})
    assert (found["initial_band"], found["band"]) == (None, "amber")
    assert found["initial_at"] == to_text(NOW + timedelta(hours=3))


def test_whoever_had_the_child_has_it_still_where_giving_it_was_erased(db):
    contact_id, _ = happened(db, 2)
    erase(db, read(db, contact_stream(contact_id))[-1])
    assert agree(db, contact_id)[0].worker == "human-bo"


def test_a_child_erased_from_a_contact_leaves_the_other(db):
    contact_id, ann = happened(db, len(HAPPENED))
    added = [e for e in read(db, contact_stream(contact_id)) if e.kind == "contact_child_added"]
    erase(db, added[0])
    (ben,) = agree(db, contact_id)
    assert ben.id != ann
    assert row(db, "select * from contact_children where id = :id", {"id": ann}) is None
