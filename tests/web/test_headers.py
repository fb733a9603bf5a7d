"""What every response tells the browser."""

import re

import pytest

from store import cases
from tests.web.journey import came, decided

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def policy(page):
    directives = page.headers["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


@pytest.fixture
def seen(app, officer, browse, monkeypatch):
    """Pages of every kind: good ones, redirects, refusals, and what is broken."""
    case = decided(officer, came(officer))
    officer.get("/no-such-page", status=404)
    officer.get("/sign-out", status=405)
    officer.post("/young-person-here-now", b"x" * 300_000, status=413,
                 content_type="application/x-www-form-urlencoded")  # fmt: skip
    officer.post("/sign-out", status=400)
    browse("auditor").get("/young-person-here-now", status=403)
    officer.get(case.url.replace("cases", "young-person") + "/questions", status=409)
    with monkeypatch.context() as broken:
        broken.setattr(cases, "case_file", lambda *_: 1 / 0)
        officer.get(case.url, status=500)
    return officer.pages


def test_every_response_is_fenced_and_none_is_kept(seen):
    assert {200, 302, 400, 404, 405, 409, 413, 500} <= {page.status for page in seen}
    for page in seen:
        assert page.headers["Cache-Control"] == "no-store"
        assert SAFE.items() <= dict(page.headers).items()


def test_only_scripts_of_ours_run_and_nothing_else_is_loaded(seen):
    for page in seen:
        fence = policy(page)
        assert fence["default-src"] == "'none'"
        assert fence["frame-ancestors"] == fence["base-uri"] == "'none'"
        assert fence["form-action"] == fence["style-src"] == "'self'"
        assert re.fullmatch(r"'nonce-[\w-]{22}'", fence["script-src"])
        assert "unsafe" not in page.headers["Content-Security-Policy"]
        assert "http" not in page.headers["Content-Security-Policy"]


def test_the_nonce_is_never_the_same_twice_and_is_the_one_on_the_page(seen):
    nonces = [policy(page)["script-src"][7:-1] for page in seen]
    assert len(set(nonces)) == len(seen)
    for page, nonce in zip(seen, nonces, strict=True):
        assert set(re.findall(r'nonce="([^"]*)"', page.text)) <= {nonce}


def test_styles_and_scripts_may_be_kept_and_are_fenced_all_the_same(browse):
    page = browse().get("/static/app/app.css")
    assert page.headers.get("Cache-Control") != "no-store"
    assert SAFE.items() <= dict(page.headers).items()


def test_pages_load_only_what_is_there(browse, officer):
    pages = [browse().get("/sign-in"), officer.get("/"), officer.get("/young-person-here-now")]
    for page in pages:
        for tag in page.soup.find_all(["link", "script", "img"]):
            source = tag.get("href") or tag.get("src")
            if source and not source.startswith("data:"):
                assert source.startswith("/static/"), tag
                officer.get(source)


@pytest.mark.parametrize(
    ("url", "status", "heading"),
    [("/no-such-page", 404, "Page not found"), ("/sign-out", 405, "Page not found")],
)
def test_what_is_not_there_is_said_calmly(officer, url, status, heading):
    assert officer.get(url, status=status).heading == heading


def test_what_is_broken_says_what_to_do_and_nothing_of_what_broke(officer, monkeypatch):
    monkeypatch.setattr(cases, "open_cases", lambda *_: {}["Anna Secret"])
    page = officer.get("/", status=500)
    assert page.heading == "Front Door is not working"
    assert "use the printed protocol" in page.words
    assert not re.search("Traceback|KeyError|Secret|File", page.text)


def test_the_page_for_what_is_broken_needs_no_database(app, officer, monkeypatch):
    def gone(*_):
        raise OSError("no disk")

    monkeypatch.setattr("views.database.connect", gone)
    assert officer.get("/", status=500).heading == "Front Door is not working"
