"""Ten outcomes: exactly one when everything is known, and what must never follow."""

from datetime import date, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.exchange import advice_json
from protocol.pack import OUTCOMES, current_pack
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON
from rules.combinations import Question
from rules.conditions import Applies, Condition, IsYes, maybe
from rules.evaluate import Facts, evaluate
from rules.facts import Kind
from rules.three_valued import Space
from tests.unit.informed import ACCEPTS, HOUSING_OWES_NOTHING, INFORMED, NO_CARE_LEAVER, OWED

PACK = current_pack()
NOW = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
SPACE = Space(PACK, NOW.date())
INTERIM = "outcome_s20_interim"


def is_so(fact: str) -> Condition:
    return IsYes(fact)


class TestProved:
    """Of every combination of facts there can be, known or not known."""

    @pytest.mark.parametrize(("one", "other"), list(combinations(OUTCOMES, 2)))
    def test_no_two_outcomes_hold_together(self, one, other):
        assert not SPACE.exists(Question(so=(Applies(one), Applies(other))))

    def test_whoever_may_be_homeless_always_has_one(self):
        may_be_homeless = (is_so("within_protocol"), maybe(is_so("needs_accommodation")))
        none = tuple(Applies(outcome) for outcome in OUTCOMES)

        assert not SPACE.exists(Question(so=may_be_homeless, not_so=none))

    @pytest.mark.parametrize("outcome", OUTCOMES)
    def test_each_of_them_can_hold(self, outcome):
        assert SPACE.exists(Question(so=(Applies(outcome),)))

    @pytest.mark.parametrize("outcome", ["outcome_part_vii_with_plan", "outcome_s17_accommodation"])
    def test_neither_part_vii_nor_section_17_without_an_informed_refusal(self, outcome):
        assert not SPACE.exists(
            Question(so=(Applies(outcome),), not_so=(is_so("informed_refusal"),))
        )

    @pytest.mark.parametrize("gate", ["gate-part-vii", "gate-s17"])
    def test_their_gates_are_shut_while_section_20_is_owed_and_not_refused(self, gate):
        owed = (is_so("within_protocol"), is_so("s20_owed"))
        shut_or_refused = (Applies(gate), is_so("informed_refusal"))

        assert not SPACE.exists(Question(so=owed, not_so=shut_or_refused))

    def test_part_vii_alone_only_where_not_in_need_stands(self):
        shut_or_stands = (Applies("gate-part-vii-alone"), is_so("not_in_need_confirmed"))

        assert not SPACE.exists(Question(so=(is_so("within_protocol"),), not_so=shut_or_stands))

    def test_part_vii_always_comes_with_a_plan(self):
        assert not SPACE.exists(
            Question(so=(Applies("outcome_part_vii_with_plan"),), not_so=(Applies("5.2-p"),))
        )

    def test_what_is_owed_is_provided_offered_or_refused_by_somebody_informed(self):
        owed = (is_so("within_protocol"), is_so("s20_owed"))
        done = tuple(map(Applies, ("law-s20", "law-s20-offer", "law-s23b")))

        assert not SPACE.exists(Question(so=owed, not_so=(*done, is_so("informed_refusal"))))

    def test_no_homeless_childs_bed_can_be_ended_before_the_next_is_theirs(self):
        child = (is_so("is_child"), maybe(is_so("needs_accommodation")))
        held = (Applies("gate-bed"), is_so("in_the_next_bed"))

        assert not SPACE.exists(Question(so=child, not_so=held))

    def test_no_homeless_child_is_left_with_nobody_who_must_find_a_bed(self):
        """Unless they are known to have somewhere safe to sleep tonight."""
        homeless = (is_so("within_protocol"), maybe(is_so("needs_accommodation")))
        sleeps_safely = ~is_so("needs_bed_tonight")

        assert not SPACE.exists(Question(so=homeless, not_so=(Applies("3-b"), sleeps_safely)))

    def test_a_bed_from_the_council_goes_on_while_they_may_be_homeless(self):
        housed = (
            is_so("within_protocol"),
            is_so("accommodated_by_council"),
            maybe(is_so("needs_accommodation")),
        )
        goes_on = (Applies("bed-goes-on"), is_so("in_the_next_bed"))

        assert not SPACE.exists(Question(so=housed, not_so=goes_on))

    def test_where_the_protocol_is_silent_a_named_manager_decides(self):
        gaps = ("gap-5.2-a20", "gap-5.2-a21", "gap-5.2-a25", "gap-5.2-no-route")

        assert not SPACE.exists(
            Question(so=(Applies("outcome_silent"),), not_so=tuple(map(Applies, gaps)))
        )
        owners = {PACK.rule[gap].owner for gap in gaps}
        assert owners == {"team_manager", "head_of_service"}

    def test_nobody_homeless_goes_home_unless_home_is_known_to_be_safe(self):
        """Neither outcome that ends at home is told on a blank."""
        homeless = maybe(is_so("needs_accommodation"))
        for outcome in ("outcome_in_need_at_home", "outcome_not_in_need"):
            housed = (
                is_so("return_home_ready"),
                is_so("family_can_house"),
                is_so("housing_owes_accommodation"),
            )
            assert not SPACE.exists(Question(so=(Applies(outcome), homeless), not_so=housed))

    def test_one_person_alone_never_finds_a_homeless_young_person_not_in_need(self):
        homeless = maybe(is_so("needs_accommodation"))
        second = is_so("not_in_need_manager_agrees")

        assert not SPACE.exists(
            Question(so=(Applies("outcome_not_in_need"), homeless), not_so=(second,))
        )

    def test_an_objection_stops_nothing_once_they_agree(self):
        agrees = (is_so("s20_arises"), is_so("agrees_to_s20"))

        assert not SPACE.exists(Question(so=agrees, not_so=(is_so("s20_owed"),)))

    def test_looked_after_cannot_be_told_while_the_basis_is_not_decided(self):
        found = evaluate(PACK, {**OWED, "accommodated_by_council": YES}, NOW)
        undecided = {**OWED, "accommodated_by_council": YES, "legal_basis": "not_yet_determined"}

        assert found.concluded["looked_after"] is NOT_KNOWN
        assert evaluate(PACK, undecided, NOW).concluded["looked_after"] is NOT_KNOWN

    def test_section_17_and_23b_alone_make_nobody_looked_after(self):
        for basis in ("s17", "s23b"):
            label = {"legal_basis": basis, "accommodated_by_council": YES, **OWED, **INFORMED}
            assert evaluate(PACK, label, NOW).concluded["looked_after"] is NO


# A second opinion, written from the readings and the law and not from the rules.

USED = (
    "needs_accommodation",
    "in_need",
    "not_in_need_reasons_written",
    "not_in_need_manager_agrees",
    "assessed_as_needing_accommodation",
    "in_the_area",
    "welfare_likely_seriously_prejudiced",
    "parent_objects_to_s20",
    "objecting_parent_can_house",
    "live_with_holder_agrees",
    "agrees_to_live_with_family",
    "family_home_suitable_with_support",
    "family_contact_unsafe",
    "risk_of_significant_harm",
    "safe_to_return_home",
    "parent_or_carer_willing",
    "young_persons_view_recorded",
    "objects_to_going_home",
    "refusal_words_recorded",
    "informed_before_refusal",
    "told_what_refusing_means",
    "advocate_offered_before_refusal",
    "housing_owes_accommodation",
    "refused_again_after_housing",
    "s17_necessary",
    "manager_has_decided",
    "accommodated_by_council",
    "care_leaver",
)
MOSTLY = {
    "family_contact_unsafe": NO,
    "risk_of_significant_harm": NO,
    "needs_accommodation": YES,
    "in_need": YES,
    "in_the_area": YES,
    "refusal_words_recorded": YES,
    "informed_before_refusal": YES,
    "told_what_refusing_means": YES,
    "advocate_offered_before_refusal": YES,
    "assessed_as_needing_accommodation": YES,
    "agrees_to_live_with_family": NO,
    "care_leaver": NO,
}
"""What a young person has been given or is like more often than not: otherwise most that are
drawn end in the same few places."""


def answers(id: str) -> st.SearchStrategy:
    usual = MOSTLY.get(id)
    return st.sampled_from([YES, NO] if usual is None else [usual, usual, usual, YES, NO])


COMPLETE = st.fixed_dictionaries(
    {
        **{id: answers(id) for id in USED},
        "accommodation_cause": st.sampled_from(
            ["nobody_responsible", "lost_or_abandoned", "carer_prevented", "none_of_these"]
        ),
        "s20_answer": st.sampled_from(["accepts", "refuses", "refuses", "undecided"]),
        "capacity_to_refuse": st.sampled_from(["has", "has", "has", "lacks", "in_doubt"]),
        "legal_basis": st.sampled_from(["s17", "s188", "part_vii", "s23b", "s20", "none"]),
        "born": st.sampled_from([date(2008, 5, 21), date(2009, 3, 27), date(2010, 5, 20)]),
    }
)


def as_facts(drawn: dict) -> Facts:
    facts = {
        **drawn,
        "date_of_birth": drawn["born"],
        "age_disputed": NO,
        "on_remand": NO,
        "detained_at_16_after_thirteen_weeks": drawn["care_leaver"],
        "settled_at_home_six_months": NO,
        "looked_after_thirteen_weeks": NO,
        "looked_after_at_16_or_17": NO,
    }
    return {id: value for id, value in facts.items() if id not in ("born", "care_leaver")}


def second_opinion(drawn: dict) -> str:
    """The outcome of somebody of 16 or 17 of whom everything is known."""
    f = {id: value is YES if value in (YES, NO) else value for id, value in drawn.items()}
    homeless = f["needs_accommodation"]
    signed = f["not_in_need_reasons_written"] and f["not_in_need_manager_agrees"]
    in_need = f["in_need"] or (homeless and not signed)
    requires = f["assessed_as_needing_accommodation"]
    harm = f["family_contact_unsafe"] or f["risk_of_significant_harm"]
    family = f["agrees_to_live_with_family"] and f["family_home_suitable_with_support"] and not harm
    ready = f["safe_to_return_home"] and f["parent_or_carer_willing"]
    can_go = ready and f["young_persons_view_recorded"] and not f["objects_to_going_home"]
    home = not homeless or (can_go and not harm)
    route = requires and f["accommodation_cause"] != "none_of_these"
    arises = in_need and f["in_the_area"] and not family
    arises = arises and (route or f["welfare_likely_seriously_prejudiced"])
    accepts = f["s20_answer"] == "accepts"
    barred = f["parent_objects_to_s20"] and f["objecting_parent_can_house"]
    barred = barred and not accepts and not f["live_with_holder_agrees"]
    owed = arises and not barred
    informed = (
        f["s20_answer"] == "refuses"
        and f["refusal_words_recorded"]
        and f["informed_before_refusal"]
        and f["told_what_refusing_means"]
        and f["advocate_offered_before_refusal"]
        and f["capacity_to_refuse"] == "has"
    )
    by_law = owed and not informed and f["accommodated_by_council"]
    looked_after = f["legal_basis"] == "s20" or (by_law and f["legal_basis"] != "s23b")
    relevant = f["care_leaver"] and not looked_after
    if relevant and requires and not family and not (owed and accepts):
        return "leaving_care_accommodation"
    if not in_need:
        by_housing = f["manager_has_decided"] and f["housing_owes_accommodation"]
        return "not_in_need" if home or family or by_housing else "silent"
    if family and (requires or not home):
        return "s17_with_family"
    if not arises:
        if requires:
            return "silent"
        return "in_need_at_home" if home else "silent"
    if accepts:
        return "s20_looked_after"
    if not informed:
        return "s20_interim"
    if barred:
        return "parent_objects"
    if f["housing_owes_accommodation"]:
        return "part_vii_with_plan"
    if not f["refused_again_after_housing"]:
        return "s20_interim"
    return "s17_accommodation" if f["s17_necessary"] else "silent"


def holding(facts: Facts) -> list[str]:
    found = evaluate(PACK, facts, NOW)
    assert not found.conflicts
    return [outcome for outcome in OUTCOMES if found.result(outcome) is YES]


class TestASecondOpinion:
    @settings(deadline=None)
    @given(COMPLETE)
    def test_the_rules_come_to_the_same_outcome(self, drawn):
        assert holding(as_facts(drawn)) == [f"outcome_{second_opinion(drawn)}"]

    def test_every_outcome_comes_up(self):
        """So that the comparison above is about all ten."""
        seen: set[str] = set()

        @settings(deadline=None, database=None, derandomize=True, max_examples=3000)
        @given(COMPLETE)
        def look(drawn):
            seen.add(f"outcome_{second_opinion(drawn)}")

        look()
        assert seen == set(OUTCOMES)


HOME = {
    "safe_to_return_home": YES,
    "parent_or_carer_willing": YES,
    "young_persons_view_recorded": YES,
    "objects_to_going_home": NO,
}
SECOND_LOOK = {"not_in_need_reasons_written": YES, "not_in_need_manager_agrees": YES}
CARE_LEAVER = {
    "detained_at_16_after_thirteen_weeks": YES,
    "on_remand": NO,
    "legal_basis": "s23b",
    "needs_accommodation": YES,
}
JUST_ENOUGH: dict[str, Facts] = {
    "outcome_not_in_need": {"in_need": NO, **SECOND_LOOK, **HOME, **NO_CARE_LEAVER},
    "outcome_in_need_at_home": {
        "in_need": YES,
        "assessed_as_needing_accommodation": NO,
        "welfare_likely_seriously_prejudiced": NO,
        "needs_accommodation": NO,
    },
    "outcome_s20_looked_after": {**OWED, **ACCEPTS},
    "outcome_parent_objects": {
        **OWED,
        **INFORMED,
        **NO_CARE_LEAVER,
        "parent_objects_to_s20": YES,
        "objecting_parent_can_house": YES,
        "live_with_holder_agrees": NO,
    },
    "outcome_part_vii_with_plan": {**OWED, **INFORMED, **NO_CARE_LEAVER},
    "outcome_s17_accommodation": {
        **OWED,
        **INFORMED,
        **NO_CARE_LEAVER,
        **HOUSING_OWES_NOTHING,
    },
    "outcome_s17_with_family": {
        "needs_accommodation": YES,
        "agrees_to_live_with_family": YES,
        "family_home_suitable_with_support": YES,
    },
    "outcome_leaving_care_accommodation": CARE_LEAVER,
}
"""Every outcome that ends the open one, and the least that has to be known for it."""


class TestNotKnown:
    """Nothing reassuring follows from a blank."""

    @pytest.mark.parametrize("outcome", JUST_ENOUGH)
    def test_it_takes_all_of_this(self, outcome):
        assert holding(JUST_ENOUGH[outcome]) == [outcome]

    @pytest.mark.parametrize(
        ("outcome", "blank"),
        [(outcome, fact) for outcome, facts in JUST_ENOUGH.items() for fact in facts],
    )
    def test_one_blank_is_enough_to_wait(self, outcome, blank):
        left = {id: value for id, value in JUST_ENOUGH[outcome].items() if id != blank}

        assert outcome not in holding(left)

    @pytest.mark.parametrize("blank", INFORMED)
    def test_one_blank_point_of_a_refusal_leaves_the_outcome_open(self, blank):
        facts = {**OWED, **INFORMED, **NO_CARE_LEAVER}

        assert holding({id: value for id, value in facts.items() if id != blank}) == [INTERIM]

    def test_with_nothing_known_the_outcome_is_open(self):
        assert holding({}) == [INTERIM]
        assert holding({"needs_accommodation": YES}) == [INTERIM]
        assert holding({"needs_accommodation": NO}) == []


class TestRoundAgain:
    """5.2-z to 5.2-ac: each step on the day it happens, for one young person."""

    START = {**OWED, **NO_CARE_LEAVER, "in_need": YES, "accommodated_by_council": YES}

    def step(self, **facts):
        found = evaluate(PACK, {**self.START, **facts}, NOW)
        applying = {rule.id for rule in found.having(YES)}
        assert "bed-goes-on" in applying
        return holding({**self.START, **facts}), applying

    def test_the_whole_way_round(self):
        outcome, applying = self.step(s20_answer="undecided")
        assert outcome == [INTERIM]
        assert {"law-s20-offer", "a26", "5.2-d", "5.2-e"} <= applying

        outcome, applying = self.step(s20_answer="refuses")
        assert outcome == [INTERIM]
        assert {"a24", "a24-again", "5.2-y", "law-s20-offer"} <= applying

        outcome, applying = self.step(**INFORMED)
        assert outcome == ["outcome_part_vii_with_plan"]
        assert {"5.2-h", "5.2-o", "5.2-p", "5.2-p-outreach", "a26"} <= applying
        assert "5.2-y" not in applying

        outcome, applying = self.step(**INFORMED, housing_owes_accommodation=NO)
        assert outcome == [INTERIM]
        assert {"5.2-z", "5.2-aa"} <= applying
        assert "5.2-ab" not in applying

        outcome, applying = self.step(**INFORMED, **HOUSING_OWES_NOTHING)
        assert outcome == ["outcome_s17_accommodation"]
        assert {"5.2-ab", "5.2-ac", "5.2-g", "a26"} <= applying

        outcome, applying = self.step(**INFORMED, **{**HOUSING_OWES_NOTHING, "s17_necessary": NO})
        assert outcome == ["outcome_silent"]
        assert {"gap-5.2-a25", "a25-offer", "a25-strategy"} <= applying
        assert "5.2-ab" not in applying

        outcome, applying = self.step(**ACCEPTS)
        assert outcome == ["outcome_s20_looked_after"]
        assert "law-s20" in applying
        assert not {"5.2-z", "5.2-aa", "a26", "gap-5.2-a25"} & applying


REFUSED = {
    "in_the_area": "yes",
    "needs_accommodation": "yes",
    "accommodation_cause": "carer_prevented",
    "settled_at_home_six_months": "yes",
    "s20_offer": [
        {"id": "1", "at": "2026-05-19T10:00", "answer": "refuses", "words_recorded": "yes"}
    ],
    "information_given": [
        {
            "id": "1",
            "at": "2026-05-18T10:00",
            "written": "yes",
            "explained": "yes",
            "in_their_language": "yes",
            "what_refusing_means": "yes",
        }
    ],
    "advocate_offer": [
        {"id": "1", "at": "2026-05-18T10:00", "independent": "yes", "time_given": "yes"}
    ],
    "capacity": [{"id": "1", "at": "2026-05-19T10:00", "found": "has"}],
}


def concluded(**more) -> list[str]:
    said = advice_json(PACK, REFUSED | more, NOW)["concluded"]
    return [outcome for outcome in OUTCOMES if said[outcome] == "yes"]


def test_other_programs_are_told_the_outcome_from_the_records():
    late = [REFUSED["information_given"][0] | {"at": "2026-05-19T10:01"}]

    assert concluded() == ["outcome_part_vii_with_plan"]
    assert concluded(information_given=late) == [INTERIM]


def test_a_refusal_taken_back_or_asked_about_again_is_none():
    taken_back = {"id": "2", "at": "2026-05-20T09:00", "answer": "accepts"}
    asked_again = {"id": "2", "at": "2026-05-20T09:00"}

    offers = REFUSED["s20_offer"]
    assert concluded(s20_offer=[*offers, taken_back]) == ["outcome_s20_looked_after"]
    assert concluded(s20_offer=[*offers, asked_again]) == [INTERIM]


def test_the_outcomes_are_facts_that_a_rule_concludes():
    for outcome in OUTCOMES:
        assert PACK.fact[outcome].kind is Kind.YES_NO
        assert PACK.defined_by[outcome] == outcome
