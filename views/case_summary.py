"""Who it is, how old, and where they sleep tonight: only what is on record, nothing inferred."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from protocol.advice import Advice
from protocol.ages import age_in_words, birthday
from rules.answers import NO, YES
from rules.calendar import london
from store.bed_entries import BASIS, BED, HAPPENED, HOLD_ENDED, LEFT
from store.cases import CaseFile
from store.entry import Entry
from views.words import moment

TREATED_AS_A_CHILD = "treated as a child"


@dataclass(frozen=True)
class Tonight:
    """``words`` say where they sleep; ``sure`` is false where nobody has confirmed it. ``bed`` is
    the entry that confirms a bed, the last one. ``decided`` is the one that records its basis."""

    words: str
    sure: bool
    basis: str
    basis_is_decided: bool
    bed: Entry | None
    decided: Entry | None


def age(file: CaseFile, advice: Advice, now: datetime) -> str:
    """Their age and how long to 18. A doubt about it, and two dates of birth, are said."""
    pack, facts = advice.findings.pack, advice.findings.facts
    today = london(now).date()
    said, recorded = facts.get("date_of_birth"), file.person and file.person.date_of_birth
    born = [each for each in dict.fromkeys((said, recorded)) if isinstance(each, date)]
    in_doubt = facts.get("age_disputed") is YES
    if not born:
        why = "In doubt" if in_doubt else "Not known"
        return f"{why}: {TREATED_AS_A_CHILD}"
    words = age_in_words(pack, born[0], today)
    adult = birthday(born[0], pack.number("adult_age", today))
    if adult <= today:
        words += f", since {adult.day} {adult:%B %Y}"
    words += f" (born {born[0].day} {born[0]:%B %Y})"
    if len(born) > 1:
        words += f". On their own record: born {born[1].day} {born[1]:%B %Y}. Find out which"
    return f"{words}. Somebody doubts it: {TREATED_AS_A_CHILD}" if in_doubt else words


def came(advice: Advice, now: datetime) -> str:
    """When they first asked for help, and whether the office was open."""
    asked = advice.findings.facts.get("presented_at")
    if not isinstance(asked, datetime):
        return "It is not known when they first asked for help"
    open_then = advice.findings.concluded["in_office_hours"] is YES
    return f"{moment(asked, now)}, {'in office hours' if open_then else 'out of hours'}"


def tonight(
    advice: Advice,
    answers: Mapping[str, Mapping[str, Any]],
    latest: Mapping[str, Entry],
    now: datetime,
) -> Tonight:
    """``answers`` are those that count, by question; ``latest`` the last entry of each kind."""
    words, sure = _where(advice, answers, latest, now)
    basis, decided = legal_basis(advice), latest.get(BASIS)
    is_decided = basis_is_decided(advice)
    bed = bed_now(latest) if sure else None
    return Tonight(words, sure, basis, is_decided, bed, decided if is_decided else None)


def _where(
    advice: Advice,
    answers: Mapping[str, Mapping[str, Any]],
    latest: Mapping[str, Entry],
    now: datetime,
) -> tuple[str, bool]:
    """Where they sleep, in words, and whether somebody has confirmed it."""
    facts, bed = advice.findings.facts, bed_now(latest)
    if facts.get("left_or_missing") is YES:
        return _away(latest, bed, now), False
    happened = latest.get(HAPPENED)
    if bed is None and happened is not None and last_of(latest, BEDS) is happened:
        where = _with_since(happened.body, now) if happened.body else "Where no child may be"
        return f"{where}. Nobody has confirmed this bed. Another one is found today", False
    if bed is not None:
        erased = "A bed, whose particulars were erased by law"
        return (_with_since(bed.body, now) if bed.body else erased), True
    where = answers.get("where", {}).get("words")
    if facts.get("needs_bed_tonight") is NO:
        return f"{where or 'Somewhere safe'}. No bed was asked for", True
    if facts.get("needs_bed_tonight") is YES:
        return "No bed is confirmed", False
    return "No bed is confirmed. It is not known whether they need one: act as if they do", False


def _away(latest: Mapping[str, Entry], bed: Entry | None, now: datetime) -> str:
    left = latest.get(LEFT)
    since = f", last seen {moment(left.occurred_at, now)}" if left and left.occurred_at else ""
    gone = f"It is not known where they are. They have left, or are missing{since}"
    if bed is None:
        return f"{gone}. No bed is held for them"
    return f"{gone}. Their bed is held: {place(bed.body) if bed.body else 'erased by law'}"


def _with_since(bed: Mapping[str, Any], now: datetime) -> str:
    at = bed.get("since")
    return f"{place(bed)}, since {moment(datetime.fromisoformat(at), now)}" if at else place(bed)


BEDS = (BED, HAPPENED, HOLD_ENDED)


def bed_now(latest: Mapping[str, Entry]) -> Entry | None:
    """The bed that somebody confirmed, while nothing else has come of it since."""
    last = last_of(latest, BEDS)
    return last if last is not None and last.kind == BED else None


def hold_is_ended(latest: Mapping[str, Entry]) -> bool:
    """Whether a manager has stopped holding the bed, and there is no other."""
    last = last_of(latest, BEDS)
    return last is not None and last.kind == HOLD_ENDED


def last_of(latest: Mapping[str, Entry], kinds: Iterable[str]) -> Entry | None:
    found = (latest[kind] for kind in kinds if kind in latest)
    return max(found, key=lambda entry: entry.seq, default=None)


def place(bed: Mapping[str, Any]) -> str:
    """What kind of bed it is and, where that was written down, which."""
    return ", ".join(part for part in (bed.get("where"), bed.get("place")) if part)


def legal_basis(advice: Advice) -> str:
    """The basis that stands on record. Nothing is concluded from where they sleep (A5)."""
    recorded = advice.findings.facts.get("legal_basis")
    fact = advice.findings.pack.fact["legal_basis"]
    option = next((o for o in fact.options if o.id == recorded), None)
    if option is None:
        return "not recorded"
    return option.says if basis_is_decided(advice) else "not decided yet"


def basis_is_decided(advice: Advice) -> bool:
    """Whether a person has decided it, whatever the place."""
    fact, recorded = advice.findings.pack.fact["legal_basis"], advice.findings.facts
    return recorded.get("legal_basis") in {o.id for o in fact.options} - set(fact.unsettled)
