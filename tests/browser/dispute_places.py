"""The pages of disagreements between the services, and of complaints."""

from tests.browser.journey import MANAGER, Officer
from tests.browser.place import Place, save

CASE = "/cases/{disputed}"
DISPUTE, COMPLAINT = CASE + "/disputes/{dispute}", CASE + "/complaints/{complaint}"
OF_A_CASE = r".*, [A-Z]+-[A-Z0-9]+"


def offer_nobody(officer: Officer) -> None:
    officer.page.locator("summary", has_text="Offer an advocate").click()
    officer.press("Save what they said")


def settle_nothing(officer: Officer) -> None:
    officer.press("Send it to the other side")


def in_case(name: str, path: str, then=lambda officer: None, **more) -> Place:
    return Place(name, path, then, title=OF_A_CASE, **more)


PLACES_OF_DISPUTES = (
    Place("case, the services disagree", CASE, title=r"Case [A-Z]+-[A-Z0-9]+"),
    in_case("dispute, raising", CASE + "/disputes/new"),
    in_case("dispute, raising nothing", CASE + "/disputes/new", save, has_errors=True),
    in_case("dispute", DISPUTE),
    in_case("dispute to settle", DISPUTE, who=MANAGER, like_another=True),
    in_case("dispute, nothing settled", DISPUTE, settle_nothing, who=MANAGER, has_errors=True),
    in_case("who accommodates them", CASE + "/accommodated-by"),
    in_case(
        "who accommodates them, nothing entered", CASE + "/accommodated-by", save, has_errors=True
    ),
    Place("lessons", "/disputes/lessons"),
    in_case("complaint, recording", CASE + "/complaints/new"),
    in_case("complaint, recording nothing", CASE + "/complaints/new", save, has_errors=True),
    in_case("complaint", COMPLAINT),
    in_case("complaint, no advocate chosen", COMPLAINT, offer_nobody, has_errors=True),
)
