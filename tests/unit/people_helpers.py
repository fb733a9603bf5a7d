"""People on record, to be found or not."""

from datetime import date

from sqlite_utils import Database

from store import person_names, same_person
from store.duplicates import possible_duplicates
from store.ids import new_id
from store.journal import command
from store.search import search
from store.stream_names import case, person
from tests.unit.store_helpers import ADA, NOW, appended

CY = "human-cy"


def recorded(db: Database, name: str, born: str | None = None, *aliases: str) -> str:
    """The id of a new person."""
    id = new_id()
    appended(db, person(id), "person_recorded", {"name": name, "date_of_birth": born})
    for alias in aliases:
        with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
            person_names.add_alias(c, id, alias, "They said so.")
    return id


def case_of(db: Database, person_id: str, reference: str) -> str:
    """The stream of a new case."""
    stream = case(new_id())
    appended(db, stream, "presentation_started", {"reference": reference})
    appended(db, stream, "case_opened", {"person_id": person_id, "reference": reference})
    return stream


def restricted(db: Database, person_id: str, reference: str = "FD-RRRRRR") -> str:
    """The stream of a case of theirs that only Ada may see."""
    stream = case_of(db, person_id, reference)
    appended(db, stream, "case_restricted", {"allowed": [], "reason": "A relative works here"})
    return stream


def linked(db: Database, one: str, other: str, reason: str = "The same tattoo.") -> None:
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        same_person.link(c, one, other, reason)


def unlinked(db: Database, one: str, other: str, reason: str = "They are cousins.") -> None:
    with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        same_person.unlink(c, one, other, reason)


def found(db: Database, text: str, reader: str = CY) -> dict[str | None, str]:
    """Name to the reason, in the order shown."""
    return {match.person.name: match.because for match in search(db, text, reader)}


def like(
    db: Database, name: str, born: str | None = None, reader: str = CY
) -> dict[str | None, str]:
    """Name to the reason, in the order shown."""
    day = date.fromisoformat(born) if born else None
    return {each.person.name: each.reason for each in possible_duplicates(db, name, day, reader)}
