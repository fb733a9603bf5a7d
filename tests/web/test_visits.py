"""Visits on the page of somebody's support: one tap, a missed day, fewer visits and daily again."""

import pytest

from rules.calendar import london
from store.checklist import checklist
from store.ids import new_id
from store.journal import Author, command, read
from store.stream_names import case as case_stream
from store.support.days import days_in
from store.tasks import open_of_rule
from tests.web.placing import opened, proposed, reasons

SUPPORT_WORKER, SOCIAL_WORKER, EDT = "support_worker", "social_worker", "emergency_duty_team_worker"
MANAGER, DUTY_MANAGER = "team_manager", "social_work_duty_manager"
THURSDAY, FRIDAY_NOON = "2026-08-27 10:00", "2026-08-28 12:00"
VISITS_ONLY = "No support package is on record."


class Supported:
    """Somebody in a bed since Thursday 27 August, whom the support worker visits."""

    def __init__(self, case, record):
        self.case, self.record, self.id = case, record, case.split("/")[2]
        self.url = f"{case}/support"

    @property
    def entries(self):
        with self.record.database() as db:
            return read(db, case_stream(self.id))

    def days(self, on):
        return {day.day.isoformat(): day for day in days_in(self.entries, on)}

    def talked_about(self, answers):
        """Somebody has talked through these points: number → answer."""
        self.by(SUPPORT_WORKER, self._start)
        self.say(answers)

    def say(self, answers):
        """More of the same conversation."""
        self.by(SUPPORT_WORKER, lambda c: self._say(c, answers))

    def append(self, kind, body):
        self.by(SOCIAL_WORKER, lambda c: c.append(case_stream(self.id), kind, body))

    def by(self, role, what):
        with self.record.database() as db:
            (found,) = db.query("select id, human_id from accounts where role = ?", [role])
            author = Author(found["human_id"], found["id"], role)
            now = self.record.app.config["CLOCK"]()
            with command(db, new_id(), author=author, recorded_at=now) as c:
                what(c)

    def _start(self, c):
        checklist.start(c, self.id)

    def _say(self, c, answers):
        (found,) = checklist.checklists_in(read(c.db, case_stream(self.id)))
        said = {n: {"parts": {"it": {"value": v, "words": None}}} for n, v in answers.items()}
        checklist.answer(c, self.id, found, said)


@pytest.fixture
def worker(supported, browse):
    return browse(SOCIAL_WORKER)


@pytest.fixture
def supporter(supported, browse):
    return browse(SUPPORT_WORKER)


@pytest.fixture
def supported(app, clock, browse, record, monkeypatch):
    monkeypatch.setitem(app.config, "SIGN_IN_HOURS", 1000)  # these tests go on for days
    clock.set(THURSDAY)
    worker = browse(SOCIAL_WORKER)
    case = opened(worker)
    at = {"at": ["27", "8", "2026", "09:30"]}
    confirming = proposed(worker, case, **at)
    worker.submit(
        confirming, "Confirm the placement", manager="nobody", said="No answer.",
        **reasons(confirming),
    )  # fmt: skip
    found = Supported(case, record)
    package(worker, found)
    return found


def package(browser, supported, status=302, **more):
    page = browser.get(f"{supported.url}/package")
    answers = {
        "provider": "accommodation",
        "provider_words": "Mrs Bright",
        "visitors": value_of(page, "Worker support_worker"),
        "starts_on": ["27", "8", "2026"],
        "high_level": "yes",
        "words": "A visit a day.",
    }
    return browser.submit(page, "Save the support package", status, **answers | more)


def value_of(page, name):
    """What to post for whoever has this name."""
    (found,) = [each for each in page.soup.select("label[for^=visitors]") if name in each.text]
    return page.soup.find(id=found["for"])["value"]


def tap(browser, supported, value="seen_alone", status=302):
    page = browser.get(f"{supported.url}/visits")
    return browser.submit(page, "Seen alone", status, tap=value)


def test_the_package_puts_high_level_support_in_place_from_the_first_night(
    supported, worker, supporter, record
):
    facts = record.last("support_package_recorded")["facts"]
    assert facts == {"high_level_support_in_place": "yes"}
    assert "Worker support_worker" in supporter.get(supported.url).words


@pytest.mark.parametrize(
    ("more", "then"),
    [
        ({"starts_on": ["26", "8", "2026"]}, "yes"),
        ({"starts_on": ["27", "8", "2026"]}, "yes"),
        ({"starts_on": ["28", "8", "2026"]}, "no"),
        ({"high_level": "no"}, "no"),
        ({"high_level": "not_known"}, "not_known"),
    ],
)
def test_one_that_starts_later_is_outreach_or_not_known_is_not_in_place(
    supported, worker, record, more, then
):
    package(worker, supported, **more)
    facts = record.last("support_package_recorded")["facts"]
    assert facts == {"high_level_support_in_place": then}


def test_nothing_is_selected_the_first_time_and_what_is_missing_is_said_beside_it(worker, record):
    found = Supported(opened(worker), record)
    page = worker.get(f"{found.url}/package")
    assert not page.typed()
    again = worker.submit(page, "Save the support package", 400, words="A lot.")
    assert again.error_beside("provider") == "Select who gives the support"
    assert again.error_beside("visitors") == "Select who visits, or enter who else does"
    assert again.error_beside("starts_on") == "Enter the day it starts"
    assert again.typed() == {"words": ["A lot."]}
    assert VISITS_ONLY in worker.get(found.url).words


def test_one_tap_records_the_visit_now_and_a_second_of_the_same_page_does_nothing(
    supported, supporter, clock, record
):
    clock.set(FRIDAY_NOON)
    page = supporter.get(f"{supported.url}/visits")
    assert "Nobody has recorded seeing them today yet." in page.words
    for _ in range(2):
        supporter.submit(page, "Seen alone", tap="seen_alone")
    (visit,) = record.entries("visit_recorded")
    assert visit.body["outcome"] == "seen"
    assert (visit.body["alone"], visit.body["kind"]) == ("yes", "support")
    assert london(visit.occurred_at) == clock()
    assert "Seen alone, today at 12 noon" in supporter.get(supported.url).words
    assert "Today Seen alone, 12 noon." in supporter.get(f"{supported.url}/visits").words
    assert "Seen today, 12 noon." in supporter.get("/").words
    assert record.last("record_saved")["record"] == "visit"
    record.is_sound()


@pytest.mark.parametrize("value", ["attempted", "failed", "cancelled"])
def test_trying_is_not_seeing(supported, supporter, clock, value):
    clock.set(FRIDAY_NOON)
    tap(supporter, supported, value)
    assert "Nobody has recorded seeing them today yet." in supporter.get(supported.url).words
    assert supported.days(clock())["2026-08-28"].not_seen_yet


def test_a_tap_that_says_nothing_is_refused(supported, supporter, record):
    page = supporter.get(f"{supported.url}/visits")
    again = supporter.submit(page, "Seen alone", 400)
    assert again.errors == ["Press what came of the visit"]
    assert not record.entries("visit_recorded")


def test_the_rules_go_by_the_visit(supported, supporter, worker, clock, record):
    """Nobody had seen them: the task of that is done once somebody has."""
    waiting = [task for task in record.tables()["tasks"] if "ours-missed-visit" in task]
    clock.set(FRIDAY_NOON)
    tap(supporter, supported)
    after = [task for task in record.tables()["tasks"] if "ours-missed-visit" in task]
    assert all("'state': 'open'" not in task for task in after)
    assert len(after) == len(waiting)


@pytest.mark.parametrize(
    ("at", "error"),
    [
        (["28", "8", "2026", "12:00"], None),
        (["28", "8", "2026", "12:01"], "The time of the visit must not be later than now"),
        (["27", "8", "2026", "09:29"], "A visit cannot be from before they came to us"),
        (["", "", "", ""], "Enter the day and time of the visit. Your best estimate is enough"),
    ],
)
def test_an_earlier_visit_has_its_own_time(supported, supporter, clock, record, at, error):
    clock.set(FRIDAY_NOON)
    page = supporter.get(f"{supported.url}/visits/new")
    said = {"outcome": "seen", "alone": "no", "kind": "support", "theirs": "Tired."}
    again = supporter.submit(page, "Save the visit", 400 if error else 302, at=at, **said)
    if error:
        assert again.error_beside("at") == error
        assert again.typed()["theirs"] == ["Tired."]
        assert not record.entries("visit_recorded")
    else:
        assert "“Tired.”" in supporter.get(f"{supported.url}/visits").words


def test_seen_says_whether_alone(supported, supporter, clock):
    page = supporter.get(f"{supported.url}/visits/new")
    said = {"outcome": "seen", "kind": "support", "at": ["27", "8", "2026", "10:00"]}
    again = supporter.submit(page, "Save the visit", 400, **said)
    assert again.error_beside("alone") == "Select whether they were seen alone"


def test_a_visit_recorded_by_mistake_is_taken_back_and_both_stay_on_record(
    supported, supporter, clock, record
):
    clock.set(FRIDAY_NOON)
    tap(supporter, supported)
    page = supporter.get(f"{supported.url}/visits")
    link = page.soup.select_one("main a[href$='/take-back']")["href"]
    back = supporter.get(link)
    assert supporter.submit(back, "Take it back", 400).errors == ["Enter why it is taken back"]
    supporter.submit(back, "Take it back", why="Pressed for somebody else.")
    again = supporter.get(f"{supported.url}/visits")
    assert "Nobody has recorded seeing them today yet." in again.words
    assert "Pressed for somebody else." in again.words
    assert len(record.entries("visit_recorded")) == 1
    assert "taken back already" in supporter.get(link).words
    record.is_sound()


def test_a_missed_day_shows_at_once_to_those_who_visit_and_to_their_managers(
    supported, browse, supporter, clock
):
    clock.set("2026-08-28 23:59")
    assert "Not seen yet today" in supporter.get("/").part("People you visit")
    assert "Nobody has recorded seeing them" not in browse(MANAGER).get("/").words
    clock.set("2026-08-29 00:00")
    assert "A day without a visit on record" in supporter.get("/").part("People you visit")
    for role in (MANAGER, DUTY_MANAGER, SOCIAL_WORKER):
        listed = browse(role).get("/").part("Nobody has recorded seeing them")
        assert "A day without a visit on record" in listed
    for role in (EDT, "housing_needs_officer", "mash_manager", "early_help_worker"):
        assert "without a visit on record" not in browse(role).get("/").words
    assert "Nobody has recorded seeing them yesterday." in supporter.get(supported.url).words


def test_whoever_opens_the_case_reads_of_it_and_of_many_the_latest_stand_first(
    supported, worker, supporter, clock
):
    case = supported.url.removesuffix("/support")
    clock.set("2026-08-28 23:59")
    assert "Nobody has recorded seeing them" not in worker.get(case).words
    clock.set("2026-08-29 00:00")
    assert "Nobody has recorded seeing them yesterday. Find out today" in worker.get(case).words
    clock.set("2026-09-02 09:00")
    many = "Nobody has recorded seeing them yesterday. 4 earlier days are still to answer for."
    assert many in worker.get(case).words
    page = supporter.get(supported.url)
    days = [link["href"] for link in page.soup.select("main a[href$='/nobody']")]
    assert [day.split("/")[-2] for day in days] == ["2026-09-01", "2026-08-31", "2026-08-30"]
    assert "2 earlier days are still to answer for." in page.words
    by_day = supporter.get(f"{supported.url}/visits").soup.select("main a[href$='/nobody']")
    assert len(by_day) == 5


def test_a_social_worker_who_visits_finds_them_on_the_home_page(supported, worker, browse, clock):
    page = worker.get(f"{supported.url}/package")
    package(worker, supported, visitors=value_of(page, "Worker social_worker"))
    clock.set(FRIDAY_NOON)
    listed = browse(SOCIAL_WORKER).get("/").part("People you visit")
    assert "Not seen yet today." in listed
    assert "Nobody is yours to visit." in browse(SUPPORT_WORKER).get("/").words


def test_we_did_see_them_becomes_a_visit_of_that_day_recorded_today(
    supported, supporter, clock, record
):
    clock.set("2026-08-29 09:00")
    support = supporter.get(supported.url)
    link = support.soup.select_one("main a[href$='/missed/2026-08-28/seen']")["href"]
    page = supporter.get(link)
    again = supporter.submit(page, "Save the visit", 400, at="25:00", theirs="Fine.")
    assert "24-hour clock" in again.error_beside("at")
    assert again.error_beside("why_late") == "Enter why it was not recorded that day"
    assert again.typed()["theirs"] == ["Fine."]
    said = {"at": "16:30", "who": "Suki", "alone": "yes", "why_late": "No signal there."}
    supporter.submit(page, "Save the visit", **said)
    (visit,) = record.entries("visit_recorded")
    assert london(visit.occurred_at).isoformat() == "2026-08-28T16:30:00+01:00"
    assert london(visit.recorded_at) == clock()
    assert "without a visit on record" not in supporter.get("/").words
    assert "No signal there." in supporter.get(f"{supported.url}/visits").words
    assert "somebody saw them that day" in supporter.get(link).words


def test_nobody_saw_them_stays_a_missed_day_and_a_social_worker_finds_out_at_once(
    supported, supporter, worker, flask, clock, record
):
    tap(supporter, supported)
    assert not open_tasks(record)
    clock.set("2026-08-29 09:00")
    flask("look-for-missed-visits")
    page = supporter.get(f"{supported.url}/missed/2026-08-28/nobody")
    again = supporter.submit(page, "Answer for this day", 400, again="A rota.")
    assert again.error_beside("safe") == "Select whether it is known that they are safe"
    said = {"safe": "not_known", "found_out": "Ringing round.", "again": "A rota."}
    supporter.submit(page, "Answer for this day", **said)
    assert supported.days(clock())["2026-08-28"].missed
    assert supported.days(clock())["2026-08-28"].to_answer
    assert "A day without a visit on record" in supporter.get("/").words
    shown = supporter.get(f"{supported.url}/visits").words
    assert "Nobody saw them Not known whether they are safe: Ringing round." in shown
    not_known = "Not known whether they are safe: Ringing round."
    assert not_known in supporter.get(supported.url).words
    assert "Find out today that they are safe: a day went by" in worker.get("/").words
    clock.forward(minutes=10)
    tap(supporter, supported, "attempted")
    assert not_known in supporter.get(supported.url).words
    again = supporter.get(f"{supported.url}/missed/2026-08-28/nobody")
    assert not_known in again.part("Said so far")
    assert not again.typed()
    supporter.submit(again, "Answer for this day", **said | {"found_out": "Nobody answers."})
    assert (len(open_tasks(record, "'missed_day'")), len(open_tasks(record))) == (1, 1)
    assert "Nobody answers." in supporter.get(supported.url).words
    clock.forward(minutes=1)
    tap(supporter, supported)
    assert "Not known whether they are safe" not in supporter.get(supported.url).words
    assert not supported.days(clock())["2026-08-28"].to_answer
    assert not open_tasks(record, "'missed_day'") + open_tasks(record)
    assert [e.body["found_out"] for e in record.entries("missed_day_answered")] == [
        "Ringing round.",
        "Nobody answers.",
    ]
    assert supporter.get(f"{supported.url}/missed/2026-08-29/nobody", 404)
    assert supporter.get(f"{supported.url}/missed/2026-13-99/nobody", 404)
    record.is_sound()


def open_tasks(record, rule="ours-missed-visit"):
    return [t for t in record.tables()["tasks"] if rule in t and "'state': 'open'" in t]


def test_the_command_makes_one_task_for_a_missed_day_whoever_runs_it_how_often(
    supported, supporter, worker, flask, clock, record
):
    def tasks():
        return open_tasks(record)

    clock.set(FRIDAY_NOON)
    tap(supporter, supported)
    assert not tasks()
    clock.set("2026-08-30 00:05")
    for _ in range(2):
        flask("look-for-missed-visits")
        assert len(tasks()) == 1
    assert len(record.entries("missed_days_noticed")) == 1
    assert record.last("missed_days_noticed") == {"days": ["2026-08-29"]}
    with record.database() as db:
        (task,) = [t for t in open_of_rule(db, "ours-missed-visit") if t.case_id == supported.id]
        author = Author("human-somebody", "account-somebody", SOCIAL_WORKER)
        with command(db, new_id(), author=author, recorded_at=clock()) as c:
            done = {"task_id": task.id, "words": task.words}
            c.append(case_stream(supported.id), "task_done", done)
    assert not tasks()
    flask("look-for-missed-visits")
    assert len(tasks()) == 1, "a day that is still to answer has its task again"
    said = {"safe": "yes", "found_out": "She rang.", "again": "A rota."}
    page = supporter.get(f"{supported.url}/missed/2026-08-29/nobody")
    supporter.submit(page, "Answer for this day", **said)
    assert not tasks()
    flask("look-for-missed-visits")
    assert not tasks()
    clock.set("2026-08-31 00:05")
    flask("look-for-missed-visits")
    assert len(tasks()) == 1
    assert "Nobody is recorded as having seen them" in worker.get(supported.case).words
    record.is_sound()


def test_gone_it_says_what_to_do_and_the_days_go_on(supported, worker, supporter, clock):
    clock.set("2026-08-29 09:00")
    left = worker.get(f"{supported.case}/left-or-missing")
    worker.submit(left, "Save", at=["28", "8", "2026", "20:00"], said_by="A carer", done="police")
    page = supporter.get(supported.url)
    assert "They have left, or are missing." in page.words
    assert "020 8359 2000" in page.words
    assert supported.days(clock())["2026-08-28"].to_answer


def deciding(browser, supported, status=302, **more):
    page = browser.get(f"{supported.url}/fewer-visits")
    answers = {
        "evidence": ["15"],
        "reason": "They cope well.",
        "young_person_said": "I want that.",
        "every_days": "3",
        "starts_on": ["29", "8", "2026"],
        "look_again_on": ["10", "9", "2026"],
    }
    return browser.submit(page, "Ask another person to agree", status, **answers | more)


def test_without_anything_talked_about_there_is_no_evidence_and_no_form(supported, worker):
    page = worker.get(f"{supported.url}/fewer-visits")
    assert "Nothing in the checklist is known yet" in page.words
    assert not page.soup.select("main form")
    assert "Do not visit less often until a named person has decided it" in page.words


def test_worries_show_whatever_is_ticked_and_whoever_signs_sees_them(
    supported, worker, browse, record
):
    supported.talked_about({15: "yes", 13: "yes"})
    page = worker.get(f"{supported.url}/fewer-visits")
    assert "13." in page.part("Worries on record")
    assert not page.typed()
    deciding(worker, supported)
    assert any("A worry: 13." in line for line in record.last("fewer_visits_decided")["said"])
    manager = browse(MANAGER)
    signing = manager.get(signature_of(record)).words
    assert "Every third day instead of every day" in signing
    assert "Worries on record: 13." in signing
    assert "Worries on record now 13." in signing
    assert "(told on 27 August 2026)" in signing
    assert "I want that." in signing


def test_a_worry_that_is_not_known_since_is_still_shown_and_what_is_not_known_is_no_evidence(
    supported, worker, record
):
    supported.talked_about({16: "not_known"})
    page = worker.get(f"{supported.url}/fewer-visits")
    assert "Nothing in the checklist is known yet" in page.words
    assert not page.soup.select("main form")
    supported.say({13: "yes", 15: "yes"})
    supported.say({13: "not_known"})
    page = worker.get(f"{supported.url}/fewer-visits")
    assert "None was told" not in page.words
    assert "13." in page.part("Worries on record")
    assert [each["value"] for each in page.soup.select("input[name=evidence]")] == ["13", "15"]
    again = deciding(worker, supported, 400, evidence=["16"])
    assert again.error_beside("evidence") == "Select at least one answer that you go by"
    deciding(worker, supported)
    assert any("A worry: 13." in line for line in record.last("fewer_visits_decided")["said"])


def test_what_was_told_since_the_decision_is_shown_to_whoever_signs_and_keeps_it_from_being_signed(
    supported, worker, browse, clock, record
):
    clock.set(FRIDAY_NOON)
    supported.talked_about({15: "yes"})
    deciding(worker, supported)
    manager = browse(MANAGER)
    before = manager.get(signature_of(record))
    assert "None was told. That is no proof that there is none." in before.words
    supported.say({13: "yes"})
    again = manager.submit(before, "Save", 409, says="agree")
    assert again.errors[0].startswith("A worry was told since this was decided.")
    assert "Told since this was decided: 13." in again.part("Worries on record now")
    assert not record.entries("signature_given")
    manager.submit(again, "Save", says="decline", reason="Look at 13 first.")
    declined = worker.get(supported.case).words
    assert "It does not count: they are visited every day." in declined
    assert "The decision stands until it is changed" not in declined
    clock.forward(minutes=1)
    deciding(worker, supported)
    manager.submit(manager.get(signature_of(record)), "Save", says="agree")
    clock.set("2026-08-29 10:00")
    assert "Every third day, until 10 September 2026." in worker.get(supported.url).words


def test_in_another_bed_it_is_daily_again_and_the_page_says_why(
    supported, worker, browse, clock, record
):
    clock.set(FRIDAY_NOON)
    supported.talked_about({15: "yes"})
    deciding(worker, supported)
    manager = browse(MANAGER)
    manager.submit(manager.get(signature_of(record)), "Save", says="agree")
    clock.set("2026-08-29 10:00")
    assert "Every third day, until 10 September 2026." in worker.get(supported.url).words
    supported.append("bed_confirmed", {"since": "2026-08-29T10:00:00+01:00", "facts": {}})
    page = worker.get(supported.url)
    assert "Every day. Fewer visits were decided for where they were before." in page.words
    assert "They have had another bed since" in page.words
    assert "Back to daily visits" not in page.words
    assert rules_ask_for_daily_visits(worker, supported)
    assert supported.days(clock())["2026-08-29"].not_seen_yet


@pytest.mark.parametrize(
    ("more", "field", "error"),
    [
        ({"evidence": None}, "evidence", "Select at least one answer that you go by"),
        ({"evidence": ["16"]}, "evidence", "Select at least one answer that you go by"),
        ({"reason": ""}, "reason", "Enter why fewer visits are right for them"),
        ({"young_person_said": ""}, "young_person_said", "Enter what the young person says"),
        ({"every_days": None}, "every_days", "Select how often somebody sees them"),
        (
            {"starts_on": ["28", "8", "2026"]},
            "starts_on",
            "The day it starts must be tomorrow or later",
        ),
        (
            {"look_again_on": ["28", "8", "2026"]},
            "look_again_on",
            "The day to look again must be in the future",
        ),
        (
            {"look_again_on": ["26", "9", "2026"]},
            "look_again_on",
            "The day to look again must be on or before 25 9 2026: at most 28 days from today",
        ),
    ],
)
def test_each_part_of_the_decision_is_needed(supported, worker, clock, record, more, field, error):
    clock.set(FRIDAY_NOON)
    supported.talked_about({15: "yes"})
    page = deciding(worker, supported, 400, **more)
    assert page.error_beside(field) == error
    assert not record.entries("fewer_visits_decided")
    assert not record.entries("signature_asked")[1:]


def test_decided_signed_by_another_and_turned_back_with_one_button(
    supported, worker, browse, supporter, clock, record
):
    clock.set(FRIDAY_NOON)
    supported.talked_about({15: "yes"})
    tap(supporter, supported)
    deciding(worker, supported)
    before = supporter.get(supported.url)
    assert "Every day, until another person has agreed to fewer visits." in before.words
    manager = browse(MANAGER)
    signing = manager.get(signature_of(record))
    manager.submit(signing, "Save", says="agree")
    assert "From 29 August 2026: every third day" in supporter.get(supported.url).words

    clock.set("2026-08-29 10:00")
    assert "Every third day, until 10 September 2026." in supporter.get(supported.url).words
    assert "Nobody has to see them today, as was agreed." in supporter.get(supported.url).words
    clock.set("2026-08-31 23:00")
    assert supported.days(clock())["2026-08-31"].not_seen_yet
    night = browse(EDT)
    night.submit(night.get(supported.url), "Back to daily visits")
    assert record.last("daily_visits_again") == {"why": ""}
    again = supporter.get(supported.url)
    assert "turned back to daily visits today" in again.words
    assert not [b for b in again.soup.select("main button") if "Back to daily" in b.text]
    assert "every day already" in supporter.get(f"{supported.url}/daily-visits-again").words
    clock.set("2026-09-02 09:00")
    assert supported.days(clock())["2026-09-01"].to_answer
    record.is_sound()


@pytest.mark.parametrize(("on", "fewer"), [("2026-09-10 23:59", True), ("2026-09-11 00:00", False)])
def test_after_the_day_to_look_again_it_is_daily_by_itself(
    supported, worker, browse, clock, record, on, fewer
):
    clock.set(FRIDAY_NOON)
    supported.talked_about({15: "yes"})
    deciding(worker, supported)
    manager = browse(MANAGER)
    manager.submit(manager.get(signature_of(record)), "Save", says="agree")
    clock.set(on)
    words = worker.get(supported.url).words
    assert ("Every third day, until 10 September 2026." in words) is fewer
    assert ("Every day again." in words) is not fewer
    assert rules_ask_for_daily_visits(worker, supported) is not fewer


def rules_ask_for_daily_visits(browser, supported):
    """By the case page: a task that the rules no longer ask for can be closed."""
    buttons = browser.get(supported.case).soup.select("main button")
    labels = [" ".join(button.text.split()) for button in buttons]
    assert any("Visit them every day" in label for label in labels)
    return not any(label.startswith("Close: Visit them every day") for label in labels)


def signature_of(record):
    """The page of the decision on fewer visits."""
    asked = [e for e in record.entries("signature_asked") if e.body["what"] == "fewer_visits"]
    return f"/signatures/{asked[-1].body['signature_id']}"


def test_never_signed_it_says_so_once_the_day_to_look_again_has_passed(supported, worker, clock):
    clock.set(FRIDAY_NOON)
    supported.talked_about({15: "yes"})
    deciding(worker, supported)
    clock.set("2026-09-11 09:00")
    words = worker.get(supported.url).words
    assert "Every day. Nobody agreed to fewer visits before 10 September 2026" in words


def test_what_was_said_meanwhile_has_to_be_seen_first(supported, worker, record):
    """It may be a worry."""
    supported.talked_about({15: "yes"})
    page = worker.get(f"{supported.url}/fewer-visits")
    supported.say({13: "yes"})
    again = worker.submit(
        page, "Ask another person to agree", 409, evidence=["15"], reason="They cope.",
        young_person_said="Yes.", every_days="3", starts_on=["29", "8", "2026"],
        look_again_on=["10", "9", "2026"],
    )  # fmt: skip
    assert "Something has happened since you opened this page" in again.errors[0]
    assert "13." in again.part("Worries on record")
    assert not record.entries("fewer_visits_decided")


LIVES = {"where": "With an aunt.", "emergency": "no", "words": "She has room.", "theirs": "Good."}
ASK = "Ask another person to agree"


def test_support_ends_only_where_they_live_somewhere_else_no_day_is_open_and_another_agrees(
    supported, worker, supporter, browse, clock, record
):
    clock.set("2026-08-29 09:00")
    page = worker.get(f"{supported.url}/end")
    again = worker.submit(page, ASK, 400, **LIVES | {"emergency": "not_known"})
    assert again.error_beside("emergency").startswith("While they are in emergency accommodation")
    again = worker.submit(page, ASK, 409, **LIVES)
    assert "for each day on which nobody is recorded" in again.errors[0]
    missed = supporter.get(f"{supported.url}/missed/2026-08-28/nobody")
    said = {"safe": "no", "found_out": "Not at school either.", "again": "A rota."}
    supporter.submit(missed, "Answer for this day", **said)
    again = worker.submit(page, ASK, 409, **LIVES)
    assert "answer that they are safe" in again.errors[0]
    clock.forward(minutes=5)
    tap(supporter, supported)
    worker.submit(worker.get(f"{supported.url}/end"), ASK, **LIVES)
    assert "Until another person has agreed it goes on" in worker.get(supported.url).words
    assert "waits for another person to agree" in worker.get(f"{supported.url}/end").words
    assert "Seen today" in supporter.get("/").words

    clock.set("2026-08-31 09:00")
    manager = browse(MANAGER)
    signing = manager.get(ending(record))
    assert "Where they live now: With an aunt." in signing.words
    assert "It then does not count: support and daily visits go on" in signing.words
    assert "The decision stands until it is changed" not in signing.words
    again = manager.submit(signing, "Save", 409, says="agree")
    assert "for each day on which nobody is recorded" in again.errors[0]
    late = supporter.get(f"{supported.url}/missed/2026-08-30/seen")
    seen = {"at": "16:30", "who": "Suki", "alone": "yes", "why_late": "No signal."}
    supporter.submit(late, "Save the visit", **seen)
    assert rules_ask_for_daily_visits(worker, supported)
    manager.submit(manager.get(ending(record)), "Save", says="agree")
    assert "The support ended today." in worker.get(supported.url).words
    assert not rules_ask_for_daily_visits(worker, supported)
    assert "Nobody is yours to visit." in supporter.get("/").words
    for path in ("", "/visits", "/plan"):
        supporter.get(supported.url + path, 404)
    record.is_sound()


def test_support_does_not_end_while_they_are_gone_nor_by_a_signature_from_before(
    supported, worker, supporter, browse, clock, record
):
    clock.set(FRIDAY_NOON)
    tap(supporter, supported)
    worker.submit(worker.get(f"{supported.url}/end"), ASK, **LIVES)
    clock.set("2026-08-28 22:00")
    left = worker.get(f"{supported.case}/left-or-missing")
    worker.submit(left, "Save", at=["28", "8", "2026", "20:00"], said_by="A carer", done="police")
    manager = browse(MANAGER)
    again = manager.submit(manager.get(ending(record)), "Save", 409, says="agree")
    assert again.errors[0].startswith("They have left, or have another bed or support package")
    again = worker.submit(worker.get(f"{supported.url}/end"), ASK, 409, **LIVES)
    assert again.errors[0].startswith("They have left, or are missing. Support goes on")
    assert "The support ended" not in worker.get(supported.url).words


def test_declined_the_support_goes_on_and_the_page_says_so(
    supported, worker, supporter, browse, clock, record
):
    clock.set(FRIDAY_NOON)
    tap(supporter, supported)
    worker.submit(worker.get(f"{supported.url}/end"), ASK, **LIVES)
    manager = browse(MANAGER)
    manager.submit(manager.get(ending(record)), "Save", says="decline", reason="Too early.")
    assert (
        "nobody agreed. It goes on, and the visits with it." in supporter.get(supported.url).words
    )
    assert "It does not count: support goes on" in worker.get(supported.case).words
    assert "Your reason" not in worker.get(f"{supported.url}/end").words
    clock.set("2026-08-30 09:00")
    assert "A day without a visit on record" in supporter.get("/").words


def ending(record):
    """The page of the decision that the support ends."""
    asked = [e for e in record.entries("signature_asked") if e.body["what"] == "support_ended"]
    return f"/signatures/{asked[-1].body['signature_id']}"


def test_a_restricted_case_is_shown_to_and_offered_only_those_who_may_know_of_it(
    supported, worker, browse, supporter, clock
):
    restricting = worker.get(f"{supported.case}/restrict")
    worker.submit(restricting, why="A relative works here.")
    clock.set("2026-08-29 09:00")
    page = worker.get(f"{supported.url}/package")
    offered = [label.text.strip() for label in page.soup.select("label[for^=visitors]")]
    assert offered == ["Worker social_worker, social worker"]
    for role in (SUPPORT_WORKER, MANAGER, DUTY_MANAGER):
        browser = browse(role)
        assert "without a visit on record" not in browser.get("/").words
        for path in ("", "/visits", "/missed/2026-08-28/seen", "/daily-visits-again"):
            browser.get(supported.url + path, 404)
    assert "without a visit on record" in worker.get("/").words


def test_restricted_to_one_officer_the_missed_day_is_theirs_to_see(
    supported, worker, browse, clock
):
    """No manager may know of it, and no social worker holds it."""
    restricting = worker.get(f"{supported.case}/restrict")
    labels = restricting.soup.select("label[for^=allowed]")
    (label,) = [each for each in labels if "Worker mash_manager" in each.text]
    allowed = restricting.soup.find(id=label["for"])["value"]
    worker.submit(restricting, allowed=allowed, why="A relative works here.")
    clock.set("2026-08-29 09:00")
    assert "A day without a visit on record" in browse("mash_manager").get("/").words
    assert "without a visit on record" not in browse(DUTY_MANAGER).get("/").words


def test_a_record_that_nobody_can_decide_by_saving_makes_nothing_fewer(supported, worker, record):
    """What the rules know of a decision on visits is worked out from it, and from its signature."""

    def said(value):
        return {"wording": "Forged?", "value": value, "standing": "answered"}

    parts = ("evidence_recorded", "reasons_recorded", "young_persons_view_recorded")
    forged = {
        "at": said("2026-08-27T09:45:00+01:00"),
        "look_again_on": said("2026-09-10"),
        **dict.fromkeys(("decided", *parts, "second_person_agrees"), said("yes")),
    }
    body = {"record": "fewer_visits_decision", "id": "1", "fields": forged}
    with record.database() as db:
        (found,) = db.query("select id, human_id from accounts where role = 'social_worker'")
        author = Author(found["human_id"], found["id"], SOCIAL_WORKER)
        now = record.app.config["CLOCK"]()
        with command(db, new_id(), author=author, recorded_at=now) as c:
            c.append(case_stream(supported.id), "record_saved", body)
    assert rules_ask_for_daily_visits(worker, supported)


def test_whoever_does_not_visit_finds_no_page_of_it(supported, browse):
    other = browse("early_help_worker")
    for path in ("", "/visits", "/visits/new", "/package", "/missed/2026-08-28/seen"):
        other.get(supported.url + path, 404)
    assert "Nobody is yours to visit." in other.get("/").words


def test_a_visitor_stays_on_the_list_they_change(supported, supporter):
    page = package(supporter, supported, 400, visitors=None, others="Somebody else")
    assert page.error_beside("visitors").startswith("Select yourself as well")
