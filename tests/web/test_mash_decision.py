"""The final rating and decision: what differs is explained, what is grave another human signs."""

import pytest

from store import accounts
from store.ids import new_id
from store.journal import Author, command, erase_body, read
from store.mash.contact_child import children_in, say
from store.mash.received import CHILD_TOLD, ChildTold
from store.stream_names import case, contact
from tests.web.conftest import PASSWORD
from tests.web.mash_rating import (
    BORN,
    DECIDE,
    DIFFERS,
    NAME,
    REASONS,
    SOMEBODY,
    deciding,
    rated,
    signature,
    told,
)
from tests.web.test_hand_over import handed_over
from tests.web.test_mash_rating import HEAD, INJURY, MANAGER, OFTEN_LATE, WORKER

FRIDAY_MORNING = "2026-08-28 09:00"
CARE, EARLY, NOTHING = "referral_to_social_care", "referral_to_early_help", "information_or_nfa"
NOT_YET = "This has not taken effect"


@pytest.fixture
def child(record, clock):
    clock.set(FRIDAY_MORNING)
    return told(record, clock())


@pytest.fixture
def worker(browse, child):
    return browse(WORKER)


def sign(browser, child, **says):
    page = signature(browser, child)
    return browser.submit(page, "Save", **says or {"says": "agree"})


def first_child(browser):
    team = browser.get("/contacts/team")
    return team.soup.main.select_one("a[href*='/children/']")["href"]


def test_a_decision_as_suggested_takes_effect_at_once_and_keeps_its_reasons(
    worker, child, record, clock
):
    rated(worker, child, "amber", "EDU-3a")
    clock.forward(hours=3)
    deciding(worker, child, "amber", 3, CARE)
    body = record.last("child_decided")
    assert (body["band"], body["level"], body["outcome"]) == ("amber", 3, CARE)
    assert (body["departures"], body["second"], body["late"]) == ([], [], None)
    assert body["reasons"]["parents"]["father"] == {
        "asked": "not_safe",
        "words": REASONS["father_view"],
    }
    assert body["reasons"]["seen_alone"]["seen"] == "yes"
    page = worker.get(child).words
    for words in REASONS.values():
        assert words in page or words in ("yes", "asked", "not_safe")
    assert "Not asked: it is not safe to contact them" in page
    assert "Decided in 3 hours: in time. Within 24 hours" in page
    assert record.entries("signature_asked") == []
    record.is_sound()


def test_nothing_is_chosen_beforehand_and_every_part_of_the_reasons_is_needed(worker, child):
    rated(worker, child, "amber", "EDU-3a")
    form = worker.get(f"{child}/decision")
    assert not form.soup.main.select("[checked], [selected]")
    page = worker.submit(form, DECIDE, 400)
    assert len(page.errors) == 16
    for words in (
        "Enter what the child says, or why nobody could ask them",
        "Select whether the father was asked",
        "Enter what difference it makes, or that you do not know yet",
        "Enter what we do not know, or that nothing is open",
        "Enter which paragraph of the threshold document it is, and why",
    ):
        assert words in page.errors
    page = deciding(worker, child, "amber", 3, CARE, 400, seen_alone="no")
    assert page.errors == ["Select why they were not seen alone"]


def test_before_it_is_rated_nothing_can_be_decided(worker, child, record):
    assert "Rate this child first" in worker.get(f"{child}/decision").words
    proof = worker.get(f"{child}/rating").filled("Save your rating")
    said = {"band": "blue", "level": "1", "outcome": NOTHING, **REASONS}
    carried = {name: proof[name] for name in ("csrf_token", "command_id", "seq")}
    page = worker.post(f"{child}/decision", {**carried, **said}, status=409)
    assert "Rate this child first" in page.words
    assert record.entries("child_decided") == []


def test_a_downgrade_needs_a_reason_and_takes_effect_only_once_another_human_signed(
    browse, worker, child, record, clock
):
    rated(worker, child, "red", INJURY)
    page = deciding(worker, child, "green", 2, EARLY, 400)
    assert page.errors == ["Select why it differs", "Enter why it differs"]
    assert "The final rating is lower than the one that counted before" in page.words
    assert page.typed(DECIDE)["father_view"] == [REASONS["father_view"]]
    deciding(worker, child, "green", 2, EARLY, **DIFFERS)
    assert record.last("child_decided")["second"] == ["downgrade", "closed_against_suggestion"]
    after = worker.get(child).words
    assert NOT_YET in after
    assert "Red counts" in after
    assert "4 hours left" in after
    assert "This child is decided" not in after
    assert "Waits for a signature" in worker.get("/contacts/team").words

    with record.database() as db:
        (human,) = [id for id, name in accounts.humans(db).items() if name == f"Worker {WORKER}"]
        accounts.add_account(db, human, "again@council.example", PASSWORD, MANAGER)
    again = browse()
    again.sign_in("again@council.example", PASSWORD)
    assert "it is your own decision" in signature(again, child).words
    assert not signature(again, child).soup.find_all("input", {"name": "says"})

    manager = browse(MANAGER)
    clock.forward(hours=1)
    page = signature(manager, child)
    for words in (REASONS["childs_words"], REASONS["threshold"], "Initial rating", "Red"):
        assert words in page.words
    sign(manager, child)
    after = worker.get(child).words
    assert NOT_YET not in after
    assert "Decided in 1 hour: in time" in after
    assert [e.body["band"] for e in record.entries("child_rated", "child_decided")] == [
        "red",
        "green",
    ]
    record.is_sound()


def test_unticking_what_was_ticked_lowers_nothing_without_another_human(worker, child, record):
    """The suggestion then gives nothing any more; what it gave before still counts."""
    rated(worker, child, "green", INJURY)
    rated(worker, child, "green")
    assert record.last("child_rated")["suggested"]["minimum"] is None
    assert "Red counts" in worker.get(child).words
    page = deciding(worker, child, "green", 2, "signposting", 400)
    assert "The final rating is lower than the one that counted before" in page.words
    deciding(worker, child, "green", 2, "signposting", **DIFFERS)
    assert "downgrade" in record.last("child_decided")["second"]
    assert NOT_YET in worker.get(child).words


def test_whoever_signs_sees_that_harm_was_told_since(browse, worker, child, record, clock):
    rated(worker, child, "amber", "EDU-3a")
    deciding(worker, child, "green", 2, EARLY, **DIFFERS)
    clock.forward(minutes=5)
    worker.submit(worker.get(f"{child}/harm"), "")
    manager = browse(MANAGER)
    page = signature(manager, child)
    assert "Significant harm was told since. Rate this child again first" in page.words
    assert NOT_YET in worker.get(child).words
    refused = manager.submit(page, "Save", 409, says="agree", words="I agree")
    assert "Rate the child again first. Your signature was not saved" in refused.words
    assert refused.typed("Save")["words"] == ["I agree"]
    assert record.entries("signature_given") == []
    clock.forward(minutes=5)
    rated(manager, child, "red", INJURY)
    assert "Signing this changes nothing any more" in manager.get(page.url).words
    manager.submit(manager.get(page.url), "Save", says="agree")
    assert "Next: Decide" in worker.get(child).words


def test_harm_told_after_a_decision_does_not_make_it_late(worker, child, record, clock):
    rated(worker, child, "amber", "EDU-3a")
    clock.forward(hours=5)
    deciding(worker, child, "amber", 3, CARE)
    worker.submit(worker.get(f"{child}/harm"), "")
    assert "Decided in 5 hours: in time" in worker.get(child).words


def test_declined_it_has_to_be_decided_anew_and_the_old_one_stays(browse, worker, child, record):
    rated(worker, child, "red", INJURY)
    deciding(worker, child, "amber", 3, CARE, **DIFFERS)
    sign(browse(MANAGER), child, says="decline", reason="The injury is not explained.")
    after = worker.get(child).words
    assert "Decide anew: another person declined to sign the decision" in after
    assert "Red counts" in after
    assert "Look at this decision again" in worker.get("/").words
    deciding(worker, child, "red", 4, CARE)
    after = worker.get(child).words
    assert "Decided before" in after
    assert "Decided in less than a minute: in time" in after
    assert len(record.entries("child_decided")) == 2
    assert "Look at this decision again" not in worker.get("/").words


def test_red_is_acted_on_at_once_and_does_not_wait_for_its_signature(browse, worker, child, record):
    rated(worker, child, "amber", "EDU-3a")
    deciding(worker, child, "red", 4, CARE, **DIFFERS)
    assert record.last("child_decided")["second"] == ["red"]
    assert "A child was rated Red at MASH" in browse("social_work_duty_manager").get("/").words
    after = worker.get(child).words
    assert NOT_YET not in after
    assert "Decided in less than a minute" in after
    assert "A signature is waited for. What was decided goes on meanwhile" in after
    assert "Casey Made-Up" in browse(MANAGER).get("/").part("Waiting for your signature")


def test_nothing_more_after_a_contact_before_is_signed_by_somebody_else(
    browse, worker, child, record, clock
):
    rated(worker, child, "blue")
    deciding(worker, child, "blue", 1, NOTHING)
    assert record.last("child_decided")["second"] == []
    clock.forward(hours=2)
    again = told(record, clock(), again=child)
    rated(worker, again, "blue")
    assert "One contact before this one in 12 months" in worker.get(f"{again}/decision").words
    deciding(worker, again, "blue", 1, "signposting")
    assert record.last("child_decided")["second"] == ["closed_after_repeat_contact"]
    assert NOT_YET in worker.get(again).words
    third = told(record, clock(), again=child)
    history = worker.get(f"{third}/history").words
    assert "Final rating: Blue, level 1" in history
    assert "Decided as Blue, level 1" in history
    assert history.count("This has not taken effect") == 1
    assert "there were contacts before" in signature(browse(MANAGER), again).words


def test_a_hand_over_under_3_l_goes_to_social_care_or_is_a_departure(browse, officer, record):
    handed_over(officer, where="not_settled")
    worker = browse(WORKER)
    child = first_child(worker)
    rated(worker, child, "amber")
    page = deciding(worker, child, "amber", 3, EARLY, 400)
    assert "The contact carries rule 3-l of the joint protocol" in page.words
    deciding(worker, child, "amber", 3, EARLY, **DIFFERS)
    body = record.last("child_decided")
    assert body["departures"] == [
        {"what": "rule_3_l", "code": "judgement", "words": DIFFERS["departure_words"]}
    ]
    assert body["second"] == ["departs_from_3_l"]
    assert NOT_YET in worker.get(child).words
    assert "Tonight, by midnight" in worker.get(child).words  # 4-a goes on over any band


def test_referred_under_3_l_nobody_has_to_sign(browse, officer, record):
    handed_over(officer, where="not_settled")
    worker = browse(WORKER)
    child = first_child(worker)
    rated(worker, child, "amber")
    deciding(worker, child, "amber", 3, CARE)
    assert (record.last("child_decided")["second"], NOT_YET in worker.get(child).words) == (
        [],
        False,
    )


@pytest.mark.parametrize(("minutes", "late"), [(239, False), (240, True), (241, True)])
def test_why_it_is_late_is_asked_only_where_it_is(worker, child, record, clock, minutes, late):
    """Red: four hours. The minute before, the minute, and the minute after."""
    rated(worker, child, "red", INJURY)
    clock.forward(minutes=minutes)
    form = worker.get(f"{child}/decision")
    assert ("Why was it not decided in time?" in form.words) is late
    if late:
        page = deciding(worker, child, "red", 4, CARE, 400)
        assert page.errors == ["Select why it was not decided in time"]
    deciding(worker, child, "red", 4, CARE, **({"late_reason": "volume"} if late else {}))
    said = record.last("child_decided")["late"]
    assert said == ({"code": "volume", "words": ""} if late else None)


def test_late_and_not_within_24_hours_are_two_things(browse, record, clock):
    """Amber on a Friday has until Tuesday: in time, and not within 24 hours."""
    clock.set(FRIDAY_MORNING)
    child = told(record, clock())
    rated(browse(WORKER), child, "amber", "EDU-3a")
    clock.set("2026-09-01 10:00")
    worker = browse(WORKER)
    deciding(worker, child, "amber", 3, CARE)
    assert "in time. Not within 24 hours" in worker.get(child).words


def test_more_known_since_suggests_more_and_says_so(worker, child, record, browse):
    rated(worker, child, "green", OFTEN_LATE)
    page = worker.get(child)
    assert "More is known since" not in page.words
    officer_told(record, child)
    after = worker.get(child).words
    assert "More is known since it was rated: the rules suggest at least Red now" in after
    page = deciding(worker, child, "green", 2, EARLY, 400)
    assert "The final rating is not what the rules suggest at least" in page.words


def officer_told(record, child):
    """Somebody says since that they have nowhere safe tonight."""
    contact_id = child.split("/")[2]
    with record.database() as db:
        (found,) = children_in(read(db, contact(contact_id)))
        since = ChildTold(NAME, BORN, facts={"nowhere_safe_tonight": "yes"})
        at = record.app.config["CLOCK"]()
        with command(db, new_id(), author=SOMEBODY, recorded_at=at) as c:
            say(c, found, CHILD_TOLD, since.body())


def test_a_managers_own_downgrade_is_signed_by_the_head_of_service(browse, child, record):
    manager = browse(MANAGER)
    rated(manager, child, "red", INJURY)
    deciding(manager, child, "amber", 3, CARE, **DIFFERS)
    assert record.last("signature_asked")["asked_of"] == [HEAD]
    sign(browse(HEAD), child)
    assert NOT_YET not in manager.get(child).words


def test_withdrawn_it_can_be_decided_anew(worker, child, record):
    rated(worker, child, "red", INJURY)
    deciding(worker, child, "amber", 3, CARE, **DIFFERS)
    assert "waits to be signed" in worker.get(f"{child}/decision").words
    page = signature(worker, child)
    worker.submit(page, "Withdraw", withdrawal="I look again.")
    after = worker.get(child).words
    assert "nobody is asked to sign it now" in after
    assert NOT_YET in after
    deciding(worker, child, "red", 4, CARE)
    assert NOT_YET not in worker.get(child).words


def test_what_is_posted_twice_is_decided_once(worker, child, record):
    rated(worker, child, "red", INJURY)
    page = worker.get(f"{child}/decision")
    said = {"band": "amber", "level": "3", "outcome": CARE, **REASONS, **DIFFERS}
    for _ in range(2):
        worker.submit(page, DECIDE, **said)
    assert len(record.entries("child_decided")) == len(record.entries("signature_asked")) == 1


def test_two_at_once_and_nothing_typed_is_lost(browse, worker, child, record):
    rated(worker, child, "amber", "EDU-3a")
    page, other = worker.get(f"{child}/decision"), browse(MANAGER)
    rated(other, child, "red", INJURY)
    said = {"band": "amber", "level": "3", "outcome": CARE, **REASONS, **DIFFERS}
    page = worker.submit(page, DECIDE, 409, **said)
    assert "Yours was not saved" in page.errors[0]
    for name in ("what_we_know", "childs_words", "father_view", "departure_words"):
        assert page.typed(DECIDE)[name] == [said[name]]
    assert record.entries("child_decided") == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"band": "purple"},
        {"level": "5"},
        {"level": "four"},
        {"outcome": "not_yet_assessed"},
        {"outcome": "outcome_of_nfa"},
        {"outcome": [CARE, NOTHING]},
        {"mother": "made-up"},
        {"identity": "\0"},
        {"alternatives": "x" * 4001},
        {"seen_alone": ""},
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(worker, child, record, wrong):
    rated(worker, child, "amber", "EDU-3a")
    page = worker.get(f"{child}/decision")
    good = {"band": "amber", "level": "3", "outcome": CARE, **REASONS}
    page = worker.submit(page, DECIDE, 400, **good | wrong)
    (name,) = wrong
    assert page.error_beside(name)
    assert record.entries("child_decided") == []


def test_the_signature_of_somebody_nobody_may_know_of_is_not_there(browse, officer, record):
    handed_over(officer, where="not_settled")
    worker = browse(WORKER)
    child = first_child(worker)
    rated(worker, child, "amber")
    deciding(worker, child, "amber", 3, EARLY, **DIFFERS)
    manager = browse(MANAGER)
    page = signature(manager, child)
    restrict(record)
    manager.get(page.url, 404)
    assert "Sam Tester" not in manager.get("/").words
    assert "Sam Tester" not in manager.get("/signatures").words
    assert "Sam Tester" not in manager.get("/contacts/team").words


@pytest.mark.parametrize("place", [0, 1, 2])
def test_erased_by_law_nothing_takes_effect_and_every_page_is_there(
    browse, worker, child, record, clock, place
):
    """A rating, a lower one and a decision lower than both, each erased by itself."""
    rated(worker, child, "red", INJURY)
    rated(worker, child, "amber")
    deciding(worker, child, "green", 2, EARLY, **DIFFERS)
    manager = browse(MANAGER)
    signing = signature(manager, child).url
    with record.database() as db:
        judged = record.entries("child_rated", "child_decided")[place]
        erase_body(
            db,
            judged.id,
            author=judged.author,
            reason="A court ordered it",
            recorded_at=clock(),
            command_id=new_id(),
        )
    page = worker.get(child)
    assert NOT_YET in page.words
    assert signing in [link["href"] for link in page.soup.main.select("a[href^='/signatures/']")]
    for address in ("/contacts/team", "/contacts/mine", child.rsplit("/children", 1)[0]):
        assert worker.get(address)
    assert manager.get(signing)
    assert manager.get("/signatures")
    record.is_sound()


def restrict(record):
    """Every case there is, to somebody who is none of those who sign in."""
    somebody = Author("somebody-else", "their-account", "team_manager")
    with record.database() as db:
        (found,) = db.query("select id from cases")
        at = record.app.config["CLOCK"]()
        with command(db, new_id(), author=somebody, recorded_at=at) as c:
            body = {"allowed": ["somebody-else"], "reason": "They know somebody here"}
            c.append(case(found["id"]), "case_restricted", body)


def test_no_name_stands_in_an_address_or_a_title(worker, child):
    rated(worker, child, "amber", INJURY)
    for name in ("", "/rating", "/suggestion", "/decision"):
        page = worker.get(f"{child}{name}")
        assert NAME in page.words
        assert NAME not in page.soup.title.text
        assert "Casey" not in page.url
    assert NAME not in signature(worker, child).soup.title.text


def test_whoever_told_us_is_told_once_a_decision_that_waits_is_signed(
    worker, browse, record, clock
):
    child = told(record, clock())
    rated(worker, child, "red", INJURY)
    deciding(worker, child, "amber", 3, CARE, **DIFFERS)
    assert "Once the decision is signed: tell whoever told us" in worker.get("/").words
    clock.forward(days=3)
    waits = browse(WORKER).get(child)
    assert "Once the decision is signed, whoever told us is told." in waits.words
    assert "Not told yet" not in waits.words
    assert not waits.soup.select("a[href$='/feedback']")
    sign(browse(MANAGER), child)
    assert "Not told yet" in browse(WORKER).get(child).words
    at_once = told(record, clock())
    rated(browse(WORKER), at_once, "red", INJURY)
    deciding(browse(WORKER), at_once, "red", 4, CARE)
    assert "Tell whoever told us what was decided" in browse(WORKER).get("/").words
