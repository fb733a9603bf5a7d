"""An officer at the browser: the steps of the journey, with and without JavaScript."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

from cli.demo import PASSWORD

EMAIL = "officer@frontdoor.example"
MASH_EMAIL = "mash@frontdoor.example"
NIGHT_EMAIL = "edt@frontdoor.example"
MANAGER = "housing.manager@frontdoor.example"
SOCIAL_WORKER = "social.worker@frontdoor.example"
SOCIAL_WORK_MANAGER = "social.work.manager@frontdoor.example"
SERVICE_MANAGER = "service.manager@frontdoor.example"
MASH_MANAGER = "mash.manager@frontdoor.example"
TEAM_MANAGER = "team.manager@frontdoor.example"
HEAD = "head@frontdoor.example"
LAWYER = "lawyer@frontdoor.example"

SEVENTEEN = ("27", "3", "2009")
NOWHERE_AND_REFUSES = {"where": "nowhere", "family": "refuses", "asked": "now"}
NAME = "Robin Made-Up"
SAVE = "Save your decision and open the case"


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
        self.go(self.page.get_by_role("main").get_by_role("button", name=words, exact=True))

    def follow(self, words: str) -> None:
        """The link with these words, and wait for where it leads."""
        self.go(self.page.get_by_role("link", name=words, exact=True))

    def go(self, control: Locator) -> None:
        """Click it, and wait for where it leads: what is read next is read there."""
        with self.page.expect_navigation():
            control.click()

    def meet(self) -> None:
        """Home, and from there to the questions."""
        if self.path != "/":
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

    def asked(self, question: str, **answers: str | list[str]) -> None:
        """This is what the open page asks. Answer it, or leave it blank, and go on."""
        assert self.heading() == question
        self.fill_in(**answers)
        self.press("Save and continue")

    def fill_in(self, **answers: str | list[str]) -> None:
        """Name of a control → what to choose, or each of what to tick, or what to type."""
        for name, answer in answers.items():
            control = self.page.locator(f"main [name='{name}']")
            if control.first.get_attribute("type") in ("radio", "checkbox"):
                for value in answer if isinstance(answer, list) else [answer]:
                    self.page.check(f"main [name='{name}'][value='{value}']")
            else:
                control.fill(str(answer))

    def interview(self) -> str:
        """From the card to the list of what to ask. Its path."""
        self.follow("First contact in full")
        return self.path

    def statuses(self) -> dict[str, str]:
        """Part of the interview → how far it is, on the list."""
        return {
            item.locator(".govuk-task-list__name-and-hint > :first-child").inner_text(): (
                item.locator(".govuk-task-list__status").inner_text()
            )
            for item in self.page.locator(".govuk-task-list__item").all()
        }

    def decide(self, decision: str = "bed_and_mash", name: str = NAME) -> None:
        """From the card to the hand-over."""
        self.press("Record your decision")
        self.page.check(f"input[name=decision][value={decision}]")
        self.page.fill("#reason", "Put out by a parent, and nowhere safe tonight.")
        self.page.fill("#told", "A bed tonight, and that the children's team will ring.")
        self.page.fill("#name", name)
        self.save_decision()

    def save_decision(self) -> None:
        """For somebody new: in the tests before this one, others have had the same name."""
        self.press(SAVE)
        if self.page.locator("input[name=who]").count():
            self.say_who_it_is("None of these")

    def say_who_it_is(self, answer: str) -> None:
        """Where somebody on record is like them. ``answer`` begins one of those shown."""
        self.page.get_by_role("radio", name=re.compile(f"^{answer}")).check()
        self.press(SAVE)

    def open_case(self) -> str:
        """From the hand-over to the case page, whose path is given back."""
        self.follow("Back to the case")
        return self.path

    def depart(self, name: str = NAME) -> None:
        """From the card to the hand-over, with a decision that differs from the advice."""
        self.press("Record your decision")
        self.page.check("input[name=decision][value=early_help]")
        self.page.fill("#reason", "They ask for help at home.")
        self.page.fill("#told", "That I ask for early help.")
        self.page.fill("#name", name)
        self.press("Save your decision and open the case")
        self.page.check("input[name=departure_reason][value=manager_instructed]")
        self.page.fill("#departure_words", "My manager has spoken to them.")
        self.press("Save your decision and open the case")

    def open_signature(self) -> str:
        """From the hand-over by the case to the signature it waits for. Its path."""
        self.open_case()
        self.go(self.page.get_by_role("link", name="Open the signature"))
        return self.path

    def confirm_bed(self, kind: str, confirmed_by: str) -> None:
        """On the hand-over."""
        self.page.check(f"input[name=bed-where][value={kind}]")
        self.page.fill("#bed-confirmed_by", confirmed_by)
        self.press("Save the bed")

    def ring_night_team(self, name: str, at: str, accepted: str) -> None:
        """On the hand-over."""
        self.page.fill("#edt-spoken_to", name)
        self.page.fill("#edt-rung_at", at)
        self.page.check(f"input[name=edt-accepted][value={accepted}]")
        self.press("Save the call")

    def raise_dispute(self, service: str = "nobody") -> None:
        """From the case to the dispute."""
        self.follow("Raise a dispute")
        self.fill_in(service=service, about="rule", position="Foster care tonight.")
        self.page.select_option("#rule", index=1)
        self.press("Raise it with the other side")

    def complain(self, day: tuple[str, str, str] = ("28", "8", "2026"), **answers: str) -> None:
        """From the case to the complaint."""
        self.follow("Record a complaint")
        said = {"words": "Nobody rang me.", "wishes": "A call.", "by": "young_person"}
        self.fill_in(**{**said, "about": "family_services", "advocate": "not_asked", **answers})
        for part, typed in zip(("day", "month", "year"), day, strict=True):
            self.page.fill(f"#made_on-{part}", typed)
        self.press("Record the complaint")

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.url)

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def words(self, part: str = "main") -> str:
        """What there is to read, on one line."""
        return " ".join(" ".join(self.page.locator(part).all_inner_texts()).split())

    def warning(self) -> str:
        """What stands out on the page as not to be put off."""
        return self.words("main .govuk-warning-text")
