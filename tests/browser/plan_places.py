"""The pages of a young person's plan."""

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from store.accounts import humans
from store.database import connect
from store.ids import new_id
from store.journal import Author, command, read
from store.plan import plan
from store.plan.plan import plan_in
from store.stream_names import case
from tests.browser.journey import SOCIAL_WORKER, Officer
from tests.browser.place import Place, save

PLAN = "/cases/{decided}/support/plan"
REFERENCE = "[A-Z]+-[A-Z0-9]+"


def planned_for(database: Path, case_id: str) -> tuple[str, str]:
    """Two things are to be done, by somebody and by them, one of them with a day that has passed;
    one is done and one is out; they agree with some of it. The ids of
    the first, and of that it was given."""
    db = connect(database)
    with closing(db.conn):
        (sami,) = (id for id, name in humans(db).items() if name == "Sami Example")
        author = Author(sami, "account", "social_worker")
        flat = {"words": "Look at two flats near college", "owner": sami, "owner_words": ""}
        flat |= {"due": date(2026, 3, 2).isoformat(), "source": "housing"}
        flat |= {"mark": "personal_housing_plan"}
        theirs = {"words": "Register with a doctor", "owner": "young_person", "due": None}
        with command(db, new_id(), author=author, recorded_at=datetime.now(UTC)) as c:
            for more in ({}, theirs, {"words": "Get a bus pass"}, {"words": "See the youth club"}):
                plan.add(c, case_id, flat | more)
            first, _, done, out = plan_in(read(db, case(case_id))).open[-4:]
            plan.finish(c, case_id, done, "It came in the post")
            plan.drop(c, case_id, out, "You did not like the look of it")
            plan.record_view(c, case_id, "partly", "I want to see more of my sister.", "")
            lines = [{"kind": "title", "runs": [["Your plan", "en"]]}]
            lines += [{"kind": "action", "runs": [["Look at two flats near college", ""]]}]
            given = plan.give(c, case_id, "paper", "en", "0" * 16, lines)
    return first.id, given.id


def no_words(officer: Officer) -> None:
    officer.fill_in(words="")
    save(officer)


def of_plan(name: str, address: str = "", **more) -> Place:
    title = f".*, {REFERENCE}"
    return Place(name, f"{PLAN}{address}", **{"title": title, "who": SOCIAL_WORKER, **more})


WRONG = {"then": save, "has_errors": True}
PLACES_OF_THE_PLAN = (
    of_plan("plan"),
    of_plan("plan, add", "/add"),
    of_plan("plan, nothing added", "/add", **WRONG),
    of_plan("plan, change", "/{planned}/change"),
    of_plan("plan, changed into nothing", "/{planned}/change", then=no_words, has_errors=True),
    of_plan("plan, done", "/{planned}/done"),
    of_plan("plan, take out", "/{planned}/drop"),
    of_plan("plan, taken out without a reason", "/{planned}/drop", **WRONG),
    of_plan("plan, what they think", "/their-view"),
    of_plan("plan, nothing of what they think", "/their-view", **WRONG),
    of_plan("plan, given", "/given"),
    of_plan("plan, as it was given", "/given/{plan_given}"),
    of_plan("plan, given in no way", "/given", **WRONG),
)
