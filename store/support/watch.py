"""From when until when somebody is watched for a visit: from a bed, until a signed end.

    support_ended  {reason, where, words, young_person_said, facts_when_signed}

Whoever ends the support asks another human to sign it. Until then it goes on, and also where that
was declined or withdrawn, where the end was erased by law, and where they have left, had another
bed or a package since: it has to be ended anew.

Days begin with the day after the night of the first bed. A bed that is recorded with an earlier
time moves it back. A package after the end puts the end right where it began before it: then the
days between count too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlite_utils import Database

from protocol.visiting import night_of
from rules.calendar import ONE_DAY, london
from store import bodies, signatures
from store.bed_entries import BED, ENDED, HAPPENED, LEFT, PACKAGE
from store.entry import Entry
from store.reading import read
from store.stream_names import subject
from store.tables import keeps, projects
from store.times import from_text, to_text

SIGNED = "support_ended"
"""What the second signature is asked for."""

BEDS = (BED, HAPPENED)


@dataclass(frozen=True)
class End:
    """The latest end that was decided. ``signed`` is the entry with which it came about."""

    entry: Entry
    signed: Entry | None = None
    refused: bool = False

    @property
    def is_open(self) -> bool:
        """It waits for another human."""
        return self.signed is None and not self.refused


@dataclass(frozen=True)
class Watch:
    """``end`` is None where nothing that was decided is still about where they are."""

    since: datetime
    end: End | None = None

    @property
    def ended_at(self) -> datetime | None:
        return self.end.signed.recorded_at if self.end and self.end.signed else None

    @property
    def first_day(self) -> date:
        return first_day(self.since)


def first_day(since: datetime) -> date:
    """The first day by whose end somebody has to have seen them."""
    return night_of(london(since)) + ONE_DAY


def watch_in(entries: Iterable[Entry]) -> Watch | None:
    """None where nobody has had a bed or support yet."""
    found: Watch | None = None
    asked: set[str] = set()
    for entry in entries:
        if entry.kind in (*BEDS, PACKAGE):
            found = Watch(_since(entry, found))
        elif found is None:
            continue
        elif entry.kind == LEFT and not found.ended_at:
            found = replace(found, end=None)
        elif entry.kind == ENDED and not found.ended_at:
            asked = set()
            found = replace(found, end=End(entry) if entry.body is not None else None)
        elif found.end:
            found = replace(found, end=_signed(found.end, entry, asked))
    return found


def _since(entry: Entry, before: Watch | None) -> datetime:
    """When it began, with this bed or package."""
    if entry.kind == PACKAGE:
        goes_on = before and (not before.ended_at or _puts_right(entry, before.ended_at))
        return before.since if before and goes_on else entry.recorded_at
    moved_in = bodies.moment_or_none(entry, "since")
    since = from_text(moved_in) if moved_in else entry.recorded_at
    return min(since, before.since) if before and not before.ended_at else since


def _puts_right(package: Entry, ended_at: datetime) -> bool:
    """Erased by law it is not known when it began, so no day is left out."""
    if package.body is None:
        return True
    return date.fromisoformat(package.body["starts_on"]) <= london(ended_at).date()


def _signed(end: End, step: Entry, asked: set[str]) -> End:
    if step.kind == signatures.ASKED and step.caused_by == end.entry.id:
        asked.add(step.id)
        return replace(end, refused=False)
    if step.caused_by not in asked:
        return end
    if step.kind == signatures.GIVEN and _is_another(step, end.entry):
        return replace(end, signed=step, refused=False)
    if step.kind in (signatures.DECLINED, signatures.WITHDRAWN):
        return replace(end, refused=True)
    return end


def _is_another(step: Entry, decided: Entry) -> bool:
    return decided.human_id not in step.author.humans


# The table: a row to each case in which somebody was given a bed or support.

keeps("support_cases", of="case", key="case_id")


@projects(BED, of="case")
@projects(HAPPENED, of="case")
@projects(LEFT, of="case")
@projects(PACKAGE, of="case")
@projects(ENDED, of="case")
@projects(signatures.ASKED, of="case")
@projects(signatures.GIVEN, of="case")
@projects(signatures.DECLINED, of="case")
@projects(signatures.WITHDRAWN, of="case")
def keep_watch(db: Database, entry: Entry) -> None:
    """As it stands with this entry. ValueError for a body of another shape: once appended it could
    never be put right."""
    if entry.kind == PACKAGE and entry.body is not None:
        date.fromisoformat(bodies.field(entry, "starts_on", str))
    if entry.kind == ENDED and entry.body is not None:
        bodies.field(entry, "words", str)
        bodies.field(entry, "facts_when_signed", dict)
    watch = watch_in(each for each in read(db, entry.stream) if each.seq <= entry.seq)
    if watch is None:
        return
    db.execute(
        """
        insert into support_cases (case_id, since, ended_at) values (:id, :since, :ended_at)
        on conflict (case_id) do update
            set since = excluded.since, ended_at = excluded.ended_at
        """,
        {
            "id": subject(entry.stream),
            "since": to_text(watch.since),
            "ended_at": watch.ended_at and to_text(watch.ended_at),
        },
    )
