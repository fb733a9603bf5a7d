"""Made-up people to try the service with. Fills only a database that holds nobody."""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlite_utils import Database

from forms import card
from protocol.advice import advise
from protocol.decisions import TONIGHT, departures
from protocol.pack import current_pack
from protocol.people import ROLES
from rules.calendar import london
from rules.evaluate import read_facts
from store import decisions, packs
from store.accounts import Account, add_account, add_human, humans
from store.ids import new_id
from store.journal import command, head
from store.presentations import presentation
from store.references import free_reference
from store.stream_names import case

PASSWORD = "front door demo"

PEOPLE = (
    ("Olive Example", "officer@frontdoor.example", "housing_needs_officer"),
    ("Otis Example", "officer2@frontdoor.example", "housing_needs_officer"),
    ("Dana Example", "housing.manager@frontdoor.example", "housing_duty_manager"),
    ("Erin Example", "edt@frontdoor.example", "emergency_duty_team_worker"),
    ("Milo Example", "mash@frontdoor.example", "mash_social_worker"),
    ("Maya Example", "mash.manager@frontdoor.example", "mash_manager"),
    ("Sami Example", "social.worker@frontdoor.example", "social_worker"),
    ("Hope Example", "head@frontdoor.example", "head_of_service"),
    ("Leo Example", "lawyer@frontdoor.example", "lawyer"),
    ("Aida Example", "auditor@frontdoor.example", "auditor"),
)


def demo(db: Database, now: datetime) -> Iterator[str]:
    """Fill an empty database; say how to sign in."""
    if not humans(db):
        officers = [
            add_account(db, add_human(db, name), email, PASSWORD, role)
            for name, email, role in PEOPLE
        ]
        _two_young_people(db, officers[0], now)
    known = {row["email"] for row in db.query("select email from accounts")}
    yield "Sign in with one of these. They are made up, and so is everybody in the demo."
    for name, email, role in PEOPLE:
        if email in known:
            yield f"  {email:36} {ROLES[role]} ({name})"
    yield f"  password: {PASSWORD}"


def _two_young_people(db: Database, officer: Account, now: datetime) -> None:
    """One whose case is open, and one whose decision is still to come."""
    today = london(now).date()
    seventeen = today.replace(year=today.year - 17, month=1, day=15).isoformat()
    earlier = now - timedelta(minutes=40)
    nowhere = {"where": "nowhere", "age": "date_of_birth", "date_of_birth": seventeen}
    id = _came(db, officer, earlier, nowhere)
    made = decisions.Made(
        option="bed_and_mash",
        reason="Told to leave last night and has nowhere to go. Made up for the demo.",
        told_young_person="A bed tonight, and that the children's team will ring today.",
        name="Testy McExample",
    )
    _decided(db, officer, id, made, nowhere, earlier + timedelta(minutes=10))
    _came(db, officer, now - timedelta(minutes=5), {"where": "not_settled"})


WORDINGS = {
    "where": "Where can they stay?",
    "age": "How old are they?",
    "date_of_birth": "What is their date of birth?",
    "asked": "When did they first ask us for help?",
}
WORDS = {
    "nowhere": "Nowhere safe tonight",
    "not_settled": "Somewhere safe tonight, but not settled",
    "date_of_birth": "I have their date of birth",
    "now": "Just now",
}


def _came(db: Database, officer: Account, at: datetime, said: dict[str, str]) -> str:
    id, said = new_id(), {**said, "asked": "now"}
    given = {
        "journey": card.JOURNEY,
        "page": card.PAGE,
        "answers": [
            {
                "question": question,
                "wording": WORDINGS[question],
                "value": value,
                "words": WORDS.get(value),
                "standing": "answered",
            }
            for question, value in said.items()
        ],
        "facts": card.facts(said, at),
    }
    with command(db, new_id(), author=officer.author(), recorded_at=at) as c:
        started = {"reference": free_reference(c.db, secrets.choice)}
        c.append(case(id), "presentation_started", started)
        c.append(case(id), "answers_given", given)
    return id


def _decided(
    db: Database,
    officer: Account,
    id: str,
    made: decisions.Made,
    said: dict[str, str],
    at: datetime,
) -> None:
    pack, found = current_pack(), presentation(db, id)
    assert found is not None
    packs.archive(db, pack.hash, pack.text, at)
    facts = card.facts({**said, "asked": "now"}, found.started_at)
    advice = advise(pack, read_facts(pack, facts | {"at_point_of_decision": "yes"}), at)
    departs = departures(TONIGHT, TONIGHT.option(made.option), advice)
    with command(db, new_id(), author=officer.author(), recorded_at=at) as c:
        decisions.record(c, found, facts, advice, made, departs, head(db, case(id)))
