"""The open points, and how a reading of ours becomes the council's."""

import json

import pytest

from forms.readings import ProposeForm
from protocol.pack import current_pack, pack_read
from protocol.people import ROLES
from protocol.readings import open_points
from rules.pack import read_pack
from store import accounts
from store.ids import new_id
from store.journal import erase_body
from store.verify import anchor
from tests.web.conftest import OFFICER, PASSWORD
from tests.web.journey import NOWHERE, came, decided, page_of
from tests.web.test_signatures import DEPARTURE

HEAD, LAWYER = "head_of_service", "lawyer"
OURS = "Our reading, to be confirmed by the council."
PROPOSE = "Propose that the council confirms it"
SEND = "Send it to the lawyer"
WHY = "Counsel has advised us so."
TODAY = {"starts_on": ["28", "8", "2026"], "reasons": WHY}
AGREE = {"says": "agree"}
ASK = {"says": "ask", "question": "Since when?"}
DECLINE = {"says": "decline", "reason": "The paragraph says otherwise."}


@pytest.fixture
def head(browse):
    return browse(HEAD)


@pytest.fixture
def lawyer(browse):
    return browse(LAWYER)


def propose(head, reading="A12", status=302, **answers):
    page = head.get(f"/readings/{reading}/confirm")
    return head.submit(page, SEND, status=status, **{**TODAY, **answers})


def sheet_of(browser, reading="A12"):
    """The signature that waits for a reading."""
    home = browser.get("/")
    url = next(a["href"] for a in home.soup.main.find_all("a") if f"Reading {reading}:" in a.text)
    return browser.get(url)


def confirm(head, lawyer, reading="A12", **answers):
    propose(head, reading, **answers)
    lawyer.submit(sheet_of(lawyer, reading), "Save", **AGREE)


def council_entries(record):
    return [entry for entry in record.entries() if entry.stream == "council"]


# Looking


def test_every_open_point_is_listed_with_what_we_do_where_and_what_rests_on_it(officer):
    page = officer.get("/readings")
    sections = {s["id"].removeprefix("reading-"): s for s in page.soup.select("section.app-entry")}
    assert list(sections) == list(open_points())
    for id, section in sections.items():
        words = " ".join(section.get_text(" ").split())
        assert open_points()[id].open in words
        assert current_pack().reading[id].says in words
        assert OURS in words
        rules = [rule.id for rule in current_pack().rules if id in rule.readings]
        assert [a.text for a in section.select("a[href^='/rule-book/']")] == rules


@pytest.mark.parametrize("role", list(ROLES))
def test_everybody_who_signs_in_may_read_them_and_only_one_may_propose(browse, role):
    page = browse(role).get("/readings/A12")
    assert "How else it could be read" in page.words
    assert (PROPOSE in page.words) is (role == HEAD)


def test_each_way_to_read_it_is_there_with_what_it_would_mean(officer):
    for id in ("A10", "A39", "A3"):
        page, point = officer.get(f"/readings/{id}"), open_points()[id]
        for way in point.ways:
            assert way.says in page.words
            assert way.means in page.words
    assert "It is chosen as “calendar_days”" in officer.get("/readings/A39").words
    assert "No rule has been written for it" in officer.get("/readings/A3").words


@pytest.mark.parametrize("id", ["A99", "a12", "0", "A12.", "%00", "confirm"])
def test_a_reading_that_is_none_is_not_found(officer, head, id):
    officer.get(f"/readings/{id}", 404)
    head.get(f"/readings/{id}/confirm", 404)


# Confirming


def test_the_head_of_service_proposes_and_a_lawyer_confirms(head, lawyer, officer, record):
    page = head.get("/readings/A12")
    assert OURS in page.words
    assert "Nobody has proposed it" in page.words
    page = head.follow(propose(head))
    assert "Waiting for a signature" in page.words
    assert PROPOSE not in page.words

    sheet = sheet_of(lawyer)
    assert sheet.heading == "A reading to be confirmed"
    for words in (
        open_points()["A12"].open,
        current_pack().reading["A12"].says,
        WHY,
        "28 August 2026",
        "Worker head_of_service, Head of service",
        "Waiting for the Council lawyer to sign",
    ):
        assert words in sheet.words
    assert sheet.soup.select(":checked, [checked]") == []
    lawyer.submit(sheet, "Save", **AGREE, words="As advised in May.")

    page = officer.get("/readings/A12")
    assert "Confirmed By the council, from 28 August 2026." in page.words
    assert "Signed by Worker lawyer" in page.words
    assert "confirmed 1 of them" in officer.get("/readings").words
    assert [e.kind for e in council_entries(record)] == [
        "confirmation_proposed",
        "signature_asked",
        "signature_given",
    ]
    for browser in (head, lawyer):
        assert "signature" not in browser.get("/").words.lower()
    record.holds()


def test_a_lawyer_sends_it_back_the_head_answers_and_the_lawyer_signs(head, lawyer):
    propose(head)
    lawyer.submit(sheet_of(lawyer), "Save", **ASK)
    assert "Reading A12" in head.get("/").part("Sent back with a question")
    head.submit(sheet_of(head), "Answer", answer="Since May.")
    sheet = sheet_of(lawyer)
    assert "Since May." in sheet.words
    lawyer.submit(sheet, "Save", **AGREE)
    assert "Confirmed" in head.get("/readings/A12").words


def test_declined_it_stays_ours_and_can_be_proposed_anew(head, lawyer, officer):
    propose(head)
    sheet = sheet_of(lawyer)
    after = lawyer.follow(lawyer.submit(sheet, "Save", **DECLINE))
    assert "The reading stays ours, to be confirmed." in after.words
    assert "bed" not in after.soup.select_one(".govuk-warning-text").get_text()
    page = officer.get("/readings/A12")
    assert OURS in page.words
    assert "Declined by Worker lawyer" in page.words
    assert PROPOSE in head.get("/readings/A12").words
    confirm(head, lawyer)
    assert "proposed anew since" in lawyer.get(sheet.url).words


def test_another_reading_proposed_since_is_another_question(head, lawyer):
    propose(head)
    sheet = sheet_of(lawyer)
    propose(head, "A11")
    assert "proposed anew since" not in lawyer.get(sheet.url).words


def test_withdrawn_it_can_be_asked_for_again(head, lawyer):
    propose(head)
    sheet = sheet_of(head)
    assert "The reading then stays ours" in sheet.words
    sheet = head.follow(head.submit(sheet, "Withdraw", withdrawal="Too early."))
    assert OURS in head.get("/readings/A12").words
    again = head.follow(head.submit(sheet, "Ask for the signature again"))
    lawyer.submit(lawyer.get(again.url), "Save", **AGREE)
    assert "Confirmed" in head.get("/readings/A12").words


def test_a_day_to_come_is_waited_for(head, lawyer, clock):
    confirm(head, lawyer, starts_on=["1", "9", "2026"])
    assert "It counts from 1 September 2026." in head.get("/readings/A12").words
    for moment in ("2026-08-31 23:59", "2026-09-01 00:00"):
        page = head.get("/readings/A12").words
        assert "Signed Confirmed by the council from 1 September 2026." in page
        assert "Until then it is our reading." in page
        assert "A12 , our reading, to be confirmed" in head.get("/rule-book/s3-first-contact").words
        clock.set(moment)
        head.sign_in("head_of_service@council.example", PASSWORD)
    assert "Confirmed By the council, from 1 September 2026." in head.get("/readings/A12").words


def test_signed_late_it_counts_from_the_signature(head, lawyer, clock):
    propose(head)
    clock.forward(days=3)
    lawyer.sign_in("lawyer@council.example", PASSWORD)
    lawyer.submit(sheet_of(lawyer), "Save", **AGREE)
    assert "from 31 August 2026" in lawyer.get("/readings/A12").words


# Two humans


def test_the_head_of_service_cannot_sign_with_a_second_account(head, browse, record):
    propose(head)
    with record.database() as db:
        (human,) = [id for id, name in accounts.humans(db).items() if name == f"Worker {HEAD}"]
        accounts.add_account(db, human, "second@council.example", PASSWORD, LAWYER)
    second = browse()
    second.sign_in("second@council.example", PASSWORD)
    assert "Waiting for your signature" not in second.get("/").words
    sheet = sheet_of(head)
    own = second.get(sheet.url)
    assert "Somebody else has to sign this" in own.words
    assert "I confirm" not in own.words
    form = {"use": "sign", **AGREE, "command_id": new_id(), "seq": "1"}
    form["csrf_token"] = own.filled("Withdraw")["csrf_token"]
    assert second.post(sheet.url, form, 403).errors == [
        "Somebody else has to sign this: it is your own decision"
    ]
    assert OURS in head.get("/readings/A12").words


@pytest.mark.parametrize("role", ["service_manager", "mash_manager", OFFICER])
def test_nobody_but_a_lawyer_can_sign(head, browse, role):
    propose(head)
    browser = browse(role)
    shown = browser.get(sheet_of(head).url)
    assert shown.soup.main.find_all("form") == []
    form = {"use": "sign", **AGREE, "command_id": new_id(), "seq": "1"}
    form["csrf_token"] = shown.soup.find("input", {"name": "csrf_token"})["value"]
    refused = browser.post(shown.url, form, 403)
    assert refused.errors == ["This has to be signed by somebody else: the Council lawyer"]


def test_a_lawyer_sees_nothing_about_a_young_person(officer, lawyer, browse, record):
    """Also not what they decided themselves in another role."""
    case = decided(officer, came(officer, **NOWHERE), **DEPARTURE)
    sheet = case.soup.main.select_one("a[href^='/signatures/']")["href"]
    with record.database() as db:
        (human,) = [id for id, name in accounts.humans(db).items() if name == f"Worker {OFFICER}"]
        accounts.add_account(db, human, "both@council.example", PASSWORD, LAWYER)
    both = browse()
    both.sign_in("both@council.example", PASSWORD)
    for browser in (lawyer, both):
        assert browser.get(sheet, 403).heading == "You cannot see this page"
        browser.post(sheet, {"use": "sign"}, 403)
        browser.get(case.url, 403)
        browser.get("/people", 403)
        for url in ("/", "/signatures"):
            assert "Sam Sample" not in browser.get(url).words
            assert "signature" not in browser.get("/").words.lower()
    assert "You are waiting for a signature" in officer.get("/").words


def test_looking_at_a_reading_is_not_recorded_as_reading_a_case(head, lawyer, record):
    propose(head)
    lawyer.get(sheet_of(lawyer).url)
    with record.database() as db:
        assert list(db.query("select 1 from journal where kind = 'case_read'")) == []


# What is asked for


@pytest.mark.parametrize(
    ("answers", "name", "message"),
    [
        ({"starts_on": ["", "", ""]}, "starts_on", "Enter the day from which it counts"),
        ({"starts_on": ["27", "8", "2026"]}, "starts_on", "must be today or in the future"),
        ({"starts_on": ["31", "2", "2027"]}, "starts_on", "must be a real date"),
        ({"reasons": " \n "}, "reasons", "Enter why this is the council's reading"),
        ({"reasons": "x" * 4001}, "reasons", "Your reasons must be 4,000 characters or fewer"),
    ],
)
def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(
    head, record, answers, name, message
):
    wrong = propose(head, status=400, **answers)
    assert len(wrong.errors) == 1
    assert message in wrong.errors[0]
    assert wrong.error_beside(name) == wrong.errors[0]
    kept = {**TODAY, **answers}
    assert wrong.filled(SEND).getlist("starts_on") == kept["starts_on"]
    assert council_entries(record) == []


def test_posted_twice_it_is_proposed_once(head, record):
    form = head.get("/readings/A12/confirm").filled(SEND)
    form.setlist("starts_on", TODAY["starts_on"])
    form["reasons"] = WHY
    for _ in range(2):
        assert head.post("/readings/A12/confirm", form, 302).location == "/readings/A12"
    form["reasons"] = "Something else."
    again = head.post("/readings/A12/confirm", form, 409)
    assert again.errors == ["You have saved this page before, differently"]
    assert len(record.entries("confirmation_proposed")) == 1


def test_proposed_by_another_meanwhile_it_is_not_proposed_twice(head, browse, record):
    page = head.get("/readings/A12/confirm")
    propose(head)
    late = head.submit(page, SEND, status=409, **TODAY)
    assert late.errors == ["This reading was proposed already. Yours was not saved"]
    assert len(record.entries("confirmation_proposed")) == 1
    assert head.get("/readings/A12/confirm", 302).location == "/readings/A12"


def test_midnight_between_the_form_and_the_record_is_told_calmly(head, record, clock, monkeypatch):
    page = head.get("/readings/A12/confirm")
    real = ProposeForm.validate

    def slow(form):
        valid = real(form)
        clock.set("2026-08-29 00:00")
        return valid

    monkeypatch.setattr(ProposeForm, "validate", slow)
    late = head.submit(page, SEND, status=409, **TODAY)
    assert late.errors == ["The day it counts from must be today or in the future"]
    assert council_entries(record) == []


def test_what_is_confirmed_is_what_was_seen(head, record, monkeypatch):
    page = head.get("/readings/A39/confirm")
    other = pack_read({"A39": "calendar_days"})
    monkeypatch.setattr("views.readings.current_pack", lambda: other)
    late = head.submit(page, SEND, status=409, **TODAY)
    assert late.errors == ["The reading has changed since you opened this page. Look again"]
    assert other.reading["A39"].says in late.words
    assert council_entries(record) == []


# Wherever a reading is cited


def test_a_card_says_what_the_council_has_confirmed(officer, head, lawyer):
    card = came(officer, **NOWHERE)
    assert "Our reading A45, to be confirmed" in officer.get(card.url).words
    assert (
        "Reading A12 , our reading, to be confirmed by the council."
        in officer.get(page_of(card, "why")).words
    )
    confirm(head, lawyer, "A45")
    confirm(head, lawyer, "A12")
    card = officer.get(card.url)
    assert "Reading A45, confirmed by the council" in card.words
    assert "Our reading A45" not in card.words
    assert "Our reading A44, to be confirmed" in card.words
    why = officer.get(page_of(card, "why")).words
    assert "Reading A12 , confirmed by the council." in why
    assert "a45: Reading A45, confirmed by the council" in why
    assert "Reading A11 , our reading, to be confirmed by the council." in why


def test_the_rule_book_says_it_too(officer, head, lawyer):
    confirm(head, lawyer, "A48")
    words = officer.get("/rule-book/scope").words
    assert "A48 , confirmed by the council." in words
    assert "Reading A48, confirmed by the council" in words


def test_another_reading_has_to_be_confirmed_again(officer, head, lawyer, monkeypatch):
    confirm(head, lawyer, "A39")
    assert "Confirmed By the council" in officer.get("/readings/A39").words
    other = pack_read({"A39": "calendar_days"})
    monkeypatch.setattr("views.readings.current_pack", lambda: other)
    page = officer.get("/readings/A39")
    assert OURS in page.words
    assert "The reading has changed since, so this no longer counts." in page.words
    assert PROPOSE in head.get("/readings/A39").words


def test_a_lawyer_is_told_when_the_words_have_changed_meanwhile(head, lawyer, monkeypatch):
    propose(head, "A39")
    sheet = sheet_of(lawyer, "A39")
    assert "has changed since" not in sheet.words
    other = pack_read({"A39": "calendar_days"})
    monkeypatch.setattr("views.signatures.current_pack", lambda: other)
    assert "The reading has changed since." in lawyer.get(sheet.url).words


def departed(officer):
    """A decision that differs from what reading A12 asks for, as a page of its signature."""
    case = decided(officer, came(officer, asked="now"), **DEPARTURE)
    return case, case.soup.main.select_one("a[href^='/signatures/']")["href"]


DIFFERS = "The advice it differs from"
A12_OURS = "a12: Our reading, to be confirmed by the council, A12"


def test_earlier_advice_keeps_the_reading_it_was_given_under(
    officer, head, lawyer, browse, clock, monkeypatch, flask
):
    """It is confirmed, and later says something else. The decision shows neither."""
    case, sheet = departed(officer)
    manager = browse("housing_duty_manager")
    given = manager.get(sheet).part(DIFFERS)
    assert A12_OURS in given
    clock.forward(minutes=1)
    confirm(head, lawyer, "A12")
    assert manager.get(sheet).part(DIFFERS) == given
    why = case.url.replace("/cases/", "/young-person/") + "/why"
    assert "a12: Reading A12, confirmed by the council" in officer.get(why).words

    words = "Everybody is referred, whatever is known."
    changed = reworded("A12", words)
    for place in ("views.rules_in_force", "views.readings", "views.signatures"):
        monkeypatch.setattr(f"{place}.current_pack", lambda: changed)
    assert words in officer.get("/readings/A12").words
    now = officer.get(why).words
    assert f"Reading A12 , our reading, to be confirmed by the council. {words}" in now
    assert manager.get(sheet).part(DIFFERS) == given

    exported = json.loads(flask("export-decision", case.url.split("/")[2]).stdout)
    readings = {each["id"]: each for each in json.loads(exported["pack_text"])["readings"]}
    assert readings["A12"]["says"] == current_pack().reading["A12"].says
    assert flask("check-decision", "-", given=json.dumps(exported)).exit_code == 0


def test_advice_given_under_a_confirmed_reading_says_so_ever_after(
    officer, head, lawyer, browse, monkeypatch
):
    confirm(head, lawyer, "A12")
    _, sheet = departed(officer)
    changed = reworded("A12", "Everybody is referred, whatever is known.")
    monkeypatch.setattr("views.rules_in_force.current_pack", lambda: changed)
    given = browse("housing_duty_manager").get(sheet).part(DIFFERS)
    assert "a12: Reading A12, confirmed by the council" in given
    assert "a15: Our reading, to be confirmed by the council, A15" in given


def reworded(id, words):
    """The rules in force, with other words for one reading."""
    data = json.loads(current_pack().text)
    for reading in data["readings"]:
        if reading["id"] == id:
            reading["says"] = words
    return read_pack(json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False))


def test_anchors_in_the_councils_stream_do_not_get_in_the_way(head, lawyer, record, clock, flask):
    propose(head)
    (proposed,) = record.entries("confirmation_proposed")
    with record.database() as db:
        anchor(db, author=proposed.author, recorded_at=clock(), command_id=new_id())
    lawyer.submit(sheet_of(lawyer), "Save", **ASK)
    assert "Since when?" in sheet_of(head).part("What was said so far")
    assert flask("rebuild-tables").exit_code == 0
    assert flask("verify-journal").exit_code == 0
    assert "Since when?" in sheet_of(head).part("What was said so far")


def test_nothing_reassuring_follows_from_an_erased_proposal(head, lawyer, record, clock):
    confirm(head, lawyer)
    (proposed,) = record.entries("confirmation_proposed")
    with record.database() as db:
        erase_body(
            db,
            proposed.id,
            author=proposed.author,
            reason="Retention",
            recorded_at=clock(),
            command_id=new_id(),
        )
    assert OURS in head.get("/readings/A12").words
