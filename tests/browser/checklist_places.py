"""The pages of the fifty points: beginning, a theme, one checklist, what changed, giving it on."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from cli.demo import PEOPLE
from store.checklist import checklist, reviewing
from store.database import connect
from store.reading import read
from store.stream_names import case
from tests.browser.journey import SOCIAL_WORKER, Officer
from tests.browser.place import Place, save
from tests.web.support_world import Supported, has_a_package

SUPPORT_WORKER, EARLY_HELP_WORKER = (
    next(email for _, email, role in PEOPLE if role == each)
    for each in ("support_worker", "early_help_worker")
)


def said(value: str, words: str | None = None) -> dict[str, str | None]:
    return {"value": value, "words": words}


def needed(what: str, whom: str = "", when: str | None = None) -> dict[str, str | None]:
    return {"what": what, "whom": whom, "when": when}


BEFORE = {
    4: {"parts": {"birth_certificate": said("no")}, "needs": needed("Order a copy")},
    13: {
        "parts": {"it": said("yes")},
        "words": "A man waits at the bus stop.",
        "needs": needed("Ask for a chain on the door", "Suki", "2026-12-01"),
    },
    14: {"parts": {"it": said("yes")}},
    22: {"parts": {"instead": said("said", "My aunt in Leeds"), "helped": said("not_known")}},
    44: {"parts": {"good": said("no")}, "theirs": "They are my only friends."},
}
NOW = {
    14: {"parts": {"it": said("yes")}, "same": True},
    22: {"parts": {"instead": said("said", "My aunt, or the hostel")}},
    30: {"parts": {"problem": said("partly"), "managed": said("said", "The clinic, weekly.")}},
    41: {"parts": {"it": said("no")}, "needs": needed("Life Skills", "Eli", "2026-12-09")},
}


def talked_about(database: Path, case_id: str, at: datetime | None = None) -> str:
    """A case with a first checklist that was looked at, and a second begun. The second's id."""
    with closing(connect(database)) as db:
        supported = Supported(db, case_id, at or datetime.now(UTC))
        has_a_package(supported)
        talk(supported, BEFORE)
        looked_at(supported)
        return talk(supported, NOW)


def checklists_of(supported: Supported) -> tuple[checklist.Checklist, ...]:
    return checklist.checklists_in(read(supported.db, case(supported.case_id)))


def talk(supported: Supported, answers: dict) -> str:
    before = next(reversed(checklists_of(supported)), None)
    id = supported.carry_out("support_worker", checklist.start, supported.case_id, before)
    now = checklists_of(supported)[-1]
    supported.carry_out("support_worker", checklist.answer, supported.case_id, now, answers)
    return str(id)


def looked_at(supported: Supported) -> None:
    """Put forward, and all of it accepted by the social worker."""
    now = checklists_of(supported)[-1]
    supported.carry_out("support_worker", checklist.put_forward, supported.case_id, now, "Now.")
    for number in now.answers:
        now = checklists_of(supported)[-1]
        about = (supported.case_id, now, number, checklist.ACCEPTED)
        supported.carry_out("social_worker", reviewing.look, *about)


TALK = "/cases/{decided}/support/checklists/{talk}"
REFERENCE = "[A-Z]+-[A-Z0-9]+"


def nothing_is_right(officer: Officer) -> None:
    """Words without an answer, a day without what has to happen, and one that is none."""
    for summary in officer.page.locator("main form details > summary").all():
        summary.click()
    officer.fill_in(what_13="x" * 5000, theirs_14="I do.", whom_15="Suki")
    for part, typed in (("day", "31"), ("month", "2"), ("year", "2027")):
        officer.page.fill(f"#when_47-{part}", typed)
    save(officer)


def place(name: str, step: str, then=lambda officer: None, *, title: str, **more) -> Place:
    title = f"{title}, {REFERENCE}"
    return Place(name, f"{TALK}{step}", then, **{"title": title, "who": SUPPORT_WORKER, **more})


PLACES_OF_THE_FIFTY_POINTS = (
    Place(
        "fifty points, begin",
        "/cases/{disputed}/support/checklists/new",
        title=f"Start the fifty points, {REFERENCE}",
        who=SOCIAL_WORKER,
    ),
    place("fifty points", "", title="The fifty points"),
    place("fifty points, a theme", "/safe", title="Feeling safe"),
    place(
        "fifty points, a theme, nothing right",
        "/safe?paper=1",
        nothing_is_right,
        title="Feeling safe",
        has_errors=True,
    ),
    place("fifty points, changes", "/changes", title="What has changed"),
    place(
        "fifty points, given on", "/put-forward", title="Somebody else looks at the fifty points"
    ),
    place(
        "fifty points, given on, nothing entered",
        "/put-forward",
        save,
        title="Somebody else looks at the fifty points",
        has_errors=True,
    ),
)
