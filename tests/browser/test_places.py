"""No page is forgotten: whatever the service can show is among the places."""

from dataclasses import fields

from werkzeug.exceptions import NotFound

from forms.first_contact import FIRST_CONTACT
from forms.journeys import Records
from tests.browser.first_contact_places import AFTER_NO, AFTER_YES
from tests.browser.place import Known
from tests.browser.places import ALL

AN_ID = "00000000-0000-4000-8000-000000000000"
ANYBODY = Known(*(AN_ID for _ in fields(Known)))
NO_PAGES = {
    "static",
    "advocacy.as_csv",
    "across.as_csv",
    "duty_to_refer.notice",
    "disputes.lessons_csv",
    "plan.as_pdf",
    "plan.as_calendar",
}  # files to take away


def test_every_page_of_the_service_is_a_place(in_this_process):
    rules = in_this_process.app.url_map.iter_rules()
    pages = {rule.endpoint for rule in rules if "GET" in rule.methods} - NO_PAGES
    assert pages - {endpoint for endpoint, _ in places_of(in_this_process.app)} == set()


def test_every_question_of_first_contact_is_a_place(in_this_process):
    endpoints = ("first_contact.question", "first_contact.record")
    there = {
        (endpoint, values["slug"])
        for endpoint, values in places_of(in_this_process.app)
        if endpoint in endpoints
    }
    there |= {(endpoints[0], slug) for slug in AFTER_YES + AFTER_NO}  # reached by answering
    records = [page for page in FIRST_CONTACT.pages if isinstance(page, Records)]
    asked = {(endpoints[0], page.slug) for page in FIRST_CONTACT.pages}
    asked |= {(endpoints[1], page.slug) for page in records}
    assert asked - there == set()


def places_of(app):
    """The endpoint and the values that each place leads to."""
    urls = app.url_map.bind("")
    for place in ALL:
        try:
            yield urls.match(place.path_of(ANYBODY).partition("?")[0], method="GET")
        except NotFound:
            assert place.name == "no such page"
