"""What the pages about one presentation share."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import abort, current_app, request
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer

from forms import card, meaning
from forms.case_journeys import CASE_JOURNEYS
from forms.first_contact import FIRST_CONTACT
from forms.journeys import Answers, Given, Journey, Records, Shown
from protocol.advice import Advice
from protocol.situation import situation
from rules.evaluate import Findings
from rules.facts import write_value
from store import answers, journal, presentations, stream_names
from store.entry import Entry
from store.established import established_in
from store.hand_over import first_received
from store.ids import new_id
from store.journal import command
from store.presentations import Presentation
from store.reading import read
from store.records import records_in
from store.restrictions import may_see_case
from store.support import fewer_visits
from views import clock, database
from views.rules_in_force import advice_now, findings_now, pack_in_force
from views.words import said

Entries = Sequence[Entry]

JOURNEYS = (FIRST_CONTACT, *CASE_JOURNEYS)
"""Every one, in the order in which each counts on top of those before."""

RECORDS_SAY = {
    page.kind: page.each
    for journey in reversed(JOURNEYS)
    for page in journey.pages
    if isinstance(page, Records) and page.adds
} | {"carer": "Parent or carer", "relative": "Relative who might help"}
"""What a record of each kind is called, of every kind that a page lists."""


def presentation(id: Any) -> Presentation:
    db = database.current()
    found = presentations.presentation(db, str(id)) or abort(404)
    if found.state == "decided" and not may_see_case(db, found.id, current_user.account.human_id):
        abort(404)  # a restricted case is hidden with the card it began with
    return found


def open_presentation(id: Any) -> Presentation:
    """One whose decision is still to come. Once decided, its answers no longer change here."""
    found = presentation(id)
    return found if found.state == "open" else abort(409)


def stream(found: Presentation) -> str:
    return stream_names.case(found.id)


def interview(found: Presentation, entries: Entries | None = None) -> Shown:
    """First contact as it stands: the pages to show, and the answers that still count. What the
    card asked is answered in the same place. ``entries`` are those of the case, read before;
    without the last ones it is as it stood then."""
    return walked(found, FIRST_CONTACT, entries)


def walked(found: Presentation, journey: Journey, entries: Entries | None = None) -> Shown:
    """One journey as it stands, on top of what counts of those before it."""
    upto = JOURNEYS[: JOURNEYS.index(journey) + 1]
    return standing(found, entries, upto, always=journey).shown[journey.name]


@dataclass(frozen=True)
class Standing:
    """What still counts of all that was answered, and each journey that was begun, by name."""

    counts: Given
    shown: Mapping[str, Shown]


def standing(
    found: Presentation,
    entries: Entries | None = None,
    journeys: Sequence[Journey] = JOURNEYS,
    always: Journey = FIRST_CONTACT,
) -> Standing:
    """As it stands now. Records that no page lists always count; one that is worked out cannot be
    saved. ``always`` is a journey that is shown also where nobody has begun it, as first contact
    is."""
    entries = entries_of(found) if entries is None else entries
    records, rules = records_in(entries), _rules(found, entries)
    worked_out = {fewer_visits.RECORD: fewer_visits.records_in(entries, clock.now())}
    listed = RECORDS_SAY.keys() | worked_out.keys()
    unlisted = {kind: rows for kind, rows in records.held.items() if kind not in listed}
    unlisted |= {kind: rows for kind, rows in worked_out.items() if rows}
    counts, shown = Given(records=unlisted), dict[str, Shown]()
    for journey in journeys:
        names = (card.JOURNEY, journey.name) if journey is FIRST_CONTACT else (journey.name,)
        given = Given(answers.answers_in(entries, *names), records.held, records.changed)
        if journey in (FIRST_CONTACT, always) or _begun(journey, given):
            shown[journey.name] = journey.shown(given, rules, counts)
            counts = shown[journey.name].counts
    return Standing(counts, shown)


def _begun(journey: Journey, given: Given) -> bool:
    kinds = {page.kind for page in journey.pages if isinstance(page, Records)}
    return bool(given.answers) or not kinds.isdisjoint(given.records)


def _rules(found: Presentation, entries: Entries) -> Callable[[Given], Findings]:
    """What the rules say of what counts. A page may ask more than one thing of it, and what the
    pages between two add may change nothing: neither is worked out again."""
    flat = _flat(found, entries)
    said: list[tuple[Given, Findings]] = []

    def rules(given: Given) -> Findings:
        if not said or said[0][0] is not given:
            said[:] = [(given, findings_now(flat(given)))]
        return said[0][1]

    return rules


def facts(
    found: Presentation, entries: Entries | None = None, counts: Given | None = None
) -> dict[str, Any]:
    """Fact id → value as JSON: what the answers that still count mean, and over it what something
    on record establishes. The card, the interview and the decision all go by these. What was read
    or worked out before can be given."""
    entries = entries_of(found) if entries is None else entries
    return _flat(found, entries)(counts or standing(found, entries).counts)


def _flat(found: Presentation, entries: Entries) -> Callable[[Given], dict[str, Any]]:
    pack, now = pack_in_force(), clock.now()
    established = {**received_by_social_care(entries), **established_in(entries)}

    def flat(given: Given) -> dict[str, Any]:
        raw = {**meaning.facts(given, found.started_at), **established}
        return {fact: write_value(value) for fact, value in situation(pack, raw, now).items()}

    return flat


def received_by_social_care(entries: Entries) -> dict[str, str]:
    """When children's social care first knew, where it does."""
    received = first_received(entries)
    return {"referral_received_at": received.isoformat()} if received else {}


def answered(found: Presentation, counts: Given | None = None) -> list[dict[str, Any]]:
    """What was answered and still counts, as it was asked and shown, in the order of the
    questions. A record is one answer, in the words of all of its own."""
    given = counts or standing(found).counts
    records = [
        {"question": kind, "wording": RECORDS_SAY[kind], "value": id, "words": in_words(record)}
        for kind, held in given.records.items()
        if kind in RECORDS_SAY
        for id, record in held.items()
    ]
    answers = [answer for answer in given.answers.values() if answer["value"]]
    return [{**answer, "words": said(answer)} for answer in answers] + records


def in_words(record: Answers) -> str:
    """One record: the name, where it is asked, and each answer on a line of its own."""
    name = [name_of(record)] if "name" in record else []
    return "\n".join([*name, *said_of(record)])


def said_of(record: Answers) -> list[str]:
    """What was answered about somebody, without the name."""
    return [
        f"{answer['wording']} {said(answer)}"
        for field, answer in record.items()
        if answer["value"] and field != "name"
    ]


def name_of(record: Answers) -> str:
    return record.get("name", {}).get("value") or "Name not known"


def advice_for(
    found: Presentation, entries: Entries | None = None, counts: Given | None = None
) -> Advice:
    return advice_now(facts(found, entries, counts))


def entries_of(found: Presentation) -> Entries:
    return read(database.current(), stream(found))


def head(found: Presentation) -> int:
    """The number of the last entry: what a page saw when it was shown."""
    return journal.head(database.current(), stream(found))


def carry_out(command_id: str) -> Any:
    """A command of whoever is signed in, now."""
    return command(
        database.current(), command_id, author=current_user.author, recorded_at=clock.now()
    )


# What a page carries to be saved once, and not over somebody else's answers.


def posted_seq() -> int:
    typed = request.form.get("seq", "")
    return int(typed) if re.fullmatch("[0-9]{1,9}", typed) else abort(400)


def posted_command_id() -> str:
    typed = request.form.get("command_id", "")
    return typed if re.fullmatch("[0-9a-f-]{36}", typed) else abort(400)


def carried_command_id() -> str:
    """What a page that is shown again carries: its own, if that can be one, or else a new one."""
    typed = request.form.get("command_id", "")
    return typed if re.fullmatch("[0-9a-f-]{36}", typed) else new_id()


def done_before() -> bool:
    """The same page was posted before, and has done what it was to do."""
    return bool(journal.entries_of(database.current(), posted_command_id()))


def new_ticket() -> str:
    """Names a presentation that is not recorded yet, and when its page was opened."""
    return _tickets().dumps([new_id(), clock.now().isoformat()])


def read_ticket(ticket: str) -> tuple[str, datetime]:
    """The presentation's id, and when its page was opened."""
    try:
        id, opened_at = _tickets().loads(ticket)
    except BadSignature:
        abort(400)
    return id, datetime.fromisoformat(opened_at)


def _tickets() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key, salt="presentation")
