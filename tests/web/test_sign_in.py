"""Signing in and out, and who is kept out."""

import pytest
from flask.sessions import SecureCookieSessionInterface

from app import create_app
from store import accounts
from store.ids import new_id
from tests.web.browser import Browser
from tests.web.conftest import OFFICER, OTHER_OFFICER, PASSWORD, email_of

WRONG = "The e-mail address or the password is wrong"
TOO_MANY = "Too many tries. Wait 15 minutes, or ask your administrator"
EMAIL = email_of(OFFICER)


def signed_in(browser):
    return browser.get("/", status=None).status == 200


def test_the_right_password_leads_to_ones_own_work(browse):
    browser = browse()
    page = browser.follow(browser.sign_in(EMAIL, PASSWORD))
    assert page.heading == "Your work"


def test_an_e_mail_address_is_the_same_however_it_is_typed(browse):
    browser = browse()
    browser.sign_in(f"  {EMAIL.upper()} ", PASSWORD)
    assert signed_in(browser)


def test_nobody_learns_from_the_words_whether_an_e_mail_address_has_an_account(browse, app):
    browser = browse()
    wrong = browser.sign_in(EMAIL, "not it", status=400)
    unknown = browser.sign_in("nobody@council.example", "not it", status=400)
    with_account = wrong.text.replace(EMAIL, "-")
    without = unknown.text.replace("nobody@council.example", "-")
    assert wrong.errors == unknown.errors == [WRONG]
    assert _without_secrets(with_account) == _without_secrets(without)
    assert not signed_in(browser)


def _without_secrets(text):
    return [line for line in text.splitlines() if "nonce" not in line and "csrf" not in line]


def test_what_was_typed_wrong_stands_there_again_but_never_the_password(browse):
    page = browse().sign_in(EMAIL, "my secret", status=400)
    assert page.typed() == {"email": [EMAIL]}
    assert "my secret" not in page.text


def test_nothing_typed_is_said_beside_each_box(browse):
    page = browse().sign_in("", "", status=400)
    assert page.errors == ["Enter your e-mail address", "Enter your password"]
    assert page.error_beside("email") == "Enter your e-mail address"


def test_after_five_failures_even_the_right_password_has_to_wait_15_minutes(browse, clock):
    browser = browse()
    for _ in range(5):
        browser.sign_in(EMAIL, "not it", status=400)
    assert browser.sign_in(EMAIL, PASSWORD, status=429).errors == [TOO_MANY]
    clock.forward(minutes=14, seconds=59)
    browser.sign_in(EMAIL, PASSWORD, status=429)
    assert not signed_in(browser)
    clock.forward(seconds=1)
    browser.sign_in(EMAIL, PASSWORD)
    assert signed_in(browser)


def test_five_failures_shut_out_nobody_else(browse):
    browser = browse()
    for _ in range(5):
        browser.sign_in(EMAIL, "not it", status=400)
    browser.sign_in(email_of(OTHER_OFFICER), PASSWORD)
    assert signed_in(browser)


def test_five_failures_look_the_same_for_an_e_mail_address_without_an_account(browse):
    browser = browse()
    for _ in range(5):
        browser.sign_in("nobody@council.example", "not it", status=400)
    page = browser.sign_in("nobody@council.example", "not it", status=429)
    assert page.errors == [TOO_MANY]


def test_signing_in_forgets_the_failures_before_it(browse):
    browser = browse()
    for _ in range(4):
        browser.sign_in(EMAIL, "not it", status=400)
    browser.sign_in(EMAIL, PASSWORD)
    other = browse()
    for _ in range(4):
        other.sign_in(EMAIL, "not it", status=400)
    other.sign_in(EMAIL, PASSWORD)
    assert signed_in(other)


def test_whoever_is_not_signed_in_comes_to_the_page_they_wanted_after_it(browse):
    browser = browse()
    asked = browser.get("/young-person-here-now", status=302)
    page = browser.sign_in(EMAIL, PASSWORD, url=asked.location)
    assert page.location == "/young-person-here-now"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//evil.example",
        "///evil.example",
        "/%5Cevil.example",
        "/%5C/evil.example",
        "%5C%5Cevil.example",
        "https://evil.example",
        "https:evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/%09/evil.example",
        "/%0A/evil.example",
        "/%0D%0ALocation:%20https://evil.example",
        "%20//evil.example",
        "%09//evil.example",
        "/%00/evil.example",
        "",
    ],
)
def test_signing_in_never_leads_to_another_site(browse, elsewhere):
    page = browse().sign_in(EMAIL, PASSWORD, url=f"/sign-in?next={elsewhere}")
    assert page.location == "/"


def test_signing_out_ends_it_on_the_server_too(browse):
    browser = browse(OFFICER)
    kept = browser.cookie().value
    home = browser.get("/")
    token = home.soup.find("input", {"name": "csrf_token"})["value"]
    browser.post("/sign-out", {"csrf_token": token}, status=302)
    assert not signed_in(browser)
    browser.client.set_cookie("front_door", kept)
    assert not signed_in(browser)


def test_signing_out_at_one_desk_leaves_the_other_signed_in(browse):
    here, there = browse(OFFICER), browse(OFFICER)
    token = here.get("/").soup.find("input", {"name": "csrf_token"})["value"]
    here.post("/sign-out", {"csrf_token": token}, status=302)
    assert signed_in(there)


def test_signing_in_over_somebody_else_ends_their_session_on_the_server(browse):
    browser = browse(OFFICER)
    kept = browser.cookie().value
    browser.sign_in(email_of(OTHER_OFFICER), PASSWORD)
    browser.client.set_cookie("front_door", kept)
    assert not signed_in(browser)


def test_sign_ins_ended_by_an_administrator_are_over_at_once(browse, flask):
    here, there, other = browse(OFFICER), browse(OFFICER), browse(OTHER_OFFICER)
    assert flask("end-sign-ins", EMAIL.upper()).exit_code == 0
    assert not signed_in(here)
    assert not signed_in(there)
    assert signed_in(other)
    here.sign_in(EMAIL, PASSWORD)
    assert signed_in(here)


def test_ending_the_sign_ins_of_nobody_is_said(flask):
    result = flask("end-sign-ins", "nobody@council.example")
    assert result.exit_code == 1
    assert "No account has this e-mail address" in result.output


def test_a_sign_in_lasts_ten_hours(browse, clock):
    browser = browse(OFFICER)
    clock.forward(hours=9, minutes=59)
    assert signed_in(browser)
    clock.forward(minutes=1)
    page = browser.get("/", status=302)
    assert page.location.startswith("/sign-in")


def test_an_account_that_was_closed_is_out_at_once_and_cannot_come_back(browse, record):
    browser = browse(OFFICER)
    with record.database() as db:
        account = accounts.check_password(db, EMAIL, PASSWORD)
        accounts.set_active(db, account.id, False)
    assert not signed_in(browser)
    assert browser.sign_in(EMAIL, PASSWORD, status=400).errors == [WRONG]


def test_a_cookie_that_was_made_up_or_changed_is_nobodys(browse, app):
    browser = browse(OFFICER)
    good = browser.cookie().value
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    other_key = SecureCookieSessionInterface().get_signing_serializer(
        create_app(DATABASE=app.config["DATABASE"], SECRET_KEY="another")
    )
    for cookie in (
        good[:-2] + ("AA" if good[-2:] != "AA" else "BB"),
        other_key.dumps(signer.loads(good)),
        signer.dumps({"_user_id": "guessed"}),
        signer.dumps({"_user_id": new_id(), "_fresh": True}),
        "rubbish",
    ):
        browser.client.set_cookie("front_door", cookie)
        assert not signed_in(browser), cookie


def test_scripts_and_other_sites_get_nothing_out_of_the_cookie(browse, app):
    browser = Browser(app)
    page = browser.sign_in(EMAIL, PASSWORD)
    (cookie,) = page.headers.getlist("Set-Cookie")
    parts = {part.strip() for part in cookie.split(";")}
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= parts
    assert not any(part.startswith(("Expires", "Max-Age", "Domain")) for part in parts)


def test_over_https_the_cookie_goes_nowhere_else(app, monkeypatch):
    monkeypatch.setenv("FRONTDOOR_HTTPS", "1")
    secure = create_app(DATABASE=app.config["DATABASE"], SECRET_KEY="only for tests")
    response = secure.test_client().get("/sign-in", base_url="https://door.example")
    assert "; Secure;" in response.headers["Set-Cookie"]
    assert "max-age=31536000" in response.headers["Strict-Transport-Security"]
