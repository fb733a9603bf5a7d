"""What a contact told of a child, as the facts that a rating asks for. A blank says nothing."""

from collections.abc import Mapping

from flask_login import current_user

from protocol.ages import years_on
from rules.answers import NO, NOT_KNOWN, YES, Answer, yes_if
from rules.calendar import london
from rules.facts import Value
from store.cases import case_file
from store.mash.contact_child import about
from store.mash.open_to import FOUND
from store.mash.received import FACTS, ChildTold, told_of
from thresholds.rating.suggest import CHILD_UNTIL
from views import clock, database, presenting
from views.errors import NO_ADVICE
from views.mash.found import Found

REFER = "3-l"
FROM_FAMILY = {"violence_or_abuse", "forced_marriage", "honour_based_abuse"}
EXPLOITED = "exploited"


def facts_known(found: Found) -> dict[str, Value]:
    """Rating fact → what is known of it, ``NOT_KNOWN`` where nothing is. What was told of this
    child counts over what first contact recorded of the young person, but takes back no danger
    that was recorded there."""
    known: dict[str, Value] = dict.fromkeys((*FACTS, "age", "age_disputed"), NOT_KNOWN)
    known |= _from_first_contact(found)
    told = told_of(found.entries, found.child.id)
    if told:
        for fact in FACTS:
            if told.fact(fact) != NOT_KNOWN.value and known[fact] is not YES:
                known[fact] = Answer(told.fact(fact))
    known |= _age(found, told, known["age"])
    known["carries_3_l"] = _carries_3_l(found)
    # That nobody was found is not that nobody works with them.
    entries = about(found.entries, found.child.id, FOUND)
    known["open_to_worker"] = YES if entries else NOT_KNOWN
    return known


def is_from_first_contact(found: Found) -> bool:
    """Whether this is the young person whose case the contact came from: another child in the same
    contact is not in the same danger."""
    db, reader = database.current(), current_user.account.human_id
    file = case_file(db, found.contact.case_id or "", reader)
    return bool(file and file.case.person_id and file.case.person_id == found.child.person_id)


def _from_first_contact(found: Found) -> Mapping[str, Value]:
    if not is_from_first_contact(found):
        return {}
    case = presenting.presentation(found.contact.case_id)
    try:
        standing = presenting.standing(case)
        advice = presenting.advice_for(case, counts=standing.counts)
    except NO_ADVICE:
        return {}  # the contact's own page says that the rules could not be run
    facts = advice.findings.facts
    answer = standing.counts.answers.get("signs", {}).get("value") or ()
    signs = set(answer) if isinstance(answer, (list, tuple)) else set()

    def yes_or_no(fact: str) -> Answer:
        value = facts.get(fact, NOT_KNOWN)
        return value if isinstance(value, Answer) else NOT_KNOWN

    return {
        "nowhere_safe_tonight": yes_or_no("needs_bed_tonight"),
        "homeless": yes_or_no("needs_accommodation"),
        "missing_now": yes_or_no("left_or_missing"),
        "harm_now": yes_or_no("risk_of_significant_harm"),
        "pregnant_or_parenting": yes_or_no("pregnant") | yes_or_no("has_child_of_own"),
        "abuse_or_violence": _sign(signs, FROM_FAMILY),
        "exploitation_or_gang_risk": _sign(signs, {EXPLOITED})
        | yes_or_no("gang_involved")
        | yes_or_no("vulnerable_to_exploitation"),
        "age": facts.get("age", NOT_KNOWN),
        "age_disputed": yes_or_no("age_disputed"),
    }


def _sign(signs: set[str], of: set[str]) -> Answer:
    """Seen it is a yes. It is a no only where somebody asked, and said that there is none."""
    if signs & of:
        return YES
    return NO if signs == {"none"} else NOT_KNOWN


def _age(found: Found, told: ChildTold | None, at_first_contact: Value) -> Mapping[str, Value]:
    """By the date of birth on record, else as it was told. It is in doubt where two are not the
    same, and where somebody only guesses that they are grown up: whoever may be a child is one."""
    today = london(clock.now()).date()
    born = [each for each in (found.person.birth_dates if found.person else ()) if each]
    on_record = [years_on(each, today) for each in born]
    as_told = told.age_on(today) if told else None
    others = [age for age in (as_told, at_first_contact) if isinstance(age, int)]
    ages = [*on_record, *others]
    if not ages:
        return {}
    guessed = not on_record and not (told and told.date_of_birth)
    if len(set(ages)) > 1 or (guessed and ages[0] >= CHILD_UNTIL):
        return {"age": ages[0], "age_disputed": YES}
    return {"age": ages[0]}


def _carries_3_l(found: Found) -> Answer:
    """Only a young person whom first contact referred under the rule does, and they surely."""
    if not is_from_first_contact(found):
        return NO
    body = found.entries[0].body if found.entries else None
    return NOT_KNOWN if body is None else yes_if(REFER in body.get("rules", ()))
