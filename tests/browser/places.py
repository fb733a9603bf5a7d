"""Every page of the service, with and without something wrong on it."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.browser.journey import Officer


@dataclass(frozen=True)
class YoungPeople:
    """One whose decision is still to come, and one whose case is open. Their ids."""

    waiting: str
    decided: str


@dataclass(frozen=True)
class Place:
    """``then`` is what to do once the page at ``path`` is open."""

    name: str
    path: str
    then: Callable[[Officer], None] = lambda officer: None
    signed_in: bool = True
    has_errors: bool = False

    def visit(self, officer: Officer, young_people: YoungPeople) -> None:
        officer.open(self.path.format(waiting=young_people.waiting, decided=young_people.decided))
        self.then(officer)


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


PLACES = (
    Place("sign in", "/sign-in", signed_in=False),
    Place(
        "sign in, nothing entered",
        "/sign-in",
        lambda officer: officer.press("Sign in"),
        signed_in=False,
        has_errors=True,
    ),
    Place("sign in, refused", "/sign-in", wrong_password, signed_in=False, has_errors=True),
    Place("home", "/"),
    Place("questions", "/young-person-here-now"),
    Place("questions, wrong", "/young-person-here-now", wrong_answers, has_errors=True),
    Place("questions again", "/young-person/{waiting}/questions"),
    Place("card", "/young-person/{waiting}/tonight"),
    Place("card, decided", "/young-person/{decided}/tonight"),
    Place("why", "/young-person/{waiting}/why"),
    Place("decision", "/young-person/{waiting}/decision"),
    Place(
        "decision, nothing entered",
        "/young-person/{waiting}/decision",
        save_decision,
        has_errors=True,
    ),
    Place(
        "decision, departing", "/young-person/{waiting}/decision", departure, has_errors=True
    ),
    Place("case", "/cases/{decided}"),
    Place("no such page", "/nothing-here"),
)

EVERY_PLACE = {"argvalues": PLACES, "ids": [place.name for place in PLACES]}
