"""Every page of the service, with and without something wrong on it."""

from cli.demo import ALIAS
from tests.browser.case_journey_places import PLACES_OF_CASE_JOURNEYS
from tests.browser.checklist_places import PLACES_OF_THE_FIFTY_POINTS
from tests.browser.dispute_places import PLACES_OF_DISPUTES
from tests.browser.duty_to_refer_places import PLACES_OF_THE_DUTY_TO_REFER
from tests.browser.fifty_points_places import PLACES_OF_POINTS_IN_PRINT
from tests.browser.first_contact_places import PLACES_OF_FIRST_CONTACT
from tests.browser.journey import MASH_EMAIL, NAME, NIGHT_EMAIL, SAVE, Officer
from tests.browser.mash_after_places import PLACES_AFTER_A_DECISION
from tests.browser.mash_council_places import PLACES_OF_THE_COUNCIL
from tests.browser.mash_rating_places import PLACES_OF_RATING
from tests.browser.mash_receiving_places import PLACES_OF_RECEIVING
from tests.browser.outcome_places import PLACES_OF_OUTCOMES
from tests.browser.place import Place
from tests.browser.placement_places import PLACES_OF_PLACEMENTS
from tests.browser.plan_places import PLACES_OF_THE_PLAN
from tests.browser.review_places import PLACES_OF_REVIEW
from tests.browser.rule_places import PLACES_OF_RULES
from tests.browser.signature_places import PLACES_OF_SIGNATURES
from tests.browser.support_places import PLACES_OF_SUPPORT


def wrong_password(officer: Officer) -> None:
    officer.page.fill("#email", "nobody@frontdoor.example")
    officer.page.fill("#password", "not the password")
    officer.press("Sign in")


def wrong_answers(officer: Officer) -> None:
    officer.answer(born=("31", "2", "2009"), asked="today")
    officer.press("Show what has to happen tonight")


def departure(officer: Officer) -> None:
    officer.page.check("input[name=decision][value=early_help]")
    officer.page.fill("#reason", "They would like help at home.")
    officer.page.fill("#told", "That I ask for early help.")
    save_decision(officer)


def save_decision(officer: Officer) -> None:
    officer.press(SAVE)


def somebody_alike(officer: Officer) -> None:
    """Spelled otherwise than whose case is open."""
    officer.page.check("input[name=decision][value=bed_and_mash]")
    ask_who_it_is(officer, f"{NAME}e")


def somebody_known_by_an_alias(officer: Officer) -> None:
    ask_who_it_is(officer, ALIAS)


def ask_who_it_is(officer: Officer, name: str) -> None:
    officer.page.fill("#name", name)
    save_decision(officer)
    officer.page.locator("input[name=who]").first.wait_for()


def find(officer: Officer) -> None:
    officer.page.fill("#text", f"{NAME} 27 3 2009")
    officer.press("Search")


REFERENCE = "[A-Z]+-[A-Z0-9]+"
PERSON = "A person on record"
SAME = r"Is this the same person\?"

ALL = (
    Place("sign in", "/sign-in", who=None),
    Place(
        "sign in, nothing entered",
        "/sign-in",
        lambda officer: officer.press("Sign in"),
        who=None,
        has_errors=True,
    ),
    Place(
        "sign in, refused",
        "/sign-in",
        wrong_password,
        who=None,
        has_errors=True,
        in_a_control=False,
    ),
    Place("home", "/"),
    Place("questions", "/young-person-here-now"),
    Place("questions, wrong", "/young-person-here-now", wrong_answers, has_errors=True),
    Place("questions again", "/young-person/{waiting}/questions", like_another=True),
    Place("card", "/young-person/{waiting}/tonight"),
    Place("card, decided", "/young-person/{decided}/tonight", like_another=True),
    Place("why", "/young-person/{waiting}/why"),
    Place("decision", "/young-person/{waiting}/decision"),
    Place(
        "decision, nothing entered",
        "/young-person/{waiting}/decision",
        save_decision,
        has_errors=True,
    ),
    Place("decision, departing", "/young-person/{waiting}/decision", departure, has_errors=True),
    Place(
        "decision, for somebody whose case is open",
        "/young-person/{waiting}/decision",
        somebody_alike,
        has_errors=True,
    ),
    Place(
        "decision, for somebody with an alias",
        "/young-person/{waiting}/decision",
        somebody_known_by_an_alias,
        has_errors=True,
    ),
    Place("hand-over", "/cases/{decided}/hand-over", title=f"Hand-over {REFERENCE}"),
    Place(
        "hand-over, no bed entered",
        "/cases/{decided}/hand-over",
        lambda officer: officer.press("Save the bed"),
        title=f"Hand-over {REFERENCE}",
        has_errors=True,
    ),
    Place(
        "hand-over, no call entered",
        "/cases/{decided}/hand-over",
        lambda officer: officer.press("Save the call"),
        title=f"Hand-over {REFERENCE}",
        has_errors=True,
    ),
    Place("case", "/cases/{decided}", title=f"Case {REFERENCE}"),
    Place("hand to", "/cases/{decided}/hand-to", title=f".*, {REFERENCE}"),
    Place(
        "hand to, nothing entered",
        "/cases/{decided}/hand-to",
        lambda officer: officer.press("Hand over the case"),
        title=f".*, {REFERENCE}",
        has_errors=True,
    ),
    Place("take over", "/cases/{decided}/take-over", title=f".*, {REFERENCE}", who=NIGHT_EMAIL),
    Place("restrict", "/cases/{decided}/restrict", title=f".*, {REFERENCE}"),
    Place(
        "restrict, nothing entered",
        "/cases/{decided}/restrict",
        lambda officer: officer.press("Restrict the case"),
        title=f".*, {REFERENCE}",
        has_errors=True,
    ),
    Place("find a person", "/people"),
    Place(
        "find a person, nothing entered",
        "/people",
        lambda officer: officer.press("Search"),
        has_errors=True,
    ),
    Place("find a person, found", "/people", find, like_another=True),
    Place("person", "/people/{person}", title=PERSON),
    Place("person, another name", "/people/{person}/other-names"),
    Place(
        "person, another name, nothing entered",
        "/people/{person}/other-names",
        lambda officer: officer.press("Add this name"),
        has_errors=True,
    ),
    Place("person, a name removed", "/people/{person}/other-names/{alias}/remove"),
    Place(
        "person, a name removed without a reason",
        "/people/{person}/other-names/{alias}/remove",
        lambda officer: officer.press("Remove this name"),
        has_errors=True,
    ),
    Place("person, their other record", "/people/{person}/same-person"),
    Place("person, the same", "/people/{person}/same-person/{other}", title=SAME),
    Place(
        "person, the same, nothing entered",
        "/people/{person}/same-person/{other}",
        lambda officer: officer.press("Record that they are the same person"),
        title=SAME,
        has_errors=True,
    ),
    Place("person, not the same", "/people/{person}/same-person/{linked}/undo"),
    Place(
        "person, not the same, nothing entered",
        "/people/{person}/same-person/{linked}/undo",
        lambda officer: officer.press("Record that they are two people"),
        has_errors=True,
    ),
    Place("MASH's home", "/", who=MASH_EMAIL, like_another=True),
    Place("new contacts", "/contacts", who=MASH_EMAIL),
    Place("contact", "/contacts/{contact}", who=MASH_EMAIL, title=f"Contact {REFERENCE}"),
    Place("contact, as the officer sees it", "/contacts/{contact}", title=f"Contact {REFERENCE}"),
    Place("no such page", "/nothing-here", status=404),
    Place("page of somebody else", "/contacts", status=403),
    *PLACES_OF_FIRST_CONTACT,
    *PLACES_OF_CASE_JOURNEYS,
    *PLACES_OF_PLACEMENTS,
    *PLACES_OF_POINTS_IN_PRINT,
    *PLACES_OF_SIGNATURES,
    *PLACES_OF_SUPPORT,
    *PLACES_OF_RULES,
    *PLACES_OF_OUTCOMES,
    *PLACES_OF_THE_DUTY_TO_REFER,
    *PLACES_OF_DISPUTES,
    *PLACES_OF_RECEIVING,
    *PLACES_OF_RATING,
    *PLACES_AFTER_A_DECISION,
    *PLACES_OF_THE_COUNCIL,
    *PLACES_OF_THE_FIFTY_POINTS,
    *PLACES_OF_THE_PLAN,
    *PLACES_OF_REVIEW,
)

PLACES = {place.name: place for place in ALL}
EVERY_PLACE = {"argvalues": ALL, "ids": list(PLACES)}
NEVER_ANSWERED = [
    PLACES[name]
    for name in ("questions", "decision", "hand-over", "hand to", "restrict")
    + ("notice, asked about", "notice acknowledged")
]
