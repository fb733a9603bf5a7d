"""The decisions people make, and how far each would depart from the advice.

An option says which acts it performs. A departure is a MUST whose act is not performed, or
a MUST NOT whose act is. It is allowed, with a reason, and a manager looks at it.
"""

from dataclasses import dataclass

from protocol.advice import Advice
from rules.rule import Force


@dataclass(frozen=True)
class Option:
    id: str
    says: str
    performs: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class Decision:
    """``weighs`` are the acts this decision answers for; other duties are done elsewhere."""

    id: str
    question: str
    options: tuple[Option, ...]
    weighs: tuple[str, ...]

    def option(self, id: str) -> Option:
        return next(option for option in self.options if option.id == id)


@dataclass(frozen=True)
class Departure:
    """A rule the decision departs from."""

    rule: str
    act: str
    force: Force


BED_AND_MASH = Option(
    "bed_and_mash",
    "Find a bed for tonight and refer to MASH now",
    ("secure_bed_tonight", "refer_to_mash"),
    hint="No consent is needed. You tell the young person what is shared, with whom and why.",
)
MASH = Option(
    "mash",
    "Refer to MASH now; no bed is needed tonight",
    ("refer_to_mash",),
    hint="No consent is needed. You tell the young person what is shared, with whom and why.",
)
EARLY_HELP = Option(
    "early_help",
    "Ask whether they agree to a referral for early help",
    ("ask_consent_to_early_help",),
)
CONTACT = Option(
    "contact",
    "Refer to MASH as a contact and tell the manager",
    ("refer_to_mash_as_contact",),
    hint="For when the protocol is silent.",
)
UNDER_16 = Option(
    "under_16",
    "Refer to MASH as a child under 16, with a bed for tonight",
    ("refer_under_16", "secure_bed_tonight"),
)
ADULT = Option(
    "adult",
    "Take a homelessness application today and ask about being in care",
    ("take_part_vii_application", "ask_about_leaving_care"),
)
SOMETHING_ELSE = Option("something_else", "Something else", hint="Say what in your reason.")

TONIGHT = Decision(
    "tonight",
    "What have you decided?",
    (BED_AND_MASH, MASH, EARLY_HELP, CONTACT, UNDER_16, ADULT, SOMETHING_ELSE),
    weighs=(
        "secure_bed_tonight",
        "refer_to_mash",
        "ask_consent_to_early_help",
        "refer_to_mash_as_contact",
        "refer_under_16",
        "take_part_vii_application",
    ),
)

DEPARTURE_REASONS = {
    "young_person_left": "The young person has left",
    "another_service_acts": "Another service is already doing it",
    "manager_instructed": "A manager told me to",
    "safety": "It would put somebody in danger",
    "facts_not_asked": "There are facts these questions do not ask about",
    "other": "Another reason",
}


def departures(decision: Decision, option: Option, advice: Advice) -> tuple[Departure, ...]:
    """Every rule that applies and that the option departs from, strongest first."""
    performed = advice.findings.pack.done_by(*option.performs)
    return tuple(
        Departure(duty.rule.id, duty.rule.act, duty.force)
        for duty in advice.applies
        if duty.rule.act in decision.weighs
        and (
            (duty.force is Force.MUST and duty.rule.act not in performed)
            or (duty.force is Force.MUST_NOT and duty.rule.act in performed)
        )
    )
