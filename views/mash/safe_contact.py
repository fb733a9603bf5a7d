"""Whether anybody may speak with the family of a child in a contact yet (reading A44), and how old
the child is for that."""

from datetime import date

from protocol.ages import birthday
from rules.answers import YES
from store.mash.harm import harm_told
from store.mash.received import told_of
from views import presenting
from views.errors import NO_ADVICE
from views.mash.facts import is_from_first_contact
from views.mash.found import Found

ABUSE = "abuse_or_violence"

NOT_YET = "Do not contact the family yet: "
TOLD = NOT_YET + "harm to this child was told. A social worker decides"
INDICATED = NOT_YET + "abuse or violence is indicated. A social worker decides"
NOT_ASKED = NOT_YET + "nobody has recorded that abuse and violence were asked about, and are not so"
BY_THE_RULES = NOT_YET + (
    "the young person has not agreed, alone and with nothing that points to harm (A44)"
)
CANNOT_TELL = NOT_YET + "the rules could not be run, so it cannot be told whether it is safe"


def danger(found: Found) -> str:
    """Why the family is not contacted yet, in words, or nothing. Not known is danger."""
    told = told_of(found.entries, found.child.id)
    if harm_told(found.entries, found.child.id) or (told and told.fact("harm_now") == "yes"):
        return TOLD
    if is_from_first_contact(found):
        return _of_the_case(found)
    rating = found.child.rating
    rated = ((rating.body if rating else {}).get("facts") or {}).get(ABUSE)
    said = {told.fact(ABUSE) if told else None, rated}
    if "yes" in said:
        return INDICATED
    return "" if "no" in said else NOT_ASKED


def _of_the_case(found: Found) -> str:
    try:
        advice = presenting.advice_for(presenting.presentation(found.contact.case_id))
    except NO_ADVICE:
        return CANNOT_TELL
    return "" if advice.findings.concluded["family_contact_allowed"] is YES else BY_THE_RULES


def is_under_16(found: Found, today: date) -> bool:
    """Known to be, by the date of birth or, with a year to spare, by the age that was told. Anybody
    else may be 16, and is asked first."""
    born = found.person.date_of_birth if found.person else None
    if born is not None:
        return birthday(born, 16) > today
    told = told_of(found.entries, found.child.id)
    age = told.age_on(today) if told else None
    return age is not None and age < 16 - YEAR_TO_SPARE


YEAR_TO_SPARE = 1
"""An age that somebody told is a guess."""
