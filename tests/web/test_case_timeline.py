"""What happened: who or what did it, when it happened and was recorded, and what was said."""

import ast
import importlib
from pathlib import Path
from types import ModuleType

import pytest

from store import journal, stream_names
from store.entry import ERASED
from store.ids import new_id
from tests.web.browser import line
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, came, decided, page_of
from tests.web.once import taken_once
from views.case_kinds import KINDS

ROOT = Path(__file__).parents[2]


@taken_once
def card(officer):
    return came(officer, **NOWHERE)


@taken_once
def case(officer, card):
    return decided(officer, card, name="Sam")


def happened(browser, case):
    """Every event, the latest first, as it reads."""
    page = browser.get(case.url)
    return [line(item) for item in page.soup.select("#happened ~ * .moj-timeline__item")] or [
        line(item) for item in page.soup.select(".moj-timeline__item")
    ]


def test_who_did_it_in_which_role_and_what_the_system_did(officer, case):
    events = happened(officer, case)
    assert "Decision made by Worker housing_needs_officer, Housing Needs Officer" in " ".join(
        events
    )
    assert [event for event in events if event.startswith("Advice given by the system")]
    made = next(event for event in events if event.startswith("Put on the list of what to do"))
    assert " tasks by the system" in made
    assert "Make sure first of all that they are safe." in made


def test_what_was_said_stands_with_each_event(officer, case):
    events = " ".join(happened(officer, case))
    for words in (
        "Where can they stay? Nowhere safe tonight",
        "What is their date of birth? 15 January 2009",
        "make sure they are safe (3-a)",
        "contact their family (a44)",
        "Find a bed for tonight and refer to MASH now Why: Put out by a parent.",
        "Sent to MASH by Worker housing_needs_officer, Housing Needs Officer",
        "Referral to MASH as homeless or about to be",
    ):
        assert words in events


def test_both_times_are_said_where_they_differ(officer, case, clock):
    clock.set("2026-08-28 17:40")
    call = {"edt-spoken_to": "Erin", "edt-rung_at": "17:05", "edt-accepted": "yes"}
    officer.submit(officer.get(f"{case.url}/hand-over"), "Save the call", **call)

    events = happened(officer, case)

    told = next(event for event in events if event.startswith("Emergency Duty Team rung"))
    assert "Happened today at 5:05pm, recorded today at 5:40pm Erin. They accepted." in told
    opened = next(event for event in events if event.startswith("Case opened"))
    assert opened.endswith("Recorded today at 4:50pm")


def append(record, case, clock, kind, body, **more):
    with record.database() as db:
        author = record.entries("decision_made")[-1].author
        with journal.command(db, new_id(), author=author, recorded_at=clock()) as c:
            return c.append(stream_names.case(case.url.split("/")[2]), kind, body, **more)


def test_a_time_nobody_knows_is_said(officer, case, record, clock):
    append(record, case, clock, "case_unrestricted", {"reason": "Known."}, precision="unknown")
    assert (
        "It is not known when this happened. Recorded today at 4:50pm Known."
        in (happened(officer, case)[0])
    )


def test_what_has_no_words_yet_is_shown_all_the_same(officer, case, record, clock):
    append(record, case, clock, "something_from_later", {"anything": 1})
    assert happened(officer, case)[0].startswith("Something from later by Worker")


def test_what_was_erased_by_law_leaves_its_place(officer, card, case, record, clock):
    answer(officer, card, "what-happened", what_happened="I slept on the bus.")
    said = record.entries("answers_given")[-1]
    with record.database() as db:
        journal.erase_body(
            db,
            said.id,
            author=said.author,
            reason="Retention",
            recorded_at=clock(),
            command_id=new_id(),
        )

    page = officer.get(case.url)

    assert "I slept on the bus" not in page.text
    assert "What was said here was erased by law." in happened(officer, case)[1]
    assert "Erased by law" in happened(officer, case)[0]
    assert "Retention" in happened(officer, case)[0]


@pytest.mark.parametrize(
    "kind",
    ["presentation_started", "answers_given", "advice_given", "decision_made", "handed_over"],
)
def test_the_page_is_there_whatever_was_erased(officer, case, record, clock, kind):
    entry = record.entries(kind)[0]
    with record.database() as db:
        journal.erase_body(
            db,
            entry.id,
            author=entry.author,
            reason="Retention",
            recorded_at=clock(),
            command_id=new_id(),
        )
    page = officer.get(case.url)
    assert page.heading == "Sam"
    assert "erased by law" in page.part("What happened")


def test_a_name_erased_by_law_leaves_the_case_usable(officer, case, record, clock):
    entry = record.entries("person_recorded")[0]
    with record.database() as db:
        journal.erase_body(
            db,
            entry.id,
            author=entry.author,
            reason="Retention",
            recorded_at=clock(),
            command_id=new_id(),
        )
    assert officer.get(case.url).heading == "Name erased by law"
    assert officer.get(f"{case.url}/support").heading == "Support for Name erased by law"
    assert "Name erased by law" in officer.get("/").words


def test_a_long_story_does_not_stand_in_the_way(officer, card, case):
    for number in range(15):
        answer(officer, card, "what-happened", what_happened=f"Part {number}")
    page = officer.get(case.url)
    at_once = page.soup.find(id="happened").find_next_sibling("div", class_="moj-timeline")
    assert len(at_once.select(".moj-timeline__item")) == 12
    assert "Part 14" in line(at_once)
    before = at_once.find_next_sibling("details")
    assert "What happened before that (" in line(before.summary)
    assert "Part 1 " in line(before)
    assert "A young person came" in line(before)


def test_a_case_of_many_months_is_read_out_from_the_first_day_for_whoever_asks(
    officer, case, record, clock, monkeypatch
):
    first = "A young person came"
    assert "Everything that happened" not in officer.get(case.url).words
    monkeypatch.setattr("views.cases.LATEST", 10)
    page = officer.get(case.url)
    assert first not in page.part("What happened")
    link = page.soup.find("a", string="Everything that happened, from the first day")

    everything = officer.get(link["href"].partition("#")[0])

    assert first in everything.part("What happened")
    assert "Everything that happened" not in everything.words
    assert everything.heading == page.heading


def test_a_set_aside_answer_and_a_removed_relative_have_words(officer, browse, card, case):
    page = officer.get(page_of(card, "first-contact/what-they-want"))
    other = browse("other_officer")
    answer(other, card, "what-they-want", what_they_want="A room.")
    officer.submit(page, what_they_want="A flat.", status=409)
    listed = officer.get(page_of(card, "first-contact/relatives"))
    relative = new_id()
    form = officer.get(f"{listed.url}/{relative}")
    officer.submit(form, name="Aunt Jo", relationship="Aunt")
    officer.submit(officer.get(f"{listed.url}/{relative}/remove"), reason="Entered twice")

    events = " ".join(happened(officer, case))

    assert "Answers kept beside somebody else's, which count by Worker housing" in events
    assert "What do they want to happen? A flat." in events
    assert "One of a list saved" in events
    assert "Relative who might help Aunt Jo" in events
    assert "One taken off a list" in events
    assert "Why: Entered twice" in events


# Every kind that the code can append to a case has words.

FOLDERS = ("store", "views", "cli")
OTHER_STREAMS = ("person", "contact", "account", "COUNCIL")
OF_CONTACTS = ("store.mash.", "views.mash.")
"""What stands here appends to contacts, unless it says that a stream is a case's."""
NO_CASE = {
    "store.journal",  # hands on what it is given, and erases
    "views.reading",  # who read what, in the stream of whoever reads
}


def calls():
    """Every call in the code: the module, the functions it stands in, and the call."""
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if module not in NO_CASE:
            yield from calls_in(ast.parse(path.read_text()), module, ())


def calls_in(node, module, inside):
    if isinstance(node, ast.FunctionDef):
        inside = (*inside, node)
    if isinstance(node, ast.Call):
        yield module, inside, node
    for child in ast.iter_child_nodes(node):
        yield from calls_in(child, module, inside)


def name_of(node):
    return getattr(node, "attr", getattr(node, "id", ""))


def names_in(module):
    return vars(importlib.import_module(module))


def function_called(module, called):
    """The function of ours that is called: its module and its name. Nothing for a method."""
    if isinstance(called, ast.Attribute):
        home = names_in(module).get(name_of(called.value))
        found = getattr(home, called.attr, None) if isinstance(home, ModuleType) else None
    else:
        found = names_in(module).get(name_of(called))
    return getattr(found, "__module__", None), getattr(found, "__name__", None)


def appended():
    """What is passed as the kind of an entry, except where the call says that it is no case's."""
    for module, inside, call in CALLS:
        if name_of(call.func) == "append" and len(call.args) == 3:  # a list takes one
            stream = call.args[0]
            named = stream.func if isinstance(stream, ast.Call) else stream
            about_contacts = module.startswith(OF_CONTACTS) and name_of(named) != "case"
            if name_of(named) not in OTHER_STREAMS and not about_contacts:
                yield module, inside, call.args[1]


def kinds(module, inside, kind, seen=frozenset()):
    """Every kind an expression can stand for: a literal, a constant, or what callers pass."""
    known = names_in(module)
    if isinstance(kind, ast.Constant):
        return {kind.value}
    if isinstance(kind, ast.Subscript):
        return set(known[kind.value.id].values())
    if isinstance(kind, ast.Attribute):
        return {getattr(known[name_of(kind.value)], kind.attr)}
    assert isinstance(kind, ast.Name), f"{module}: teach this test {ast.dump(kind)}"
    if isinstance(known.get(kind.id), str):
        return {known[kind.id]}
    function = next(f for f in reversed(inside) if kind.id in [a.arg for a in f.args.args])
    place = [argument.arg for argument in function.args.args].index(kind.id)
    asked = (module, function.name, place)
    return {
        found
        for where, around, call in (() if asked in seen else CALLS)
        if function_called(where, call.func) == asked[:2] and len(call.args) > place
        for found in kinds(where, around, call.args[place], seen | {asked})
    }


CALLS = list(calls())


def all_kinds():
    found = {kind for one in appended() for kind in kinds(*one)} | {ERASED}
    assert {"task_done", "signature_declined", "record_set_aside", "bed_confirmed"} <= found
    return found


def test_every_kind_the_code_can_append_to_a_case_has_words():
    """Somebody who takes over at night reads what happened, not what the code calls it."""
    assert all_kinds() - set(KINDS) == set()


def test_no_words_are_kept_for_what_the_code_cannot_append():
    assert set(KINDS) - all_kinds() == {"case_unrestricted"}  # lifted by nobody yet
