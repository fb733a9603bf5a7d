"""Contacts at MASH for tests of pages, as far as the pages under test do not make them."""

from store import stream_names
from store.ids import new_id
from store.journal import Author, command
from store.mash.contact_child import children_in, say
from store.reading import read
from tests.unit.mash_helpers import a_contact, decision, rating


class Child:
    """A child in a contact: its page, and what others have recorded about it."""

    def __init__(self, record, clock, *names, which=1, **more):
        self.record, self.clock = record, clock
        with record.database() as db:
            self.contact, *children = a_contact(db, *names, at=clock(), **more)
        self.id = children[which - 1]

    @classmethod
    def known(cls, record, clock, contact, id):
        """One that is on record already."""
        child = cls.__new__(cls)
        child.record, child.clock, child.contact, child.id = record, clock, contact, id
        return child

    @property
    def url(self):
        return f"/contacts/{self.contact}/children/{self.id}"

    def has(self, kind, body=None, by="mash_social_worker", **said):
        """Something about the child is on record, by the worker of this role. Its id."""
        with self.record.database() as db:
            found = db.query(
                "select id, human_id, role from accounts where email like ?", [f"{by}@%"]
            )
            account = next(iter(found))
            author = Author(account["human_id"], account["id"], account["role"])
            with command(db, new_id(), author=author, recorded_at=self.clock()) as c:
                entries = read(db, stream_names.contact(self.contact))
                child = next(each for each in children_in(entries) if each.id == self.id)
                return say(c, child, kind, body or said).id

    def rated(self, band="amber", **facts):
        return self.has("child_rated", rating(self.id, band, **facts))

    def decided(self, outcome="referral_to_early_help", by="mash_social_worker", **more):
        return self.has("child_decided", decision(self.id, outcome, **more), by=by)

    def step(self, browser, name, status=200):
        return browser.get(f"{self.url}/{name}", status)

    def page(self, browser):
        return browser.get(self.url)
