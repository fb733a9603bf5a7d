"""Every field of every form, posted in every wrong way: refused calmly, and nothing half done."""

from urllib.parse import quote_plus

import pytest

from store.ids import new_id
from tests.web.browser import Browser
from tests.web.conftest import OFFICER, PASSWORD, email_of
from tests.web.journey import BED, NOWHERE, START, came, decided, deciding, page_of

FORM = "application/x-www-form-urlencoded"
HUGE = "x" * 100_000

# What is posted instead of one field's value, as it goes over the wire.
WRONG = {
    "left out": (),
    "empty": ("",),
    "said twice": ("{value}", "{value}"),
    "said a hundred times": ("{value}",) * 100,
    "100 kB": (HUGE,),
    "NUL": ("%00",),
    "NUL inside": ("a%00b",),
    "a lone surrogate": ("%ED%A0%80",),
    "not UTF-8": ("%FF%FE",),
    "half a character": ("%F0%9F",),
    "bad percents": ("%ZZ%1",),
    "control characters": ("%1B%5B31m%07%08",),
    "right to left": ("%E2%80%AEevil",),
    "markup": ("%3C/textarea%3E%3Cscript%3Ealert(1)%3C/script%3E%22%27%3E",),
    "a template": ("%7B%7B7*7%7D%7D%7B%25",),
    "an unknown option": ("no_such_option",),
    "a number": ("-1",),
    "a huge number": ("9" * 400,),
    "other digits": ("%D9%A1%D9%A2",),
    "a list": ("[%22a%22]",),
    "SQL": ("%27;drop table journal;--",),
}


class Target:
    """One form, ready to be filled in: where it is, and what a good post of it holds."""

    def __init__(self, browser, page, button="", **answers):
        self.browser = browser
        self.url = page.form(button).get("action") or page.url
        data = page.filled(button)
        for name, value in answers.items():
            data.setlist(name, value if isinstance(value, list) else [value])
        self.names = page.names(button)
        self.pairs = [(name, value) for name, values in data.lists() for value in values]

    def body(self, wrong_name=None, wrong=()):
        pairs = [(n, quote_plus(v)) for n, v in self.pairs if n != wrong_name]
        value = next((quote_plus(v) for n, v in self.pairs if n == wrong_name), "yes")
        pairs += [(wrong_name, each.replace("{value}", value)) for each in wrong]
        return "&".join(f"{quote_plus(name)}={value}" for name, value in pairs)

    def post(self, body, content_type=FORM):
        return self.browser.post(self.url, body, content_type=content_type)


@pytest.fixture
def forms(app, browse):
    """Every form there is → a function that opens it anew."""
    officer, mash = browse(OFFICER), browse("mash_manager")
    case = {}

    def case_page():
        if "url" not in case:
            case["url"] = decided(officer, came(officer, **NOWHERE)).url
        return case["url"]

    def questions():
        return officer.get(page_of(came(officer, where="homeless"), "questions"))

    def contact():
        decided(officer, came(officer, **NOWHERE))
        url = mash.get("/contacts").soup.main.find_all("a")[-1]["href"]
        return mash.get(url)

    def sign_in():
        browser = Browser(app)
        page = browser.get("/sign-in")
        return Target(browser, page, email=email_of(OFFICER), password=PASSWORD)

    def sign_out():
        browser = browse(OFFICER)
        page = browser.get("/")
        page.soup.main.append(page.soup.find("form"))  # it stands in the navigation
        return Target(browser, page, "Sign out")

    whole = {**NOWHERE, "asked": "today", "asked_at": "09:00", "family": "agrees"}
    bed = {"bed-where": "foster", "bed-confirmed_by": "Ann", "bed-high_level_support": "yes"}
    call = {"edt-spoken_to": "Bo", "edt-rung_at": "16:40", "edt-accepted": "yes"}
    departing = BED | {"decision": "something_else", "departure_reason": "safety"}
    return {
        "sign_in.sign_in": sign_in,
        "sign_in.sign_out": sign_out,
        "card.start": lambda: Target(officer, officer.get(START), **whole),
        "card.change": lambda: Target(officer, questions(), **whole),
        "decision.decide": lambda: Target(
            officer,
            deciding(officer, came(officer, **NOWHERE)),
            **departing,
            departure_words="Because",
            name="Sam",
        ),
        "cases.done": lambda: Target(officer, officer.get(case_page()), "Done"),
        "hand_over.bed": lambda: Target(
            officer, officer.get(f"{case_page()}/hand-over"), "Save the bed", **bed
        ),
        "hand_over.rung": lambda: Target(
            officer, officer.get(f"{case_page()}/hand-over"), "Save the call", **call
        ),
        "hand_over.acknowledge": lambda: Target(mash, contact(), "I have it"),
    }


FORMS = (
    "sign_in.sign_in",
    "sign_in.sign_out",
    "card.start",
    "card.change",
    "decision.decide",
    "cases.done",
    "hand_over.bed",
    "hand_over.rung",
    "hand_over.acknowledge",
)


def test_every_form_there_is_is_tried(app):
    posting = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in rule.methods}
    assert posting == set(FORMS)


@pytest.mark.parametrize("endpoint", FORMS)
def test_a_form_filled_in_well_is_taken(forms, endpoint, record):
    target = forms[endpoint]()
    assert target.post(target.body()).status == 302
    record.holds()


@pytest.mark.parametrize("endpoint", FORMS)
def test_each_field_of_each_form_wrong_in_each_way_is_refused_or_was_fine(forms, endpoint, record):
    target = forms[endpoint]()
    for name in target.names:
        for way, wrong in WRONG.items():
            page = target.post(target.body(name, wrong))
            if page.status == 302:
                assert name not in ("csrf_token", "command_id", "seq") or way.startswith("said"), (
                    name,
                    way,
                )
                target = forms[endpoint]()
            else:
                assert 400 <= page.status < 500, (name, way, page.status)
                assert page.heading
                assert "<script>alert" not in page.text, (name, way)
    record.holds()


@pytest.mark.parametrize("endpoint", FORMS)
def test_a_body_that_is_no_form_at_all_is_refused(forms, endpoint, record):
    target = forms[endpoint]()
    before = record.entries()
    parts = "".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"; filename="f.txt"\r\n\r\n{value}\r\n'
        for name, value in target.pairs
    )
    many = "".join(
        f'--b\r\nContent-Disposition: form-data; name="n{n}"\r\n\r\nx\r\n' for n in range(300)
    )
    good = target.body()
    for content_type, body, status in (
        ("application/json", '{"csrf_token": ["a"], "where": {"a": 1}}', None),
        ("application/json", "{", None),
        ("text/plain", good, None),
        ("", good, None),
        ("multipart/form-data", good, None),
        ("multipart/form-data; boundary=", good, None),
        ("multipart/form-data; boundary=b", parts + "--b--\r\n", None),
        ("multipart/form-data; boundary=b", parts, None),
        ("multipart/form-data; boundary=b", many + "--b--\r\n", 413),
        ("multipart/form-data; boundary=b", "--b\r\nno headers\r\n\r\n", None),
        (f"{FORM}; charset=utf-16", "%00c%00s", None),
        (FORM, "", None),
        (FORM, "&&&===&", None),
        (FORM, "&".join(f"n{n}=1" for n in range(5000)), None),
        (FORM, good + "&x=" + "y" * 300_000, 413),
    ):
        page = target.post(body, content_type)
        assert 400 <= page.status < 500, content_type
        assert status is None or page.status == status, (content_type, page.status)
        assert page.heading
    assert record.entries() == before


@pytest.mark.parametrize("endpoint", FORMS)
def test_fields_nobody_asked_for_change_nothing(forms, endpoint, record):
    target = forms[endpoint]()
    extra = "&role=administrator&id=1&human_id=x&recorded_at=2001-01-01&state=decided&_method=PUT"
    assert target.post(target.body() + extra).status == 302
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
