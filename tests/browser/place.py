"""A page of the service as somebody comes to it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from playwright.sync_api import Page

from tests.browser.journey import EMAIL, Officer


@dataclass(frozen=True)
class Known:
    """The ids of what is on record for the places: see ``tests.browser.on_record``."""

    waiting: str
    at_home: str
    silent: str
    carer: str
    decided: str
    housed: str
    proposal: str
    placed: str
    contact: str
    person: str
    alias: str
    linked: str
    other: str
    signature: str
    sent_back: str
    declined: str
    withdrawn: str
    reading: str
    notice_ready: str
    notice_sent: str
    notice_owed: str
    disputed: str
    dispute: str
    complaint: str
    told: str
    told_child: str
    unnamed: str
    unnamed_child: str
    rated: str
    unexplained: str
    ready: str
    held: str
    held_signature: str
    four: str
    undecided: str
    ready_to_hand_on: str
    settled: str
    handed_on: str
    check: str
    meeting: str
    talk: str
    planned: str
    plan_given: str
    looked_at: str
    told_their_rights: str
    supported: str
    visit: str
    missed: str


@dataclass(frozen=True)
class Place:
    """``then`` is what to do once the page at ``path`` is open. ``title`` is a pattern, where it
    is not the page's heading. ``has_errors`` when something is wrong on it, ``in_a_control`` when
    that can be put right in a control of the page."""

    name: str
    path: str
    then: Callable[[Officer], None] = lambda officer: None
    title: str = ""
    who: str | None = EMAIL
    status: int = 200
    has_errors: bool = False
    in_a_control: bool = True
    like_another: bool = False

    def url(self, page: Page, known: Known) -> str:
        root = "/".join(page.url.split("/")[:3])
        return root + self.path_of(known)

    def visit(self, officer: Officer, known: Known) -> None:
        response = officer.page.goto(officer.url + self.path_of(known))
        assert response.status == self.status, self.name
        self.then(officer)

    def path_of(self, known: Known) -> str:
        return self.path.format(**asdict(known))


TYPED_IN = "main input:not([type=hidden], [type=radio], [type=checkbox]), main textarea"


def too_long(officer: Officer) -> None:
    """More than fits, in every box that is there once the last further question is open."""
    for choice in officer.page.locator("main input[aria-controls]").all():
        choice.check()
    for box in officer.page.locator(TYPED_IN).all():
        if box.is_visible():
            box.fill("x" * 5000)
    save(officer)


def save(officer: Officer) -> None:
    """The first button of the page's form."""
    officer.go(officer.page.locator("main form button").first)
