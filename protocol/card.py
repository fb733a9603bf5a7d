"""The tonight card: what has to happen now, on one page. Words for the advice, nothing decided."""

from dataclasses import dataclass

from protocol.advice import Advice, Duty
from rules.answers import NO
from rules.pack import PackRule
from rules.rule import Force


@dataclass(frozen=True)
class Number:
    """A number to ring, and what for."""

    who: str
    phone: str
    when: str


@dataclass(frozen=True)
class Card:
    """``steps`` have a time limit and come soonest first; ``must_not`` holds whatever else."""

    headline: str
    lead: str
    steps: tuple[Duty, ...]
    power: str
    must_not: tuple[Duty, ...]
    numbers: tuple[Number, ...]
    say: tuple[str, ...]
    manners: tuple[PackRule, ...]


# Of what has to happen at the same time, this comes first.
FIRST = ("keep_safe", "ring_mash_now", "ring_emergency_duty_team", "place_out_of_hours")

IN_HOURS = (
    "Children's services provide the bed under the Children Act 1989. Until a social worker has "
    "decided, Housing may provide a stopgap under section 188 of the Housing Act 1996. Tonight's "
    "bed does not wait for that decision."
)
OUT_OF_HOURS = (
    "The Emergency Duty Team places first. The legal basis is recorded as not decided yet, and "
    "deciding it is the first task at the hand-over."
)
HOUSING_ACT = "Part VII of the Housing Act 1996."
NO_BED = (
    "Children's services assess under section 17 of the Children Act 1989. If a bed is needed "
    "after all, nobody waits for the assessment."
)


def card(advice: Advice) -> Card:
    """The card for this advice."""
    headline, lead = _headline(advice)
    musts = [d for d in advice.applies if d.force is Force.MUST and d.due is not None]
    return Card(
        headline=headline,
        lead=lead,
        steps=tuple(sorted(musts, key=_soonest_and_safest)),
        power=_power(advice),
        must_not=advice.held_back_tonight,
        numbers=_numbers(advice),
        say=tuple(_say(advice)),
        manners=tuple(p for p in advice.principles if p.shown.startswith("the card, under “What")),
    )


def _soonest_and_safest(duty: Duty) -> tuple[float, int]:
    act = duty.rule.act
    return duty.due.timestamp() if duty.due else 0, FIRST.index(act) if act in FIRST else len(FIRST)


def _headline(advice: Advice) -> tuple[str, str]:
    applies = {duty.rule.id for duty in advice.applies}
    for rules, headline, lead in HEADLINES:
        if rules <= applies:
            return headline, lead
    raise AssertionError  # the last headline is for everybody


HEADLINES: tuple[tuple[frozenset[str], str, str], ...] = (
    (
        frozenset({"a48-adult"}),
        "A homelessness application today",
        "They are 18 or over, so this protocol is not for them. Housing owes them help today.",
    ),
    (
        frozenset({"a48-under-16"}),
        "Ring MASH at once",
        "They are under 16, so this protocol is not for them. They go to MASH at once as a "
        "child who needs somewhere to live, and have a safe bed tonight.",
    ),
    (
        frozenset({"2-b"}),
        "Ring the Emergency Duty Team now",
        "It is out of hours. The Emergency Duty Team finds a bed tonight: foster care, or a "
        "place with high-level support. No assessment is needed first.",
    ),
    (
        frozenset({"a41"}),
        "Ring the Emergency Duty Team now",
        "The office has closed and nobody has accepted this yet. Stay until somebody does.",
    ),
    (
        frozenset({"3-l", "3-b"}),
        "A bed tonight, and MASH now",
        "The bed does not wait for the paperwork. No consent is needed to refer.",
    ),
    (
        frozenset({"a12", "3-b"}),
        "A bed tonight, and MASH now",
        "It is not known yet whether they are homeless. Until it is, act as if they are.",
    ),
    (
        frozenset({"3-l"}),
        "Refer to MASH before they leave",
        "They have somewhere safe to sleep tonight. No consent is needed to refer.",
    ),
    (
        frozenset({"a12"}),
        "Refer to MASH before they leave",
        "It is not known yet whether they are homeless. Until it is, act as if they are.",
    ),
    (
        frozenset({"3-k"}),
        "Ask whether they agree to early help",
        "Going home has been made sure of. Only with their agreement is a referral made.",
    ),
    (
        frozenset({"gap-3"}),
        "The protocol is silent here",
        "Refer to MASH as a contact and tell your manager. Seek the young person's agreement.",
    ),
    (
        frozenset(),
        "Ask what is not known yet",
        "They do not seem to be homeless. What else has to happen cannot be told yet.",
    ),
)


def _power(advice: Advice) -> str:
    if advice.duty("a48-adult"):
        return HOUSING_ACT
    if advice.duty("2-b"):
        return OUT_OF_HOURS
    return IN_HOURS if needs_bed(advice) else NO_BED


def needs_bed(advice: Advice) -> bool:
    """Whether anybody has to find a bed tonight."""
    return any(
        duty.rule.act in ("secure_bed_tonight", "place_out_of_hours") for duty in advice.applies
    )


def _numbers(advice: Advice) -> tuple[Number, ...]:
    authority = advice.findings.pack.authority or {}
    closed = advice.findings.concluded["office_open_now"] is NO
    emergency = Number(
        "Emergency Duty Team",
        authority["emergency_duty_team_phone"],
        "Now: the office is closed" if closed else "When the office closes and nobody has accepted",
    )
    return (
        Number("Police, ambulance", "999", "Anybody is in danger this minute"),
        emergency,
        Number("Shelter", authority["shelter_phone"], "Independent advice, every day"),
    )


def _say(advice: Advice) -> list[str]:
    if advice.duty("a48-adult"):
        return ["You are in the right place. We take your application today."]
    lines = ["You did right to come. Tell me only what you want to."]
    if needs_bed(advice):
        lines.append(
            "You will have somewhere safe to sleep tonight. It does not depend on anything."
        )
    if advice.duty("a44"):
        lines.append(
            "We will not contact your family unless you say that we may, and that it is safe."
        )
    if any(d.rule.act.startswith("refer_") and d.force is Force.MUST for d in advice.applies):
        lines.append(
            "I am telling the children's team what you told me, so that a social worker can help. "
            "I will tell you what I write and who reads it."
        )
    if advice.duty("3-k"):
        lines.append("Would you like help for you and your family? You can say no.")
    lines.append("You can have somebody independent on your side.")
    return lines
