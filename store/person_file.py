"""All that is known of a person, as far as the reader may know of it."""

from dataclasses import dataclass

from sqlite_utils import Database

from store.cases import Case, case_file
from store.database import row, rows
from store.people import ExternalId, Person, as_person, external_ids_of
from store.person_names import Alias, aliases_of
from store.restrictions import HIDDEN_PERSON
from store.same_person import Link, links_of


@dataclass(frozen=True)
class PersonFile:
    person: Person
    aliases: tuple[Alias, ...]
    external_ids: tuple[ExternalId, ...]
    cases: tuple[Case, ...]
    links: tuple[Link, ...]


def person_file(db: Database, person_id: str, reader: str) -> PersonFile | None:
    """None for somebody this human may not know of, or whose particulars were erased by law."""
    found = row(
        db,
        f"""
        select people.* from people
        where id = :id and people.name is not null and not {HIDDEN_PERSON}
        """,
        {"id": person_id, "reader": reader},
    )
    if found is None:
        return None
    return PersonFile(
        person=as_person(found),
        aliases=aliases_of(db, person_id),
        external_ids=external_ids_of(db, person_id),
        cases=cases_of(db, person_id, reader),
        links=links_of(db, person_id, reader),
    )


def cases_of(db: Database, person_id: str, reader: str) -> tuple[Case, ...]:
    """The person's cases this human may know of, the latest opened first."""
    found = rows(
        db,
        "select id from cases where person_id = :id order by opened_at desc, id",
        {"id": person_id},
    )
    files = [case_file(db, each["id"], reader) for each in found]
    return tuple(file.case for file in files if file)
