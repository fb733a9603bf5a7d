"""What a final rating and decision differs from, and why another person has to sign it.

Professional judgement wins: whatever is decided can be decided, with a reason.
"""

from dataclasses import dataclass

from thresholds.bands import level_of, severity, worse

SUGGESTION, INITIAL, LEVEL, RULE_3_L = "suggestion", "initial", "level", "rule_3_l"

DEPARTURES = {
    SUGGESTION: "The final rating is not what the rules suggest at least",
    INITIAL: "The final rating is lower than a rating before it",
    LEVEL: "The level is not the one that this rating stands for",
    RULE_3_L: "The contact carries rule 3-l of the joint protocol: it goes to children's social "
    "care, and is allocated the same day (4-a). Any other outcome departs from the protocol",
}
"""What a decision can differ from, as the page says it."""

RED, DOWNGRADE = "red", "downgrade"
REPEATED, CLOSING = "closed_after_repeat_contact", "closed_against_suggestion"
NOT_REFERRED = "departs_from_3_l"

SECOND = {
    RED: "It is rated Red. What Red asks for is done at once, and does not wait for the signature",
    DOWNGRADE: "The rating is lower than the suggestion or than a rating before it",
    REPEATED: "It ends without a referral, and there were contacts before, or nobody knows "
    "whether there were",
    CLOSING: "It ends, or goes to early help, although the rating or the suggestion is higher",
    NOT_REFERRED: "It is not referred to children's social care although rule 3-l asks for it",
}
"""Why another person has to sign. Another identity, not just another role."""

AT_ONCE = frozenset({RED})
"""What needs a signature and is not held back by it. Everything else takes effect once signed."""

REFERRAL, EARLY_HELP = "referral_to_social_care", "referral_to_early_help"
ENDS = ("information_or_nfa", "signposting")


@dataclass(frozen=True)
class Before:
    """What was so before the decision. ``minimum`` is what the rules suggest at least, if they can
    tell; ``initial`` the first rating and ``runs_on`` the band whose clock runs; ``explained`` the
    band that somebody has given a reason for already. ``earlier_contacts`` is None where nobody
    knows."""

    minimum: str | None
    initial: str
    runs_on: str
    explained: str
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
    below = minimum is not None and severity(final.band) < severity(minimum)
    above = minimum is not None and severity(final.band) > severity(minimum)
    found = {
        SUGGESTION: below or (above and final.band != before.explained),
        INITIAL: _is_lower(final, before),
        LEVEL: final.level != level_of(final.band),
        RULE_3_L: before.carries_3_l and final.outcome != REFERRAL,
    }
    return tuple(what for what in DEPARTURES if found[what])


def second_for(final: Final, before: Before) -> tuple[str, ...]:
    """Why another person has to sign, in the order of ``SECOND``; empty where nobody has to."""
    highest = worse(final.band, before.minimum or final.band)
    below = severity(final.band) < severity(highest)
    ends = final.outcome in ENDS
    found = {
        RED: final.band == "red",
        DOWNGRADE: below or _is_lower(final, before),
        REPEATED: ends and before.earlier_contacts != 0,
        CLOSING: _is_too_little(final, before, highest),
        NOT_REFERRED: before.carries_3_l and final.outcome != REFERRAL,
    }
    return tuple(why for why in SECOND if found[why])


def waits(second: tuple[str, ...] | list[str]) -> bool:
    """Whether the decision takes effect only once it is signed."""
    return bool(set(second) - AT_ONCE)


def _is_lower(final: Final, before: Before) -> bool:
    return severity(final.band) < severity(worse(before.initial, before.runs_on))


def _is_too_little(final: Final, before: Before, highest: str) -> bool:
    """Nothing more is done although something is suggested, or early help where it is Red."""
    if final.outcome in ENDS:
        suggested = severity(before.minimum) if before.minimum else 0
        return suggested > severity("blue") or severity(highest) >= severity("amber")
    return final.outcome == EARLY_HELP and highest == "red"
