"""How long it is to 18, for the page of a case and for the page about it."""

from datetime import date, datetime

from protocol.advice import Advice
from protocol.turning_18 import Turning18, turning_18
from store.cases import CaseFile


def turning_of(file: CaseFile, advice: Advice, now: datetime) -> Turning18:
    """From what the answers and the person's own record say of when they were born."""
    findings = advice.findings
    said = findings.facts.get("date_of_birth")
    recorded = file.person and file.person.date_of_birth
    born = tuple(d for d in dict.fromkeys((said, recorded)) if isinstance(d, date))
    return turning_18(findings.pack, findings.facts, advice.is_so("is_child"), born, now)
