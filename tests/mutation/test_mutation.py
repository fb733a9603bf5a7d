"""Small mistakes in the rules are noticed, or change nothing and are explained."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from protocol.pack import current_pack
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import UNITS
from rules.conditions import AllOf, AnyOf, InForce, IsYes, applies, maybe, surely
from tests.mutation.bench import Bench, Wrong
from tests.mutation.examples import Example, examples
from tests.mutation.mutants import (
    ANOTHER_UNIT,
    condition_mutants,
    force_mutants,
    number_mutants,
    unit_mutants,
)
from tests.mutation.report import PRINTED, report
from tests.mutation.run import Outcome, explained, outcomes, survivors, unnoticed, with_mutant
from tests.packs import AGE, ON, TODAY, definition, duty, gate, number, tiny_pack, worked_out

PACK = current_pack()


@pytest.fixture(scope="module")
def found():
    return outcomes(PACK)


class TestTheRules:
    def test_no_mistake_that_changes_a_rule_goes_unnoticed(self, found):
        """If this fails: the facts it shows are the row that the rule's table lacks."""
        assert unnoticed(PACK, found) == {}

    def test_every_mistake_that_changes_nothing_is_explained_and_nothing_else_is(self, found):
        assert {outcome.id for outcome in survivors(found)} == explained().keys()

    def test_every_mistake_has_an_id_of_its_own(self, found):
        assert max(Counter(outcome.id for outcome in found).values()) == 1

    def test_the_printed_page_is_current(self, found):
        """If this fails, print it again: `make mutate`."""
        assert PRINTED.read_text() == report(PACK, found)


def changes(body, **more):
    """Each mutant's place and change → its condition, for a rule with this body."""
    facts = ["p", "q", "r", number("n")]
    pack = tiny_pack(facts, [duty("d", body, **more)])
    return {f"{m.place} {m.change}": m.condition for m in condition_mutants(pack, TODAY)}


class TestMutants:
    P, Q, R = IsYes("p"), IsYes("q"), IsYes("r")

    def test_parts_are_left_out_turned_round_and_joined_otherwise(self):
        p, q, r = self.P, self.Q, self.R
        assert changes(lambda yp: yp.p & (yp.q | ~yp.r)) == {
            "whole any": AnyOf((p, q | ~r)),
            "whole denied": ~(p & (q | ~r)),
            "0 left out": q | ~r,
            "0 denied": ~p & (q | ~r),
            "1 left out": p,
            "1 all": AllOf((p, q & ~r)),
            "1 denied": p & ~(q | ~r),
            "1.0 left out": p & ~r,
            "1.0 denied": p & (~q | ~r),
            "1.1 left out": p & q,
            "1.1 no longer denied": p & (q | r),
        }

    def test_of_three_parts_two_are_left(self):
        found = changes(lambda yp: yp.p & yp.q & yp.r)
        assert found["1 left out"] == self.P & self.R

    def test_modal_words_are_changed_for_each_other_and_left_out(self):
        p = self.P
        assert changes(lambda yp: surely(yp.p)) == {
            "whole maybe": maybe(p),
            "whole without surely": p,
            "whole denied": ~surely(p),
            "0 denied": surely(~p),
        }
        assert changes(lambda yp: maybe(yp.p))["whole surely"] == surely(p)

    def test_a_limit_is_one_off_whether_it_is_dated_or_not(self):
        n = IsYes("n")
        found = changes(lambda yp: yp.n.at_least(3))
        assert (found["whole one more"], found["whole one less"]) == (n.at_least(4), n.at_least(2))
        found = changes(lambda yp: yp.n.at_least("limit"))
        assert (found["whole one more"], found["whole one less"]) == (
            n.at_least(17),
            n.at_least(15),
        )

    def test_a_rule_is_in_force_a_day_more_and_a_day_less(self):
        first, last = date(2026, 1, 1), date(2026, 12, 31)
        found = changes(lambda yp: yp.p, in_force_from=first, in_force_to=last)
        spans = [
            InForce(date(2026, 1, 2), last),
            InForce(date(2025, 12, 31), last),
            InForce(first, date(2027, 1, 1)),
            InForce(first, date(2026, 12, 30)),
        ]
        assert [condition.parts[0] for id, condition in found.items() if "a day" in id] == spans

    def test_the_same_condition_is_made_once(self):
        found = changes(lambda yp: ~(yp.p & yp.p))
        assert found["0.0 left out"] == ~self.P
        assert "0.1 left out" not in found

    def test_a_duty_gets_every_other_force_and_a_gate_none(self):
        pack = tiny_pack(["p"], [duty("d", lambda yp: yp.p), gate("g", lambda yp: yp.p)])
        assert [(m.about, m.change, m.pack.rule["d"].force.value) for m in force_mutants(pack)] == [
            ("d", force, force) for force in ("should", "may", "must not")
        ]

    def test_a_number_is_one_off_and_its_date_a_day_where_another_came_before(self):
        pack = tiny_pack([*AGE], [duty("d", lambda yp: yp.age.at_least("limit"))])
        found = [m for m in number_mutants(pack) if m.about == "limit"]
        assert [m.change for m in found] == [
            "one more (2000-01-01)",
            "one less (2000-01-01)",
            "one more (2027-01-01)",
            "one less (2027-01-01)",
            "from a day later (2027-01-01)",
            "from a day earlier (2027-01-01)",
        ]
        assert found[1].pack.number("limit", TODAY) == 15
        assert found[-1].pack.number("limit", date(2026, 12, 31)) == 18

    def test_every_unit_can_be_taken_for_another(self):
        assert ANOTHER_UNIT.keys() == UNITS.keys()
        assert all(unit in UNITS and unit != other for other, unit in ANOTHER_UNIT.items())

    def test_a_time_limit_that_a_rule_has_gets_another_unit(self):
        pack = tiny_pack(["p"], [duty("d", lambda yp: yp.p, due="at_once")])
        [mutant] = unit_mutants(pack)
        assert mutant.pack.deadlines[0].unit == "same day"
        assert not list(unit_mutants(tiny_pack(["p"], [duty("d", lambda yp: yp.p)])))


class TestTheBench:
    PACK = tiny_pack(
        ["p", "q", number("n"), worked_out("both")],
        [
            definition("both", lambda yp: yp.p & yp.q),
            duty("d", lambda yp: yp.both | yp.n.at_least(3), due="at_once"),
            duty("e", lambda yp: ~applies("d") & yp.p),
        ],
    )
    ROWS = (
        Example("d, row 1", {"p": YES, "q": YES}, ON, {"d": YES}, {"d": "2026-05-20 11:00"}),
        Example("d, row 2", {"p": YES, "n": 0}, ON, {"d": NOT_KNOWN}, {}),
        Example("d, row 3", {"p": NO, "n": 2}, ON, {"d": NO}, {}),
    )

    def killed(self, *rows: Example) -> dict[str, str]:
        mutants = list(condition_mutants(self.PACK, TODAY))
        bench = Bench(self.PACK, rows, mutants)
        return {mutant.id: bench.killed(mutant) for mutant in mutants}

    def test_a_mutant_is_killed_by_the_first_example_it_gets_wrong(self):
        killed = self.killed(*self.ROWS)

        assert killed["d whole all"] == "d, row 1"
        assert killed["d 0 left out"] == "d, row 1"
        assert killed["d 1 one less"] == "d, row 3"
        assert killed["d 1 left out"] == ""
        assert killed["d 1 one more"] == ""

    def test_a_rule_that_hangs_from_another_tells_on_it(self):
        killed = self.killed(*self.ROWS)

        assert killed["both 1 left out"] == "d, row 2"
        assert killed["both whole denied"] == "d, row 1"

    def test_without_an_example_everything_survives(self):
        assert set(self.killed().values()) == {""}
        assert {id: where for id, where in self.killed(*self.ROWS).items() if id[0] == "e"} == {
            id: "" for id in self.killed() if id[0] == "e"
        }

    def test_the_rules_themselves_must_pass(self):
        for row in (
            replace(self.ROWS[0], expected={"d": NO}),
            replace(self.ROWS[0], due={"d": "2026-05-20 12:00"}),
        ):
            with pytest.raises(Wrong, match="d, row 1"):
                Bench(self.PACK, [row])

    def test_a_time_limit_in_another_unit_is_told_by_when_it_runs_out(self):
        [mutant] = unit_mutants(self.PACK)

        assert Bench(self.PACK, self.ROWS).killed_by_numbers(mutant) == "d, row 1"
        assert Bench(self.PACK, self.ROWS[1:]).killed_by_numbers(mutant) == ""

    def test_a_survivor_is_told_apart_by_facts_unless_it_means_the_same(self):
        by_id = {mutant.id: mutant for mutant in condition_mutants(self.PACK, TODAY)}
        told = unnoticed(self.PACK, [Outcome("d 1 one more", "", "", "", by_id["d 1 one more"])])
        assert "the number of n is 3" in told["d 1 one more"]

        pack = tiny_pack(["p"], [duty("d", lambda yp: yp.p & (yp.p | ~yp.p))])
        dropped = next(m for m in condition_mutants(pack, TODAY) if m.id == "d 1 left out")
        assert unnoticed(pack, [Outcome(dropped.id, "", "", "", dropped)]) == {}
        assert unnoticed(pack, [Outcome("limit one more", "", "")]).keys() == {"limit one more"}
        assert unnoticed(pack, [Outcome("d whole denied", "", "d, row 1")]) == {}

    def test_it_agrees_with_trying_the_whole_pack_anew(self):
        given = list(examples(PACK))
        mutants = list(condition_mutants(PACK, TODAY))
        bench = Bench(PACK, given, mutants)
        for mutant in mutants[::400]:
            pack = with_mutant(PACK, mutant)
            if bench.killed(mutant):
                with pytest.raises(Wrong):
                    Bench(pack, given)
            else:
                Bench(pack, given)
