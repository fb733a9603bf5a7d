"""Written information on rights that was given, and what young people say of how they were treated.

    rights_given    {version, sheet, other_sheet, how, language, explained, explained_by,
                     in_their_language, what_refusing_means, advocate, advocate_who, independent,
                     words, at}
    feedback_given  {asked, why_not, by, by_words, answers, words}

``sheet`` is what was given, whole, so that it can be read again exactly; None where it was another
one, which ``other_sheet`` names. ``how`` is one or more of HOW. Caused by ``rights_given`` are the
records of section 20 that the rules go by: that they were informed, and that an advocate was
offered. A blank is never a yes in them.

``answers`` is a question of ASKED → yes, no, partly, or would rather not say: never added up. Who
did not feel safe where they slept is looked after today: their social worker has a task.
It may be about the worker who reads the case, so pages show it to managers and to whoever wrote it
down.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from protocol.people import SOCIAL_WORKER
from protocol.rights import (
    ADVOCATES,
    ASKED,
    BY,
    HOW,
    IN_WRITING,
    NOT_KNOWN,
    OFFERED,
    SAYS,
    THEN_ACCEPTED,
    YES_NO,
)
from protocol.s20_records import ADVOCATE, INFORMATION
from rules.calendar import end_of, london
from store import bodies
from store.entry import Entry
from store.ids import new_id
from store.journal import Command
from store.own_tasks import Due, make
from store.records import SAVED
from store.stream_names import case
from store.tables import projects

GIVEN, FEEDBACK = "rights_given", "feedback_given"

NOT_FELT_SAFE = frozenset({"no", "partly"})
NOT_SAFE = "look-where-they-sleep"
"""The task made by it. It stands where the id of a rule would."""
LOOK_WHERE_THEY_SLEEP = "Look at where they sleep: they said that they did not feel safe there"
TODAY = "today: they slept where they did not feel safe"


def give(c: Command, case_id: str, body: Mapping[str, Any]) -> Entry:
    """Record that they were informed, and what of it the rules go by."""
    at = datetime.fromisoformat(body["at"])
    given = c.append(case(case_id), GIVEN, body, occurred_at=at, precision="minute")
    _record(c, given, INFORMATION, information(body))
    if body["advocate"] in OFFERED:
        _record(c, given, ADVOCATE, offer(body))
    return given


def hear(c: Command, case_id: str, body: Mapping[str, Any]) -> Entry:
    """Record what they say, or why they were not asked."""
    heard = c.append(case(case_id), FEEDBACK, body)
    if _felt_safe(heard) in NOT_FELT_SAFE:
        due = Due(end_of(london(c.recorded_at).date()), TODAY)
        make(c, heard, NOT_SAFE, LOOK_WHERE_THEY_SLEEP, SOCIAL_WORKER, due)
    return heard


def did_not_feel_safe(said: Iterable[Entry]) -> Entry | None:
    """When they last said so, unless they have said since that they did. Nothing else takes it
    back."""
    found: Entry | None = None
    for each in said:
        if _felt_safe(each) in NOT_FELT_SAFE:
            found = each
        elif _felt_safe(each) == "yes":
            found = None
    return found


def _felt_safe(heard: Entry) -> str:
    return str((heard.body or {}).get("answers", {}).get("felt_safe", ""))


def information(body: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a time when they were informed."""
    written = "yes" if IN_WRITING & set(body["how"]) else "no"
    return {
        "at": _said("When were they informed?", body["at"]),
        "written": _said("Did they get it in writing?", written),
        "explained": _said("Was it explained to them?", body["explained"]),
        "in_their_language": _said(
            "Was that in a language they understand?", body["in_their_language"]
        ),
        "what_refusing_means": _said(
            "Were they told in full what refusing section 20 means?", body["what_refusing_means"]
        ),
        "informed_by": _said("Who explained it?", body["explained_by"] or None),
    }


def offer(body: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an offer of an advocate. Whether there was time to use one is not known yet."""
    return {
        "at": _said("When was an advocate offered?", body["at"]),
        "advocate": _said("Who is the advocate, or which service?", body["advocate_who"] or None),
        "independent": _said(
            "Is the advocate independent of the council?", body["independent"] or None
        ),
        "time_given": _said("Did they have reasonable time to use one?", None),
        "accepted": _said("Did they accept?", THEN_ACCEPTED[body["advocate"]]),
    }


def given_in(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each time they were given it, in order. What was erased by law is left out."""
    return tuple(entry for entry in entries if entry.kind == GIVEN and entry.body)


def feedback_in(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each time they were asked, or could not be, in order."""
    return tuple(entry for entry in entries if entry.kind == FEEDBACK and entry.body)


def _record(c: Command, given: Entry, kind: str, fields: Mapping[str, Any]) -> None:
    body = {"record": kind, "id": new_id(), "fields": fields}
    c.append(given.stream, SAVED, body, caused_by=given.id)


def _said(wording: str, value: str | None) -> dict[str, Any]:
    standing = {None: "not_asked", NOT_KNOWN: "asked_not_known"}.get(value, "answered")
    return {
        "wording": wording,
        "value": value,
        "words": YES_NO.get(value or ""),
        "standing": standing,
    }


@projects(GIVEN, of="case")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """ValueError for a body of another shape: once appended it could never be put right."""
    if entry.body is None:
        return
    for name in ("version", "other_sheet", "language", "explained_by", "advocate_who", "words"):
        bodies.field(entry, name, str)
    if (entry.body.get("sheet") is None) is not bool(entry.body["other_sheet"]):
        raise ValueError("Either the sheet is kept, or it is said which other one it was.")
    how = bodies.field(entry, "how", list)
    if not how or not set(how) <= set(HOW):
        raise ValueError("It is said how they got it.")
    for name in ("explained", "in_their_language", "what_refusing_means"):
        _one_of(entry, name, YES_NO)
    _one_of(entry, "advocate", ADVOCATES)
    if entry.body.get("independent"):
        _one_of(entry, "independent", YES_NO)
    if bodies.moment_or_none(entry, "at") is None:
        raise ValueError("It is said when it was.")


@projects(FEEDBACK, of="case")
def can_be_heard_again(db: Database, entry: Entry) -> None:
    if entry.body is None:
        return
    asked = bodies.field(entry, "asked", bool)
    for name in ("why_not", "by_words", "words"):
        bodies.field(entry, name, str)
    if not asked and not entry.body["why_not"]:
        raise ValueError("Who is not asked is not asked for a reason.")
    if asked:
        _one_of(entry, "by", BY)
    for question, said in bodies.field(entry, "answers", dict).items():
        if question not in ASKED or said not in SAYS:
            raise ValueError("That is no answer to what is asked.")


def _one_of(entry: Entry, name: str, known: Mapping[str, str]) -> None:
    if bodies.field(entry, name, str) not in known:
        raise ValueError(f"{entry.kind} cannot have {name} so.")
