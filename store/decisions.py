"""Recording a decision beside the advice it was made on. It opens the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from protocol.advice import Advice
from protocol.decisions import TONIGHT, Departure
from protocol.exchange import findings_json
from protocol.people import signs_for
from rules.facts import write_value
from store import duties, identity, signatures
from store.contacts import contacts_of
from store.database import row
from store.hand_over import hand_over, way_for
from store.identity import Who
from store.journal import Command, Entry
from store.presentations import Presentation
from store.stream_names import case


@dataclass(frozen=True)
class Made:
    """What a person decided, in their words. ``name`` is the young person's, or nothing.

    ``who`` is which of those on record the young person is, where some were like them.
    """

    option: str
    reason: str
    told_young_person: str
    name: str = ""
    departure_reason: str = ""
    departure_words: str = ""
    who: Who | None = None


def record(
    c: Command,
    found: Presentation,
    facts: Mapping[str, Any],
    advice: Advice,
    made: Made,
    departs: tuple[Departure, ...],
    expect_seq: int,
) -> None:
    """Advice, decision, person, case, signature, tasks and the contact for MASH, all or nothing.

    Decided before, the case and the person stay, and what was handed over is not sent twice.

    Raises Conflict when the presentation is not at ``expect_seq``; NotOnRecord or CaseAlreadyOpen
    when whoever the young person is said to be is no longer as they were shown.
    """
    stream = case(found.id)
    advised = c.append(stream, "advice_given", advice_given(advice), expect_seq=expect_seq)
    decided = c.append(
        stream, "decision_made", _decision_made(advice, made, departs), caused_by=advised.id
    )
    person_id = person_of(c.db, found.id) or _open_case(c, found, facts, made, decided)
    if departs or advice.silent:
        _ask_to_sign(c, decided, made, departs)
    way = way_for(TONIGHT.option(made.option).performs)
    if way and way.kind not in {sent.kind for sent in contacts_of(c.db, found.id)}:
        hand_over(c, found, person_id, advice, way, decided)
    left_out = frozenset(departure.rule for departure in departs)
    duties.create(c, stream, advice, decided, left_out)


def _ask_to_sign(c: Command, decided: Entry, made: Made, departs: tuple[Departure, ...]) -> None:
    """A manager of whoever decided, never the same human, looks at it."""
    signatures.ask(
        c,
        decided,
        what="departure" if departs else "silent",
        words=TONIGHT.option(made.option).says,
        reasons=made.departure_words if departs else made.reason,
        asked_of=signs_for(c.author.role),
    )


def person_of(db: Database, case_id: str) -> str | None:
    """Whose case it is, where a decision has opened it before."""
    found = row(db, "select person_id from cases where id = :id", {"id": case_id})
    return found["person_id"] if found else None


def _open_case(
    c: Command, found: Presentation, facts: Mapping[str, Any], made: Made, decided: Entry
) -> str:
    """Append who it is and the case. Returns the person's id."""
    given = identity.Given(made.name, born_on(facts))
    person_id = identity.identify(c, case(found.id), made.who, given, decided)
    opened = {"person_id": person_id, "reference": found.reference}
    c.append(case(found.id), "case_opened", opened, caused_by=decided.id)
    return person_id


def born_on(facts: Mapping[str, Any]) -> date | None:
    """The young person's date of birth, where it is known."""
    born = facts.get("date_of_birth", "not_known")
    return None if born == "not_known" else date.fromisoformat(born)


def advice_given(advice: Advice) -> dict[str, Any]:
    """The body of an ``advice_given``: the facts, and what the rules made of them."""
    findings = advice.findings
    given = {
        fact: write_value(value)
        for fact, value in findings.facts.items()
        if not findings.pack.fact[fact].operator
    }
    return {"facts": given, "findings": findings_json(findings)}


def _decision_made(advice: Advice, made: Made, departs: tuple[Departure, ...]) -> dict[str, Any]:
    return {
        "decision": TONIGHT.id,
        "question": TONIGHT.question,
        "option": made.option,
        "option_words": TONIGHT.option(made.option).says,
        "reason": made.reason,
        "told_young_person": made.told_young_person,
        "departures": [
            {"rule": departure.rule, "act": departure.act, "force": departure.force.value}
            for departure in departs
        ],
        "departure_reason": made.departure_reason if departs else None,
        "departure_words": made.departure_words if departs else None,
        "needs_manager": bool(departs) or advice.silent,
    }
