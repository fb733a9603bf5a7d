"""The support package, and which cases are watched for a visit every day.

    support_package_recorded {provider, provider_words, visitors, visitors_words, others, starts_on,
                              high_level, words, facts}
    support_ended            {reason, where, words, young_person_said, facts}

``visitors`` are the humans who visit and can sign in, also at the weekend; ``visitors_words`` says
who it is in any case. The latest of each kind holds. A case is watched from the moment somebody
has a bed there until a person ends the support: also where nobody has recorded a package, which is
when it matters most.
"""

from collections.abc import Iterable
from datetime import date

from sqlite_utils import Database

from store import bodies
from store.database import row, rows
from store.entry import Entry
from store.established import BED, ENDED, HAPPENED, PACKAGE
from store.stream_names import subject
from store.tables import keeps, projects
from store.times import to_text

PROVIDERS = {
    "accommodation": "The place they live in",
    "early_help": "Early Help",
    "other": "Somebody else",
}
"""Who gives the support (7 ¶1)."""


def package_in(entries: Iterable[Entry]) -> Entry | None:
    """The package that holds, unless the support was ended since."""
    found: Entry | None = None
    for entry in entries:
        if entry.kind == PACKAGE:
            found = entry
        elif entry.kind == ENDED:
            found = None
    return found


def visits(db: Database, case_id: str, human_id: str) -> bool:
    """Whether this human is one of those who visit."""
    return bool(
        row(
            db,
            "select 1 from support_visitors where case_id = :id and human_id = :human",
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


# The tables: a row to each case in which somebody was given a bed or support, and who visits.

keeps("support_cases", of="case", key="case_id")
keeps("support_visitors", of="case", key="case_id")

_WATCH = """
    insert into support_cases (case_id, since) values (:id, :since)
    on conflict (case_id) do update set
        since = case when ended_at is null then since else excluded.since end, ended_at = null
"""


@projects(BED, of="case")
@projects(HAPPENED, of="case")
def watch(db: Database, entry: Entry) -> None:
    """From the moment somebody sleeps there."""
    db.execute(
        _WATCH,
        {
            "id": subject(entry.stream),
            "since": bodies.moment_or_none(entry, "since") or to_text(entry.recorded_at),
        },
    )


@projects(PACKAGE, of="case")
def somebody_visits(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right. Erased by
    law, whoever visited before still does: nobody is left without."""
    id = subject(entry.stream)
    db.execute(_WATCH, {"id": id, "since": to_text(entry.recorded_at)})
    if entry.body is None:
        return
    for name in ("provider", "provider_words", "visitors_words"):
        bodies.field(entry, name, str)
    bodies.field(entry, "facts", dict)
    date.fromisoformat(bodies.field(entry, "starts_on", str))
    visitors = bodies.field(entry, "visitors", list)
    if not all(isinstance(each, str) for each in visitors):
        raise ValueError("Those who visit are named by the ids of humans.")
    db.execute("delete from support_visitors where case_id = :id", {"id": id})
    for human_id in dict.fromkeys(visitors):
        db.execute(
            "insert into support_visitors (case_id, human_id) values (:id, :human)",
            {"id": id, "human": human_id},
        )


@projects(ENDED, of="case")
def nobody_visits(db: Database, entry: Entry) -> None:
    if entry.body is not None:
        bodies.field(entry, "words", str)
    db.execute(
        "update support_cases set ended_at = :at where case_id = :id",
        {"at": to_text(entry.recorded_at), "id": subject(entry.stream)},
    )
