"""The fifty points as a conversation: begun, gone on with by others, and asked again later."""

import re
from contextlib import closing

import pytest

from checklists.fifty_points import themes
from store.checklist import reviewing
from store.checklist.checklist import ACCEPTED, SENT_BACK, checklists_in
from store.database import connect
from store.reading import read
from store.stream_names import case
from tests.web.browser import line
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once
from tests.web.support_world import Supported, has_a_package

SAVED = "checklist_answered"
TOTALS = re.compile(r"%|/\s?50|out of (50|fifty)|score|per cent|passed", re.IGNORECASE)
"""What no page about the fifty points says."""


@taken_once
def opened(officer):
    return decided(officer, came(officer, **NOWHERE), name="Sam").url.split("/")[2]


@pytest.fixture
def supported(app, opened, clock):
    """Sam, whom the support worker and the early help worker visit."""
    db = connect(app.config["DATABASE"])
    with closing(db.conn):
        found = Supported(db, opened, clock())
        has_a_package(found)
        yield found


@pytest.fixture
def suki(browse):
    return browse("support_worker")


@pytest.fixture
def eli(browse):
    return browse("early_help_worker")


def begin(browser, supported, there=""):
    page = browser.submit(browser.get(f"{supported.address}/checklists/new"), "Start", there=there)
    return browser.follow(page)


@pytest.fixture
def begun(suki, supported):
    """The page of a first checklist."""
    return begin(suki, supported, "The two of us")


def say(browser, begun, theme, status=302, **answers):
    return browser.submit(browser.get(f"{begun.url}/{theme}"), "Save", status, **answers)


def checked(page):
    """What is chosen on a theme."""
    found = page.soup.main.select("input[checked]")
    return {each["name"]: each["value"] for each in found}


def looked_at(supported, verdicts=()):
    """Put forward, and accepted by the social worker, but for those that ``verdicts`` names."""
    (found,) = checklists_in(read(supported.db, case(supported.case_id)))[-1:]
    for number in found.answers:
        verdict = dict(verdicts).get(number, ACCEPTED)
        words = "Since when?" if verdict == SENT_BACK else ""
        about = (supported.case_id, found, number, verdict, words)
        supported.carry_out("social_worker", reviewing.look, *about)


def finished(suki, supported, begun):
    suki.submit(suki.get(f"{begun.url}/put-forward"), words="They move on Monday.")
    looked_at(supported)


def test_a_page_saves_what_was_answered_and_nothing_else(suki, supported, begun, record):
    page = suki.get(f"{begun.url}/safe")
    assert checked(page) == {}
    asked = [line(each) for each in page.soup.select("h2.app-point__question")]
    assert asked[0] == "13 Is there anything that makes you unsafe, or afraid?"
    needed = {"what_13": "A chain on the door", "when_13": ["1", "2", "2027"]}
    page = suki.submit(page, part_13_it="yes", part_15_it="no", theirs_13="Not so bad", **needed)
    assert page.location == f"{begun.url}/home"
    body = record.last(SAVED)
    assert set(body["answers"]) == {"13", "15"}
    assert body["on_paper"] is None
    said = body["answers"]["13"]
    assert said["parts"] == {"it": {"value": "yes", "words": None}}
    assert said["needs"] == {"what": "A chain on the door", "whom": None, "when": "2027-02-01"}
    assert said["theirs"] == "Not so bad"

    again = suki.get(f"{begun.url}/safe")
    assert checked(again) == {"part_13_it": "yes", "part_15_it": "no"}
    assert [line(each.summary) for each in again.soup.select("details[open]")] == [
        "What needs to happen, by whom, when , 13",
        "More about this, or what you say yourself , 13",
    ]
    before = record.entries()
    assert suki.submit(again, "Save", then="list").location == begun.url
    assert record.entries() == before
    assert "2 of 5 talked about" in suki.get(begun.url).words


def test_a_blank_takes_nothing_back_and_an_emptied_box_does(suki, begun, record):
    say(suki, begun, "safe", part_13_it="yes", what_13="A chain", whom_13="Suki")
    before = record.entries()
    left_out = dict.fromkeys(("part_13_it", "what_13", "whom_13", "when_13"))
    say(suki, begun, "safe", **left_out)
    assert record.entries() == before
    say(suki, begun, "safe", part_13_it=None, what_13="", whom_13="")
    said = record.last(SAVED)["answers"]["13"]
    assert said["parts"]["it"]["value"] == "yes"
    assert not said["needs"]


def test_open_questions_and_suggested_actions(suki, begun, record):
    page = suki.get(f"{begun.url}/people")
    (action, *_) = [each["value"] for each in page.soup.select("[name=suggested_12]")]
    suki.submit(page, words_12_it="A choir", suggested_12=action, what_12="And ring first")
    said = record.last(SAVED)["answers"]["12"]
    assert said["parts"]["it"] == {"value": "said", "words": "A choir"}
    assert said["needs"]["what"] == f"{action}\nAnd ring first"
    again = suki.get(f"{begun.url}/people")
    assert checked(again) == {"part_12_it": "said", "suggested_12": action}
    assert again.typed("Save")["what_12"] == ["And ring first"]


NOT_KNOWN = "It can be “Not known yet”"
WRONG = {
    "something to do without an answer": ("part_13_it", NOT_KNOWN, {"what_13": "Ring somebody"}),
    "their words without an answer": ("part_13_it", NOT_KNOWN, {"theirs_13": "It is fine"}),
    "a day, and nothing to do": (
        "what_13",
        "Enter what needs to happen by this date at 13",
        {"part_13_it": "yes", "when_13": ["1", "2", "2027"]},
    ),
    "somebody, and nothing to do": (
        "what_13",
        "Enter what needs to happen at 13",
        {"part_13_it": "yes", "whom_13": "Suki"},
    ),
    "a day that is none": (
        "when_13",
        "The date at 13 must be a real date",
        {"part_13_it": "yes", "what_13": "Ring", "when_13": ["31", "2", "2027"]},
    ),
    "an answer that is none": ("part_13_it", "Select one of the answers", {"part_13_it": "maybe"}),
    "too many words": ("more_13", "4,000 characters", {"part_13_it": "no", "more_13": "x" * 4001}),
    "a paper of tomorrow": (
        "on_paper",
        "The date on the paper must be today or in the past",
        {"part_13_it": "no", "on_paper": ["29", "8", "2026"]},
    ),
    "a paper of no day": (
        "on_paper",
        "The date on the paper must be a real date",
        {"part_13_it": "no", "on_paper": ["30", "2", "2026"]},
    ),
}


@pytest.mark.parametrize(("beside", "problem", "typed"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(
    suki, begun, record, beside, problem, typed
):
    before = record.entries()
    page = say(suki, begun, "safe", 400, part_15_it="yes", **typed)
    assert problem in page.error_beside(beside)
    assert record.entries() == before
    kept = page.typed("Save")
    assert kept["part_15_it"] == ["yes"]
    for name, value in typed.items():
        if value != "maybe":
            assert kept[name] == (value if isinstance(value, list) else [value])
    for name in typed:
        around = page.soup.find(attrs={"name": name}).find_parent("details")
        assert around is None or around.has_attr("open")


def test_said_is_nothing_without_words(suki, begun, record):
    before = record.entries()
    page = say(suki, begun, "people", 400, part_12_it="said")
    assert page.error_beside("words_12_it") == "Enter what they say at 12"
    page = say(suki, begun, "people", 400, part_12_it="not_known", words_12_it="A choir")
    assert "select “Said”" in page.error_beside("part_12_it")
    assert page.typed("Save")["words_12_it"] == ["A choir"]
    assert record.entries() == before


def test_somebody_else_goes_on_with_it(suki, eli, supported, begun, record):
    say(suki, begun, "safe", part_13_it="partly", more_13="At the bus stop")
    assert "Go on with the fifty points" in eli.get(supported.address).words
    assert eli.get(f"{supported.address}/checklists/new", 302).location == begun.url
    assert eli.post(f"{supported.address}/checklists/new").location == begun.url
    assert len(record.entries("checklist_started")) == 1
    page = eli.get(f"{begun.url}/safe")
    assert checked(page) == {"part_13_it": "partly"}
    eli.submit(page, part_14_it="yes")
    assert set(record.last(SAVED)["answers"]) == {"14"}
    words = suki.get(begun.url).words
    assert "At the bus stop Written down today by Worker support_worker" in words
    assert "Written down today by Worker early_help_worker" in words


def test_two_at_once_are_told_and_lose_nothing(suki, eli, begun, record):
    mine, theirs = (each.get(f"{begun.url}/safe") for each in (suki, eli))
    elsewhere = eli.get(f"{begun.url}/money")
    suki.submit(mine, part_13_it="yes", part_15_it="no")
    eli.submit(elsewhere, part_37_it="no")  # another theme is in nobody's way
    told = eli.submit(theirs, status=409, part_13_it="no", part_14_it="yes")
    assert "Yours was not saved" in told.errors[0]
    assert "Somebody else saved this meanwhile" in told.words
    assert "Yes Written down today by Worker support_worker" in told.words
    # What was answered stands; where nothing was, what the other saved.
    assert checked(told) == {"part_13_it": "no", "part_14_it": "yes", "part_15_it": "no"}
    eli.submit(told)
    assert set(record.last(SAVED)["answers"]) == {"13", "14"}
    assert checked(suki.get(f"{begun.url}/safe"))["part_13_it"] == "no"
    said = [entry.body["answers"].get("13") for entry in record.entries(SAVED)]
    assert [each["parts"]["it"]["value"] for each in said if each] == ["yes", "no"]


def test_a_worry_stands_first_whatever_else_is_good(suki, supported, begun):
    good = {f"part_{number}_it": "yes" for number in (9, 10, 11, 42, 43)}
    say(suki, begun, "people", **good)
    say(suki, begun, "safe", part_13_it="yes", part_14_it="yes", part_15_it="no")
    say(suki, begun, "health", part_24_it="not_known")
    page = suki.get(begun.url)
    headings = [line(each) for each in page.soup.main.select("h2")]
    assert headings == [
        "Worries",
        "What to talk about",
        "To work on",
        "Not known yet",
        "All that was said",
    ]
    assert "unsafe, or afraid? Yes." in page.part("Worries")
    assert "15 Do you have a list of emergency numbers?" in page.part("To work on")
    assert "24 Do you see someone" in page.part("Not known yet")
    assert "unsafe, or afraid? Yes." in suki.get(supported.address).words


def test_typed_in_from_paper(suki, begun, record):
    page = suki.get(begun.url)
    first = page.soup.find("a", string="Type in what was written on paper")["href"]
    refused = suki.submit(suki.get(first), status=400, part_1_it="yes")
    assert refused.error_beside("on_paper") == "Enter the date on the paper"
    page = suki.submit(refused, on_paper=["20", "8", "2026"])
    assert record.last(SAVED)["on_paper"] == "2026-08-20"
    for theme in themes()[1:]:  # the same day, until all ten are typed in
        assert page.location == f"{begun.url}/{theme.id}?paper=2026-08-20"
        page = suki.submit(suki.follow(page))
    assert page.location == begun.url
    say(suki, begun, "safe?paper=2026-08-20", part_13_it="no")
    assert record.last(SAVED)["on_paper"] == "2026-08-20"
    assert "On paper, 20 August 2026. Typed in today" in suki.get(begun.url).words
    suki.get(f"{begun.url}/safe?paper=2026-02-31", 404)


def test_somebody_else_is_asked_to_look_at_it(suki, supported, begun, record):
    page = suki.get(f"{begun.url}/put-forward")
    assert "Nothing was talked about yet" in page.words
    say(suki, begun, "safe", part_13_it="yes", part_14_it="yes")
    page = suki.get(f"{begun.url}/put-forward")
    refused = suki.submit(page, status=400)
    assert "enter why somebody looks at it now" in refused.error_beside("words")
    suki.submit(refused, words="They move on Monday.")
    assert record.last("checklist_put_forward")["words"] == "They move on Monday."
    assert "nothing was added since" in suki.get(f"{begun.url}/put-forward").words

    looked_at(supported, {14: SENT_BACK})
    asked = suki.get(f"{begun.url}/safe")
    assert "asks: Since when? Answer the question" in asked.words
    # Sent back, it is not finished: it can be gone on with.
    suki.submit(asked, part_14_it="no")
    still_open = suki.get(f"{begun.url}/safe")
    looked_at(supported)
    page = suki.get(f"{begun.url}/safe")
    assert "it is finished" in page.words
    assert not page.soup.main.find("form")
    suki.submit(still_open, status=409, part_15_it="yes")
    assert "15" not in record.last(SAVED)["answers"]


def test_the_second_time_starts_from_the_last_and_shows_what_changed(
    suki, browse, supported, begun, record, clock
):
    needed = {"what_41": "Cooking on Tuesdays", "whom_41": "Eli"}
    say(suki, begun, "every-day", part_41_it="no", **needed)
    say(suki, begun, "safe", part_13_it="yes", part_14_it="yes", part_47_it="partly")
    finished(suki, supported, begun)
    clock.forward(days=30)
    eli = browse("early_help_worker")
    again = begin(eli, supported)
    assert again.url != begun.url
    assert record.last("checklist_started")["before"] == begun.url.rpartition("/")[2]

    page = eli.get(f"{again.url}/every-day")
    assert checked(page) == {}  # what was so then is not chosen for today
    assert "Last time No What needs to happen: Cooking on Tuesdays Eli" in page.words
    both = eli.submit(page, status=400, same_41="yes", part_41_it="yes")
    assert "not both" in both.error_beside("same_41")
    eli.submit(page, same_41="yes")
    said = record.last(SAVED)["answers"]["41"]
    assert (said["same"], said["parts"]["it"]["value"]) == (True, "no")
    assert said["needs"]["what"] == "Cooking on Tuesdays"
    say(eli, again, "safe", part_14_it="no", part_13_it="not_known")

    page = eli.get(f"{again.url}/changes")
    changed = page.part("Changed since the last time")
    assert "13 Is there" in changed
    assert "14 In an emergency" in changed
    assert "Before Yes" in changed
    assert "Now No" in changed
    assert "41" not in changed
    left = page.part("Not talked about again yet")
    assert "47 Is someone pulling you" in left
    assert "Before Partly" in left
    assert "Now Not talked about again yet." in left
    assert "41 Can you cook?" in page.part("The same as the last time")

    # Neither silence nor “not known” takes a worry back.
    worries = eli.get(again.url).part("Worries")
    assert "unsafe, or afraid? Yes. Said on Friday 28 August. Now: not known yet" in worries
    assert "violence? Partly. Said on Friday 28 August, and not talked about again yet" in worries
    say(eli, again, "safe", part_13_it="no", part_47_it="no")
    assert "Worries" not in [line(each) for each in eli.get(again.url).soup.main.select("h2")]


def test_no_total_is_ever_shown(suki, supported, begun):
    for theme in themes():
        page = suki.get(f"{begun.url}/{theme.id}")
        radios = {each["name"] for each in page.soup.main.select("input[type=radio]")}
        offered = page.soup.main.select("[value=yes], [value=not_applicable]")
        chosen = {each["name"]: each["value"] for each in reversed(offered)}
        suki.submit(page, **{name: chosen[name] for name in radios})
    pages = [begun.url, f"{begun.url}/changes", f"{begun.url}/put-forward", supported.address]
    pages += [f"{begun.url}/{theme.id}" for theme in themes()]
    for url in pages:
        assert not TOTALS.findall(suki.get(url).words), url
    words = suki.get(begun.url).words
    assert "All 5 talked about" in words
    assert "13 Is there anything that makes you unsafe, or afraid? Yes." in words
    assert "All fifty were talked about." in suki.get(supported.address).words


def test_whoever_only_reads_is_led_to_no_question(browse, suki, begun):
    say(suki, begun, "safe", part_13_it="yes")
    auditor = browse("auditor")
    page = auditor.get(begun.url)
    assert "unsafe, or afraid? Yes." in page.words
    assert not page.soup.main.select("a[href$='/safe'], a[href*=put-forward], a[href*=paper]")
    for address in ("plan?paper=x", "no-such-theme"):
        suki.get(f"{begun.url}/{address}", 404)


TELL = "Tell their social worker today."


def test_danger_that_is_told_says_what_to_do_today_until_somebody_has_looked(
    suki, browse, supported, begun, record
):
    assert TELL not in suki.get(supported.address).words
    page = suki.follow(say(suki, begun, "safe", part_44_good="no"))
    assert page.url == f"{begun.url}/home"
    assert "Talk with their social worker today." in page.words
    told = (TELL, "Look again at whether they are safe", "Look again at whether the place is right")
    for told_again in (begun.url, supported.address):
        words = suki.get(told_again).words
        assert all(each in words for each in told)
    tasks = [each.body for each in record.entries("task_created")]
    for rule in ("ours-checklist-danger", "ours-checklist-placement"):
        (task,) = (each for each in tasks if each["rule_id"] == rule)
        done = {"task_id": task["task_id"], "words": task["words"]}
        supported.record("social_worker", "task_done", done)
    for done_with in (begun.url, supported.address, f"{begun.url}/home"):
        assert "their social worker today" not in suki.get(done_with).words


def test_an_older_answer_keeps_its_name_and_day_and_an_older_paper_hides_nothing(
    suki, browse, supported, begun, clock
):
    say(suki, begun, "health", part_30_problem="partly")
    clock.forward(days=5)
    suki, eli = browse("support_worker"), browse("early_help_worker")
    opened = eli.get(f"{begun.url}/health")
    eli.submit(opened, words_30_managed="I stay away from it.")
    paper = suki.get(f"{begun.url}/health?paper=2026-08-01")
    suki.submit(paper, part_30_problem="no", words_30_managed="With my aunt.")
    shown = eli.get(begun.url)
    assert "Are alcohol or drugs a problem for you? Are they a problem? Partly." in shown.words
    said = line(
        next(each for each in shown.soup.select(".app-said h3") if "30" in line(each)).parent
    )
    assert "Partly Written down on Friday 28 August by Worker support_worker" in said
    assert "I stay away from it." in said
    assert "today by Worker early_help_worker" in said
    assert "With my aunt." not in said
    supported.now = clock()
    finished(suki, supported, begun)
    again = begin(eli, supported)
    last_time = eli.get(f"{again.url}/health").words
    assert "Partly Written down on Friday 28 August by Worker support_worker" in last_time
