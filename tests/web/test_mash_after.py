"""After the decision: to whom a child is handed on, and that they have confirmed it."""

from datetime import date

import pytest

from tests.unit.store_helpers import appended
from tests.web.mash import Child
from tests.web.mash_rating import deciding
from tests.web.mash_rating import rated as rate
from tests.web.mash_rating import told as told_of
from tests.web.test_mash_checks import GROUND, NO_HARM, answers, asked, shared
from tests.web.test_mash_feedback import told as tell
from tests.web.test_mash_strategy import held

HAND_ON, STEP_DOWN, SAVE = "Hand the child on", "Save the step-down", "Save"
SIXTEEN = date(2010, 3, 1)
AGREED = {"young_person": "yes", "parent": "not_asked", "panel": "no"}
WHY = {"why": "Rows at home about money.", "support": "A worker who sees them weekly."}
EARLY_HELP, DAT = "early_help_worker", "social_worker"
RECEIVED = {"says": "received", "starts": "I ring on Tuesday and meet them at school."}


@pytest.fixture
def mash(browse):
    return browse("mash_social_worker")


@pytest.fixture
def child(record, clock):
    """16, decided for early help, and nothing points to harm."""
    child = Child(record, clock, born=SIXTEEN)
    child.rated("green", **NO_HARM)
    child.decided("referral_to_early_help")
    return child


@pytest.fixture
def under_16(record, clock):
    child = Child(record, clock)
    child.rated("green", **NO_HARM)
    child.decided("referral_to_early_help")
    return child


def receiver(page, words):
    """The value of the receiver with these words."""
    options = page.soup.select("#receiver option")
    return next(each["value"] for each in options if words in each.text)


def handed(mash, child, to="The early help team", status=302, name="hand-on", **said):
    page = child.step(mash, name)
    button = STEP_DOWN if name == "step-down" else HAND_ON
    answers = {**AGREED, **WHY, **said} if "panel" in page.names(button) else {**WHY, **said}
    return mash.submit(page, button, status, receiver=receiver(page, to), **answers)


def receives(browser, child, status=302, **said):
    return browser.submit(child.step(browser, "receive"), SAVE, status, **{**RECEIVED, **said})


def open_tasks(record, child, rule):
    with record.database() as db:
        where = "case_id = ? and rule_id = ? and state = 'open'"
        return list(db.query(f"select * from tasks where {where}", [child.contact, rule]))


def test_early_help_has_the_child_once_one_of_the_team_has_confirmed_it(
    mash, browse, child, record
):
    assert "the outcome asks for it" in child.page(mash).part("After the decision")
    handed(mash, child)
    assert "MASH has this child meanwhile" in child.page(mash).part("After the decision")
    worker = browse(EARLY_HELP)
    (link,) = worker.get("/").soup.select("main a[href$='/receive']")
    page = worker.get(link["href"])
    assert page.typed(SAVE) == {}
    worker.submit(page, SAVE, **RECEIVED)
    assert not worker.get("/").soup.select("main a[href$='/receive']")
    assert "I ring on Tuesday" in child.page(mash).part("After the decision")
    assert open_tasks(record, child, "mash-receive") == []
    again = child.step(mash, "hand-on")
    assert "has this child already, and has confirmed it" in again.words
    record.is_sound()


def test_early_help_sees_what_it_needs_and_not_the_record(mash, browse, child):
    shared(mash, child, young_person="yes")
    asked(mash, child, "police", what="Has anybody been called there?")
    handed(mash, child)
    worker = browse(EARLY_HELP)
    page = child.step(worker, "receive")
    for shown in ("Ann Made-Up", "1 March 2010", "Rows at home about money.", "sees them weekly"):
        assert shown in page.words
    for hidden in ("Heard shouting", "Police", "called there", "Made-Up School"):
        assert hidden not in page.words
    worker.get(child.url, 403)
    worker.get(f"/contacts/{child.contact}", 403)


def test_without_the_young_persons_agreement_nothing_is_handed_on_to_early_help(
    mash, child, record
):
    for said in ("no", "not_asked"):
        told = handed(mash, child, status=400, young_person=said)
        assert told.error_beside("young_person").startswith("Without their agreement nothing is")
        assert told.typed(HAND_ON)["why"] == [WHY["why"]]
    told = handed(mash, child, status=400, young_person="no", parent="yes", parent_who="Mum")
    assert told.error_beside("parent").startswith("From 16 on the young person is asked first")
    assert record.entries("handed_on") == []


def test_under_16_a_parent_agrees_and_is_asked_only_where_it_is_safe(mash, under_16, record):
    told = handed(mash, under_16, status=400)
    assert told.error_beside("parent").startswith("Under 16, early help needs a parent")
    under_16.has("harm_told", to="police", words="He hit her.")
    agrees = {"young_person": "yes", "parent": "yes", "parent_who": "Her mother"}
    told = handed(mash, under_16, status=400, **agrees)
    assert told.error_beside("safe_to_ask").startswith("Say why a social worker has decided")
    handed(mash, under_16, safe_to_ask="He is in custody.", **agrees)
    assert record.last("handed_on")["agreement"] == {
        "young_person": "yes",
        "parent": "yes",
        "parent_who": "Her mother",
        "safe_to_ask": "He is in custody.",
    }


def test_the_panel_needs_a_parents_own_agreement(mash, child, record):
    told = handed(mash, child, status=400, panel="yes")
    assert told.error_beside("panel_consent").startswith("Enter which parent agreed to the panel")
    handed(mash, child, panel="yes", panel_consent="Her mother, on 28 August")
    assert record.last("handed_on")["panel_consent"] == "Her mother, on 28 August"
    assert "A parent agreed to it: Her mother" in child.page(mash).part("After the decision")


def test_nobody_is_asked_for_the_panel_where_it_is_not_known_to_be_safe(mash, record, clock):
    child = Child(record, clock, born=SIXTEEN)
    child.rated("green")
    child.decided("referral_to_early_help")
    told = handed(mash, child, status=400, panel="yes", panel_consent="Mum")
    assert told.error_beside("panel").startswith("The panel needs a parent's agreement")


def test_the_assessment_team_waits_for_nobodys_agreement(mash, browse, record, clock):
    child = Child(record, clock)
    child.rated("red")
    child.decided("referral_to_social_care", band="red", level=4)
    page = child.step(mash, "hand-on")
    assert "young_person" not in page.names(HAND_ON)
    handed(mash, child, "The Duty and Assessment Team")
    worker = browse(DAT)
    assert "for the Duty and Assessment Team" in worker.get("/").words
    receives(worker, child)
    assert child.page(worker).part("After the decision").count("Confirmed") == 1


def test_only_who_was_named_confirms_and_nobody_their_own(mash, browse, child, record):
    handed(mash, child, "Worker early_help_worker, Early help worker")
    other = browse("social_worker")
    page = child.step(other, "receive")
    assert "This waits for Worker early_help_worker, Early help worker" in page.words
    assert not page.soup.select("main form")
    child.step(browse("mash_manager"), "receive", 403)
    receives(browse(EARLY_HELP), child)
    assert len(record.entries("hand_on_received")) == 1


def test_what_is_not_theirs_does_not_exist_for_an_early_help_worker(mash, browse, record, clock):
    child = Child(record, clock)
    worker = browse(EARLY_HELP)
    child.step(worker, "receive", 404)
    child.rated("red")
    child.decided("referral_to_social_care")
    handed(mash, child, "The Duty and Assessment Team")
    child.step(worker, "receive", 404)
    assert "Ann" not in worker.get("/").words


def test_a_restricted_case_is_not_there_for_whoever_its_child_was_handed_on_to(
    mash, browse, record, clock, person, case
):
    """Restricted after the hand-over: neither on their home page nor behind its address."""
    child = Child(record, clock, born=SIXTEEN, case_id=case(person("Rob Made-Up"), "BHR-1"))
    child.rated("green", **NO_HARM)
    shared(mash, child, young_person="yes")
    asked(mash, child, "police")
    child.decided("referral_to_early_help")
    handed(mash, child)
    came = {"result": "refused", "why_refused": "No.", "at": ["28", "8", "2026", "16:50"]}
    mash.submit(answers(mash, child), "Save the answer", **came)
    worker = browse(EARLY_HELP)
    at = [link["href"] for link in worker.get("/").soup.select("main a[href*='/children/']")]
    assert len(at) == 2
    with record.database() as db:
        hidden = next(iter(db.query("select case_id from contacts")))["case_id"]
        appended(db, f"case:{hidden}", "case_restricted", {"allowed": ["nobody"], "reason": "Kin"})
    assert not worker.get("/").soup.select("main a[href*='/children/']")
    for url in at:
        worker.get(url, 404)
        browse(DAT).get(url, 404)


def test_it_is_late_after_one_working_day(mash, browse, child, clock):
    """Handed on the Friday before a bank holiday: due on Tuesday."""
    handed(mash, child)
    clock.set("2026-09-01 23:59")
    later = browse("mash_social_worker")
    assert "Late" not in child.page(later).part("After the decision")
    clock.set("2026-09-02 00:00")
    words = child.page(later).part("After the decision")
    assert "Late Not confirmed yet" in words
    assert "Within 1 working day (our default)" in words


def test_what_goes_back_is_mashs_again_at_once(mash, browse, child, record):
    handed(mash, child)
    back = {"says": "returned", "why_not": "They live in Enfield."}
    receives(browse(EARLY_HELP), child, **back)
    assert "Hand this child on again" in mash.get("/").words
    words = child.page(mash).part("After the decision")
    assert "Came back MASH has this child" in words
    assert "They live in Enfield." in words
    handed(mash, child)
    assert open_tasks(record, child, "mash-hand-on-again") == []
    assert len(open_tasks(record, child, "mash-receive")) == 1
    record.is_sound()


def test_confirming_twice_confirms_once(mash, browse, child, record):
    handed(mash, child)
    worker = browse(EARLY_HELP)
    page = child.step(worker, "receive")
    for _ in range(2):
        worker.submit(page, SAVE, **RECEIVED)
    assert len(record.entries("hand_on_received")) == 1
    told = worker.submit(page, SAVE, 409, **RECEIVED, command_id="0" * 36)
    assert "it is confirmed that you have this child" in told.words


@pytest.mark.parametrize(
    ("said", "beside", "message"),
    [
        ({"says": None}, "says", "Select whether you have this child"),
        ({"starts": " "}, "starts", "Enter what happens next"),
        ({"says": "returned"}, "why_not", "Enter why it goes back"),
    ],
)
def test_confirming_needs_words(mash, browse, child, record, said, beside, message):
    handed(mash, child)
    told = receives(browse(EARLY_HELP), child, status=400, **said)
    assert told.error_beside(beside) == message
    assert record.entries("hand_on_received", "hand_on_returned") == []


def test_nothing_is_handed_on_before_the_decision_or_without_an_outcome_that_asks_for_it(
    mash, record, clock
):
    child = Child(record, clock)
    assert "Decide about this child first" in child.step(mash, "hand-on").words
    child.decided("information_or_nfa")
    assert "nobody receives the child" in child.step(mash, "hand-on").words


# Late answers.


def test_an_answer_after_the_hand_over_goes_to_whoever_has_the_child(mash, browse, record, clock):
    child = Child(record, clock)
    child.rated("red", **NO_HARM)
    shared(mash, child, **GROUND)
    asked(mash, child, "police")
    child.decided("referral_to_social_care")
    handed(mash, child, "The Duty and Assessment Team")
    clock.forward(hours=1)
    came = {"result": "information", "came": "Two calls.", "at": ["28", "8", "2026", "17:30"]}
    mash.submit(answers(mash, child), "Save the answer", **came)
    (task,) = open_tasks(record, child, "mash-late-answer")
    assert task["words"].endswith("from Police: for the Duty and Assessment Team")
    assert (task["owner_role"], task["due_words"]) == ("social_worker", "At once")
    worker = browse(DAT)
    (link,) = worker.get("/").soup.select("main a[href$='/read']")
    page = worker.get(link["href"])
    assert "Two calls." in page.words
    assert "is for the Duty and Assessment Team to read" in mash.get(link["href"]).words
    worker.submit(page, "I have read it")
    assert open_tasks(record, child, "mash-late-answer") == []
    assert "it has been read" in worker.get(link["href"]).words


def test_early_help_is_told_who_answered_and_asks_mash_for_the_rest(mash, browse, child):
    shared(mash, child, young_person="yes")
    asked(mash, child, "police")
    handed(mash, child)
    came = {"result": "information", "came": "Two calls.", "at": ["28", "8", "2026", "16:50"]}
    mash.submit(answers(mash, child), "Save the answer", **came)
    worker = browse(EARLY_HELP)
    (link,) = worker.get("/").soup.select("main a[href$='/read']")
    page = worker.get(link["href"])
    assert "What came later: Police" in page.words
    assert "Two calls." not in page.words
    worker.submit(page, "I have spoken with MASH")
    assert not worker.get("/").soup.select("main a[href$='/read']")


def test_an_answer_after_a_decision_that_nobody_received_has_mash_look_again(mash, record, clock):
    child = Child(record, clock)
    child.rated("blue", **NO_HARM)
    shared(mash, child, **GROUND)
    asked(mash, child, "housing")
    child.decided("information_or_nfa")
    at = {"at": ["28", "8", "2026", "16:50"]}
    mash.submit(answers(mash, child), "Save the answer", result="nothing_held", **at)
    assert open_tasks(record, child, "mash-look-again") == []
    mash.submit(
        answers(mash, child), "Save the answer", result="information", came="Arrears.", **at
    )
    assert len(open_tasks(record, child, "mash-look-again")) == 1
    assert "Housing (Barnet Homes) answered after it" in mash.get("/").words


# Stepping down.

DOWN = {
    "stepped_from": "child_in_need_plan",
    "stepped_to": "early_help",
    "young_person": "yes",
    "parent": "not_asked",
}
EARLY_HELPER = "Worker early_help_worker, Early help worker"


def test_a_step_down_is_authorised_by_a_manager_and_confirmed_by_a_person(
    mash, browse, child, record
):
    page = child.step(mash, "step-down")
    assert "team" not in [each["value"] for each in page.soup.select("#receiver option")]
    handed(mash, child, EARLY_HELPER, name="step-down", **DOWN)
    assert "Not authorised yet" in child.page(mash).part("After the decision")
    manager = browse("mash_manager")
    (link,) = manager.get("/").soup.select("main a[href^='/signatures/']:not([href$=signatures])")
    signature = manager.get(link["href"])
    for shown in ("Ann Made-Up", "A child in need plan to early help", "who has not confirmed it"):
        assert shown in signature.words
    assert signature.soup.select_one(f".govuk-back-link[href='{child.url}']")
    manager.submit(signature, SAVE, says="agree")
    receives(browse(EARLY_HELP), child)
    words = child.page(mash).part("After the decision")
    assert "By Worker mash_manager" in words
    assert "A child in need plan to early help" in words
    assert "Confirmed Worker early_help_worker" in words
    record.is_sound()


def test_a_manager_who_steps_down_authorises_it(browse, child, record):
    manager = browse("mash_manager")
    handed(manager, child, EARLY_HELPER, name="step-down", **DOWN)
    assert record.last("handed_on")["authorised"] == "recorded_by_manager"
    assert record.entries("signature_asked") == []


@pytest.mark.parametrize(
    ("said", "beside", "message"),
    [
        ({"stepped_from": None}, "stepped_from", "Select what it steps down from"),
        (
            {"stepped_to": "child_in_need_plan"},
            "stepped_to",
            "Select something other than what it steps down from",
        ),
        (
            {"stepped_from": "assessment", "stepped_to": "child_in_need_plan"},
            "receiver",
            "Select somebody who works in social care",
        ),
        ({"receiver": "team"}, "receiver", "Select the person who receives the child"),
        ({"receiver": "early_help_worker:x"}, "receiver", "Select the person who receives"),
        ({"young_person": "no"}, "young_person", "Without their agreement nothing is handed on"),
        ({"why": ""}, "why", "Enter why this is enough for the child now"),
        ({"support": ""}, "support", "Enter which support the child gets"),
    ],
)
def test_a_step_down_that_does_not_hold_together_is_refused(
    mash, child, record, said, beside, message
):
    page = child.step(mash, "step-down")
    right = {**DOWN, **WHY, "receiver": receiver(page, EARLY_HELPER)}
    told = mash.submit(page, STEP_DOWN, 400, **{**right, **said})
    assert told.error_beside(beside).startswith(message)
    assert record.entries("handed_on") == []


# Closing.


def tells(mash, child):
    page = child.step(mash, "no-feedback")
    mash.submit(page, "Save", code="not_known_who", words="No number was left.")


def closes(mash, child, status=302):
    page = child.step(mash, "close")
    return mash.submit(page, "Close it for this child", status, words="With Eli. Ring us.")


def test_it_closes_once_nobody_waits_for_anything_and_says_what_is_left(
    mash, browse, record, clock
):
    child = Child(record, clock, born=SIXTEEN)
    assert "Rate this child." in child.step(mash, "close").words
    child.rated("green", **NO_HARM)
    assert "Decide." in child.step(mash, "close").words
    child.decided("referral_to_early_help")
    words = child.step(mash, "close").words
    assert "Hand the child on: the outcome asks for it." in words
    assert "Tell whoever told us, or record why that is not safe." in words
    handed(mash, child)
    assert "has not confirmed that they have the child" in child.step(mash, "close").words
    receives(browse(EARLY_HELP), child)
    tells(mash, child)
    closes(mash, child)
    assert "Closed for this child" in child.page(mash).part("After the decision")
    assert "closed for this child already" in child.step(mash, "close").words
    record.is_sound()


def test_a_close_page_opened_earlier_closes_over_nothing(mash, browse, record, clock):
    """Something is agreed for the child while the page to close is open."""
    child = Child(record, clock)
    child.rated("blue", **NO_HARM)
    child.decided("information_or_nfa")
    tells(mash, child)
    page = child.step(mash, "close")
    discussion = {"what_1": "See her", "owner_1": "DAT", "due_1": ["29", "8", "2026"]}
    held(browse("social_worker"), child, **discussion)
    told = mash.submit(page, "Close it for this child", 409, words="At home.")
    assert "Still to be done: See her (DAT)." in told.words
    assert record.entries("child_closed") == []


def test_a_step_down_that_nobody_authorised_or_confirmed_is_not_closed(mash, browse, record, clock):
    child = Child(record, clock, born=SIXTEEN)
    child.rated("blue", **NO_HARM)
    child.decided("information_or_nfa")
    tells(mash, child)
    handed(mash, child, EARLY_HELPER, name="step-down", **DOWN)
    receives(browse(EARLY_HELP), child)
    words = child.step(mash, "close").words
    assert "A manager has not authorised the step-down." in words
    manager = browse("mash_manager")
    (link,) = manager.get("/").soup.select("main a[href^='/signatures/']:not([href$=signatures])")
    no = {"says": "decline", "reason": "They are not ready."}
    manager.submit(manager.get(link["href"]), SAVE, **no)
    assert "A signature was declined" in child.step(mash, "close").words


def test_what_comes_after_closing_is_still_written_down_and_read(mash, record, clock):
    child = Child(record, clock)
    child.rated("blue", **NO_HARM)
    shared(mash, child, **GROUND)
    asked(mash, child, "housing")
    child.decided("information_or_nfa")
    tells(mash, child)
    closes(mash, child)
    came = {"result": "information", "came": "Arrears.", "at": ["28", "8", "2026", "16:50"]}
    mash.submit(answers(mash, child), "Save the answer", **came)
    assert "Housing (Barnet Homes) answered after it" in mash.get("/").words


def test_from_what_a_school_told_to_closing_by_pages_alone(mash, browse, record, clock):
    """Deciding asks for the answer to the school by itself, and the last page closes it."""
    url = told_of(record, clock(), facts=NO_HARM)
    _, _, contact, _, id = url.split("/")
    child = Child.known(record, clock, contact, id)
    rate(mash, url, "amber", "EDU-3a")
    assert "Tell whoever told us" not in mash.get("/").words
    deciding(mash, url, "amber", 3, "referral_to_social_care")
    assert "Tell whoever told us what was decided" in mash.get("/").words
    handed(mash, child, "The Duty and Assessment Team")
    receives(browse(DAT), child)
    tell(mash, child)
    assert "Tell whoever told us what was decided" not in mash.get("/").words
    closes(mash, child)
    assert record.last("child_closed")["words"] == "With Eli. Ring us."
    record.is_sound()
