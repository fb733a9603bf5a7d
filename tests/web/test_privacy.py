"""Nothing about anybody leaves the pages: not in cookies, addresses, or logs."""

import logging

import pytest
from flask.sessions import SecureCookieSessionInterface

from store import accounts, cases
from tests.web.browser import Browser
from tests.web.conftest import PASSWORD
from tests.web.journey import SAVE, SHOW, START, answer, came, deciding, id_of, page_of

EMAIL, WORKER, SECRET = "zebedee@quillfeather.example", "Quillon Feather", "pass phrase xyzzy"
NAME, REASON, TOLD = "Marigold Thistlewood", "Stepfather threw a kettle", "Hostel called Larkrise"
MORE, BORN = "Aunt Peverell in Cromer", "1999-07-23"
TYPED = [EMAIL, WORKER, SECRET, NAME, REASON, TOLD, MORE]
ANSWERS = {
    "where": "nowhere",
    "age": "in_doubt",
    "risk_of_significant_harm": "yes",
    "family": "unsafe",
}


@pytest.fixture
def journey(app, record, caplog, monkeypatch):
    """Everything an officer can do, mistakes and breakdowns among it, at the wordiest log."""
    caplog.set_level(logging.DEBUG)
    with record.database() as db:
        accounts.add_account(
            db, accounts.add_human(db, WORKER), EMAIL, SECRET, "housing_needs_officer"
        )
    browser = Browser(app)
    browser.get("/young-person-here-now", status=302)
    browser.sign_in(EMAIL, SECRET + " wrong", status=400)
    browser.sign_in(EMAIL, SECRET, url=f"/sign-in?next={START}")
    browser.submit(browser.get(START), SHOW, asked="today", asked_at="Kettle time", status=400)
    browser.submit(browser.get(START), SHOW, csrf_token="no", **ANSWERS, status=400)
    card = came(browser, **ANSWERS)
    browser.get(page_of(card, "why"))
    page = browser.get(page_of(card, "questions"))
    browser.submit(page, SHOW, date_of_birth=["23", "7", "1999"], age="date_of_birth")
    browser.submit(page, SHOW, command_id="0" * 36, **ANSWERS, status=409)
    words = {"decision": "mash", "reason": REASON, "told": TOLD, "name": NAME}
    page = browser.submit(deciding(browser, card), SAVE, **words, status=400)
    page = browser.submit(page, SAVE, departure_reason="safety", departure_words=MORE)
    case = browser.get(f"/cases/{id_of(card)}")
    browser.follow(page)
    assert all(text in case.text for text in (NAME, REASON, TOLD, MORE)), case.words
    browser.submit(case, "Done")
    browser.get("/")
    with monkeypatch.context() as broken:
        broken.setattr(cases, "case_file", lambda *_: {}["whatever broke"])
        browser.get(case.url, status=500)
        broken.setattr("store.decisions.record", lambda *_: 1 / 0)
        other = came(browser, **ANSWERS)
        words |= {"decision": "bed_and_mash"}
        asked = browser.submit(deciding(browser, other), SAVE, **words, status=400)
        browser.submit(asked, SAVE, who=answer(asked, "None of these"), status=500)
    token = browser.get("/").soup.find("input", {"name": "csrf_token"})["value"]
    browser.post("/sign-out", {"csrf_token": token}, status=302)
    browser.logged = list(caplog.records)
    return browser


def test_the_cookie_holds_a_random_token_and_nothing_about_anybody(journey, app):
    reader = SecureCookieSessionInterface().get_signing_serializer(app)
    seen = set()
    for page in journey.pages:
        for cookie in page.headers.getlist("Set-Cookie"):
            name, value = cookie.split(";")[0].split("=", 1)
            assert name == "front_door"
            if not value:
                continue
            held = reader.loads(value)
            seen |= set(held)
            assert set(held) <= {"csrf_token", "_user_id", "_fresh"}
            _says_nothing(str(held))
    assert seen == {"csrf_token", "_user_id", "_fresh"}


def test_no_address_says_anything_about_anybody(journey):
    for page in journey.pages:
        _says_nothing(page.url)
        _says_nothing(page.location or "")
        for tag in page.soup.find_all(True):
            for name in ("href", "src", "action", "formaction"):
                _says_nothing(tag.get(name, ""))
                assert "?" not in tag.get(name, "").replace("/sign-in?next=/", "")


def test_no_header_says_anything_about_anybody(journey):
    for page in journey.pages:
        _says_nothing(str(page.headers))


def test_no_log_line_says_anything_about_anybody(journey):
    lines = [logging.Formatter().format(record) for record in journey.logged]
    assert any("Exception on" in line for line in lines)
    for line in lines:
        _says_nothing(line)
        assert not any(answer in line for answer in ("nowhere", "in_doubt", "unsafe"))


def test_passwords_and_tokens_are_stored_as_digests_only(journey, record):
    with record.database() as db:
        everything = "\n".join(db.conn.iterdump())
    assert SECRET not in everything
    assert PASSWORD not in everything
    assert EMAIL in everything  # so that this test would see it
    tokens = [page.headers.get("Set-Cookie", "") for page in journey.pages]
    assert tokens


def test_an_e_mail_address_typed_wrong_is_not_kept(journey, record, app):
    browser = Browser(app)
    browser.sign_in("my password typed in the wrong box", "x", status=400)
    with record.database() as db:
        assert "wrong box" not in "\n".join(db.conn.iterdump())


def _says_nothing(text):
    for private in (*TYPED, BORN, "1999", "Kettle time"):
        assert private.lower() not in text.lower(), private
