"""The pages of the threshold meeting, of who has a child, and of the thresholds themselves."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cli.demo import PEOPLE
from rules.calendar import london
from store.accounts import humans
from store.database import connect
from store.ids import new_id
from store.journal import Author, command, read
from store.mash import allocation, meetings
from store.mash.contact_child import FLAGGED, children_in, say
from store.mash.meetings import Action
from store.stream_names import contact as contact_stream
from tests.browser.journey import HEAD, MASH_EMAIL, MASH_MANAGER
from tests.browser.place import Place, save, too_long
from thresholds.meetings import AGENCIES

OWNER = next(email for _, email, role in PEOPLE if role == "threshold_owner")


def met_about(database: Path, contact: str, agreed: str, flagged: str) -> str:
    """A meeting has agreed on something about one child, who was given to the MASH manager, and
    the other child is on the list for the next. The meeting's id."""
    db = connect(database)
    now = datetime.now(UTC)
    with closing(db.conn):
        ids = {name: id for id, name in humans(db).items()}
        worker = Author(ids["Milo Example"], "account", "mash_social_worker")
        with command(db, new_id(), author=worker, recorded_at=now) as c:
            held_at = now - timedelta(hours=1)
            not_there = [{"agency": each, "why": "Not invited"} for each in AGENCIES]
            meeting = meetings.hold(c, held_at, [], not_there)
            entries = read(db, contact_stream(contact))
            children = {each.id: each for each in children_in(entries)}
            say(c, children[flagged], FLAGGED, {"why": "Two views of it."})
            manager = ids["Maya Example"]
            allocation.give(c, children[agreed], entries, manager, "mash_manager", "Ring first.")
            action = Action("Call the school", "mash_manager", None, due_on(now))
            said = ("As it is.", "Police: Red.", "Seen today.")
            meetings.decide(c, children[agreed], meeting, *said, (action,))
    return meeting


def due_on(now: datetime) -> date:
    return london(now).date() + timedelta(days=7)


def step(name: str, step: str, child: str = "undecided", **more) -> Place:
    path = f"/contacts/{{four}}/children/{{{child}}}/{step}"
    return Place(name, path, **{"title": TITLE, "who": MASH_MANAGER, **more})


TITLE = r".*, child [0-9] in contact [A-Z]+-[A-Z0-9]+"
WRONG = {"then": save, "has_errors": True}
PLACES_OF_THE_COUNCIL = (
    step("give a child", "give"),
    step("give a child, nothing entered", "give", **WRONG),
    step("given a child", "have-it"),
    step("put on the list", "flag"),
    step("put on the list, nothing entered", "flag", **WRONG),
    step("taken off the list", "unflag", "settled"),
    step("taken off the list, nothing entered", "unflag", "settled", **WRONG),
    step("guidance", "guidance", who=MASH_EMAIL),
    step("guidance, nothing entered", "guidance", who=MASH_EMAIL, **WRONG),
    step("what a meeting agreed on", "actions"),
    step("what a meeting agreed on, nothing entered", "actions", **WRONG),
    step("what a meeting decided", "meeting"),
    step("what a meeting decided, nothing entered", "meeting", **WRONG),
    Place("threshold meeting", "/contacts/meetings", who=MASH_MANAGER),
    Place("a meeting", "/contacts/meetings/{meeting}", who=MASH_MANAGER),
    Place("record a meeting", "/contacts/meetings/new", who=MASH_MANAGER),
    Place("record a meeting, nothing entered", "/contacts/meetings/new", who=MASH_MANAGER, **WRONG),
    Place("theme notes", "/contacts/themes", who=MASH_MANAGER),
    Place("write theme notes", "/contacts/themes/new", who=MASH_MANAGER),
    Place(
        "write theme notes, too long",
        "/contacts/themes/new",
        too_long,
        who=MASH_MANAGER,
        has_errors=True,
    ),
    Place("thresholds", "/thresholds", who=OWNER),
    Place("threshold value", "/thresholds/limit-red", who=HEAD),
    Place("propose a threshold value", "/thresholds/limit-red/confirm", who=HEAD),
    Place(
        "propose a threshold value, nothing entered",
        "/thresholds/limit-red/confirm",
        who=HEAD,
        **WRONG,
    ),
)
