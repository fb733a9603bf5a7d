"""Two services disagree about a young person, who keeps the bed and the help meanwhile."""

import csv
import io

import pytest

from protocol.pack import current_pack
from store import accounts
from store.disputes import (
    POSITION,
    SETTLED,
    SETTLEMENT,
    BothSides,
    IllegalStep,
    NotTheirs,
    UnknownDispute,
)
from store.ids import new_id
from store.journal import Author, command, erase_body
from store.stream_names import case as stream_of
from tests.web.conftest import OFFICER, PASSWORD
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once

HOUSING_MANAGER, SOCIAL_WORK_MANAGER = "housing_duty_manager", "social_work_duty_manager"
SERVICE_MANAGER, MASH_MANAGER = "service_manager", "mash_manager"
SOCIAL_WORKER = "social_worker"
RULE = "4-b"
RAISE = {
    "service": "family_services",
    "about": "rule",
    "position": "They need foster care tonight.\nNot a hostel.",
}
BED = {"where": "foster", "confirmed_by": "Ann, Placements Service"}
AGREED = {
    "decision": "Foster care tonight, whoever pays.",
    "reasons": "They are 16 and alone.",
    "lessons": "Ask the Placements Service before the duty manager.",
}
POSITION_SAID = "Supported accommodation is enough."


@taken_once
def case(officer):
    return decided(officer, came(officer, **NOWHERE), name="Sam Kowalska")


@taken_once
def bed(officer, case):
    """Foster care is confirmed."""
    page = officer.get(f"{case.url}/hand-over")
    officer.submit(page, "Save the bed", **{f"bed-{name}": said for name, said in BED.items()})


def rule_of(page):
    """A rule that bears on the case."""
    return page.soup.find(id="rule").find_all("option")[1]["value"]


def raised(browser, case, **answers):
    """The page of a dispute that this worker has raised."""
    page = browser.get(f"{case.url}/disputes/new")
    answers = {**RAISE, "rule": rule_of(page), **answers}
    return browser.follow(browser.submit(page, "Raise it", **answers))


@taken_once
def dispute(officer, case, bed):
    return raised(officer, case)


def facts(record):
    """What the entries establish, later ones over earlier ones."""
    found = {}
    for entry in record.entries():
        found |= (entry.body or {}).get("facts", {}) if entry.kind.startswith("dispute") else {}
    return found


def open_tasks(record):
    with record.database() as db:
        return {
            (row["rule_id"], row["owner_role"], row["due_at"])
            for row in db.query("select * from tasks where state = 'open'")
        }


def by_rule(record):
    return {rule for rule, _, _ in open_tasks(record)}


def told(page):
    """What stands out as a warning, above everything else."""
    return [
        " ".join(each.get_text(" ").split()) for each in page.soup.select(".govuk-warning-text")
    ]


def second_account(record, browse, role, of=OFFICER):
    """Signed in with another account of a human who has one."""
    email = f"{role}.again@council.example"
    with record.database() as db:
        (human,) = [id for id, name in accounts.humans(db).items() if name == f"Worker {of}"]
        accounts.add_account(db, human, email, PASSWORD, role)
    browser = browse()
    browser.sign_in(email, PASSWORD)
    return browser


class TestRaising:
    def test_it_is_about_a_rule_in_words_and_with_its_paragraph(self, dispute, case):
        assert dispute.heading == "Disagreement between services"
        assert case.url in dispute.url
        about = dispute.part("What it is about")
        rule = next(r for r in current_pack().rules if f"Rule {r.id}: " in about)
        assert rule.words in about
        assert "Joint protocol V4 (January 2019), section" in about

    def test_it_can_be_about_a_fact_of_the_catalogue(self, officer, case):
        page = raised(officer, case, about="fact", fact="needs_bed_tonight", rule=None)
        assert "Do they need a bed tonight?" in page.part("What it is about")

    def test_only_rules_that_bear_on_the_case_can_be_chosen(self, officer, case):
        page = officer.get(f"{case.url}/disputes/new")
        offered = [o["value"] for o in page.soup.find(id="rule").find_all("option")]
        assert offered[0] == ""
        assert "a48-adult" not in offered  # they are 17
        assert {"3-l", "4-a"} <= set(offered)
        assert page.soup.find(id="rule").find("option", selected=True) in (
            None,
            page.soup.find(id="rule").option,
        )

    def test_both_sides_stand_beside_each_other(self, dispute, browse, clock):
        assert "They need foster care tonight." in dispute.part("What Housing Options says")
        assert "Nothing in writing yet" in dispute.part("What Family Services says")
        worker = browse(SOCIAL_WORKER)
        clock.forward(minutes=10)
        page = worker.get(dispute.url)
        page = worker.follow(worker.submit(page, "Save what", position=POSITION_SAID))
        assert POSITION_SAID in page.part("What Family Services says")
        assert "They need foster care tonight." in page.part("What Housing Options says")
        assert f"Worker {SOCIAL_WORKER}, Social worker, today at 5pm" in page.words
        assert "Late" not in page.part("What Family Services says")

    def test_family_services_can_raise_it_too(self, browse, case):
        page = raised(browse(SOCIAL_WORKER), case)
        assert "They need foster care" in page.part("What Family Services says")
        assert "Next: the Duty manager, Housing Options" in page.words

    def test_the_rules_of_section_9_begin_to_apply_with_their_tasks(self, dispute, record):
        assert facts(record)["services_disagree"] == "yes"
        assert facts(record)["disagreement_over"] == "no"
        assert {"9-b", "9-b-social-work", "ours-dispute-bed", "dispute"} <= by_rule(record)
        (due,) = [due for rule, _, due in open_tasks(record) if rule == "9-b"]
        assert due is None  # the protocol gives no deadline
        record.is_sound()

    def test_the_other_side_has_a_task_with_our_clock(self, dispute, browse, record):
        """Raised on the Friday before a bank holiday: the next working day is Tuesday."""
        (task,) = [task for task in open_tasks(record) if task[0] == "dispute"]
        assert task[1:] == (SOCIAL_WORK_MANAGER, "2026-09-01T22:59:59.000000Z")
        manager = browse(SOCIAL_WORK_MANAGER)
        assert "Put your side of the disagreement" in manager.get("/").part("To do, soonest first")

    def test_the_case_says_whose_turn_it_is_and_by_when(self, dispute, officer, case):
        page = officer.get(case.url)
        said = page.part("The services disagree")
        assert "Next: the Duty manager, Duty and Assessment Team, puts the side of" in said
        assert "Tuesday 1 September, by midnight" in said
        assert page.soup.find("a", href=dispute.url)
        assert "The services disagree" in page.part("What happened")

    @pytest.mark.parametrize(
        ("answers", "name", "message"),
        [
            ({"service": None}, "service", "Select who accommodates the young person now"),
            ({"service": "somebody_else"}, "who", "Enter who accommodates them"),
            ({"about": None}, "about", "Select whether it is about a rule or about a fact"),
            ({"rule": ""}, "rule", "Select the rule it is about"),
            ({"rule": "no-such-rule"}, "rule", "Select the rule it is about"),
            ({"rule": ["3-l", "4-a"]}, "rule", "Select the rule it is about"),
            ({"about": "fact", "fact": "age_now"}, "fact", "Select the fact it is about"),
            ({"about": "fact", "fact": ""}, "fact", "Select the fact it is about"),
            ({"position": " \n "}, "position", "Enter what your side says"),
            (
                {"position": "x" * 4001},
                "position",
                "What your side says must be 4,000 characters or fewer",
            ),
        ],
    )
    def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(
        self, officer, case, record, answers, name, message
    ):
        before = record.entries()
        page = officer.get(f"{case.url}/disputes/new")
        answers = {**RAISE, "rule": rule_of(page), **answers}
        wrong = officer.submit(page, "Raise it", **answers, status=400)
        assert wrong.errors == [message]
        assert wrong.error_beside(name) == message
        kept = wrong.filled("Raise it")
        for question in ("position", "service", "about", "rule"):
            if name != question and answers[question]:
                assert [v.replace("\r", "") for v in kept.getlist(question)] == [answers[question]]
        assert record.entries() == before

    def test_posted_twice_it_is_raised_once(self, officer, case, record):
        page = officer.get(f"{case.url}/disputes/new")
        form = {**page.filled("Raise it"), **RAISE, "rule": rule_of(page)}
        first, second = (officer.post(page.url, form, 302).location for _ in range(2))
        assert first == second
        assert len(record.entries("dispute_raised")) == 1

    def test_those_on_neither_side_read_it_and_raise_none(self, dispute, browse, case):
        head = browse("head_of_service")
        assert head.get(dispute.url).soup.main.find_all("form") == []
        head.get(f"{case.url}/disputes/new", 403)
        assert "Raise a dispute" not in head.get(case.url).words


class TestTheBed:
    """The young person keeps the bed and the help whatever the services disagree about."""

    def test_who_accommodates_them_is_named_above_everything_else(self, dispute, officer, case):
        says = "Family Services accommodates the young person now: Foster care"
        for page in (officer.get(case.url), dispute):
            assert says in page.words
            assert not [w for w in told(page) if "accommodat" in w]
            assert page.words.index(says) < page.words.index("Next:")

    @pytest.mark.parametrize("answer", ["nobody", "not_known"])
    def test_nobody_recorded_as_doing_so_is_shouted_first_of_all(self, officer, case, answer):
        page = raised(officer, case, service=answer)
        for each in (page, officer.get(case.url)):
            first = told(each)[0]
            assert "accommodat" in first
            assert "A bed for tonight comes first." in first
            assert each.words.index("A bed for tonight comes first") < each.words.index("Next:")

    def test_a_service_that_is_named_without_a_bed_is_shouted_too(self, officer, case):
        page = raised(officer, case)
        assert (
            "Family Services is to accommodate the young person, and no bed is confirmed"
            in (told(page)[0])
        )

    def test_once_it_is_recorded_it_is_calm_and_a_later_bed_has_to_be_checked(
        self, officer, case, bed, clock
    ):
        page = raised(officer, case, service="nobody")
        clock.forward(minutes=5)
        link = page.soup.select_one(".govuk-warning-text a")["href"]
        form = officer.get(link)
        officer.submit(form, "Save", service="somebody_else", who="Enfield Council")
        assert "Enfield Council accommodates the young person now" in officer.get(page.url).words
        clock.forward(minutes=5)
        again = officer.get(f"{case.url}/hand-over")
        officer.submit(again, "Save the bed", **{f"bed-{k}": v for k, v in BED.items()})
        assert "Check who provides it." in officer.get(page.url).words

    @pytest.mark.parametrize(
        ("answers", "message"),
        [
            ({}, "Select who accommodates the young person now"),
            ({"service": "invented"}, "Select who accommodates the young person now"),
            ({"service": "somebody_else", "who": " "}, "Enter who accommodates them"),
        ],
    )
    def test_what_is_missing_is_said(self, officer, case, record, answers, message):
        before = record.entries()
        form = officer.get(f"{case.url}/accommodated-by")
        assert officer.submit(form, "Save", **answers, status=400).errors == [message]
        assert record.entries() == before

    def test_a_case_without_a_dispute_says_nothing_of_it(self, officer, case):
        assert "accommodates" not in case.words
        assert "The services disagree" not in case.words


class TestTheFirstStep:
    def test_it_is_settled_once_both_duty_managers_have_said_so(self, dispute, browse, record):
        housing, social_work = browse(HOUSING_MANAGER), browse(SOCIAL_WORK_MANAGER)
        page = housing.get(dispute.url)
        page = housing.follow(housing.submit(page, "Send it", **AGREED))
        assert "Nothing is settled until both have said so." in page.words
        assert "Next: the Duty manager, Duty and Assessment Team, says whether" in page.words
        assert facts(record)["disagreement_over"] == "no"

        theirs = social_work.get(dispute.url)
        assert theirs.soup.select(":checked, [checked]") == []
        theirs = social_work.follow(social_work.submit(theirs, "Answer", says="agree"))
        assert "Settled by the duty managers of both sides" in theirs.words
        for words in AGREED.values():
            assert words in theirs.part("What both have agreed")
        assert theirs.soup.main.find_all("form") == []
        assert facts(record) == {
            "services_disagree": "no",
            "disagreement_over": "yes",
            "settled_by_duty_managers": "yes",
        }
        assert {"9-d", "9-d-mash"} <= by_rule(record)  # share what was learnt
        assert not by_rule(record) & {"dispute", "dispute-housing_options"}
        record.is_sound()

    def test_not_agreed_it_goes_on(self, dispute, browse, record):
        housing, social_work = browse(HOUSING_MANAGER), browse(SOCIAL_WORK_MANAGER)
        housing.submit(housing.get(dispute.url), "Send it", **AGREED)
        page = social_work.get(dispute.url)
        wrong = social_work.submit(page, "Answer", says="not_agree", status=400)
        assert wrong.errors == ["Enter why you do not agree"]
        page = social_work.submit(page, "Answer", says="not_agree", why="We have no carer free.")
        page = housing.get(dispute.url)
        assert "We have no carer free." in page.part("Not agreed")
        assert AGREED["decision"] in page.part("Not agreed")
        assert page.form("Send it")
        assert facts(record)["disagreement_over"] == "no"

    def test_on_the_case_it_stays_where_it_can_be_found_once_it_is_over(
        self, dispute, browse, officer, case
    ):
        settle(browse, dispute, HOUSING_MANAGER, SOCIAL_WORK_MANAGER)
        page = officer.get(case.url)
        assert "The services disagree" not in [h.get_text() for h in page.soup.select("h2")]
        assert page.soup.find("a", href=dispute.url)

    @pytest.mark.parametrize(
        "role", [OFFICER, SOCIAL_WORKER, "team_manager", SERVICE_MANAGER, MASH_MANAGER]
    )
    def test_nobody_else_can_settle_it_or_take_it_further(self, dispute, browse, record, role):
        browser, before = browse(role), record.entries()
        page = browser.get(dispute.url)
        buttons = [each.button.get_text() for each in page.soup.main.find_all("form")]
        assert not any("Send it" in b or "further" in b for b in buttons)
        for posted in (
            post_as(browser, dispute, "settle", **AGREED),
            post_as(browser, dispute, "further", further="We cannot."),
        ):
            assert posted.status == 403
            assert posted.errors == ["Somebody in another role has to do this. The page says who"]
        assert record.entries() == before

    def test_what_is_missing_is_said_beside_it(self, dispute, browse, record):
        manager, before = browse(HOUSING_MANAGER), record.entries()
        page = manager.get(dispute.url)
        for missing, message in (
            ("decision", "Enter what you have agreed"),
            ("reasons", "Enter your reasons"),
            ("lessons", "Enter what there is to learn"),
        ):
            wrong = manager.submit(page, "Send it", **AGREED | {missing: " "}, status=400)
            assert (wrong.errors, wrong.error_beside(missing)) == ([message], message)
        wrong = manager.submit(page, "Take it further", further="", status=400)
        assert wrong.errors == ["Enter why it cannot be settled"]
        assert record.entries() == before

    @pytest.mark.parametrize("name", ["Sam", "Kowalska"])
    def test_what_was_learnt_names_nobody(self, dispute, browse, record, name):
        manager, before = browse(HOUSING_MANAGER), record.entries()
        page = manager.get(dispute.url)
        lessons = f"Ring earlier when {name} calls."
        wrong = manager.submit(page, "Send it", **AGREED | {"lessons": lessons}, status=400)
        assert "must not name the young person" in wrong.error_beside("lessons")
        assert wrong.filled("Send it")["lessons"] == lessons
        assert record.entries() == before


class TestTheSecondStep:
    @pytest.fixture
    def further(self, dispute, browse):
        manager = browse(SOCIAL_WORK_MANAGER)
        page = manager.get(dispute.url)
        return manager.follow(manager.submit(page, "Take it further", further="No carer is free."))

    def test_it_goes_to_the_service_manager_and_the_mash_manager(self, further, browse, record):
        assert "No carer is free." in further.part("Taken further")
        assert facts(record)["settled_by_duty_managers"] == "no"
        for role, task in ((SERVICE_MANAGER, "housing_options"), (MASH_MANAGER, "family_services")):
            (found,) = [t for t in open_tasks(record) if t[0] == f"dispute-{task}"]
            assert found[1:] == (role, "2026-09-02T22:59:59.000000Z")
            tasks = browse(role).get("/").part("To do, soonest first")
            assert "Settle the disagreement" in tasks

    def test_the_duty_managers_tasks_are_no_longer_asked_for(self, further, officer, case):
        rows = [" ".join(row.get_text(" ").split()) for row in officer.get(case.url).soup("tr")]
        theirs = [row for row in rows if row.startswith("Settle it with the duty manager")]
        assert len(theirs) == 2
        assert all("No longer asked for: close it" in row for row in theirs)

    def test_it_is_settled_by_those_two(self, further, browse, record):
        settle(browse, further, SERVICE_MANAGER, MASH_MANAGER)
        page = browse(OFFICER).get(further.url)
        assert "Settled by the service manager for housing needs and the MASH manager" in page.words
        assert facts(record) == {
            "services_disagree": "no",
            "disagreement_over": "yes",
            "settled_by_duty_managers": "no",
        }
        assert not by_rule(record) & {"dispute-housing_options", "dispute-family_services"}
        record.is_sound()

    def test_the_duty_managers_no_longer_settle_it(self, further, browse, record):
        before, manager = record.entries(), browse(HOUSING_MANAGER)
        assert post_as(manager, further, "settle", **AGREED).status == 403
        again = post_as(manager, further, "further", further="Once more.")
        assert again.status == 409
        assert again.errors == ["This was taken further already. Nothing of yours was saved"]
        assert "Once more." in again.words
        assert record.entries() == before

    def test_a_settlement_nobody_answered_does_not_go_with_it(self, dispute, browse):
        housing, social_work = browse(HOUSING_MANAGER), browse(SOCIAL_WORK_MANAGER)
        housing.submit(housing.get(dispute.url), "Send it", **AGREED)
        page = social_work.get(dispute.url)
        social_work.submit(page, "Take it further", further="They do not listen.")
        senior = browse(SERVICE_MANAGER).get(dispute.url)
        assert "Waiting for the other side" not in senior.words
        assert senior.form("Send it")


class TestClocks:
    """Raised on Friday 28 August at 16:50; Monday is a bank holiday."""

    @pytest.mark.parametrize(
        ("now", "turn", "late"),
        [
            ("2026-08-31 12:00", "the Duty manager, Duty and Assessment Team, puts", False),
            ("2026-09-01 23:59", "the Duty manager, Duty and Assessment Team, puts", False),
            ("2026-09-02 00:00", "and the Duty manager, Duty and Assessment Team, settle", True),
            ("2026-09-02 23:59", "and the Duty manager, Duty and Assessment Team, settle", True),
            ("2026-09-03 00:00", "take it to the service manager for housing needs", True),
        ],
    )
    def test_a_side_that_says_nothing_holds_nothing_up(
        self, dispute, browse, clock, case, now, turn, late
    ):
        clock.set(now)
        browser = browse(SOCIAL_WORKER)
        for page in (browser.get(dispute.url), browser.get(case.url)):
            assert turn in page.words
            assert (
                "Family Services has put nothing in writing, and that is late" in page.words
            ) is late
        beside = browser.get(dispute.url).part("What Family Services says")
        assert ("Late It was due" in beside) is late

    def test_said_late_it_is_taken_and_shown_as_late(self, dispute, browse, clock):
        clock.set("2026-09-02 10:00")
        worker = browse(SOCIAL_WORKER)
        page = worker.submit(worker.get(dispute.url), "Save what", position=POSITION_SAID)
        beside = worker.follow(page).part("What Family Services says")
        assert POSITION_SAID in beside
        assert "Late: it was due yesterday, by midnight" in beside

    @pytest.mark.parametrize(
        ("now", "says"),
        [
            ("2026-09-02 23:59", "and the MASH manager, settle it"),
            (
                "2026-09-03 00:00",
                "Next: the Head of service, is told today: the protocol has no further step",
            ),
        ],
    )
    def test_the_second_step_has_a_clock_of_its_own(self, dispute, browse, clock, now, says):
        """Taken further on the Friday too: two working days later is Wednesday."""
        manager = browse(SOCIAL_WORK_MANAGER)
        manager.submit(manager.get(dispute.url), "Take it further", further="No carer is free.")
        clock.set(now)
        assert says in browse(MASH_MANAGER).get(dispute.url).words

    def test_every_limit_says_that_it_is_our_default(self, dispute):
        assert "The protocol gives no deadline; this is our default (A42)" in dispute.words


class TestTwoAtOnce:
    def test_they_disagree_while_any_runs(self, dispute, officer, case, browse, record):
        other = raised(officer, case, about="fact", fact="age_disputed", rule=None)
        manager = browse(SOCIAL_WORK_MANAGER)
        manager.submit(manager.get(dispute.url), "Take it further", further="No carer.")
        assert facts(record)["settled_by_duty_managers"] == "not_known"  # the other one is theirs
        settle(browse, dispute, SERVICE_MANAGER, MASH_MANAGER)
        assert facts(record)["services_disagree"] == "yes"
        assert facts(record)["disagreement_over"] == "no"
        said = officer.get(case.url).part("The services disagree")
        assert "Does anybody doubt their age?" in said
        settle(browse, other, HOUSING_MANAGER, SOCIAL_WORK_MANAGER)
        assert facts(record)["services_disagree"] == "no"
        assert facts(record)["disagreement_over"] == "yes"
        record.is_sound()


class TestOneHuman:
    def test_never_speaks_for_both_sides_whatever_their_accounts(self, dispute, browse, record):
        again, before = second_account(record, browse, SOCIAL_WORK_MANAGER), record.entries()
        page = again.get(dispute.url)
        assert page.soup.main.find_all("form") == []
        for use, answers in (
            ("position", {"position": "Yes."}),
            ("settle", AGREED),
            ("further", {"further": "No."}),
        ):
            refused = post_as(again, dispute, use, **answers)
            assert refused.status == 403
            assert refused.errors == [
                "Somebody else has to do this: you have spoken for the other side"
            ]
        assert record.entries() == before

    def test_nor_agrees_to_what_they_have_written_down(self, dispute, browse, record):
        manager = browse(HOUSING_MANAGER)
        manager.submit(manager.get(dispute.url), "Send it", **AGREED)
        before = record.entries()
        again = second_account(record, browse, SOCIAL_WORK_MANAGER, of=HOUSING_MANAGER)
        assert post_as(again, dispute, "answer", says="agree").status == 403
        own = post_as(manager, dispute, "answer", says="agree")
        assert own.status == 403
        assert record.entries() == before


class TestIllegalSteps:
    def test_a_side_says_what_it_says_once(self, dispute, browse, record):
        worker = browse(SOCIAL_WORKER)
        page = worker.get(dispute.url)
        worker.submit(page, "Save what", position=POSITION_SAID)
        before = record.entries()
        again = browse("team_manager")
        refused = post_as(again, dispute, "position", position="And I say more.")
        assert refused.status == 409
        assert refused.errors == [
            "Your side has put what it says in writing already. Nothing of yours was saved"
        ]
        assert "And I say more." in refused.words
        assert record.entries() == before

    def test_nothing_follows_once_it_is_over(self, dispute, browse, record):
        settle(browse, dispute, HOUSING_MANAGER, SOCIAL_WORK_MANAGER)
        before, manager = record.entries(), browse(HOUSING_MANAGER)
        for use, answers in (
            ("position", {"position": "Late words."}),
            ("settle", AGREED),
            ("answer", {"says": "agree"}),
            ("further", {"further": "No."}),
        ):
            refused = post_as(manager, dispute, use, **answers)
            assert refused.status == 409
            assert refused.errors == ["This disagreement is over. Nothing of yours was saved"]
        assert record.entries() == before

    def test_there_is_nothing_to_agree_before_somebody_wrote_it_down(self, dispute, browse, record):
        before = record.entries()
        refused = post_as(browse(SOCIAL_WORK_MANAGER), dispute, "answer", says="agree")
        assert refused.status == 409
        assert record.entries() == before

    def test_what_was_written_down_meanwhile_is_not_agreed_to_unseen(self, dispute, browse, record):
        housing, social_work = browse(HOUSING_MANAGER), browse(SOCIAL_WORK_MANAGER)
        housing.submit(housing.get(dispute.url), "Send it", **AGREED)
        seen = social_work.get(dispute.url)
        social_work.submit(seen, "Answer", says="not_agree", why="No.")
        housing.submit(housing.get(dispute.url), "Send it", **AGREED | {"decision": "A hostel."})
        before = record.entries()
        late = post_as(browse(SOCIAL_WORK_MANAGER), dispute, "answer", says="agree", seq="2")
        assert late.status == 409
        assert late.errors == [
            "Something has happened since you opened this page. Yours was not saved: look again"
        ]
        assert record.entries() == before

    def test_posted_twice_it_is_done_once(self, dispute, browse, record):
        manager = browse(HOUSING_MANAGER)
        page = manager.get(dispute.url)
        form = {**page.filled("Send it"), **AGREED}
        for _ in range(2):
            assert manager.post(dispute.url, form, 302).location == dispute.url
        changed = manager.post(dispute.url, form | {"decision": "Otherwise."}, 409)
        assert changed.errors[0].startswith("You have saved this page before, differently")
        assert len(record.entries(SETTLEMENT)) == 1

    @pytest.mark.parametrize(
        "wrong", [{"use": "x"}, {"use": None}, {"seq": "x"}, {"command_id": "1"}]
    )
    def test_what_no_page_of_ours_posts_is_refused(self, dispute, browse, record, wrong):
        manager, before = browse(HOUSING_MANAGER), record.entries()
        manager.submit(manager.get(dispute.url), "Send it", **AGREED | wrong, status=400)
        assert record.entries() == before

    def test_an_expired_page_keeps_what_was_typed(self, dispute, browse, record):
        manager, before = browse(HOUSING_MANAGER), record.entries()
        page = manager.get(dispute.url)
        again = manager.submit(page, "Send it", **AGREED, csrf_token="old", status=400)
        assert AGREED["decision"] in again.filled("Send it")["decision"]
        assert record.entries() == before

    def test_the_record_itself_refuses_what_cannot_be(self, dispute, record, clock, case):
        """Whoever appends it, and however."""
        stream = stream_of(case.url.split("/")[2])
        (raised,) = record.entries("dispute_raised")
        housing = Author("a", "a", HOUSING_MANAGER)
        social_work = Author("b", "b", SOCIAL_WORK_MANAGER)
        head = Author("c", "c", "head_of_service")
        agreed = {"words": "", "facts": {}}
        for author, kind, body, cause, refusal in (
            (social_work, SETTLED, agreed, raised.id, IllegalStep),
            (housing, POSITION, {"position": "More."}, raised.id, IllegalStep),
            (head, POSITION, {"position": "Mine."}, raised.id, NotTheirs),
            (
                Author(raised.human_id, "x", SOCIAL_WORK_MANAGER),
                SETTLEMENT,
                AGREED,
                raised.id,
                BothSides,
            ),
            (
                Author("d", "d", SOCIAL_WORK_MANAGER, raised.human_id),
                SETTLEMENT,
                AGREED,
                raised.id,
                BothSides,
            ),
            (social_work, POSITION, {"position": "x"}, None, UnknownDispute),
            (social_work, POSITION, {"position": " "}, raised.id, ValueError),
            (social_work, POSITION, {}, raised.id, ValueError),
            (head, "dispute_raised", dict(raised.body), None, NotTheirs),
            (housing, "dispute_raised", {**raised.body, "about": "a person"}, None, ValueError),
            (housing, "dispute_raised", {**raised.body, "words": ""}, None, ValueError),
            (housing, "accommodated_by", {"service": ""}, None, ValueError),
        ):
            before = record.entries()
            with (
                record.database() as db,
                pytest.raises(refusal),
                command(db, new_id(), author=author, recorded_at=clock()) as c,
            ):
                c.append(stream, kind, body, caused_by=cause)
            assert record.entries() == before


class TestLessons:
    def test_they_are_listed_by_reference_and_name_nobody(self, dispute, browse, case):
        settle(browse, dispute, HOUSING_MANAGER, SOCIAL_WORK_MANAGER)
        manager = browse(MASH_MANAGER)
        page = manager.get("/disputes/lessons")
        assert AGREED["lessons"] in page.words
        assert case.soup.select_one(".govuk-caption-l").get_text() in page.words
        assert "28 August 2026" in page.words
        assert "Sam" not in page.text
        assert "Kowalska" not in page.text
        assert page.soup.find("a", href=dispute.url)

    def test_there_is_nothing_before_it_is_over(self, dispute, browse):
        page = browse(MASH_MANAGER).get("/disputes/lessons")
        assert "Nothing has been learnt yet" in page.words

    def test_as_a_spreadsheet_that_runs_nothing(self, dispute, browse):
        formula = {"lessons": '=HYPERLINK("http://x","y"), never'}
        settle(browse, dispute, HOUSING_MANAGER, SOCIAL_WORK_MANAGER, **formula)
        page = browse(MASH_MANAGER).get("/disputes/lessons.csv")
        assert page.response.mimetype == "text/csv"
        assert "attachment" in page.response.headers["Content-Disposition"]
        head, row = csv.reader(io.StringIO(page.text))
        assert head[-1] == "Learnt"
        assert row[0] == "2026-08-28"
        assert row[-1] == "'" + formula["lessons"]
        assert "Kowalska" not in page.text

    def test_those_of_a_restricted_case_are_hidden(self, dispute, browse, case, record, clock):
        settle(browse, dispute, HOUSING_MANAGER, SOCIAL_WORK_MANAGER)
        author = Author("somebody-else", "theirs", "team_manager")
        with (
            record.database() as db,
            command(db, new_id(), author=author, recorded_at=clock()) as c,
        ):
            hidden = {"allowed": [], "reason": "Kin"}
            c.append(stream_of(case.url.split("/")[2]), "case_restricted", hidden)
        manager = browse(MASH_MANAGER)
        assert AGREED["lessons"] not in manager.get("/disputes/lessons").text
        assert AGREED["lessons"] not in manager.get("/disputes/lessons.csv").text
        manager.get(dispute.url, 404)
        manager.get(f"{case.url}/accommodated-by", 404)
        manager.get(f"{case.url}/disputes/new", 404)

    @pytest.mark.parametrize("kind", ["dispute_raised", SETTLEMENT, SETTLED, "accommodated_by"])
    def test_the_pages_are_there_whatever_was_erased_by_law(
        self, dispute, browse, case, record, clock, kind
    ):
        settle(browse, dispute, HOUSING_MANAGER, SOCIAL_WORK_MANAGER)

        (entry,) = record.entries(kind)
        author = Author("x", "x", "administrator")
        with record.database() as db:
            erase_body(
                db,
                entry.id,
                author=author,
                reason="Asked",
                recorded_at=clock(),
                command_id=new_id(),
            )
        manager = browse(MASH_MANAGER)
        manager.get(case.url)
        page = manager.get(dispute.url)
        lessons = manager.get("/disputes/lessons").words
        assert (AGREED["lessons"] in lessons) is (kind != SETTLEMENT)
        assert ("Erased by law" in page.words) is (kind in ("dispute_raised", SETTLEMENT))
        record.is_sound()


def settle(browse, dispute, first, second, **more):
    """Both say so: the one writes it down, the other agrees."""
    one, other = browse(first), browse(second)
    one.submit(one.get(dispute.url), "Send it", **AGREED | more)
    other.submit(other.get(dispute.url), "Answer", says="agree")


def post_as(browser, dispute, use, seq=None, **answers):
    """A step that the page need not offer."""
    page = browser.get(dispute.url)
    token = browser.get("/").soup.find("input", {"name": "csrf_token"})["value"]
    seen = page.soup.find("input", {"name": "seq"})
    form = {
        "csrf_token": token,
        "command_id": new_id(),
        "seq": seq or (seen["value"] if seen else "1"),
        "use": use,
    }
    return browser.post(dispute.url, form | answers)
