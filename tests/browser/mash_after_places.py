"""The pages about a child that MASH checks, decides, hands on and closes."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from cli.demo import PEOPLE
from store.database import connect
from tests.browser.journey import MASH_MANAGER, Officer
from tests.browser.place import Place, save
from tests.web.mash_world import four_children

EARLY_HELP = next(email for _, email, role in PEOPLE if role == "early_help_worker")


def children_on_record(database: Path) -> tuple[str, ...]:
    """The ids of a contact, of four children in it and of a check about the last."""
    db = connect(database)
    with closing(db.conn):
        at, check = four_children(db, datetime.now(UTC))
    ids = [url.split("/")[4] for url in at.values()]
    return next(iter(at.values())).split("/")[2], *ids, check


def child(name: str, whose: str, step: str = "", then=lambda officer: None, **more) -> Place:
    path = f"/contacts/{{four}}/children/{{{whose}}}{step}"
    return Place(name, path, then, **{"title": TITLE, "who": MASH_MANAGER, **more})


TITLE = r"(.*, )?[Cc]hild [0-9] in contact [A-Z]+-[A-Z0-9]+"


def every_answer_missing(officer: Officer) -> None:
    save(officer)


def wrong(name: str, whose: str, step: str, **more) -> Place:
    return child(f"{name}, nothing entered", whose, step, every_answer_missing, has_errors=True,
                 **more)  # fmt: skip


CHECK = "/checks/{check}"
PLACES_AFTER_A_DECISION = (
    child("child, being checked", "undecided", like_another=True),
    child("child, handed on", "handed_on", like_another=True),
    child("what may be shared", "undecided", "/sharing"),
    wrong("what may be shared", "undecided", "/sharing"),
    child("an agreement taken back", "undecided", "/withdraw-agreement"),
    wrong("an agreement taken back", "undecided", "/withdraw-agreement"),
    child("ask other agencies", "undecided", "/ask-check"),
    wrong("ask other agencies", "undecided", "/ask-check"),
    child("what an agency answered", "handed_on", f"{CHECK}/answer"),
    wrong("what an agency answered", "handed_on", f"{CHECK}/answer"),
    child("what came later", "handed_on", f"{CHECK}/read", who=EARLY_HELP),
    child("hand on", "ready_to_hand_on", "/hand-on"),
    wrong("hand on", "ready_to_hand_on", "/hand-on"),
    child("step down", "undecided", "/step-down"),
    wrong("step down", "undecided", "/step-down"),
    child("receive a child", "handed_on", "/receive", who=EARLY_HELP),
    wrong("receive a child", "handed_on", "/receive", who=EARLY_HELP),
    child("an agreement gone", "handed_on", "/agreement-gone", who=EARLY_HELP),
    child("strategy discussion", "undecided", "/strategy-discussion"),
    wrong("strategy discussion", "undecided", "/strategy-discussion"),
    child("tell whoever told us", "ready_to_hand_on", "/feedback"),
    wrong("tell whoever told us", "ready_to_hand_on", "/feedback"),
    child("not telling whoever told us", "ready_to_hand_on", "/no-feedback"),
    wrong("not telling whoever told us", "ready_to_hand_on", "/no-feedback"),
    child("close", "settled", "/close"),
    wrong("close", "settled", "/close"),
    child("close, something left", "ready_to_hand_on", "/close", like_another=True),
)
