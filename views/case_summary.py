"""Who it is, how old, and where they sleep tonight: only what is on record, nothing inferred."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from protocol.advice import Advice
from protocol.ages import age_in_words, birthday
from rules.answers import NO, YES
from rules.calendar import london
from store.cases import CaseFile
from store.entry import Entry
from store.established import BED
from views.words import moment

TREATED_AS_A_CHILD = "treated as a child"


@dataclass(frozen=True)
class Tonight:
    """``words`` say where they sleep; ``sure`` is false where nobody has confirmed it. ``bed`` is
    the entry that confirms a bed, the last one."""

    words: str
    sure: bool
    basis: str
    bed: Entry | None


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
    advice: Advice, answers: Mapping[str, Mapping[str, Any]], latest: Mapping[str, Entry]
) -> Tonight:
    """``answers`` are those that count, by question; ``latest`` the last entry of each kind."""
    facts, bed = advice.findings.facts, latest.get(BED)
    basis = legal_basis(advice)
    if bed is not None:
        body = bed.body
        words = place(body) if body else "A bed, whose particulars were erased by law"
        return Tonight(words, True, basis, bed)
    where = answers.get("where", {}).get("words")
    if facts.get("needs_bed_tonight") is NO:
        return Tonight(f"{where or 'Somewhere safe'}. No bed was asked for", True, basis, None)
    if facts.get("needs_bed_tonight") is YES:
        return Tonight("No bed is confirmed", False, basis, None)
    return Tonight(
        "No bed is confirmed. It is not known whether they need one: act as if they do",
        False,
        basis,
        None,
    )


def place(bed: Mapping[str, Any]) -> str:
    """What kind of bed it is and, where that was written down, which."""
    return ", ".join(part for part in (bed.get("where"), bed.get("place")) if part)


def legal_basis(advice: Advice) -> str:
    """The basis that stands on record. Nothing is concluded from where they sleep (A5)."""
    recorded = advice.findings.facts.get("legal_basis")
    option = next(
        (o for o in advice.findings.pack.fact["legal_basis"].options if o.id == recorded), None
    )
    if option is None:
        return "not recorded"
    if option.id in advice.findings.pack.fact["legal_basis"].unsettled:
        return "not decided yet"
    return option.says
