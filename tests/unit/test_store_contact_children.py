"""Children in a contact: what is on record about each, and the table that lists go by."""

from contextlib import closing

import pytest

from store import stream_names, tables
from store.database import connect, rows
from store.ids import new_id
from store.journal import Author, command, erase_body, read
from store.mash.contact_child import about, children_in, say
from store.migrations import migrate
from tests.unit.store_helpers import ADA, NOW

BOB = Author("human-bob", "account-bob", "mash_manager")
RATING = {"indicators": [], "reasons": "Told to leave.", "suggested": {}, "facts": {}, "pack": "p"}
DECISION = {"reasons": {}, "suggested": {}, "departures": [], "second": [], "pack": "p"}


@pytest.fixture
def db(tmp_path):
    found = connect(tmp_path / "frontdoor.sqlite3")
    with closing(found.conn):
        migrate(found)
        yield found


@pytest.fixture
def contact(db):
    """A contact with two children. Gives its stream and the ids of the two."""
    id, ids = new_id(), (new_id(), new_id())
    stream = stream_names.contact(id)
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        c.append(stream, "contact_received", {"reference": "FD-346XYW", "kind": "told"})
        for child in ids:
            body = {"contact_child_id": child, "person_id": new_id()}
            c.append(stream, "contact_child_added", body)
    return stream, ids


def record(db, stream, kind, author=ADA, *, child, **body):
    """About a child that the contact has, or about none."""
    known = {each.id: each for each in children_in(read(db, stream))}
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        if child in known:
            return say(c, known[child], kind, body)
        return c.append(stream, kind, {"child": child, **body})


def row_of(db, id):
    (found,) = rows(db, "select * from contact_children where id = :id", {"id": id})
    return found


def test_the_initial_rating_stays_what_it_was_whatever_follows(db, contact):
    stream, (first, second) = contact
    record(db, stream, "child_rated", child=first, band="amber", **RATING)
    record(db, stream, "child_rated", BOB, child=first, band="red", **RATING)
    final = {"child": first, "band": "green", "level": 2, "outcome": "signposting", **DECISION}
    record(db, stream, "child_decided", **final)
    child, other = children_in(read(db, stream))
    assert [each.band for each in child.ratings] == ["amber", "red"]
    assert (child.initial.band, child.rating.band, child.decision.band) == ("amber", "red", "green")
    kept = row_of(db, first)
    assert [kept[n] for n in ("initial_band", "band", "decided_band")] == ["amber", "red", "green"]
    assert not other.ratings
    assert not other.decisions
    assert row_of(db, second)["initial_band"] is None


def test_what_is_said_of_one_child_is_not_seen_as_news_of_the_other(db, contact):
    stream, (first, second) = contact
    record(db, stream, "child_rated", child=first, band="amber", **RATING)
    record(db, stream, "guidance_noted", child=first, words="Ring the school as well.")
    child, other = children_in(read(db, stream))
    assert (child.seen, other.seen) == (3, 1)
    entries = read(db, stream)
    assert [e.kind for e in about(entries, first, "guidance_noted")] == ["guidance_noted"]
    assert not about(entries, second, "child_rated", "guidance_noted")


def test_two_children_keep_their_places_and_are_found_again_by_them(db, contact):
    stream, (first, second) = contact
    assert [(c.id, c.place) for c in children_in(read(db, stream))] == [(first, 1), (second, 2)]
    assert [row_of(db, id)["place"] for id in (first, second)] == [1, 2]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("child_rated", {"band": None}),
        ("child_decided", {"band": "red", "level": "4", "outcome": "signposting", **DECISION}),
        ("child_decided", {"band": "red", "level": 4, "outcome": "signposting"}),
        ("rating_explained", {"rating": "r", "code": "c"}),
    ],
)
def test_what_could_not_be_read_again_is_refused_and_nothing_is_kept(db, contact, kind, body):
    stream, (first, _) = contact
    before = read(db, stream)
    with pytest.raises(ValueError, match=kind):
        record(db, stream, kind, child=first, **body)
    assert read(db, stream) == before


def test_nothing_is_said_of_a_child_that_the_contact_has_not(db, contact):
    stream, _ = contact
    with pytest.raises(ValueError, match="no child of this contact"):
        record(db, stream, "child_rated", child=new_id(), band="amber", **RATING)


def test_an_erased_rating_leaves_what_was_decided_later(db, contact):
    stream, (first, _) = contact
    rated = record(db, stream, "child_rated", child=first, band="amber", **RATING)
    final = {"child": first, "band": "amber", "level": 3, "outcome": "signposting", **DECISION}
    record(db, stream, "child_decided", **final)
    why = {"author": ADA, "reason": "A court order", "recorded_at": NOW, "command_id": new_id()}
    erase_body(db, rated.id, **why)
    tables.rebuild(db)
    child, other = children_in(read(db, stream))
    assert [each.band for each in child.ratings] == [None]
    assert child.decision.level == 3
    assert not other.ratings
    assert row_of(db, first)["initial_band"] is None


def test_who_has_it_can_change_and_can_be_nobody(db, contact):
    stream, (first, _) = contact
    record(db, stream, "child_given_to", child=first, to="human")
    assert children_in(read(db, stream))[0].worker == row_of(db, first)["worker"] == "human"
    record(db, stream, "child_given_to", child=first, to=None)
    assert children_in(read(db, stream))[0].worker is row_of(db, first)["worker"] is None


def test_flagged_is_flagged_until_it_is_taken_off(db, contact):
    stream, (first, _) = contact
    record(db, stream, "child_flagged", child=first, why="Nobody agrees.")
    assert row_of(db, first)["flagged"] == 1
    record(db, stream, "child_unflagged", child=first, why="Talked about.")
    assert children_in(read(db, stream))[0].flagged is None
    assert row_of(db, first)["flagged"] == 0
