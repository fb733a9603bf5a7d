"""What a final rating and decision differs from, and why another person has to sign it.

Professional judgement wins: whatever is decided can be decided, with a reason.
"""

from dataclasses import dataclass

from thresholds.bands import level_of, worse
from thresholds.rating.decided import REFERRAL, milder

SUGGESTION, LOWERED, LEVEL = "suggestion", "lowered", "level"
TOO_LITTLE, RULE_3_L = "too_little", "rule_3_l"

DEPARTURES = {
    SUGGESTION: "The final rating is not what the rules suggest at least",
    LOWERED: "The final rating is lower than the one that counted before",
    LEVEL: "The level is not the one that this rating stands for",
    TOO_LITTLE: "It ends, or goes to early help, although the rating or the suggestion is higher",
    RULE_3_L: "The contact carries rule 3-l of the joint protocol: it goes to children's social "
    "care, and is allocated the same day (4-a). Any other outcome departs from the protocol",
}
"""What a decision can differ from, as the page says it."""

RED, DOWNGRADE = "red", "downgrade"
REPEATED, CLOSING = "closed_after_repeat_contact", "closed_against_suggestion"
NOT_REFERRED = "departs_from_3_l"

SECOND = {
    RED: "It is rated Red. What Red asks for is done at once, and does not wait for the signature",
    DOWNGRADE: "The rating is lower than the suggestion, or than the one that counted before",
    REPEATED: "It ends without a referral, and there were contacts before, or nobody knows "
    "whether there were",
    CLOSING: DEPARTURES[TOO_LITTLE],
    NOT_REFERRED: "It is not referred to children's social care although rule 3-l asks for it",
}
"""Why another person has to sign. Another identity, not just another role."""

AT_ONCE = frozenset({RED})
"""What needs a signature and is not held back by it. Everything else takes effect once signed."""

EARLY_HELP = "referral_to_early_help"
ENDS = ("information_or_nfa", "signposting")


@dataclass(frozen=True)
class Before:
    """What was so before the decision. ``minimum`` is what the rules suggest at least, if they can
    tell; ``worst`` the most serious of the ratings before, the initial one among them, and of what
    was suggested with one and nobody has signed; ``rated`` the last, whose difference from the
    suggestion is explained. ``earlier_contacts`` is None where nobody knows."""

    minimum: str | None
    worst: str
    rated: str
    carries_3_l: bool
    earlier_contacts: int | None


@dataclass(frozen=True)
class Final:
    band: str
    level: int
    outcome: str


def differs_from(final: Final, before: Before) -> tuple[str, ...]:
    """What has to be explained, in the order of ``DEPARTURES``."""
    minimum = before.minimum
    below = minimum is not None and milder(final.band, minimum)
    above = minimum is not None and milder(minimum, final.band)
    found = {
        SUGGESTION: below or (above and final.band != before.rated),
        LOWERED: milder(final.band, before.worst),
        LEVEL: final.level != level_of(final.band),
        TOO_LITTLE: _is_too_little(final, before),
        RULE_3_L: before.carries_3_l and final.outcome != REFERRAL,
    }
    return tuple(what for what in DEPARTURES if found[what])


def second_for(final: Final, before: Before) -> tuple[str, ...]:
    """Why another person has to sign, in the order of ``SECOND``; empty where nobody has to."""
    below = before.minimum is not None and milder(final.band, before.minimum)
    ends = final.outcome in ENDS
    found = {
        RED: final.band == "red",
        DOWNGRADE: below or milder(final.band, before.worst),
        REPEATED: ends and before.earlier_contacts != 0,
        CLOSING: _is_too_little(final, before),
        NOT_REFERRED: before.carries_3_l and final.outcome != REFERRAL,
    }
    return tuple(why for why in SECOND if found[why])


def waits(second: tuple[str, ...] | list[str]) -> bool:
    """Whether the decision takes effect only once it is signed."""
    return bool(set(second) - AT_ONCE)


def _is_too_little(final: Final, before: Before) -> bool:
    """Nothing more is done although something is suggested, or early help where it is Red."""
    highest = worse(final.band, before.minimum or final.band)
    if final.outcome in ENDS:
        return bool(before.minimum and milder("blue", before.minimum)) or milder("green", highest)
    return final.outcome == EARLY_HELP and highest == "red"
