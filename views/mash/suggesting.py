"""What the thresholds suggest at least for a child: of what was ticked, told and known before."""

from collections.abc import Iterable

from flask_login import current_user

from rules.answers import NOT_KNOWN, YES
from rules.calendar import BeyondHorizon
from rules.facts import Value, write_value
from rules.numbers import NothingInForce
from store.identity import IDENTIFIED
from store.identity import TASK as IDENTITY
from store.mash.contact_child import about
from store.mash.harm import harm_told
from store.mash.history import History, history_of
from store.mash.rating import Suggested
from store.tasks import OPEN, tasks_of
from thresholds.indicators import fact_of
from thresholds.rating.pack import rating_pack
from thresholds.rating.suggest import in_json, suggest
from views import clock, database
from views.mash.facts import facts_known, is_from_first_contact
from views.mash.found import Found


def suggested_for(found: Found, indicators: Iterable[str]) -> Suggested:
    """Worked out now. What nobody ticked is not known, and never a no."""
    pack = rating_pack()
    facts = {**known(found), **{fact_of(each): YES for each in indicators}}
    facts = {id: value for id, value in facts.items() if id in pack.fact}
    try:
        body = in_json(suggest(facts, clock.now()))
    except (NothingInForce, BeyondHorizon):
        # Received on a day that no limit reaches, a mistyped one: the same day is then today.
        facts = {id: value for id, value in facts.items() if id != "received_at"}
        body = in_json(suggest(facts, clock.now()))
    written = {id: write_value(value) for id, value in facts.items() if value is not NOT_KNOWN}
    return Suggested(body, written, pack)


def known(found: Found) -> dict[str, Value]:
    """All that is known without anybody's ticking anything."""
    harm = {"harm_now": YES} if harm_told(found.entries, found.child.id) else {}
    return {
        **facts_known(found),
        **harm,
        **_before(found),
        "received_at": found.contact.received_at,
    }


def earlier_contacts(found: Found) -> int | None:
    """How many there were in twelve months; None where nobody knows whose they would be. What was
    found counts all the same: it is only that nothing was found which says nothing."""
    return history(found).contacts_in_12_months or (0 if _is_known(found) else None)


def _is_known(found: Found) -> bool:
    """Whether somebody knows who this child is. Of a child in a case, the case may ask it."""
    if not (found.person and found.person.is_named):
        return False
    db, case_id = database.current(), found.contact.case_id
    theirs = {entry.id for entry in about(found.entries, found.child.id, IDENTIFIED)}
    asked = [task for task in tasks_of(db, found.contact.id) if task.triggering_entry in theirs]
    if case_id and is_from_first_contact(found):
        asked += tasks_of(db, case_id)
    return not any(task.rule_id == IDENTITY and task.state == OPEN for task in asked)


def history(found: Found) -> History:
    db, reader = database.current(), current_user.account.human_id
    before = found.contact.received_at
    return history_of(db, found.child.person_id, reader, before, found.contact.id)


def _before(found: Found) -> dict[str, Value]:
    past = history(found)
    told = {
        "contacts_in_12_months": earlier_contacts(found),
        "days_since_last_contact": past.days_since_last,
        "last_final_level": past.last_final_level,
    }
    return {id: value for id, value in told.items() if value is not None}
