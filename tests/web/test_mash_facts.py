"""What a rating knows of a child before anybody has ticked anything."""

import pytest

from rules.answers import NO, NOT_KNOWN, YES
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, came, decided
from tests.web.journey import answer as who_is
from tests.web.mash_rating import rated
from tests.web.receiving import CHILD, NEW, SAVE, TOLD, child_of, told
from thresholds.indicators import INDICATORS
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


def handed_over(officer, mash, card, name="Sam"):
    decided(officer, card, name=name)
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
        "age_disputed": NOT_KNOWN,
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


NO_BIRTHDAY = {"date_of_birth": ["", "", ""]}


@pytest.mark.parametrize(
    ("said", "age", "disputed"),
    [
        ({"age_known": "about", "age": "17", **NO_BIRTHDAY}, 17, NOT_KNOWN),
        ({"age_known": "about", "age": "18", **NO_BIRTHDAY}, 18, YES),
        ({"age_known": "about", "age": "25", **NO_BIRTHDAY}, 25, YES),
        ({"date_of_birth": ["29", "8", "2008"]}, 17, NOT_KNOWN),
        ({"date_of_birth": ["28", "8", "2008"]}, 18, NOT_KNOWN),
        ({"age_known": "not_known", **NO_BIRTHDAY}, NOT_KNOWN, NOT_KNOWN),
    ],
)
def test_whoever_is_only_guessed_to_be_grown_up_may_be_a_child(mash, said, age, disputed):
    facts = facts_of(mash, child_of(mash, told(mash, **said)))
    assert facts["age"] == age
    assert facts["age_disputed"] is disputed


@pytest.mark.parametrize(
    ("born", "about", "age", "disputed"),
    [
        ("2009-03-27", "18", 17, YES),
        ("2009-03-27", "17", 17, NOT_KNOWN),
        ("2008-03-27", "16", 18, YES),
        (None, "18", 18, YES),
        (None, "16", 16, NOT_KNOWN),
    ],
)
def test_the_date_of_birth_on_record_counts_before_an_age_that_was_guessed(
    mash, person, born, about, age, disputed
):
    person("Ana Kovalska", born)
    said = {**TOLD, "name": "Ana Kovalska", "age_known": "about", "age": about}
    page = mash.submit(mash.get(NEW), SAVE, 400, **said)
    contact = mash.follow(mash.submit(page, SAVE, who=who_is(page, "The same person as")))
    child = child_of(mash, contact)
    facts = facts_of(mash, child)
    assert facts["age"] == age
    assert facts["age_disputed"] is disputed


def test_about_eighteen_leaves_the_door_of_the_joint_protocol_open(mash, record):
    said = {"age_known": "about", "age": "18", **NO_BIRTHDAY, "told": ["homeless"]}
    child = child_of(mash, told(mash, **said))
    boxes = mash.get(f"{child.url}/rating").soup.select("[name=indicators]")
    assert len(boxes) == len(INDICATORS)
    rated(mash, child.url, "amber")
    suggested = record.last("child_rated")["suggested"]
    assert suggested["minimum"] == "amber"
    assert suggested["same_day"]


def test_saying_who_a_child_is_takes_no_danger_back(mash):
    said = {"name": "", "age_known": "not_known", "date_of_birth": ["", "", ""]}
    page = child_of(mash, told(mash, **said, safe_tonight="no", harm_now="yes"))
    naming = mash.get(f"{page.url}/who")
    mash.submit(naming, "Save who the child is", name="Ana Kovalska")
    assert "They have nowhere safe to sleep tonight" in mash.get(page.url).words
    facts = facts_of(mash, page)
    assert facts["nowhere_safe_tonight"] is facts["harm_now"] is YES


def test_a_no_told_at_mash_takes_back_no_danger_that_first_contact_recorded(officer, mash):
    card = came(officer, **NOWHERE, risk_of_significant_harm="no")
    page = child_of(mash, handed_over(officer, mash, card, name=""))
    naming = mash.get(f"{page.url}/who")
    said = {"name": "Sam", "safe_tonight": "yes", "harm_now": "yes", "missing_now": "no"}
    assert mash.submit(naming, "Save who the child is", **said).location
    facts = facts_of(mash, page)
    assert facts["nowhere_safe_tonight"] is YES
    assert facts["harm_now"] is YES, "a yes told at MASH counts over a no"
    assert facts["missing_now"] is NO
    assert "They have nowhere safe to sleep tonight" in mash.get(page.url).words


def facts_rated(mash, record, url):
    """What was kept of what was known when it was rated."""
    rated(mash, url, "green", "EDU-2a")
    return record.last("child_rated")["facts"]


def test_of_a_child_without_a_name_nobody_knows_whether_there_were_contacts_before(mash, record):
    nameless = {"name": "", "age_known": "not_known", **NO_BIRTHDAY}
    for said, known in ((nameless, False), ({}, True)):
        page = child_of(mash, told(mash, **said))
        facts = facts_rated(mash, record, page.url)
        assert facts.get("contacts_in_12_months") == (0 if known else None)
        words = mash.get(f"{page.url}/decision").words
        assert ("Nobody knows whether there were contacts before" in words) is not known


def test_while_it_is_not_known_who_a_child_is_no_contact_before_is_not_known_either(
    mash, person, record
):
    person("Anna Kowalska", "2009-03-27")
    page = mash.submit(mash.get(NEW), SAVE, 400, **{**TOLD, **CHILD})
    contact = mash.follow(mash.submit(page, SAVE, who=who_is(page, "I cannot tell yet")))
    page = child_of(mash, contact)
    assert "contacts_in_12_months" not in facts_rated(mash, record, page.url)
    mash.submit(contact, "Done")
    assert facts_rated(mash, record, page.url)["contacts_in_12_months"] == 0
