"""Every field of every form, posted in every wrong way: refused calmly, and nothing half done."""

import pytest

from app import create_app
from store.ids import new_id
from tests.web.journey import START

FORM = "application/x-www-form-urlencoded"
HUGE = "x" * 100_000

# What is posted instead of one field's value, as it goes over the wire.
WRONG = {
    "left out": (),
    "empty": ("",),
    "said twice": ("{value}", "{value}"),
    "100 kB": (HUGE,),
    "NUL inside": ("a%00b",),
    "a lone surrogate": ("%ED%A0%80",),
    "half a character": ("%F0%9F",),
    "bad percents": ("%ZZ%1",),
    "control characters": ("%1B%5B31m%07%08",),
    "markup": ("%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E%22%27%3E",),
    "an unknown option": ("no_such_option",),
    "a huge number": ("9" * 400,),
    "other digits": ("%D9%A1%D9%A2",),
}


# Of these the pages that show them again are read strictly. Of all it would take minutes.
WRONG_TO_SHOW = {"NUL inside", "a lone surrogate", "control characters", "markup"}

# What a page itself carries is read in the same place for every form, and by nobody's hand.
CARRIED = ("csrf_token", "command_id", "seq", "ticket", "seen")
WRONG_TO_CARRY = {"left out", "empty", "said twice", "100 kB", "control characters"}

# A search is posted so that no name is in an address, and answers at once.
ANSWERS_AT_ONCE = {"people.find", "people.find_same"}

POSTING = sorted(
    rule.endpoint
    for rule in create_app(DATABASE="", SECRET_KEY="x").url_map.iter_rules()
    if "POST" in rule.methods
)


@pytest.fixture
def form(app, world, record, endpoint):
    """One form, and a way to undo what posting it did."""
    assert endpoint in world.forms, "no link leads to this form: put what it needs in world.py"
    world.restore(app)
    return world.forms[endpoint]


@pytest.mark.parametrize("endpoint", POSTING)
def test_each_field_of_each_form_wrong_in_each_way_is_refused_or_was_fine(
    app, world, form, record, endpoint
):
    for name in form.names:
        carried, accepted = name.rpartition("-")[2] in CARRIED, 0
        for way, wrong in WRONG.items():
            if carried and way not in WRONG_TO_CARRY:
                continue
            form.browser.reads_strictly = way in WRONG_TO_SHOW
            page = form.post(form.body(name, wrong))
            if page.status == 302:
                assert not name.endswith("csrf_token") or way == "said twice", (name, way)
                accepted += 1
                if accepted == 1:  # to look through the whole record each time would take minutes
                    record.holds()
                world.restore(app)
            elif page.status == 200:
                assert endpoint in ANSWERS_AT_ONCE, (name, way)
                assert not name.endswith("csrf_token") or way == "said twice", (name, way)
                assert "<script>alert" not in page.text, (name, way)
            else:
                assert 400 <= page.status < 500, (name, way, page.status)
                assert page.heading
                assert "<script>alert" not in page.text, (name, way)
    record.holds()


# A file that breaks off is closed by Python and not by the library that reads it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("endpoint", POSTING)
def test_a_body_that_is_no_form_at_all_is_refused(form, record):
    before, good = record.entries(), form.body()
    part = '--b\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n{}\r\n'
    files = "".join(part.format(name, '; filename="f.txt"', value) for name, value in form.pairs)
    many = "".join(part.format(f"n{number}", "", "x") for number in range(300))
    multipart = "multipart/form-data; boundary=b"
    for content_type, body, status in (
        ("application/json", '{"csrf_token": ["a"], "where": {"a": 1}}', None),
        ("application/json", "{", None),
        ("text/plain", good, None),
        ("", good, None),
        ("multipart/form-data", good, None),
        ("multipart/form-data; boundary=", good, None),
        (multipart, files + "--b--\r\n", None),
        (multipart, files, None),
        (multipart, many + "--b--\r\n", 413),
        (multipart, "--b\r\nno headers\r\n\r\n", None),
        (f"{FORM}; charset=utf-16", "%00c%00s", None),
        (FORM, "", None),
        (FORM, "&&&===&", None),
        (FORM, good + "&x=" + "y" * 300_000, 413),
    ):
        page = form.post(body, content_type)
        assert 400 <= page.status < 500, (content_type, page.status)
        assert status is None or page.status == status, (content_type, page.status)
        assert page.heading
    assert record.entries() == before


@pytest.mark.parametrize("endpoint", POSTING)
def test_fields_nobody_asked_for_change_nothing(form, record, endpoint):
    extra = "&role=administrator&id=1&human_id=x&recorded_at=2001-01-01&state=decided&_method=PUT"
    fine = (200,) if endpoint in ANSWERS_AT_ONCE else (302, 400, 409)
    assert form.post(form.body() + extra).status in fine
    assert not [entry for entry in record.entries() if entry.role == "administrator"]
    record.holds()


@pytest.mark.parametrize(
    "ticket",
    [
        "x",
        ".",
        "..",
        "a.b.c",
        "%00",
        "é",
        ".eJwB.AAAA",
        "e30.AAAA",
    ],
)
def test_a_ticket_that_was_made_up_is_refused(officer, record, ticket):
    page = officer.get(START)
    told = officer.submit(page, "Show", ticket=ticket, status=400)
    assert told.heading == "Something was missing from that page"
    assert record.entries() == []


def test_a_ticket_changed_in_any_place_is_refused(officer, record):
    """Nobody makes themselves come earlier than they did."""
    page = officer.get(START)
    ticket = page.filled()["ticket"]
    for place in range(0, len(ticket) - 1, 7):
        other = "A" if ticket[place] != "A" else "B"
        changed = ticket[:place] + other + ticket[place + 1 :]
        officer.submit(page, "Show", ticket=changed, status=400)
    assert record.entries() == []


def test_a_ticket_signed_for_something_else_is_refused(officer, record):
    page = officer.get(START)
    officer.submit(page, "Show", ticket=page.filled()["csrf_token"], status=400)
    assert record.entries() == []


def test_a_ticket_used_again_for_other_answers_never_overwrites(officer, record):
    page = officer.get(START)
    officer.submit(page, "Show", where="nowhere")
    officer.submit(page, "Show", where="settled", command_id=new_id(), status=409)
    assert record.facts()["needs_bed_tonight"] == "yes"
    assert len(record.entries("presentation_started")) == 1
    record.holds()


@pytest.mark.parametrize(
    "id", ["1", "x" * 36, "00000000-0000-0000-0000-00000000000g", "%00", "../"]
)
@pytest.mark.parametrize(
    "place",
    [
        "/young-person/{}/tonight",
        "/young-person/{}/decision",
        "/cases/{}",
        "/cases/{}/tasks/{}/done",
    ],
)
def test_an_address_that_names_nobody_is_not_found(officer, record, place, id):
    for page in (officer.get(place.format(id, id), None), officer.post(place.format(id, id))):
        assert page.status in (404, 405), page.status
    assert record.entries() == []


@pytest.mark.parametrize("query", ["?%00", "?a=%ED%A0%80", "?next=%FF", "?" + "a=b&" * 2000])
def test_what_stands_behind_the_address_breaks_no_page(officer, browse, query):
    for url in ("/", START):
        officer.get(url + query)
    browse().get("/sign-in" + query)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_are_refused(officer, method):
    for url in ("/", START, "/sign-in"):
        assert officer.client.open(url, method=method.upper()).status_code == 405
