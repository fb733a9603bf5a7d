"""Open points as data: every way to read them, the one chosen, and what a choice changes."""

import hashlib
import json
from dataclasses import replace
from datetime import date, datetime

import pytest

import thresholds
from protocol.exchange import bundle, check_bundle
from protocol.pack import current_pack, pack_read
from protocol.readings import open_points, readings, resting_on
from rules.answers import NO, NOT_KNOWN, YES
from rules.as_read import as_read
from rules.calendar import LONDON, Deadline
from rules.evaluate import evaluate
from rules.pack import PackError, Reading, read_pack
from tests.packs import ON, duty, tiny_pack

POINTS = list(open_points().values())
PACK = current_pack()

each_point = pytest.mark.parametrize("point", POINTS, ids=lambda point: point.id)

WITH_A_BOAT = [Reading("A1", "By boat.", "boat"), Reading("A2", "At noon.", "noon")]
FERRY = duty(
    "ferry",
    lambda yp: yp.near & yp.as_read("A1", boat=yp.calm, bridge=yp.near),
)


def under(point, way):
    """The pack with one reading read another way, or why there is none."""
    try:
        return pack_read({point.id: way.id})
    except PackError as error:
        return str(error)


# The open points


def test_all_fifty_are_there_in_order():
    assert [point.id for point in POINTS] == [f"A{number}" for number in range(1, 51)]


@each_point
def test_each_says_what_is_open_and_offers_more_than_one_way(point):
    assert point.open[:1].isupper()
    assert point.open.endswith(".")
    assert point.where
    assert point.shipped in {way.id for way in point.ways}
    assert len({way.says for way in point.ways}) == len(point.ways) > 1
    for way in point.ways:
        for sentence in (way.says, way.means):
            assert sentence[:1].isupper()
            assert sentence.endswith((".", "?"))


@each_point
def test_ours_is_shipped_unless_the_council_has_chosen(point):
    chosen = thresholds.readings().get(point.id, point.shipped)

    assert PACK.reading[point.id].option == chosen
    assert PACK.reading[point.id].says == point.way(chosen).says


def test_every_reading_a_rule_names_is_one():
    named = {reading for rule in PACK.rules for reading in rule.readings}

    assert named <= set(open_points())
    assert all(resting_on(PACK, reading) for reading in named)


def test_a_rule_that_is_a_reading_of_ours_rests_on_it():
    """So that a page can say of each whether the council has confirmed it."""
    for rule in PACK.rules:
        if rule.source.place in open_points():
            assert rule.source.place in rule.readings, rule.id


# Choosing another way


@each_point
def test_another_way_makes_another_pack_or_is_refused_where_no_rule_follows_it(point):
    reading = PACK.reading[point.id]
    for way in point.ways:
        if way.id == reading.option:
            continue
        other = under(point, way)
        if way.id in reading.options:
            assert other.hash != PACK.hash
            assert other.reading[point.id].says == way.says
            differs = {
                rule.id
                for rule in other.rules
                if rule != PACK.rule[rule.id]
                or (rule.due and other.due_words(rule, ON, ON) != PACK.due_words(rule, ON, ON))
            }
            assert differs
            assert differs <= set(reading.changes)
        else:
            assert "what follows" in other


def test_the_prompt_for_foster_care_can_be_for_everybody():
    facts = {
        "date_of_birth": date(2008, 9, 1),
        "needs_bed_tonight": YES,
        "highly_vulnerable": NO,
        "age_disputed": NO,
    }
    on = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
    everybody = pack_read({"A10": "everybody"})

    for rule in PACK.reading["A10"].changes:
        assert evaluate(PACK, facts, on).result(rule) is NO
        assert evaluate(everybody, facts, on).result(rule) is YES
        assert evaluate(everybody, facts | {"needs_bed_tonight": NO}, on).result(rule) is NO
        assert evaluate(everybody, {}, on).result(rule) is NOT_KNOWN


@pytest.mark.parametrize(
    ("option", "last"), [("working_days", "2026-10-29"), ("calendar_days", "2026-10-10")]
)
@pytest.mark.parametrize("rule", ["a45", "5.1-a", "5.1-b", "5.1-c", "5.2-a", "5.2-c"])
def test_the_assessment_has_45_days_of_either_kind(rule, option, last):
    pack = pack_read({"A39": option})
    wednesday = datetime(2026, 8, 26, 16, 50, tzinfo=LONDON)

    ends = pack.due(pack.rule[rule], wednesday)

    assert f"{ends:%Y-%m-%d %H:%M:%S}" == f"{last} 23:59:59"
    assert "45" in pack.due_words(pack.rule[rule], wednesday, wednesday)


def test_what_another_council_chooses_is_read_from_its_own_file(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "readings.toml").write_text('A39 = "calendar_days"\n')
    with monkeypatch.context() as moved:
        moved.setattr(thresholds, "HERE", tmp_path)
        chosen = thresholds.readings("elsewhere")

    assert pack_read(chosen).reading["A39"].option == "calendar_days"


@pytest.mark.parametrize(
    ("chosen", "problem"),
    [
        ({"A99": "anything"}, "there is no reading A99"),
        ({"A3": "tomorrow"}, "reading A3 has no option 'tomorrow'"),
        ({"A3": "in_time"}, "reading A3 cannot be read as 'in_time': no rule says what follows"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(chosen, problem):
    with pytest.raises(PackError, match=problem):
        pack_read(chosen)


# In the language of rules


def test_a_rule_is_built_under_the_option_chosen():
    by_boat = tiny_pack(["near", "calm"], [FERRY], readings=WITH_A_BOAT)
    by_bridge = tiny_pack(
        ["near", "calm"], [FERRY], readings=[replace(WITH_A_BOAT[0], option="bridge")]
    )

    rough = {"near": YES, "calm": NO}
    assert evaluate(by_boat, rough, ON).result("ferry") is NO
    assert evaluate(by_bridge, rough, ON).result("ferry") is YES
    assert by_boat.reading["A1"].options == ("boat", "bridge")
    assert by_boat.reading["A1"].changes == ("ferry",)
    assert by_boat.reading["A2"].options == ()


def test_a_time_limit_is_the_one_under_the_option_chosen():
    limit = as_read(
        "A1",
        boat=Deadline("crossing", "at once", "At once"),
        bridge=Deadline("crossing", "same day", "Today"),
    )
    rule = duty("ferry", lambda yp: yp.near, due="crossing")

    pack = tiny_pack(["near"], [rule], readings=WITH_A_BOAT, deadlines=[limit])

    assert pack.due_words(pack.rule["ferry"], ON, ON) == "At once"
    assert pack.reading["A1"].changes == ("ferry",)


def test_only_what_every_rule_says_something_about_can_be_chosen():
    swim = duty("swim", lambda yp: yp.as_read("A1", boat=yp.calm, swimming=yp.calm))

    pack = tiny_pack(["near", "calm"], [FERRY, swim], readings=WITH_A_BOAT)

    assert pack.reading["A1"].options == ("boat",)
    assert pack.reading["A1"].changes == ("ferry", "swim")


@pytest.mark.parametrize(
    ("readings", "problem"),
    [
        ([], "rule ferry asks about reading A1, which is not one"),
        (
            [Reading("A1", "By air.", "balloon")],
            "rule ferry does not say what follows when reading A1 is read as 'balloon'",
        ),
    ],
)
def test_a_rule_that_says_nothing_of_the_option_stops_the_pack(readings, problem):
    with pytest.raises(PackError, match=problem):
        tiny_pack(["near", "calm"], [FERRY], readings=readings)


def test_a_fact_misspelt_under_an_option_nobody_chose_is_an_error_too():
    wrong = duty("ferry", lambda yp: yp.as_read("A1", boat=yp.calm, bridge=yp.naer))

    with pytest.raises(AttributeError, match="naer"):
        tiny_pack(["near", "calm"], [wrong], readings=WITH_A_BOAT)


@pytest.mark.parametrize(
    ("limits", "problem"),
    [
        ({"bridge": "crossing"}, "time limit crossing does not say what follows"),
        ({"boat": "crossing", "bridge": "passage"}, "several ids: crossing, passage"),
    ],
)
def test_a_time_limit_that_is_not_whole_stops_the_pack(limits, problem):
    limit = as_read("A1", **{way: Deadline(id, "at once", "") for way, id in limits.items()})

    with pytest.raises(PackError, match=problem):
        tiny_pack(["near"], [], readings=WITH_A_BOAT, deadlines=[limit])


# What a confirmation is of, and what an archive keeps


def test_other_words_or_another_option_are_another_reading():
    reading = Reading("A1", "By boat.", "boat")
    others = [
        replace(reading, says="By boat!"),
        replace(reading, option="bridge"),
        replace(reading, id="A2"),
    ]

    assert len({each.hash for each in (reading, *others)}) == 4
    assert replace(reading, options=("boat",), changes=("ferry",)).hash == reading.hash


def archived_before_options():
    """A pack as it was written when a reading was an id and a sentence."""
    data = json.loads(PACK.text)
    data["readings"] = [{"id": each["id"], "says": each["says"]} for each in data["readings"]]
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def test_a_pack_archived_before_readings_had_options_keeps_its_name_and_its_advice():
    text = archived_before_options()
    archived = read_pack(text)

    assert archived.hash == hashlib.sha256(text.encode()).hexdigest() != PACK.hash
    assert archived.reading["A39"].says == PACK.reading["A39"].says
    given = bundle(evaluate(archived, {"needs_bed_tonight": YES}, ON), {"needs_bed_tonight": YES})
    assert check_bundle(json.loads(json.dumps(given))) == given["findings"]


def test_a_choice_is_kept_in_the_pack():
    text = pack_read({"A39": "calendar_days"}).text

    assert read_pack(text).reading["A39"].option == "calendar_days"
    assert read_pack(text) == pack_read({"A39": "calendar_days"})


def test_readings_are_those_of_the_choice():
    [a39] = [each for each in readings({"A39": "calendar_days"}) if each.id == "A39"]

    assert a39.says == open_points()["A39"].way("calendar_days").says
