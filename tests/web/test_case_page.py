"""The case page, for somebody who takes over at night: who, where, and what must not go wrong."""

import pytest

from store import stream_names
from store.bed_entries import BED as BED_CONFIRMED
from store.ids import new_id
from store.journal import command
from tests.web.browser import line
from tests.web.conftest import OFFICER, OTHER_OFFICER
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, came, decided, id_of, page_of
from tests.web.once import taken_once

FOSTER = {"bed-where": "foster", "bed-confirmed_by": "Ann, Placements"}
DO_NOT = "Do not contact the family"
MAY = "Family may be contacted"


@taken_once
def card(officer):
    return came(officer, **NOWHERE)


def bed(browser, case, **more):
    return browser.submit(
        browser.get(f"{case.url}/hand-over"), "Save the bed", **{**FOSTER, **more}
    )


def facts_on_record(record, case, clock, body):
    """A bed as somebody may record it one day: with another basis, or without any."""
    with record.database() as db:
        author = record.entries("decision_made")[-1].author
        with command(db, new_id(), author=author, recorded_at=clock()) as c:
            body = {"where": "Foster care", "confirmed_by": "Ann", **body}
            c.append(stream_names.case(case.url.split("/")[2]), BED_CONFIRMED, body)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-02-27", "17, 2 days to 18"),
        ("2026-02-28", "17, 1 day to 18"),
        ("2026-03-01", "18, since 1 March 2026"),
        ("2026-03-02", "18, since 1 March 2026"),
    ],
)
def test_somebody_born_on_29_february_turns_18_on_1_march(browse, clock, day, said):
    clock.set("2026-02-26 10:00")
    born = {"date_of_birth": ["29", "2", "2008"]}
    officer = browse(OFFICER)
    case = decided(officer, came(officer, **{**NOWHERE, **born}))
    clock.set(f"{day} 10:00")

    words = browse(OFFICER).get(case.url).words

    assert f"Age {said}" in words
    assert "born 29 February 2008" in words


def test_a_birthday_does_not_end_the_bed(browse, clock):
    clock.set("2026-01-14 10:00")
    officer = browse(OFFICER)
    case = decided(officer, came(officer, **{**NOWHERE, "date_of_birth": ["15", "1", "2008"]}))
    bed(officer, case)
    clock.set("2026-01-15 10:00")

    words = browse(OFFICER).get(case.url).words

    assert "Age 18, since 15 January 2026" in words
    assert "Foster care, confirmed by Ann, Placements" in words


def test_an_age_nobody_knows_or_somebody_doubts_is_that_of_a_child(officer):
    unknown = decided(officer, came(officer, where="nowhere", asked="now"))
    assert "Not known: treated as a child" in unknown.words
    doubted = decided(officer, came(officer, where="nowhere", age="in_doubt", asked="now"))
    assert "In doubt: treated as a child" in doubted.words


def test_a_date_of_birth_learnt_after_the_decision_is_shown(officer):
    card = came(officer, where="nowhere", asked="now")
    case = decided(officer, card)

    answer(officer, card, "age", age="date_of_birth", date_of_birth=["15", "1", "2009"])

    assert "17, 140 days to 18" in officer.get(case.url).words


def test_two_dates_of_birth_are_both_shown(officer, card):
    case = decided(officer, card)

    answer(officer, card, "age", age="date_of_birth", date_of_birth=["15", "1", "2010"])

    words = officer.get(case.url).words
    assert "born 15 January 2010" in words
    assert "On their own record: born 15 January 2009. Find out which" in words


def test_the_legal_basis_is_what_is_recorded_and_nothing_else(officer, card, record, clock):
    case = decided(officer, card)
    assert "No bed is confirmed" in case.words
    assert "Legal basis: not recorded" in case.words
    bed(officer, case)
    assert "Legal basis: not decided yet" in officer.get(case.url).words
    assert "Legal basis: not decided yet" in officer.get(f"{case.url}/hand-over").words

    facts_on_record(record, case, clock, {"facts": {"legal_basis": "s20"}})

    section_20 = "Legal basis: the bed is provided under section 20 of the Children Act 1989"
    assert section_20 in officer.get(case.url).words
    assert section_20 in officer.get(f"{case.url}/hand-over").words


def test_foster_care_without_a_recorded_basis_is_not_taken_for_section_20(
    officer, card, record, clock
):
    case = decided(officer, card)

    facts_on_record(record, case, clock, {"facts": {}})

    assert "Legal basis: not recorded" in officer.get(case.url).words


def test_the_last_bed_is_where_they_sleep_and_whom_to_ring_there(officer, card, clock):
    case = decided(officer, card)
    bed(officer, case)
    clock.forward(minutes=5)
    other = {"bed-where": "high_support", "bed-place": "Elm House, 020 7946 0000"}
    bed(officer, case, **other)

    words = officer.get(case.url).words
    assert (
        "Tonight Supported accommodation with a high-level support package, "
        "Elm House, 020 7946 0000, confirmed by Ann, Placements today at 4:55pm" in words
    )


def test_somebody_who_needs_no_bed_is_not_shown_as_without_one(officer):
    card = came(officer, **{**NOWHERE, "where": "not_settled"})
    case = decided(officer, card, decision="mash")
    assert "Somewhere safe tonight, but not settled. No bed was asked for" in case.words
    assert "No bed is confirmed" not in case.words


def test_a_need_for_a_bed_that_is_not_known_is_taken_for_a_need(officer):
    case = decided(officer, came(officer, **{**NOWHERE, "where": "homeless"}))
    assert "It is not known whether they need one: act as if they do" in case.words


FAMILY = {
    "not asked": ({}, {}, DO_NOT, "They have not been asked alone yet"),
    "asked, not known": ({"family": "not_known"}, {}, DO_NOT, "not been asked alone yet"),
    "refuses": ({"family": "refuses"}, {}, DO_NOT, "The young person does not want it"),
    "unsafe": ({"family": "unsafe"}, {}, DO_NOT, "it could put them in danger"),
    "agrees, harm not asked about": ({"family": "agrees"}, {}, DO_NOT, "Harm has not been ruled"),
    "agrees, with a sign": (
        {"family": "agrees", "risk_of_significant_harm": "no"},
        {"signs": ["forced_marriage"]},
        DO_NOT,
        "Signs: Being made to marry",
    ),
    "agrees, and nothing points to harm": (
        {"family": "agrees", "risk_of_significant_harm": "no"},
        {},
        MAY,
        "The young person agrees, and says that it is safe",
    ),
}


@pytest.mark.parametrize("situation", FAMILY)
def test_whether_family_may_be_rung_is_said_at_the_top_with_the_reason(officer, situation):
    on_card, later, says, why = FAMILY[situation]
    card = came(officer, **NOWHERE, **on_card)
    case = decided(officer, card)
    if later:
        answer(officer, card, "signs", **later)

    words = officer.get(case.url).words

    assert says in words
    assert {DO_NOT, MAY} - {says} == {other for other in (DO_NOT, MAY) if other not in words}
    assert why in words
    assert words.index(says) < words.index("Tonight") < words.index("Not done yet")


def test_a_social_worker_decides_and_the_young_persons_own_words_stay_beside_it(officer, browse):
    card = came(officer, **NOWHERE, family="unsafe")
    case = decided(officer, card)
    answer(officer, card, "family-reason", family_reason="He said he would find me.")
    assert "“He said he would find me.”" in officer.get(case.url).words
    social_worker = browse("social_worker")
    allowed = {"social_worker_allows_family_contact": "yes"}
    answer(social_worker, card, "social-worker", **allowed, social_worker_reason="Only the aunt.")

    words = officer.get(case.url).words

    assert f"{MAY}. Where they are is still never given away." in words
    for why in ("A social worker has decided so", "put them in danger", "“Only the aunt.”"):
        assert why in words
    allowed = {"social_worker_allows_family_contact": "no"}
    answer(social_worker, card, "social-worker", **allowed, social_worker_reason="Not now.")
    words = officer.get(case.url).words
    assert DO_NOT in words
    assert "A social worker has decided that family must not be contacted" in words


def test_what_they_once_said_against_it_is_not_lost_when_they_agree(officer):
    card = came(officer, **NOWHERE, family="unsafe", risk_of_significant_harm="no")
    case = decided(officer, card)
    answer(officer, card, "family-reason", family_reason="He said he would find me.")

    answer(officer, card, "family", family="agrees")

    words = officer.get(case.url).words
    assert MAY in words
    assert "Earlier they did not want it: “He said he would find me.”" in words


def test_an_interpreter_is_asked_for_by_the_language(officer, card):
    case = decided(officer, card)
    assert "interpreter" not in case.words.replace("Interpreter", "")

    answer(officer, card, "interpreter", interpreter="yes", language="Tigrinya")
    answer(officer, card, "communication", communication=["plain", "quiet"])

    words = officer.get(case.url).words
    assert "They need an interpreter: Tigrinya. Never a relative or a friend." in words
    assert "What helps them to talk: short, plain sentences, and time; a quiet room" in words


def test_what_they_say_stands_in_one_place_with_who_wrote_it_down(officer, browse, card, clock):
    case = decided(officer, card)
    said = case.part("What the young person says")
    assert said.count("Not asked yet") == 3
    assert "Why family is not to be contacted" not in said, "they were never asked about it"
    answer(officer, card, "what-happened", what_happened="I slept on the bus.\nTwice.")
    clock.forward(minutes=3)
    other = browse(OTHER_OFFICER)
    answer(other, card, "what-they-want", what_they_want="A door I can lock.")
    answer(officer, card, "their-view", no_answer="declined")

    said = officer.get(case.url).part("What the young person says")

    assert "I slept on the bus. Twice. Written down by Worker housing_needs_officer" in said
    assert "A door I can lock. Written down by Worker other_officer, today at 4:53pm" in said
    assert "Going home They would rather not say." in said
    assert "Not asked yet" not in said


def test_a_long_story_begins_at_once_and_is_there_to_the_end(officer, card):
    case = decided(officer, card)
    told = " ".join(f"Part {number} of it." for number in range(150))
    answer(officer, card, "what-happened", what_happened=told)

    said = officer.get(case.url).soup.find(id="their-words").find_next_sibling("blockquote")

    assert said.text.startswith("Part 0 of it.")
    assert said.text.endswith("…")
    assert len(said.text) < 510
    assert line(said.find_next_sibling("details").div) == told


def test_all_answers_are_there_for_whoever_looks_and_in_nobodys_way(officer, card):
    case = decided(officer, card)
    answers = case.soup.find(string=lambda text: "All answers" in text).find_parent("details")
    assert not answers.has_attr("open")
    assert "Where can they stay? Nowhere safe tonight" in " ".join(answers.text.split())
    assert "15 January 2009" in answers.text


def test_who_alone_may_see_a_restricted_case_is_said(officer, card):
    case = decided(officer, card)
    restrict = officer.get(f"{case.url}/restrict")
    label = next(each for each in restrict.soup.select("label") if "Worker auditor" in each.text)
    auditor = restrict.soup.find(id=label["for"])["value"]
    officer.submit(restrict, "Restrict the case", allowed=auditor, why="A relative works here.")

    words = officer.get(case.url).words

    assert "Only" in words
    assert "Worker auditor" in words
    assert "can see this case" in words


def test_what_the_decision_departs_from_stands_beside_it_in_words_and_is_nobodys_task(officer):
    card = came(officer, **NOWHERE)
    departing = {"departure_reason": "safety", "departure_words": "Their uncle is there."}
    case = decided(officer, card, decision="mash", **departing)

    assert "Make sure they have somewhere safe to sleep" in case.part("What was decided")
    assert "Make sure they have somewhere safe to sleep" not in case.part("Not done yet")


def test_the_card_and_first_contact_can_be_gone_on_with_from_the_case(officer, card):
    case = decided(officer, card)
    links = {link["href"] for link in case.soup.main.find_all("a")}
    assert {page_of(card, "tonight"), page_of(card, "first-contact")} <= links
    assert id_of(card) in case.url
