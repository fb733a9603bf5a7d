"""A service with something in every place, and every form that can be found by following links."""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus, urlsplit

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from store.database import connect
from store.ids import new_id
from tests.web.browser import Browser, Page
from tests.web.duty_to_refer import pages_of_notices
from tests.web.first_contact import answer
from tests.web.journey import NOWHERE, START, came, decided, page_of
from tests.web.journey import answer as who
from tests.web.mash_council import pages_of_the_council
from tests.web.mash_rating import rated
from tests.web.mash_world import children_at_every_step, first_case
from tests.web.placing import CONFIRM, opened, proposed, reasons
from tests.web.receiving import HARM_FIRST, NEW, TOLD, child_of
from tests.web.receiving import SAVE as SAVE_CONTACT
from tests.web.support_world import nobody_talked_yet, pages_of_support

# Who looks for forms, in this order. None is somebody not signed in.
LOOKING = (
    None,
    "housing_needs_officer",
    "housing_duty_manager",
    "mash_manager",
    "service_manager",
    "head_of_service",
    "team_manager",
)
CARRIED = ("csrf_token", "command_id", "seq", "ticket", "seen", "use")
ANSWERS = {
    "asked": ["today"],
    "date_of_birth": ["15", "1", "2009"],
    "starts_on": ["1", "9", "2026"],
    "look_again_on": ["10", "9", "2026"],
    **{f"due_{number}": ["1", "9", "2026"] for number in (1, 2, 3, 4)},
    "email": ["housing_needs_officer@council.example"],
    "password": ["correct horse battery"],
}


@dataclass
class Found:
    """A form on a page, ready to be filled in well or wrongly."""

    browser: Browser
    page: Page
    form: object
    cookie: str

    @property
    def url(self):
        return self.form.get("action") or self.page.url

    @property
    def controls(self):
        found = self.form.find_all(["input", "textarea", "select"])
        return [control for control in found if control.get("name")]

    @property
    def names(self):
        return list(dict.fromkeys(control["name"] for control in self.controls))

    @property
    def pairs(self):
        """Name and value of a form filled in well, as far as that can be guessed."""
        return [(name, value) for name in self.names for value in self._values(name)]

    def _values(self, name):
        controls = [control for control in self.controls if control["name"] == name]
        short = name.rpartition("-")[2]
        if short in CARRIED or controls[0].get("type") == "hidden":
            return [controls[0].get("value", "")]
        if short in ANSWERS:
            return ANSWERS[short]
        if controls[0].get("type") in ("radio", "checkbox"):
            return [controls[0]["value"]]
        if controls[0].name == "select":
            return [controls[0].find_all("option")[1]["value"]]
        if len(controls) == 3:
            return ["27", "8", "2026"]
        if len(controls) == 4:
            return ["27", "8", "2026", "09:00"]
        return ["09:00"] if short.endswith("_at") else ["Ann"]

    def body(self, wrong_name=None, wrong=()):
        """The form as it goes over the wire; ``wrong`` stands instead of one field's values."""
        pairs = [(name, quote_plus(value)) for name, value in self.pairs if name != wrong_name]
        good = next((quote_plus(value) for name, value in self.pairs if name == wrong_name), "")
        pairs += [(wrong_name, each.replace("{value}", good)) for each in wrong]
        return "&".join(f"{quote_plus(name)}={value}" for name, value in pairs)

    def post(self, body, content_type="application/x-www-form-urlencoded"):
        self.browser.pages.clear()
        self.browser.client.set_cookie("front_door", self.cookie)  # also after a sign-out
        return self.browser.post(self.url, body, content_type=content_type)


@dataclass
class World:
    """``forms`` holds each form by the name of where it is posted to."""

    database: bytes
    forms: dict
    addresses: dict
    pages: list

    def restore(self, app):
        """Put everything back as it was."""
        path = Path(app.config["DATABASE"])
        path.write_bytes(self.database)
        for beside in ("-wal", "-shm"):
            path.with_name(path.name + beside).unlink(missing_ok=True)


def build(app, path, sign_in):
    """One young person waiting, one decided as advised, and one otherwise."""
    officer = sign_in("housing_needs_officer")
    came(officer, where="homeless")
    decided(officer, came(officer, **NOWHERE), name="Sam")
    card = came(officer, **NOWHERE)
    other = {"departure_reason": "safety", "departure_words": "Their uncle is there"}
    decided(officer, card, decision="something_else", **other)
    sam = decided(officer, came(officer, **NOWHERE), name="Sam")
    person = known_by_other_names(officer, sam)
    offers = something_said_about_section_20(officer, sam.url)
    carers = somebody_of_theirs(officer, came(officer, where="homeless"))
    custody = a_time_in_custody(officer)
    case = something_no_longer_asked_for(officer)
    disputed = decided(officer, came(officer, **NOWHERE)).url
    somebody_complains(officer, disputed)
    dispute = services_that_disagree(officer, disputed)
    night = sign_in("emergency_duty_team_worker")
    manager, worker = sign_in("housing_duty_manager"), sign_in("social_worker")
    beds = places_to_sleep(worker)
    mash = sign_in("mash_manager")
    unexplained, ready = rated_at_mash(mash)
    told = somebody_rings(officer, sign_in("mash_social_worker"), worker)
    browsers = [sign_in(person) for person in LOOKING]
    forms, addresses, pages = {}, {}, []
    for role, browser in zip(LOOKING, browsers, strict=True):
        first = "/" if role else "/sign-in"
        for page in pages_from(app, browser, first, START, carers, custody, offers, person):
            pages.append(page)
            addresses.setdefault(endpoint_of(app, page.url, "GET"), page.url)
            collect(app, browser, page, forms, addresses)
    # Later than what links lead to: of each kind of page only the first few are looked at.
    for url in pages_of_notices(officer, lambda: decided(officer, came(officer, **NOWHERE))):
        addresses.setdefault(endpoint_of(app, url, "GET"), url)
        collect(app, officer, officer.get(url), forms, addresses)
    there = ((officer, case), (night, f"{case}/hand-over"), (manager, dispute))
    for browser, url in (*there, *told):
        page = browser.get(url)
        addresses.setdefault(endpoint_of(app, url, "GET"), url)
        collect(app, browser, page, forms, addresses)
    for browser, url in (
        *((worker, url) for url in beds),
        (worker, f"{case}/legal-basis"),
        (mash, f"{unexplained}/suggestion"),
        (mash, f"{ready}/decision"),
        (manager, f"{beds[0].partition('/placements')[0]}/end-the-hold"),
    ):
        page = browser.get(url)
        pages.append(page)
        addresses.setdefault(endpoint_of(app, url, "GET"), url)
        collect(app, browser, page, forms, addresses)
    for browser, url in pages_of_the_council(path, sign_in):
        page = browser.get(url)
        addresses[endpoint_of(app, url, "GET")] = url
        collect(app, browser, page, forms, addresses)
    roles = ("mash_manager", "early_help_worker", "support_worker", "social_worker", "team_manager")
    receivers = {role: sign_in(role) for role in roles}
    for role, url in children_on_record(path, app.config["CLOCK"]()):
        browser = receivers[role]
        page = browser.get(url)
        addresses.setdefault(endpoint_of(app, url, "GET"), url)
        collect(app, browser, page, forms, addresses)
    supported, not_talked_to = (
        decided(officer, came(officer, **NOWHERE)).url.split("/")[2] for _ in range(2)
    )
    now = app.config["CLOCK"]()
    for role, url in (
        *pages_of_support(path, supported, now),
        *pages_of_support(path, not_talked_to, now, (nobody_talked_yet,)),
    ):
        browser = receivers[role]
        page = browser.get(url)
        addresses[endpoint_of(app, url, "GET")] = url
        collect(app, browser, page, forms, addresses)
    database = path.read_bytes()
    app.config["CLOCK"].forward(hours=1)  # past closing time
    collect(app, officer, officer.get(case), forms, addresses)
    app.config["CLOCK"].forward(hours=-1)
    return World(database, forms, addresses, pages)


def children_on_record(path, now):
    """Children in contacts that came from a case, so that it can be restricted: who may use which
    form about one of them, and where."""
    db = connect(path)
    with closing(db.conn):
        return children_at_every_step(db, first_case(db), now)


def collect(app, browser, page, forms, addresses):
    """The forms of a page, each by the name of where it is posted to."""
    for form in page.soup.find_all("form"):
        found = Found(browser, page, form, browser.cookie().value)
        endpoint = endpoint_of(app, found.url, "POST")
        forms.setdefault(endpoint, found)
        addresses.setdefault(endpoint, found.url)


def something_no_longer_asked_for(officer):
    """A case with a task whose rule stopped applying, and nobody to accept it at closing time."""
    card = came(officer, **NOWHERE, family="refuses")
    case = decided(officer, card)
    answer(officer, card, "family", family="agrees")
    return case.url


def something_said_about_section_20(officer, case):
    """An answer is on record, and can be taken off again. Where they are listed."""
    listed = f"{case}/parts/section-20/offers"
    officer.submit(officer.get(f"{listed}/{new_id()}"), answer="undecided")
    return listed


def places_to_sleep(worker):
    """A place to confirm, and one confirmed with something left open, of somebody who has gone."""
    case = opened(worker)
    confirmed = proposed(worker, case)
    agreed = {"manager": "nobody", "said": "No answer.", **reasons(confirmed)}
    worker.submit(confirmed, CONFIRM, **agreed)
    left = worker.get(f"{case}/left-or-missing")
    gone = {"at": ["27", "8", "2026", "20:00"], "said_by": "A carer", "done": "police"}
    worker.submit(left, "Save", **gone)
    waiting = proposed(worker, case, place="The Limes")
    return [waiting.url, f"{confirmed.url}/gates/4.1-b-placement"]


def rated_at_mash(manager):
    """Two children: one rated lower than suggested, without a reason; one that can be decided."""
    team = manager.get("/contacts/team")
    links = [link["href"] for link in team.soup.select("main a[href*='/children/']")]
    unexplained, ready = links[-1], links[-2]
    rated(manager, unexplained, "green")
    rated(manager, ready, "red")
    return unexplained, ready


def somebody_rings(officer, mash, worker):
    """A contact that began with a child's danger, and one about somebody whose case was found
    afterwards. Who looks where, for the forms."""
    unnamed = mash.follow(mash.submit(mash.get(NEW), HARM_FIRST))
    decided(officer, came(officer, **NOWHERE), name="Uma Specimen")
    asked = mash.submit(mash.get(NEW), SAVE_CONTACT, 400, **TOLD, name="Uma Specimin")
    known = mash.follow(mash.submit(asked, SAVE_CONTACT, who=who(asked, "None of these")))
    child = child_of(mash, known)
    same = mash.get(child.soup.select_one("main a[href*='/same-person/']")["href"])
    mash.submit(same, "Record that they are", reason="The same voice.")
    return (
        (mash, NEW),
        (worker, unnamed.url),
        (mash, f"{unnamed.url}/told"),
        (mash, f"{child_of(mash, unnamed).url}/who"),
        (mash, f"{known.url}/children/new"),
        (mash, child.url),
        (mash, f"{child.url}/harm"),
        (mash, f"{child.url}/tell-their-workers"),
        (mash, f"{child.url}/history"),
    )


def services_that_disagree(officer, case):
    """Housing Options has raised a dispute, which waits for Family Services. Where it is."""
    raising = officer.get(f"{case}/disputes/new")
    rule = raising.soup.find(id="rule").find_all("option")[1]["value"]
    about = {"service": "family_services", "about": "rule", "rule": rule, "position": "We agree."}
    return officer.submit(raising, "Raise it", **about).location


def somebody_complains(officer, case):
    """A complaint that nobody has acknowledged yet."""
    page = officer.get(f"{case}/complaints/new")
    said = {"words": "Nobody rang me.", "wishes": "A call.", "by": "young_person"}
    about = {"made_on": ["28", "8", "2026"], "about": "both", "advocate": "not_asked"}
    officer.submit(page, "Record the complaint", **said, **about)


def known_by_other_names(officer, case):
    """Whose case it is has an alias, and is said to be one with the first of those like them. The
    address of their page."""
    person = officer.get(case.soup.select_one("main a[href^='/people/']")["href"])
    names = officer.get(f"{person.url}/other-names")
    officer.submit(names, "Add", alias="Sammy", reason="School says so.")
    like = officer.get(person.soup.select_one("a[href*='/same-person/']")["href"])
    officer.submit(like, "Record that they are", reason="The same tattoo.")
    return person.url


def somebody_of_theirs(officer, card):
    """A parent or carer is on record, and can be taken off again. Where they are listed."""
    return with_one_on(officer, page_of(card, "first-contact/carers"))


def a_time_in_custody(officer):
    """The list of times in custody on a case, with one on it."""
    case = decided(officer, came(officer, **NOWHERE))
    listed = f"{case.url}/parts/custody/times"
    return with_one_on(officer, listed, last_day=["", "", ""])


def with_one_on(officer, listed, **otherwise):
    page = officer.get(f"{listed}/{new_id()}")
    found = Found(officer, page, page.form(), officer.cookie().value)
    filled = MultiDict(found.pairs)
    for name, values in otherwise.items():
        filled.setlist(name, values)
    officer.submit(page, **dict(filled.lists()))
    return listed


def pages_from(app, browser, *addresses):
    """The pages that links lead to, up to three of each kind."""
    waiting, seen, kinds = list(addresses), set(), Counter()
    while waiting:
        url = waiting.pop(0)
        kind = endpoint_of(app, url, "GET")
        if url in seen or kinds[kind] == 3:
            continue
        seen.add(url)
        kinds[kind] += 1
        page = browser.get(url, None)
        if page.status != 200:
            continue
        yield page
        for link in page.soup.find_all("a", href=True):
            parts = urlsplit(link["href"])
            if not parts.scheme and not parts.netloc and parts.path.startswith("/"):
                waiting.append(parts.path)


def endpoint_of(app, url, method):
    try:
        return app.url_map.bind("").match(urlsplit(url).path, method=method)[0]
    except (HTTPException, RequestRedirect):
        return None
