"""Four children in one contact, each of whom has forms that no other has."""

from datetime import timedelta

from store import stream_names
from store.database import row, rows
from store.ids import new_id
from store.journal import Author, command
from store.mash import checks, feedback, handing_on, sharing
from store.mash.contact_child import children_in
from store.own_tasks import Due
from store.reading import read
from tests.unit.mash_helpers import a_contact, decision, rating

SHARED = {
    "told_family": "not_yet",
    "young_person": "yes",
    "parent": "not_asked",
    "service_agreed": "yes",
    "service": "Youth work",
    "ground": "level_4",
    "ground_words": "They were hit.",
}
TO_EARLY_HELP = {
    "way": "early_help",
    "to": "the early help team",
    "team": "early_help_worker",
    "why": "Rows at home.",
    "support": "Weekly visits.",
    "agreement": {"young_person": "yes", "parent": "not_asked", "parent_who": None},
}
STEPS = {
    "undecided": ("sharing", "withdraw-agreement", "ask-check", "step-down",
                  "strategy-discussion"),
    "decided": ("hand-on", "feedback", "no-feedback"),
    "settled": ("close",),
}  # fmt: skip


def children_at_every_step(db, case_id, now):
    """Pairs of a role and the address of a form that it can use."""
    at, check = four_children(db, now, case_id)
    pairs = [("mash_manager", f"{at[how]}/{step}") for how in STEPS for step in STEPS[how]]
    pairs.append(("mash_manager", f"{at['handed_on']}/checks/{check}/answer"))
    pairs.append(("early_help_worker", f"{at['handed_on']}/checks/{check}/read"))
    pairs.append(("early_help_worker", f"{at['handed_on']}/receive"))
    return pairs


def four_children(db, now, case_id=None):
    """How far each of four children in one contact is → the address of its page; and the id of a
    check about the last, which was answered after it was handed on to the early help team."""
    contact, *ids = a_contact(db, *NAMES, at=now, born=None, case_id=case_id)
    undecided, decided, settled, handed_on = (Child(db, now, contact, id) for id in ids)
    undecided.asked()
    decided.decided("referral_to_early_help")
    settled.decided("information_or_nfa")
    settled.does(feedback.withhold, settled.as_it_stands, "not_known_who", "No name.")
    check = handed_on.asked()
    handed_on.decided("referral_to_early_help")
    handed_on.answered(check, handed_on.handed_on())
    at = {"undecided": undecided.url, "decided": decided.url}
    return {**at, "settled": settled.url, "handed_on": handed_on.url}, check


NAMES = ("Una Made-Up", "Dee Made-Up", "Sid Made-Up", "Hana Made-Up")


class Child:
    """One child, 16 as far as anybody knows, rated, with agreement and a ground on record."""

    def __init__(self, db, now, contact, id):
        self.db, self.now, self.id = db, now, id
        self.stream = stream_names.contact(contact)
        self.url = f"/contacts/{contact}/children/{id}"
        account = row(db, "select * from accounts where role = 'mash_social_worker'", {})
        self.author = Author(account["human_id"], account["id"], account["role"])
        self.says("child_rated", rating(self.id, "green", abuse_or_violence="no"))

    def does(self, what, *said, **more):
        with command(self.db, new_id(), author=self.author, recorded_at=self.now) as c:
            return what(c, *said, **more)

    def says(self, kind, body):
        return self.does(lambda c: c.append(self.stream, kind, body))

    @property
    def as_it_stands(self):
        return next(e for e in children_in(read(self.db, self.stream)) if e.id == self.id)

    def asked(self):
        """The id of a check."""
        self.does(sharing.record, self.as_it_stands, SHARED)
        due = Due(self.now + timedelta(hours=4), "4 hours")
        asked = self.does(checks.ask, self.as_it_stands, "police", "What is known?", due)
        return asked.id

    def decided(self, outcome):
        self.says("child_decided", decision(self.id, outcome))

    def handed_on(self):
        due = Due(self.now + timedelta(days=3), "Within 1 working day")
        self.does(handing_on.hand_on, self.as_it_stands, TO_EARLY_HELP, due)
        return handing_on.last_hand_on(read(self.db, self.stream), self.id)

    def answered(self, check, handed):
        def answer(c):
            came = checks.answer(c, self.as_it_stands, check, "information", "Two calls.")
            handing_on.tell_of_late_answer(c, handed, came, "Police")
            return came

        return self.does(answer)


def first_case(db):
    """The id of some case."""
    return rows(db, "select id from cases order by id limit 1", {})[0]["id"]
