"""An officer at the browser: the steps of the journey, with and without JavaScript."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from cli.demo import PASSWORD

EMAIL = "officer@frontdoor.example"
MASH_EMAIL = "mash@frontdoor.example"
HEAD_EMAIL = "head@frontdoor.example"
LAWYER_EMAIL = "lawyer@frontdoor.example"

SEVENTEEN = ("27", "3", "2009")
NOWHERE_AND_REFUSES = {"where": "nowhere", "family": "refuses", "asked": "now"}
NAME = "Robin Made-Up"


@dataclass(frozen=True)
class Officer:
    page: Page
    url: str

    def open(self, path: str) -> Page:
        self.page.goto(self.url + path)
        return self.page

    def sign_in(self, email: str = EMAIL) -> None:
        self.open("/sign-in")
        self.page.fill("#email", email)
        self.page.fill("#password", PASSWORD)
        self.press("Sign in")

    def press(self, words: str) -> None:
        """The button of the page with these words, and wait for where it leads."""
        with self.page.expect_navigation():
            self.page.get_by_role("main").get_by_role("button", name=words, exact=True).click()

    def follow(self, words: str) -> None:
        """The link with these words, and wait for where it leads."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=words, exact=True).click()

    def meet(self) -> None:
        """Home, and from there to the questions."""
        self.open("/")
        self.press("Young person here now")

    def answer(self, born: tuple[str, str, str] | None = SEVENTEEN, **answers: str) -> None:
        """Question → answer, on the open page."""
        for question, answer in answers.items():
            self.page.check(f"input[name={question}][value={answer}]")
        if born:
            self.page.check("input[name=age][value=date_of_birth]")
            for part, typed in zip(("day", "month", "year"), born, strict=True):
                self.page.fill(f"#date_of_birth-{part}", typed)

    def card(self, **answers: Any) -> str:
        """Meet a young person and answer. The path of their card."""
        self.meet()
        self.answer(**(answers or NOWHERE_AND_REFUSES))
        self.press("Show what has to happen tonight")
        return self.path

    def decide(self, decision: str = "bed_and_mash", name: str = NAME) -> None:
        """From the card to the hand-over."""
        self.press("Record your decision")
        self.page.check(f"input[name=decision][value={decision}]")
        self.page.fill("#reason", "Put out by a parent, and nowhere safe tonight.")
        self.page.fill("#told", "A bed tonight, and that the children's team will ring.")
        self.page.fill("#name", name)
        self.press("Save your decision and open the case")

    def propose(self, reading: str) -> None:
        """As the head of service: a reading is sent to the lawyer."""
        self.open(f"/readings/{reading}/confirm")
        for part, typed in zip(("day", "month", "year"), ("1", "1", "2099"), strict=True):
            self.page.fill(f"#starts_on-{part}", typed)
        self.page.fill("#reasons", "It is how the council has always read it.")
        self.press("Send it to the lawyer")

    def open_case(self) -> str:
        """From the hand-over to the case page, whose path is given back."""
        self.follow("Back to the case")
        return self.path

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.url)

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()
