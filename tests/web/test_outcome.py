"""Section 20, the refusal and what comes after it: what the outcome page says, and recording it."""

import pytest

from protocol.outcomes import OUTCOMES
from store import accounts
from tests.web.conftest import PASSWORD
from tests.web.once import taken_once
from tests.web.parts import (
    add,
    has_capacity,
    homeless,
    housing_owes_nothing,
    informed,
    never_in_care,
    outcome_of,
    part,
    refuses,
    section_20_is_owed,
)

SAYS = {outcome.id: outcome.option.says for outcome in OUTCOMES}
WORDS = {"reason": "As assessed.", "said": "I want a room.", "told": "That it can be changed."}
DEPARTS = {"departure_reason": "facts_not_asked", "departure_words": "Their aunt has a room."}
STAY = "They stay accommodated"


@taken_once
def case(officer):
    return homeless(officer)


@pytest.fixture
def sw(browse):
    return browse("social_worker")


@taken_once
def owed(sw, case):
    section_20_is_owed(sw, case)
    return case


@taken_once
def refused(officer, sw, owed):
    """An informed refusal."""
    never_in_care(sw, owed)
    informed(officer, owed)
    refuses(officer, owed, "10:00")
    has_capacity(sw, owed, "10:30")
    return owed


def record_outcome(browser, case, outcome, status=302, **more):
    page = browser.get(f"{case}/outcome/record")
    return browser.submit(page, status=status, outcome=outcome, **{**WORDS, **more})


def test_they_accept_section_20(officer, sw, owed, record):
    add(officer, owed, "section-20/offers", at="10:00", answer="accepts", their_words="Yes please")
    says = outcome_of(sw, owed)
    assert SAYS["s20_looked_after"] in says
    assert STAY not in says
    sw.follow(record_outcome(sw, owed, "s20_looked_after"))
    page = sw.get(f"{owed}/outcome")
    assert "No outcome is recorded yet" not in page.words
    assert WORDS["said"] in page.words
    assert record.entries("signature_asked") == []
    assert "Accommodate them under section 20" in page.part("Who acts next")
    assert f"{SAYS['s20_looked_after']}, recorded" in sw.get(owed).words


def test_a_refusal_without_information_is_recorded_at_once_and_not_accepted(officer, sw, owed):
    never_in_care(sw, owed)
    refuses(officer, owed, "10:00")
    page = sw.get(f"{owed}/outcome")
    says = page.part("What the rules come to now")
    assert SAYS["s20_interim"] in says
    assert STAY in says
    assert "Do not accept a refusal" in page.part("Do not")
    assert "Their no cannot be accepted yet" in page.part("Who acts next")
    # What comes after the no does not make it an informed one.
    informed(officer, owed, "11:00")
    has_capacity(sw, owed, "11:30")
    assert STAY in outcome_of(sw, owed)
    # Asked again, knowing what it means, they say no again.
    refuses(officer, owed, "12:00")
    has_capacity(sw, owed, "12:30")
    assert SAYS["part_vii_with_plan"] in outcome_of(sw, owed)


@pytest.mark.parametrize("found", ["lacks", "in_doubt"])
def test_without_capacity_a_refusal_is_never_accepted(officer, sw, owed, found):
    never_in_care(sw, owed)
    informed(officer, owed)
    refuses(officer, owed, "10:00")
    add(sw, owed, "section-20/capacity", at="10:30", found=found)
    page = sw.get(f"{owed}/outcome")
    assert STAY in page.words
    assert "Do not accept the refusal. Stop, decide as a manager" in page.part("Who acts next")


def test_words_that_were_not_written_down_keep_a_refusal_from_being_accepted(officer, sw, refused):
    refuses(officer, refused, "11:00", words="")
    has_capacity(sw, refused, "11:30")
    page = sw.get(f"{refused}/outcome")
    assert STAY in page.words
    assert "Record what they say about section 20 at once" in page.part("Who acts next")


def test_refused_and_housing_owes_nothing_it_goes_round_to_section_17(officer, sw, browse, refused):
    assert SAYS["part_vii_with_plan"] in outcome_of(sw, refused)
    housing_owes_nothing(browse("housing_options_assessor"), refused, "12:00")
    page = sw.get(f"{refused}/outcome")
    assert STAY in page.part("What the rules come to now")
    assert "It is owed to them, and stays on offer." in page.words
    loop = page.part("They do not want section 20")
    assert "Now: Housing options assessor. Tonight, by midnight." in loop
    assert "Now: Social worker. Tonight, by midnight." in loop
    refuses(officer, refused, "13:00", words="Still no.")
    has_capacity(sw, refused, "13:30")
    part(
        sw,
        refused,
        "section-20/section-17",
        s17_necessary="yes",
        s17_decided_at=["28", "8", "2026", "14:00"],
    )
    page = sw.get(f"{refused}/outcome")
    assert SAYS["s17_accommodation"] in page.part("What the rules come to now")
    assert "plan together" in page.part("They do not want section 20")
    sw.follow(record_outcome(sw, refused, "s17_accommodation"))
    assert "Not signed yet" not in sw.get(refused).words


def test_section_17_held_unnecessary_is_for_the_head_of_service_alone(
    officer, sw, browse, refused, record
):
    housing_owes_nothing(browse("housing_options_assessor"), refused, "12:00")
    refuses(officer, refused, "13:00")
    has_capacity(sw, refused, "13:30")
    part(sw, refused, "section-20/section-17", s17_necessary="no", why_not_necessary="A friend")
    page = sw.get(f"{refused}/outcome")
    assert "The bed goes on until a manager has decided: Head of service" in page.words
    record_outcome(sw, refused, "silent")
    assert record.last("signature_asked")["asked_of"] == ["head_of_service"]
    assert record.last("outcome_decided")["facts"] == {}


def test_a_parent_who_objects_and_can_house_them(officer, sw, refused, record):
    part(
        sw,
        refused,
        "section-20/objection",
        parent_objects_to_s20="yes",
        objecting_parent_can_house="yes",
    )
    part(sw, refused, "section-20/court-order", live_with_holder_agrees="no")
    page = sw.get(f"{refused}/outcome")
    assert SAYS["parent_objects"] in page.part("What the rules come to now")
    assert "they are in need, whoever objects" in page.part("Who acts next")
    assert "Do not accommodate them under section 20 while a parent" in page.part("Do not")
    record_outcome(sw, refused, "parent_objects")
    assert record.last("signature_asked")["what"] == "outcome"
    assert "Not signed yet" in sw.get(refused).words
    # The young person agrees: then nobody's objection counts.
    add(officer, refused, "section-20/offers", at="15:00", answer="accepts", their_words="Yes")
    assert SAYS["s20_looked_after"] in outcome_of(sw, refused)


def test_the_three_ways_stand_side_by_side_and_nothing_is_chosen(sw, case):
    page = sw.get(f"{case}/outcome")
    names = [h.get_text() for h in page.soup.select("section h3")]
    assert [name.split(" of ")[0] for name in names] == [
        "Accommodation under section 20",
        "Help under section 17",
        "Housing under Part VII",
    ]
    assert "These are not equal choices" in page.words
    assert "Section 20 is a duty where it is owed" in page.words
    form = sw.get(f"{case}/outcome/record")
    assert form.soup.select(":checked, [checked]") == []


def test_from_a_blank_nothing_reassuring_follows(sw, case):
    page = sw.get(f"{case}/outcome")
    assert STAY in page.words
    assert "The rules come to this now" not in page.words
    assert "needs_accommodation" not in page.words
    not_at_home = page.part("What the rules come to now")
    assert SAYS["not_in_need"] not in not_at_home.split("What could still follow")[0]


@pytest.mark.parametrize(
    "outcome", ["part_vii_with_plan", "s17_accommodation", "in_need_at_home", "s17_with_family"]
)
def test_what_the_rules_hold_back_takes_a_reason_and_a_second_human(
    sw, browse, owed, record, outcome
):
    refused = record_outcome(sw, owed, outcome, status=400)
    assert refused.errors == [
        "Select why this differs from what the rules say",
        "Enter why this differs from what the rules say",
    ]
    assert "Must not: Do not" in refused.words
    assert "The rules do not come to this" in refused.words
    assert WORDS["said"] in refused.typed("Save")["said"]
    assert record.entries("outcome_decided") == []
    sw.submit(refused, **DEPARTS)
    asked = record.last("signature_asked")
    assert (asked["what"], asked["reasons"]) == ("departure", DEPARTS["departure_words"])
    page = sw.get(f"{owed}/outcome")
    assert "Until it is signed, nothing that protects them ends." in page.words
    assert STAY in page.part("What the rules come to now")
    manager = browse("team_manager")
    sheet = manager.get(manager.get(owed).soup.select_one("main a[href^='/signatures/']")["href"])
    assert "The rules do not come to this" in sheet.words
    assert WORDS["said"] in sheet.words
    manager.submit(sheet, "Save", says="agree")
    assert "Not signed yet" not in sw.get(owed).words
    assert STAY in outcome_of(sw, owed)  # a signature changes no fact about them


class TestNotInNeed:
    @pytest.fixture
    def found(self, sw, case):
        """The social worker finds that somebody homeless is not in need."""
        part(sw, case, "assessment/in-need", in_need="no", in_need_words="They earn well.")
        part(sw, case, "assessment/needs-accommodation", assessed_as_needing_accommodation="no")
        return case

    @pytest.fixture
    def at_home(self, sw, browse, officer, found):
        """A home with family that they want, so that the outcome would stand once signed."""
        never_in_care(sw, found)
        part(
            sw,
            found,
            "section-20/with-family",
            agrees_to_live_with_family="yes",
            family_home_suitable_with_support="yes",
        )
        return found

    def sheet(self, browser, case):
        return browser.get(
            browser.get(case).soup.select_one("main a[href^='/signatures/']")["href"]
        )

    def test_until_another_human_has_signed_they_count_as_in_need(
        self, sw, browse, at_home, record
    ):
        assert "Until then they count as in need" in sw.get(f"{at_home}/outcome").words
        record_outcome(sw, at_home, "not_in_need")
        asked = record.last("signature_asked")
        assert asked["what"] == "not_in_need"
        assert "social_worker" not in asked["asked_of"]
        page = sw.get(f"{at_home}/outcome")
        assert "Until it is signed, nothing that protects them ends." in page.words
        assert "Until then they count as in need" in page.words
        assert SAYS["s17_with_family"] in page.part("What the rules come to now")

        manager = browse("team_manager")
        manager.submit(self.sheet(manager, at_home), "Save", says="agree")
        page = sw.get(f"{at_home}/outcome")
        assert SAYS["not_in_need"] in page.part("What the rules come to now")
        assert "Until then they count as in need" not in page.words
        record.is_sound()

    def test_declined_they_count_as_in_need(self, sw, browse, at_home):
        record_outcome(sw, at_home, "not_in_need")
        manager = browse("team_manager")
        manager.submit(self.sheet(manager, at_home), "Save", says="decline", reason="They are.")
        page = sw.get(f"{at_home}/outcome")
        assert SAYS["s17_with_family"] in page.part("What the rules come to now")
        assert "declined to sign this" in page.words

    def test_the_same_human_with_two_accounts_cannot_agree(self, sw, browse, at_home, record):
        record_outcome(sw, at_home, "not_in_need")
        second_account(record, "Worker social_worker", "sw.as@council.example", "team_manager")
        herself = browse()
        herself.sign_in("sw.as@council.example", PASSWORD)
        sheet = self.sheet(herself, at_home)
        assert "Somebody else has to sign this: it is your own decision" in sheet.words
        refused = herself.post(sheet.url, signing(sheet), 403)
        assert "your own decision" in refused.errors[0]
        assert SAYS["not_in_need"] not in known(herself, at_home)

    def test_a_manager_who_wrote_part_of_the_assessment_cannot_agree(
        self, sw, browse, at_home, record
    ):
        manager = browse("team_manager")
        part(manager, at_home, "assessment/health", health_worker="They are well.")
        record_outcome(sw, at_home, "not_in_need")
        sheet = self.sheet(manager, at_home)
        assert "you wrote part of the assessment" in sheet.words
        refused = manager.post(sheet.url, signing(sheet), 403)
        assert "you wrote part of the assessment" in refused.errors[0]
        other = browse("social_work_duty_manager")
        other.submit(self.sheet(other, at_home), "Save", says="agree")
        assert SAYS["not_in_need"] in known(other, at_home)

    def test_decided_anew_what_was_signed_before_does_not_count(self, sw, browse, at_home):
        record_outcome(sw, at_home, "not_in_need")
        manager = browse("team_manager")
        manager.submit(self.sheet(manager, at_home), "Save", says="agree")
        record_outcome(sw, at_home, "s20_interim", **DEPARTS)
        assert SAYS["not_in_need"] not in known(sw, at_home)

    def test_with_nowhere_to_live_it_is_a_departure_as_well(self, sw, found, record):
        never_in_care(sw, found)
        refused = record_outcome(sw, found, "not_in_need", status=400)
        assert "Do not close the case as not in need unless" in refused.words
        sw.submit(refused, **DEPARTS)
        assert record.last("signature_asked")["what"] == "not_in_need"
        assert SAYS["not_in_need"] not in known(sw, found)

    def test_where_the_protocol_is_silent_a_manager_decides_and_the_bed_goes_on(
        self, sw, browse, found, record
    ):
        never_in_care(sw, found)
        part(sw, found, "section-20/with-family", agrees_to_live_with_family="no")
        record_outcome(sw, found, "not_in_need", **DEPARTS)
        manager = browse("team_manager")
        manager.submit(self.sheet(manager, found), "Save", says="agree")
        page = sw.get(f"{found}/outcome")
        assert SAYS["silent"] in page.part("What the rules come to now")
        assert "The bed goes on until a manager has decided" in page.words
        assert "Secure a bed under section 188 the same day" in page.part("Who acts next")
        # The manager decides, another signs; only once Housing has accepted does it stand.
        record_outcome(manager, found, "silent")
        assert record.last("outcome_decided")["facts"] == {"manager_has_decided": "yes"}
        assert SAYS["not_in_need"] not in known(sw, found)
        assessor = browse("housing_options_assessor")
        add(assessor, found, "section-20/housing", at="15:00", owes_accommodation="yes")
        assert SAYS["not_in_need"] in known(sw, found)
        assert "Do not end the bed they have" in sw.get(f"{found}/outcome").words


def known(browser, case):
    """What the rules come to, without what could still follow."""
    return outcome_of(browser, case).split("What could still follow")[0]


def signing(sheet):
    token = sheet.soup.find("input", {"name": "csrf_token"})["value"]
    return {
        "csrf_token": token,
        "command_id": "00000000-0000-4000-8000-000000000001",
        "seq": "1",
        "use": "sign",
        "says": "agree",
    }


def second_account(record, name, email, role):
    with record.database() as db:
        (human_id,) = [id for id, each in accounts.humans(db).items() if each == name]
        accounts.add_account(db, human_id, email, PASSWORD, role)


def test_nothing_entered_is_said_beside_each_question_and_nothing_is_lost(sw, case, record):
    page = sw.get(f"{case}/outcome/record")
    refused = sw.submit(page, status=400, reason="As assessed.")
    assert refused.errors == [
        "Select the outcome",
        "Enter what the young person said, or why nobody could ask them",
        "Enter what you told the young person",
    ]
    assert refused.typed("Save")["reason"] == ["As assessed."]
    for name, value in (("outcome", "none_of_ours"), ("reason", "x" * 4001), ("said", "\x00")):
        bad = sw.submit(page, status=400, **{**WORDS, "outcome": "silent", name: value})
        assert bad.error_beside(name)
    assert record.entries("outcome_decided") == []


def test_posted_twice_it_is_recorded_once(officer, sw, owed, record):
    add(officer, owed, "section-20/offers", at="10:00", answer="accepts", their_words="Yes")
    page = sw.get(f"{owed}/outcome/record")
    form = {**page.filled("Save"), **WORDS, "outcome": "s20_looked_after"}
    for _ in range(2):
        assert sw.post(page.url, form, 302).location == f"{owed}/outcome"
    again = sw.post(page.url, {**form, "said": "Something else."}, 409)
    assert "You have saved this page before, differently" in again.errors[0]
    assert again.typed("Save")["said"] == ["Something else."]
    assert len(record.entries("outcome_decided")) == 1


def test_what_was_recorded_meanwhile_is_looked_at_first(officer, sw, owed, record):
    page = sw.get(f"{owed}/outcome/record")
    add(officer, owed, "section-20/offers", at="10:00", answer="refuses", their_words="No")
    late = sw.submit(page, status=409, outcome="s20_interim", **WORDS)
    assert "Something was recorded since you opened this page" in late.errors[-1]
    assert late.typed("Save")["said"] == [WORDS["said"]]
    sw.submit(late)
    assert record.last("outcome_decided")["option"] == "s20_interim"


def test_whoever_may_not_know_of_the_case_finds_no_outcome(officer, sw, browse, owed):
    page = sw.get(f"{owed}/restrict")
    sw.submit(page, why="They know somebody here.")
    for url in ("outcome", "outcome/record", "assessment", "parts/section-20"):
        assert browse("team_manager").get(f"{owed}/{url}", None).status == 404
    assert sw.get(f"{owed}/outcome").status == 200
