"""The young person's plan: in their words, on a page, on paper and in a calendar."""

import gc
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

import texts
from app import create_app
from rules.calendar import BeyondHorizon
from store.checklist import checklist
from store.checklist.checklist import checklists_in
from store.ids import new_id
from store.journal import erase_body
from tests.tagged import read_tagged
from tests.web.browser import line
from tests.web.conftest import OFFICER
from tests.web.journey import NOWHERE, came, decided
from tests.web.support_world import BED, Supported, has_a_package
from views.plan import pdf
from views.support.found import Found

ADD, SAVE = "Add it to the plan", "Save"
FLAT = {
    "words": "See a flat",
    "who": "somebody",
    "somebody": "Aunt Ada",
    "due": ["1", "9", "2026"],
    "source": "housing",
    "mark": "personal_housing_plan",
}


@pytest.fixture
def supported(browse, record, clock):
    case = decided(browse(OFFICER), came(browse(OFFICER), **NOWHERE), name="Sam Kowalska")
    with record.database() as db:
        supported = Supported(db, case.url.split("/")[2], clock())
        has_a_package(supported)
        yield supported


@pytest.fixture
def worker(browse):
    return browse("support_worker")


def talked(supported, **points):
    """A checklist in which this was said: a point → its parts and what needs to happen."""
    supported.carry_out("support_worker", checklist.start, supported.case_id, None)
    said = {
        int(number.removeprefix("p")): {
            "parts": {id: {"value": value, "words": words} for id, (value, words) in parts.items()},
            "needs": needs,
        }
        for number, (parts, needs) in points.items()
    }
    latest = checklists_in(supported.entries())[-1]
    supported.carry_out("support_worker", checklist.answer, supported.case_id, latest, said)


def plan(browser, supported, **asked):
    return browser.get(f"{supported.address}/plan", **asked)


def add(browser, supported, status=302, **answers):
    page = browser.get(f"{supported.address}/plan/add")
    return browser.submit(page, ADD, status, **FLAT | answers)


def items(page):
    """What is on the list, in its order: the words, who, when and which step it is."""
    told = ".app-plan__words, .app-plan__who, .app-plan__when, .app-plan__mark"
    return [[line(each) for each in item.select(told)] for item in item_tags(page)]


def item_tags(page):
    return page.soup.select(".app-plan__item")


def flat(page):
    (found,) = [item for item in items(page) if item[0] == "See a flat"]
    return found


def pressed(browser, page, action, link, button, status=302, **answers):
    """Follow what can be done with an action, fill in and press."""
    (item,) = [each for each in item_tags(page) if action in line(each.strong)]
    (found,) = [a for a in item.select("a") if line(a).startswith(link)]
    return browser.submit(browser.get(found["href"]), button, status, **answers)


def test_one_list_holds_what_was_talked_about_what_was_added_and_what_the_protocol_asks(
    browse, worker, supported
):
    bank = {"what": "Open a bank account", "whom": "Suki", "when": "2026-08-31"}
    talked(supported, p10=({"it": ("no", None)}, bank))
    add(worker, supported)
    add(worker, supported, words="Pick a colour", who="young_person", due=["", "", ""], mark="none")
    page = plan(worker, supported)
    ours = [item for item in items(page) if item[0] in ("Open a bank account", "See a flat")]
    assert ours == [
        ["Open a bank account", "Suki", "By 31 August 2026"],
        ["See a flat", "Aunt Ada", "By 1 September 2026", "Personal housing plan step"],
    ]
    assert ["Pick a colour", "You", "No day yet"] in items(page)
    said = page.words
    assert "A social worker finds out with you what you need. This is called an assessment." in said
    assert said.count("See a flat") == 1 + len(("Change", "Done", "Take out")), "it is said once"
    groups = [line(heading) for heading in page.soup.select(".app-plan-sheet h3")][:2]
    assert groups == ["What others do for you", "What you do"]
    assert "Where there is no day yet, you can ask us when." in said
    for of_the_rules in ("3-l", "MUST", "Part VII", "MASH", "paragraph"):
        assert of_the_rules not in page.soup.select_one(".app-plan-sheet").get_text()
    assert "Sam Kowalska" not in page.soup.title.text + page.url
    reader = plan(browse("auditor"), supported)
    assert items(reader) == items(page)
    assert not {"add", "change", "done"} & {
        a["href"].split("/")[-1] for a in reader.soup.select("a")
    }


def test_what_passed_its_day_is_said_and_nobody_is_blamed(browse, worker, supported, clock):
    add(worker, supported)
    for moment, says in (
        ("2026-08-31 23:59", "By 1 September 2026"),
        ("2026-09-01 23:59", "Today"),
        (
            "2026-09-02 00:00",
            "The day for this was 1 September 2026. It is not done yet. We will look at it again "
            "with you.",
        ),
    ):
        clock.set(moment)
        worker = browse("support_worker")
        assert flat(plan(worker, supported))[2] == says
    support = worker.get(supported.address)
    assert "The day has passed for this" in support.words
    assert "See a flat (1 September 2026)" in support.words


def test_an_action_is_changed_done_and_taken_out_and_the_plan_says_so(worker, supported, record):
    for words in ("See a flat", "Ring the school", "Get a card"):
        add(worker, supported, words=words)
    page = plan(worker, supported)
    nothing = pressed(worker, page, "Ring", "Change", "Save the change", 400, words=" ")
    assert nothing.error_beside("words") == "Enter what will happen"
    change = {"who": "young_person", "due": ["3", "9", "2026"], "mark": "child_in_need_plan"}
    stale = page
    pressed(worker, page, "Ring", "Change", "Save the change", **change)
    page = plan(worker, supported)
    assert ["Ring the school", "You", "By 3 September 2026", "Child in need plan step"] in items(
        page
    )
    pressed(worker, page, "See a flat", "Done", "Save that it is done", words="It was bright")
    assert pressed(worker, page, "Get", "Take out", "Take it out", 400).errors == [
        "Enter why it is no longer in the plan"
    ]
    pressed(worker, page, "Get", "Take out", "Take it out", why="They have one")
    page = plan(worker, supported)
    assert page.part("What is done") == "See a flat . Done on 28 August 2026. “It was bright”"
    assert page.part("What is no longer in the plan") == "Get a card . Why: They have one"
    (gone,) = [a for a in stale.soup.select("a") if line(a) == "Done : See a flat"]
    assert "This has been done." in worker.get(gone["href"]).words
    record.is_sound()


def test_what_somebody_gave_an_owner_stays_when_the_fifty_points_say_something_else(
    worker, supported
):
    def say(what):
        latest = checklists_in(supported.entries())[-1]
        body = {"parts": {"it": {"value": "no", "words": None}}, "needs": {"what": what}}
        about = (checklist.answer, supported.case_id, latest, {10: body})
        supported.carry_out("support_worker", *about)

    talked(supported, p10=({"it": ("no", None)}, {"what": "Open a bank account"}))
    pressed(worker, plan(worker, supported), "Open a bank", "Change", "Save the change",
            who="young_person", due=["3", "9", "2026"], mark="none")  # fmt: skip
    ours = ["Open a bank account", "You", "By 3 September 2026"]
    assert ours in items(plan(worker, supported))
    say("Ask the bank in Edgware")
    page = plan(worker, supported)
    assert [item[:3] for item in items(page) if item[0] == ours[0]] == [ours]
    assert ["Ask the bank in Edgware", "Nobody yet"] in [item[:2] for item in items(page)]
    note = "The fifty points say something else now: “Ask the bank in Edgware”"
    (item,) = [each for each in item_tags(page) if ours[0] in each.text]
    assert note in line(item.select_one(".app-not-printed"))
    assert note in worker.get(item.a["href"]).words
    assert "Open a bank account" in worker.get(supported.address).words
    say("")
    pressed(worker, plan(worker, supported), ours[0], "Change", "Save the change")
    page = plan(worker, supported)
    assert ours in items(page)
    assert "The fifty points" not in page.words, "somebody decided that it stays"


def test_two_who_change_the_same_action_lose_nothing(browse, worker, supported):
    add(worker, supported)
    page = plan(worker, supported)
    (item,) = [each for each in item_tags(page) if "See a flat" in each.text]
    address, social_worker = item.a["href"], browse("social_worker")
    mine, theirs = worker.get(address), social_worker.get(address)
    add(social_worker, supported, words="Something else")  # which refuses nobody
    social_worker.submit(theirs, "Save the change", words="See two flats")
    refused = worker.submit(mine, "Save the change", 409, words="See the flat at noon")
    assert refused.typed("Save the change")["words"] == ["See the flat at noon"]
    assert "See two flats" in plan(worker, supported).words


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"words": ""}, "words", "Enter what will happen"),
        ({"words": "x" * 501}, "words", "What will happen must be 500 characters or fewer"),
        ({"who": None}, "who", "Select who does it"),
        ({"who": "worker"}, "worker", "Select the person who does it"),
        ({"who": "worker", "worker": "nobody-known"}, "worker", "Select the person who does it"),
        ({"somebody": ""}, "somebody", "Enter who does it"),
        ({"due": ["27", "8", "2026"]}, "due", "The day must be today or in the future"),
        ({"due": ["31", "2", "2027"]}, "due", "The day must be a real date"),
        ({"source": "checklist"}, "source", "Select where it is from"),
        ({"mark": None}, "mark", "Select whether it is a step of another plan"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_what_was_typed_stays(
    worker, supported, record, wrong, field, says
):
    before = record.entries()
    page = add(worker, supported, 400, **wrong)
    assert page.error_beside(field) == says
    typed = {name: value if isinstance(value, list) else [value] for name, value in FLAT.items()}
    left = {name: value for name, value in typed.items() if name not in wrong}
    assert page.typed(ADD).items() >= left.items()
    assert record.entries() == before


def test_what_they_think_is_in_their_words_or_says_why_they_were_not_asked(worker, supported):
    url, button = f"{supported.address}/plan/their-view", "Save what they think"
    assert "We have not asked you yet. Tell us what you think." in plan(worker, supported).words
    for answers, field, says in (
        ({}, "agrees", "Select what they think of the plan"),
        ({"agrees": "no"}, "words", "Enter what they say, in their own words"),
        ({"agrees": "not_asked"}, "why_not_asked", "Enter why they were not asked"),
        (
            {"agrees": "not_asked", "why_not_asked": "Asleep", "words": "Fine"},
            "words",
            "Take out what they say, or select what they think of the plan",
        ),
    ):
        page = worker.submit(worker.get(url), button, 400, **answers)
        assert page.error_beside(field) == says
    asleep = {"agrees": "not_asked", "why_not_asked": "They were asleep"}
    worker.submit(worker.get(url), button, **asleep)
    assert "We have not asked you yet. Why: They were asleep" in plan(worker, supported).words
    assert "They were not asked what they think of it: They were asleep" in (
        worker.get(supported.address).words
    )
    worker.submit(worker.get(url), button, agrees="no", words="Nobody asked me about college.")
    said = plan(worker, supported).part("What you think of it")
    assert said.startswith("You said you do not agree with this plan. In your words: Nobody asked")
    worker.submit(worker.get(url), button, **asleep)
    assert plan(worker, supported).part("What you think of it") == said


def test_the_plan_as_given_is_on_record_and_says_when_it_says_something_else(
    browse, worker, supported, record, clock
):
    add(worker, supported)
    url = f"{supported.address}/plan/given"
    page = worker.submit(worker.get(url), "Save that they have it", 400)
    assert page.error_beside("how") == "Select how they have it"
    worker.submit(worker.get(url), "Save that they have it", how="paper", language="en")
    again = "It says something else now than what they were given: give it to them again."
    clock.set("2026-09-03 10:00")
    worker = browse("support_worker")
    page = plan(worker, supported)
    assert "Given to them on Friday 28 August : on paper, in English" in page.words
    assert again not in page.words, "a day that passes does not change what it says"
    add(worker, supported, words="Ring Housing", due=["", "", ""])
    assert again in plan(worker, supported).words


def test_what_they_were_given_can_be_read_again_as_it_was(browse, worker, supported, record, clock):
    add(worker, supported, words="See <b>two</b> flats\nwith my aunt")
    url = f"{supported.address}/plan/their-view"
    worker.submit(worker.get(url), "Save what they think", agrees="no", words="Why\nso soon?")
    before = plan(worker, supported)
    given = f"{supported.address}/plan/given"
    worker.submit(worker.get(given), "Save that they have it", how="paper", language="en")
    pressed(worker, before, "See", "Take out", "Take it out", why="They saw one")
    clock.set("2026-09-03 10:00")
    page = plan(browse("support_worker"), supported)
    (link,) = [a["href"] for a in page.soup.select("a") if line(a).startswith("Given to them")]
    then = browse("support_worker").get(link)
    said = then.soup.select_one(".app-plan-sheet")
    for links in before.soup.select(".app-plan-sheet .app-not-printed"):
        links.decompose()
    was = before.soup.select_one(".app-plan-sheet").get_text()
    on_paper = said.get_text().replace("Sam Kowalska", "", 1)
    assert "".join(on_paper.split()) == "".join(was.replace("Sam Kowalska", "", 1).split())
    assert "See <b>two</b> flats\nwith my aunt" in said.get_text()
    assert "Why\nso soon?" in said.blockquote.get_text()
    assert [line(each) for each in said.select("h4")][0] == "What others do for you"
    assert "Sam Kowalska" not in then.soup.title.text + then.url
    browse("support_worker").get(link[:-12] + "0" * 12, 404)
    with record.database() as db:
        about = {"reason": "Asked.", "recorded_at": clock(), "command_id": new_id()}
        erase_body(db, link.split("/")[-1], author=supported.author("support_worker"), **about)
    then = browse("support_worker").get(link)
    assert "What it said was erased by law." in then.words
    assert "flats" not in then.words
    assert "Given to them on" in plan(browse("support_worker"), supported).words


def test_if_the_place_falls_through_and_turning_18_are_as_they_were_talked_about(
    browse, worker, supported, clock
):
    page = plan(worker, supported)
    assert "We have not talked about this with you yet." in page.part("If your place falls through")
    eighteen = page.part("When you turn 18")
    for said in (
        "You turn 18 on 15 January 2027.",
        "This is the time to plan where you will live, who pays, and who is there for you.",
        "Your bed does not end just because you turn 18. A person has to decide what comes next.",
        "We do not know yet if you can stay where you live now.",
        "We do not know yet if Housing has been asked what there is for you.",
        "You can come into care up to 14 January 2027.",
    ):
        assert said in eighteen
    talked(
        supported,
        p20=({"stay": ("no", None), "otherwise": ("said", "Ask for the list")}, {}),
        p21=({"it": ("yes", None)}, {}),
        p22=({"instead": ("said", "Nan's, and ring Suki")}, {}),
    )
    page = plan(worker, supported)
    assert "Nan's, and ring Suki" in page.part("If your place falls through")
    eighteen = page.part("When you turn 18")
    assert "You may not be able to stay where you live now." in eighteen
    assert "The plan is: Ask for the list" in eighteen
    assert "Housing has been asked what there is for you." in eighteen
    for number in ("999", "020 8359 2000", "0808 800 4444"):
        assert number in page.part("People and numbers")
    clock.set("2027-01-15 10:00")
    eighteen = plan(browse("support_worker"), supported).part("When you turn 18")
    assert "You turned 18 on 15 January 2027." in eighteen
    assert "You can come into care" not in eighteen
    assert "Your bed does not end" in eighteen


def test_the_pdf_is_tagged_says_what_the_page_says_and_fetches_nothing(worker, supported, caplog):
    add(worker, supported, words='<img src="http://127.0.0.1:1/x"> & <b>Zoë</b> sees a flat')
    page = plan(worker, supported)
    (link,) = [a["href"] for a in page.soup.select("a") if line(a) == "The plan as a PDF"]
    found = worker.get(link)
    assert found.headers["Cache-Control"] == "no-store"
    assert found.headers["Content-Disposition"] == 'attachment; filename="your-plan.pdf"'
    drawn, kinds, words = read_tagged(found.body)
    assert drawn.trailer["/Root"]["/Lang"] == "en"
    assert kinds.count("/H1") == 1
    assert {"/H2", "/H3", "/L", "/LI", "/P"} <= set(kinds)
    assert drawn.metadata.title == "Your plan"
    assert "Sam Kowalska" in words
    assert '<img src="http://127.0.0.1:1/x"> & <b>Zoë</b> sees a flat' in words
    for heading in page.soup.select(".app-plan-sheet h2"):
        assert line(heading) in words
    assert "Change" not in words
    assert worker.get(link).body == found.body, "the same plan is the same file"
    gc.collect()
    assert not [each for each in caplog.records if each.levelname in ("WARNING", "ERROR")]


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/x", "file:///etc/hostname", "ftp://x/"])
def test_nothing_is_fetched_for_a_pdf(caplog, address):
    drawn = pdf.pdf(f'<!doctype html><html lang="en"><title>T</title><img alt="x" src="{address}">')
    assert drawn.startswith(b"%PDF")
    (complaint,) = [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
    assert "Only what stands in the page itself is drawn." in complaint


def test_without_what_it_is_drawn_with_the_page_says_so_and_everything_else_works(
    worker, supported, monkeypatch
):
    add(worker, supported)
    monkeypatch.setattr(pdf, "LIBRARIES", ("libnothing-of-the-kind.so.9",))
    pdf.can_draw.cache_clear()
    try:
        page = plan(worker, supported)
        refused = worker.get(f"{supported.address}/plan/plan.pdf", 503)
    finally:
        monkeypatch.undo()
        pdf.can_draw.cache_clear()
    says = "A PDF cannot be made on this machine"
    assert says in page.words
    assert says in refused.words
    assert "The plan as a PDF" not in page.words
    assert flat(page)[1] == "Aunt Ada"


def test_the_calendar_has_the_dates_and_nothing_to_tell_who_it_is(browse, worker, supported, clock):
    add(worker, supported)
    add(worker, supported, words="Pick a colour", due=["", "", ""])
    page = plan(worker, supported)
    (link,) = [
        a["href"] for a in page.soup.select("a") if line(a) == "The dates for their calendar"
    ]
    found = worker.get(link)
    assert found.headers["Cache-Control"] == "no-store"
    assert found.headers["Content-Disposition"] == 'attachment; filename="dates.ics"'
    calendar = Calendar.from_ical(found.body)
    (flat,) = [e for e in calendar.events if str(e["description"]) == "See a flat"]
    assert [str(flat.start), str(flat.end)] == ["2026-09-01", "2026-09-02"]
    assert {str(event["summary"]) for event in calendar.events} == {
        "Front Door: a date in your plan"
    }
    assert "Pick a colour" not in found.text
    for told in (
        "Sam",
        "Kowalska",
        "Aunt Ada",
        urlsplit(page.url).path.split("/")[2],
        "2027-01-15",
    ):
        assert told not in found.text
    clock.set("2026-09-01 23:59")
    again = Calendar.from_ical(browse("support_worker").get(link).body)
    assert str(flat["uid"]) in {str(event["uid"]) for event in again.events}
    clock.set("2026-09-02 00:00")
    after = Calendar.from_ical(browse("support_worker").get(link).body)
    assert str(flat["uid"]) not in {str(event["uid"]) for event in after.events}


def test_in_another_language_what_it_lacks_is_english_and_marked_so(
    worker, supported, tmp_path, monkeypatch
):
    folder = tmp_path / "texts" / "qx"
    folder.mkdir(parents=True)
    (folder / "language.toml").write_text('name = "Xqish"\ndirection = "rtl"')
    (folder / "plan.toml").write_text('title = "Nalp ruoy"\n[next]\nby = "Yb {day}"')
    monkeypatch.setenv(texts.VARIABLE, str(tmp_path / "texts"))
    add(worker, supported)
    page = plan(worker, supported)
    (link,) = [a for a in page.soup.select("nav a") if line(a) == "Xqish"]
    assert (link["lang"], link["dir"]) == ("qx", "rtl")
    theirs = worker.get(link["href"])
    around = theirs.soup.select_one(".app-plan-sheet")
    assert (around["lang"], around["dir"], theirs.heading) == ("qx", "rtl", "Nalp ruoy")
    assert ["See a flat", "Aunt Ada", "Yb 01/09/2026", "Personal housing plan step"] in items(
        theirs
    )
    (heading,) = [h for h in theirs.soup.select("h2") if line(h) == "What happens next"]
    assert (heading.span["lang"], heading.span["dir"]) == ("en", "ltr")
    assert "Some of this is in English." in theirs.words
    drawn, _, _ = read_tagged(worker.get(f"{supported.address}/plan/plan.pdf?language=qx").body)
    assert drawn.trailer["/Root"]["/Lang"] == "qx"
    worker.get(f"{supported.address}/plan?language=zz", 404)
    worker.get(f"{supported.address}/plan/plan.pdf?language=../en", 404)


def test_the_plan_is_there_also_where_the_rules_cannot_be_run(worker, supported, monkeypatch):
    def fail(self):
        raise BeyondHorizon("the day")

    add(worker, supported)
    monkeypatch.setattr(Found, "advice", property(fail))
    page = plan(worker, supported)
    assert flat(page)[1] == "Aunt Ada"
    assert "Your bed does not end" in page.words
    assert "You turn 18 on" not in page.words


BED_TONIGHT = "We find you a safe bed for tonight, with help there."
SETTLING_IN = "Somebody goes with you to your new place and helps you settle in."


def test_a_bed_that_stands_is_not_said_to_be_still_to_come(browse, worker, supported, monkeypatch):
    words = plan(worker, supported).words
    assert BED_TONIGHT not in words, "they sleep there since Tuesday"
    assert SETTLING_IN not in words
    assert "This is called an assessment." in words
    case = browse(OFFICER).get(f"/cases/{supported.case_id}").words
    assert "Make sure they have somewhere safe to sleep" in case, "until a person says it is done"
    dates = worker.get(f"{supported.address}/plan/dates.ics").text
    assert "safe bed" not in dates
    supported.record("social_worker", "bed_confirmed", BED | {"since": supported.now.isoformat()})
    words = plan(worker, supported).words
    assert BED_TONIGHT not in words
    assert SETTLING_IN in words, "they move in today"

    def fail(self):
        raise BeyondHorizon("the day")

    with monkeypatch.context() as broken:
        broken.setattr(Found, "advice", property(fail))
        assert BED_TONIGHT in plan(worker, supported).words
    gone = {"said_by": "Suki", "done": [], "done_words": "", "words": "", "police_reference": ""}
    facts = {"left_or_missing": "yes", "returned_after_missing": "not_known"}
    supported.record("support_worker", "young_person_left", gone | {"facts": facts})
    assert BED_TONIGHT in plan(worker, supported).words, "nobody knows where they sleep tonight"


def test_texts_that_cannot_be_read_keep_the_service_from_starting(tmp_path, monkeypatch):
    (tmp_path / "qx").mkdir()
    (tmp_path / "qx" / "language.toml").write_text("name = ")
    monkeypatch.setenv(texts.VARIABLE, str(tmp_path))
    with pytest.raises(SystemExit, match=r"language\.toml"):
        create_app(DATABASE="", SECRET_KEY="only for tests")
