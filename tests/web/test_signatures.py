"""What an officer decides against the advice, a manager who is somebody else looks at."""

import pytest

from store import accounts
from store.ids import new_id
from store.journal import command
from tests.web.conftest import OFFICER, OTHER_OFFICER, PASSWORD
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once

MANAGER, SENIOR = "housing_duty_manager", "service_manager"
NAMES = {role: f"Worker {role}" for role in (OFFICER, MANAGER, SENIOR, OTHER_OFFICER)}
WAITED_FOR = "the Duty manager, Housing Options, or the Service manager for housing needs"
OWN = "Somebody else has to sign this: it is your own decision"
EARLY_HELP = "Ask whether they agree to a referral for early help"
WORDS = "They stay with an aunt we know."
DEPARTURE = {
    "decision": "early_help",
    "departure_reason": "facts_not_asked",
    "departure_words": WORDS,
    "name": "Sam Sample",
}
AGREE = {"says": "agree"}
ASK = {"says": "ask", "question": "Have you spoken to the aunt?"}
DECLINE = {"says": "decline", "reason": "A bed comes first."}


def departed(officer, **more):
    """A case whose decision differs from the advice."""
    return decided(officer, came(officer, **NOWHERE), **DEPARTURE | more)


def link(sheet, words):
    return next(a["href"] for a in sheet.soup.main.find_all("a") if words in a.get_text())


def opened(browser, case):
    """The page of the case's signature."""
    found = case.soup.main.select_one("a[href^='/signatures/']")["href"]
    return browser.get(found)


def second_account(record, email, role, of=OFFICER):
    """Another account of a human who has one."""
    with record.database() as db:
        (human_id,) = [id for id, name in accounts.humans(db).items() if name == NAMES[of]]
        accounts.add_account(db, human_id, email, PASSWORD, role)


def signing_entries(record):
    return [entry for entry in record.entries() if entry.kind.startswith("signature_")]


@taken_once
def case(officer):
    return departed(officer)


@pytest.fixture
def manager(browse, case):
    return browse(MANAGER)


@taken_once
def sheet(manager, case):
    """The signature as the manager sees it."""
    return opened(manager, case)


def test_a_departure_asks_the_officers_managers_for_a_signature(case, record):
    asked = record.last("signature_asked")
    (entry,) = signing_entries(record)
    (made,) = record.entries("decision_made")
    assert (asked["what"], asked["subject"]) == ("departure", made.id)
    assert (asked["words"], asked["reasons"]) == (EARLY_HELP, WORDS)
    assert asked["asked_of"] == [MANAGER, SENIOR]
    assert entry.command_id == made.command_id
    record.holds()


def test_a_decision_that_follows_the_advice_asks_nobody(officer, record):
    case = decided(officer, came(officer, **NOWHERE))
    assert signing_entries(record) == []
    assert "For a manager" not in case.words
    assert "signature" not in officer.get("/").words.lower()


def test_a_manager_asks_the_officer_answers_the_manager_signs(browse, officer, case, record, clock):
    manager = browse(MANAGER)
    assert EARLY_HELP in manager.get("/").part("Waiting for your signature")
    sheet = manager.get(link(manager.get("/"), "Sam Sample"))
    for words in (EARLY_HELP, WORDS, "Put out by a parent.", "facts these questions do not ask"):
        assert words in sheet.words
    assert sheet.heading == "A decision that differs from the advice"
    assert f"Worker {OFFICER}, Housing Needs Officer" in sheet.words
    assert "Must: " in sheet.part("The advice it differs from")
    assert "section" in sheet.part("The advice it differs from")
    assert sheet.soup.select(":checked, [checked]") == []

    clock.forward(minutes=5)
    sheet = manager.follow(manager.submit(sheet, "Save", **ASK))
    assert f"Sent back by {NAMES[MANAGER]} with a question" in sheet.words
    assert "Waiting for your signature" not in manager.get("/").words
    assert "For a manager to look at" in officer.get(case.url).words

    assert EARLY_HELP in officer.get("/").part("Sent back with a question")
    theirs = opened(officer, officer.get(case.url))
    assert ASK["question"] in theirs.part("What was said so far")
    clock.forward(minutes=5)
    theirs = officer.follow(officer.submit(theirs, "Answer", answer="Yes, at 4pm."))
    assert "Waiting for" in theirs.words
    assert "Sent back with a question" not in officer.get("/").words

    sheet = manager.get(sheet.url)
    assert "Yes, at 4pm." in sheet.part("What was said so far")
    sheet = manager.follow(manager.submit(sheet, "Save", **AGREE, words="Ring me tomorrow."))
    assert f"Signed by {NAMES[MANAGER]}" in sheet.words
    assert "Ring me tomorrow." in sheet.words
    assert [entry.kind for entry in signing_entries(record)] == [
        "signature_asked",
        "signature_sent_back",
        "signature_answered",
        "signature_given",
    ]
    after = officer.get(case.url)
    assert "For a manager" not in after.words
    assert f"Signed by {NAMES[MANAGER]}" in after.words
    for browser in (manager, officer):
        assert "signature" not in browser.get("/").words.lower()


def test_both_see_who_is_waited_for_and_since_when(browse, officer, case):
    since = f"Waiting for {WAITED_FOR} to sign, since today at 4:50pm."
    assert since in officer.get("/").part("You are waiting for a signature")
    assert since in case.words
    assert since in opened(officer, case).words
    for role in (MANAGER, SENIOR):
        manager = browse(role)
        assert since in manager.get("/").part("Waiting for your signature")
        assert since in manager.get("/signatures").part("Waiting for your signature")
        assert since in opened(manager, case).words
    assert since in officer.get("/signatures").part("You are waiting for a signature")
    nobody = browse("social_worker")
    assert "Nothing is waiting for you" in nobody.get("/signatures").words
    assert "signature" not in nobody.get("/").words.lower()


def test_declined_the_decision_stands_and_the_case_says_so_loudly(
    manager, sheet, officer, case, record
):
    before = record.entries("decision_made")
    sheet = manager.follow(manager.submit(sheet, "Save", **DECLINE))
    assert f"{NAMES[MANAGER]} declined to sign this" in sheet.words
    after = officer.get(case.url)
    warnings = [warning.get_text(" ") for warning in after.soup.select(".govuk-warning-text")]
    (warning,) = [each for each in warnings if "A manager declined this decision" in each]
    assert DECLINE["reason"] in warning
    assert "A bed never ends because of this" in warning
    assert "For a manager to look at" in after.words
    assert "No longer asked for" not in after.words
    again = "Look at this decision again: a manager declined it"
    for browser in (officer, manager):
        assert again in browser.get("/").part("To do, soonest first")
    assert record.entries("decision_made") == before
    assert record.last("task_created")["words"] == again
    assert opened(officer, after).soup.main.find_all("form") == []


def test_withdrawn_nobody_has_signed_it_and_it_can_be_asked_again(manager, sheet, officer, case):
    own = opened(officer, case)
    own = officer.submit(own, "Withdraw", withdrawal="  ", status=400)
    assert own.errors == ["Enter why you withdraw it"]
    assert own.soup.find("details", open=True)
    own = officer.follow(officer.submit(own, "Withdraw", withdrawal="I decide anew."))
    assert "Nobody has signed it." in own.words
    assert "I decide anew." in own.words
    after = officer.get(case.url)
    assert "For a manager to look at" in after.words
    assert "Nobody has signed it." in after.words
    assert "Waiting for your signature" not in manager.get("/").words
    late = manager.submit(sheet, "Save", **DECLINE, status=409)
    assert late.errors == [
        f"{NAMES[OFFICER]} has withdrawn this. Yours was not saved: look at this again"
    ]
    assert DECLINE["reason"] in late.words

    form = own.filled("Ask for the signature again")
    new = officer.follow(officer.post(own.url, form, 302))
    assert officer.post(own.url, form, 302).location == new.url
    assert new.url != own.url
    assert "Asked before" in new.words
    assert len(manager.get("/").soup.select("a[href^='/signatures/']")) == 1
    manager.submit(manager.get(new.url), "Save", **AGREE)
    assert "For a manager" not in officer.get(case.url).words


@pytest.mark.parametrize("role", [MANAGER, SENIOR])
@pytest.mark.parametrize("saying", [AGREE, ASK, DECLINE])
def test_a_second_account_of_the_same_human_cannot_sign(
    browse, case, record, app, role, saying, sheet
):
    """The page offers nothing, and what is posted all the same is refused."""
    second_account(record, "second@council.example", role)
    second = browse()
    second.sign_in("second@council.example", PASSWORD)
    assert "Waiting for your signature" not in second.get("/").words
    own = opened(second, case)
    assert OWN in own.words
    assert "I agree" not in own.words
    before = record.entries()
    form = {**sheet.filled("Save"), **saying, "csrf_token": own.filled("Withdraw")["csrf_token"]}
    refused = second.post(own.url, form, 403)
    assert refused.errors == [OWN]
    assert record.entries() == before


def test_the_officer_cannot_sign_and_is_told_why(officer, case, sheet, record):
    own = opened(officer, case)
    assert OWN in own.words
    form = {**sheet.filled("Save"), **AGREE, "csrf_token": own.filled("Withdraw")["csrf_token"]}
    assert officer.post(own.url, form, 403).errors == [OWN]
    assert len(signing_entries(record)) == 1


@pytest.mark.parametrize("role", ["mash_manager", "team_manager", "head_of_service"])
def test_another_role_cannot_sign(browse, case, sheet, record, role):
    browser = browse(role)
    shown = opened(browser, case)
    assert shown.soup.main.find_all("form") == []
    assert f"Waiting for {WAITED_FOR}" in shown.words
    token = browser.get("/").soup.find("input", {"name": "csrf_token"})["value"]
    form = {**sheet.filled("Save"), **AGREE, "csrf_token": token}
    refused = browser.post(shown.url, form, 403)
    assert refused.errors == [f"This has to be signed by somebody else: {WAITED_FOR}"]
    assert len(signing_entries(record)) == 1


def test_a_colleague_answers_for_an_officer_who_has_gone_home(browse, manager, sheet, record):
    manager.submit(sheet, "Save", **ASK)
    colleague = browse(OTHER_OFFICER)
    listed = colleague.get("/")
    assert EARLY_HELP in listed.part("Sent back with a question")
    shown = colleague.get(link(listed, "Sam Sample"))
    assert "Withdraw" not in shown.words
    colleague.submit(shown, "Answer", answer="She spoke to the aunt.")
    second_account(record, "other@council.example", MANAGER, of=OTHER_OFFICER)
    second = browse()
    second.sign_in("other@council.example", PASSWORD)
    assert "you answered a question about it" in second.get(sheet.url).words


def test_who_asked_the_question_does_not_answer_it(browse, manager, sheet, record):
    manager.submit(sheet, "Save", **ASK)
    second_account(record, "m@council.example", OFFICER, of=MANAGER)
    second = browse()
    second.sign_in("m@council.example", PASSWORD)
    shown = second.get(sheet.url)
    assert shown.soup.main.find_all("form") == []
    form = {"use": "answer", "answer": "Yes.", "command_id": new_id(), "seq": "2"}
    form["csrf_token"] = shown.soup.find("input", {"name": "csrf_token"})["value"]
    refused = second.post(sheet.url, form, 403)
    assert refused.errors == ["Somebody else has to answer this: it is your own question"]


def test_of_two_managers_the_second_is_told_and_loses_no_words(
    browse, manager, sheet, case, record
):
    senior = browse(SENIOR)
    theirs = opened(senior, case)
    manager.submit(sheet, "Save", **AGREE)
    late = senior.submit(theirs, "Save", **DECLINE, status=409)
    assert late.errors == [
        f"{NAMES[MANAGER]} has signed this already. Yours was not saved: look at this again"
    ]
    assert DECLINE["reason"] in late.words
    assert len(signing_entries(record)) == 2


def test_a_page_shown_before_an_answer_came_has_to_be_looked_at_again(
    browse, officer, manager, sheet, case, record
):
    senior = browse(SENIOR)
    theirs = opened(senior, case)
    manager.submit(sheet, "Save", **ASK)
    officer.submit(opened(officer, case), "Answer", answer="No, never.")
    again = senior.submit(theirs, "Save", **AGREE, words="Fine.", status=409)
    assert again.errors == [
        f"{NAMES[OFFICER]} has answered the question. Yours was not saved: look at this again"
    ]
    assert "No, never." in again.words
    assert again.filled("Save").getlist("words") == ["Fine."]
    assert len(signing_entries(record)) == 3
    senior.submit(again, "Save", status=302)
    assert signing_entries(record)[-1].kind == "signature_given"


@pytest.mark.parametrize("saying", [AGREE, ASK, DECLINE])
def test_posted_twice_it_is_done_once(manager, sheet, record, saying):
    form = {**sheet.filled("Save"), **saying}
    for _ in range(2):
        assert manager.post(sheet.url, form, 302).location == sheet.url
    assert len(signing_entries(record)) == 2


def test_posted_a_second_time_and_changed_it_is_not_believed_to_be_saved(manager, sheet, record):
    manager.submit(sheet, "Save", **ASK)
    again = manager.submit(sheet, "Save", **DECLINE, status=409)
    assert again.errors == [
        "You have saved this page before, differently. See below what was saved"
    ]
    assert len(signing_entries(record)) == 2


@pytest.mark.parametrize(
    ("answers", "name", "message"),
    [
        ({}, "says", "Select whether you sign it, send it back or decline it"),
        ({"says": "ask"}, "question", "Enter your question"),
        ({"says": "ask", "question": " \n "}, "question", "Enter your question"),
        ({"says": "decline"}, "reason", "Enter why you decline it"),
        (
            {"says": "decline", "reason": "x" * 4001},
            "reason",
            "Your reason must be 4,000 characters or fewer",
        ),
        (
            {"says": "decline", "reason": "a\0b"},
            "reason",
            "Your reason must not include characters that cannot be shown",
        ),
        (
            {"says": "agree", "question": "Are you sure?"},
            "says",
            "You also wrote something under “I send it back with a question”. "
            "Delete it, or select that instead",
        ),
    ],
)
def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(
    manager, sheet, record, answers, name, message
):
    wrong = manager.submit(sheet, "Save", **answers, status=400)
    assert wrong.errors == [message]
    assert wrong.error_beside(name) == message
    assert wrong.soup.title.get_text().strip().startswith("Error: ")
    href = wrong.soup.select_one(".govuk-error-summary__list a")["href"]
    assert wrong.soup.find(id=href[1:])
    assert len(signing_entries(record)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"use": None},
        {"use": "give"},
        {"use": ["sign", "sign"], "says": "invented"},
        {"says": ["agree", "decline"]},
        {"says": "given"},
        {"seq": "x"},
        {"seq": None},
        {"seq": "-1"},
        {"command_id": "' or 1=1"},
        {"command_id": None},
        {"words": ["a", "b"], "says": "agree"},
        {"csrf_token": None},
        {"csrf_token": "made up"},
    ],
)
def test_what_no_page_of_ours_posts_is_refused(manager, sheet, record, wrong):
    manager.submit(sheet, "Save", **{**AGREE, **wrong}, status=400)
    assert len(signing_entries(record)) == 1


@pytest.mark.parametrize("use", ["sign", "answer", "withdraw", "ask_again"])
def test_nothing_is_done_without_proof_that_it_was_on_a_page_of_ours(
    officer, manager, sheet, record, use
):
    form = {"use": use, "command_id": new_id(), "seq": "1", **AGREE, "answer": "x"}
    form["withdrawal"] = "x"
    for browser in (officer, manager):
        shown = browser.post(sheet.url, form, 400)
        assert "This page was open for too long" in shown.errors[0]
    assert len(signing_entries(record)) == 1


def test_a_step_that_cannot_follow_is_refused(officer, case, record):
    own = opened(officer, case)
    form = {"use": "answer", "answer": "x", "command_id": new_id(), "seq": "1"}
    form["csrf_token"] = own.filled("Withdraw")["csrf_token"]
    officer.post(own.url, form, 409)
    officer.post(own.url, form | {"use": "ask_again"}, 409)
    assert len(signing_entries(record)) == 1


def test_nobody_else_sees_the_signature_of_a_restricted_case(
    browse, manager, sheet, officer, case, record
):
    (made,) = record.entries("decision_made")
    with (
        record.database() as db,
        command(db, new_id(), author=made.author, recorded_at=made.recorded_at) as c,
    ):
        c.append(made.stream, "case_restricted", {"allowed": [], "reason": "A relative"})
    before = record.entries()
    manager.get(sheet.url, 404)
    manager.submit(sheet, "Save", **AGREE, status=404)
    for url in ("/", "/signatures"):
        assert "Sam Sample" not in manager.get(url).words
        assert EARLY_HELP not in manager.get(url).words
    assert record.entries() == before
    assert EARLY_HELP in opened(officer, officer.get(case.url)).words


def test_a_signature_that_is_not_there_is_not_found(manager, record):
    manager.get(f"/signatures/{new_id()}", 404)
    manager.get("/signatures/1", 404)


def test_a_duty_managers_own_departure_goes_to_somebody_above(browse, record):
    manager = browse(MANAGER)
    case = departed(manager)
    assert OWN in opened(manager, case).words
    assert "Waiting for your signature" not in manager.get("/").words
    senior = browse(SENIOR)
    senior.submit(opened(senior, case), "Save", **AGREE)
    assert "Signed by" in manager.get(case.url).words


def test_where_the_protocol_is_silent_a_manager_signs(officer, browse, record):
    card = came(officer, **NOWHERE | {"where": "settled", "safe_to_return_home": "no"})
    case = decided(officer, card, decision="contact", name="Sam Sample")
    asked = record.last("signature_asked")
    assert (asked["what"], asked["reasons"]) == ("silent", "Put out by a parent.")
    sheet = opened(browse(MANAGER), case)
    assert sheet.heading == "A decision where the protocol is silent"
    assert "The protocol is silent here" in sheet.part("What the rules say here")


def test_no_name_stands_in_a_title_or_an_address(manager, sheet):
    title = sheet.soup.title.get_text()
    assert "Sam" not in title
    assert "FD-" in title


def test_the_tables_can_be_made_anew(manager, sheet, record, flask):
    manager.submit(sheet, "Save", **DECLINE)
    with record.database() as db:
        before = list(db.query("select * from signatures"))
    assert flask("rebuild-tables").exit_code == 0
    with record.database() as db:
        assert list(db.query("select * from signatures")) == before
    record.holds()
