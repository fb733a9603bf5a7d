"""The assessment: its clock, both halves, who found what, and a longer one in time or late."""

import pytest

from tests.web.journey import NOWHERE, came, decided, page_of
from tests.web.once import taken_once
from tests.web.parts import homeless, part

# 45 working days after Friday 28 August 2026, with the bank holiday of the Monday after.
LAST_DAY = "2026-11-02"
DAY_BEFORE, DAY_AFTER = "2026-10-30", "2026-11-03"
LATE = "Late: recorded after its time ran out."
RAN_OUT = "The assessment is late, and cannot be extended any more."


@taken_once
def case(officer):
    return homeless(officer)


@pytest.fixture
def sw(browse):
    return browse("social_worker")


@pytest.fixture
def manager(browse):
    return browse("team_manager")


def agree(manager, case, status=302, **more):
    page = manager.get(f"{case}/assessment")
    says = {"agreed": "yes", "until": ["1", "12", "2026"], "reasons": "Their mother is away."}
    return manager.submit(page, "Save what you say", status=status, **{**says, **more})


@pytest.mark.parametrize(
    ("day", "left", "in_time"),
    [
        (DAY_BEFORE, "1 working day left", True),
        (LAST_DAY, "Today is the last day", True),
        (DAY_AFTER, "1 working day late", False),
    ],
)
def test_the_day_before_the_day_and_the_day_after(browse, case, clock, day, left, in_time):
    clock.set(f"{day} 16:00")
    manager, sw = browse("team_manager"), browse("social_worker")
    page = manager.get(f"{case}/assessment")
    assert left in page.words
    assert "since they first asked for help" in page.words
    assert (RAN_OUT in page.words) is not in_time
    assert left in manager.get(case).words
    agree(manager, case)
    page = sw.get(f"{case}/assessment")
    assert ("Agreed before its time ran out, until 1 December 2026" in page.words) is in_time
    assert (LATE in page.words) is not in_time
    assert "Their mother is away." in page.words
    # The gate stays shut after its time ran out, whatever is recorded then.
    shut = "Do not take longer over the assessment"
    assert (shut in sw.get(f"{case}/parts/assessment").words) is not in_time
    if in_time:
        clock.set("2026-11-03 09:00")
        page = browse("social_worker").get(f"{case}/assessment")
        assert "agreed in time that it takes longer, until 1 December 2026." in page.words
        assert LATE not in page.words
        agreed = "A manager agreed in time to longer, until 1 December 2026"
        limits = browse("social_worker").get(case).part("Time limits")
        assert agreed in limits
        assert f"{agreed}, which is over" not in limits
        clock.set("2026-12-02 09:00")
        assert f"{agreed}, which is over" in browse("social_worker").get(case).words
        page = browse("social_worker").get(f"{case}/assessment")
        assert "and that day is over. The assessment is late." in page.words


def test_calendar_days_stand_beside_working_days(sw, case):
    page = sw.get(f"{case}/assessment")
    assert "45 working days left" in page.words
    assert "66 calendar days left" in page.words


def test_only_a_manager_agrees_and_a_no_is_kept_as_well(manager, sw, browse, case, record):
    assert "Save what you say" not in sw.get(f"{case}/assessment").words
    form = manager.get(f"{case}/assessment").filled("Save what you say")
    assert sw.post(f"{case}/assessment/longer", form).status == 403
    agree(manager, case, agreed="no", until=["", "", ""], reasons="There is no good reason.")
    page = sw.get(f"{case}/assessment")
    assert "Not agreed." in page.words
    assert "Do not take longer" in sw.get(f"{case}/parts/assessment").words


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"agreed": None, "until": ["", "", ""]}, "agreed"),
        ({"agreed": "perhaps"}, "agreed"),
        ({"until": ["", "", ""]}, "until"),
        ({"until": ["31", "2", "2027"]}, "until"),
        ({"until": ["1", "8", "2026"]}, "until"),
        ({"reasons": ""}, "reasons"),
        ({"reasons": "x" * 4001}, "reasons"),
        ({"reasons": "\x00"}, "reasons"),
    ],
)
def test_what_is_wrong_is_said_beside_the_question(manager, case, record, wrong, name):
    refused = agree(manager, case, status=400, **wrong)
    assert refused.error_beside(name)
    if name != "reasons":
        assert refused.typed("Save what you say")["reasons"] == ["Their mother is away."]
    assert record.entries("record_saved") == []


def test_posted_twice_it_is_recorded_once(manager, case, record):
    page = manager.get(f"{case}/assessment")
    form = {**page.filled("Save what you say"), "agreed": "no", "reasons": "No good reason."}
    for _ in range(2):
        manager.post(f"{case}/assessment/longer", form, 302)
    assert len(record.entries("record_saved")) == 1


def test_both_halves_and_who_has_not_done_theirs(sw, browse, case):
    page = sw.get(f"{case}/assessment")
    assert page.part("Together with Housing").count("Nobody has said that it is done") == 2
    assessor = browse("housing_options_assessor")
    assert sw.get(f"{case}/parts/assessment/housing-half", 403)
    part(
        assessor,
        case,
        "assessment/housing-half",
        housing_half_done="yes",
        housing_half_words="A relief duty.",
    )
    part(sw, case, "assessment/social-work-half", social_work_half_done="no")
    together = sw.get(f"{case}/assessment").part("Together with Housing")
    assert "Social worker Not done yet" in together
    assert "Housing options assessor Done: Worker housing_options_assessor" in together
    assert "A relief duty." in together


def test_what_it_found_says_who_decided_and_when(sw, browse, case):
    found = sw.get(f"{case}/assessment").part("What it found")
    assert found.count("Not known yet") == 4
    part(sw, case, "assessment/in-need", in_need="yes", in_need_words="Nowhere to live.")
    found = sw.get(f"{case}/assessment").part("What it found")
    assert "In need Yes Worker social_worker, Social worker, today at 4:50pm" in found
    assert "Nowhere to live." in found
    assessor = browse("housing_options_assessor")
    assert assessor.get(f"{case}/parts/assessment/in-need", None).status == 403


def test_the_seven_dimensions_keep_their_words_beside_the_workers(sw, case):
    listed = sw.get(f"{case}/parts/assessment/check")
    assert listed.words.count("What does the young person say about") >= 7
    part(
        sw,
        case,
        "assessment/money",
        money_in_their_words="I live on what I earn.",
        money_worker="£40 a week.",
    )
    assert "I live on what I earn." in sw.get(f"{case}/parts/assessment/check").words
    assert "I live on what I earn." in sw.get(case).part("What the young person says")
    assert "£40 a week." not in sw.get(case).part("What the young person says")


def test_parents_are_asked_only_where_family_may_be_contacted(officer, sw):
    hidden = homeless(officer)
    assert sw.get(f"{hidden}/parts/assessment/views", 404)
    assert "Ask the young person first, alone" in sw.get(f"{hidden}/parts/assessment").words
    card = came(officer, **NOWHERE, family="agrees", risk_of_significant_harm="no")
    carers = page_of(card, "first-contact/carers")
    carer = f"{carers}/00000000-0000-4000-8000-00000000000a"
    officer.submit(officer.get(carer), name="Ann Made-Up", relationship="mother")
    case = decided(officer, card, name="Robin Sample").url
    listed = sw.get(f"{case}/parts/assessment/views")
    link = listed.soup.select_one("dd a")["href"]
    sw.submit(sw.get(link), asked_for_assessment="yes", assessment_view="They can stay a week.")
    assert "They can stay a week." in sw.get(listed.url).words


def test_a_conference_is_asked_about_alone_and_their_no_is_enough(sw, case):
    part(sw, case, "assessment/living-away", living_away_from_home="yes")
    assert "Ask them, alone, whether they want" in sw.get(f"{case}/assessment").words
    part(
        sw,
        case,
        "assessment/conference-agreed",
        agrees_to_family_group_conference="no",
        conference_in_their_words="Not with him there.",
    )
    page = sw.get(f"{case}/assessment")
    assert "Their no is not a departure" in page.words
    assert sw.get(f"{case}/parts/assessment/conference", 404)
