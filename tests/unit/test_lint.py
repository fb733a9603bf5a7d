"""The linter finds what is planted, says it in words, and agrees with trying everything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from protocol.pack import current_pack
from rules.answers import NO, NOT_KNOWN, YES
from rules.conditions import (
    NOT_COMMENCED,
    AllOf,
    AnyOf,
    Applies,
    Condition,
    Maybe,
    Not,
    Situation,
    Surely,
    applies,
    from_json,
    maybe,
    surely,
    to_json,
)
from rules.evaluate import evaluate
from rules.facts import Fact, Kind
from rules.lint import Fault, exhaustive, lint, report
from rules.pack import Act, Pack, PackRule, read_pack
from rules.rule import Force, RuleKind, Source
from tests.packs import (
    AGE,
    CAME_IN_HOURS,
    OFFICE_OPEN,
    TODAY,
    choice,
    definition,
    duty,
    gap,
    gate,
    given_for,
    number,
    packs,
    tiny_pack,
    worked_out,
    yes_no,
)

TRIED = ("gap", "contradiction", "unreachable", "always")
COLD = yes_no("cold", "it is cold", "it is warm")
WET = yes_no("wet", "it is wet", "it is dry")
Body = Callable[[Situation], Condition]


def faults(pack: Pack, kind: str, on: date = TODAY) -> list[Fault]:
    return [fault for fault in lint(pack, on) if fault.kind == kind]


def the_fault(pack: Pack, kind: str) -> Fault:
    [fault] = faults(pack, kind)
    return fault


def unreachable(facts: list[Fact], body: Body, **more: Any) -> bool:
    """Whether a duty with this condition can never apply."""
    return bool(faults(tiny_pack(facts, [duty("d", body)], **more), "unreachable"))


def shows(pack: Pack, fault: Fault) -> bool:
    """Given the facts of the fault and no others, the engine finds what the fault says."""
    facts, on = given_for(pack, fault.facts or {})
    findings = evaluate(pack, facts, on)
    results = [findings.result(rule) for rule in fault.rules]
    if fault.kind == "gap":
        return not findings.conflicts and YES not in results
    return not findings.conflicts and results == [YES, YES]


# Gaps.


def test_a_combination_that_no_rule_covers_is_said_in_full():
    pack = tiny_pack(
        [COLD, WET],
        [duty("coat", lambda yp: yp.cold), duty("boots", lambda yp: yp.wet)],
        covers=[("Everybody is told what to wear", ("coat", "boots"), None)],
    )
    fault = the_fault(pack, "gap")
    assert fault.words == (
        "No rule covers this: it is warm and it is dry. "
        "It was to be covered by coat or boots: Everybody is told what to wear."
    )
    assert fault.rules == ("coat", "boots")
    assert fault.facts == {"cold": NO, "wet": NO}
    assert shows(pack, fault)


def test_rules_that_leave_nothing_out_have_no_gap():
    rules = [duty("coat", lambda yp: yp.cold), gap("none", lambda yp: ~applies("coat"))]
    pack = tiny_pack([COLD], rules, covers=[("All", ("coat", "none"), None)])
    assert not faults(pack, "gap")


def test_what_is_not_known_is_no_gap_and_what_cannot_be_is_none_either():
    rules = [duty("coat", lambda yp: yp.cold), duty("hat", lambda yp: ~yp.cold & ~yp.wet)]
    cover = [("All", ("coat", "hat"), None)]
    assert the_fault(tiny_pack([COLD, WET], rules, covers=cover), "gap").facts == {
        "cold": NO,
        "wet": YES,
    }
    never = [("Wet and warm", lambda yp: yp.wet & ~yp.cold)]
    assert not faults(tiny_pack([COLD, WET], rules, covers=cover, impossible=never), "gap")


def test_a_cover_holds_only_where_its_condition_does():
    rules = [duty("coat", lambda yp: yp.cold), duty("other", lambda yp: yp.wet)]
    covered = tiny_pack([COLD, WET], rules, covers=[("All", ("coat",), lambda yp: yp.cold)])
    leaking = tiny_pack([COLD, WET], rules, covers=[("All", ("coat",), lambda yp: yp.wet)])
    assert not faults(covered, "gap")
    assert the_fault(leaking, "gap").facts == {"cold": NO, "wet": YES}


def test_a_gap_says_only_what_matters_but_shows_everything_known():
    rules = [duty("coat", lambda yp: yp.cold & yp.wet)]
    pack = tiny_pack([COLD, WET], rules, covers=[("All", ("coat",), None)])
    fault = the_fault(pack, "gap")
    assert "No rule covers this: it is warm. " in fault.words
    assert set(fault.facts or {}) == {"cold", "wet"}
    assert NOT_KNOWN not in (fault.facts or {}).values()


# Contradictions.


def test_must_and_must_not_do_the_same_contradict_each_other():
    pack = tiny_pack(
        [COLD, WET, yes_no("late")],
        [
            duty("in", lambda yp: yp.cold, act="stay_in"),
            duty("out", lambda yp: yp.wet | yp.late, act="stay_in", force=Force.MUST_NOT),
        ],
        acts=[Act("stay_in", "stay in")],
    )
    fault = the_fault(pack, "contradiction")
    assert fault.rules == ("in", "out")
    assert fault.words == (
        "in says must stay in, but out says must not stay in. "
        "Both apply when it is cold and it is wet."
    ) or fault.words.endswith("Both apply when it is cold and late is so.")
    assert len(fault.facts or {}) == 2
    assert shows(pack, fault)


def test_an_act_contradicts_a_gate_on_any_part_of_it():
    acts = [Act("trip", "go", includes=("walk",)), Act("walk", "walk", includes=("get_up",))]
    acts += [Act("get_up", "get up")]
    rules = [
        gap("go", lambda yp: yp.cold, act="trip"),
        gate("rest", lambda yp: ~surely(yp.wet), holds_back="get_up"),
    ]
    pack = tiny_pack([COLD, WET], rules, acts=acts)
    fault = the_fault(pack, "contradiction")
    assert "go says must go, but rest says must not get up, which is part of it." in fault.words
    assert shows(pack, fault)
    turned = [replace(rules[0], act="get_up"), replace(rules[1], act="trip")]
    assert not faults(tiny_pack([COLD, WET], turned, acts=acts), "contradiction")


@pytest.mark.parametrize(("force", "contradicts"), [(Force.SHOULD, True), (Force.MAY, False)])
def test_should_contradicts_must_not_and_may_does_not(force: Force, contradicts: bool):
    rules = [
        duty("in", lambda yp: yp.cold, act="stay", force=force),
        gate("out", lambda yp: yp.cold, holds_back="stay"),
    ]
    assert bool(faults(tiny_pack([COLD], rules), "contradiction")) is contradicts


def test_rules_that_cannot_apply_together_do_not_contradict_each_other():
    rules = [
        duty("in", lambda yp: yp.cold, act="stay"),
        gate("out", lambda yp: ~surely(yp.cold), holds_back="stay"),
    ]
    assert not faults(tiny_pack([COLD], rules), "contradiction")


# Rules that never or always apply.


def test_a_rule_that_can_never_apply_is_named_with_what_it_asks():
    pack = tiny_pack([COLD, WET], [duty("never", lambda yp: yp.cold & yp.wet & ~yp.cold)])
    assert the_fault(pack, "unreachable").words == (
        "never can never apply, whatever is known. "
        "It asks that it is cold and it is wet and it is warm."
    )


def test_what_the_kinds_of_fact_rule_out_can_never_apply():
    colour = choice("colour", "red", "blue", "unsure", unsettled=("unsure",))
    assert unreachable([colour], lambda yp: yp.colour.is_("red") & yp.colour.is_("blue"))
    assert unreachable([colour], lambda yp: yp.colour.is_("unsure"))
    assert not unreachable(
        [colour], lambda yp: ~yp.colour.is_("red") & ~yp.colour.is_("blue") | yp.colour.is_("red")
    )
    assert unreachable([number("n")], lambda yp: yp.n.at_least(18) & ~yp.n.at_least(16))
    assert unreachable([number("n")], lambda yp: ~yp.n.at_least(0))
    assert unreachable([*AGE], lambda yp: yp.age.at_least(150))
    assert unreachable([OFFICE_OPEN], lambda yp: maybe(yp.office_open) & ~surely(yp.office_open))
    assert not unreachable(
        [OFFICE_OPEN, *CAME_IN_HOURS], lambda yp: ~yp.office_open & yp.came_in_hours
    )
    assert not unreachable([COLD], lambda yp: maybe(yp.cold) & ~surely(yp.cold))


def test_dated_numbers_are_those_of_the_day():
    pack = tiny_pack(
        [number("n")], [duty("d", lambda yp: yp.n.at_least("limit") & ~yp.n.at_least(17))]
    )
    assert not faults(pack, "unreachable", date(2026, 12, 31))
    assert faults(pack, "unreachable", date(2027, 1, 1))


def test_a_rule_that_an_impossible_combination_rules_out_can_never_apply():
    never = [("Wet and cold", lambda yp: yp.wet & yp.cold)]
    assert unreachable([COLD, WET], lambda yp: yp.wet & yp.cold, impossible=never)
    assert not unreachable([COLD, WET], lambda yp: yp.wet & ~surely(yp.cold), impossible=never)


def test_a_rule_not_in_force_that_day_is_no_fault_but_one_never_in_force_is():
    def dated(first: date, last: date | None) -> Pack:
        body: Body = lambda yp: yp.cold  # noqa: E731
        return tiny_pack([COLD], [duty("d", body, in_force_from=first, in_force_to=last)])

    assert not faults(dated(date(2030, 1, 1), date(2031, 1, 1)), "unreachable")
    assert not faults(dated(date(2030, 1, 1), None), "unreachable")
    assert not faults(dated(NOT_COMMENCED, None), "unreachable")
    assert faults(dated(date(2031, 1, 1), date(2030, 1, 1)), "unreachable")


def test_a_duty_that_always_applies_is_noted_and_a_gate_is_not():
    pack = tiny_pack(
        [COLD],
        [
            duty("d", lambda yp: maybe(yp.cold) | ~surely(yp.cold)),
            duty("nearly", lambda yp: yp.cold | ~yp.cold),
            gate("g", lambda yp: maybe(yp.cold) | ~surely(yp.cold)),
        ],
    )
    assert the_fault(pack, "always").rules == ("d",)


# What is missing from the text.


def test_a_rule_without_a_paragraph_is_named():
    pack = tiny_pack([COLD], [duty("d", lambda yp: yp.cold)])
    uncited = replace(pack.rules[0], source=Source("protocol", "A document", " "))
    assert the_fault(replace(pack, rules=(uncited,)), "uncited").rules == ("d",)


def test_a_fact_that_a_rule_rests_on_and_nobody_is_asked_is_named():
    silent = Fact("tired", Kind.YES_NO, "they are tired", "they are rested")
    rules = [
        definition("ill", lambda yp: yp.tired),
        duty("d", lambda yp: yp.ill),
        duty("other", lambda yp: yp.cold),
    ]
    fault = the_fault(tiny_pack([silent, COLD, worked_out("ill")], rules), "unasked")
    assert fault.rules == ("ill", "d")
    assert fault.words == "Nobody is asked about they are tired (tired). ill and d rest on it."


def test_what_is_worked_out_from_a_fact_nobody_is_asked_is_unasked_too():
    born, age = AGE
    facts = [replace(born, question=""), age, OFFICE_OPEN]
    pack = tiny_pack(facts, [duty("d", lambda yp: yp.age.at_least(16) & yp.office_open)])
    assert "date_of_birth" in the_fault(pack, "unasked").words


def test_a_question_whose_answer_nothing_uses_is_named_and_so_is_an_idle_fact():
    idle = Fact("tired", Kind.YES_NO, "they are tired", "they are rested")
    ruled_out = [("Late", lambda yp: yp.late & yp.cold)]
    pack = tiny_pack(
        [COLD, WET, idle, yes_no("late"), *AGE],
        [duty("d", lambda yp: yp.cold), duty("e", lambda yp: yp.age.at_least(18))],
        impossible=ruled_out,
    )
    asked_in_vain, neither = faults(pack, "unused")
    assert asked_in_vain.words == "People are asked “Is wet so?”, and nothing uses it is wet (wet)."
    assert neither.words == "Nobody is asked, and nothing uses they are tired (tired)."


def test_two_rules_that_conclude_one_fact_are_named_in_a_pack_read_from_text():
    pack = tiny_pack([COLD, WET, worked_out("bad")], [definition("bad", lambda yp: yp.cold)])
    second = replace(pack.rules[0], id="second", condition=["fact", "wet"])
    read = read_pack(replace(pack, rules=(*pack.rules, second)).text)
    fault = the_fault(read, "defined twice")
    assert fault.rules == ("bad", "second")
    assert fault.words == "bad and second each say when bad is so."


def test_the_report_puts_faults_of_a_kind_together():
    never = [duty(id, lambda yp: yp.cold & ~yp.cold) for id in ("a", "b")]
    told = report(lint(tiny_pack([COLD, WET], never), TODAY))
    headings = [line for line in told.splitlines() if line and not line.startswith(" ")]
    assert headings == ["Unused", "Unreachable"]
    assert "  a can never apply" in told
    assert "  b can never apply" in told
    assert report(()) == "No faults found."


# The solver against trying everything.


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs(most_facts=4, most_rules=7))
def test_the_solver_and_trying_every_combination_agree(pack: Pack):
    found = [fault for fault in lint(pack, TODAY) if fault.kind in TRIED]
    tried = exhaustive(pack, TODAY)
    assert [(f.kind, f.rules) for f in found] == [(f.kind, f.rules) for f in tried]
    for fault in (*found, *tried):
        if fault.facts is not None:
            assert shows(pack, fault), fault


# The joint protocol.


def test_the_joint_protocol_has_no_faults():
    assert report(lint(current_pack(), TODAY)) == "No faults found."


def without(pack: Pack, gone: str) -> Pack:
    """The pack without a rule. Rules that ask whether it applies ask what it asked instead."""
    condition = pack.conditions[gone]
    left = [
        replace(rule, condition=to_json(_spelt_out(from_json(rule.condition), gone, condition)))
        if rule.condition is not None
        else rule
        for rule in pack.rules
        if rule.id != gone
    ]
    covers = [replace(c, rules=tuple(id for id in c.rules if id != gone)) for c in pack.covers]
    return replace(pack, rules=tuple(left), covers=tuple(covers))


def _spelt_out(where: Condition, rule: str, condition: Condition) -> Condition:
    match where:
        case Applies(id) if id == rule:
            return condition
        case AllOf(parts) | AnyOf(parts):
            return type(where)(tuple(_spelt_out(part, rule, condition) for part in parts))
        case Not(part) | Surely(part) | Maybe(part):
            return type(where)(_spelt_out(part, rule, condition))
    return where


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (
            "3-k",
            (
                "they have a safe, suitable and settled home",
                "they are not about to lose their home",
                "home has been assessed as safe, and they were seen alone",
                "there is no sign of serious harm",
            ),
        ),
        (
            "gap-3",
            (
                "they have a safe, suitable and settled home",
                "they are not about to lose their home",
            ),
        ),
    ],
)
def test_a_rule_of_first_contact_that_is_lost_leaves_a_gap(gone: str, said: tuple[str, ...]):
    pack = without(current_pack(), gone)
    fault = the_fault(pack, "gap")
    assert fault.words.startswith("No rule covers this: ")
    for words in said:
        assert words in fault.words
    assert shows(pack, fault)


def test_a_duty_that_contradicts_the_joint_protocol_is_found():
    pack = current_pack()
    mediate = PackRule(
        id="mediate",
        kind=RuleKind.DUTY,
        force=Force.MUST,
        source=Source("protocol", "An older draft", "section 3"),
        words="Mediate with the family.",
        condition=["fact", "needs_accommodation"],
        owner="everyone",
        act="explore_with_family",
    )
    pack = replace(pack, rules=(*pack.rules, mediate))
    fault = the_fault(pack, "contradiction")
    assert fault.rules == ("mediate", "a44")
    assert "mediate says must explore with the family" in fault.words
    assert "a44 says must not contact their family, which is part of it" in fault.words
    assert "they need somewhere to live" in fault.words
    assert shows(pack, fault)


def test_a_gate_taken_off_its_condition_is_found_against_the_duty_it_held_back():
    pack = current_pack()
    always = {"condition": ["maybe", ["fact", "needs_accommodation"]]}
    rules = [replace(rule, **always) if rule.id == "1-i" else rule for rule in pack.rules]
    found = faults(replace(pack, rules=tuple(rules)), "contradiction")
    assert [fault.rules for fault in found] == [("3-i", "1-i")]
