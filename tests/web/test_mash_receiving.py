"""Receiving a contact: what is told, of which children, and who has to know at once."""

import logging

import pytest

from store import stream_names
from store.ids import new_id
from store.journal import Author, command, read
from store.mash.contact_child import children_in, say
from tests.unit.store_helpers import BO as AUTHOR
from tests.unit.store_helpers import NOW
from tests.web.browser import line
from tests.web.conftest import OFFICER, id_of
from tests.web.journey import BED, NOWHERE, answer, came, decided, deciding
from tests.web.journey import SAVE as DECIDE
from tests.web.receiving import (
    AT_FOUR,
    CHILD,
    HARM,
    HARM_FIRST,
    NEW,
    SAVE,
    TOLD,
    child_of,
    told,
)

MASH, ASSESSMENT, ITS_MANAGER = "mash_social_worker", "social_worker", "social_work_duty_manager"
WHO = "Select who it is, or that it is none of these people"
LOOK = "A child may be at risk of significant harm now. Look at once"
OPEN_ELSEWHERE = "A new contact about somebody Worker"


@pytest.fixture
def mash(browse):
    return browse(MASH)


def kinds(record):
    return [entry.kind for entry in record.entries() if entry.stream.startswith("contact:")]


def has_the_button(child):
    return any(HARM in line(button) for button in child.soup.select("main form button"))


def test_with_nothing_but_the_button_the_assessment_team_knows_at_once(mash, browse, record):
    contact = mash.follow(mash.submit(mash.get(NEW), HARM_FIRST))

    assert kinds(record) == [
        "contact_received",
        "contact_child_added",
        "harm_told",
        "task_created",
    ]
    assert len({e.command_id for e in record.entries("contact_received", "harm_told")}) == 1
    assert "The assessment team was told of significant harm today at 4:50pm" in contact.words
    assert "Name not given" in contact.heading
    for role in (ASSESSMENT, ITS_MANAGER):
        home = browse(role).get("/")
        assert LOOK in home.words
        assert line(home.soup.select_one(".app-tasks td:last-child")) == "Now"
    record.is_sound()


def test_what_little_is_known_goes_with_it_and_the_rest_comes_after(mash, record):
    said = {"harm-told_by": "A neighbour", "harm-words": "Screams next door."}
    contact = mash.follow(mash.submit(mash.get(NEW), HARM_FIRST, **said))
    assert "Screams next door." in contact.part("What we were told")
    assert "Not recorded yet" in contact.part("What we were told")

    filling = mash.get(contact.soup.select_one("main a[href$='/told']")["href"])
    contact = mash.follow(mash.submit(filling, "Save what we were told", **TOLD))
    assert "School or other place of education" in contact.words
    assert "By phone" in contact.words
    # Told at four: the clock never runs from when it was written down.
    assert "We were told today at 4pm" in contact.words
    assert "today, by 8pm" in contact.words.lower()

    child = child_of(mash, contact)
    naming = mash.get(child.soup.select_one("main a[href$='/who']")["href"])
    child = mash.follow(
        mash.submit(naming, "Save who the child is", **CHILD, safe_tonight="no", harm_now="yes")
    )
    assert child.heading == "Ana Kovalska"
    assert "They have nowhere safe to sleep tonight" in child.words
    assert "Somebody may be harming them, or about to" in child.words
    assert len(record.entries("harm_told")) == 1
    assert not has_the_button(child)
    record.is_sound()


def test_the_team_says_that_it_has_it_and_the_task_is_done(mash, browse):
    contact = mash.follow(mash.submit(mash.get(NEW), HARM_FIRST))
    worker = browse(ASSESSMENT)
    page = worker.get(contact.url)
    assert "We have it" not in contact.words
    assert "Nobody there has said yet that they have it: ring them too" in contact.words
    worker.submit(page, "We have it")
    worker.submit(page, "We have it")  # pressed twice
    assert LOOK not in worker.get("/").words
    assert "The assessment team was told" in worker.get(contact.url).words
    assert "Worker social_worker has it since today at 4:50pm" in mash.get(contact.url).words


def test_the_button_stands_on_every_child_until_it_was_pressed_also_from_first_contact(
    officer, mash, record
):
    decided(officer, came(officer, **NOWHERE), name="Sam")
    (link,) = mash.get("/contacts").soup.select("main .govuk-summary-card a")
    child = child_of(mash, mash.get(link["href"]))
    first, again = child, mash.get(child.url)
    child = mash.follow(mash.submit(first, HARM))
    assert "The assessment team was told of significant harm" in child.words
    mash.submit(first, HARM)  # the same button, pressed twice
    refused = mash.submit(again, HARM, status=409)
    assert refused.errors == ["The assessment team has been told of this child already"]
    assert len(record.entries("harm_told")) == 1


@pytest.mark.parametrize(("answer", "times"), [("yes", 1), ("no", 0), ("not_known", 0), (None, 0)])
def test_whoever_is_said_to_be_harmed_now_is_told_of_without_the_button(
    mash, browse, record, answer, times
):
    contact = told(mash, **({"harm_now": answer} if answer else {}))
    assert len(record.entries("harm_told")) == times
    for role in (ASSESSMENT, "social_work_duty_manager"):
        assert (LOOK in browse(role).get("/").words) is bool(times)
    # Not known leaves the button there to be pressed.
    assert has_the_button(child_of(mash, contact)) is not bool(times)


def test_danger_is_told_whatever_somebody_else_did_meanwhile(mash, browse, record):
    child = child_of(mash, told(mash))
    with record.database() as db, command(db, new_id(), author=AUTHOR, recorded_at=NOW) as c:
        (known,) = children_in(read(c.db, record.entries("contact_received")[0].stream))
        say(c, known, "child_given_to", {"to": "somebody"})
    child = mash.follow(mash.submit(child, HARM))
    assert "The assessment team was told of significant harm" in child.words


def test_a_contact_with_its_child_is_shown_as_it_was_told(mash, record, clock):
    contact = told(mash, safe_tonight="yes", harm_now="no", told=["abuse_or_violence"])

    assert contact.heading == "Ana Kovalska"
    assert "She says that she was told to leave on Monday." in contact.words
    for words in ("By phone", "Made-Up Academy", "Pat Example, head of year", "020 7946 0000"):
        assert words in contact.words
    assert "We were told today at 4pm. Worker mash_social_worker wrote it down" in contact.words
    assert "Recorded late" not in contact.words
    assert "Not known yet: whether they are missing" in contact.words
    assert "Nobody has acknowledged" not in contact.words  # there is a button instead
    assert "Decide by" in mash.get("/contacts").words
    child = child_of(mash, contact)
    assert "Abuse or violence" in child.words
    assert "Somewhere safe to sleep tonight Yes" in child.words
    mash.submit(contact, "I have it")
    assert "Nothing is waiting" in mash.get("/contacts").words
    assert "Ana" not in contact.url + child.url + str(contact.soup.title) + str(child.soup.title)
    record.is_sound()


def test_written_down_much_later_it_says_so_and_the_clock_ran_all_the_same(mash):
    contact = told(mash, received_at=["27", "8", "2026", "9:00"])
    assert "Recorded late" in contact.words
    assert "Late Yesterday, by 1pm: 27 hours 50 minutes late" in contact.words


def test_a_police_notification_with_its_reference(mash):
    contact = told(
        mash, route="police", source_group="police_legal", their_reference="MERLIN 26-1234"
    )
    assert "A police notification" in contact.words
    assert "MERLIN 26-1234" in contact.words
    assert "Police or legal, a police notification" in mash.get("/contacts").words


def test_nothing_is_assumed_where_nothing_was_said(mash):
    contact = told(mash, name=None, age_known=None, date_of_birth=["", "", ""])
    assert contact.heading == "Name not given"
    words = child_of(mash, contact).words
    assert "whether somebody is harming them, or about to" in words
    assert "whether they have somewhere safe to sleep tonight" in words
    assert "That does not mean that it is not so" in words
    assert "No name is known, so nothing could be looked for by name" in words
    assert "not the same as nothing being there" in words


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"route": None}, "Select how it came"),
        ({"source_group": None}, "Select who told us, or that it is not known"),
        ({"says": ""}, "Enter what they told us"),
        ({"received_at": ["", "", "", ""]}, "Enter when we were told"),
        (
            {"received_at": ["28", "8", "2026", "16:51"]},
            "When we were told must not be later than now",
        ),
        (
            {"received_at": ["27", "3", "2016", "23:15"]},
            "When we were told must be within the last year",
        ),
        (
            {"received_at": ["28", "8", "2025", "16:49"]},
            "When we were told must be within the last year",
        ),
        ({"age_known": "about", "age": "twelve"}, "The age must be a whole number from 0 to 25"),
        ({"age_known": "about", "age": "²"}, "The age must be a whole number from 0 to 25"),
        ({"date_of_birth": ["31", "2", "2009"]}, "Date of birth must be a real date"),
        ({"date_of_birth": ["29", "8", "2026"]}, "Date of birth must be today or in the past"),
        ({"name": "x" * 101}, "The name must be 100 characters or fewer"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_nothing_is_lost(mash, record, wrong, says):
    before = record.entries()
    page = mash.submit(mash.get(NEW), SAVE, 400, **{**TOLD, **CHILD, **wrong})
    assert page.errors == [says]
    (name,) = [name for name in wrong if name != "age_known"]
    assert page.error_beside(name) == says
    kept = page.typed(SAVE)
    for field, value in {**TOLD, **CHILD, **wrong}.items():
        typed = [value] if isinstance(value, str) else value
        if typed and any(typed):
            assert kept[field] == typed
    assert record.entries() == before


def test_what_was_told_a_year_ago_to_the_minute_can_be_written_down(mash):
    assert "Late" in told(mash, received_at=["28", "8", "2025", "16:50"]).words


def test_too_long_a_line_for_the_team_is_said_and_the_button_still_there(mash, record):
    said = {"harm-words": "x" * 2001}
    page = mash.submit(mash.get(NEW), HARM_FIRST, 400, **said)
    assert page.error_beside("harm-words") == "What is happening must be 2,000 characters or fewer"
    assert page.typed(HARM_FIRST)["harm-words"] == ["x" * 2001]
    assert record.entries() == []


def test_posted_twice_it_is_one_contact(mash, record):
    for button, answers in ((SAVE, {**TOLD, **CHILD}), (HARM_FIRST, {})):
        page = mash.get(NEW)
        first = mash.submit(page, button, **answers)
        assert mash.submit(page, button, **answers).location == first.location
    assert len(record.entries("contact_received")) == 2
    adding = mash.get(f"{first.location}/children/new")
    for _ in range(2):
        mash.submit(adding, "Add this child", name="Bo", age_known="about", age="4")
    assert len(record.entries("contact_child_added")) == 3


def test_two_children_in_one_contact_each_with_their_own_page_and_danger(mash, record):
    contact = told(mash, safe_tonight="no")
    adding = mash.get(contact.soup.select_one("main a[href$='/children/new']")["href"])
    brother = {"name": "Ben Kovalski", "age_known": "about", "age": "9", "missing_now": "yes"}
    contact = mash.follow(mash.submit(adding, "Add this child", **brother))

    assert contact.heading == "Ana Kovalska and 1 more"
    first, second = child_of(mash, contact), child_of(mash, contact, 2)
    assert (first.heading, second.heading) == ("Ana Kovalska", "Ben Kovalski")
    assert "nowhere safe to sleep" in first.words
    assert "They are missing" not in first.words
    assert "They are missing" in second.words
    assert "They have nowhere safe" not in second.words
    assert "About 9" in second.words
    mash.submit(second, HARM)
    assert "was told of significant harm" not in mash.get(first.url).words
    listed = mash.get("/contacts").words
    assert "Ana Kovalska and 1 more" in listed
    assert "They are missing" in listed
    record.is_sound()


# Who it is


def test_somebody_alike_is_asked_about_first_and_an_open_case_stands_in_nobodys_way(
    mash, browse, person, case, record
):
    known = person("Anna Kowalska", "2009-03-27")
    case(known, "FD-346XYW")
    before = record.entries()
    page = mash.submit(mash.get(NEW), SAVE, 400, **TOLD, **CHILD)
    assert page.errors == [WHO]
    assert "whose case FD-346XYW is open" in page.words
    assert "Whoever works with them and their team are told at once" in page.words
    assert record.entries() == before

    contact = mash.follow(mash.submit(page, SAVE, who=answer(page, "The same person as")))
    assert record.last("contact_child_added")["person_id"] == id_of(known)
    assert record.last("person_identified")["child"]
    assert record.last("alias_added")["alias"] == "Ana Kovalska"
    words = child_of(mash, contact).words
    assert "Case FD-346XYW: nobody by name" in words
    assert "They and their team were told." in words
    for role in (ASSESSMENT, ITS_MANAGER):
        assert "A new contact about somebody" in browse(role).get("/").words


def test_the_worker_and_their_duty_manager_are_told_at_once(mash, browse, officer, record):
    card = came(officer, **{**NOWHERE, "date_of_birth": ["27", "3", "2009"]})
    decided(officer, card, name="Ana Kovalska")
    page = mash.submit(mash.get(NEW), SAVE, 400, **TOLD, **CHILD)
    contact = mash.follow(mash.submit(page, SAVE, who=answer(page, "The same person as")))

    found = record.last("open_case_found")
    assert found["team"] == "housing_needs_officer"
    assert len(record.entries("open_case_found")) == 1  # its contact goes to nobody else
    words = f"{OPEN_ELSEWHERE} {OFFICER} works with. Look at it at once"
    for role in (OFFICER, "housing_duty_manager"):
        assert words in browse(role).get("/").words
    officer.submit(officer.get(contact.url), "We have it")
    assert words not in officer.get("/").words


def test_another_contact_that_is_still_open_goes_to_the_team_too(mash, record):
    told(mash)
    page = mash.submit(mash.get(NEW), SAVE, 400, **TOLD, **CHILD)
    contact = mash.follow(mash.submit(page, SAVE, who=answer(page, "The same person as")))
    assert record.last("open_case_found")["team"] == MASH
    child = child_of(mash, contact)
    assert "1 other contact in the last 12 months. The last was today" in child.words
    assert "1 other contact in the last 12 months" in contact.words


def test_who_cannot_tell_gets_a_task_and_nothing_waits(mash, person, record):
    person("Anna Kowalska", "2009-03-27")
    page = mash.submit(mash.get(NEW), SAVE, 400, **TOLD, **CHILD)
    assert "The clock and the rating do not wait" in page.words
    contact = mash.follow(mash.submit(page, SAVE, who=answer(page, "I cannot tell yet")))
    words = "Find out whether this young person is on record already"
    assert words in mash.get("/").words
    child = child_of(mash, contact)
    assert "Known under other names: possible matches" in child.words
    assert "Anna Kowalska" in child.words
    mash.submit(contact, "Done")
    assert words not in mash.get("/").words


def test_an_alias_is_found_linked_by_a_person_and_both_histories_are_kept(
    mash, person, case, record
):
    """The real case: a second record under another name held the arrears and the eviction."""
    second = person("Bea Nowak", "2008-01-02", "Ana Kovalska")
    case(second, "FD-CCCCCC")
    page = mash.submit(mash.get(NEW), SAVE, 400, **TOLD, **CHILD)
    contact = mash.follow(mash.submit(page, SAVE, who=answer(page, "None of these")))
    child = child_of(mash, contact)
    assert "FD-CCCCCC" not in child.words
    (match,) = child.soup.select("main a[href*='/same-person/']")
    mash.submit(mash.get(match["href"]), "Record that they are", reason="The same scar.")

    child = mash.get(child.url)
    assert "Case FD-CCCCCC" in child.words
    assert "on the record of Bea Nowak" in child.words
    assert "They were not told of this contact yet" in child.words
    telling = mash.get(child.soup.select_one("main a[href$='/tell-their-workers']")["href"])
    child = mash.follow(mash.submit(telling, "Tell them now"))
    assert "They and their team were told." in child.words
    names = {entry.body["name"] for entry in record.entries("person_recorded")}
    assert names == {"Bea Nowak", "Ana Kovalska"}
    whole = mash.get(child.soup.select_one("main a[href$='/history']")["href"])
    assert "over 2 records that are said to be one person" in whole.words
    record.is_sound()


def test_a_child_first_told_of_without_a_name_is_linked_to_who_it_is_and_nothing_is_rewritten(
    mash, person, record
):
    known = person("Anna Kowalska", "2009-03-27")
    contact = mash.follow(mash.submit(mash.get(NEW), HARM_FIRST))
    added = record.last("contact_child_added")["person_id"]
    naming = mash.get(f"{child_of(mash, contact).url}/who")
    page = mash.submit(naming, "Save who the child is", 400, **CHILD)
    assert page.errors == [WHO]
    mash.submit(page, "Save who the child is", who=answer(page, "The same person as"))
    linked = record.entries("same_person_linked")
    assert {e.stream for e in linked} == {
        stream_names.person(added),
        stream_names.person(id_of(known)),
    }
    words = child_of(mash, contact).words
    assert "Ana Kovalska" in words
    assert "on the record of Anna Kowalska" in words


# Restricted


def restrict(record, case_id, *allowed):
    somebody = Author("somebody-else", "their-account", "team_manager")
    with (
        record.database() as db,
        command(db, new_id(), author=somebody, recorded_at=record.app.config["CLOCK"]()) as c,
    ):
        body = {"allowed": list(allowed), "reason": "They know somebody here"}
        c.append(stream_names.case(case_id), "case_restricted", body)


def test_what_is_restricted_is_in_no_history_and_its_contact_is_not_there(
    mash, browse, person, case, record
):
    known = person("Anna Kowalska", "2009-03-27")
    id = case(known, "FD-346XYW")
    page = mash.submit(mash.get(NEW), SAVE, 400, **TOLD, **CHILD)
    contact = mash.follow(mash.submit(page, SAVE, who=answer(page, "The same person as")))
    child = child_of(mash, contact)
    other = told(mash, name="Carl Else", date_of_birth=["1", "1", "2012"])
    restrict(record, id)

    before = record.entries()
    addresses = [contact.url, child.url]
    addresses += [f"{child.url}/{n}" for n in ("history", "harm", "who", "tell-their-workers")]
    addresses += [f"{contact.url}/{name}" for name in ("told", "children/new")]
    for url in addresses:
        assert "Kowalska" not in mash.get(url, 404).text
    mash.post(f"{contact.url}/acknowledge", {}, 404)
    mash.post(f"{contact.url}/tasks/{new_id()}/seen", {}, 404)
    reference = contact.soup.select_one("main .govuk-caption-l").text.strip()
    for address in ("/", "/contacts", "/contacts/team", "/contacts/mine"):
        listed = mash.get(address).words
        assert "Kowalska" not in listed
        assert reference not in listed
    assert "Carl Else" in mash.get("/contacts/team").words
    assert mash.get(other.url).status == 200
    assert record.entries() == before
    asked = mash.submit(mash.get(NEW), SAVE, **TOLD, **CHILD)
    assert "Anna Kowalska" not in mash.follow(asked).words


def test_somebody_restricted_after_they_were_selected_is_selected_again(mash, person, case, record):
    known = person("Anna Kowalska", "2009-03-27")
    id = case(known, "FD-346XYW")
    page = mash.submit(mash.get(NEW), SAVE, 400, **TOLD, **CHILD)
    restrict(record, id)
    said = mash.submit(page, SAVE, 400, who=answer(page, "The same person as"))
    assert said.errors == [
        "What is on record of the person you selected has changed. Nothing is saved yet. "
        "Look again, then save"
    ]
    assert record.entries("contact_received") == []


def test_a_hand_over_shows_its_facts_and_another_child_in_it_is_in_no_danger_of_theirs(
    officer, mash
):
    decided(officer, came(officer, **NOWHERE, family="refuses"), name="Sam")
    (link,) = mash.get("/contacts").soup.select("main .govuk-summary-card a")
    contact = mash.get(link["href"])
    assert "They have nowhere safe to sleep tonight" in contact.words
    assert "No, they do not want it" in contact.words
    for colour in ("Blue", "Red", "Amber", "Green"):
        assert colour not in contact.words
    adding = mash.get(f"{contact.url}/children/new")
    mash.submit(adding, "Add this child", name="Kim", age_known="about", age="8")
    sister = child_of(mash, mash.get(contact.url), 2)
    assert "They have nowhere safe" not in sister.words
    assert "whether they have somewhere safe to sleep tonight" in sister.words
    child = child_of(mash, contact)
    assert "First contact recorded it" in child.words


def test_no_name_is_written_to_the_log(mash, caplog):
    with caplog.at_level(logging.DEBUG):
        child_of(mash, told(mash))
    assert "Kovalska" not in caplog.text


def test_a_contact_that_was_told_is_told_once(mash):
    contact = told(mash, received_at=AT_FOUR)
    filling = mash.get(f"{contact.url}/told")
    refused = mash.submit(filling, "Save what we were told", 409, **TOLD)
    assert refused.errors == ["What was told is on record already. Look at the contact first"]


def test_a_hand_over_of_somebody_with_an_open_case_goes_to_its_worker_too(
    officer, browse, person, case, record
):
    """They come again and their own case is open: tonight's stands beside it."""
    known = person("Ana Kovalska", "2009-03-27")
    case(known, "FD-346XYW")
    card = came(officer, **{**NOWHERE, "date_of_birth": ["27", "3", "2009"]})
    page = officer.submit(deciding(officer, card), DECIDE, 400, **BED, name="Ana Kovalska")
    officer.submit(page, DECIDE, who=answer(page, "The same person as"))
    (found,) = record.entries("open_case_found")
    assert found.body["reference"] == "FD-346XYW"
    assert "A new contact about somebody your team works with" in browse(ASSESSMENT).get("/").words
    record.is_sound()


def test_a_hand_over_of_somebody_nobody_works_with_tells_nobody_else(officer, record):
    decided(officer, came(officer, **NOWHERE), name="Sam")
    assert record.entries("open_case_found") == []
