"""Made-up people to try the service with. Fills only a database that holds nobody."""

from collections.abc import Iterator
from datetime import datetime

from sqlite_utils import Database

from protocol.people import ROLES
from store.accounts import add_account, add_human, humans

PASSWORD = "front door demo"

PEOPLE = (
    ("Olive Example", "officer@frontdoor.example", "housing_needs_officer"),
    ("Otis Example", "officer2@frontdoor.example", "housing_needs_officer"),
    ("Dana Example", "housing.manager@frontdoor.example", "housing_duty_manager"),
    ("Erin Example", "edt@frontdoor.example", "emergency_duty_team_worker"),
    ("Milo Example", "mash@frontdoor.example", "mash_social_worker"),
    ("Maya Example", "mash.manager@frontdoor.example", "mash_manager"),
    ("Sami Example", "social.worker@frontdoor.example", "social_worker"),
    ("Aida Example", "auditor@frontdoor.example", "auditor"),
)


def demo(db: Database, now: datetime) -> Iterator[str]:
    """Fill an empty database; say how to sign in."""
    if not humans(db):
        for name, email, role in PEOPLE:
            add_account(db, add_human(db, name), email, PASSWORD, role)
    known = {row["email"] for row in db.query("select email from accounts")}
    yield "Sign in with one of these. They are made up, and so is everybody in the demo."
    for name, email, role in PEOPLE:
        if email in known:
            yield f"  {email:36} {ROLES[role]} ({name})"
    yield f"  password: {PASSWORD}"
