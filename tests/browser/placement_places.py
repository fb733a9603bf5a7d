"""The pages about where somebody sleeps, with and without something wrong on them."""

from tests.browser.journey import MANAGER, SOCIAL_WORKER, Officer
from tests.browser.place import Place, save, too_long

REFERENCE = r"[A-Z]+-[A-Z0-9]+"
PROPOSE = "Save, and see what it has to pass"
CONFIRM = "Confirm the placement"


def day_and_time(officer: Officer, name: str, *parts: str) -> None:
    """A day and a time, in their boxes."""
    for part, typed in zip(("day", "month", "year", "time"), parts, strict=False):
        officer.page.fill(f"#{name}-{part}", typed)


def propose(officer: Officer, case: str, *at: str, **answers: str) -> str:
    """From the case to the page that confirms. Its path."""
    officer.open(f"{case}/placements/propose")
    officer.fill_in(**answers)
    day_and_time(officer, "at", *at)
    officer.press(PROPOSE)
    return officer.path


def confirm_without(officer: Officer, manager: str, said: str, why: str) -> None:
    """On the page that confirms: every gate that is not met is left open."""
    for box in officer.page.locator("textarea[name^=why-]").all():
        box.fill(why)
    officer.page.get_by_role("radio", name=manager).check()
    officer.fill_in(said=said)
    officer.press(CONFIRM)


def in_a_bed(officer: Officer) -> tuple[str, str, str]:
    """The ids of a case, of a place that waits to be confirmed, and of one confirmed with
    something left open."""
    officer.card()
    officer.decide(name="Bed Made-Up")
    case = officer.open_case()
    at = ("28", "8", "2026", "18:30")
    placed = propose(officer, case, *at, kind="foster_care", place="Mrs Bright")
    confirm_without(officer, "Nobody could be reached", "No answer at 5pm.", "Nobody answers.")
    proposal = propose(officer, case, *at, kind="foster_care", place="Mr Hale")
    return case.split("/")[2], proposal.split("/")[4], placed.split("/")[4]


def place(name: str, path: str, heading: str, then=lambda officer: None, **more) -> Place:
    title = rf"{heading}, {REFERENCE}"
    return Place(name, f"/cases/{{housed}}{path}", then, title=title, **more)


def with_errors(name: str, path: str, heading: str, **more) -> tuple[Place, Place]:
    return (
        place(name, path, heading, **more),
        place(f"{name}, nothing entered", path, heading, save, has_errors=True, **more),
    )


WAITING = "/placements/{proposal}"
PLACED = "/placements/{placed}"

PLACES_OF_PLACEMENTS = (
    *with_errors("propose a place", "/placements/propose", "Propose a place"),
    place(
        "propose a place, too long",
        "/placements/propose",
        "Propose a place",
        too_long,
        has_errors=True,
    ),
    *with_errors("placement to confirm", WAITING, "Confirm a placement"),
    place("placement confirmed", PLACED, "A confirmed placement"),
    *with_errors(
        "gate left open", f"{PLACED}/gates/4.1-b-placement", "Answer for what was left open"
    ),
    *with_errors(
        "has happened",
        "/placements/has-happened",
        "They sleep where no child may be placed",
    ),
    *with_errors(
        "legal basis", "/legal-basis", "Record the legal basis of the bed", who=SOCIAL_WORKER
    ),
    *with_errors("left or missing", "/left-or-missing", "They left, or are missing"),
    *with_errors("returned", "/returned", "They are back"),
    place("nothing to stop holding", "/end-the-hold", "Stop holding the bed", who=MANAGER),
    Place("case with a placement", "/cases/{housed}", title=rf"Case {REFERENCE}"),
)
