"""Somebody who is supported, with something of every kind on record: who may open which page."""

from collections.abc import Callable
from contextlib import closing

from store.checklist import checklist, reviewing
from store.database import connect
from store.ids import new_id
from store.journal import Author, command, read
from store.stream_names import case

PACKAGE = {
    "provider": "early_help",
    "provider_words": "Early Help, north team",
    "visitors_words": "Two of the team, in turn",
    "starts_on": "2026-08-28",
    "words": "",
    "facts": {"high_level_support_in_place": "yes"},
}


class Supported:
    """A case somebody decided, whose visitors are the support worker and the early help worker."""

    def __init__(self, db, case_id, now):
        self.db, self.case_id, self.now = db, case_id, now
        self.address = f"/cases/{case_id}/support"

    def author(self, role):
        """Whoever signs in with this role."""
        (found,) = self.db.query("select id, human_id from accounts where role = ?", [role])
        return Author(found["human_id"], found["id"], role)

    def carry_out(self, role, what, *about, **more):
        """``what(c, ...)``, done by whoever has this role."""
        with command(self.db, new_id(), author=self.author(role), recorded_at=self.now) as c:
            return what(c, *about, **more)

    def record(self, role, kind, body):
        return self.carry_out(role, lambda c: c.append(case(self.case_id), kind, body))


def has_a_package(supported):
    visitors = [supported.author(role).human_id for role in ("support_worker", "early_help_worker")]
    supported.record("team_manager", "support_package_recorded", PACKAGE | {"visitors": visitors})
    return [("support_worker", supported.address)]


SAID = {
    number: {"parts": {"it": {"value": value, "words": ""}}}
    for number, value in ((13, "yes"), (15, "no"), (24, "partly"))
}
"""What the support worker wrote down: a worry, and two things to work on."""


def somebody_looks_at_a_checklist(supported):
    """One point accepted, one sent back, one not looked at yet."""
    said_of_fifty_points(supported, SAID)
    supported.carry_out("social_worker", look, supported, 15, checklist.ACCEPTED)
    supported.carry_out("social_worker", look, supported, 24, checklist.SENT_BACK, "Since when?")
    (found,) = checklists_of(supported)[-1:]
    at = f"{supported.address}/checklists/{found.id}/review"
    return [
        *(("social_worker", f"{at}{page}") for page in ("", "/13", "/13/edit", "/13/send-back")),
        ("support_worker", f"{at}/24/answer-question"),
    ]


def fifty_points_on_paper(supported):
    return [("support_worker", f"{supported.address}/checklists/paper")]


def checklists_of(supported):
    return checklist.checklists_in(read(supported.db, case(supported.case_id)))


def look(c, supported, *about):
    reviewing.look(c, supported.case_id, checklists_of(supported)[-1], *about)


def said_of_fifty_points(supported, said):
    """The support worker talks with them, and asks for somebody else to look at it. Its id."""
    id = supported.carry_out("support_worker", checklist.start, supported.case_id)
    for what, *more in ((checklist.answer, said), (checklist.put_forward, "Please look at it.")):
        about = checklists_of(supported)[-1]
        supported.carry_out("support_worker", what, supported.case_id, about, *more)
    return id


AREAS: tuple[Callable, ...] = (has_a_package, somebody_looks_at_a_checklist, fifty_points_on_paper)
"""What each area puts on record, in this order; it gives who opens which page then."""


def pages_of_support(path, case_id, now):
    """Who opens which page of somebody who is supported."""
    db = connect(path)
    with closing(db.conn):
        supported = Supported(db, case_id, now)
        return [page for area in AREAS for page in area(supported)]
