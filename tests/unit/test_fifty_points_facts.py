"""What the fifty points establish: danger told is danger until somebody has looked, told again."""

import pytest

from checklists.fifty_points import points
from store import stream_names
from store.checklist import checklist
from store.checklist.checklist import checklists_in
from store.checklist.facts import facts_in, overlaid
from store.established import established_in
from store.ids import new_id
from store.journal import command, erase_body, read
from tests.unit.store_helpers import ADA, NOW, a_store, task

DANGER, PLACE = "checklist_tells_of_danger", "checklist_tells_placement_may_not_fit"
DANGER_LOOKED_AT, PLACE_LOOKED_AT = "danger_told_was_looked_at", "placement_was_looked_at_again"
RULE = "ours-checklist-danger"
WELL = {13: {"it": "no"}, 30: {"problem": "no"}, 44: {"good": "yes"}, 47: {"it": "no"}}
ALL_WELL = {**WELL, 48: {"it": "no"}}


@pytest.fixture
def db(tmp_path):
    with a_store(tmp_path / "frontdoor.sqlite3") as found:
        yield found


@pytest.fixture
def stream():
    return stream_names.case(new_id())


@pytest.fixture
def append(db, stream):
    def do(kind, body, caused_by=None):
        with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            return c.append(stream, kind, body, caused_by=caused_by)

    return do


@pytest.fixture
def say(db, stream):
    """Answers given in a new checklist or, where there is one, in the latest."""

    def do(said, anew=False):
        with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            if anew or not checklists_in(read(db, stream)):
                checklist.start(c, stream_names.subject(stream), None)
        bodies = {
            number: {"parts": {id: {"value": value} for id, value in parts.items()}}
            for number, parts in said.items()
        }
        with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            latest = checklists_in(read(db, stream))[-1]
            return checklist.answer(c, stream_names.subject(stream), latest, bodies)

    return do


@pytest.fixture
def facts(db, stream):
    return lambda: facts_in(read(db, stream))


def test_nothing_is_known_before_anybody_has_talked_and_of_what_was_not_asked(facts, say):
    assert facts() == {}
    say({1: {"it": "yes"}})
    assert facts() == {}


@pytest.mark.parametrize("left_out", ALL_WELL)
@pytest.mark.parametrize("instead", [None, "not_known", "not_applicable"])
def test_there_is_no_danger_only_where_all_that_could_tell_of_it_was_answered_well(
    facts, say, left_out, instead
):
    [part] = ALL_WELL[left_out]
    rest = {number: parts for number, parts in ALL_WELL.items() if number != left_out}
    say(rest | ({left_out: {part: instead}} if instead else {}))
    assert DANGER not in facts()
    say({left_out: ALL_WELL[left_out]})
    assert facts() == {DANGER: "no", PLACE: "no"}


@pytest.mark.parametrize(
    ("told", "danger", "place"),
    [
        ({13: {"it": "yes"}}, "yes", "yes"),
        ({30: {"problem": "partly"}}, "yes", "yes"),
        ({44: {"good": "no"}}, "yes", "yes"),
        ({44: {"good": "no", "risk": "yes"}}, None, None),
        ({47: {"it": "partly"}}, "yes", "yes"),
        ({48: {"it": "yes"}}, "yes", "no"),
    ],
)
def test_danger_told_at_one_point_counts_whatever_the_others_say(facts, say, told, danger, place):
    say({point.number: {"it": "yes"} for point in points() if point.number in (1, 3, 10, 37, 41)})
    say(ALL_WELL | told)
    assert (facts().get(DANGER), facts().get(PLACE)) == (danger, place)


def test_danger_told_is_looked_at_once_its_task_is_done_and_again_when_it_is_told_again(
    facts, say, append
):
    said = say({13: {"it": "yes"}})
    assert (facts()[DANGER], facts()[DANGER_LOOKED_AT]) == ("yes", "no")
    first = task(rule_id=RULE)
    append("task_created", first, caused_by=said.id)
    append("task_done", {"task_id": first["task_id"], "words": ""})
    assert facts()[DANGER_LOOKED_AT] == "yes"
    assert facts()[PLACE_LOOKED_AT] == "no"

    again = say({47: {"it": "yes"}})
    assert facts()[DANGER_LOOKED_AT] == "no"
    append("task_done", {"task_id": first["task_id"], "words": "an old page, pressed again"})
    assert facts()[DANGER_LOOKED_AT] == "no"
    second = task(rule_id=RULE)
    append("task_created", second, caused_by=again.id)
    append("task_closed", {"task_id": second["task_id"], "words": ""})
    assert facts()[DANGER_LOOKED_AT] == "no"


def test_a_yes_of_the_next_checklist_has_to_be_looked_at_as_well(facts, say, append):
    said = say({13: {"it": "yes"}})
    body = task(rule_id=RULE)
    append("task_created", body, caused_by=said.id)
    append("task_done", {"task_id": body["task_id"], "words": ""})
    say({13: {"it": "yes"}}, anew=True)
    assert facts()[DANGER_LOOKED_AT] == "no"


@pytest.mark.parametrize("anew", [False, True])
def test_not_known_yet_takes_back_no_danger_and_leaves_no_safety(facts, say, anew):
    say(ALL_WELL | {13: {"it": "yes"}})
    say({13: {"it": "not_known"}, 47: {"it": "not_known"}}, anew=anew)
    assert facts()[DANGER] == "yes"
    say({13: {"it": "no"}})
    assert DANGER not in facts()


def test_what_was_erased_by_law_tells_of_nothing(db, facts, say):
    said = say({13: {"it": "yes"}})
    erase_body(db, said.id, author=ADA, reason="Asked for.", recorded_at=NOW, command_id=new_id())
    assert facts() == {}


def test_the_fifty_points_never_take_back_a_yes_that_somebody_gave_elsewhere(
    db, stream, append, say
):
    append("young_person_left", {"facts": {DANGER: "yes"}})
    say(ALL_WELL)
    assert established_in(read(db, stream)) == {DANGER: "yes", PLACE: "no"}
    assert overlaid({DANGER: "no"}, {DANGER: "yes"}) == {DANGER: "yes"}
    assert overlaid({DANGER: "yes"}, {}) == {DANGER: "yes"}
