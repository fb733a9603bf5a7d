"""The support package, and who visits.

    support_package_recorded {provider, provider_words, visitors, visitors_words, others, starts_on,
                              high_level, words, facts}

``visitors`` are the humans who visit and can sign in, also at the weekend; ``visitors_words`` says
who it is in any case. The latest holds, until the support has ended. A case is watched for visits
also where nobody has recorded a package, which is when it matters most (``watch.py``).
"""

from collections.abc import Iterable

from sqlite_utils import Database

from store import bodies
from store.bed_entries import PACKAGE
from store.database import row, rows
from store.entry import Entry
from store.stream_names import subject
from store.support.watch import watch_in
from store.tables import keeps, projects

PROVIDERS = {
    "accommodation": "The place they live in",
    "early_help": "Early Help",
    "other": "Somebody else",
}
"""Who gives the support (7 ¶1)."""


def package_in(entries: Iterable[Entry]) -> Entry | None:
    """The package that holds, unless the support was ended since."""
    entries = tuple(entries)
    watch = watch_in(entries)
    if watch is None or watch.ended_at:
        return None
    return next((entry for entry in reversed(entries) if entry.kind == PACKAGE), None)


def visits(db: Database, case_id: str, human_id: str) -> bool:
    """Whether this human is one of those who visit. Nobody does once the support has ended."""
    return bool(
        row(
            db,
            """
            select 1 from support_visitors
            join support_cases on support_cases.case_id = support_visitors.case_id
            where support_visitors.case_id = :id and human_id = :human and ended_at is null
            """,
            {"id": case_id, "human": human_id},
        )
    )


def visitors_of(db: Database, case_id: str) -> list[str]:
    """The ids of the humans who visit."""
    found = rows(
        db,
        "select human_id from support_visitors where case_id = :id order by 1",
        {"id": case_id},
    )
    return [each["human_id"] for each in found]


# The table: who visits.

keeps("support_visitors", of="case", key="case_id")


@projects(PACKAGE, of="case")
def somebody_visits(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right. Erased by
    law, whoever visited before still does: nobody is left without."""
    id = subject(entry.stream)
    if entry.body is None:
        return
    for name in ("provider", "provider_words", "visitors_words"):
        bodies.field(entry, name, str)
    bodies.field(entry, "facts", dict)
    visitors = bodies.field(entry, "visitors", list)
    if not all(isinstance(each, str) for each in visitors):
        raise ValueError("Those who visit are named by the ids of humans.")
    db.execute("delete from support_visitors where case_id = :id", {"id": id})
    for human_id in dict.fromkeys(visitors):
        db.execute(
            "insert into support_visitors (case_id, human_id) values (:id, :human)",
            {"id": id, "human": human_id},
        )
