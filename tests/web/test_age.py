"""How old they are, and what follows from it."""

import pytest

from tests.web.journey import SHOW, START, came, page_of

ADULT = "A homelessness application today"
UNDER_16 = "Ring MASH at once"
BED_AND_MASH = "A bed tonight, and MASH now"


def born(*parts):
    return {"age": "date_of_birth", "date_of_birth": list(parts)}


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("", "", ""), "Enter the date of birth"),
        (("15", "", "2009"), "Date of birth must include a month"),
        (("", "", "2009"), "Date of birth must include a day and month"),
        (("15", "1", ""), "Date of birth must include a year"),
        (("31", "2", "2009"), "Date of birth must be a real date"),
        (("29", "2", "2009"), "Date of birth must be a real date"),
        (("0", "1", "2009"), "Date of birth must be a real date"),
        (("15", "13", "2009"), "Date of birth must be a real date"),
        (("15", "1", "09"), "Date of birth must have a year of 4 numbers"),
        (("15", "1", "2oo9"), "Date of birth must be a real date"),
        (("١٥", "1", "2009"), "Date of birth must be a real date"),
        (("15", "1", "1066"), "Date of birth must have a year between 1900 and 2100"),
        (("28", "8", "2026"), "Date of birth must be in the past"),
        (("29", "8", "2026"), "Date of birth must be in the past"),
    ],
)
def test_a_date_of_birth_that_cannot_be_is_said_beside_it_and_nothing_is_lost(
    officer, record, parts, message
):
    typed = {"where": "nowhere", "family": "unsafe", **born(*parts)}
    page = officer.submit(officer.get(START), SHOW, **typed, status=400)
    assert page.errors == [message]
    assert page.error_beside("date_of_birth") == message
    assert page.soup.title.get_text().strip().startswith("Error: ")
    assert page.filled().getlist("date_of_birth") == list(parts)
    assert (page.filled()["where"], page.filled()["family"]) == ("nowhere", "unsafe")
    assert record.entries() == []
    href = page.soup.select_one(".govuk-error-summary__list a")["href"]
    assert page.soup.find(id=href[1:]).name == "input"


@pytest.mark.parametrize(
    "parts",
    [("15", "1", "2009"), ("15", "Jan", "2009"), (" 15", "january", "2009 "), ("15", "01", "2009")],
)
def test_a_date_of_birth_is_understood_as_people_write_it(officer, record, parts):
    came(officer, **born(*parts))
    assert record.facts() == {"date_of_birth": "2009-01-15"}


def test_a_date_typed_without_choosing_it_counts(officer, record):
    """Without JavaScript the boxes show under an answer that nobody has chosen."""
    came(officer, date_of_birth=["15", "1", "2009"])
    assert record.facts() == {"date_of_birth": "2009-01-15"}


def test_a_date_typed_wrong_without_choosing_it_is_said_too(officer):
    page = officer.submit(officer.get(START), SHOW, date_of_birth=["15", "", ""], status=400)
    assert page.errors == ["Date of birth must include a month and year"]


def test_a_date_typed_under_another_answer_is_set_aside(officer, record):
    came(officer, age="in_doubt", date_of_birth=["15", "1", "2001"])
    assert record.facts() == {"age_disputed": "yes"}


@pytest.mark.parametrize(
    ("parts", "heading"),
    [
        (("28", "8", "2008"), ADULT),  # 18 today
        (("29", "8", "2008"), BED_AND_MASH),  # 18 tomorrow
        (("28", "8", "2010"), BED_AND_MASH),  # 16 today
        (("29", "8", "2010"), UNDER_16),  # 16 tomorrow
        (("1", "1", "1960"), ADULT),
        (("27", "8", "2026"), UNDER_16),
    ],
)
def test_birthdays_decide_which_card_it_is(officer, parts, heading):
    assert came(officer, where="nowhere", asked="now", **born(*parts)).heading == heading


@pytest.mark.parametrize(
    ("now", "heading"),
    [
        ("2026-02-27 10:00", BED_AND_MASH),  # the day before 28 February, a Friday
        ("2026-02-28 23:59", "Ring the Emergency Duty Team now"),  # still 17
        ("2026-03-01 00:00", ADULT),
    ],
)
def test_somebody_born_on_29_february_is_18_on_1_march(browse, clock, now, heading):
    clock.set(now)
    officer = browse("housing_needs_officer")
    card = came(officer, where="nowhere", asked="now", **born("29", "2", "2008"))
    assert card.heading == heading


def test_a_child_under_16_goes_to_mash_at_once_and_has_a_bed(officer):
    card = came(officer, **born("1", "1", "2012"))
    steps = card.part("Who acts, and by when")
    assert "Refer to MASH at once as a child who needs somewhere to live" in steps
    assert "safe bed tonight" in steps
    assert "bed and breakfast" in card.part("Do not, tonight")
    assert "You will have somewhere safe to sleep tonight" in card.part("What to say")


def test_an_adult_gets_the_homelessness_duties_and_is_asked_about_care(officer):
    card = came(officer, where="nowhere", **born("1", "1", "2000"))
    steps = card.part("Who acts, and by when")
    assert "Take a homelessness application today" in steps
    assert "been in care" in steps
    assert card.part("Under which power") == "Part VII of the Housing Act 1996."
    assert "MASH" not in steps
    assert "family" not in card.words


def test_somebody_whose_age_is_in_doubt_is_a_child_meanwhile(officer, record):
    card = came(officer, where="nowhere", age="in_doubt", asked="now")
    assert record.facts()["age_disputed"] == "yes"
    assert card.heading == BED_AND_MASH
    assert "bed and breakfast" in card.part("Do not, tonight")


def test_doubt_raised_later_over_an_adults_date_of_birth_makes_them_a_child(officer, record):
    card = came(officer, where="nowhere", asked="now", **born("1", "1", "2007"))
    assert card.heading == ADULT
    page = officer.get(page_of(card, "questions"))
    card = officer.follow(officer.submit(page, SHOW, age="in_doubt"))
    assert card.heading == BED_AND_MASH
    assert "date_of_birth" not in record.facts()


def test_no_date_of_birth_closes_no_door(officer):
    for age in (None, "not_known"):
        assert came(officer, where="nowhere", age=age, asked="now").heading == BED_AND_MASH
