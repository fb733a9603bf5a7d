"""When somebody like the young person is on record: asked, and the child never waits for it."""

import logging

import pytest

from forms.people import CHANGED as CHANGED_WHO
from store import contacts, person_names, stream_names, tasks
from store.accounts import humans
from store.cases import CaseAlreadyOpen
from store.database import row
from store.ids import new_id
from store.journal import command, erase_body, read
from store.people import person as person_of
from store.same_person import link, linked
from tests.unit.store_helpers import ADA, NOW
from tests.web.conftest import OFFICER, OTHER_OFFICER, id_of
from tests.web.journey import BED, NOWHERE, SAVE, answer, came, deciding, page_of
from tests.web.once import taken_once
from views.decision import SELECT_AGAIN

BORN = ["27", "3", "2009"]
BORN_ISO = "2009-03-27"
WHO = "Select who it is, or that it is none of these people"
TYPED = {**BED, "name": "Ana Kovalska"}
SAME, NONE, CANNOT_TELL = "The same person as", "None of these", "I cannot tell yet"


@taken_once
def card(officer):
    return came(officer, **{**NOWHERE, "date_of_birth": BORN})


def asked(browser, card, status=400, **more):
    """The page that comes back, asking who it is."""
    page = browser.submit(deciding(browser, card), SAVE, status, **{**TYPED, **more})
    assert page.soup.select("input[name=who]")
    return page


def labels(page):
    return [label.get_text(strip=True) for label in page.soup.select("label[for^=who]")]


def hint(page, label):
    """What stands below an answer."""
    found = page.soup.find("input", {"name": "who", "value": answer(page, label)})
    return page.soup.find(id=found["aria-describedby"]).get_text(strip=True)


def case_person(record, card):
    """Whose case the decision opened."""
    with record.database() as db:
        found = row(
            db, "select person_id from cases where id = :id", {"id": card.url.split("/")[2]}
        )
        return found and person_of(db, found["person_id"])


def said(record):
    return [entry.body for entry in record.entries("person_identified")]


def kinds(record, page):
    with record.database() as db:
        return [entry.kind for entry in read(db, stream_names.person(id_of(page)))]


def at_mash(record, card):
    """Whose the contacts are that MASH has of this case."""
    with record.database() as db:
        found = contacts.contacts_of(db, card.url.split("/")[2])
        return [contacts.children_of(db, each.id) for each in found]


@pytest.mark.parametrize(
    ("name", "born", "aliases", "reason"),
    [
        ("Anna Kowalska", BORN_ISO, (), "Same date of birth, name spelled otherwise"),
        ("Ana Kovalska", "2009-03-28", (), "Same name, date of birth one digit off"),
        ("Anna Kowalska", "2009-03-28", (), "Name spelled otherwise, date of birth one digit off"),
        ("Ana Kovalska", None, (), "Same name, no date of birth to compare"),
        ("Bea Nowak", BORN_ISO, ("Ana Kovalska",), "Known alias, same date of birth"),
        ("Bea Nowak", "2001-12-25", ("Ana Kovalska",), "Known alias, another date of birth"),
        ("Name not given", BORN_ISO, (), "Same date of birth, no name on one of the records"),
    ],
)
def test_who_it_is_is_asked_with_the_reason_and_nothing_is_recorded_or_lost(
    officer, card, person, record, name, born, aliases, reason
):
    known = person(name, born, *aliases)
    person("Wholly Different", "1950-01-01")
    before = record.entries()
    page = asked(officer, card)
    assert page.errors == [WHO]
    assert page.error_beside("who") == WHO
    assert page.soup.select_one(".govuk-error-summary a")["href"] == "#who"
    assert page.soup.find(id="who")["type"] == "radio"
    assert page.typed() == {field: [value] for field, value in TYPED.items()}
    assert len(labels(page)) == 3
    assert hint(page, "The same person").startswith(reason)
    assert page.soup.main.select_one(f"a[href='{known}']")["target"] == "_blank"
    assert "Wholly Different" not in page.words
    assert record.entries() == before


@pytest.mark.parametrize(
    ("name", "born"), [("Wholly Different", BORN_ISO), ("Ana Kovalska", "2001-12-25")]
)
def test_nobody_is_asked_about_somebody_who_is_not_alike(officer, card, person, record, name, born):
    person(name, born)
    officer.submit(deciding(officer, card), SAVE, **TYPED)
    assert said(record) == []


def test_without_a_name_nobody_is_alike_by_name(officer, person, record):
    person("Anna Kowalska")
    person("Name not given")
    officer.submit(deciding(officer, came(officer, where="nowhere")), SAVE, **BED)
    assert case_person(record, officer.pages[-2]).name == "Name not given"
    assert said(record) == []


def test_without_a_name_the_same_date_of_birth_is_still_asked_about(officer, card, person):
    person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card, name="")
    assert "no name on one of the records" in hint(page, SAME)


def test_the_question_comes_with_the_others_not_answered_yet(officer, card, person):
    person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card, decision="something_else", told="")
    assert page.errors == [
        "Enter what you told the young person",
        WHO,
        "Select why this differs from the advice",
        "Enter why this differs from the advice",
    ]


def test_a_restricted_person_is_nowhere_and_nothing_is_asked(officer, card, person, case, record):
    hidden = person("Anna Kowalska", BORN_ISO, "Ana Kovalska")
    case(hidden, "FD-346XYW", restricted=True)
    officer.submit(deciding(officer, card), SAVE, **TYPED)
    assert case_person(record, card).id != id_of(hidden)
    assert not [page for page in officer.pages if "Kowalska" in page.text]
    assert not [page for page in officer.pages if id_of(hidden) in page.text]
    assert said(record) == []


def test_whoever_may_see_the_restricted_case_is_told_that_this_one_is_not(
    officer, card, person, case, record
):
    known = person("Anna Kowalska", BORN_ISO)
    with record.database() as db:
        me = next(id for id, name in humans(db).items() if name == f"Worker {OFFICER}")
    case(known, "FD-346XYW", me, restricted=True)
    page = asked(officer, card)
    assert "A case of theirs is restricted. This one is not" in hint(page, SAME)


def test_none_of_these_records_a_new_person_and_what_was_said(officer, card, person, record):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    officer.submit(page, SAVE, who=answer(page, NONE))
    new = case_person(record, card)
    assert (new.name, new.date_of_birth.isoformat()) == ("Ana Kovalska", BORN_ISO)
    assert new.id != id_of(known)
    assert said(record) == [
        {
            "question": "Is it one of these people?",
            "answer": "new",
            "shown": [id_of(known)],
            "person_id": None,
        }
    ]
    assert kinds(record, known) == ["person_recorded"]
    assert at_mash(record, card) == [(new.id,)]
    record.is_sound()


def test_the_person_chosen_has_the_case_and_their_record_stays(officer, card, person, record):
    known = person("Anna Kowalska", "2009-03-28")
    page = asked(officer, card)
    officer.submit(page, SAVE, who=answer(page, SAME))
    whose = case_person(record, card)
    assert whose.id == id_of(known)
    assert (whose.name, whose.date_of_birth.isoformat()) == ("Anna Kowalska", "2009-03-28")
    assert kinds(record, known) == ["person_recorded", "alias_added", "date_of_birth_given"]
    assert at_mash(record, card) == [(whose.id,)]
    assert record.entries("person_recorded")[-1].stream == f"person:{whose.id}"
    record.is_sound()


def test_the_other_name_and_date_of_birth_are_shown_with_the_reason_and_found(
    officer, card, person, record
):
    known = person("Anna Kowalska", "2009-03-28")
    page = asked(officer, card)
    officer.submit(page, SAVE, who=answer(page, SAME))
    shown = officer.get(known)
    assert "28 March 2009, also given as 27 March 2009" in shown.words
    assert "Given when they came again." in shown.part("Other names")
    assert "Another date of birth given" in shown.part("What happened")
    assert "27 March 2009. Given when they came again." in shown.part("What happened")
    for text in ("ana kovalska", "27/3/2009", "kowalska 27 3 2009", "28/3/2009"):
        found = officer.submit(officer.get("/people"), "Search", text=text, status=200)
        assert "1 person found" in found.words, text
        assert "also given as 27 March 2009" in found.words
    assert (
        "Found by: name, same date of birth"
        in officer.submit(
            officer.get("/people"), "Search", text="Anna Kowalska 27 3 2009", status=200
        ).words
    )
    record.is_sound()


def test_a_date_of_birth_given_once_is_known_the_next_time(officer, card, person):
    """Somebody who gives a made-up one a second time is not taken for somebody new."""
    known = person("Anna Kowalska", "2006-11-02", "Ana Kovalska")
    page = asked(officer, card)
    officer.submit(page, SAVE, who=answer(page, SAME))
    again = asked(
        officer, came(officer, **{**NOWHERE, "date_of_birth": BORN}), name="Anna Kowalski"
    )
    assert hint(again, SAME).startswith(
        "Same date of birth, name spelled otherwise. "
        "Born 2 November 2006, also given as 27 March 2009. Also known as Ana Kovalska"
    )
    assert again.soup.main.select_one(f"a[href='{known}']")


def test_what_is_on_record_already_is_not_added_again(officer, card, person, record):
    known = person("Anna Kowalska", BORN_ISO, "Ana Kovalska")
    page = asked(officer, card)
    officer.submit(page, SAVE, who=answer(page, SAME))
    assert kinds(record, known) == ["person_recorded", "alias_added"]


@pytest.mark.parametrize(
    ("name", "born", "given", "after"),
    [
        ("Name not given", BORN_ISO, "Ana Kovalska", ("Ana Kovalska", BORN_ISO)),
        ("Ana Kovalska", None, "Ana Kovalska", ("Ana Kovalska", BORN_ISO)),
        ("Anna Kowalska", BORN_ISO, "", ("Anna Kowalska", BORN_ISO)),
    ],
)
def test_what_is_blank_on_record_is_filled_and_a_blank_fills_nothing(
    officer, card, person, record, name, born, given, after
):
    known = person(name, born)
    page = asked(officer, card, name=given)
    officer.submit(page, SAVE, who=answer(page, "The same person"))
    whose = case_person(record, card)
    assert whose.id == id_of(known)
    assert (whose.name, whose.date_of_birth.isoformat()) == after
    with record.database() as db:
        assert person_names.aliases_of(db, whose.id) == ()


def test_whose_case_is_open_is_said_first_and_tonights_stands_beside_it(
    officer, card, person, case, record
):
    known = person("Anna Kowalska", BORN_ISO)
    open_case = case(known, "FD-346XYW")
    before = record.entries()
    page = asked(officer, card)
    assert "The same person as Anna Kowalska, whose case FD-346XYW is open" in labels(page)
    assert "You open another case, linked to theirs" in hint(page, SAME)
    assert "The bed and the referral do not wait" in hint(page, SAME)
    to_it = page.soup.main.select_one(f"a[href='/cases/{open_case}']")
    assert to_it["target"] == "_blank"
    assert "Case FD-346XYW" in to_it.text
    assert record.entries() == before
    officer.submit(page, SAVE, who=answer(page, SAME))
    new = case_person(record, card)
    assert new.id != id_of(known)
    assert (new.name, new.date_of_birth.isoformat()) == ("Ana Kovalska", BORN_ISO)
    assert at_mash(record, card) == [(new.id,)]
    with record.database() as db:
        assert linked(db, new.id, id_of(known))
    assert "FD-346XYW" in officer.get(f"/people/{new.id}").part("Recorded as the same person")
    assert "Ana Kovalska" in officer.get(known).part("Recorded as the same person")
    assert said(record)[0]["answer"] == "beside"
    record.is_sound()


def test_a_case_open_under_a_linked_record_is_said_and_whoever_is_chosen_has_tonights(
    officer, card, person, case, record
):
    known, other = person("Anna Kowalska", BORN_ISO), person("Wholly Different")
    open_case = case(other, "FD-346XYW")
    with record.database() as db, command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        link(c, id_of(known), id_of(other), "The same tattoo.")
    page = asked(officer, card)
    assert "The same person as Anna Kowalska, whose case FD-346XYW is open" in labels(page)
    assert page.soup.main.select_one(f"a[href='/cases/{open_case}']")
    officer.submit(page, SAVE, who=answer(page, SAME))
    assert case_person(record, card).id == id_of(known)
    record.is_sound()


def test_a_case_opened_since_the_question_was_asked_is_said_and_one_more_answer_saves(
    officer, card, person, case, record
):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    open_case = case(known, "FD-346XYW")
    before = record.entries()
    again = officer.submit(page, SAVE, who=answer(page, SAME), status=400)
    assert again.errors == [CHANGED_WHO]
    assert again.typed() == {field: [value] for field, value in TYPED.items()}
    assert again.soup.main.select_one(f"a[href='/cases/{open_case}']")
    assert record.entries() == before
    officer.submit(again, SAVE, who=answer(again, SAME))
    assert len(at_mash(record, card)) == 1


def test_a_case_opened_at_the_very_last_moment_is_said_too(
    officer, card, person, record, monkeypatch
):
    person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    before = record.entries()

    def opened(*_):
        raise CaseAlreadyOpen("case")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("store.decisions.record", opened)
        again = officer.submit(page, SAVE, who=answer(page, SAME), status=409)
    assert again.errors == [SELECT_AGAIN]
    assert {**again.typed(), "who": []} == {
        **{field: [value] for field, value in TYPED.items()},
        "who": [],
    }
    assert record.entries() == before
    officer.submit(again, SAVE, who=answer(again, SAME))


def test_two_open_cases_of_one_person_are_refused_by_the_store_itself(
    officer, card, person, case, record, monkeypatch
):
    """Between looking and writing anybody can come: nothing half is done."""
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    case(known, "FD-346XYW")
    before = record.entries()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("views.people.open_case_of", lambda *_: None)
        officer.submit(page, SAVE, who=answer(page, SAME), status=409)
    assert record.entries() == before
    again = officer.submit(page, SAVE, who=answer(page, SAME), status=400)
    officer.submit(again, SAVE, who=answer(again, SAME))
    record.is_sound()


def test_somebody_restricted_since_is_shown_no_more_and_the_decision_can_be_saved(
    officer, card, person, case, record
):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    case(known, "FD-346XYW", restricted=True)
    before = record.entries()
    again = officer.submit(page, SAVE, who=answer(page, SAME), status=409)
    assert again.errors == [SELECT_AGAIN]
    assert "Kowalska" not in again.text
    assert id_of(known) not in again.text
    assert again.typed() == {field: [value] for field, value in TYPED.items()}
    assert record.entries() == before
    officer.submit(again, SAVE)
    assert case_person(record, card).id != id_of(known)


def test_somebody_restricted_between_looking_and_writing_does_not_get_the_case(
    officer, card, person, case, record, monkeypatch
):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    monkeypatch.setattr("store.identity.may_see_person", lambda *_: False)
    again = officer.submit(page, SAVE, who=answer(page, SAME), status=409)
    assert again.errors == [SELECT_AGAIN]
    assert kinds(record, known) == ["person_recorded"]
    assert record.entries("decision_made") == []


def test_none_of_these_does_not_answer_for_somebody_recorded_since(officer, card, person, record):
    person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    since = person("Ana Kovalska", "2009-03-28")
    for label in (NONE, CANNOT_TELL):
        again = officer.submit(page, SAVE, who=answer(page, label), status=400)
        assert again.errors == [CHANGED_WHO]
        assert again.soup.main.select_one(f"a[href='{since}']")
        assert not again.soup.select("input[name=who][checked]")
    assert record.entries("decision_made") == []


def test_the_answer_stays_when_something_else_has_to_be_put_right(officer, card, person, record):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card, reason="")
    again = officer.submit(page, SAVE, who=answer(page, SAME), status=400)
    assert again.errors == ["Enter why you decided this"]
    assert again.typed()["who"] == [id_of(known)]
    again = officer.submit(again, SAVE, reason="Why", name="a" * 101, status=400)
    assert again.errors == ["The name must be 100 characters or fewer"]
    assert again.typed()["who"] == [id_of(known)]


def test_whoever_was_chosen_stays_chosen_when_the_name_is_put_right(officer, card, person, record):
    known = person("Ana Kovalska", "2009-03-28")
    page = asked(officer, card, told="")
    again = officer.submit(page, SAVE, who=answer(page, SAME), name="Wholly Different", status=400)
    assert again.typed()["who"] == [id_of(known)]
    assert hint(again, SAME).startswith("You selected this person")
    officer.submit(again, SAVE, told="A bed")
    assert case_person(record, card).id == id_of(known)
    with record.database() as db:
        aliases = [alias.name for alias in person_names.aliases_of(db, id_of(known))]
    assert aliases == ["Wholly Different"]


def test_advice_that_changed_is_said_and_the_answer_stays(officer, card, person, clock):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    clock.set("2026-08-28 17:00")
    again = officer.submit(page, SAVE, who=answer(page, SAME), status=409)
    assert len(again.errors) == 1
    assert "The advice has changed" in again.errors[0]
    assert again.typed()["who"] == [id_of(known)]
    officer.submit(again, SAVE)


@pytest.mark.parametrize("label", [SAME, NONE, CANNOT_TELL])
@pytest.mark.parametrize("is_open", [True, False])
def test_whatever_is_answered_mash_has_it_after_one_more_click(
    officer, card, person, case, browse, record, label, is_open
):
    known = person("Anna Kowalska", BORN_ISO)
    if is_open:
        case(known, "FD-346XYW")
    page = asked(officer, card)
    saved = officer.submit(page, SAVE, who=answer(page, label))
    assert saved.location == page_of(card, "hand-over").replace("/young-person/", "/cases/")
    assert "No bed is confirmed yet" in officer.follow(saved).words
    assert len(at_mash(record, card)) == 1
    reference = record.last("case_opened")["reference"]
    assert reference in browse("mash_social_worker").get("/contacts").words
    record.is_sound()


def test_who_cannot_tell_records_somebody_new_and_has_a_task_to_find_out(
    officer, card, person, record
):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    assert "You get a task to find out" in hint(page, CANNOT_TELL)
    officer.submit(page, SAVE, who=answer(page, CANNOT_TELL))
    case_id = card.url.split("/")[2]
    with record.database() as db:
        (task,) = [each for each in tasks.tasks_of(db, case_id) if each.rule_id == "identity"]
    assert (task.owner_role, task.held_by_role) == (OFFICER, "housing_duty_manager")
    words = "Find out whether this young person is on record already"
    todo = officer.get(f"/cases/{case_id}").part("Not done yet")
    assert words in todo
    assert "No longer asked for" not in todo
    assert words in officer.get("/").part("To do, soonest first")
    new = case_person(record, card)
    assert new.id != id_of(known)
    assert "Anna Kowalska" in officer.get(f"/people/{new.id}").part("May be the same person")


def test_the_answer_posted_twice_is_one_case_of_one_person(officer, card, person, record):
    known = person("Anna Kowalska", "2009-03-28")
    page = asked(officer, card)
    first, second = (officer.submit(page, SAVE, who=answer(page, SAME)) for _ in range(2))
    assert first.location == second.location
    assert len(record.entries("decision_made")) == len(record.entries("case_opened")) == 1
    assert kinds(record, known) == ["person_recorded", "alias_added", "date_of_birth_given"]
    record.is_sound()


def test_once_the_case_has_a_person_nobody_is_asked_or_looked_up_again(
    officer, card, person, browse, record
):
    theirs = deciding(browse(OTHER_OFFICER), card)
    officer.submit(deciding(officer, card), SAVE, **TYPED)
    person("Anna Kowalska", BORN_ISO)
    other = browse(OTHER_OFFICER)
    page = other.submit(theirs, SAVE, status=409, **TYPED)
    assert "Somebody else has decided already" in page.errors[0]
    assert not page.soup.select("input[name=who]")
    assert "Kowalska" not in page.text
    assert shown_to(record, OTHER_OFFICER) == []


def test_who_was_shown_is_in_the_readers_stream_and_never_what_was_typed(
    officer, card, person, record
):
    known = person("Anna Kowalska", BORN_ISO)
    asked(officer, card)
    assert shown_to(record, OFFICER) == [("decision.decide", [id_of(known)])]


def shown_to(record, who):
    """The people whose particulars a decision page has shown this account."""
    with record.database() as db:
        account = row(
            db, "select id from accounts where email = :e", {"e": f"{who}@council.example"}
        )
        streams = [f"account:{account['id']}:2026-08-28"]
        entries = [entry for stream in streams for entry in read(db, stream)]
    assert "Kovalska" not in str([entry.body for entry in entries])
    return [
        (entry.body["page"], entry.body["person_ids"])
        for entry in entries
        if entry.kind == "people_read"
    ]


NOBODY = "5aef61b4-4860-4149-8529-1afe1eaa073d"


@pytest.mark.parametrize(
    "wrong", ["x", "new", "not_known-", "beside-", "beside-x", NOBODY, f"beside-{NOBODY}",
              "new-0000000000000000", "\ufffd", "a" * 5000, ["", ""], ["x", "y"], "١" * 36],
)  # fmt: skip
def test_whatever_is_posted_for_who_it_is_nothing_is_recorded(officer, card, person, record, wrong):
    person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    again = officer.submit(page, SAVE, who=wrong, status=400)
    assert len(again.errors) == 1
    assert again.error_beside("who")
    assert record.entries("decision_made") == []


def test_somebody_nobody_offered_and_who_is_hidden_cannot_be_chosen_by_hand(
    officer, card, person, case, record
):
    hidden = person("Anna Kowalska", BORN_ISO)
    case(hidden, "FD-346XYW", restricted=True)
    page = officer.submit(deciding(officer, card), SAVE, who=id_of(hidden), status=409, **TYPED)
    assert "Kowalska" not in page.text
    assert record.entries("decision_made") == []
    assert kinds(record, hidden) == ["person_recorded"]


def test_an_erased_person_cannot_be_chosen(officer, card, person, record):
    known = person("Anna Kowalska", BORN_ISO)
    page = asked(officer, card)
    with record.database() as db:
        (entry,) = read(db, stream_names.person(id_of(known)))
        erase_body(db, entry.id, author=ADA, reason="Law", recorded_at=NOW, command_id=new_id())
    again = officer.submit(page, SAVE, who=answer(page, SAME), status=409)
    assert again.errors == [SELECT_AGAIN]
    officer.submit(again, SAVE)


def test_a_name_that_is_alike_is_in_no_address_title_cookie_or_log(officer, card, person, caplog):
    caplog.set_level(logging.DEBUG)
    person("Quetzalina Kowalska", BORN_ISO)
    page = asked(officer, card, name="Quetzalina Kovalska")
    officer.submit(page, SAVE, who=answer(page, SAME))
    for seen in officer.pages:
        kept = [seen.url, seen.location or "", str(seen.headers)]
        kept += [seen.soup.title.text] if seen.soup.title else []
        kept += [a["href"] for a in seen.soup.find_all("a")]
        assert not [each for each in kept if "quetzalina" in each.lower()]
    assert "quetzalina" not in officer.cookie().value.lower()
    assert "quetzalina" not in caplog.text.lower()


def test_names_are_shown_as_they_were_written(officer, card, person):
    person("<b>Anna</b> Kowalska & 'Co'", BORN_ISO, "<script>alert(1)</script> Kovalska")
    page = asked(officer, card)
    assert "The same person as <b>Anna</b> Kowalska & 'Co'" in labels(page)
    assert "<script>alert(1)</script>" in hint(page, SAME)
    assert not page.soup.main.find("script")
