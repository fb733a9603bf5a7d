"""The six questions, and the card they lead to."""

from itertools import product

import pytest

from forms.card import FAMILY, SETTLED_BY_THE_CARD, WHERE, facts
from protocol.advice import advise
from protocol.card import card as card_of
from protocol.pack import current_pack
from rules.evaluate import read_facts
from tests.web.conftest import london
from tests.web.journey import NOWHERE, SEVENTEEN, SHOW, START, came, deciding, page_of

BED_AND_MASH = "A bed tonight, and MASH now"
MASH_ONLY = "Refer to MASH before they leave"
ASK = "Ask what is not known yet"
YES_NO_NOT_KNOWN = (None, "yes", "no", "not_known")


def applying(why):
    """The rules said to apply on the page that explains."""
    return _rules_between(why, "What applies", "What cannot be told yet")


def _rules_between(why, start, end):
    text = why.text[why.text.index(f">{start}<") : why.text.index(f">{end}<")]
    return {part.split('"')[0] for part in text.split('id="rule-')[1:]}


def test_nothing_is_chosen_beforehand(officer):
    page = officer.get(START)
    assert page.typed() == {}
    assert not page.soup.select("input[checked]")


def test_opening_the_questions_records_nothing(officer, record):
    officer.get(START)
    assert record.entries() == []


def test_with_nothing_answered_they_have_a_bed_and_are_referred(officer, record):
    """Nothing known is not nothing wrong: whoever decides acts as if there were need (A12)."""
    card = came(officer)
    assert card.heading == BED_AND_MASH
    assert "Refer to MASH" in card.part("Who acts, and by when")
    assert "It is not known yet whether they are homeless" in card.words
    assert "You will have somewhere safe to sleep tonight" in card.words
    assert {"3-b", "a12", "a15-tell", "a44"} <= applying(officer.get(page_of(card, "why")))
    assert record.facts() == {}


def test_every_answer_not_known_is_the_same_as_none_at_all(officer, record):
    card = came(officer)
    unknown = dict.fromkeys(
        ("where", "age", "risk_of_significant_harm", "family", "safe_to_return_home", "asked"),
        "not_known",
    )
    other = came(officer, **unknown)
    assert other.heading == card.heading
    assert record.facts() == {}
    standings = {answer["standing"] for answer in record.last("answers_given")["answers"]}
    assert standings == {"asked_not_known", "not_asked"}


@pytest.mark.parametrize(
    ("where", "settles", "heading"),
    [
        ("nowhere", {"needs_bed_tonight": "yes", "needs_accommodation": "yes"}, BED_AND_MASH),
        ("not_settled", {"needs_bed_tonight": "no", "needs_accommodation": "yes"}, MASH_ONLY),
        ("homeless", {"needs_accommodation": "yes"}, BED_AND_MASH),
        (
            "may_lose_it",
            {"needs_bed_tonight": "no", "needs_accommodation": "no", "at_imminent_risk": "yes"},
            MASH_ONLY,
        ),
        (
            "settled",
            {"needs_bed_tonight": "no", "needs_accommodation": "no", "at_imminent_risk": "no"},
            ASK,
        ),
        ("not_known", {}, BED_AND_MASH),
    ],
)
def test_where_they_can_stay_settles_facts_and_leads_to_a_card(
    officer, record, where, settles, heading
):
    card = came(officer, where=where)
    assert record.facts() == settles
    assert card.heading == heading


@pytest.mark.parametrize(
    ("family", "settles"),
    [
        ("agrees", {"agrees_to_family_contact": "yes", "family_contact_unsafe": "no"}),
        ("refuses", {"agrees_to_family_contact": "no"}),
        ("unsafe", {"agrees_to_family_contact": "no", "family_contact_unsafe": "yes"}),
        ("not_known", {}),
    ],
)
def test_what_they_say_about_their_family_settles_facts(officer, record, family, settles):
    came(officer, family=family)
    assert record.facts() == settles


@pytest.mark.parametrize("fact", ["risk_of_significant_harm", "safe_to_return_home"])
@pytest.mark.parametrize("answer", ["yes", "no", "not_known"])
def test_a_question_that_is_a_fact_settles_that_fact(officer, record, fact, answer):
    came(officer, **{fact: answer})
    assert record.facts() == ({} if answer == "not_known" else {fact: answer})


def test_every_option_of_the_page_is_one_of_those_tried_here(officer):
    page = officer.get(START)
    offered = {}
    for radio in page.soup.select("input[type=radio]"):
        offered.setdefault(radio["name"], set()).add(radio["value"])
    assert offered["where"] == {*WHERE, "not_known"}
    assert offered["family"] == {*FAMILY, "not_known"}


def test_what_is_not_known_never_becomes_a_no_whatever_else_is_answered():
    """Every combination of answers the card can be given."""
    for where, family, risk, home in product(
        (None, *WHERE, "not_known"),
        (None, *FAMILY, "not_known"),
        YES_NO_NOT_KNOWN,
        YES_NO_NOT_KNOWN,
    ):
        settled = facts(_answers(where, family, risk, home), london("2026-08-28 16:50"))
        said = WHERE.get(where, {}) | FAMILY.get(family, {})
        said |= {"risk_of_significant_harm": risk, "safe_to_return_home": home}
        assert set(settled) == set(SETTLED_BY_THE_CARD)
        for fact, value in settled.items():
            assert value == (said.get(fact) or "not_known")


def test_no_answers_of_the_card_alone_lead_to_early_help_or_send_anybody_home():
    """Early help needs home made sure of, and the card cannot do that."""
    pack, now = current_pack(), london("2026-08-28 16:50")
    silent = set()
    for where, family, risk, home in product(
        (*WHERE, "not_known"), (*FAMILY, "not_known"), YES_NO_NOT_KNOWN[1:], YES_NO_NOT_KNOWN[1:]
    ):
        settled = facts(_answers(where, family, risk, home), now) | {"at_point_of_decision": "yes"}
        advice = advise(pack, read_facts(pack, settled), now)
        applies = {duty.rule.id for duty in advice.applies}
        assert not applies & {"3-k", "3-i", "a14-refer"}
        assert {"1-i", "a14", "a15"} <= applies
        if where != "settled":
            assert applies & {"3-l", "a12"}
        if "gap-3" in applies:
            silent.add((where, home))
            assert "silent" in card_of(advice).headline or risk == "yes"
    assert ("settled", "no") in silent


def _answers(where, family, risk, home):
    return {
        "where": where,
        "age": None,
        "date_of_birth": None,
        "risk_of_significant_harm": risk,
        "family": family,
        "safe_to_return_home": home,
        "asked": None,
        "asked_at": None,
        "asked_on": None,
    }


def test_where_the_protocol_is_silent_the_card_says_so(officer):
    card = came(officer, where="settled", safe_to_return_home="no")
    assert card.heading == "The protocol is silent here"
    why = officer.get(page_of(card, "why"))
    assert "The protocol is silent here. What follows from that is marked as ours." in why.words
    assert "gap-3" in applying(why)


def test_serious_harm_is_told_to_mash_before_anything_is_written(officer):
    card = came(officer, where="settled", risk_of_significant_harm="yes")
    steps = card.soup.select(".app-steps dd")
    first = [step.get_text() for step in steps[:2]]
    assert any("Ring MASH now" in step for step in first)
    assert "section 47(1)" in card.part("Who acts, and by when")
    assert "law-s47" in applying(officer.get(page_of(card, "why")))


@pytest.mark.parametrize("risk", ["no", "not_known", None])
def test_ringing_mash_about_harm_is_advised_only_where_there_is_a_sign_of_it(officer, risk):
    card = came(officer, where="nowhere", risk_of_significant_harm=risk)
    assert "section 47" not in card.words


@pytest.mark.parametrize("family", ["refuses", "unsafe", "not_known", None])
def test_until_they_agree_no_page_suggests_contacting_their_family(officer, family):
    """A refusal is enough. Their age and what they want count for more than anybody's habit."""
    card = came(officer, **NOWHERE, family=family, safe_to_return_home="yes")
    assert "We will not contact your family" in card.part("What to say")
    assert "Do not contact the family" in card.part("Do not, tonight")
    why = officer.get(page_of(card, "why"))
    assert "a44" in applying(why)
    assert not applying(why) & {"3-h", "3-i"}
    if family in ("refuses", "unsafe"):
        assert "3-f" not in applying(why)
        undecided = _rules_between(why, "What cannot be told yet", "How we work")
        assert "a44-reason" in applying(why)
        assert "3-f" not in undecided - _rules_between(why, "What does not apply", "How we work")
    assert "family" not in deciding(officer, card).words.lower()


def test_once_they_agree_and_it_is_safe_the_family_may_be_spoken_to(officer):
    card = came(officer, **NOWHERE, family="agrees", risk_of_significant_harm="no")
    assert "Do not contact the family" not in card.words
    assert "3-h" in applying(officer.get(page_of(card, "why")))


def test_nobody_is_asked_for_consent_where_none_is_needed(officer):
    card = came(officer, **NOWHERE)
    assert "Do not ask for consent" in card.part("Do not, tonight")
    assert "No consent is needed to refer" in card.words
    assert "Would you like" not in card.words
    assert "3-k" not in applying(officer.get(page_of(card, "why")))


def test_the_answers_can_be_changed_and_stand_there_as_they_were_given(officer, record):
    given = {**NOWHERE, "family": "unsafe", "risk_of_significant_harm": "not_known"}
    card = came(officer, **given)
    page = officer.get(page_of(card, "questions"))
    assert page.typed() == {
        name: value if isinstance(value, list) else [value] for name, value in given.items()
    }
    changed = officer.follow(officer.submit(page, SHOW, where="not_settled"))
    assert changed.heading == MASH_ONLY
    assert record.facts()["needs_bed_tonight"] == "no"
    assert len(record.entries("answers_given")) == 2


def test_the_same_page_posted_twice_is_one_young_person(officer, record):
    page = officer.get(START)
    first = officer.submit(page, SHOW, **NOWHERE)
    assert officer.submit(page, SHOW, **NOWHERE).location == first.location
    assert len(record.entries()) == 2


def test_gone_back_and_changed_nothing_that_was_answered_is_lost(officer, record):
    """Posted again from the same page with other answers: told so, and both are kept."""
    page = officer.get(START)
    officer.submit(page, SHOW, **NOWHERE)
    again = officer.submit(page, SHOW, **NOWHERE | {"where": "settled"}, status=409)
    assert "You saved these questions before, differently" in again.errors[0]
    assert "Saved: Nowhere safe tonight. You chose: Somewhere safe, suitable" in again.words
    assert record.facts()["needs_bed_tonight"] == "yes"
    saved = officer.follow(officer.submit(again, SHOW))
    assert saved.heading == ASK
    assert len(record.entries("presentation_started")) == 1
    record.holds()


def test_the_wording_shown_is_recorded_with_the_answer(officer, record):
    came(officer, where="nowhere")
    answer = record.last("answers_given")["answers"][0]
    assert answer == {
        "question": "where",
        "wording": "Where can they stay?",
        "value": "nowhere",
        "words": "Nowhere safe tonight",
        "standing": "answered",
    }


def test_a_young_person_nobody_has_heard_of_is_not_found(officer):
    for page in ("tonight", "why", "questions", "decision"):
        officer.get(f"/young-person/00000000-0000-4000-8000-000000000000/{page}", status=404)


def test_the_home_page_leads_back_to_whoever_is_waiting(officer, browse):
    card = came(officer)
    link = officer.get("/").soup.main.find("a", href=card.url)
    assert link.get_text().startswith("FD-")
    assert card.url not in browse("social_worker").get("/").text


def test_the_age_decides_only_with_a_date_of_birth(officer):
    card = came(officer, age="not_known", date_of_birth=SEVENTEEN)
    assert card.heading == BED_AND_MASH
