"""First contact in full: what the officer asks in the half hour after the card."""

from forms.first_contact.considering import CONSIDERING
from forms.first_contact.family import FAMILY_DETAILS, WHAT_FAMILY_SAYS
from forms.first_contact.going_home import GOING_HOME
from forms.first_contact.meaning import facts
from forms.first_contact.needs import NEEDS
from forms.first_contact.other_children import OTHER_CHILDREN
from forms.first_contact.safe_contact import SAFE_CONTACT
from forms.first_contact.sharing import SHARING
from forms.first_contact.talking import TALKING
from forms.first_contact.tonight import TONIGHT
from forms.first_contact.what_happened import WHAT_HAPPENED
from forms.journeys import Journey

__all__ = ["FIRST_CONTACT", "facts"]

FIRST_CONTACT = Journey(
    "first-contact",
    (
        TALKING,
        SAFE_CONTACT,
        TONIGHT,
        WHAT_HAPPENED,
        CONSIDERING,
        OTHER_CHILDREN,
        FAMILY_DETAILS,
        WHAT_FAMILY_SAYS,
        GOING_HOME,
        NEEDS,
        SHARING,
    ),
    title="First contact in full",
    intro="Ask what you can, in any order. Every answer is saved at once and can be changed. "
    "A bed tonight never waits for an answer.",
)
