"""Who has a child, with the day's workload in words; a manager's guidance; on the list and off."""

import pytest

from store import accounts
from store.ids import new_id
from store.journal import command
from store.stream_names import case as case_stream
from tests.unit.store_helpers import ADA
from tests.web.conftest import PASSWORD, email_of, id_of
from tests.web.mash_council import rated, told

MANAGER, WORKER = "mash_manager", "mash_social_worker"
GIVE = "Give to this worker"


@pytest.fixture
def manager(browse):
    return browse(MANAGER)


@pytest.fixture
def worker(browse):
    return browse(WORKER)


@pytest.fixture
def human_of(record):
    """The id of the human behind an account."""

    def found(person):
        with record.database() as db:
            query = "select human_id from accounts where email = ?"
            return next(db.query(query, [email_of(person)]))["human_id"]

    return found


@pytest.fixture
def ann(record):
    """A second MASH social worker, whose name begins with A."""
    with record.database() as db:
        human = accounts.add_human(db, "Ann Other")
        accounts.add_account(db, human, email_of("ann"), PASSWORD, WORKER)
    return human


def options(page):
    """Name → what is said beside it, in the order of the page."""
    found = {}
    for item in page.soup.select(".govuk-radios__item"):
        hint = item.select_one(".govuk-radios__hint")
        found[item.label.text.strip()] = " ".join(hint.text.split()) if hint else ""
    return found


def test_each_worker_is_shown_with_what_they_have_today_and_nobody_is_ranked(
    browse, manager, record, clock, ann, human_of
):
    worker = human_of(WORKER)
    late, today, later, closed, decided = told(record, clock, "A", "B", "C", "D", "E")
    for address in (late, today, later, closed, decided):
        rated(record, clock, address, "green", kind="child_given_to", to=worker)
    for address, band in ((today, "green"), (later, "green"), (decided, "amber")):
        rated(record, clock, address, band)
    rated(record, clock, closed, "blue", kind="child_closed", words="Done")
    more = {"level": 3, "outcome": "signposting", "reasons": {}, "departures": [], "second": []}
    rated(record, clock, decided, "amber", kind="child_decided", **{**more})
    clock.set("2026-08-28 23:00")  # four hours are over for what nobody has rated
    (new,) = told(record, clock, "New")

    page = manager.get(f"{new}/give")

    assert options(page) == {
        "Ann Other": "Has no open child today",
        "Worker mash_manager": "Has no open child today",
        "Worker mash_social_worker": "Has 4 children open today: 3 still to be decided, 1 late",
    }
    assert page.soup.select(":checked, [checked]") == []
    clock.set("2026-09-03 09:00")  # the third working day after, that of Green
    words = options(browse(MANAGER).get(f"{new}/give"))["Worker mash_social_worker"]
    assert words.endswith("3 still to be decided, 2 due today, 1 late")


def test_who_gives_and_who_receives_is_on_record_and_the_receiver_is_told_at_home(
    manager, worker, record, clock, human_of
):
    (address,) = told(record, clock, "Sam Tester")
    assert "Nobody has this child by name yet" in manager.get(address).words
    page = manager.get(f"{address}/give")
    say = {"to": human_of(WORKER), "words": "Ring the school first."}
    page = manager.follow(manager.submit(page, GIVE, **say))
    assert "Worker mash_social_worker has this child, given by Worker mash_manager" in page.words
    given = record.last("child_given_to")
    assert (given["to"], given["words"]) == (say["to"], say["words"])

    home = worker.get("/")
    assert "You were given child 1 of a contact" in home.words
    own = worker.get(f"{address}/have-it")
    assert "Ring the school first." in own.words
    worker.follow(worker.submit(own, "I have it"))
    assert "You were given" not in worker.get("/").words
    assert "Say that you have it" not in worker.get(address).words
    manager.submit(manager.get(f"{address}/give"), GIVE, to=human_of(MANAGER))
    assert "You were given" not in manager.get("/").words  # they have given it to themself
    record.is_sound()


def test_posted_twice_it_is_given_once_and_what_changed_meanwhile_is_not_lost(
    manager, worker, record, clock, ann, human_of
):
    (address,) = told(record, clock, "Sam Tester")
    page = manager.get(f"{address}/give")
    theirs = worker.get(f"{address}/give")
    for _ in range(2):
        manager.submit(page, GIVE, to=ann)
    assert len(record.entries("child_given_to")) == 1
    refused = worker.submit(theirs, GIVE, 409, to=human_of(MANAGER), words="Mine.")
    assert "Something has happened since you opened this page" in refused.errors[0]
    assert refused.typed()["words"] == ["Mine."]
    assert len(record.entries("child_given_to")) == 1


@pytest.mark.parametrize("to", [None, "", "nobody", "{them}"])
def test_nobody_is_chosen_who_cannot_be(manager, record, clock, ann, to):
    """Not even whoever has the child already."""
    (address,) = told(record, clock, "Sam Tester")
    manager.submit(manager.get(f"{address}/give"), GIVE, to=ann)
    page = manager.get(f"{address}/give")
    assert "Ann Other" not in options(page)
    again = manager.submit(page, GIVE, 400, to=to and to.replace("{them}", ann))
    assert again.error_beside("to") == "Select who works on this child"
    assert len(record.entries("child_given_to")) == 1


def test_a_worker_who_may_not_know_of_the_case_is_not_offered(
    manager, record, clock, ann, case, person, human_of
):
    id = case(
        person("Kim Hidden"), "FD-HIDDEN", human_of(MANAGER), human_of(WORKER), restricted=True
    )
    (address,) = told(record, clock, "Kim Hidden", case_id=id)
    page = manager.get(f"{address}/give")
    assert list(options(page)) == ["Worker mash_manager", "Worker mash_social_worker"]
    manager.submit(page, GIVE, 400, to=ann)
    with record.database() as db, command(db, new_id(), author=ADA, recorded_at=clock()) as c:
        body = {"allowed": [human_of(WORKER)], "reason": "Kin"}
        c.append(case_stream(id), "case_restricted", body)
    for step in ("give", "guidance", "flag", "unflag", "have-it", "actions", "meeting"):
        manager.get(f"{address}/{step}", 404)


def test_a_told_contact_about_a_child_with_a_restricted_case_goes_only_to_who_may_know(
    manager, record, clock, ann, case, person, human_of
):
    kim = person("Kim Hidden")
    case(kim, "FD-HIDDEN", human_of(MANAGER), human_of(WORKER), restricted=True)
    (address,) = told(record, clock, "Kim Hidden", known=id_of(kim))
    assert list(options(manager.get(f"{address}/give"))) == [
        "Worker mash_manager",
        "Worker mash_social_worker",
    ]
    page = manager.get(f"{address}/meeting")
    owners = [option["value"] for option in page.soup.select("#owner_1 option")]
    assert f"social_worker {human_of('social_worker')}" not in owners
    assert "social_worker" not in owners  # anybody on duty would be kept from it


# Guidance


def test_that_no_manager_has_written_anything_is_said_until_one_has(
    manager, worker, record, clock, human_of
):
    nobody = "No manager has written anything about this child yet"
    (address,) = told(record, clock, "Sam Tester")
    assert nobody in worker.get(address).words
    page = worker.get(f"{address}/guidance")
    refused = worker.submit(page, "Put on record", 400, words="")
    assert refused.error_beside("by") == "Select who gave the guidance"
    assert refused.error_beside("words") == "Enter what was said"
    said = {"by": human_of(MANAGER), "words": "See the child alone first."}
    after = worker.follow(worker.submit(page, "Put on record", **said))
    assert ", today at 4:50pm, written down by Worker mash_social_worker" in after.words
    assert nobody in after.words  # a word of their own is still missing

    page = manager.get(f"{address}/guidance")
    assert "Who gave the guidance?" not in page.words
    after = manager.follow(manager.submit(page, "Put on record", words="I have read it."))
    assert nobody not in after.words
    assert "I have read it." in after.words
    assert record.last("guidance_noted")["by"] is None


# On the list for the threshold meeting


def test_flagged_with_a_reason_and_taken_off_with_one(worker, record, clock):
    (address,) = told(record, clock, "Sam Tester")
    page = worker.get(f"{address}/flag")
    refused = worker.submit(page, "Put on the list", 400, why=" ")
    assert refused.error_beside("why").startswith("Enter why the threshold meeting")
    after = worker.follow(worker.submit(page, "Put on the list", why="Two views of the bruise."))
    assert "On the list for the threshold meeting" in after.words
    assert "Two views of the bruise." in after.words
    assert "already" in worker.get(f"{address}/flag").words
    worker.submit(page, "Put on the list", command_id=new_id(), status=409, why="Again")
    off = worker.get(f"{address}/unflag")
    assert "Two views of the bruise." in off.words
    after = worker.follow(worker.submit(off, "Take off the list", why="We agree now."))
    assert "On the list for" not in after.words
    assert [e.kind for e in record.entries("child_flagged", "child_unflagged")] == [
        "child_flagged",
        "child_unflagged",
    ]
    record.is_sound()
