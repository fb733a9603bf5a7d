"""What is true of the rules on placements, custody, care and notices, whatever else is so."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.advice import advise, what_to_ask_next
from protocol.pack import current_pack
from protocol.situation import situation
from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON
from rules.conditions import AllOf, InForce, to_json
from rules.evaluate import evaluate
from rules.facts import FactError, Kind
from rules.rule import Force

PACK = current_pack()
NOW = datetime(2026, 5, 20, 10, 0, tzinfo=LONDON)
ASKED = [fact for fact in PACK.facts if fact.question and fact.kind in (Kind.YES_NO, Kind.CHOICE)]
ANYTHING = st.fixed_dictionaries(
    {
        fact.id: st.sampled_from(
            [NOT_KNOWN, *([option.id for option in fact.options] or [YES, NO])]
        )
        for fact in ASKED
    }
)


def facts_from(**raw):
    return situation(PACK, raw, NOW)


def period(**fields):
    return [{"id": "1", **fields}]


# The notice to a housing authority.

NOTICE = {"6-a", "6-b", "6-b-send", "6-c", "6-d", "6-g", "a16"}


@settings(deadline=None)
@given(ANYTHING, st.sampled_from(["consents_to_duty_to_refer", "agrees_to_share_contact_details"]))
def test_a_no_to_the_notice_changes_nothing_but_the_notice(facts, consent):
    agreed, refused = (evaluate(PACK, facts | {consent: answer}, NOW) for answer in (YES, NO))

    changed = {id for id in PACK.conditions if agreed.result(id) is not refused.result(id)}

    assert changed <= NOTICE


@settings(deadline=None)
@given(ANYTHING)
def test_a_notice_goes_out_only_with_consent_choice_and_contact_details(facts):
    found = evaluate(PACK, facts, NOW)
    has_all = (
        facts["consents_to_duty_to_refer"] is YES
        and facts["agrees_to_share_contact_details"] is YES
        and facts["duty_to_refer_authority"] is not NOT_KNOWN
    )

    assert (found.result("6-b-send") is NO) is has_all
    assert has_all or found.result("6-a") is not YES


# Gates on a placement.

CHECKS = {
    "4.1-b-placement": ("youth_offending_team_consulted", ("open_to_youth_offending_team",)),
    "4.1-d-placement": (
        "placement_away_from_rivals",
        ("gang_involved", "high_risk_of_going_missing", "vulnerable_to_exploitation"),
    ),
    "4.1-e-placement": (
        "placement_not_shared_with_very_vulnerable",
        ("gang_involved", "high_risk_of_going_missing", "vulnerable_to_exploitation"),
    ),
}


@settings(deadline=None)
@given(ANYTHING, st.sampled_from(sorted(CHECKS)))
def test_a_placement_is_open_only_once_it_is_checked_or_needs_no_check(facts, gate):
    met, dangers = CHECKS[gate]
    opens = facts[met] is YES or all(facts[danger] is NO for danger in dangers)

    assert (evaluate(PACK, facts, NOW).result(gate) is NO) is opens


def test_no_gate_ever_holds_back_tonights_bed():
    held_back = {rule.act for rule in PACK.rules if rule.force is Force.MUST_NOT}

    assert held_back.isdisjoint({"secure_bed_tonight", "place_out_of_hours", "keep_bed"})


def test_no_rule_asks_for_fewer_visits():
    asking = [rule for rule in PACK.rules if rule.act == "reduce_visits"]

    assert [(rule.id, rule.force) for rule in asking] == [("7-c", Force.MUST_NOT)]


# The four classes of care leaver.


@settings(deadline=None)
@given(ANYTHING, st.sampled_from([None, *(date(2026 - age, 5, 20) for age in range(14, 27))]))
def test_nobody_is_of_two_classes_at_once(facts, born):
    found = evaluate(PACK, facts | ({"date_of_birth": born} if born else {}), NOW)
    classes = ("eligible_child", "relevant_child", "former_relevant_child")

    told = [found.result(each) for each in (*classes, "qualifying_care_leaver")]

    assert told.count(YES) <= 1


@settings(deadline=None)
@given(ANYTHING)
def test_what_is_not_known_never_takes_a_relevant_child_help_away(facts):
    """Whether they settled with a parent: a blank counts as no."""
    blank = evaluate(PACK, facts | {"settled_at_home_six_months": NOT_KNOWN}, NOW)
    known = evaluate(PACK, facts | {"settled_at_home_six_months": NO}, NOW)

    assert blank.result("relevant_child") is known.result("relevant_child")


# A law that has not been brought into force.


def test_once_it_is_commenced_no_care_leaver_is_found_intentionally_homeless():
    """The rule is ready: only its first day is missing."""
    waiting = PACK.rule["law-intentionally-homeless"]
    today = InForce(NOW.date(), None)
    condition = PACK.conditions[waiting.id]
    begun = replace(waiting, condition=to_json(AllOf((today, *condition.parts[1:]))))
    commenced = replace(
        PACK, rules=tuple(begun if rule is waiting else rule for rule in PACK.rules)
    )
    relevant = facts_from(
        date_of_birth="2009-05-01",
        legal_basis="s17",
        custody=[],
        custody_complete="yes",
        care_period=period(basis="s20", first_day="2026-01-01", last_day="2026-05-19"),
    )

    assert evaluate(PACK, relevant, NOW).result(waiting.id) is NO
    assert evaluate(commenced, relevant, NOW).result(waiting.id) is YES


# Records that cannot be.


@pytest.mark.parametrize(
    ("kind", "fields", "where"),
    [
        ("care_period", {"first_day": "2026-05-02", "last_day": "2026-05-01"}, "[0].last_day"),
        ("custody", {"first_day": "2026-05-02", "last_day": "2026-05-01"}, "[0].last_day"),
        ("custody", {"last_day": "2026-05-01", "still_running": "yes"}, "[0].still_running"),
        ("care_period", {"first_day": "2026-05-21", "still_running": "yes"}, "[0].still_running"),
    ],
)
def test_a_time_that_cannot_be_is_refused_where_it_stands(kind, fields, where):
    with pytest.raises(FactError) as refused:
        facts_from(**{kind: period(**fields)})

    assert refused.value.field == f"{kind}{where}"


def test_one_day_is_a_time_in_care():
    one_day = period(basis="s20", first_day="2026-05-20", last_day="2026-05-20")

    assert facts_from(care_period=one_day)["looked_after_since"] == date(2026, 5, 20)


def test_custody_adds_to_care_and_leaves_what_was_said_about_it_standing():
    """Somebody who was on remand can still be asked whether it was 13 weeks in all."""
    remand = period(kind="remand", first_day="2026-05-01", last_day="2026-05-10")

    told = facts_from(custody=remand, looked_after_thirteen_weeks="yes")

    assert told["looked_after_thirteen_weeks"] is YES
    with pytest.raises(FactError, match="given twice: by itself and by care_period"):
        facts_from(care_period=[], looked_after_thirteen_weeks="yes")


# What to ask next.


def test_what_threatens_them_now_is_asked_before_what_comes_later():
    asked = what_to_ask_next(advise(PACK, {"needs_accommodation": YES}, NOW))

    danger = asked.index("whether somebody may be harming them, or they may come to serious harm")
    later = asked.index("whether their first review as a child in care has been held")

    assert danger < later
    assert danger < asked.index("whether they are in custody")


def test_what_cannot_be_told_is_parted_into_first_contact_and_later():
    """Everything is in one of the two. At first contact nobody has to read about custody."""
    advice = advise(PACK, {"needs_accommodation": YES}, NOW)
    now = {duty.rule.id for duty in advice.open_at_first_contact}
    later = {duty.rule.id for duty in advice.open_later}

    assert {"law-s47", "3-h", "a47"} <= now
    assert {"4.2-b", "4.1-b", "law-first-review"} <= later
    assert len(now) + len(later) == len(advice.cannot_be_told)


def test_a_law_that_nobody_held_against_the_text_says_so_wherever_it_is_cited():
    assert str(PACK.rule["law-213b"].source) == "Housing Act 1996, section 213B"
    assert str(PACK.rule["law-placement-plan"].source).endswith("(not yet held against the text)")
    assert "not yet" not in str(PACK.rule["6-a"].source)
