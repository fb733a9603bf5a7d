"""The demo holds what it says that it holds, and everything it tells people to try can be tried."""

import re
from contextlib import closing
from datetime import datetime

import pytest

from cli.demo import PASSWORD, demo
from protocol.people import SIGNS_FOR
from store.database import connect, rows
from store.migrations import migrate
from tests.web.browser import Browser
from tests.web.journey import BED, NOWHERE, SAVE, came, deciding
from views.doors import PRESENTATIONS

LEAVING = BED | {
    "decision": "something_else",
    "departure_reason": "young_person_left",
    "departure_words": "They went to an aunt.",
}


@pytest.fixture
def said(app, tmp_path, monkeypatch, clock):
    """What the command says, over a database of its own."""
    path = tmp_path / "demo.sqlite3"
    monkeypatch.setitem(app.config, "DATABASE", str(path))
    db = connect(path)
    with closing(db):
        migrate(db)
        return "\n".join(demo(db, clock()))


@pytest.fixture
def sign_in(app, said):
    def start(email):
        browser = Browser(app)
        browser.sign_in(email, PASSWORD)
        return browser

    return start


def accounts(app):
    with closing(connect(app.config["DATABASE"])) as db:
        return rows(db, "select email, role, human_id from accounts")


def test_everybody_named_can_sign_in_and_is_told_so_again_without_being_made_again(
    app, said, sign_in, flask
):
    emails = re.findall(r"\S+@frontdoor.example", said)
    assert sorted(emails) == sorted(each["email"] for each in accounts(app))
    for email in emails:
        assert sign_in(email).get("/").heading == "Your work"
    assert flask("demo").output.strip() == said


def test_there_is_somebody_to_sign_whatever_any_of_them_decides(app, said):
    roles = {each["role"] for each in accounts(app)}
    assert roles >= PRESENTATIONS
    for role in roles & PRESENTATIONS:
        assert roles >= set(SIGNS_FOR[role]), role


def test_one_human_with_two_accounts_cannot_sign_what_they_decided_and_another_can(sign_in):
    officer = sign_in("officer@frontdoor.example")
    officer.submit(deciding(officer, came(officer, where="nowhere")), SAVE, **LEAVING)
    other = sign_in("housing.manager@frontdoor.example").get("/")
    assert "Something else" in other.part("Waiting for your signature")
    same = sign_in("officer.as.manager@frontdoor.example").get("/")
    assert "Waiting for your signature" not in same.words
    assert "Something else" in same.part("You are waiting for a signature")


def test_whoever_it_says_is_alike_is_asked_about(said, sign_in):
    officer = sign_in("officer@frontdoor.example")
    tried = re.findall(r"^  (“.*), born ([^:]*): (.*)$", said, re.MULTILINE)
    assert len(tried) == 2
    for names, born, what in tried:
        day = datetime.strptime(born, "%d %B %Y")  # noqa: DTZ007
        for name in re.findall("“(.*?)”", names):
            parts = [str(part) for part in (day.day, day.month, day.year)]
            card = came(officer, **NOWHERE | {"date_of_birth": parts})
            page = officer.submit(deciding(officer, card), SAVE, 400, **BED, name=name)
            (label,) = [
                each.text for each in page.soup.select("label[for^=who]") if "same" in each.text
            ]
            assert ("is open" in label) == ("open case" in what)
            if "alias" in what:
                assert "Also known as Jo Placeholder" in page.words


def test_the_plan_of_whom_it_supports_promises_nothing_that_is_long_done(app, said, sign_in):
    with closing(connect(app.config["DATABASE"])) as db:
        ((case_id, *_),) = (
            tuple(each.values()) for each in rows(db, "select * from support_cases")
        )
    plan = sign_in("support@frontdoor.example").get(f"/cases/{case_id}/support/plan").words
    assert "This is called an assessment." in plan
    for told in ("safe bed for tonight", "We tell the children", "The day for this was"):
        assert told not in plan
