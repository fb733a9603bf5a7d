"""The thresholds in use, and how a value becomes the council's."""

from html import unescape

import pytest

from protocol.people import ROLES
from store import accounts
from store.ids import new_id
from store.journal import erase_body
from tests.web.conftest import PASSWORD, email_of
from tests.web.mash_council import rated, told
from thresholds.bands import bands
from thresholds.choices import OUTCOMES, SHARING_GROUNDS
from thresholds.folders import folder as folder_of
from thresholds.indicators import INDICATORS
from thresholds.values import values

HEAD, OWNER = "head_of_service", "threshold_owner"
MARK = "Default, not yet confirmed by Barnet"
PROPOSE = "Propose that the council confirms it"
SEND = "Send it to the threshold owner"
WHY = "The partnership board agreed on it in May."
TODAY = {"starts_on": ["28", "8", "2026"], "reasons": WHY}
RED = "limit-red"


@pytest.fixture
def head(browse):
    return browse(HEAD)


@pytest.fixture
def owner(browse):
    return browse(OWNER)


@pytest.fixture
def merton(monkeypatch):
    monkeypatch.setenv("FRONTDOOR_THRESHOLDS", "merton")


def propose(head, value=RED, status=302, **answers):
    page = head.get(f"/thresholds/{value}/confirm")
    return head.submit(page, SEND, status=status, **{**TODAY, **answers})


def sheet_of(browser, words="How soon a contact is decided: Red"):
    """The signature that waits for a value."""
    home = browser.get("/")
    links = [a for a in home.soup.main.find_all("a") if words in unescape(a.text)]
    return browser.get(links[0]["href"])


def confirm(head, owner, value=RED, words="How soon a contact is decided: Red", **answers):
    propose(head, value, **answers)
    owner.submit(sheet_of(owner, words), "Save", says="agree")


def signature_on(page):
    """Where the signature of a value is, from the value's own page."""
    return page.soup.select_one("a[href^='/signatures/']")["href"]


def entry(page, id):
    return " ".join(page.soup.find(id=id).get_text(" ").split())


# Looking


@pytest.mark.parametrize("role", list(ROLES))
def test_everybody_who_signs_in_may_read_them_and_only_one_may_propose(browse, role):
    page = browse(role).get("/thresholds")
    assert "Barnet’s thresholds are in use here" in page.words
    assert f"Barnet has confirmed none of the {len(values())} values yet" in page.words
    assert (PROPOSE in browse(role).get(f"/thresholds/{RED}").words) is (role == HEAD)


def test_everything_in_use_is_there_with_where_it_comes_from(browse):
    page = browse(OWNER).get("/thresholds")
    for band in bands():
        words = entry(page, f"band-{band.id}")
        assert f"Level {band.level}, {band.level_name}: {band.says}." in words
        assert band.limit_words in entry(page, f"limit-{band.id}")
        assert "Not yet confirmed by Barnet" in words
    assert "As in Havering (2014); Merton has 2 hours." in entry(page, RED)
    for choice in (*OUTCOMES, *SHARING_GROUNDS):
        assert choice.words in page.words
    for each in INDICATORS:
        words = entry(page, f"indicator-{each.id}")
        assert each.words in words
        assert f"Level {each.level}." in words
    colours = [line.get("aria-hidden") for line in page.soup.select("#bands ~ section svg")[:4]]
    assert colours == ["true"] * 4  # the name stands beside each shape
    assert "%" not in page.words


@pytest.mark.parametrize("id", ["limit-pink", "RED", "%00", "confirm", "indicator-"])
def test_a_value_that_is_none_is_not_found(head, id):
    head.get(f"/thresholds/{id}", 404)
    head.get(f"/thresholds/{id}/confirm", 404)


# Confirming


def test_the_head_of_service_proposes_the_threshold_owner_signs_and_every_page_says_so(
    head, owner, browse, record, clock
):
    worker = browse("mash_social_worker")
    (address,) = told(record, clock, "Sam Tester")
    assert f"{MARK}. As in Havering" in worker.get(address).words
    page = head.follow(propose(head))
    assert "Waiting for a signature" in page.words
    assert PROPOSE not in page.words

    sheet = sheet_of(owner)
    assert sheet.heading == "A threshold value to be confirmed"
    for words in (
        "4 hours, day and night",
        "Havering",
        WHY,
        "28 August 2026",
        "Worker head_of_service, Head of service",
        "Waiting for the Threshold owner to sign",
        "I confirm this value, and sign it",
    ):
        assert words in sheet.words
    assert sheet.soup.select(":checked, [checked]") == []
    assert MARK in worker.get(address).words  # proposed is not confirmed
    assert MARK in worker.get("/contacts/team").words
    owner.submit(sheet, "Save", says="agree")

    page = worker.get("/thresholds")
    assert "Confirmed By Barnet, from 28 August 2026." in entry(page, RED)
    assert "Not yet confirmed" in entry(page, "band-red")
    assert f"Barnet has confirmed 1 of {len(values())} values." in page.words
    assert "Confirmed by Barnet. As in Havering" in worker.get(address).words
    assert MARK not in worker.get(address).words.partition("Next:")[0]
    assert MARK not in worker.get("/contacts/team").words  # it runs on Red's clock
    meetings = worker.get("/contacts/meetings").words  # other bands are not confirmed yet
    assert "Bands and time limits: default, not yet confirmed by Barnet." in meetings
    for browser in (head, owner):
        assert "signature" not in browser.get("/").words.lower()
    record.is_sound()


def test_it_never_reaches_back_and_a_day_to_come_is_waited_for(head, owner, browse, clock):
    refused = propose(head, status=400, starts_on=["27", "8", "2026"])
    assert refused.error_beside("starts_on").endswith("must be today or in the future")
    confirm(head, owner, starts_on=["1", "9", "2026"])
    for day, words in (
        ("2026-08-31", "Signed Confirmed by Barnet from 1 September 2026. Until then"),
        ("2026-09-01", "Confirmed By Barnet, from 1 September 2026."),
    ):
        clock.set(f"{day} 09:00")
        assert words in entry(browse(OWNER).get("/thresholds"), RED)


def test_one_human_with_two_accounts_confirms_nothing(head, browse, record):
    with record.database() as db:
        query = "select human_id from accounts where email = ?"
        human = next(db.query(query, [email_of(HEAD)]))["human_id"]
        accounts.add_account(db, human, email_of("herself"), PASSWORD, OWNER)
    propose(head)
    url = signature_on(head.get(f"/thresholds/{RED}"))
    herself = browse("herself")
    assert "Waiting for your signature" not in herself.get("/").words
    page = herself.get(url)
    assert "Somebody else has to sign this: it is your own decision" in page.words
    assert not page.soup.select("[name=says]")


@pytest.mark.parametrize("role", ["lawyer", "mash_manager", "service_manager"])
def test_nobody_but_the_threshold_owner_can_sign(head, browse, role):
    propose(head)
    page = browse(role).get(signature_on(head.get(f"/thresholds/{RED}")))
    assert "I confirm this value" not in page.words


def test_sent_back_answered_declined_and_proposed_anew(head, owner, browse):
    propose(head)
    owner.submit(sheet_of(owner), "Save", says="ask", question="Since when?")
    head.submit(sheet_of(head), "Answer", answer="Since May.")
    sheet = sheet_of(owner)
    assert "Since May." in sheet.words
    declined = owner.follow(
        owner.submit(sheet, "Save", says="decline", reason="The board said three hours.")
    )
    assert "The value is used as it is, and says that it is not confirmed." in declined.words
    page = head.get(f"/thresholds/{RED}")
    assert "Declined by Worker threshold_owner" in page.words
    assert PROPOSE in page.words
    confirm(head, owner)
    assert "Confirmed By Barnet" in browse("auditor").get(f"/thresholds/{RED}").words
    other = propose(head, "limit-amber")
    assert "proposed anew" not in head.follow(other).words


def test_posted_twice_it_is_proposed_once_and_by_two_of_them_once(head, record):
    page, other = (head.get(f"/thresholds/{RED}/confirm") for _ in range(2))
    for _ in range(2):
        head.submit(page, SEND, **TODAY)
    refused = head.submit(other, SEND, 409, **TODAY)
    assert refused.errors == ["This value was proposed already. Yours was not saved"]
    changed = head.submit(page, SEND, 409, **{**TODAY, "reasons": "Other."})
    assert changed.errors == ["You have saved this page before, differently"]
    assert len(record.entries("threshold_confirmation_proposed")) == 1


@pytest.mark.parametrize(
    ("wrong", "beside", "words"),
    [
        ({"reasons": " "}, "reasons", "Enter why this is the council's value"),
        ({"reasons": "x" * 4001}, "reasons", "Your reasons must be 4,000 characters or fewer"),
        ({"starts_on": ["", "", ""]}, "starts_on", "Enter the day from which it counts"),
        ({"starts_on": ["31", "9", "2026"]}, "starts_on", "must be a real date"),
    ],
)
def test_what_is_missing_is_said_beside_it(head, record, wrong, beside, words):
    page = propose(head, status=400, **wrong)
    assert words in page.error_beside(beside)
    assert record.entries("threshold_confirmation_proposed") == []


# Another council's folder


def test_another_councils_hours_are_shown_everywhere_and_whose_they_are(
    browse, head, owner, record, clock, merton
):
    page = browse("auditor").get("/thresholds")
    assert "Merton’s thresholds are in use here" in page.words
    for band, hours in (("red", "2 hours"), ("amber", "6 hours"), ("green", "24 hours")):
        assert f"{hours}, day and night" in entry(page, f"limit-{band}")
        assert "Not yet confirmed by Merton" in entry(page, f"limit-{band}")
    worker = browse("mash_social_worker")
    (address,) = told(record, clock, "Sam Tester")
    words = worker.get(address).words
    assert "2 hours, day and night" in words
    assert "Default, not yet confirmed by Merton. Merton's published MASH protocol" in words
    assert "Barnet" not in words
    clock.forward(hours=2, minutes=1)
    assert (
        "Not decided in time, 1 minute late"
        in browse("mash_manager").get("/contacts/meetings").words
    )
    rated(record, clock, address, "amber")
    assert "6 hours, day and night" in worker.get(address).words


def test_what_one_council_confirmed_is_not_confirmed_for_another_and_comes_back_with_its_folder(
    head, owner, monkeypatch
):
    """Blue's 1 working day and the referral's are one in both: it is still another council's."""
    confirm(head, owner, "limit-referral", "Any contact treated as a referral")
    assert "Confirmed By Barnet" in entry(head.get("/thresholds"), "limit-referral")
    sheet = signature_on(head.get("/thresholds/limit-referral"))
    with monkeypatch.context() as other:
        other.setenv("FRONTDOOR_THRESHOLDS", "merton")
        page = head.get("/thresholds")
        assert "Not yet confirmed by Merton" in entry(page, "limit-referral")
        assert "Merton has confirmed none of" in page.words
        assert "Another value is in use now" in owner.get(sheet).words
        assert PROPOSE in head.get("/thresholds/limit-referral").words
    assert "Confirmed By Barnet" in entry(head.get("/thresholds"), "limit-referral")


def test_another_value_has_to_be_confirmed_again(head, owner, monkeypatch, tmp_path, record):
    confirm(head, owner)
    folder = tmp_path / "changed"
    folder.mkdir()
    text = (folder_of("barnet") / "bands.toml").read_text()
    assert "value = 4" in text
    (folder / "bands.toml").write_text(text.replace("value = 4", "value = 3", 1))
    monkeypatch.setenv("FRONTDOOR_THRESHOLDS", str(folder))
    page = head.get(f"/thresholds/{RED}")
    assert "3 hours, day and night" in page.words
    assert "The value has changed since, so this no longer counts." in page.words
    assert "It was: Red: 4 hours, day and night" in page.words
    assert "Not yet confirmed by Barnet" in entry(head.get("/thresholds"), RED)
    record.is_sound()


def test_nothing_reassuring_follows_from_an_erased_proposal(head, owner, record, clock):
    confirm(head, owner)
    (proposed,) = record.entries("threshold_confirmation_proposed")
    with record.database() as db:
        by = {"author": proposed.author, "reason": "A court order", "recorded_at": clock()}
        erase_body(db, proposed.id, **by, command_id=new_id())
    assert "Not yet confirmed by Barnet" in entry(head.get("/thresholds"), RED)
    record.is_sound()
