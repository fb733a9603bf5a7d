"""Whose clock runs and what waits to be signed: the table says what the entries say, always."""

from contextlib import closing
from datetime import timedelta

import pytest

from store import packs, signatures, tables
from store.database import connect, rows
from store.entry import Author
from store.ids import new_id
from store.journal import command, erase_body, read
from store.mash import rating
from store.mash.contact_child import children_in, say
from store.mash.harm import tell_harm
from store.mash.rating import Made, Suggested
from store.mash.standing import from_columns, standing_of
from store.migrations import migrate
from store.signatures import signatures_of
from store.steps import NotTheirs
from store.stream_names import contact as contact_stream
from tests.unit.store_helpers import BO, NOW
from thresholds.rating.pack import rating_pack

MANAGER = Author("human-mo", "account-mo", "mash_manager")
BO_AS_MANAGER = Author(BO.human_id, "account-bo-2", "mash_manager")
OTHER = Author("human-oa", "account-oa", "mash_social_worker")
HOUR = timedelta(hours=1)


@pytest.fixture
def db(tmp_path):
    found = connect(tmp_path / "frontdoor.sqlite3")
    with closing(found.conn):
        migrate(found)
        yield found


@pytest.fixture
def contact_id(db):
    """A contact with two children."""
    id = new_id()
    with command(db, new_id(), author=BO, recorded_at=NOW) as c:
        c.append(contact_stream(id), "contact_received", {"reference": "FD-346XYW", "kind": "told"})
        for _ in range(2):
            body = {"contact_child_id": new_id(), "person_id": new_id()}
            c.append(contact_stream(id), "contact_child_added", body)
    return id


def child(db, contact_id):
    return children_in(read(db, contact_stream(contact_id)))[0]


def rate(db, contact_id, band, minimum, author=BO, at=NOW):
    suggested = Suggested({"minimum": minimum, "same_day_by": None}, {}, rating_pack())
    with command(db, new_id(), author=author, recorded_at=at) as c:
        return rating.rate(c, child(db, contact_id), band, [], "Why.", suggested, "Words")


def decide(db, contact_id, band, second=(), at=NOW):
    suggested = Suggested({"minimum": None}, {}, rating_pack())
    made = Made(band, 3, "signposting", "Words", {}, [], second, "Why", None)
    with command(db, new_id(), author=BO, recorded_at=at) as c:
        return rating.decide(c, child(db, contact_id), made, suggested)


def sign(db, about, author=MANAGER, step=signatures.give, at=NOW):
    found = rows(db, "select id from signatures where subject = :id", {"id": about.id})
    with command(db, new_id(), author=author, recorded_at=at) as c:
        step(c, found[0]["id"], "Words.")


def stands(db, contact_id):
    """As the table has it, which is as it is folded from the entries, now and made again."""
    found = child(db, contact_id)
    entries = read(db, contact_stream(contact_id))
    folded = standing_of(found, signatures_of(db, contact_id, BO.human_id), entries)
    for _ in range(2):
        (row,) = rows(db, "select * from contact_children where id = :id", {"id": found.id})
        assert from_columns(row) == folded
        tables.rebuild(db)
    return folded


def test_lower_than_suggested_counts_only_once_somebody_else_signed_it(db, contact_id):
    assert stands(db, contact_id).runs_on is None
    rated = rate(db, contact_id, "green", "red")
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.unsigned) == ("reason_missing", "red", (rated.id,))
    with pytest.raises(NotTheirs):
        sign(db, rated, BO_AS_MANAGER)
    assert stands(db, contact_id).runs_on == "red"
    sign(db, rated)
    assert (stands(db, contact_id).runs_on, stands(db, contact_id).unsigned) == ("green", ())


def test_rated_down_step_by_step_the_first_band_counts_until_each_is_signed(db, contact_id):
    rate(db, contact_id, "red", None)
    amber = rate(db, contact_id, "amber", None)
    assert stands(db, contact_id).runs_on == "red"
    green = rate(db, contact_id, "green", None)
    found = stands(db, contact_id)
    assert (found.runs_on, found.unsigned) == ("red", (green.id,))
    assert amber.id not in found.unsigned
    sign(db, green)
    assert stands(db, contact_id).runs_on == "green"


def test_rated_up_nobody_has_to_sign(db, contact_id):
    rate(db, contact_id, "green", "green")
    rate(db, contact_id, "red", "green")
    found = stands(db, contact_id)
    assert (found.runs_on, found.unsigned) == ("red", ())


def test_a_decision_holds_from_its_signature_and_red_from_its_own_moment(db, contact_id):
    rate(db, contact_id, "red", None)
    decided = decide(db, contact_id, "green", ["downgrade"], NOW + HOUR)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.in_effect_at) == ("to_sign", "red", None)
    sign(db, decided, at=NOW + 2 * HOUR)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.ran_on) == ("decided", "green", "red")
    assert found.in_effect_at == NOW + 2 * HOUR

    red = decide(db, contact_id, "red", ["red"], NOW + 3 * HOUR)
    found = stands(db, contact_id)
    assert (found.stands, found.unsigned) == ("decided", (red.id,))
    assert found.in_effect_at == NOW + 3 * HOUR


@pytest.mark.parametrize(("hours", "ran_on"), [(1, "green"), (2, "green"), (3, "red")])
def test_a_rating_signed_after_the_decision_does_not_change_how_the_clock_ran(
    db, contact_id, hours, ran_on
):
    rated = rate(db, contact_id, "green", "red")
    if hours < 2:
        sign(db, rated, at=NOW + hours * HOUR)
    with command(db, new_id(), author=BO, recorded_at=NOW + 2 * HOUR) as c:
        body = {"band": "green", "level": 2, "outcome": "signposting", "reasons": {}}
        body |= {"suggested": {}, "departures": [], "second": [], "pack": "p"}
        say(c, child(db, contact_id), "child_decided", body)
    if hours >= 2:
        sign(db, rated, at=NOW + hours * HOUR)
    found = stands(db, contact_id)
    assert (found.stands, found.ran_on, found.runs_on) == ("decided", ran_on, "green")


def test_declined_red_goes_on_counting_until_it_is_decided_anew(db, contact_id):
    rate(db, contact_id, "amber", None)
    decided = decide(db, contact_id, "red", ["red"])
    sign(db, decided, step=signatures.decline)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.in_effect_at) == ("declined", "red", None)
    tasks = rows(db, "select words, owner_role, state from tasks where rule_id = 'signature'")
    assert [(t["owner_role"], t["state"]) for t in tasks] == [(BO.role, "open")]
    decide(db, contact_id, "amber")
    assert stands(db, contact_id).stands == "decided"
    tasks = rows(db, "select state from tasks where rule_id = 'signature'")
    assert [t["state"] for t in tasks] == ["done"]


def test_harm_told_after_a_rating_runs_on_reds_clock_until_it_is_rated_again(db, contact_id):
    rate(db, contact_id, "green", None)
    with command(db, new_id(), author=BO, recorded_at=NOW) as c:
        told = tell_harm(c, child(db, contact_id), "Bruises.")
    assert (stands(db, contact_id).stands, stands(db, contact_id).runs_on) == ("harm_since", "red")
    why = {"author": BO, "reason": "A court", "recorded_at": NOW, "command_id": new_id()}
    erase_body(db, told.id, **why)
    assert stands(db, contact_id).runs_on == "red"
    rated = rate(db, contact_id, "amber", None)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.unsigned) == ("to_decide", "amber", ())
    assert rated.body["band"] == "amber"


def test_rated_again_since_a_decision_that_waits_its_signature_changes_nothing(db, contact_id):
    rate(db, contact_id, "red", None)
    decided = decide(db, contact_id, "green", ["downgrade"], NOW)
    with command(db, new_id(), author=BO, recorded_at=NOW + HOUR) as c:
        tell_harm(c, child(db, contact_id), "Bruises.")
    rate(db, contact_id, "red", None, OTHER, NOW + 2 * HOUR)
    sign(db, decided, at=NOW + 3 * HOUR)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.in_effect_at) == ("to_decide", "red", None)
    assert found.unsigned == ()


@pytest.mark.parametrize("band", ["amber", "red"])
def test_a_decision_signed_after_harm_was_told_does_not_take_effect(db, contact_id, band):
    rate(db, contact_id, band, None)
    decided = decide(db, contact_id, "blue", ["downgrade"])
    with command(db, new_id(), author=BO, recorded_at=NOW + HOUR) as c:
        tell_harm(c, child(db, contact_id), "Bruises.")
    assert (stands(db, contact_id).stands, stands(db, contact_id).runs_on) == ("harm_since", "red")
    sign(db, decided, at=NOW + 2 * HOUR)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.in_effect_at) == ("harm_since", "red", None)
    rate(db, contact_id, "red", None, at=NOW + 3 * HOUR)
    decide(db, contact_id, "red", at=NOW + 3 * HOUR)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on) == ("decided", "red")


def test_a_decision_signed_before_harm_was_told_holds(db, contact_id):
    rate(db, contact_id, "amber", None)
    sign(db, decide(db, contact_id, "blue", ["downgrade"]), at=NOW + HOUR)
    with command(db, new_id(), author=BO, recorded_at=NOW + 2 * HOUR) as c:
        tell_harm(c, child(db, contact_id), "Bruises.")
    found = stands(db, contact_id)
    assert (found.stands, found.in_effect_at) == ("decided", NOW + HOUR)


def test_an_erased_rating_is_as_if_nobody_had_rated(db, contact_id):
    rated = rate(db, contact_id, "green", "red")
    why = {"author": BO, "reason": "A court order", "recorded_at": NOW, "command_id": new_id()}
    erase_body(db, rated.id, **why)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.unsigned) == ("unrated", None, ())


def erase(db, entry):
    why = {"author": BO, "reason": "A court order", "recorded_at": NOW, "command_id": new_id()}
    erase_body(db, entry.id, **why)


def test_a_decision_that_was_never_signed_does_not_take_effect_when_it_is_erased(db, contact_id):
    rate(db, contact_id, "red", None)
    decided = decide(db, contact_id, "green", ["downgrade"], NOW + HOUR)
    erase(db, decided)
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on, found.in_effect_at) == ("to_sign", "red", None)
    assert found.unsigned == (decided.id,)
    sign(db, decided, at=NOW + 2 * HOUR)
    assert stands(db, contact_id).in_effect_at == NOW + 2 * HOUR


def test_a_decision_nobody_had_to_sign_stays_one_when_it_is_erased(db, contact_id):
    rate(db, contact_id, "green", None)
    erase(db, decide(db, contact_id, "green", at=NOW + HOUR))
    found = stands(db, contact_id)
    assert (found.stands, found.in_effect_at) == ("decided", NOW + HOUR)


def test_a_rating_lower_than_one_that_was_erased_counts_only_once_it_is_signed(db, contact_id):
    red = rate(db, contact_id, "red", None)
    green = rate(db, contact_id, "green", None)
    erase(db, red)
    found = stands(db, contact_id)
    assert (found.runs_on, found.unsigned) == (None, (green.id,))
    sign(db, green)
    assert (stands(db, contact_id).runs_on, stands(db, contact_id).unsigned) == ("green", ())


def test_the_last_rating_erased_the_one_before_does_not_count_again(db, contact_id):
    rate(db, contact_id, "green", None)
    erase(db, rate(db, contact_id, "red", None))
    found = stands(db, contact_id)
    assert (found.stands, found.runs_on) == ("unrated", None)


def test_the_thresholds_it_was_rated_under_are_kept_word_for_word(db, contact_id):
    rated = rate(db, contact_id, "green", "red")
    assert packs.load(db, rated.body["pack"]) == rating_pack().text


def test_what_is_said_of_one_child_leaves_the_other_as_it_was(db, contact_id):
    rate(db, contact_id, "red", None)
    both = rows(db, "select stands from contact_children order by place")
    assert [each["stands"] for each in both] == ["to_decide", "unrated"]


@pytest.mark.parametrize("wrong", [{"suggested": None}, {"facts": []}, {"indicators": "all"}])
def test_a_rating_that_could_not_be_read_again_is_refused(db, contact_id, wrong):
    good = {"child": child(db, contact_id).id, "band": "red", "indicators": [], "reasons": "Why",
            "suggested": {}, "facts": {}, "pack": "p"}  # fmt: skip
    with (
        pytest.raises(ValueError, match="child_rated needs"),
        command(db, new_id(), author=BO, recorded_at=NOW) as c,
    ):
        c.append(contact_stream(contact_id), "child_rated", good | wrong)
