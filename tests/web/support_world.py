"""Somebody who is supported, with something of every kind on record: who may open which page."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime

from rules.calendar import LONDON
from store.checklist import checklist, reviewing
from store.database import connect
from store.ids import new_id
from store.journal import Author, command, read
from store.plan import plan
from store.plan.plan import plan_in
from store.rights import rights
from store.stream_names import case
from store.support import fewer_visits, visits

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

    def entries(self):
        return read(self.db, case(self.case_id))

    def record(self, role, kind, body):
        return self.carry_out(role, lambda c: c.append(case(self.case_id), kind, body))


BED = {"since": "2026-08-25T22:00:00+01:00", "kind": "other", "where": "Elsewhere", "facts": {}}
VISIT = {"kind": "support", "alone": "yes", "who": None, "words": None, "theirs": None}
WEDNESDAY = datetime(2026, 8, 26, 15, tzinfo=LONDON)
MISSED = "2026-08-27"


def has_a_package(supported):
    """In a bed since Tuesday."""
    supported.record("social_worker", "bed_confirmed", BED)
    visitors = [supported.author(role).human_id for role in ("support_worker", "early_help_worker")]
    supported.record("team_manager", "support_package_recorded", PACKAGE | {"visitors": visitors})
    return [("support_worker", supported.address)]


def is_visited(supported):
    """Seen on Wednesday, and not recorded as seen on Thursday. Fewer visits wait for somebody to
    agree."""
    said = {**VISIT, "outcome": "seen", "why_late": None}
    visit = supported.carry_out(
        "support_worker", visits.record, supported.case_id, said, WEDNESDAY, WEDNESDAY
    )
    decided = {
        "every_days": 3,
        "starts_on": "2026-08-30",
        "look_again_on": "2026-09-10",
        "evidence": [15],
        "said": ["15. They manage money."],
        "reason": "They cope.",
        "young_person_said": "Fine by me.",
    }
    supported.carry_out(
        "social_worker",
        lambda c: fewer_visits.decide(
            c, supported.case_id, decided, "Every third day", "Worries: none", ("team_manager",)
        ),
    )
    at = supported.address
    return [
        *(("support_worker", f"{at}/{page}") for page in ("visits", "visits/new", "package")),
        ("support_worker", f"{at}/visits/{visit.body['visit_id']}/take-back"),
        ("support_worker", f"{at}/missed/{MISSED}/seen"),
        ("support_worker", f"{at}/missed/{MISSED}/nobody"),
        ("social_worker", f"{at}/fewer-visits"),
        ("support_worker", f"{at}/daily-visits-again"),
        ("social_worker", f"{at}/end"),
    ]


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


def somebody_talks_it_through(supported):
    """Something was added since it was put forward."""
    found = checklists_of(supported)[-1]
    known = {"known": {"value": "said", "words": "A choir."}}
    more = {46: {"parts": known}}
    supported.carry_out("support_worker", checklist.answer, supported.case_id, found, more)
    at = f"{supported.address}/checklists/{found.id}"
    return [
        ("support_worker", f"{at}{page}") for page in ("", "/groups", "/changes", "/put-forward")
    ]


def has_a_plan(supported):
    """One action of each state, what they think of it, and that it was given."""
    here, c = f"{supported.address}/plan", supported.carry_out
    said = {"owner": "young_person", "owner_words": "", "due": "2026-09-01"}
    said |= {"words": "Open a bank account", "source": "assessment", "mark": "child_in_need_plan"}
    for words in ("Open a bank account", "See a flat", "Ring my aunt"):
        c("support_worker", plan.add, supported.case_id, said | {"words": words})
    going_on, done, dropped = plan_in(supported.entries()).open
    c("support_worker", plan.finish, supported.case_id, done, "It was nice")
    c("support_worker", plan.drop, supported.case_id, dropped, "She rang herself")
    c("support_worker", plan.record_view, supported.case_id, "partly", "Too many meetings", "")
    lines = [{"kind": "title", "runs": [["Your plan", "en"]]}]
    given = c("support_worker", plan.give, supported.case_id, "paper", "en", "0" * 16, lines)
    pages = ["", "/plan.pdf", "/dates.ics", "/add", "/their-view", "/given"]
    pages += [f"/given/{given.id}"]
    pages += [f"/{going_on.id}/{step}" for step in ("change", "done", "drop")]
    return [("support_worker", f"{here}{page}") for page in pages]


GIVEN = {
    **{"version": "", "sheet": None, "other_sheet": "The leaflet of 2024", "language": ""},
    **{"how": ["paper"], "explained": "yes", "explained_by": "Sami", "in_their_language": "yes"},
    **{"what_refusing_means": "not_known", "advocate": "not_offered", "advocate_who": ""},
    **{"independent": "", "words": "", "at": "2026-08-28T12:00:00+01:00"},
}


def told_their_rights(supported):
    """An older leaflet, and they were not asked how they were treated."""
    given = supported.carry_out("social_worker", rights.give, supported.case_id, GIVEN)
    not_asked = {"asked": False, "why_not": "Too tired", "by": "", "by_words": "", "words": ""}
    supported.record("support_worker", rights.FEEDBACK, {**not_asked, "answers": {}})
    at = f"{supported.address}/rights"
    return [
        *(("support_worker", f"{at}{page}") for page in ("", "/give", "/feedback")),
        ("support_worker", f"{at}/what-they-said"),
        ("support_worker", f"{at}/{given.id}"),
        *(("team_manager", f"/across{page}") for page in ("", "/points.csv")),
    ]


AREAS: tuple[Callable, ...] = (
    has_a_package,
    somebody_looks_at_a_checklist,
    somebody_talks_it_through,
    is_visited,
    has_a_plan,
    told_their_rights,
    fifty_points_on_paper,
)
"""What each area puts on record, in this order; it gives who opens which page then."""


def nobody_talked_yet(supported):
    """Where the fifty points can be begun."""
    has_a_package(supported)
    return [("support_worker", f"{supported.address}/checklists/new")]


def pages_of_support(path, case_id, now, areas=AREAS):
    """Who opens which page of somebody who is supported."""
    db = connect(path)
    with closing(db.conn):
        supported = Supported(db, case_id, now)
        return [page for area in areas for page in area(supported)]
