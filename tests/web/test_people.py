"""Finding people, what else they are called, and who is the same person."""

import logging
from datetime import date

import pytest
from flask import render_template_string

from forms.fields import QuestionForm
from forms.people import WhoIsIt
from store import stream_names
from store.accounts import humans
from store.database import rows
from store.ids import new_id
from store.journal import read
from store.reading import in_order_recorded
from tests.web.conftest import OFFICER, id_of
from views import people

FIND = "/people"
BORN = "2009-03-27"
LINK, UNLINK = "Record that they are the same person", "Record that they are two people"

CHANGING = {
    "housing_needs_officer", "housing_duty_manager", "housing_options_assessor",
    "emergency_duty_team_worker", "social_worker", "social_work_duty_manager",
    "mash_social_worker", "mash_manager",
}  # fmt: skip
READING = CHANGING | {"team_manager", "service_manager", "head_of_service", "auditor"}


def search(browser, text, status=200):
    return browser.submit(browser.get(FIND), "Search", text=text, status=status)


def names(page):
    """Who is shown, in order."""
    return [a.get_text(strip=True) for a in page.soup.main.select("ul a[href^='/people/']")]


def link(browser, one, other, status=302, reason="The same tattoo."):
    page = browser.get(f"{one}/same-person/{id_of(other)}")
    return browser.submit(page, LINK, reason=reason, status=status)


def kinds(record, page):
    with record.database() as db:
        return [entry.kind for entry in read(db, stream_names.person(id_of(page)))]


def read_by(record, email):
    """Whose particulars this account has been shown, page by page."""
    with record.database() as db:
        account = rows(db, "select id from accounts where email = :email", {"email": email})[0]
        return [
            (entry.body["page"], set(entry.body["person_ids"]))
            for entry in in_order_recorded(db)
            if entry.kind == "people_read" and entry.stream.startswith(f"account:{account['id']}")
        ]


def test_somebody_is_found_with_the_reason_and_their_page_opened(officer, person):
    page = person("Zoë Müller", BORN, "Bea Nowak")
    person("Somebody Else")
    for text, why in (
        ("zoe muller", "Found by: name"),
        ("Zoe Mueler", "Found by: name, spelled otherwise"),
        ("bea nowak", "Found by: known alias"),
        ("27/3/09", "Found by: same date of birth"),
    ):
        found = search(officer, text)
        assert names(found) == ["Zoë Müller"]
        assert "1 person found" in found.words
        assert why in found.words
        assert "27 March 2009" in found.words
        assert "Also known as Bea Nowak" in found.words
    assert officer.get(page).heading == "Zoë Müller"


def test_nobody_found_is_not_nothing_known(officer):
    assert "does not mean that nothing is known" in search(officer, "Nemo").words


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Enter a name, a date of birth or a case reference"),
        ("  ", "Enter a name, a date of birth or a case reference"),
        ("!!! 31/2/2009", "Enter a name, a date of birth or a case reference"),
        ("a" * 201, "What you look for must be 200 characters or fewer"),
        ("a\0b", "What you look for must not include characters that cannot be shown"),
    ],
)
def test_what_asks_for_nobody_is_said_beside_the_box(officer, person, typed, message):
    person("Anna Kowalska")
    page = search(officer, typed, status=400)
    assert page.errors == [message]
    assert page.error_beside("text") == message
    assert page.soup.title.text.strip().startswith("Error: ")
    assert names(page) == []


def test_a_name_is_never_in_an_address_a_title_a_cookie_or_a_log(officer, person, record, caplog):
    caplog.set_level(logging.DEBUG)
    page = person("Quetzalina Kowalska", BORN, "Xochitl Nowak")
    other = person("Quetzalina Kowalska", BORN)
    search(officer, "Quetzalina Kowalska")
    officer.get(page)
    officer.submit(officer.get(f"{page}/other-names"), "Add", alias="Itzel", reason="Her sister")
    link(officer, page, other)
    alias = officer.get(page).soup.select_one("a[href$='/remove']")["href"]
    officer.submit(officer.get(alias), "Remove", reason="Wrong")
    secrets = ("quetzalina", "kowalska", "xochitl", "nowak", "itzel")
    for seen in officer.pages:
        kept = [seen.url, seen.location or "", str(seen.headers)]
        kept += [seen.soup.title.text] if seen.soup.title else []
        kept += [a["href"] for a in seen.soup.find_all("a")]
        kept += [form.get("action") or "" for form in seen.soup.find_all("form")]
        assert not [name for name in secrets for each in kept if name in each.lower()]
    assert not [name for name in secrets if name in officer.cookie().value.lower()]
    assert not [name for name in secrets if name in caplog.text.lower()]
    assert {form["method"] for form in officer.get(FIND).soup.main.find_all("form")} == {"post"}
    with record.database() as db:
        accounts = [e for e in in_order_recorded(db) if e.stream.startswith("account:")]
    assert not [name for name in secrets for e in accounts if name in str(e.body).lower()]


def test_a_person_page_shows_names_cases_and_what_happened(officer, person, case):
    page = person("Anna Kowalska", BORN, "Bea Nowak")
    case(page, "FD-346XYW")
    shown = officer.get(page)
    assert "27 March 2009" in shown.words
    assert "FD-346XYW" in shown.words
    assert "Bea Nowak" in shown.part("Other names")
    assert "They said so." in shown.part("Other names")
    assert "Other name added" in shown.part("What happened")
    assert "Name and date of birth recorded" in shown.part("What happened")


def test_reading_is_recorded_in_the_readers_stream_and_nowhere_else(browse, person, record):
    page, other = person("Anna Kowalska", BORN), person("Ana Kowalska", BORN)
    auditor = browse("auditor")
    search(auditor, "Kowalska")
    auditor.get(page)
    both = {id_of(page), id_of(other)}
    seen = read_by(record, "auditor@council.example")
    assert seen == [("people.find", both), ("people.person", both)]
    assert kinds(record, page) == ["person_recorded"]
    search(auditor, "Nemo")
    assert read_by(record, "auditor@council.example") == seen


def test_another_name_is_added_and_removed_with_reasons_and_all_of_it_stays(
    officer, person, record
):
    page = person("Anna Kowalska")
    adding = officer.get(f"{page}/other-names")
    officer.submit(adding, "Add", alias="Bea Nowak", reason="The school's letter.")
    shown = officer.get(page)
    assert "The school's letter. Added by Worker housing_needs_officer" in shown.words
    assert names(search(officer, "bea nowak")) == ["Anna Kowalska"]
    removing = officer.get(shown.soup.select_one("a[href$='/remove']")["href"])
    assert "Bea Nowak" in removing.words
    officer.submit(removing, "Remove", reason="It was a cousin.")
    shown = officer.get(page)
    assert "No other names are known" in shown.words
    assert "It was a cousin." in shown.part("What happened")
    assert names(search(officer, "bea nowak")) == []
    assert kinds(record, page) == ["person_recorded", "alias_added", "alias_removed"]


def test_a_name_needs_itself_and_a_reason(officer, person, record):
    page = person("Anna Kowalska")
    shown = officer.submit(officer.get(f"{page}/other-names"), "Add", status=400)
    assert shown.errors == ["Enter the other name", "Enter how you know"]
    shown = officer.submit(shown, "Add", alias="Anna Kowalska", reason="x", status=409)
    assert shown.errors == ["This name is on record already"]
    assert shown.typed() == {"alias": ["Anna Kowalska"], "reason": ["x"]}
    assert kinds(record, page) == ["person_recorded"]


def test_two_records_are_linked_after_both_were_seen_and_unlinked_again(
    officer, person, case, record
):
    page, other = person("Anna Kowalska", BORN), person("Bea Nowak", "2009-03-28", "Annie")
    case(other, "FD-346XYW")
    beside = officer.get(f"{page}/same-person/{id_of(other)}")
    for known in ("Anna Kowalska", "Bea Nowak", "27 March 2009", "28 March 2009", "Annie"):
        assert known in beside.words
    assert "FD-346XYW" in beside.words
    wrong = officer.submit(beside, LINK, reason=" ", status=400)
    assert wrong.errors == ["Enter why"]
    officer.submit(wrong, LINK, reason="The same tattoo.")
    shown = officer.get(page).part("Recorded as the same person")
    for known in ("Bea Nowak", "Annie", "FD-346XYW", "The same tattoo.", "Linked by Worker"):
        assert known in shown
    assert "Anna Kowalska" in officer.get(other).part("Recorded as the same person")
    undoing = officer.get(f"{other}/same-person/{id_of(page)}/undo")
    officer.submit(undoing, UNLINK, reason="They are cousins.")
    for each in (page, other):
        shown = officer.get(each)
        assert "No other record is." in shown.part("Recorded as the same person")
        assert "The same tattoo." in shown.part("What happened")
        assert "They are cousins." in shown.part("What happened")
        history = ["same_person_linked", "same_person_unlinked"]
        assert kinds(record, each)[-2:] == history
    record.is_sound()


def test_an_alias_that_hides_a_second_record_leads_to_it(officer, person, case):
    """Rent arrears and an eviction once stood under an alias, and nobody looked."""
    page = person("Anna Kowalska", BORN, "Bea Nowak")
    case(person("Bea Nowak", "2006-01-02"), "FD-346XYW")
    shown = officer.get(page)
    assert "Bea Nowak is another name of Anna Kowalska" in shown.part("May be the same person")
    assert "Nobody has said so" in shown.part("May be the same person")
    beside = officer.get(shown.soup.select_one("a[href*='/same-person/']")["href"])
    assert beside.heading in ("Is this the same person?", "Find their other record")


def test_the_other_record_can_be_looked_for(officer, person):
    page, other = person("Anna Kowalska"), person("Dot Nowak")
    looking = officer.get(f"{page}/same-person")
    found = officer.submit(looking, "Search", text="dot", status=200)
    assert names(found) == ["Dot Nowak"]
    assert found.soup.select_one("ul a[href*='/same-person/']")["href"].endswith(id_of(other))
    assert names(officer.submit(looking, "Search", text="kowalska", status=200)) == []


def test_a_restricted_person_is_nowhere_for_anybody_else(officer, browse, person, case, record):
    hidden, seen = person("Anna Kowalska", BORN, "Bea Nowak"), person("Bea Nowak", BORN)
    link(officer, seen, hidden)
    with record.database() as db:
        named = next(id for id, name in humans(db).items() if name == f"Worker {OFFICER}")
    case(hidden, "FD-346XYW", named, restricted=True)
    other = browse("other_officer")
    for text in ("Anna Kowalska", "FD-346XYW", "Kovalska"):
        assert "Nobody found" in search(other, text).words
    for text in ("Bea Nowak", "27/3/2009"):
        found = search(other, text)
        assert "1 person found" in found.words
        assert names(found) == ["Bea Nowak"]
    for address in (
        hidden,
        f"{hidden}/other-names",
        f"{hidden}/same-person",
        f"{hidden}/same-person/{id_of(seen)}",
        f"{seen}/same-person/{id_of(hidden)}",
        f"{seen}/same-person/{id_of(hidden)}/undo",
    ):
        other.get(address, status=404)
        if address != hidden:
            other.post(address, status=404)
    shown = other.get(seen)
    assert "Anna" not in shown.text
    assert id_of(hidden) not in shown.text
    assert "Recorded as the same person by" not in shown.part("What happened")
    assert "May be the same person" not in shown.words
    assert names(search(officer, "Anna Kowalska")) == ["Anna Kowalska"]
    assert "Anna Kowalska" in officer.get(seen).part("Recorded as the same person")


def test_there_is_no_page_of_nobody_nor_beside_oneself(officer, person):
    page = person("Anna")
    officer.get(f"/people/{new_id()}", status=404)
    officer.get("/people/anna", status=404)
    officer.get(f"{page}/same-person/{id_of(page)}", status=404)
    officer.get(f"{page}/same-person/{new_id()}", status=404)
    officer.get(f"{page}/other-names/{new_id()}/remove", status=404)


def test_what_was_changed_meanwhile_is_looked_at_again(officer, browse, person, record):
    page, other = person("Anna Kowalska"), person("Bea Nowak")
    mine = officer.get(f"{page}/same-person/{id_of(other)}")
    adding = browse("mash_manager")
    adding.submit(adding.get(f"{other}/other-names"), "Add", alias="Dot", reason="Said so")
    again = officer.submit(mine, LINK, reason="The same", status=409)
    assert again.errors == ["Somebody else has just changed this. Look again, then save"]
    assert "Dot" in again.words
    assert again.typed()["reason"] == ["The same"]
    officer.submit(again, LINK)
    assert kinds(record, page)[-1] == "same_person_linked"


def test_a_page_posted_twice_is_carried_out_once_and_changed_words_are_not_lost(
    officer, person, record
):
    page = person("Anna Kowalska")
    adding = officer.get(f"{page}/other-names")
    officer.submit(adding, "Add", alias="Dot", reason="Said so")
    officer.submit(adding, "Add", alias="Dot", reason="Said so")
    assert kinds(record, page).count("alias_added") == 1
    again = officer.submit(adding, "Add", alias="Dora", reason="Said so", status=409)
    assert again.errors == ["You saved this page before, differently. Look, then save again"]
    officer.submit(again, "Add")
    assert kinds(record, page).count("alias_added") == 2
    removing = officer.get(officer.get(page).soup.select_one("a[href$='/remove']")["href"])
    officer.submit(removing, "Remove", reason="Wrong")
    officer.submit(removing, "Remove", reason="Wrong")
    assert kinds(record, page).count("alias_removed") == 1


@pytest.mark.parametrize("left_out", ["csrf_token", "command_id", "seq", "other_seq"])
@pytest.mark.parametrize("wrong", [None, "", "x", "-1", "9" * 400, "١", ["1", "2"], "\ud800"])
def test_whatever_is_posted_nothing_half_is_done(officer, person, record, left_out, wrong):
    page, other = person("Anna Kowalska"), person("Bea Nowak")
    beside = officer.get(f"{page}/same-person/{id_of(other)}")
    if wrong == "\ud800":
        wrong = b"\xed\xa0\x80"
    posted = officer.submit(beside, LINK, None, reason="Same", **{left_out: wrong})
    if wrong == ["1", "2"] and left_out in ("seq", "other_seq"):
        assert posted.status == 302  # the first is right
    else:
        assert 400 <= posted.status < 500
        assert kinds(record, page) == kinds(record, other) == ["person_recorded"]


def test_who_may_look_and_who_may_change(browse, person):
    from protocol.people import ROLES

    page, other = person("Anna Kowalska", BORN, "Bea"), person("Anna Kowalska", BORN)
    for role in ROLES:
        browser = browse(role)
        reads, changes = role in READING, role in CHANGING
        assert ("Find a person" in browser.get("/").text) == reads
        browser.get(FIND, status=200 if reads else 403)
        shown = browser.get(page, status=200 if reads else 403)
        assert ("Add another name" in shown.words) == changes
        assert ("Remove" in shown.words) == changes
        for address in (f"{page}/other-names", f"{page}/same-person/{id_of(other)}"):
            browser.get(address, status=200 if changes else 403)


def test_other_names_and_reasons_are_shown_as_they_were_written(officer, person):
    page = person("<b>Anna</b> O'Brien")
    adding = officer.get(f"{page}/other-names")
    written = "<script>alert(1)</script>"
    officer.submit(adding, "Add", alias=written, reason='One\nTwo & "three"')
    shown = officer.get(page)
    assert written in shown.words
    assert shown.heading == "<b>Anna</b> O'Brien"
    assert not shown.soup.main.find("script")


class AskingForm(QuestionForm):
    who = WhoIsIt()


def ask(app, officer, name, born, **posted):
    """The warning as a page that adds a person would show it, and the answer given."""
    account = f"{OFFICER}@council.example"
    with app.test_request_context("/", method="POST" if posted else "GET", data=posted):
        from flask_login import login_user

        from store import accounts
        from views import database
        from views.doors import SignedIn

        found = rows(
            database.current(), "select * from accounts where email = :email", {"email": account}
        )[0]
        login_user(SignedIn("token", accounts.as_account(found)))
        form = AskingForm(meta={"csrf": False})
        form.who.offer(people.duplicates_for(name, born and date.fromisoformat(born)))
        valid = form.validate()
        html = render_template_string(
            '{% include "people/_possible_duplicates.html" %}', who=form.who
        )
        return valid, form.who, html


def test_the_warning_asks_only_when_somebody_is_alike(app, officer, person):
    person("Anna Kowalska", BORN)
    valid, who, html = ask(app, officer, "Wholly Different", BORN, x="1")
    assert (valid, who.person_id, html.strip()) == (True, None, "")
    valid, who, html = ask(app, officer, "Ana Kovalska", BORN, x="1")
    assert not valid
    assert who.errors == ["Select who it is, or that it is none of these people"]
    assert "Same date of birth, name spelled otherwise" in html
    assert "checked" not in html


def test_the_warning_takes_one_of_those_shown_or_none_of_them(app, officer, person, record):
    page = person("Anna Kowalska", BORN)
    _, who, _ = ask(app, officer, "Ana Kovalska", BORN)
    same, new, not_known = (option.value for option in who.options)
    valid, who, _ = ask(app, officer, "Ana Kovalska", BORN, who=same)
    assert (valid, who.person_id) == (True, id_of(page))
    valid, who, _ = ask(app, officer, "Ana Kovalska", BORN, who=new)
    assert (valid, who.person_id) == (True, None)
    valid, who, _ = ask(app, officer, "Ana Kovalska", BORN, who=not_known)
    assert (valid, who.person_id) == (True, None)
    for wrong in (new_id(), "new", "", "x"):
        valid, who, _ = ask(app, officer, "Ana Kovalska", BORN, who=wrong)
        assert (valid, who.person_id) == (False, None)
    assert kinds(record, page) == ["person_recorded"]


def test_none_of_these_does_not_answer_for_others_shown_since(app, officer, person):
    person("Anna Kowalska", BORN)
    _, who, _ = ask(app, officer, "Anna Kowalska", BORN)
    new = who.options[-1].value
    person("Anna Kowalska", "2009-03-28")
    valid, who, _ = ask(app, officer, "Anna Kowalska", BORN, who=new)
    assert not valid
    assert len(who.shown) == 2


def test_the_warning_never_shows_a_restricted_person(app, officer, person, case):
    case(person("Anna Kowalska", BORN), "FD-346XYW", restricted=True)
    valid, who, html = ask(app, officer, "Anna Kowalska", BORN, x="1")
    assert (valid, who.shown, html.strip()) == (True, [], "")
