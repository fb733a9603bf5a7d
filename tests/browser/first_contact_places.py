"""Every page of first contact in full, with and without something wrong on it."""

from forms.fields import DateParts, Text
from forms.first_contact import FIRST_CONTACT
from forms.journeys import Page
from tests.browser.journey import SOCIAL_WORKER, Officer
from tests.browser.place import Place, save, too_long

# Whom a page is asked about, where it is not asked about everybody.
ASKED_ABOUT = {
    "carers": "at_home",
    "relatives": "at_home",
    "family-views": "at_home",
    "mediation": "at_home",
    "home-assessment": "at_home",
    "early-help": "at_home",
    "agreement": "silent",
    "ground": "silent",
    "since-they-left": "silent",
}
AFTER_YES = ("parents-agreement",)
AFTER_NO = ("way-back", "follow-up")
BY_A_SOCIAL_WORKER = ("social-worker",)


def address(who: str, rest: str = "") -> str:
    return f"/young-person/{{{who}}}/first-contact{rest}"


def after_early_help(agrees: str, slug: str, then=lambda officer: None):
    """The page that is asked once this was answered."""

    def go(officer: Officer) -> None:
        officer.fill_in(consents_to_early_help=agrees)
        officer.press("Save and continue")
        while not officer.path.endswith(slug):
            assert officer.heading() != "Check the answers", f"{slug} is never asked"
            officer.press("Save and continue")
        then(officer)

    return go


def saved_by_somebody_else(officer: Officer) -> None:
    """The page is saved at another desk, and then at this one."""
    other = Officer(officer.page.context.new_page(), officer.url)
    other.open(officer.path)
    for desk, words in ((other, "A foster home."), (officer, "A room.")):
        desk.fill_in(what_they_want=words)
        save(desk)
    other.page.close()


def can_be_too_long(page: Page) -> bool:
    kinds = [getattr(page.form, name).field_class for name in page.asks]
    return any(issubclass(kind, Text | DateParts) for kind in kinds)


def place(page: Page, name: str, then=lambda officer: None, **more) -> Place:
    slug = page.slug
    if slug in AFTER_YES + AFTER_NO:
        agrees = "yes" if slug in AFTER_YES else "no"
        path, then = address("at_home", "/early-help"), after_early_help(agrees, slug, then)
        return Place(name, path, then, **{"like_another": True, **more})
    if slug in BY_A_SOCIAL_WORKER:
        more["who"] = SOCIAL_WORKER
    return Place(name, address(ASKED_ABOUT.get(slug, "waiting"), f"/{slug}"), then, **more)


NEW = "/00000000-0000-4000-8000-000000000000"  # a record not saved yet
CARER = "/{carer}"

PLACES_OF_FIRST_CONTACT = (
    Place("what to ask", address("waiting")),
    Place("what to ask, when everything stands out", address("silent"), like_another=True),
    Place("what to ask, of somebody at home", address("at_home"), like_another=True),
    Place("check", address("waiting", "/check")),
    Place("check, when everything stands out", address("silent", "/check"), like_another=True),
    Place("check, of somebody at home", address("at_home", "/check"), like_another=True),
    Place("question that is not asked", address("waiting", "/mediation"), status=404),
    Place("question after danger", address("silent", "/where?now=1"), like_another=True),
    Place("question while checking", address("waiting", "/where?check=1"), like_another=True),
    Place(
        "question, saved by somebody else",
        address("silent", "/what-they-want"),
        saved_by_somebody_else,
        has_errors=True,
        in_a_control=False,
    ),
    *(place(page, f"first contact, {page.slug}") for page in FIRST_CONTACT.pages),
    *(
        place(page, f"first contact, {page.slug}, too long", too_long, has_errors=True)
        for page in FIRST_CONTACT.pages
        if can_be_too_long(page)
    ),
    Place("records while checking", address("at_home", "/carers?check=1"), like_another=True),
    Place("carer, new", address("at_home", f"/carers{NEW}")),
    Place("carer, nothing entered", address("at_home", f"/carers{NEW}"), save, has_errors=True),
    Place("carer, too long", address("at_home", f"/carers{NEW}"), too_long, has_errors=True),
    Place("carer", address("at_home", f"/carers{CARER}"), like_another=True),
    Place("carer, removed", address("at_home", f"/carers{CARER}/remove")),
    Place(
        "carer, removed without a reason",
        address("at_home", f"/carers{CARER}/remove"),
        save,
        has_errors=True,
    ),
    Place("relative, new", address("at_home", f"/relatives{NEW}")),
    Place(
        "relative, nothing entered", address("at_home", f"/relatives{NEW}"), save, has_errors=True
    ),
    Place("relative, too long", address("at_home", f"/relatives{NEW}"), too_long, has_errors=True),
    Place("what a carer says", address("at_home", f"/family-views{CARER}")),
    Place(
        "what a carer says, too long",
        address("at_home", f"/family-views{CARER}"),
        too_long,
        has_errors=True,
    ),
)
