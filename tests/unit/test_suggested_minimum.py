"""The suggested minimum: what raises it, what never does, and what it says of itself."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON, BeyondHorizon
from rules.facts import FactError, Kind
from rules.lint import lint
from rules.pack import read_pack
from thresholds.bands import BAND_IDS, severity
from thresholds.folders import VARIABLE
from thresholds.indicators import INDICATORS, fact_of
from thresholds.rating.catalogue import BEFORE, NOW
from thresholds.rating.pack import rating_pack
from thresholds.rating.suggest import MOST_MISSING, as_rules_see, in_json, suggest, suggest_under

ON = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
ASKED = [fact.id for fact in (*NOW, *BEFORE) if fact.kind is Kind.YES_NO]
ALL_NO = {
    **dict.fromkeys(ASKED, NO),
    **{indicator.fact: NO for indicator in INDICATORS},
    "contacts_in_12_months": 0,
    "age": 15,
}


def ticked(*ids):
    return {fact_of(id): YES for id in ids}


def least(facts):
    return suggest(facts, ON).minimum


def as_bad(minimum):
    """Nothing suggested is below everything."""
    return -1 if minimum is None else severity(minimum)


class TestBlue:
    def test_it_never_comes_from_a_blank(self):
        assert least({}) is None
        assert least(ticked("EDU-1", "HEA-1", "PAR-1", "HOU-1")) is None

    def test_it_is_suggested_where_everything_that_could_raise_it_is_known_not_to_be_so(self):
        assert least(ALL_NO) == "blue"
        assert suggest(ALL_NO, ON).cannot_rule_out == ()

    @pytest.mark.parametrize("fact", sorted(ALL_NO))
    def test_one_thing_that_nobody_knows_is_enough_to_keep_it_from_being_suggested(self, fact):
        """Whatever alone could raise it. The age by itself, and what only counts together with
        something else, cannot."""
        one_open = suggest({id: value for id, value in ALL_NO.items() if id != fact}, ON)
        alone = {**ALL_NO, fact: 3 if fact == "contacts_in_12_months" else YES}
        could = fact != "age" and severity(least(alone) or "blue") > 0
        not_asked = fact in {i.fact for i in INDICATORS if not i.asked_at(15)}
        assert (one_open.minimum is None) == (could and not not_asked)

    def test_what_is_not_asked_as_rules_see_does_not_stand_in_its_way(self):
        asked = {indicator.fact for indicator in INDICATORS if indicator.asked_at(3)}
        facts = {id: v for id, v in ALL_NO.items() if not id.startswith("ind_") or id in asked}
        assert least({**facts, "age": 3}) == "blue"
        assert least({**facts, "age": NOT_KNOWN}) is None

    def test_ticked_it_counts_at_any_age(self):
        assert least({"age": 3, **ticked("PAR-4f")}) == "red"

    def test_the_age_of_an_adult_leaves_everything_open(self):
        assert not any(id.startswith("ind_") for id in as_rules_see({"age": 18}, ON))
        assert least({id: v for id, v in {**ALL_NO, "age": 18}.items() if id != "ind_hom_4a"}) is (
            None
        )


class TestWhatIsSaid:
    def test_each_thing_ticked_at_that_level_is_a_reason_with_its_own_source(self):
        found = suggest(ticked("AN-4a", "DA-4", "EDU-2a"), ON)
        assert found.minimum == "red"
        assert [each.sentence for each in found.because] == [
            "They say that somebody abuses them",
            "Domestic abuse is getting worse, is serious or goes on and on, or they are drawn "
            "into it",
        ]
        assert all("After: Buckinghamshire" in each.source for each in found.because)

    def test_a_pattern_says_what_it_is_made_of(self):
        found = suggest({"contacts_in_12_months": 2, **ticked("EDU-2a")}, ON)
        assert found.minimum == "amber"
        [reason] = found.because
        assert reason.rule_id == "repeated_with_need"
        assert "earlier contacts in the last 12 months is 2 or more" in reason.sentence
        assert "they are often late" in reason.sentence

    def test_what_is_worse_and_not_ruled_out_is_named_the_worst_first(self):
        assert suggest({}, ON).cannot_rule_out == ("red", "amber", "green")
        assert suggest(ticked("EDU-2a"), ON).cannot_rule_out == ("red", "amber")
        assert suggest(ticked("EDU-3a"), ON).cannot_rule_out == ("red",)
        assert suggest(ticked("AN-4a"), ON).cannot_rule_out == ()

    def test_what_may_matter_tonight_is_missing_first_and_then_what_is_like_what_was_ticked(self):
        found = suggest(ticked("MIS-2"), ON).missing
        assert [each.fact for each in found[:2]] == ["harm_now", "nowhere_safe_tonight"]
        assert {each.would for each in found[:2]} == {"red"}
        assert {"homeless", "carries_3_l"} < {each.fact for each in found}
        indicators = [each.fact for each in found if each.fact.startswith("ind_")]
        assert indicators[:2] == ["ind_mis_4", "ind_mis_3"]
        assert len(found) <= MOST_MISSING

    def test_what_would_make_no_difference_is_not_missing(self):
        known = {"homeless": NO, "carries_3_l": NO}
        assert suggest({**known, **ticked("AN-4a")}, ON).missing == ()
        amber = {each.would for each in suggest(ticked("EDU-3a"), ON).missing}
        assert amber <= {"red", ""}

    def test_whether_it_is_to_be_allocated_the_same_day_is_asked_of_red_as_well(self):
        missing = {each.fact: each.would for each in suggest(ticked("AN-4a"), ON).missing}
        assert missing == {"homeless": "", "carries_3_l": ""}

    def test_what_is_known_is_never_missing(self):
        facts = {"homeless": YES, "age": 17, "abuse_or_violence": NO}
        assert not {each.fact for each in suggest(facts, ON).missing} & set(facts)

    def test_it_is_the_same_again_and_names_its_thresholds(self, monkeypatch):
        monkeypatch.delenv(VARIABLE, raising=False)
        first, again = suggest(ticked("EDU-2a"), ON), suggest(ticked("EDU-2a"), ON)
        assert first == again
        assert first.pack == rating_pack().hash
        assert suggest({}, ON, "merton").pack == rating_pack("merton").hash != first.pack

    def test_it_is_worked_out_again_from_the_text_of_the_pack_alone(self):
        facts = {"homeless": YES, "age": 17, **ticked("AN-4a", "EDU-2a")}
        first = suggest(facts, ON, "merton")
        archived = read_pack(rating_pack("merton").text)
        assert archived.hash == first.pack
        assert suggest_under(archived, as_rules_see(facts, ON), ON) == first

    def test_nothing_in_it_is_a_score(self):
        def numbers(value):
            if isinstance(value, dict):
                return any(map(numbers, value.values()))
            if isinstance(value, list):
                return any(map(numbers, value))
            return isinstance(value, (int, float)) and not isinstance(value, bool)

        assert not numbers(in_json(suggest({"homeless": YES, **ticked("EDU-2a")}, ON)))

    @pytest.mark.parametrize("fact", ["ind_edu_9", "at_least_red", "under_joint_protocol", "name"])
    def test_what_is_no_fact_of_these_rules_is_refused_by_name(self, fact):
        with pytest.raises(FactError, match=fact):
            suggest({fact: YES}, ON)

    def test_beyond_the_known_bank_holidays_there_is_no_answer(self):
        with pytest.raises(BeyondHorizon):
            suggest({"carries_3_l": YES}, datetime(2029, 6, 1, 10, 0, tzinfo=LONDON))


class TestWhatFollows:
    def test_the_joint_protocol_asks_for_allocation_the_same_day_over_any_band(self):
        received = datetime(2026, 5, 23, 18, 30, tzinfo=LONDON)
        found = suggest({"carries_3_l": YES, "received_at": received}, ON)
        assert found.same_day
        assert found.same_day_by == datetime(2026, 5, 26, 12, 0, tzinfo=LONDON)
        assert [each.rule_id for each in found.follows] == ["same-day", "only-referral"]
        assert found.minimum == "amber"

    def test_who_came_before_closing_time_is_allocated_that_day_however_late_we_hear(self):
        came = datetime(2026, 5, 22, 16, 50, tzinfo=LONDON)
        heard = datetime(2026, 5, 22, 17, 20, tzinfo=LONDON)
        found = suggest({"carries_3_l": YES, "presented_at": came, "received_at": heard}, ON)
        assert found.same_day_by == datetime(2026, 5, 22, 23, 59, 59, tzinfo=LONDON)
        late = suggest({"carries_3_l": YES, "received_at": heard}, ON)
        assert late.same_day_by == datetime(2026, 5, 26, 12, 0, tzinfo=LONDON)

    def test_without_a_time_the_clock_starts_now(self):
        assert suggest({"carries_3_l": YES}, ON).same_day_by == ON.replace(
            hour=23, minute=59, second=59
        )

    def test_an_age_in_doubt_is_a_childs(self):
        found = suggest({"homeless": YES, "age": 18, "age_disputed": YES}, ON)
        assert (found.minimum, found.same_day) == ("amber", True)

    def test_an_age_in_doubt_leaves_everything_open(self):
        facts = as_rules_see({"age": 15, "age_disputed": YES}, ON)
        assert not any(id.startswith("ind_") for id in facts)

    def test_whether_it_does_is_not_known_rather_than_no(self):
        assert suggest({}, ON).same_day_not_known
        assert not suggest({}, ON).same_day
        settled = suggest({"homeless": NO, "carries_3_l": NO}, ON)
        assert not settled.same_day_not_known
        assert not settled.same_day

    def test_a_child_who_has_a_worker_goes_there_and_the_rating_stays_what_it_is(self):
        found = suggest({"open_to_worker": YES, **ticked("EDU-2a")}, ON)
        assert found.open_case_route
        assert found.minimum == "green"


ANSWERS = st.sampled_from([YES, NO, NOT_KNOWN])
NUMBERS = {
    "age": st.integers(0, 18) | st.just(NOT_KNOWN),
    "contacts_in_12_months": st.integers(0, 4) | st.just(NOT_KNOWN),
    "days_since_last_contact": st.integers(0, 60) | st.just(NOT_KNOWN),
    "last_final_level": st.integers(1, 4) | st.just(NOT_KNOWN),
}
CHILDREN = st.builds(
    lambda some, numbers: {**some, **numbers},
    st.dictionaries(st.sampled_from([*ASKED, *(i.fact for i in INDICATORS)]), ANSWERS, max_size=30),
    st.fixed_dictionaries({}, optional=NUMBERS),
)
MOSTLY_KNOWN = CHILDREN.map(lambda some: {**ALL_NO, **some})


class TestWhateverIsKnown:
    @given(CHILDREN | MOSTLY_KNOWN, st.sampled_from(INDICATORS))
    def test_ticking_something_more_never_makes_it_milder(self, facts, indicator):
        before, after = least(facts), least({**facts, indicator.fact: YES})
        if before != "blue":
            assert as_bad(after) >= as_bad(before)
        else:
            assert after is not None

    @given(CHILDREN | MOSTLY_KNOWN, st.data())
    def test_learning_that_nobody_knows_never_makes_a_child_safer(self, facts, data):
        """Taking an answer back may only leave less to suggest: never Blue, and nothing worse is
        ruled out by it."""
        known = sorted(id for id in facts if id != "age")
        if not known:
            return
        forgotten = data.draw(st.sampled_from(known))
        before = suggest(facts, ON)
        after = suggest({**facts, forgotten: NOT_KNOWN}, ON)
        assert after.minimum != "blue" or before.minimum == "blue"
        possible = {before.minimum, *before.cannot_rule_out} - {None, "blue"}
        assert possible <= {after.minimum, *after.cannot_rule_out}

    @given(CHILDREN | MOSTLY_KNOWN)
    def test_it_lies_at_or_above_every_level_that_is_ticked(self, facts):
        levels = [i.level for i in INDICATORS if facts.get(i.fact) is YES]
        minimum = least(facts)
        if levels and max(levels) > 1:
            assert minimum is not None
            assert severity(minimum) >= max(levels) - 1

    @given(CHILDREN | MOSTLY_KNOWN)
    def test_it_is_a_band_with_reasons_or_says_what_it_cannot_rule_out(self, facts):
        found = suggest(facts, ON)
        assert found.minimum in (None, *BAND_IDS)
        assert bool(found.because) == (found.minimum not in (None, "blue"))
        assert found.minimum is not None or "green" in found.cannot_rule_out
        assert all(severity(w) > as_bad(found.minimum) for w in found.cannot_rule_out)
        assert found.minimum != "blue" or not found.missing

    @given(CHILDREN)
    @settings(max_examples=50)
    def test_homeless_at_16_or_17_is_at_least_amber_and_the_same_day(self, facts):
        found = suggest({**facts, "homeless": YES, "age": 17}, ON)
        assert severity(found.minimum) >= severity("amber")
        assert found.same_day


@pytest.mark.parametrize("council", ["barnet", "merton"])
def test_the_rules_have_no_faults(council):
    assert lint(rating_pack(council), ON.date()) == ()
