"""What a rating knows of a child before anybody has ticked anything."""

import pytest

from rules.answers import NO, NOT_KNOWN, YES
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, came, decided
from tests.web.receiving import child_of, told
from views.mash.facts import facts_known
from views.mash.found import found_child


@pytest.fixture
def mash(browse):
    return browse("mash_social_worker")


def facts_of(mash, page):
    """As the service finds them while whoever it is looks at the child's page."""
    contact_id, child_id = page.url.split("/")[2], page.url.split("/")[4]
    with mash.client:
        mash.client.get(page.url)
        return facts_known(found_child(contact_id, child_id))


def handed_over(officer, mash, card):
    decided(officer, card, name="Sam")
    (link,) = mash.get("/contacts").soup.select("main .govuk-summary-card a")
    return mash.get(link["href"])


def test_a_hand_over_says_what_first_contact_knows(officer, mash):
    card = came(officer, **NOWHERE, risk_of_significant_harm="no")
    answer(officer, card, "pregnant", pregnant="no")
    answer(officer, card, "left", left_or_missing="no")
    facts = facts_of(mash, child_of(mash, handed_over(officer, mash, card)))
    assert facts == {
        "nowhere_safe_tonight": YES,
        "homeless": YES,
        "harm_now": NO,
        "missing_now": NO,
        "pregnant_or_parenting": NOT_KNOWN,  # nobody has asked about a child of their own
        "abuse_or_violence": NOT_KNOWN,
        "exploitation_or_gang_risk": NOT_KNOWN,
        "age": 17,
        "carries_3_l": YES,
        "open_to_worker": NOT_KNOWN,
    }


@pytest.mark.parametrize(
    ("signs", "abuse", "exploitation"),
    [
        (["violence_or_abuse"], YES, NOT_KNOWN),
        (["forced_marriage"], YES, NOT_KNOWN),
        (["honour_based_abuse", "exploited"], YES, YES),
        (["exploited"], NOT_KNOWN, YES),
        (["self_harm"], NOT_KNOWN, NOT_KNOWN),
        (["not_known"], NOT_KNOWN, NOT_KNOWN),
        (["none"], NO, NOT_KNOWN),  # of a gang it was not asked
    ],
)
def test_signs_of_harm_seen_at_first_contact_are_known(officer, mash, signs, abuse, exploitation):
    card = came(officer, **NOWHERE)
    answer(officer, card, "signs", signs=signs)
    facts = facts_of(mash, child_of(mash, handed_over(officer, mash, card)))
    assert facts["abuse_or_violence"] is abuse
    assert facts["exploitation_or_gang_risk"] is exploitation


def test_another_child_in_a_hand_over_has_none_of_the_young_persons_facts(officer, mash):
    contact = handed_over(officer, mash, came(officer, **NOWHERE))
    adding = mash.get(f"{contact.url}/children/new")
    mash.submit(adding, "Add this child", name="Kim", age_known="about", age="8", harm_now="yes")
    facts = facts_of(mash, child_of(mash, mash.get(contact.url), 2))
    assert facts["nowhere_safe_tonight"] is facts["homeless"] is NOT_KNOWN
    assert facts["harm_now"] is YES
    assert facts["age"] == 8
    assert facts["carries_3_l"] is NO


def test_what_was_told_counts_as_it_was_told_and_a_blank_says_nothing(mash):
    said = {"safe_tonight": "no", "missing_now": "no", "told": ["homeless"]}
    facts = facts_of(mash, child_of(mash, told(mash, **said)))
    assert facts["nowhere_safe_tonight"] is facts["homeless"] is YES
    assert facts["missing_now"] is NO
    assert facts["harm_now"] is facts["abuse_or_violence"] is NOT_KNOWN
    assert facts["pregnant_or_parenting"] is facts["open_to_worker"] is NOT_KNOWN
    assert facts["age"] == 17


def test_the_date_of_birth_on_record_counts_before_an_age_that_was_guessed(mash):
    said = {"name": "Bo Made-Up", "age_known": "about", "age": "15", "date_of_birth": ["", "", ""]}
    page = child_of(mash, told(mash, **said))
    assert facts_of(mash, page)["age"] == 15
    unknown = {**said, "name": "Di Made-Up", "age_known": "not_known", "age": ""}
    assert facts_of(mash, child_of(mash, told(mash, **unknown)))["age"] is NOT_KNOWN


def test_saying_who_a_child_is_takes_no_danger_back(mash):
    said = {"name": "", "age_known": "not_known", "date_of_birth": ["", "", ""]}
    page = child_of(mash, told(mash, **said, safe_tonight="no", harm_now="yes"))
    naming = mash.get(f"{page.url}/who")
    mash.submit(naming, "Save who the child is", name="Ana Kovalska")
    assert "They have nowhere safe to sleep tonight" in mash.get(page.url).words
    facts = facts_of(mash, page)
    assert facts["nowhere_safe_tonight"] is facts["harm_now"] is YES
