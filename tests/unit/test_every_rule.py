"""What is true of the rules whatever the facts are."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, example, settings
from hypothesis import given as drawn_from
from hypothesis import strategies as st

from protocol.pack import current_pack
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON
from rules.conditions import (
    AllOf,
    AnyOf,
    Applies,
    Condition,
    InForce,
    Leaf,
    Maybe,
    Not,
    Surely,
)
from rules.evaluate import Facts, Findings, evaluate
from rules.facts import Fact, Kind
from rules.pack import leaf_fact
from rules.rule import Force, RuleKind

PACK = current_pack()
NOW = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)

WITH_CONDITION = tuple(PACK.conditions)
FACTS = {
    fact.id: fact for fact in PACK.facts if not fact.operator and fact.id not in PACK.defined_by
}

BIRTHDAYS = [date(2026 - age, 5, day) for age in (16, 17, 18) for day in (19, 20, 21)]
BIRTHDAYS += [date(2008, 2, 29), date(2012, 2, 29), date(1990, 1, 1), date(2020, 1, 1)]

moments = st.sampled_from(
    [
        NOW,
        *(NOW.replace(hour=hour, minute=minute) for hour in (8, 16) for minute in (0, 59)),
        *(NOW.replace(hour=hour) for hour in (0, 9, 17)),
        datetime(2026, 3, 29, 0, 30, tzinfo=LONDON),
        datetime(2026, 10, 25, 1, 30, tzinfo=LONDON),
        datetime(2026, 8, 31, 12, 0, tzinfo=LONDON),
        datetime(2026, 12, 31, 23, 59, tzinfo=LONDON),
    ]
)
AGO = [timedelta(), timedelta(minutes=10), timedelta(hours=14), timedelta(days=3)]


def given(*strategies: st.SearchStrategy) -> Callable:
    """Without Hypothesis's limit on time: the first evaluation loads the engine."""
    return lambda test: settings(deadline=None)(drawn_from(*strategies)(test))


def values(fact: Fact) -> list:
    """What the fact can be. Moments are given as how long ago, see ``situations``."""
    return {
        Kind.YES_NO: [YES, NO],
        Kind.CHOICE: [option.id for option in fact.options],
        Kind.DATE: BIRTHDAYS,
        Kind.MOMENT: AGO,
    }[fact.kind]


COMPLETE = st.fixed_dictionaries({id: st.sampled_from(values(f)) for id, f in FACTS.items()})
PARTIAL = st.fixed_dictionaries(
    {id: st.sampled_from([NOT_KNOWN, *values(f)]) for id, f in FACTS.items()}
)


def situations(drawn: st.SearchStrategy = PARTIAL) -> st.SearchStrategy:
    """Facts and a moment. Any fact may be blank, unless the situation is complete."""
    return st.builds(lambda facts, on: (from_now(facts, on), on), drawn, moments)


def from_now(facts: dict, on: datetime) -> dict:
    return {
        id: on - value if isinstance(value, timedelta) else value
        for id, value in facts.items()
        if value is not NOT_KNOWN
    }


def findings(situation: tuple[Facts, datetime]) -> Findings:
    facts, on = situation
    return evaluate(PACK, facts, on)


def may_be_a_child(facts: Facts, on: datetime) -> bool:
    """Worked out here from the reading (A48), not asked of the rules."""
    born = facts.get("date_of_birth")
    if born is None or facts.get("age_disputed") is YES:
        return True
    eighteenth = (
        date(born.year + 18, 3, 1)
        if (born.month, born.day) == (2, 29)
        else date(born.year + 18, born.month, born.day)
    )
    return on.astimezone(LONDON).date() < eighteenth


class TestLearningMore:
    """A rule that has said yes or no does not take it back when a blank is filled in."""

    @given(situations(), st.data())
    def test_nothing_flips_unless_a_modal_word_stands_over_what_was_learnt(self, before, data):
        facts, on = before
        blanks = [id for id in FACTS if id not in facts]
        assume(blanks)
        learnt = data.draw(st.sampled_from(blanks))
        after = facts | from_now({learnt: data.draw(st.sampled_from(values(FACTS[learnt])))}, on)

        told, then = findings(before), findings((after, on))

        flipped = [
            rule
            for rule in WITH_CONDITION
            if learnt not in BENEATH_MODAL[rule]
            and told.result(rule) not in (NOT_KNOWN, then.result(rule))
        ]
        assert flipped == []

    def test_the_age_is_all_that_is_modal_in_most_rules(self):
        """So that the property above is about something: here it holds for every other fact."""
        age = {"date_of_birth", "age_disputed"}

        for rule in ("1-c", "3-h", "3-i", "3-k", "3-l", "4-b", "4-e", "4-i", "gap-3"):
            protective = {"social_worker_allows_family_contact", "needs_bed_tonight"}
            assert BENEATH_MODAL[rule] - age <= protective, rule
        for rule in ("return_home_ready", "4-j", "basis_makes_looked_after"):
            assert BENEATH_MODAL[rule] == frozenset(), rule
        # A child known to be under 16 cannot refuse for themselves; an age not known may be 16.
        assert BENEATH_MODAL["informed_refusal"] == {"date_of_birth"}

    @pytest.mark.parametrize("rule", ["is_child", "1-i", "4-d", "a15", "law-b-and-b"])
    def test_gates_and_scope_are_always_told(self, rule):
        assert evaluate(PACK, {}, NOW).result(rule) is YES


class TestTheWaysOn:
    """3-k, 3-l and gap-3: one way on at first contact, and never two."""

    WAYS = ("3-k", "3-l", "gap-3")

    @given(situations())
    def test_no_two_apply_together(self, situation):
        found = findings(situation)

        assert [found.result(way) for way in self.WAYS].count(YES) <= 1

    @given(situations(COMPLETE))
    def test_exactly_one_applies_when_everything_is_known(self, situation):
        found = findings(situation)
        applying = [found.result(way) for way in self.WAYS].count(YES)

        assert applying == (1 if found.concluded["within_protocol"] is YES else 0)

    @given(situations())
    def test_when_a_decision_is_made_there_is_always_a_way_on_or_something_to_ask(self, situation):
        """At the point of decision a 3-l that cannot be told is acted on as if it applied."""
        facts, on = situation
        found = findings((facts | {"at_point_of_decision": YES}, on))
        assume(found.concluded["within_protocol"] is YES)

        told = {way: found.result(way) for way in (*self.WAYS, "a12")}

        assert YES in told.values() or (told["3-l"] is NO and told["3-k"] is NOT_KNOWN)
        assert (told["a12"] is YES) is (told["3-l"] is NOT_KNOWN)


CONSENT_NEEDS = {
    "safe_to_return_home": YES,
    "parent_or_carer_willing": YES,
    "young_persons_view_recorded": YES,
    "objects_to_going_home": NO,
    "needs_statutory_assessment": NO,
    "risk_of_significant_harm": NO,
    "family_contact_unsafe": NO,
    "needs_accommodation": NO,
    "at_imminent_risk": NO,
}
"""What 3-k needs (A12, A15, A18), from the readings and not from the rules."""


class TestConsent:
    @given(situations())
    def test_it_is_asked_only_when_all_it_needs_is_known(self, situation):
        facts, _ = situation
        found = findings(situation)
        needed = all(facts.get(fact) is value for fact, value in CONSENT_NEEDS.items())
        needed &= facts.get("needs_bed_tonight") is not YES
        within = found.concluded["within_protocol"] is YES

        assert (found.result("3-k") is YES) is (needed and within)

    @given(situations(), st.sampled_from(sorted(CONSENT_NEEDS)))
    def test_one_blank_among_many_answers_is_enough_to_wait(self, situation, blank):
        """Starts from all that it needs: drawn at random, that would hardly ever come up."""
        facts, on = situation
        facts |= CONSENT_NEEDS | {"needs_bed_tonight": NO}
        asked = findings((facts, on))
        facts = {id: value for id, value in facts.items() if id != blank}
        waits = findings((facts, on))

        assert asked.result("3-k") is asked.concluded["within_protocol"]
        assert waits.result("3-k") is not YES

    @given(situations(), st.dictionaries(st.sampled_from(sorted(CONSENT_NEEDS)), st.just(True)))
    def test_it_is_never_asked_where_referral_needs_none_or_might(self, situation, blanks):
        facts, on = situation
        most = {id: value for id, value in CONSENT_NEEDS.items() if id not in blanks}
        for found in (findings(situation), findings((facts | most, on))):
            if found.result("3-l") is not NO:
                assert found.result("3-k") is not YES
                assert found.result("a15") is YES
                assert found.result("a14") is YES
                assert found.result("a14-refer") is not YES

    @given(situations())
    def test_asking_is_held_back_wherever_it_is_not_the_way_on(self, situation):
        found = findings(situation)
        assume(found.concluded["within_protocol"] is YES)

        assert (found.result("a15") is NO) is (found.result("3-k") is YES)


class TestABedTonight:
    @given(situations())
    @example(({}, NOW))
    @example(({"needs_bed_tonight": YES, "date_of_birth": date(2012, 1, 1)}, NOW))
    def test_whoever_may_be_a_child_and_may_need_a_bed_has_somebody_who_must_find_it(
        self, situation
    ):
        facts, on = situation
        bed = facts.get("needs_bed_tonight") is not NO
        need = facts.get("needs_accommodation") is not NO
        assume(bed and need and may_be_a_child(facts, on))

        assert "secure_bed_tonight" in {rule.act for rule in musts(findings(situation))}

    @given(situations())
    def test_a_bed_never_waits_for_anything_but_the_bed_itself(self, situation):
        """Known to need one tonight: nothing else that is known or not known takes it away."""
        facts, on = situation
        assume(may_be_a_child(facts, on))

        found = findings((facts | {"needs_bed_tonight": YES}, on))

        assert "secure_bed_tonight" in {rule.act for rule in musts(found)}


class TestGates:
    """A gate that applies holds something back. It opens on what is known, never on a blank."""

    @given(situations())
    def test_a_return_home_needs_all_three(self, situation):
        facts, on = situation
        assume(may_be_a_child(facts, on))
        needs = ("safe_to_return_home", "parent_or_carer_willing", "young_persons_view_recorded")

        dangers = ("family_contact_unsafe", "risk_of_significant_harm")

        open_now = findings(situation).result("1-i") is NO

        assert open_now is (
            all(facts.get(fact) is YES for fact in needs)
            and not any(facts.get(fact) is YES for fact in dangers)
            and facts.get("objects_to_going_home") is NO
        )

    @given(situations())
    def test_temporary_accommodation_needs_the_support_package(self, situation):
        facts, on = situation
        assume(may_be_a_child(facts, on))

        open_now = findings(situation).result("4-d") is NO

        assert open_now is (facts.get("high_level_support_in_place") is YES)

    @given(situations())
    def test_family_contact_needs_a_yes_and_safety_or_a_social_worker(self, situation):
        facts, on = situation
        assume(may_be_a_child(facts, on))
        agreed = facts.get("agrees_to_family_contact") is YES
        signs = ("family_contact_unsafe", "risk_of_significant_harm")
        safe = all(facts.get(sign) is NO for sign in signs)
        decided = facts.get("social_worker_allows_family_contact", NOT_KNOWN)

        open_now = findings(situation).result("a44") is NO

        assert open_now is (decided is YES or (agreed and safe and decided is not NO))

    @given(situations())
    def test_bed_and_breakfast_is_never_open_to_whoever_may_be_a_child(self, situation):
        facts, on = situation

        assert findings(situation).result("law-b-and-b") is (
            YES if may_be_a_child(facts, on) else NO
        )

    @given(situations())
    def test_every_gate_is_told(self, situation):
        found = findings(situation)
        gates = [rule.id for rule in PACK.rules if rule.kind is RuleKind.GATE]

        assert [gate for gate in gates if found.result(gate) is NOT_KNOWN] == []


class TestFamilyContact:
    @given(situations(), st.sampled_from([YES, NOT_KNOWN]))
    def test_it_is_not_asked_for_where_it_may_be_unsafe(self, situation, unsafe):
        facts, on = situation
        facts = {**facts, "family_contact_unsafe": unsafe}
        assume(facts.get("social_worker_allows_family_contact") is not YES)

        assert findings((facts, on)).result("3-h") is not YES

    @given(situations())
    def test_no_duty_asks_for_what_its_gate_holds_back(self, situation):
        """Of family contact, a return home and consent: what the acts include counts as well."""
        found = findings(situation)
        for gate, guarded in (
            ("a44", "contact_family"),
            ("1-i", "return_home"),
            ("a15", "ask_consent_to_early_help"),
            ("a14", "refer_for_early_help"),
        ):
            if found.result(gate) is YES:
                asked = {act for rule in musts(found) for act in includes(rule.act)}
                assert guarded not in asked


@given(situations())
def test_a_child_is_in_the_protocol_or_under_16_and_an_adult_is_neither(situation):
    facts, on = situation
    found = findings(situation)
    paths = [found.concluded["within_protocol"], found.result("a48-under-16")]

    assert paths.count(YES) == (1 if may_be_a_child(facts, on) else 0)
    assert found.result("a48-adult") is (NO if may_be_a_child(facts, on) else YES)


def musts(found: Findings) -> list:
    return [rule for rule in found.having(YES) if rule.force is Force.MUST]


def includes(act: str) -> set[str]:
    """The act and everything that doing it does."""
    return {act}.union(*(includes(part) for part in PACK.act[act].includes))


def beneath_modal(condition: Condition, modal: bool = False) -> frozenset[str]:
    """The facts that stand beneath a modal word, followed through definitions.

    Whether it is in office hours counts: while nobody knows when they came, it is taken to be
    now, and what is learnt can turn that round.
    """
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return frozenset().union(*(beneath_modal(part, modal) for part in parts))
        case Not(part):
            return beneath_modal(part, modal)
        case Surely(part) | Maybe(part):
            return beneath_modal(part, True)
        case InForce():
            return frozenset()
        case Applies(rule):
            return beneath_modal(PACK.conditions[rule], modal)
    return _beneath(condition, modal)


def _beneath(leaf: Leaf, modal: bool) -> frozenset[str]:
    fact = PACK.fact[leaf_fact(leaf)]
    if fact.id in PACK.defined_by:
        return beneath_modal(PACK.conditions[PACK.defined_by[fact.id]], modal)
    if fact.operator.startswith("office_hours"):
        return frozenset({fact.of} - {""})
    return frozenset({fact.of or fact.id}) if modal else frozenset()


BENEATH_MODAL: dict[str, frozenset[str]] = {
    rule: beneath_modal(condition) for rule, condition in PACK.conditions.items()
}
