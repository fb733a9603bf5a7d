"""How far a hand-over is: whether somebody has accepted, whether there is a bed, whom to ring."""

from dataclasses import dataclass

from protocol.advice import Advice
from rules.answers import NO, YES
from store.hand_over import WAYS

OUT_OF_HOURS, AFTER_CLOSING = "2-b", "a41"
SENT_BY = frozenset(way.act for way in WAYS)


@dataclass(frozen=True)
class HandOver:
    """``asked_for`` where the rules ask for a referral or a bed. ``ring`` when the Emergency Duty
    Team has to be rung now."""

    asked_for: bool
    accepted: bool
    bed: bool
    bed_is_needed: bool
    ring: bool

    @property
    def is_open(self) -> bool:
        return self.asked_for and not (self.accepted and (self.bed or not self.bed_is_needed))


def handing_over(advice: Advice) -> HandOver:
    """While the office is open MASH answers. Once it is closed, and somebody or something is
    still missing, the Emergency Duty Team does."""
    facts = advice.findings.facts
    bed_is_needed = facts.get("needs_bed_tonight") is not NO
    acts = {duty.rule.act for duty in advice.applies if duty.force.value == "must"}
    found = HandOver(
        asked_for=bool(acts & (SENT_BY | {"secure_bed_tonight", "place_out_of_hours"})),
        accepted=facts.get("referral_accepted") is YES,
        bed=facts.get("bed_confirmed") is YES,
        bed_is_needed=bed_is_needed,
        ring=False,
    )
    closed = advice.findings.concluded["office_open_now"] is not YES
    is_theirs = advice.duty(AFTER_CLOSING) or (advice.duty(OUT_OF_HOURS) and found.is_open)
    return HandOver(**{**vars(found), "ring": bool(closed and is_theirs)})
