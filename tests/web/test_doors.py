"""Every page, and who may open it."""

import pytest

from app import create_app
from protocol.people import ROLES
from store import contacts, tasks
from tests.web.browser import Browser
from tests.web.conftest import OFFICER, PASSWORD, email_of
from tests.web.journey import came, decided, id_of

MEETS_YOUNG_PEOPLE = {
    "housing_needs_officer",
    "housing_duty_manager",
    "housing_options_assessor",
    "emergency_duty_team_worker",
    "social_worker",
    "social_work_duty_manager",
}
READS_CASES = MEETS_YOUNG_PEOPLE | {
    "mash_social_worker",
    "mash_manager",
    "team_manager",
    "service_manager",
    "head_of_service",
    "auditor",
}
MASH = {"mash_social_worker", "mash_manager"}
ALL, ANYBODY = set(ROLES), set(ROLES) | {None}

# Every page and button there is → who may use it. None is somebody not signed in.
EXPECTED = {
    ("GET", "static"): ANYBODY,
    ("GET", "sign_in.sign_in"): ANYBODY,
    ("POST", "sign_in.sign_in"): ANYBODY,
    ("POST", "sign_in.sign_out"): ALL,
    ("GET", "home.home"): ALL,
    ("GET", "card.start"): MEETS_YOUNG_PEOPLE,
    ("POST", "card.start"): MEETS_YOUNG_PEOPLE,
    ("GET", "card.change"): MEETS_YOUNG_PEOPLE,
    ("POST", "card.change"): MEETS_YOUNG_PEOPLE,
    ("GET", "card.tonight"): MEETS_YOUNG_PEOPLE,
    ("GET", "card.why"): MEETS_YOUNG_PEOPLE,
    ("GET", "decision.decide"): MEETS_YOUNG_PEOPLE,
    ("POST", "decision.decide"): MEETS_YOUNG_PEOPLE,
    ("GET", "cases.case"): READS_CASES,
    ("POST", "cases.done"): MEETS_YOUNG_PEOPLE,
    ("GET", "hand_over.status"): MEETS_YOUNG_PEOPLE,
    ("POST", "hand_over.bed"): MEETS_YOUNG_PEOPLE,
    ("POST", "hand_over.rung"): MEETS_YOUNG_PEOPLE,
    ("GET", "hand_over.waiting"): MASH,
    ("GET", "hand_over.contact"): READS_CASES,
    ("POST", "hand_over.acknowledge"): MASH,
}


def doors(app):
    return {
        (method, rule.endpoint): rule
        for rule in app.url_map.iter_rules()
        for method in rule.methods & {"GET", "POST", "PUT", "PATCH", "DELETE"}
    }


@pytest.fixture
def address(app, officer, record):
    """Where a door is, with one young person waiting and one whose case is open."""
    waiting, case = came(officer), decided(officer, came(officer))
    case_id = case.url.split("/")[2]
    with record.database() as db:
        task = tasks.tasks_of(db, case_id)[0]
        (contact,) = contacts.contacts_of(db, case_id)

    def of(endpoint):
        id = id_of(waiting) if endpoint.startswith(("card.", "decision.")) else case_id
        values = {
            "hand_over.contact": {"id": contact.id},
            "hand_over.acknowledge": {"id": contact.id},
            "static": {"filename": "app/app.css"},
            "cases.done": {"id": id, "task_id": task.id},
        }
        found = app.url_map.bind("").build(
            endpoint,
            values.get(endpoint, {"id": id} if "id" in _arguments(app, endpoint) else {}),
        )
        return found.removeprefix("http://")

    return of


def _arguments(app, endpoint):
    return next(rule.arguments for rule in app.url_map.iter_rules(endpoint))


def test_every_page_is_in_the_table_of_who_may_open_it(app):
    assert set(doors(app)) == set(EXPECTED)


@pytest.mark.parametrize("role", [None, *ROLES])
def test_each_role_may_open_what_the_table_says_and_nothing_else(browse, address, record, role):
    before, browser = record.entries(), browse(role)
    for (method, endpoint), roles in EXPECTED.items():
        url = address(endpoint)
        page = browser.get(url, None) if method == "GET" else browser.post(url)
        if role in roles:
            # A button without its proof is not believed; that it may be pressed shows all the same.
            assert page.status in ((200,) if method == "GET" else (400, 409)), (method, endpoint)
        elif role is None:
            assert page.status == 302, (method, endpoint)
            assert page.location.startswith("/sign-in")
        else:
            assert page.status == 403, (method, endpoint)
            assert page.heading == "You cannot see this page"
        if method == "GET":
            with browser.client.head(url) as response:
                assert response.status_code == page.status
    assert record.entries() == before


def test_a_page_that_names_nobody_is_closed_to_everybody(app, clock):
    other = create_app(DATABASE=app.config["DATABASE"], SECRET_KEY="only for tests", CLOCK=clock)
    other.add_url_rule("/forgotten", "forgotten", lambda: "Everybody's secrets")
    assert Browser(other).get("/forgotten", status=302).location.startswith("/sign-in")
    for role in ROLES:
        browser = Browser(other)
        browser.sign_in(email_of(role), PASSWORD)
        assert "secrets" not in browser.get("/forgotten", status=403).text


def test_a_role_nobody_has_heard_of_opens_only_what_is_open_to_everybody(app, record, browse):
    with record.database() as db:
        db.execute("update accounts set role = 'invented' where role = 'auditor'")
        db.conn.commit()
    browser = browse("auditor")
    browser.get("/")
    browser.get("/young-person-here-now", status=403)


def test_home_offers_only_what_may_be_opened(browse, officer):
    came(officer)
    decided(officer, came(officer))
    for role in ROLES:
        browser = browse(role)
        for link in browser.get("/").soup.main.find_all("a"):
            browser.get(link["href"])


@pytest.mark.parametrize("proof", [None, "", "made-up", "another's", "expired key"])
def test_nothing_is_done_without_proof_that_the_button_was_on_a_page_of_ours(
    browse, address, officer, record, proof, app
):
    if proof == "another's":
        token = browse(OFFICER).get("/young-person-here-now").filled()["csrf_token"]
    else:
        token = {"expired key": "IjEi.Zz.x"}.get(proof, proof)
    mash = browse("mash_manager")
    entries, tables = record.entries(), record.tables()
    for method, endpoint in EXPECTED:
        if method == "GET" or endpoint == "sign_in.sign_in":
            continue
        url = address(endpoint)
        data = {"command_id": "0" * 36, "seq": "2", "csrf_token": token, "decision": "bed_and_mash"}
        data |= {"reason": "x", "told": "x"}
        if endpoint in ("card.start", "decision.decide"):
            shown = officer.get(url)
            data |= {n: shown.filled()[n] for n in ("seen", "ticket") if n in shown.filled()}
        if token is None:
            del data["csrf_token"]
        presser = mash if EXPECTED[method, endpoint] == MASH else officer
        presser.post(url, data, status=400)
    assert record.entries() == entries
    assert record.tables() == tables
    officer.get("/")  # still signed in


def test_nobody_is_signed_in_without_proof_that_they_used_our_page(app):
    browser = Browser(app)
    page = browser.post("/sign-in", {"email": email_of(OFFICER), "password": PASSWORD}, status=400)
    assert page.errors == ["This page was open for too long. Check it and save it again"]
    browser.get("/", status=302)


def test_a_page_left_open_over_a_sign_out_keeps_what_was_typed(browse):
    """Somebody else signed in at the same desk meanwhile; the form has the proof of before."""
    browser = browse(OFFICER)
    page = browser.get("/young-person-here-now")
    browser.sign_in(email_of("social_worker"), PASSWORD)
    again = browser.submit(page, where="nowhere", family="unsafe", status=400)
    assert again.errors == ["This page was open for too long. Check it and save it again"]
    assert again.typed() == {"where": ["nowhere"], "family": ["unsafe"]}
