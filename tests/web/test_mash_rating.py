"""A worker rates first. Only then is it shown what the rules suggest, and why."""

import pytest

from store import accounts, packs
from tests.web.conftest import PASSWORD
from tests.web.mash_rating import (
    EXPLAIN,
    EXPLAINED,
    RATE,
    WHY,
    explained,
    rated,
    signature,
    told,
)
from tests.web.test_hand_over import handed_over
from thresholds.rating.pack import rating_pack

SATURDAY_EVENING = "2026-08-29 18:30"
INJURY = "AN-4b"  # at level 4
OFTEN_LATE = "EDU-2a"  # at level 2
SAYS_INJURY = "They have an injury that nobody can explain"
WORKER, MANAGER, HEAD = "mash_social_worker", "mash_manager", "head_of_service"
READS = ("mash_manager", "social_worker", "team_manager", "auditor", "head_of_service")


@pytest.fixture
def child(record, clock):
    clock.set(SATURDAY_EVENING)
    return told(record, clock())


@pytest.fixture
def worker(browse, child):
    return browse(WORKER)


def suggests(page):
    return any(
        words in page.text
        for words in ("rules suggest at least", "cannot rule out", "What is missing")
    )


def test_no_page_shows_anybody_a_suggestion_before_somebody_has_rated(browse, worker, child):
    for role in (WORKER, *READS):
        browser = browse(role)
        pages = [browser.get(child), browser.get(child.partition("/children")[0])]
        if role in (WORKER, MANAGER):
            pages += [browser.get(f"{child}/{name}") for name in ("rating", "suggestion")]
            pages += [browser.get(f"{child}/decision"), browser.get("/contacts/team")]
            pages += [browser.get(f"/contacts{name}") for name in ("", "/mine", "/meetings")]
            pages += [browser.get(f"{child}/history"), browser.get("/")]
        for page in pages:
            assert not suggests(page), (role, page.url)
    form = worker.get(f"{child}/rating")
    assert not form.soup.main.select("input[checked]")
    assert "level 4" not in form.part("What is so?")


def test_what_was_typed_wrongly_shows_no_suggestion_either(worker, child, record):
    page = worker.submit(worker.get(f"{child}/rating"), RATE, 400, indicators=[INJURY])
    assert page.errors == ["Select how you rate it", "Enter why you rate it so"]
    assert not suggests(page)
    assert page.typed() == {"indicators": [INJURY]}
    assert record.entries("child_rated") == []


def test_rated_first_it_is_shown_why_and_what_would_change_it(worker, child):
    page = rated(worker, child, "green", OFTEN_LATE)
    assert page.heading == "What the rules suggest"
    assert "Rated: Green" in page.words
    assert "The rules suggest at least: Green" in page.words
    assert "They cannot rule out Red or Amber" in page.words
    assert "They are often late" in page.words
    assert "Default, not yet confirmed by Barnet" in page.words
    assert "It is not known whether they have nowhere safe to sleep tonight" in page.words
    assert "Your rating differs" not in page.words


def test_the_suggestion_is_kept_with_the_rating_and_so_is_the_text_of_its_thresholds(
    worker, child, record
):
    rated(worker, child, "amber", INJURY)
    body = record.last("child_rated")
    assert (body["band"], body["suggested"]["minimum"]) == ("amber", "red")
    assert body["facts"]["ind_an_4b"] == "yes"
    ticked = {fact for fact in body["facts"] if fact.startswith("ind_")}
    assert ticked == {"ind_an_4b"}  # what nobody ticked is not a no
    with record.database() as db:
        assert packs.load(db, body["pack"]) == rating_pack().text
    record.is_sound()


def test_what_differs_needs_a_coded_reason_in_words_before_it_can_be_decided(worker, child, record):
    page = rated(worker, child, "red", OFTEN_LATE)
    assert "Your rating differs: say why" in page.words
    assert record.entries("signature_asked") == []  # higher: only the reason
    assert "Say first why" in worker.get(f"{child}/decision").words
    wrong = worker.submit(page, EXPLAIN, 400, code="known_history")
    assert wrong.errors == ["Enter why you rate it differently"]
    assert wrong.typed()["code"] == ["known_history"]
    explained(worker, child)
    assert EXPLAINED["words"] in worker.get(child).words
    assert "Say first why" not in worker.get(f"{child}/decision").words


def test_lower_than_suggested_the_manager_sees_it_in_the_same_clock(
    browse, worker, child, record, clock
):
    rated(worker, child, "amber", INJURY)
    (asked,) = record.entries("signature_asked")
    (made,) = record.entries("child_rated")
    assert asked.command_id == made.command_id
    assert asked.body["asked_of"] == [MANAGER]
    manager = browse(MANAGER)
    assert "Casey Made-Up" in manager.get("/").part("Waiting for your signature")
    page = signature(manager, child)
    assert "Rated Amber; the rules suggest at least Red" in page.words
    assert "Reason missing" in page.words  # and it is shown before anybody has given one
    team = manager.get("/contacts/team").words
    assert "Reason missing" in team
    assert "Red Counts until Amber is signed" in team
    assert "4 hours left" in worker.get(child).words  # Red's clock, until somebody has signed

    explained(worker, child)
    assert EXPLAINED["words"] in signature(manager, child).words
    manager.submit(signature(manager, child), "Save", says="agree")
    after = worker.get(child).words
    assert "is not signed yet" not in after
    assert "Tuesday 1 September, by midnight" in after  # Amber: Monday is a bank holiday
    record.is_sound()


def test_the_same_human_is_refused_whichever_account_they_use(browse, worker, child, record):
    with record.database() as db:
        (human,) = [id for id, name in accounts.humans(db).items() if name == f"Worker {WORKER}"]
        accounts.add_account(db, human, "again@council.example", PASSWORD, MANAGER)
    rated(worker, child, "amber", INJURY)
    again = browse()
    again.sign_in("again@council.example", PASSWORD)
    page = signature(again, child)
    assert "Somebody else has to sign this: it is your own decision" in page.words
    assert not page.soup.find_all("input", {"name": "says"})
    forged = browse(MANAGER).get(page.url).filled("Save") | {"says": "agree"}
    forged["csrf_token"] = again.get(f"{child}/rating").filled(RATE)["csrf_token"]
    again.post(page.url, forged, status=403)
    assert "Counts until" in worker.get("/contacts/team").words
    other = browse(MANAGER)
    other.submit(signature(other, child), "Save", says="agree")
    assert "Counts until" not in worker.get("/contacts/team").words


def test_a_managers_own_lower_rating_goes_to_the_head_of_service(browse, child, record):
    manager = browse(MANAGER)
    rated(manager, child, "amber", INJURY)
    assert record.last("signature_asked")["asked_of"] == [HEAD]
    head = browse(HEAD)
    head.submit(signature(head, child), "Save", says="agree")
    assert "Counts until" not in manager.get("/contacts/team").words


def test_declined_it_has_to_be_rated_again_and_reds_clock_runs_on(browse, worker, child):
    rated(worker, child, "amber", INJURY)
    explained(worker, child)
    manager = browse(MANAGER)
    manager.submit(signature(manager, child), "Save", says="decline", reason="See the injury.")
    page = worker.get(child).words
    assert "Rate again: another person declined" in page
    assert "4 hours left" in page
    assert "Look at this decision again: a manager declined it" in worker.get("/").words
    rated(worker, child, "red", INJURY)
    assert "Next: Decide" in worker.get(child).words
    assert "Look at this decision again" not in worker.get("/").words


def test_rated_again_lower_it_is_a_downgrade_and_the_initial_rating_stays(worker, child, record):
    rated(worker, child, "red")
    page = rated(worker, child, "green")
    assert "lower than the one before" in page.words
    assert [e.body["band"] for e in record.entries("child_rated")] == ["red", "green"]
    assert record.last("signature_asked")["words"] == "Rated Green; rated Red before"
    after = worker.get(child).words
    assert "Red counts" in after
    assert after.index("Rated again") < after.index("Initial rating")


def test_rated_red_the_team_is_asked_at_once_and_only_once(browse, worker, child, record):
    rated(worker, child, "red", INJURY)
    for role in ("social_work_duty_manager", "social_worker"):
        home = browse(role).get("/").words
        assert "A child was rated Red at MASH: act now" in home
    rated(worker, child, "red", INJURY, OFTEN_LATE)
    assert [e.body["rule_id"] for e in record.entries("task_created")] == ["mash-red"]
    assert record.entries("signature_asked") == []  # acting on Red waits for nobody


@pytest.mark.parametrize(
    ("at", "left", "late"),
    [
        ("2026-08-29 22:29", "1 minute left", False),
        ("2026-08-29 22:30", "less than a minute late", True),
        ("2026-08-29 22:31", "1 minute late", True),
    ],
)
@pytest.mark.parametrize("is_rated", [True, False])
def test_red_and_not_rated_run_four_hours_through_saturday_night(
    worker, child, clock, at, left, late, is_rated
):
    if is_rated:
        rated(worker, child, "red", INJURY)
    clock.set(at)
    page = worker.get(child)
    assert left in page.words
    assert ("Late" in [tag.text for tag in page.soup.main.select(".govuk-tag")]) is late
    assert "4 hours, day and night" in page.words
    assert "Default, not yet confirmed by Barnet. As in Havering" in page.words


def test_dangers_are_facts_and_are_shown_before_anything_is_rated(browse, officer, clock):
    handed_over(officer)
    worker = browse(WORKER)
    team = worker.get("/contacts/team")
    child = team.soup.main.select_one("a[href*='/children/']")["href"]
    form = worker.get(f"{child}/rating")
    assert "They have nowhere safe to sleep tonight" in form.words
    assert "You rate first" in form.words
    assert not suggests(form)
    page = rated(worker, child, "red")
    assert "Allocate to the Duty and Assessment Team the same day, whatever the band" in page.words
    clock.set("2026-08-28 20:49")
    assert "1 minute left" in worker.get(child).words


def test_a_hand_over_is_due_the_same_day_over_a_milder_band(browse, officer):
    handed_over(officer, where="not_settled")
    worker = browse(WORKER)
    team = worker.get("/contacts/team")
    child = team.soup.main.select_one("a[href*='/children/']")["href"]
    page = rated(worker, child, "amber")
    assert "Your rating differs" not in page.words
    after = worker.get(child).words
    assert "Tonight, by midnight" in after
    assert "Joint protocol V4 (January 2019), section 4, paragraph 1" in after


def test_harm_that_was_told_is_red_whatever_is_ticked_and_the_team_says_that_it_has_it(
    browse, worker, child, record
):
    worker.submit(worker.get(f"{child}/harm"), "")
    page = rated(worker, child, "green", OFTEN_LATE)
    assert "The rules suggest at least: Red" in page.words
    assert "Somebody may be harming them, or about to" in page.words
    assert "Red counts" in worker.get(child).words
    rated(worker, child, "red", OFTEN_LATE)
    team = browse("social_worker")
    contact = child.partition("/children")[0]
    while "We have it" in (page := team.get(contact)).words:
        team.submit(page, "We have it")
    assert "A child was rated Red at MASH" not in team.get("/").words
    done = [e.body["words"] for e in record.entries("task_done")]
    assert any("rated Red" in words for words in done)


def test_harm_told_after_a_rating_shows_in_the_list_until_it_is_rated_again(worker, child):
    rated(worker, child, "green", OFTEN_LATE)
    worker.submit(worker.get(f"{child}/harm"), "")
    for page in (worker.get(child), worker.get("/contacts/team")):
        assert "Rate again: significant harm was told since it was rated" in page.words
        assert "Green before harm was told" in page.words
        assert "4 hours left" in page.words
    page = worker.get(child)
    link = next(a for a in page.soup.main.find_all("a") if "Rate again: significant" in a.text)
    assert link["href"] == f"{child}/rating"
    rated(worker, child, "red", OFTEN_LATE)
    assert "Decide." in worker.get("/contacts/team").words


def test_what_is_posted_twice_is_recorded_once(worker, child, record):
    page = worker.get(f"{child}/rating")
    said = {"band": "amber", "indicators": [INJURY], "reasons": WHY}
    first, second = (worker.submit(page, RATE, **said) for _ in range(2))
    assert first.location == second.location
    assert len(record.entries("child_rated")) == len(record.entries("signature_asked")) == 1


def test_two_workers_at_once_and_nothing_typed_is_lost(browse, worker, child, record):
    mine, other = worker.get(f"{child}/rating"), browse(MANAGER)
    rated(other, child, "red", INJURY)
    said = {"band": "green", "indicators": [OFTEN_LATE], "reasons": "They are tired."}
    page = worker.submit(mine, RATE, 409, **said)
    assert page.errors == [
        "Something has happened since you opened this page. Yours was not saved: look again"
    ]
    assert page.typed(RATE) == {
        "band": ["green"],
        "indicators": [OFTEN_LATE],
        "reasons": ["They are tired."],
    }
    assert len(record.entries("child_rated")) == 1
    assert worker.submit(page, RATE).status == 302
    assert [e.body["band"] for e in record.entries("child_rated")] == ["red", "green"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"band": "purple"},
        {"band": ["red", "blue"]},
        {"indicators": ["AN-4b", "made-up"]},
        {"reasons": "x" * 4001},
        {"reasons": "\0"},
        {"reasons": "  "},
        {"band": None},
    ],
)
def test_what_makes_no_sense_is_refused_beside_the_field(worker, child, record, wrong):
    good = {"band": "red", "indicators": [INJURY], "reasons": WHY}
    page = worker.submit(worker.get(f"{child}/rating"), RATE, 400, **good | wrong)
    (name,) = wrong
    assert page.error_beside(name)
    assert record.entries("child_rated") == []


def test_a_reason_is_not_asked_where_nothing_differs_and_is_given_once(worker, child, record):
    page = rated(worker, child, "amber", INJURY)
    explained(worker, child)
    again = worker.submit(page, EXPLAIN, 409, **EXPLAINED)
    assert "Why it differs is on record" in again.errors
    assert len(record.entries("rating_explained")) == 1
