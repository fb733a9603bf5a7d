"""A proof leaves no combination out, and a claim that fails comes with one that is really so."""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import london
from rules.combinations import Question, Walk
from rules.conditions import (
    Applies,
    Condition,
    IsYes,
    applies,
    known,
    maybe,
    surely,
)
from rules.evaluate import evaluate
from rules.facts import Value
from rules.learning import beneath_its_own, taken_back
from rules.pack import Act, Pack
from rules.proofs import (
    Claim,
    Refutation,
    always_alike,
    asked_for,
    each_kind_of_day,
    held_back,
    holds,
    refutations,
    taken_back_otherwise,
    whenever,
)
from rules.rule import Body, Force
from rules.three_valued import Space
from tests.packs import (
    AGE,
    CAME_IN_HOURS,
    OFFICE_OPEN,
    TODAY,
    choice,
    definition,
    duty,
    gate,
    number,
    packs,
    situations,
    tiny_pack,
    worked_out,
    yes_no,
)
from tests.replay import really_so

COLD = yes_no("cold", "it is cold", "it is warm")
WET = yes_no("wet", "it is wet", "it is dry")
slowly = settings(deadline=None, suppress_health_check=list(HealthCheck))


def claim(body: Body, **more: bool) -> Claim:
    return Claim("c", "The claim.", lambda yp, pack: body(yp), **more)


def refuted(pack: Pack, body: Body, **more: bool) -> Refutation | None:
    found = refutations(pack, [claim(body, **more)])
    return found[0] if found else None


class TestAClaim:
    PACK = tiny_pack(
        [COLD, WET], [duty("coat", lambda yp: yp.cold), duty("hat", lambda yp: yp.wet)]
    )

    def test_that_holds_in_every_combination_is_proved(self):
        assert refuted(self.PACK, lambda yp: whenever(yp.cold, applies("coat"))) is None
        assert refuted(self.PACK, lambda yp: maybe(yp.cold) | surely(~applies("coat"))) is None

    def test_that_fails_comes_with_a_combination_in_words(self):
        found = refuted(self.PACK, lambda yp: whenever(yp.cold, applies("hat")))

        assert found is not None
        assert found.words in (
            f"c is not so on 31 December 2100 when it is cold and {wet}. It says: The claim."
            for wet in ("it is dry", "it is not known whether it is wet")
        )
        assert found.facts["cold"] is YES
        assert found.facts["wet"] is not YES
        assert really_so(self.PACK, found)

    def test_that_fails_only_for_what_is_not_known_fails(self):
        found = refuted(self.PACK, lambda yp: surely(yp.cold) | surely(~applies("coat")))

        assert found is not None
        assert found.facts == {"cold": NOT_KNOWN}
        assert "it is not known whether it is cold" in found.words

    def test_that_can_be_told_only_sometimes_is_not_proved(self):
        """Not known is not yes."""
        assert refuted(self.PACK, lambda yp: yp.cold | ~yp.cold) is not None

    def test_may_ask_about_facts_that_no_rule_asks_about(self):
        pack = tiny_pack([COLD, WET, number("n")], [duty("coat", lambda yp: yp.cold)])
        found = refuted(pack, lambda yp: whenever(applies("coat"), ~yp.n.at_least(3) & yp.wet))

        assert found is not None
        assert found.facts["cold"] is YES
        assert really_so(pack, found)

    def test_counts_combinations_that_cannot_be_unless_it_says_otherwise(self):
        never = [("Wet and warm", lambda yp: yp.wet & ~yp.cold)]
        pack = tiny_pack([COLD, WET], [duty("coat", lambda yp: yp.wet)], impossible=never)

        def dressed(yp):
            return whenever(applies("coat"), maybe(yp.cold))

        found = refuted(pack, dressed)
        assert found is not None
        assert found.facts == {"cold": NO, "wet": YES}
        assert refuted(pack, dressed, barring_impossible=True) is None

    def test_about_a_rule_that_is_not_there_is_an_error(self):
        with pytest.raises(KeyError, match="gloves"):
            refuted(self.PACK, lambda yp: whenever(yp.cold, applies("gloves")))

    def test_several_are_each_answered_for_themselves(self):
        claims = [
            Claim("a", "A.", lambda yp, pack: whenever(yp.cold, applies("coat"))),
            Claim("b", "B.", lambda yp, pack: whenever(yp.cold, applies("hat"))),
            Claim("c", "C.", lambda yp, pack: surely(yp.wet), barring_impossible=True),
        ]
        assert [found.claim.id for found in refutations(self.PACK, claims)] == ["b", "c"]


class TestDays:
    def test_are_the_last_of_each_kind(self):
        pack = tiny_pack(
            [*AGE, COLD],
            [
                duty("d", lambda yp: yp.age.at_least("limit")),
                duty("e", lambda yp: yp.cold, in_force_to=date(2029, 6, 30)),
                duty("f", lambda yp: yp.cold, in_force_from=date(2031, 1, 1)),
            ],
        )
        assert each_kind_of_day(pack) == (
            date(2026, 12, 31),  # the limit changes on the next
            date(2029, 6, 30),
            date(2030, 12, 31),
            date(2100, 12, 31),  # beyond, no bank holiday is known
        )

    def test_begin_when_every_number_is_in_force(self):
        numbers = {**tiny_pack([COLD], []).numbers}
        numbers["late"] = tuple(n for n in numbers["limit"] if n.in_force_from.year == 2027)
        pack = tiny_pack([*AGE], [duty("d", lambda yp: yp.age.at_least("late"))], numbers=numbers)
        assert each_kind_of_day(pack) == (date(2100, 12, 31),)
        assert refuted(pack, lambda yp: whenever(yp.age.at_least(18), applies("d"))) is None

    def test_a_claim_that_a_new_number_breaks_is_refuted_on_its_day(self):
        pack = tiny_pack([*AGE], [duty("d", lambda yp: yp.age.at_least("limit"))])
        found = refuted(pack, lambda yp: whenever(yp.age.at_least(16), applies("d")))

        assert found is not None
        assert found.on == date(2100, 12, 31)
        assert found.facts == {"age": 16}
        assert really_so(pack, found)
        assert refuted(pack, lambda yp: whenever(yp.age.at_least(18), applies("d"))) is None


class TestWhatClaimsAreMadeOf:
    ACTS = (Act("trip", "go", includes=("walk",)), Act("walk", "walk"), Act("rest", "rest"))
    PACK = tiny_pack(
        [COLD, WET],
        [
            duty("go", lambda yp: yp.cold, act="trip"),
            duty("may", lambda yp: yp.wet, act="walk", force=Force.MAY),
            gate("no", lambda yp: ~surely(yp.cold), holds_back="walk"),
        ],
        acts=ACTS,
    )

    def so(self, made: Condition, same: Condition) -> bool:
        """Whether the two are always both so, or both not so."""
        both = whenever(made, same) & whenever(same, made)
        return refuted(self.PACK, lambda yp: both) is None

    def test_an_act_is_asked_for_by_what_includes_it_and_as_strongly_as_is_said(self):
        may = (Force.MUST, Force.MAY)
        assert self.so(asked_for(self.PACK, "walk"), applies("go"))
        assert self.so(asked_for(self.PACK, "walk", forces=may), applies("go") | applies("may"))
        assert self.so(asked_for(self.PACK, "trip", forces=may), applies("go"))

    def test_what_nothing_asks_for_is_never_asked_for_and_never_held_back(self):
        for nothing in (asked_for(self.PACK, "rest"), held_back(self.PACK, "rest")):
            assert refuted(self.PACK, lambda yp, it=nothing: surely(~it)) is None

    def test_two_conditions_are_alike_or_not_in_every_combination_that_can_be(self):
        cold, wet = IsYes("cold"), IsYes("wet")
        pairs = [(cold & wet, wet & cold), (cold, surely(cold)), (cold | (cold & wet), cold)]
        assert list(always_alike(self.PACK, pairs)) == [True, False, True]
        never = [("Wet and warm", lambda yp: yp.wet & ~yp.cold)]
        pack = tiny_pack([COLD, WET], [duty("d", lambda yp: yp.wet)], impossible=never)
        wet_and_not_warm = surely(wet) & ~surely(~cold)
        assert list(always_alike(pack, [(wet_and_not_warm, surely(wet))])) == [True]
        assert list(always_alike(self.PACK, [(wet_and_not_warm, surely(wet))])) == [False]

    def test_an_act_is_held_back_when_part_of_it_is_forbidden(self):
        assert self.so(held_back(self.PACK, "walk"), applies("no"))
        assert self.so(held_back(self.PACK, "trip"), applies("no"))


class TestLearningMore:
    """What can be taken back, by the form of the conditions."""

    @staticmethod
    def by(body: Body) -> tuple[set[str], set[str]]:
        facts = ["p", "q", worked_out("d"), *CAME_IN_HOURS, OFFICE_OPEN]
        rules = [
            definition("d", lambda yp: maybe(yp.p)),
            duty("other", lambda yp: surely(yp.q)),
            duty("rule", body),
        ]
        by = taken_back(tiny_pack(facts, rules))["rule"]
        assert by.never is (not by.yes and not by.no)
        return set(by.yes), set(by.no)

    def test_nothing_is_taken_back_without_a_modal_word(self):
        assert self.by(lambda yp: yp.p & ~yp.q | ~(yp.p | yp.q)) == (set(), set())
        assert self.by(lambda yp: yp.office_open & yp.p) == (set(), set())

    def test_maybe_takes_back_a_yes_and_surely_a_no(self):
        assert self.by(lambda yp: maybe(yp.p) & yp.q) == ({"p"}, set())
        assert self.by(lambda yp: surely(yp.p) | yp.q) == (set(), {"p"})

    def test_denied_it_is_the_other_way_round(self):
        assert self.by(lambda yp: ~maybe(yp.p)) == (set(), {"p"})
        assert self.by(lambda yp: ~surely(yp.p & yp.q)) == ({"p", "q"}, set())
        assert self.by(lambda yp: maybe(~yp.p)) == ({"p"}, set())
        assert self.by(lambda yp: known(yp.p)) == (set(), {"p"})

    def test_definitions_and_other_rules_are_looked_into(self):
        assert self.by(lambda yp: ~yp.d) == (set(), {"p"})
        assert self.by(lambda yp: yp.d & applies("other")) == ({"p"}, {"q"})
        assert self.by(lambda yp: surely(yp.d)) == ({"p"}, {"p"})
        assert self.by(lambda yp: ~maybe(applies("other"))) == ({"q"}, {"q"})

    def test_its_own_words_name_facts_and_rules_and_look_no_further(self):
        facts = ["p", "q", worked_out("d")]
        rules = [
            definition("d", lambda yp: maybe(yp.p)),
            duty("own", lambda yp: surely(yp.d) & ~surely(yp.q | applies("plain"))),
            duty("plain", lambda yp: yp.d & yp.q),
        ]
        pack = tiny_pack(facts, rules)
        own = beneath_its_own(pack, "own")
        assert (set(own.yes), set(own.no)) == ({"q", "plain"}, {"d"})
        assert beneath_its_own(pack, "plain").never
        assert not taken_back(pack)["plain"].never

    def test_the_time_they_came_can_turn_what_was_taken_to_be_now(self):
        assert self.by(lambda yp: yp.came_in_hours & yp.p) == (
            {"came_in_hours"},
            {"came_in_hours"},
        )

    @slowly
    @given(packs(), st.data())
    def test_the_rules_take_back_nothing_but_what_their_form_says(self, pack: Pack, data):
        """Tried with the rules themselves: one situation, and the same with more known."""
        facts, on = data.draw(situations(pack))
        more, _ = data.draw(situations(pack))
        told = {id: value for id, value in facts.items() if not unknown(pack, id, value)}
        learnt = {id for id, value in more.items() if not unknown(pack, id, value)} - told.keys()
        after = told | {id: more[id] for id in learnt}
        assume(learnt and all(_in_time(value, on) for value in after.values()))
        was, then = evaluate(pack, told, on), evaluate(pack, after, on)
        learnt |= {fact.id for fact in pack.facts if fact.of in learnt}
        for rule, by in taken_back(pack).items():
            if was.result(rule) not in (NOT_KNOWN, then.result(rule)):
                assert learnt & (by.yes if was.result(rule) is YES else by.no), rule

    @slowly
    @given(packs())
    def test_the_solver_finds_nothing_taken_back_otherwise(self, pack: Pack):
        assert taken_back_otherwise(pack, TODAY) == ()

    def test_the_solver_finds_what_is_taken_back_when_its_fact_is_learnt(self):
        facts = [COLD, choice("colour", "red", "blue"), number("n"), *CAME_IN_HOURS, OFFICE_OPEN]

        def space(condition: Condition) -> Space:
            pack = tiny_pack(facts, [duty("d", lambda yp: condition)])
            return Space(pack, TODAY)

        for fact, part in {
            "cold": IsYes("cold"),
            "colour": IsYes("colour").is_("red"),
            "n": IsYes("n").at_least(3),
        }.items():
            assert space(maybe(part)).takes_back(Applies("d"), unless=())
            assert not space(maybe(part)).takes_back(Applies("d"), unless=(fact,))
            assert space(surely(part)).takes_back(~Applies("d"), unless=())
            assert not space(surely(part)).takes_back(Applies("d"), unless=())
            assert not space(part).takes_back(Applies("d"), unless=())
            assert not space(part).takes_back(~Applies("d"), unless=())
        came = space(IsYes("came_in_hours"))
        assert came.takes_back(Applies("d"), unless=())
        assert not came.takes_back(Applies("d"), unless=("came_in_hours",))
        assert not space(IsYes("office_open")).takes_back(Applies("d"), unless=())


def unknown(pack: Pack, fact: str, value: Value) -> bool:
    return value is NOT_KNOWN or value in pack.fact[fact].unsettled


def _in_time(value: Value, on) -> bool:
    if hasattr(value, "hour"):
        return value <= on
    return not isinstance(value, date) or value <= london(on).date()


@slowly
@given(packs(most_facts=4, most_rules=6), st.data())
def test_the_solver_and_trying_every_combination_agree(pack: Pack, data):
    """A claim about two rules of a random pack: refuted if and only if some combination does."""
    assume(pack.conditions)
    rules = st.sampled_from(sorted(pack.conditions))
    one, other = (applies(data.draw(rules)) for _ in range(2))
    says = data.draw(st.sampled_from([whenever(one, other), maybe(one), surely(one) | ~other]))
    barring = data.draw(st.booleans())
    exception = Question(not_so=(says,), even_impossible=not barring)

    the_claim = Claim("c", "C.", lambda yp, p: says, barring_impossible=barring)
    found = refutations(pack, [the_claim])
    tried = {on: Walk(pack, on).find(exception) for on in (*each_kind_of_day(pack), TODAY)}

    assert holds(pack, the_claim) is not bool(found)

    if not found:
        assert not any(tried.values())
    else:
        assert tried[found[0].on]
        assert really_so(pack, found[0])
