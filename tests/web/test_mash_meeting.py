"""The threshold meeting, from what is on its list to what was agreed to be done; theme notes."""

import pytest

from store.ids import new_id
from store.journal import Author, command, read
from store.mash.contact_child import children_in
from store.reading import in_order_recorded
from store.signatures import ask, decline
from store.stream_names import contact
from tests.web.journey import NOWHERE, came, decided
from tests.web.mash_council import WORKER, rated, told
from tests.web.test_mash_allocation import human_of  # noqa: F401

MANAGER = "mash_manager"
SAVE, WHO_MET = "Save what was decided", "Save who met"
THERE = {
    "held_at": ["28", "8", "2026", "10:00"],
    **{"social_care": "there", "social_care_name": "Maya, manager"},
    **{"police": "there", "police_name": "PC Lee"},
    **{"health": "not_there", "health_why": "Nobody was free at that time"},
    **{"education": "not_there", "education_why": "Not invited"},
    **{"housing": "there", "housing_name": "Hari"},
    **{"early_help": "not_there", "early_help_why": "On leave"},
}
SAID = {"decision": "Amber stays.", "reasons": "Seen alone today.", "agreed": "yes"}
NEXT_WEEK = ["4", "9", "2026"]


@pytest.fixture
def manager(browse):
    return browse(MANAGER)


@pytest.fixture
def worker(browse):
    return browse("mash_social_worker")


def held(manager, **otherwise):
    page = manager.get("/contacts/meetings/new")
    return manager.follow(manager.submit(page, WHO_MET, **{**THERE, **otherwise}))


def listed(page):
    """Name on the agenda → why."""
    return {
        card.select_one(".govuk-summary-card__title").text.partition(",")[0]: [
            " ".join(li.text.split()) for li in card.select(".govuk-summary-card__content li")
        ]
        for card in page.soup.select(".govuk-summary-card")
    }


def flagged(record, clock, name="Sam Tester", **more):
    (address,) = told(record, clock, name, **more)
    rated(record, clock, address, "amber", kind="child_flagged", why="Two views of it.")
    return address


# The list


def test_it_is_made_from_what_is_flagged_disputed_and_overdue_each_with_why(manager, record, clock):
    flagged(record, clock, "Flagged")
    (low,) = told(record, clock, "Low")
    rating = rated(record, clock, low, "blue", minimum="amber")
    (plain,) = told(record, clock, "Plain")
    rated(record, clock, plain, "amber")
    (declined,) = told(record, clock, "Declined")
    asked = rated(record, clock, declined, "green")
    with record.database() as db:
        with command(db, new_id(), author=WORKER, recorded_at=clock()) as c:
            say = {"what": "lower_rating", "words": "Green", "reasons": "So."}
            signature = ask(c, asked, **say, asked_of=("mash_manager",))
        boss = Author("boss", "boss-account", "mash_manager")
        with command(db, new_id(), author=boss, recorded_at=clock()) as c:
            decline(c, signature, "The history says otherwise.")
    told(record, clock, "Unrated")

    found = listed(manager.get("/contacts/meetings"))
    assert found == {
        "Flagged": ["Put on the list: Two views of it."],
        "Low": ["The rating is lower than what was suggested, and nobody has explained why."],
        "Declined": ["What was asked to be signed was declined."],
    }
    clock.forward(hours=3, minutes=59)  # Red's clock runs for what nobody has rated
    assert "Unrated" not in listed(manager.get("/contacts/meetings"))
    clock.forward(minutes=2)
    (why,) = listed(manager.get("/contacts/meetings"))["Unrated"]
    assert why.startswith("Not decided in time, 1 minute late: 4 hours")
    rated(
        record,
        clock,
        low,
        "blue",
        kind="rating_explained",
        rating=rating.id,
        code="known_history",
        words="Seen.",
    )
    rated(record, clock, declined, "amber")
    found = listed(manager.get("/contacts/meetings"))
    assert "Low" not in found
    assert "Declined" not in found  # rated anew, nobody has declined that


def test_a_disagreement_between_the_services_puts_a_case_on_it(officer, manager, record):
    case = decided(officer, came(officer, **NOWHERE), name="Dis Puted")
    assert listed(manager.get("/contacts/meetings")) == {}
    raising = officer.get(f"{case.url}/disputes/new")
    rule = raising.soup.find(id="rule").find_all("option")[1]["value"]
    about = {"service": "family_services", "about": "rule", "rule": rule, "position": "We agree."}
    officer.submit(raising, "Raise it", **about)
    assert listed(manager.get("/contacts/meetings")) == {
        "Dis Puted": ["The services disagree about the case."]
    }


def test_whoever_may_not_know_of_a_case_finds_nothing_of_it(
    browse,
    manager,
    record,
    clock,
    case,
    person,
    human_of,  # noqa: F811
):
    id = case(person("Kim Hidden"), "FD-HIDDEN", human_of(MANAGER), restricted=True)
    address = flagged(record, clock, "Kim Hidden", case_id=id)
    meeting = held(manager)
    said = {**SAID, "what_1": "Ring Kim", "owner_1": f"{MANAGER} {human_of(MANAGER)}"}
    page = manager.get(f"{address}/meeting")
    offered = [option["value"] for option in page.soup.select("#owner_1 option")]
    assert offered == ["", f"{MANAGER} {human_of(MANAGER)}"]
    manager.submit(page, SAVE, meeting=meeting.url.split("/")[3], due_1=NEXT_WEEK, **said)
    assert "Kim Hidden" in manager.get(meeting.url).words
    for role in ("mash_social_worker", "head_of_service", "auditor"):
        other = browse(role)
        for url in ("/contacts/meetings", meeting.url, "/"):
            assert "Kim" not in other.get(url).words


# The meeting


def test_who_was_not_there_is_on_record_and_no_child_in_the_councils_stream(manager, record, clock):
    flagged(record, clock)
    page = held(manager)
    assert page.heading == "Threshold meeting, today at 10am"
    for words in ("Police PC Lee", "Health Nobody. Nobody was free at that time.", "Sam Tester"):
        assert words in page.words
    said = {**SAID, "agreed": "no", "dissent": "Police: we would say Red."}
    link = page.soup.find("a", string=lambda text: text and "Write down" in text) or next(
        a for a in page.soup.main.find_all("a") if "Write down" in a.text
    )
    deciding = manager.get(link["href"])
    assert deciding.soup.select_one("[name=meeting]:checked, [name=meeting][checked]")
    back = manager.follow(manager.submit(deciding, SAVE, **said))
    assert back.url == page.url
    for words in ("Amber stays.", "Seen alone today.", "Police: we would say Red."):
        assert words in back.words
    assert "nothing is written down for this meeting" not in back.words
    with record.database() as db:
        council = [e for e in in_order_recorded(db) if e.stream == "council"]
    assert [e.kind for e in council] == ["threshold_meeting_held"]
    assert "Sam" not in str(council[0].body)
    assert council[0].occurred_at.hour == 9  # 10am in London
    record.is_sound()


def test_what_was_agreed_is_a_task_of_whoever_does_it_and_the_child_is_off_the_list(
    manager,
    worker,
    browse,
    record,
    clock,
    human_of,  # noqa: F811
):
    address = flagged(record, clock)
    rated(record, clock, address, "amber")
    held(manager)
    role, human = f"mash_social_worker {human_of('mash_social_worker')}", "social_work_duty_manager"
    said = {
        **SAID,
        **{"what_1": "See the child alone", "owner_1": role, "due_1": ["28", "8", "2026"]},
        **{"what_3": "Call the school", "owner_3": human, "due_3": NEXT_WEEK},
    }
    page = manager.get(f"{address}/meeting")
    meeting = page.soup.select_one("[name=meeting]")["value"]
    for _ in range(2):
        manager.submit(page, SAVE, meeting=meeting, **said)
    assert len(record.entries("meeting_decided")) == 1
    assert len(record.entries("task_created")) == 2

    home = worker.get("/").words
    assert "See the child alone" in home
    assert "Tonight, by midnight" in home
    assert "Call the school" not in home
    assert "Call the school" in browse("social_work_duty_manager").get("/").words
    child = worker.get(address)
    assert "On the list for the threshold meeting" not in child.words
    assert record.last("child_unflagged")["why"] == "The threshold meeting has talked about it"
    assert "Call the school. Duty manager, Duty and Assessment Team" in child.words
    with record.database() as db:
        (found,) = children_in(read(db, contact(address.split("/")[2])))
    assert [each.band for each in found.ratings] == ["amber"]
    assert "It changes no rating by itself" in child.words

    page = worker.get(f"{address}/actions")
    done = next(i["value"] for i in page.soup.select("[name=done]") if "alone" in i.parent.text)
    refused = worker.submit(page, "Record as done", 400)
    assert refused.error_beside("done") == "Select what is done"
    worker.submit(page, "Record as done", done=done)
    assert "See the child alone" not in worker.get("/").words
    assert "Call the school" in worker.get(address).words


def test_what_the_worker_before_had_to_do_goes_with_the_child(
    manager,
    worker,
    record,
    clock,
    human_of,  # noqa: F811
):
    address = flagged(record, clock)
    give = {"to": human_of("mash_social_worker")}
    manager.submit(manager.get(f"{address}/give"), "Give to this worker", **give)
    held(manager)
    own = f"mash_social_worker {human_of('mash_social_worker')}"
    page = manager.get(f"{address}/meeting")
    meeting = page.soup.select_one("[name=meeting]")["value"]
    action = {"what_1": "See the child", "owner_1": own, "due_1": NEXT_WEEK}
    manager.submit(page, SAVE, meeting=meeting, **SAID, **action)
    give = {"to": human_of(MANAGER)}
    manager.submit(manager.get(f"{address}/give"), "Give to this worker", **give)
    assert "See the child. Worker mash_manager" in manager.get(address).words
    record.is_sound()


@pytest.mark.parametrize(
    ("wrong", "beside", "words"),
    [
        ({"police": None}, "police", "Select whether anybody was there from the police"),
        ({"health_why": ""}, "health_why", "Enter why nobody was there from health"),
        ({"police_name": ""}, "police_name", "Enter who was there from the police"),
        ({"held_at": ["", "", "", ""]}, "held_at", "Enter when the meeting was"),
        (
            {"held_at": ["28", "8", "2026", "16:51"]},
            "held_at",
            "The time of the meeting must not be later than now",
        ),
    ],
)
def test_a_meeting_without_who_and_when_is_not_recorded(manager, record, wrong, beside, words):
    page = manager.get("/contacts/meetings/new")
    assert page.soup.select(":checked, [checked]") == []
    again = manager.submit(page, WHO_MET, 400, **{**THERE, **wrong})
    assert again.error_beside(beside) == words
    assert again.typed()["housing_name"] == ["Hari"]
    assert record.entries("threshold_meeting_held") == []


@pytest.mark.parametrize(
    ("wrong", "beside", "words"),
    [
        ({"decision": ""}, "decision", "Enter what the meeting decided"),
        ({"reasons": ""}, "reasons", "Enter why the meeting decided this"),
        ({"agreed": None}, "agreed", "Select whether everybody agreed"),
        (
            {"agreed": "no"},
            "dissent",
            "Enter who saw it differently, and what they said",
        ),
        ({"meeting": new_id()}, "meeting", "Select the meeting"),
        ({"what_2": "Ring"}, "owner_2", "Select who does it for action 2"),
        ({"what_2": "Ring"}, "due_2", "Enter by when it is to be done for action 2"),
        ({"due_2": NEXT_WEEK}, "what_2", "Enter what is to be done for action 2"),
        ({"what_2": "Ring", "owner_2": "king"}, "owner_2", "Select one of the answers shown"),
        (
            {"what_2": "Ring", "owner_2": MANAGER, "due_2": ["27", "8", "2026"]},
            "due_2",
            "The day of action 2 must be today or in the future",
        ),
    ],
)
def test_half_a_decision_is_not_recorded_and_nothing_typed_is_lost(
    manager, record, clock, wrong, beside, words
):
    address = flagged(record, clock)
    held(manager)
    page = manager.get(f"{address}/meeting")
    meeting = page.soup.select_one("[name=meeting]")["value"]
    said = {"meeting": meeting, **SAID, **wrong}
    again = manager.submit(page, SAVE, 400, **said)
    assert again.error_beside(beside) == words
    kept = next(name for name in ("reasons", "decision") if said[name])
    assert again.typed()[kept] == [said[kept]]
    assert record.entries("meeting_decided", "task_created") == []


def test_before_any_meeting_is_on_record_nothing_can_have_been_decided_at_one(
    manager, record, clock
):
    address = flagged(record, clock)
    page = manager.get(f"{address}/meeting")
    assert "No meeting is on record yet. Record who met first." in page.words
    assert not page.soup.main.find_all("form")


def test_what_is_written_down_late_says_so(browse, manager, record, clock):
    address = flagged(record, clock)
    meeting = held(manager)
    clock.set("2026-09-02 09:00")
    manager = browse(MANAGER)
    page = manager.get(f"{address}/meeting")
    manager.submit(page, SAVE, meeting=meeting.url.split("/")[3], **SAID)
    assert "later than the day of the meeting" in manager.get(meeting.url).words


def test_a_meeting_that_is_none_is_not_found(manager):
    manager.get(f"/contacts/meetings/{new_id()}", 404)


# Theme notes

NOTES = {
    "first_day": ["10", "8", "2026"],
    "last_day": ["21", "8", "2026"],
    "words": "Schools tell us late.",
    "actions": "Maya rings the heads by 11 September.",
}


def written(manager, **otherwise):
    page = manager.get("/contacts/themes/new")
    return manager.follow(manager.submit(page, "Save the notes", **{**NOTES, **otherwise}))


def test_notes_are_due_a_fortnight_after_the_last_and_late_the_day_after(
    browse, manager, clock, record
):
    page = manager.get("/contacts/themes")
    assert "There are none yet" in page.words
    assert "Do not name a child or a family" in manager.get("/contacts/themes/new").words
    page = written(manager)
    assert "10 August 2026 to 21 August 2026 Schools tell us late." in page.words
    late = "The next notes were due by the end of 4 September 2026."
    for day, is_late in (("3", False), ("4", False), ("5", True)):
        clock.set(f"2026-09-0{day} 09:00")
        manager = browse(MANAGER)
        page = manager.get("/contacts/themes")
        assert (late in page.words) is is_late
        assert "14 days are our default, not yet confirmed by Barnet" in page.words
    page = written(manager, first_day=["22", "8", "2026"], last_day=["4", "9", "2026"], words="New")
    assert page.words.index("New") < page.words.index("Schools tell us late.")
    assert late not in page.words
    record.is_sound()


@pytest.mark.parametrize(
    ("wrong", "beside", "words"),
    [
        ({"words": ""}, "words", "Enter what you saw"),
        ({"first_day": ["22", "8", "2026"]}, "last_day", "The last day must be the same as or "),
        ({"last_day": ["29", "8", "2026"]}, "last_day", "The last day must be today or in the p"),
        ({"first_day": ["", "", ""]}, "first_day", "Enter the first day"),
    ],
)
def test_notes_without_their_days_or_words_are_not_kept(manager, record, wrong, beside, words):
    page = manager.get("/contacts/themes/new")
    again = manager.submit(page, "Save the notes", 400, **{**NOTES, **wrong})
    assert again.error_beside(beside).startswith(words)
    assert again.typed()["actions"] == [NOTES["actions"]]
    assert record.entries("theme_notes_written") == []


def test_posted_twice_notes_are_kept_once(manager, record):
    page = manager.get("/contacts/themes/new")
    for _ in range(2):
        manager.submit(page, "Save the notes", **NOTES)
    assert len(record.entries("theme_notes_written")) == 1
