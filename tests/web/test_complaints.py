"""A young person complains: in their words, to the right place, and nobody forgets it."""

import pytest

from store import accounts
from store.complaints import (
    ANSWERED,
    CLOSED,
    EXTENDED,
    MADE,
    MOVED_ON,
    IllegalStep,
    NotTheirs,
    SameHuman,
    UnknownComplaint,
)
from store.ids import new_id
from store.journal import Author, command, erase_body
from store.stream_names import case as stream_of
from tests.web.conftest import OFFICER, PASSWORD
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once

TEAM_MANAGER, HEAD, HOUSING_MANAGER = "team_manager", "head_of_service", "housing_duty_manager"
SAID = {
    "words": "Nobody rang me back.\nI slept on a bus.",
    "wishes": "Somebody to say sorry, and a room.",
    "by": "young_person",
    "helped_by": "Ms Ade, my teacher",
    "made_on": ["28", "8", "2026"],
    "about": "family_services",
    "advocate": "wanted",
}
CLOSE = {"how": "satisfied", "closing": "They said sorry."}


@taken_once
def case(officer):
    return decided(officer, came(officer, **NOWHERE), name="Sam Kowalska")


def complained(browser, case, **answers):
    """The page of a complaint that this worker has recorded."""
    page = browser.get(f"{case.url}/complaints/new")
    return browser.follow(browser.submit(page, "Record the", **SAID | answers))


@taken_once
def complaint(officer, case):
    return complained(officer, case)


def done(browser, complaint, button, **answers):
    """A step on the complaint's page, and the page after it."""
    page = browser.get(complaint.url)
    return browser.follow(browser.submit(page, button, **answers))


def open_tasks(record):
    with record.database() as db:
        found = db.query("select * from tasks where state = 'open'")
        return {
            row["rule_id"]: (row["owner_role"], row["due_at"])
            for row in found
            if row["rule_id"].startswith("complaint")
        }


def post_as(browser, complaint, use, seq=None, **answers):
    """A step that the page need not offer."""
    page = browser.get(complaint.url)
    token = browser.get("/").soup.find("input", {"name": "csrf_token"})["value"]
    seen = page.soup.find("input", {"name": "seq"})
    carried = {"csrf_token": token, "command_id": new_id(), "use": use}
    seq = seq or (seen["value"] if seen else "1")
    return browser.post(complaint.url, carried | {"seq": seq} | answers)


class TestRecording:
    def test_it_stands_in_their_words_with_who_helped_and_what_they_want(
        self, complaint, officer, case
    ):
        says = complaint.part("What the young person says")
        assert "Nobody rang me back. I slept on a bus." in says
        assert "Somebody to say sorry, and a room." in says
        assert "Helped by Ms Ade, my teacher." in says
        assert "Nobody rang me back." in officer.get(case.url).part("What happened")

    def test_what_is_said_for_them_is_not_shown_as_theirs(self, officer, case):
        page = complained(officer, case, by="somebody_for_them", by_whom="Her aunt, Jo Ade")
        assert "Nobody rang me back." in page.part("What is said for the young person")
        assert "Said for them by Her aunt, Jo Ade." in page.words

    @pytest.mark.parametrize(
        ("about", "goes_to", "answers", "afterwards"),
        [
            ("family_services", "children's complaints procedure", TEAM_MANAGER, "Social Care"),
            ("both", "children's complaints procedure", TEAM_MANAGER, "Social Care"),
            ("not_known", "children's complaints procedure", TEAM_MANAGER, "Social Care"),
            ("housing_options", "procedure for Housing", HOUSING_MANAGER, "Housing Ombudsman"),
        ],
    )
    def test_it_goes_where_it_belongs(
        self, officer, case, record, about, goes_to, answers, afterwards
    ):
        page = complained(officer, case, about=about)
        far = page.part("How far it is")
        assert goes_to in far
        assert afterwards in far
        assert {role for role, _ in open_tasks(record).values()} == {answers}

    def test_the_clock_runs_from_the_day_they_complained(self, officer, case, record):
        """Not from the day somebody wrote it down: Tuesday 25 August, and Monday is a holiday."""
        page = complained(officer, case, made_on=["25", "8", "2026"])
        assert "Complained on 25 August 2026" in page.words
        assert open_tasks(record)["complaint"] == (TEAM_MANAGER, "2026-09-09T22:59:59.000000Z")

    def test_an_advocate_that_nobody_has_offered_is_somebodys_task(self, officer, case, record):
        page = complained(officer, case, advocate="not_asked")
        assert "Nobody has offered an independent advocate yet" in page.part("How far it is")
        assert "complaint-advocate" in open_tasks(record)
        page = done(officer, page, "Save what they", advocate="wanted", who="Kit, Coram Voice")
        assert "They want an independent advocate" in page.part("How far it is")
        assert "complaint-advocate" not in open_tasks(record)

    def test_it_changes_nothing_about_tonight(self, officer, case, record):
        def tonight(page):
            return [page.part(each) for each in ("Do not", "Time limits", "Not known yet")], [
                " ".join(row.get_text(" ").split()) for row in page.soup.select("dl > div")[:6]
            ]

        before, facts = tonight(officer.get(case.url)), record.facts()
        with record.database() as db:
            query = "select * from tasks where rule_id not like 'complaint%'"
            tasks = list(db.query(query))
        page = complained(officer, case)
        assert "It changes nothing about the bed and the help" in page.words
        assert tonight(officer.get(case.url)) == before
        assert record.facts() == facts
        with record.database() as db:
            assert list(db.query(query)) == tasks
        assert all("facts" not in e.body for e in record.entries(MADE))

    @pytest.mark.parametrize(
        ("answers", "name", "message"),
        [
            ({"words": " "}, "words", "Enter what they say"),
            ({"wishes": ""}, "wishes", "Enter what they want to happen"),
            ({"by": None}, "by", "Select who is complaining"),
            ({"by": "somebody_for_them"}, "by_whom", "Enter who is complaining for them"),
            ({"made_on": ["", "", ""]}, "made_on", "Enter the day they complained"),
            (
                {"made_on": ["29", "8", "2026"]},
                "made_on",
                "The day they complained must be today or in the past",
            ),
            (
                {"made_on": ["28", "8", "1926"]},
                "made_on",
                "The day they complained is too long ago to count time limits from",
            ),
            ({"about": None}, "about", "Select whom it is about"),
            ({"about": "a_neighbour"}, "about", "Select whom it is about"),
            ({"advocate": None}, "advocate", "Select whether they want an advocate"),
        ],
    )
    def test_what_is_missing_is_said_beside_it_and_nothing_is_lost(
        self, officer, case, record, answers, name, message
    ):
        before = record.entries()
        page = officer.get(f"{case.url}/complaints/new")
        wrong = officer.submit(page, "Record the", **SAID | answers, status=400)
        assert (wrong.errors, wrong.error_beside(name)) == ([message], message)
        kept = wrong.filled("Record the")
        for question in ("words", "wishes", "helped_by", "by"):
            if question != name:
                typed = kept[question].replace("\r", "")
                assert typed == (SAID | answers)[question]
        assert record.entries() == before

    def test_posted_twice_it_is_recorded_once(self, officer, case, record):
        page = officer.get(f"{case.url}/complaints/new")
        form = page.filled("Record the")
        for name, value in SAID.items():
            form.setlist(name, value if isinstance(value, list) else [value])
        assert len({officer.post(page.url, form, 302).location for _ in range(2)}) == 1
        assert len(record.entries(MADE)) == 1

    def test_an_auditor_reads_and_records_nothing(self, complaint, browse, case):
        auditor = browse("auditor")
        assert auditor.get(complaint.url).soup.main.find_all("form") == []
        assert "Record a complaint" not in auditor.get(case.url).words
        auditor.get(f"{case.url}/complaints/new", 403)


class TestClocks:
    """Complained on Friday 28 August; Monday is a holiday, so day 10 is Monday 14 September."""

    @pytest.mark.parametrize(
        ("now", "left", "late"),
        [
            ("2026-08-28 17:00", "10 working days left", False),
            ("2026-09-11 10:00", "1 working day left", False),
            ("2026-09-13 10:00", "1 working day left", False),
            ("2026-09-14 23:59", "Today is the last day", False),
            ("2026-09-15 00:00", "1 working day late", True),
            ("2026-09-16 09:00", "2 working days late", True),
        ],
    )
    def test_stage_1_has_ten_working_days(self, complaint, browse, case, clock, now, left, late):
        clock.set(now)
        manager = browse(TEAM_MANAGER)
        for page in (manager.get(complaint.url), manager.get(case.url)):
            assert left in page.words
            assert "Next: the Team manager, answers in writing." in page.words
            tag = page.soup.find("strong", class_="govuk-tag--red", string=left)
            assert bool(tag) is late
        assert "(Children Act 1989 Representations Procedure (England) Regulations 2006, not" in (
            manager.get(complaint.url).words
        )

    @pytest.mark.parametrize(
        ("now", "said"),
        [
            ("2026-09-01 10:00", "To be acknowledged tomorrow, by midnight."),
            ("2026-09-02 23:59", "To be acknowledged tonight, by midnight."),
            ("2026-09-03 00:00", "Nobody has acknowledged it, and that is late."),
        ],
    )
    def test_it_is_acknowledged_within_our_default(self, complaint, browse, case, clock, now, said):
        clock.set(now)
        manager = browse(TEAM_MANAGER)
        assert said in manager.get(case.url).words
        page = done(manager, complaint, "Save that it was ack", acknowledgement="We have it.")
        assert said not in page.words
        assert "We have it." in page.part("How far it is")

    def test_it_takes_longer_once_and_says_why(self, complaint, browse, clock, record):
        manager = browse(TEAM_MANAGER)
        page = done(manager, complaint, "Save that it takes", why="The worker is ill.")
        assert "20 working days left" in page.words
        assert "The worker is ill." in page.part("How far it is")
        assert open_tasks(record)["complaint"][1] == "2026-09-28T22:59:59.000000Z"
        refused = post_as(manager, complaint, "extend", why="Again.")
        assert refused.status == 409
        assert refused.errors == ["This stage cannot take longer. Nothing of yours was saved"]
        assert "Again." in refused.words
        clock.set("2026-09-28 12:00")
        assert "Today is the last day" in browse(TEAM_MANAGER).get(complaint.url).words
        clock.set("2026-09-29 12:00")
        assert "1 working day late" in browse(TEAM_MANAGER).get(complaint.url).words

    @pytest.mark.parametrize(
        ("longer", "last", "after"),
        [(False, "2026-10-05", "2026-10-06"), (True, "2026-11-30", "2026-12-01")],
    )
    def test_stage_2_has_25_working_days_or_65(self, complaint, browse, clock, longer, last, after):
        """Counted from when it was moved on."""
        done(browse(TEAM_MANAGER), complaint, "Save the answer", answer="We are sorry.")
        done(browse(OFFICER), complaint, "Move it on", not_settled="I have no room yet.")
        if longer:
            done(browse(HEAD), complaint, "Save that it takes", why="Many people to ask.")
        for day, left in ((last, "Today is the last day"), (after, "1 working day late")):
            clock.set(f"{day} 12:00")
            assert left in browse(HEAD).get(complaint.url).words

    def test_a_panel_has_30_working_days(self, complaint, browse, clock):
        done(browse(TEAM_MANAGER), complaint, "Save the answer", answer="We are sorry.")
        for _ in range(2):
            done(browse(OFFICER), complaint, "Move it on", not_settled="No room yet.")
        page = browse(HEAD).get(complaint.url)
        assert "At stage 3, a review panel" in page.words
        assert "30 working days left" in page.words
        assert post_as(browse(HEAD), complaint, "extend", why="Longer.").status == 409


class TestSteps:
    def test_from_the_first_answer_to_its_end(self, complaint, browse, record, case):
        officer, manager, head = browse(OFFICER), browse(TEAM_MANAGER), browse(HEAD)
        page = done(manager, complaint, "Save the answer", answer="We are sorry.")
        assert "Answered at stage 1" in page.words
        assert "it goes on to stage 2" in page.words
        assert open_tasks(record) == {}
        page = done(officer, complaint, "Move it on", not_settled="I have no room yet.")
        far = page.part("How far it is")
        assert "I have no room yet." in far
        assert "We are sorry." in far
        assert "Not answered yet" in far
        assert open_tasks(record) == {"complaint": (HEAD, "2026-10-05T22:59:59.000000Z")}
        assert "Answer the complaint: stage 2" in head.get("/").part("To do, soonest first")
        done(head, complaint, "Save the answer", answer="A room from Monday.")
        page = done(officer, complaint, "Close the", **CLOSE)
        assert "Closed. The young person says that it is put right" in page.words
        assert page.soup.main.find_all("form") == []
        assert open_tasks(record) == {}
        assert "Closed." in officer.get(case.url).part("Complaints")
        record.is_sound()

    def test_whoever_answered_one_stage_does_not_answer_the_next(self, complaint, browse, record):
        """Whatever account they use."""
        with record.database() as db:
            humans = accounts.humans(db).items()
            (human,) = [id for id, name in humans if name == f"Worker {TEAM_MANAGER}"]
            accounts.add_account(db, human, "again@council.example", PASSWORD, HEAD)
        done(browse(TEAM_MANAGER), complaint, "Save the answer", answer="We are sorry.")
        done(browse(OFFICER), complaint, "Move it on", not_settled="No.")
        again = browse()
        again.sign_in("again@council.example", PASSWORD)
        before = record.entries()
        refused = post_as(again, complaint, "answer", answer="As I said.")
        assert refused.status == 403
        assert "you have answered an earlier stage" in refused.errors[0]
        assert "As I said." in refused.words
        assert record.entries() == before

    @pytest.mark.parametrize("role", [OFFICER, "social_worker", HOUSING_MANAGER])
    def test_only_the_role_that_is_named_answers(self, complaint, browse, record, role):
        before, browser = record.entries(), browse(role)
        refused = post_as(browser, complaint, "answer", answer="No.")
        assert refused.status == 403
        assert refused.errors == ["On this stage the Team manager answers. Nothing was saved"]
        assert record.entries() == before

    @pytest.mark.parametrize("how", ["not_satisfied", "ombudsman"])
    def test_nobody_ends_it_over_their_head_before_it_is_answered(
        self, complaint, officer, record, how
    ):
        before = record.entries()
        page = officer.get(complaint.url)
        refused = officer.submit(page, "Close the", how=how, closing="Enough.", status=409)
        assert "Nobody has answered this yet" in refused.errors[0]
        assert refused.filled("Close the")["closing"] == "Enough."
        assert record.entries() == before

    def test_they_can_take_it_back(self, complaint, officer):
        page = done(officer, complaint, "Close the", how="withdrawn", closing="I changed my mind.")
        assert "The young person took it back" in page.words

    def test_after_the_last_stage_there_is_the_ombudsman(self, officer, case, browse):
        page = complained(officer, case, about="housing_options")
        done(officer, page, "Move it on", not_settled="Nobody answers.")
        page = done(browse("service_manager"), page, "Save the answer", answer="No.")
        assert "it goes on to the Ombudsman" in page.words
        refused = post_as(officer, page, "move_on", not_settled="Still no.")
        assert refused.status == 409
        assert "Still no." in refused.words

    def test_a_stage_is_answered_once_and_a_closed_complaint_is_closed(
        self, complaint, browse, record
    ):
        manager = browse(TEAM_MANAGER)
        done(manager, complaint, "Save the answer", answer="Sorry.")
        assert post_as(manager, complaint, "answer", answer="Not sorry.").status == 409
        done(manager, complaint, "Close the", **CLOSE)
        before = record.entries()
        for use, answers in (
            ("acknowledge", {}),
            ("advocate", {"advocate": "wanted"}),
            ("answer", {"answer": "x"}),
            ("extend", {"why": "x"}),
            ("move_on", {"not_settled": "x"}),
            ("close", CLOSE),
        ):
            refused = post_as(manager, complaint, use, **answers)
            assert refused.status == 409
            assert refused.errors == ["This complaint is closed. Nothing of yours was saved"]
        assert record.entries() == before

    def test_a_page_from_before_is_looked_at_again(self, complaint, browse, officer, record):
        done(officer, complaint, "Save that it was ack")
        before = record.entries()
        late = post_as(browse(TEAM_MANAGER), complaint, "answer", seq="1", answer="Sorry.")
        assert late.status == 409
        assert late.filled("Save the answer")["answer"] == "Sorry."
        assert record.entries() == before

    def test_posted_twice_it_is_done_once(self, complaint, browse, record):
        manager = browse(TEAM_MANAGER)
        form = {**manager.get(complaint.url).filled("Save the answer"), "answer": "Sorry."}
        for _ in range(2):
            assert manager.post(complaint.url, form, 302).location == complaint.url
        changed = manager.post(complaint.url, form | {"answer": "No."}, 409)
        assert changed.errors[0].startswith("You have saved this page before, differently")
        assert len(record.entries(ANSWERED)) == 1

    @pytest.mark.parametrize(
        ("button", "message"),
        [
            ("Save the answer", "Enter your answer"),
            ("Save that it takes", "Enter why it takes longer"),
            ("Move it on", "Enter what they say is not put right"),
            ("Save what they", "Select whether they want an advocate"),
        ],
    )
    def test_what_is_missing_is_said(self, complaint, browse, record, button, message):
        before, manager = record.entries(), browse(TEAM_MANAGER)
        wrong = manager.submit(manager.get(complaint.url), button, status=400)
        assert wrong.errors == [message]
        assert wrong.soup.find("details", open=True)
        assert record.entries() == before

    def test_the_record_itself_refuses_what_cannot_be(self, complaint, record, clock, case):
        stream = stream_of(case.url.split("/")[2])
        (made,) = record.entries(MADE)
        officer, manager = Author("a", "a", OFFICER), Author("m", "m", TEAM_MANAGER)
        for author, kind, body, cause, refusal in (
            (officer, ANSWERED, {"words": "No."}, made.id, NotTheirs),
            (manager, ANSWERED, {"words": "No."}, None, UnknownComplaint),
            (manager, ANSWERED, {"words": " "}, made.id, ValueError),
            (manager, EXTENDED, {"why": "x"}, made.id, ValueError),
            (manager, CLOSED, {"how": "ombudsman", "words": "x"}, made.id, IllegalStep),
            (manager, CLOSED, {"how": "tired", "words": "x"}, made.id, IllegalStep),
            (manager, CLOSED, {"words": "x"}, made.id, ValueError),
            (manager, MADE, {**made.body, "route": "nowhere"}, None, ValueError),
            (manager, MADE, {**made.body, "words": ""}, None, ValueError),
        ):
            before = record.entries()
            with (
                record.database() as db,
                pytest.raises(refusal),
                command(db, new_id(), author=author, recorded_at=clock()) as c,
            ):
                c.append(stream, kind, body, caused_by=cause)
            assert record.entries() == before

    def test_nor_does_anybody_answer_twice_by_acting_for_somebody(
        self, complaint, record, clock, case
    ):
        stream = stream_of(case.url.split("/")[2])
        (made,) = record.entries(MADE)
        manager, for_them = Author("m", "m", TEAM_MANAGER), Author("b", "b", HEAD, "m")
        with (
            record.database() as db,
            command(db, new_id(), author=manager, recorded_at=clock()) as c,
        ):
            c.append(stream, ANSWERED, {"words": "No."}, caused_by=made.id)
            c.append(stream, MOVED_ON, {"words": "No."}, caused_by=made.id)
        with (
            record.database() as db,
            pytest.raises(SameHuman),
            command(db, new_id(), author=for_them, recorded_at=clock()) as c,
        ):
            c.append(stream, ANSWERED, {"words": "No."}, caused_by=made.id)

    @pytest.mark.parametrize("kind", [MADE, ANSWERED, MOVED_ON, CLOSED])
    def test_the_pages_are_there_whatever_was_erased_by_law(
        self, complaint, browse, case, record, clock, kind
    ):
        done(browse(TEAM_MANAGER), complaint, "Save the answer", answer="Sorry.")
        officer = browse(OFFICER)
        done(officer, complaint, "Move it on", not_settled="No.")
        done(officer, complaint, "Close the", **CLOSE)
        (entry,) = record.entries(kind)
        author, erased = Author("x", "x", "administrator"), {"reason": "Asked"}
        with record.database() as db:
            erase_body(
                db, entry.id, author=author, recorded_at=clock(), command_id=new_id(), **erased
            )
        officer.get(case.url)
        assert "rased by law" in officer.get(complaint.url).words
        record.is_sound()

    def test_nobody_sees_that_of_a_restricted_case(self, complaint, browse, case, record, clock):
        author = Author("somebody-else", "theirs", TEAM_MANAGER)
        with (
            record.database() as db,
            command(db, new_id(), author=author, recorded_at=clock()) as c,
        ):
            hidden = {"allowed": [], "reason": "Kin"}
            c.append(stream_of(case.url.split("/")[2]), "case_restricted", hidden)
        manager = browse(TEAM_MANAGER)
        manager.get(complaint.url, 404)
        manager.get(f"{case.url}/complaints/new", 404)
        manager.post(complaint.url, {}, 404)
