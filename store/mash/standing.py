"""Where a child in a contact stands: whose clock runs, what waits to be signed, what comes next.

A rating lower than what the rules suggested, or than a rating before it, holds only once another
human has signed it: until then the higher band's clock runs. A decision that has to be signed
takes effect with the signature, except that Red is acted on at once. Where the team is told of
significant harm after a rating, Red's clock runs until somebody has rated again: whoever signs a
decision from before signs what was made without knowing of it.

Kept beside the journal in ``contact_children``, so that lists need not read every stream.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlite_utils import Database

from store import signatures
from store.database import rows
from store.entry import Entry
from store.mash.contact_child import (
    CLOSED,
    DECIDED,
    EXPLAINED,
    RATED,
    ContactChild,
    Decision,
    Rating,
    children_in,
    is_about,
)
from store.mash.harm import HARM_TOLD
from store.reading import read
from store.stream_names import subject
from store.tables import projects
from store.times import from_text, to_text
from thresholds.bands import worse
from thresholds.deciding import waits

UNRATED = "unrated"
REASON_MISSING = "reason_missing"
RATE_AGAIN = "rate_again"
HARM_SINCE = "harm_since"
TO_DECIDE = "to_decide"
TO_SIGN = "to_sign"
NOT_SIGNED = "not_signed"
DECLINED = "declined"
IS_DECIDED = "decided"
IS_CLOSED = "closed"

IN_EFFECT = (IS_DECIDED, IS_CLOSED)
"""Where nothing is left to decide."""


class Signed(Protocol):
    """What is needed of a signature. ``subject`` is the id of the entry it is about."""

    @property
    def subject(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def moved_at(self) -> datetime: ...


@dataclass(frozen=True)
class Standing:
    """``runs_on`` is the band whose clock runs, nothing where nobody has rated it; ``ran_on`` the
    same before any decision. ``unsigned`` are the entries that still have to be signed, and
    ``in_effect_at`` when the decision began to hold. ``same_day_by`` is when rule 4-a wants the
    child allocated, where a rating found that it carries rule 3-l."""

    stands: str
    runs_on: str | None
    ran_on: str | None
    unsigned: tuple[str, ...]
    in_effect_at: datetime | None
    same_day_by: datetime | None

    @property
    def is_decided(self) -> bool:
        return self.stands in IN_EFFECT


def standing_of(
    child: ContactChild, signed: Iterable[Signed], entries: Iterable[Entry] = ()
) -> Standing:
    """As it stands with these signatures and entries of the contact; those about anything else are
    passed over. Without entries it stands as rated and decided, whatever harm was told since."""
    by_entry: dict[str, list[Signed]] = {}
    for each in signed:
        by_entry.setdefault(each.subject, []).append(each)
    ran_on, unsigned = _ratings(child, by_entry)
    runs_on, in_effect_at, stands = ran_on, None, _before_deciding(child, by_entry)
    decision, told = _that_counts(child, by_entry), _harm_told_since(child, entries)
    if decision:
        about = by_entry.get(decision.entry_id, [])
        given = [each for each in about if each.state == "given"]
        in_time = [each for each in given if told is None or each.moved_at < told]
        declined = any(each.state == "declined" for each in about)
        held = _is_held(decision, about)
        if (decision.needs_second or held) and not given and not declined:
            unsigned = (*unsigned, decision.entry_id)
        if declined or (held and not in_time):
            is_open = any(each.state in signatures.OPEN for each in about)
            stands = DECLINED if declined else TO_SIGN if is_open else NOT_SIGNED
            runs_on = _worst(ran_on, decision.band, _minimum(decision.body))
        else:
            stands, runs_on = IS_DECIDED, decision.band
            in_effect_at = in_time[0].moved_at if held else decision.at
            unsigned = tuple(each for each in unsigned if each == decision.entry_id)
            ran_on, _ = _ratings(child, by_entry, in_effect_at)
    too_late = stands in (TO_SIGN, NOT_SIGNED) or ran_on not in (None, "red")
    if told and in_effect_at is None and too_late:
        stands, runs_on, ran_on = HARM_SINCE, "red", "red"
    if child.closed:
        stands = IS_CLOSED
    return Standing(stands, runs_on, ran_on, unsigned, in_effect_at, _same_day_by(child))


def is_lower(rating: Rating, runs_on: str | None) -> bool:
    """Whether it is lower than what was suggested, or than the band whose clock ran before."""
    highest = _worst(rating.band, _minimum(rating.body), runs_on)
    return rating.band is not None and highest != rating.band


def differs(rating: Rating) -> bool:
    """Whether it is not what the rules suggest at least, where they can tell."""
    minimum = _minimum(rating.body)
    return rating.band is not None and minimum is not None and minimum != rating.band


def needs_reason(rating: Rating) -> bool:
    return differs(rating) and not rating.explained


def _before_deciding(child: ContactChild, by_entry: Mapping[str, list[Signed]]) -> str:
    if child.rating is None or child.rating.band is None:
        return UNRATED
    if any(each.state == "declined" for each in by_entry.get(child.rating.entry_id, [])):
        return RATE_AGAIN
    return REASON_MISSING if needs_reason(child.rating) else TO_DECIDE


def _that_counts(child: ContactChild, by_entry: Mapping[str, list[Signed]]) -> Decision | None:
    """The last decision; not one that had yet to take effect when the child was rated again:
    whoever signs that signs what no longer counts."""
    decision, rating = child.decision, child.rating
    if decision is None or rating is None or rating.at <= decision.at:
        return decision
    about = by_entry.get(decision.entry_id, [])
    declined = any(each.state == "declined" for each in about)
    return decision if declined or not _is_held(decision, about) else None


def _is_held(decision: Decision, about: list[Signed]) -> bool:
    """Until it is signed. Erased by law, it cannot be told why it was to be signed: it is held."""
    erased = decision.band is None
    return bool(about) if erased else waits(decision.body.get("second", []))


def _harm_told_since(child: ContactChild, entries: Iterable[Entry]) -> datetime | None:
    """When it was first told since the child was last rated or decided."""
    judged = {each.entry_id for each in child.ratings} | {e.entry_id for e in child.decisions}
    told = None
    for entry in entries:
        if entry.id in judged:
            told = None
        elif entry.kind == HARM_TOLD and is_about(entry, child):
            told = told or entry.happened_at
    return told


def _ratings(
    child: ContactChild, by_entry: Mapping[str, list[Signed]], until: datetime | None = None
) -> tuple[str | None, tuple[str, ...]]:
    """The band whose clock runs, and the rating that still has to be signed, if the last has.
    ``until`` is when a decision began to hold: a signature after it says nothing of before."""
    runs_on: str | None = None
    unsigned: tuple[str, ...] = ()
    for rating in child.ratings:
        if rating.band is None:
            runs_on, unsigned = None, ()  # erased by law: as if nobody had rated
            continue
        about = by_entry.get(rating.entry_id, [])
        given = any(
            each.state == "given" and (until is None or each.moved_at <= until) for each in about
        )
        unsigned = ()
        if about and not given and runs_on is None and not is_lower(rating, None):
            unsigned = (rating.entry_id,)  # lower than one that was erased since
        elif is_lower(rating, runs_on) and not given:
            unsigned = (rating.entry_id,)
            runs_on = _worst(rating.band, _minimum(rating.body), runs_on)
        else:
            runs_on = rating.band
    return runs_on, unsigned


def _worst(*bands: str | None) -> str | None:
    found = None
    for band in bands:
        if band is not None:
            found = worse(found, band) if found else band
    return found


def _minimum(body: Any) -> str | None:
    found = (body.get("suggested") or {}).get("minimum")
    return found if isinstance(found, str) else None


def _same_day_by(child: ContactChild) -> datetime | None:
    """The first time that was found stays: rating again never gives more time."""
    found = [(each.body.get("suggested") or {}).get("same_day_by") for each in child.ratings]
    return min((datetime.fromisoformat(each) for each in found if each), default=None)


def from_columns(found: Mapping[str, Any]) -> Standing:
    """As a row of ``contact_children`` has it."""
    moments = {name: found[name] and from_text(found[name]) for name in MOMENTS}
    return Standing(
        found["stands"],
        found["runs_on"],
        found["ran_on"],
        tuple(found["unsigned"].split()),
        moments["in_effect_at"],
        moments["same_day_by"],
    )


MOMENTS = ("in_effect_at", "same_day_by")


# The columns beside it.


@dataclass(frozen=True)
class _Kept:
    subject: str
    state: str
    moved_at: datetime


def follow(db: Database, entry: Entry) -> None:
    """Every child of the contact, up to this entry."""
    before = [each for each in read(db, entry.stream) if each.seq <= entry.seq]
    kept = rows(
        db,
        "select subject, state, moved_at from signatures where record_id = :id",
        {"id": subject(entry.stream)},
    )
    signed = [_Kept(k["subject"], k["state"], from_text(k["moved_at"])) for k in kept]
    for child in children_in(before):
        found = standing_of(child, signed, before)
        db.execute(
            """
            update contact_children set stands = :stands, runs_on = :runs_on, ran_on = :ran_on,
                unsigned = :unsigned, in_effect_at = :in_effect_at, same_day_by = :same_day_by
            where id = :id
            """,
            {
                "id": child.id,
                "stands": found.stands,
                "runs_on": found.runs_on,
                "ran_on": found.ran_on,
                "unsigned": " ".join(found.unsigned),
                "in_effect_at": found.in_effect_at and to_text(found.in_effect_at),
                "same_day_by": found.same_day_by and to_text(found.same_day_by),
            },
        )


for _kind in (HARM_TOLD, RATED, EXPLAINED, DECIDED, CLOSED, signatures.ASKED, *signatures.STEPS):
    projects(_kind, of="contact")(follow)
