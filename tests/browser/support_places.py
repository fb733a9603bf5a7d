"""The pages about visits, the package and how often: of the young person whom the demo supports."""

from contextlib import closing
from pathlib import Path

from cli.demo import PEOPLE, SUPPORTED
from rules.calendar import ONE_DAY, london
from store.database import connect
from store.reading import read
from store.stream_names import case
from store.support.visits import visits_in
from tests.browser.journey import NIGHT_EMAIL, SOCIAL_WORKER, Officer
from tests.browser.place import Place, save, too_long

SUPPORT_WORKER, EARLY_HELP_WORKER = (
    next(email for _, email, role in PEOPLE if role == each)
    for each in ("support_worker", "early_help_worker")
)
REFERENCE = "[A-Z]+-[A-Z0-9]+"


def visited(database: Path) -> tuple[str, str, str]:
    """The ids of their case and of a visit, and the day on which nobody is recorded as having seen
    them."""
    with closing(connect(database)) as db:
        (found,) = db.query(
            """
            select cases.id as id from cases join people on people.id = cases.person_id
            where people.name = ?
            """,
            [SUPPORTED],
        )
        visits = visits_in(read(db, case(found["id"])))
    missed = london(visits[-1].at).date() + ONE_DAY
    return found["id"], visits[0].id, missed.isoformat()


def of_support(name: str, address: str, heading: str, **more) -> tuple[Place, Place]:
    title = f"{heading}, {REFERENCE}"
    path = f"/cases/{{supported}}/support{address}"
    more = {"who": SUPPORT_WORKER, "title": title, **more}
    nothing = Place(f"{name}, nothing entered", path, save, has_errors=True, **more)
    return Place(name, path, **more), nothing


def emptied(officer: Officer) -> None:
    """Everything that was on record is taken out."""
    for box in officer.page.locator("main input[type=text], main textarea").all():
        box.fill("")
    save(officer)


MISSED = "/missed/{missed}"

PLACES_OF_SUPPORT = (
    Place(
        "home of a support worker", "/", title="Your work", who=SUPPORT_WORKER,
        like_another=True,
    ),
    Place(
        "support", "/cases/{supported}/support", title=f"Support, {REFERENCE}", who=SUPPORT_WORKER
    ),
    Place(
        "support at night", "/cases/{supported}/support", title=f"Support, {REFERENCE}",
        who=NIGHT_EMAIL, like_another=True,
    ),
    of_support("visits", "/visits", "Visits")[0],
    *of_support("earlier visit", "/visits/new", "Record an earlier visit"),
    Place(
        "earlier visit, too long", "/cases/{supported}/support/visits/new", too_long,
        title=f"Record an earlier visit, {REFERENCE}", who=SUPPORT_WORKER, has_errors=True,
    ),
    *of_support("take a visit back", "/visits/{visit}/take-back", "Take a visit back"),
    *of_support("seen that day", f"{MISSED}/seen", "A visit that was not recorded"),
    *of_support("nobody that day", f"{MISSED}/nobody", "A day on which nobody saw them"),
    of_support("package", "/package", "Support package")[0],
    Place(
        "package, emptied", "/cases/{supported}/support/package", emptied,
        title=f"Support package, {REFERENCE}", who=SUPPORT_WORKER, has_errors=True,
    ),
    *of_support("fewer visits", "/fewer-visits", "Fewer visits", who=SOCIAL_WORKER),
    of_support("daily already", "/daily-visits-again", "Back to daily visits")[0],
    *of_support("end the support", "/end", "End the support", who=SOCIAL_WORKER),
)  # fmt: skip
