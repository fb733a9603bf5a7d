"""Rating a child in a contact, saying why, and deciding. The suggestion stays beside each.

    child_rated       {child, band, indicators, reasons, suggested, facts, pack}
    rating_explained  {child, rating, code, words}
    child_decided     {child, band, level, outcome, reasons, suggested, departures, second, late,
                       facts, pack}

The suggestion is worked out from what was ticked and is kept in the entry of the rating: nobody
can have seen it before. ``pack`` is the hash of the thresholds it was worked out under, whose text
is archived.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from protocol.people import SOCIAL_WORKER, signs_for
from rules.pack import Pack
from store import packs, signatures
from store.bodies import field, records
from store.entry import Entry
from store.journal import Command
from store.mash import feedback
from store.mash.contact_child import (
    DECIDED,
    EXPLAINED,
    RATED,
    ContactChild,
    Decision,
    Rating,
    children_in,
    say,
)
from store.mash.standing import is_lower, standing_of
from store.own_tasks import Due, finish_in, make, still_open
from store.reading import read
from store.signatures import Signature, signatures_of
from store.stream_names import contact
from store.tables import projects

LOWER, DECISION = "lower_rating", "mash_decision"
"""What a second signature at MASH is about."""

RED_TASK = "mash-red"
RED_WORDS = "A child was rated Red at MASH: act now. Nothing waits for a signature or for checks"


@dataclass(frozen=True)
class Suggested:
    """What the rules suggest, as the journal holds it, of these facts and under this pack."""

    body: Mapping[str, Any]
    facts: Mapping[str, Any]
    pack: Pack


@dataclass(frozen=True)
class Made:
    """A decision. ``words`` says it in short, and ``why_second`` why it has to be signed, if it
    has. ``reasons`` is the structure; ``late`` why it was not made in time."""

    band: str
    level: int
    outcome: str
    words: str
    reasons: Mapping[str, Any]
    departures: Sequence[Mapping[str, str]]
    second: Sequence[str]
    why_second: str
    late: Mapping[str, str] | None


def rate(
    c: Command,
    child: ContactChild,
    band: str,
    indicators: Sequence[str],
    reasons: str,
    suggested: Suggested,
    words: str,
) -> Entry:
    """The rating with the suggestion beside it. Lower than that, or than a rating before it, it is
    asked to be signed in the same moment: ``words`` say what would be signed."""
    before = standing_of(child, _signatures(c, child))
    _set_aside(c, child)
    body = {
        "band": band,
        "indicators": list(indicators),
        "reasons": reasons,
        **_under(c, suggested),
    }
    rated = say(c, child, RATED, body)
    now = _now(c, child)
    assert now.rating is not None
    if is_lower(now.rating, before.ran_on):
        signatures.ask(
            c, rated, what=LOWER, words=words, reasons=reasons, asked_of=signs_for(c.author.role)
        )
    if band == "red":
        _act_on_red(c, child, rated)
    return rated


def explain(c: Command, child: ContactChild, rating_id: str, code: str, words: str) -> Entry:
    """Why the rating is not what the rules suggest."""
    return say(c, child, EXPLAINED, {"rating": rating_id, "code": code, "words": words})


def decide(c: Command, child: ContactChild, made: Made, suggested: Suggested) -> Entry:
    """The final rating and what follows from it. What has to be signed is asked for at once; what
    Red asks for waits for nobody."""
    _set_aside(c, child)
    body = {
        "band": made.band,
        "level": made.level,
        "outcome": made.outcome,
        "reasons": dict(made.reasons),
        "departures": [dict(each) for each in made.departures],
        "second": list(made.second),
        "late": made.late and dict(made.late),
        **_under(c, suggested),
    }
    decided = say(c, child, DECIDED, body)
    if made.second:
        signatures.ask(
            c,
            decided,
            what=DECISION,
            words=made.words,
            reasons=made.why_second,
            asked_of=signs_for(c.author.role),
        )
    if made.band == "red":
        _act_on_red(c, child, decided)
    feedback.ask_for(c, child, decided)
    return decided


def _under(c: Command, suggested: Suggested) -> dict[str, Any]:
    """What was suggested, and the text of the thresholds it was suggested under, kept for ever."""
    pack = suggested.pack
    packs.archive(c.db, pack.hash, pack.text, c.recorded_at)
    return {
        "suggested": dict(suggested.body),
        "facts": dict(suggested.facts),
        "pack": pack.hash,
    }


def _act_on_red(c: Command, child: ContactChild, cause: Entry) -> None:
    """The team is asked at once, and its duty manager holds it until somebody there has it. What
    is asked for already, and not done, is not asked for twice."""
    judged = _judged(c, child)
    if not still_open(c, child.contact_id, (RED_TASK,), judged):
        make(c, cause, RED_TASK, RED_WORDS, SOCIAL_WORKER, Due(c.recorded_at, "at once"))


def _judged(c: Command, child: ContactChild) -> set[str]:
    now = _now(c, child)
    return {entry_id for each in (now.ratings, now.decisions) for entry_id in _ids(each)}


def _ids(judged: Sequence[Rating | Decision]) -> list[str]:
    return [each.entry_id for each in judged]


def _set_aside(c: Command, child: ContactChild) -> None:
    """It is rated or decided anew: nobody is asked any longer to sign or to look at what was said
    before, where whoever does this now may take that back."""
    stream, judged = contact(child.contact_id), _judged(c, child)
    theirs = [e for e in _signatures(c, child) if e.subject in judged]
    for each in theirs:
        if not signatures.hindrance(c.db, each, signatures.WITHDRAWN, c.author):
            signatures.withdraw(c, each.id, "Rated or decided anew")
    asked = {each.entry_id for each in theirs}
    declined = [e for e in read(c.db, stream) if e.kind == signatures.DECLINED]
    causes = [e.id for e in declined if e.caused_by in asked]
    finish_in(c, stream, (signatures.TASK,), causes)


def _now(c: Command, child: ContactChild) -> ContactChild:
    """With what this command has appended."""
    (found,) = (e for e in children_in(read(c.db, contact(child.contact_id))) if e.id == child.id)
    return found


def _signatures(c: Command, child: ContactChild) -> tuple[Signature, ...]:
    return signatures_of(c.db, child.contact_id, c.author.human_id)


@projects(RATED, of="contact")
def rating_can_be_read_again(db: Any, entry: Entry) -> None:
    """ValueError for a rating of another shape: once appended it could never be put right."""
    if entry.body is not None:
        for name in ("suggested", "facts"):
            field(entry, name, dict)
        field(entry, "indicators", list)
        for name in ("reasons", "pack"):
            field(entry, name, str)


@projects(DECIDED, of="contact")
def decision_can_be_read_again(db: Any, entry: Entry) -> None:
    if entry.body is not None:
        for name in ("reasons", "suggested"):
            field(entry, name, dict)
        records(entry, "departures")
        field(entry, "pack", str)
