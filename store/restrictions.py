"""Restricted cases: invisible to everybody but those named, even as a name.

``case_restricted`` {allowed: [human ids], reason} and ``case_unrestricted`` {reason}. Whoever
is not allowed to see one of a person's cases does not see the person either.
"""

from sqlite_utils import Database

from store.bodies import field
from store.database import row, rows
from store.entry import Entry
from store.stream_names import subject
from store.tables import keeps, projects

# For SQL over ``cases``: true of a case that the human :reader must not know of.
HIDDEN_CASE = """(
    exists (select 1 from restrictions where restrictions.case_id = cases.id)
    and not exists (
        select 1 from restrictions
        where restrictions.case_id = cases.id and restrictions.human_id = :reader)
)"""

# For SQL over ``people``: true of a person with such a case.
HIDDEN_PERSON = f"""exists (
    select 1 from cases where cases.person_id = people.id and {HIDDEN_CASE}
)"""


def may_see_case(db: Database, case_id: str, human_id: str) -> bool:
    """Whether there is such a case and this human may know of it."""
    return bool(
        row(
            db,
            f"select 1 from cases where id = :id and not {HIDDEN_CASE}",
            {"id": case_id, "reader": human_id},
        )
    )


def seen_only_by(db: Database, case_id: str) -> tuple[str, ...]:
    """The humans who alone may see a restricted case; nobody where it is not restricted."""
    found = rows(
        db, "select human_id from restrictions where case_id = :id order by 1", {"id": case_id}
    )
    return tuple(each["human_id"] for each in found)


def may_see_person(db: Database, person_id: str, human_id: str) -> bool:
    """Whether there is such a person and this human may know of them."""
    return bool(
        row(
            db,
            f"select 1 from people where id = :id and not {HIDDEN_PERSON}",
            {"id": person_id, "reader": human_id},
        )
    )


def has_restricted_case(db: Database, person_id: str) -> bool:
    """Whether one of the person's cases is kept from anybody."""
    return bool(
        row(
            db,
            """
            select 1 from cases join restrictions on restrictions.case_id = cases.id
            where cases.person_id = :id limit 1
            """,
            {"id": person_id},
        )
    )


keeps("restrictions", of="case", key="case_id")


@projects("case_restricted", of="case")
def restrict(db: Database, entry: Entry) -> None:
    """From now on only those named. Erased by law, the restriction goes on for nobody."""
    lift(db, entry)
    allowed = [] if entry.body is None else field(entry, "allowed", list)
    for human_id in {*allowed, entry.human_id}:
        db.execute(
            "insert into restrictions (case_id, human_id) values (:case_id, :human_id)",
            {"case_id": subject(entry.stream), "human_id": human_id},
        )


@projects("case_unrestricted", of="case")
def lift(db: Database, entry: Entry) -> None:
    db.execute(
        "delete from restrictions where case_id = :case_id", {"case_id": subject(entry.stream)}
    )
