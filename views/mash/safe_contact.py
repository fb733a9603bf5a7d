"""Whether anybody may speak with the family of a child in a contact yet (reading A44), and how old
the child is for that."""

from datetime import date

from flask_login import current_user

from protocol.ages import birthday
from rules.answers import YES
from store import cases
from store.mash.contact_child import about
from views import database, presenting
from views.errors import NO_ADVICE
from views.mash.found import Found

HARM_TOLD = "harm_told"
ABUSE = "abuse_or_violence"

NOT_YET = "Do not contact the family yet: "
TOLD = NOT_YET + "we were told of harm to this child. A social worker decides"
INDICATED = NOT_YET + "abuse or violence is indicated. A social worker decides"
NOT_ASKED = NOT_YET + "nobody has recorded that abuse and violence were asked about, and are not so"
BY_THE_RULES = NOT_YET + (
    "the young person has not agreed, alone and with nothing that points to harm (A44)"
)
CANNOT_TELL = NOT_YET + "the rules could not be run, so it cannot be told whether it is safe"


def danger(found: Found) -> str:
    """Why the family is not contacted yet, in words, or nothing. Not known is danger."""
    if about(found.entries, found.child.id, HARM_TOLD):
        return TOLD
    if found.contact.case_id:
        return _of_the_case(found.contact.case_id)
    rating = found.child.rating
    said = ((rating.body if rating else {}).get("facts") or {}).get(ABUSE)
    return {"no": "", "yes": INDICATED}.get(str(said), NOT_ASKED)


def _of_the_case(case_id: str) -> str:
    reader = current_user.account.human_id
    if cases.case_file(database.current(), case_id, reader) is None:
        return NOT_ASKED
    try:
        advice = presenting.advice_for(presenting.presentation(case_id))
    except NO_ADVICE:
        return CANNOT_TELL
    return "" if advice.findings.concluded["family_contact_allowed"] is YES else BY_THE_RULES


def is_under_16(found: Found, today: date) -> bool:
    """Known to be. Where the date of birth is not known, they may be 16 and are asked first."""
    born = found.person.date_of_birth if found.person else None
    return born is not None and birthday(born, 16) > today
