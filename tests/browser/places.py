"""Every page of the service, with and without something wrong on it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from playwright.sync_api import Page

from tests.browser.journey import (
    EMAIL,
    HEAD_EMAIL,
    LAWYER_EMAIL,
    MASH_EMAIL,
    NAME,
    Officer,
)


@dataclass(frozen=True)
class YoungPeople:
    """One whose decision is still to come, one whose case is open, and the contact that MASH has
    of the second. Their ids."""

    waiting: str
    decided: str
    contact: str


@dataclass(frozen=True)
class Place:
    """``then`` is what to do once the page at ``path`` is open. ``title`` is a pattern, where it
    is not the page's heading."""

    name: str
    path: str
    then: Callable[[Officer], None] = lambda officer: None
    title: str = ""
    who: str | None = EMAIL
    has_errors: bool = False
    like_another: bool = False

    def url(self, page: Page, young_people: YoungPeople) -> str:
        root = "/".join(page.url.split("/")[:3])
        return root + self._path(young_people)

    def visit(self, officer: Officer, young_people: YoungPeople) -> None:
        officer.open(self._path(young_people))
        self.then(officer)

    def _path(self, young_people: YoungPeople) -> str:
        return self.path.format(**asdict(young_people))


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
    officer.press("Save your decision and open the case")


def find(officer: Officer) -> None:
    officer.page.fill("#text", f"{NAME} 27 3 2009")
    officer.press("Search")


def to_person(officer: Officer) -> None:
    officer.follow("Other names and other records")


def other_name(officer: Officer) -> None:
    to_person(officer)
    officer.follow("Add another name")
    officer.press("Add this name")


def same_person(officer: Officer) -> None:
    to_person(officer)
    officer.follow("Find their other record")
    officer.page.fill("#text", "McExample")
    officer.press("Search")
    officer.follow("Testy McExample")
    officer.press("Record that they are the same person")


def reading_to_sign(officer: Officer) -> None:
    with officer.page.expect_navigation():
        officer.page.get_by_role("link", name="Reading A12:").click()


def reading_not_signed(officer: Officer) -> None:
    reading_to_sign(officer)
    officer.press("Save")


REFERENCE = "[A-Z]+-[A-Z0-9]+"
PERSON = "A person on record"

ALL = (
    Place("sign in", "/sign-in", who=None),
    Place(
        "sign in, nothing entered",
        "/sign-in",
        lambda officer: officer.press("Sign in"),
        who=None,
        has_errors=True,
    ),
    Place("sign in, refused", "/sign-in", wrong_password, who=None, has_errors=True),
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
    Place("person", "/cases/{decided}", to_person, title=PERSON, like_another=True),
    Place(
        "person, another name, nothing entered",
        "/cases/{decided}",
        other_name,
        has_errors=True,
    ),
    Place(
        "person, the same, nothing entered",
        "/cases/{decided}",
        same_person,
        title=r"Is this the same person\?",
        has_errors=True,
    ),
    Place("MASH's home", "/", who=MASH_EMAIL, like_another=True),
    Place("new contacts", "/contacts", who=MASH_EMAIL),
    Place("contact", "/contacts/{contact}", who=MASH_EMAIL, title=f"Contact {REFERENCE}"),
    Place("rule book", "/rule-book"),
    Place("rule book, a section", "/rule-book/s3-first-contact"),
    Place("map", "/rule-book/map"),
    Place("map of a section", "/rule-book/s3-first-contact/map"),
    Place("readings", "/readings"),
    Place("reading", "/readings/A39"),
    Place("reading, waiting", "/readings/A12", who=HEAD_EMAIL),
    Place("propose a reading", "/readings/A39/confirm", who=HEAD_EMAIL),
    Place(
        "propose a reading, nothing entered",
        "/readings/A39/confirm",
        lambda officer: officer.press("Send it to the lawyer"),
        who=HEAD_EMAIL,
        has_errors=True,
    ),
    Place("lawyer's home", "/", who=LAWYER_EMAIL, like_another=True),
    Place(
        "reading to sign",
        "/signatures",
        reading_to_sign,
        who=LAWYER_EMAIL,
        title="A reading to be confirmed, A12",
        like_another=True,
    ),
    Place(
        "reading to sign, nothing entered",
        "/signatures",
        reading_not_signed,
        who=LAWYER_EMAIL,
        title="A reading to be confirmed, A12",
        has_errors=True,
    ),
    Place("no such page", "/nothing-here"),
)

PLACES = {place.name: place for place in ALL}
EVERY_PLACE = {"argvalues": ALL, "ids": list(PLACES)}
NEVER_ANSWERED = [
    PLACES[name] for name in ("questions", "decision", "hand-over", "hand to", "restrict")
]
