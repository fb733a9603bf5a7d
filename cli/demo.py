"""Made-up people to try the service with. Fills only a database that holds nobody."""

import secrets
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from checklists.fifty_points import point
from forms import card
from protocol.advice import advise
from protocol.decisions import TONIGHT, departures
from protocol.pack import current_pack
from protocol.people import (
    EARLY_HELP_WORKER,
    HOUSING_NEEDS_OFFICER,
    MASH_SOCIAL_WORKER,
    ROLES,
    SOCIAL_WORKER,
    SUPPORT_WORKER,
)
from protocol.visiting import SEEN, SUPPORT
from rules.calendar import london
from rules.evaluate import read_facts
from store import decisions, packs, person_names
from store.accounts import Account, add_account, add_human, humans
from store.bed_entries import BED, PACKAGE
from store.checklist import checklist
from store.ids import new_id
from store.journal import command, head
from store.mash.received import Arrival, ChildTold, add_child, receive
from store.presentations import presentation
from store.reading import read
from store.references import free_reference
from store.stream_names import case, person
from store.support import visits
from store.tasks import OPEN as TO_DO
from store.tasks import tasks_of

PASSWORD = "front door demo"

PEOPLE = (
    ("Olive Example", "officer@frontdoor.example", "housing_needs_officer"),
    ("Otis Example", "officer2@frontdoor.example", "housing_needs_officer"),
    ("Hari Example", "assessor@frontdoor.example", "housing_options_assessor"),
    ("Dana Example", "housing.manager@frontdoor.example", "housing_duty_manager"),
    ("Olive Example", "officer.as.manager@frontdoor.example", "housing_duty_manager"),
    ("Sena Example", "service.manager@frontdoor.example", "service_manager"),
    ("Hope Example", "head@frontdoor.example", "head_of_service"),
    ("Erin Example", "edt@frontdoor.example", "emergency_duty_team_worker"),
    ("Milo Example", "mash@frontdoor.example", "mash_social_worker"),
    ("Maya Example", "mash.manager@frontdoor.example", "mash_manager"),
    ("Sami Example", "social.worker@frontdoor.example", "social_worker"),
    ("Duna Example", "social.work.manager@frontdoor.example", "social_work_duty_manager"),
    ("Tess Example", "team.manager@frontdoor.example", "team_manager"),
    ("Theo Example", "threshold.owner@frontdoor.example", "threshold_owner"),
    ("Eli Example", "early.help@frontdoor.example", "early_help_worker"),
    ("Suki Example", "support@frontdoor.example", "support_worker"),
    ("Leo Example", "lawyer@frontdoor.example", "lawyer"),
    ("Aida Example", "auditor@frontdoor.example", "auditor"),
)


OPEN, KNOWN, ALIAS = "Testy McExample", "Riley Specimen", "Jo Placeholder"
SUPPORTED = "Ash Fictitious"

TO_TRY = (
    (KNOWN, f"“Rylee Specimin”, or “{ALIAS}”, born {{born}}: is on record, with an alias"),
    (OPEN, "“Testi McExample”, born {born}: is on record, and has an open case"),
)
"""Whom somebody about to be recorded can be like, and how to try it."""


def demo(db: Database, now: datetime) -> Iterator[str]:
    """Fill an empty database; say how to sign in and what to try."""
    if not humans(db):
        workers = _workers(db)
        officer = workers[0]
        _two_young_people(db, officer, now)
        _known_by_another_name(db, officer, now)
        _told_to_mash(db, next(each for each in workers if each.role == MASH_SOCIAL_WORKER), now)
        _supported(db, {each.role: each for each in workers}, now)
    known = {row["email"] for row in db.query("select email from accounts")}
    yield "Sign in with one of these. They are made up, and so is everybody in the demo."
    for name, email, role in PEOPLE:
        if email in known:
            yield f"  {email:38} {ROLES[role]} ({name})"
    yield f"  password: {PASSWORD}"
    yield "One human can have two accounts and still not sign what they decided themselves."
    yield "To be asked who it is, record a decision for somebody with one of these names:"
    for name, says in TO_TRY:
        for each in db.query("select date_of_birth from people where name = ?", [name]):
            born = date.fromisoformat(each["date_of_birth"])
            yield f"  {says.format(born=f'{born.day} {born:%B %Y}')}"


def _workers(db: Database) -> list[Account]:
    """An account for each of ``PEOPLE``. Whoever is in it twice is one human."""
    ids = {name: add_human(db, name) for name in dict.fromkeys(name for name, _, _ in PEOPLE)}
    return [add_account(db, ids[name], email, PASSWORD, role) for name, email, role in PEOPLE]


def _known_by_another_name(db: Database, officer: Account, now: datetime) -> None:
    """Somebody on record who has no case."""
    born = london(now).date().replace(year=london(now).year - 17, month=3, day=9)
    with command(db, new_id(), author=officer.author(), recorded_at=now - timedelta(days=1)) as c:
        id = new_id()
        recorded = {"name": KNOWN, "date_of_birth": born.isoformat()}
        c.append(person(id), "person_recorded", recorded)
        person_names.add_alias(c, id, ALIAS, "What their school calls them. Made up for the demo.")


def _told_to_mash(db: Database, worker: Account, now: datetime) -> None:
    """A police notification about two children, and a contact from a school. Nobody has rated
    any of them yet."""
    police = Arrival(
        "police",
        "police_legal",
        "Called to a loud argument at home. Both children were upstairs. Made up for the demo.",
        agency="The local police team",
        told_by="A made-up constable",
        contact_details="020 7946 0000",
        young_person_knows="not_known",
    )
    school = Arrival(
        "phone",
        "school_education",
        "Often tired and late since Christmas. Says there is nobody at home. Made up for the demo.",
        agency="A made-up school",
        told_by="The head of year",
        contact_details="020 7946 0001",
        young_person_knows="yes",
    )
    safe = {"harm_now": "no", "nowhere_safe_tonight": "no", "missing_now": "no"}
    for arrival, ago, children in (
        (police, timedelta(hours=2), (("Quill Madeup", 15), ("Wren Madeup", 11))),
        (school, timedelta(minutes=50), (("Indigo Fictional", 13),)),
    ):
        with command(db, new_id(), author=worker.author(), recorded_at=now - ago) as c:
            came = receive(c, new_id(), arrival, now - ago, secrets.choice)
            for name, age in children:
                add_child(c, came, ChildTold(name, age=age, where="At home", facts=safe), None)


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
        name=OPEN,
    )
    _decided(db, officer, id, made, nowhere, earlier + timedelta(minutes=10))
    _came(db, officer, now - timedelta(minutes=5), {"where": "not_settled"})


def _supported(db: Database, workers: dict[str, Account], now: datetime) -> None:
    """Somebody in a bed for four days, whom two people visit. Nobody has recorded seeing them
    yesterday, and the fifty points have been begun."""
    officer, social_worker = workers[HOUSING_NEEDS_OFFICER], workers[SOCIAL_WORKER]
    support, early_help = workers[SUPPORT_WORKER], workers[EARLY_HELP_WORKER]
    came = now - timedelta(days=4)
    born = london(now).date().replace(year=london(now).year - 17, month=2, day=3)
    nowhere = {"where": "nowhere", "age": "date_of_birth", "date_of_birth": born.isoformat()}
    id = _came(db, officer, came, nowhere)
    made = decisions.Made(
        option="bed_and_mash",
        reason="Sofas ran out. Made up for the demo.",
        told_young_person="A bed tonight, and that somebody visits every day.",
        name=SUPPORTED,
    )
    _decided(db, officer, id, made, nowhere, came + timedelta(minutes=10))
    in_bed = came + timedelta(minutes=30)
    _done(db, officer, id, FIRST_EVENING, came + timedelta(minutes=20))
    with command(db, new_id(), author=social_worker.author(), recorded_at=in_bed) as c:
        held = {"to": social_worker.human_id, "words": "For the demo.", "tasks": []}
        c.append(case(id), "case_handed_to", held)
        c.append(case(id), BED, {**IN_A_BED, "since": in_bed.isoformat()})
        visitors = [support.human_id, early_help.human_id]
        day = {"starts_on": london(in_bed).date().isoformat()}
        c.append(case(id), PACKAGE, {**SUPPORT_PACKAGE, **day, "visitors": visitors})
    _done(db, social_worker, id, IN_BED, in_bed + timedelta(minutes=30))
    for who, ago, alone, theirs in (
        (support, timedelta(days=3), "yes", "It is quiet here. I slept."),
        (early_help, timedelta(days=2), "no", "Fine."),
    ):
        said = {"kind": SUPPORT, "outcome": SEEN, "alone": alone, "theirs": theirs}
        with command(db, new_id(), author=who.author(), recorded_at=now - ago) as c:
            visits.record(c, id, said, now - ago, came)
    _talked_about(db, support, id, now - timedelta(days=2))


def _done(db: Database, worker: Account, id: str, acts: frozenset[str], at: datetime) -> None:
    """Somebody says that these are done, so that the young person's plan does not promise them."""
    rules = current_pack().rule
    with command(db, new_id(), author=worker.author(), recorded_at=at) as c:
        for task in tasks_of(db, id):
            if task.state == TO_DO and task.rule_id in rules and rules[task.rule_id].act in acts:
                body = {"task_id": task.id, "words": task.words}
                c.append(case(id), "task_done", body)


def _talked_about(db: Database, worker: Account, id: str, at: datetime) -> None:
    """A few of the fifty points. One is a worry."""
    with command(db, new_id(), author=worker.author(), recorded_at=at) as c:
        checklist.start(c, id)
    (begun,) = checklist.checklists_in(read(db, case(id)))
    said = {
        number: {"parts": {point(number).parts[0].id: {"value": value, "words": words}}}
        for number, value, words in SAID
    }
    with command(db, new_id(), author=worker.author(), recorded_at=at) as c:
        checklist.answer(c, id, begun, said)


FIRST_EVENING = frozenset({"refer_to_mash", "tell_what_is_shared"})
IN_BED = frozenset({"secure_bed_tonight", "place_out_of_hours", "escort_and_settle"})
"""What was done for the supported young person when they came, and once they had a bed."""

IN_A_BED = {
    "kind": "supported_accommodation",
    "where": "In supported accommodation",
    "place": "The Made-Up Project, 1 Elm Road, 020 7946 0000",
    "escort": None,
    "introduced_by": None,
    "confirmed_by": "Sami Example",
    "facts": {
        "bed_confirmed": "yes",
        "in_emergency_accommodation": "yes",
        "legal_basis": "not_yet_determined",
    },
}
SUPPORT_PACKAGE = {
    "provider": "accommodation",
    "provider_words": "The Made-Up Project, 020 7946 0000",
    "visitors_words": "Suki Example, support worker; Eli Example, early help worker",
    "others": None,
    "high_level": "yes",
    "words": "Somebody there day and night, a visit every day, help with papers and school.",
    "facts": {"high_level_support_in_place": "yes"},
}
SAID = ((13, "yes", "Their ex waits outside school."), (15, "no", None), (24, "partly", None))

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
