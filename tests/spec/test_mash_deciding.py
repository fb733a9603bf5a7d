"""What a decision at MASH differs from, and when another person has to sign it."""

import pytest

from thresholds.bands import BAND_IDS, level_of
from thresholds.deciding import (
    AT_ONCE,
    DEPARTURES,
    SECOND,
    Before,
    Final,
    differs_from,
    second_for,
    waits,
)

# suggested at least | worst before | last | carries 3-l | contacts before | final, level: outcome
# An empty suggestion: nothing known gives one. Empty contacts before: nobody knows.
TABLE = """
amber | amber | amber | no  | 0 | amber, 3: social_care  ->                              |
amber | amber | amber | no  | 0 | red, 4: social_care    -> suggestion                   | red
amber | red   | red   | no  | 0 | red, 4: social_care    ->                              | red
red   | red   | red   | no  | 0 | amber, 3: social_care  -> suggestion lowered           | downgrade
      | red   | amber | no  | 0 | amber, 3: social_care  -> lowered                      | downgrade
      | amber | amber | no  | 0 | amber, 2: social_care  -> level                        |
      | blue  | blue  | no  | 0 | blue, 1: nfa           ->                              |
      | blue  | blue  | no  | 1 | blue, 1: nfa           ->                              | closed_after_repeat_contact
      | blue  | blue  | no  | 1 | blue, 1: signposting   ->                              | closed_after_repeat_contact
      | blue  | blue  | no  |   | blue, 1: signposting   ->                              | closed_after_repeat_contact
      | green | green | no  |   | green, 2: early_help   ->                              |
      | green | green | no  | 0 | green, 2: signposting  ->                              |
green | green | green | no  | 0 | green, 2: signposting  -> too_little                   | closed_against_suggestion
      | amber | amber | no  | 0 | amber, 3: nfa          -> too_little                   | closed_against_suggestion
amber | amber | amber | no  | 0 | amber, 3: early_help   ->                              |
      | red   | red   | no  | 0 | red, 4: early_help     -> too_little                   | red closed_against_suggestion
amber | amber | amber | yes | 0 | amber, 3: social_care  ->                              |
amber | amber | amber | yes | 0 | amber, 3: early_help   -> rule_3_l                     | departs_from_3_l
amber | amber | amber | yes | 2 | green, 2: nfa          -> suggestion lowered too_little rule_3_l | downgrade closed_after_repeat_contact closed_against_suggestion departs_from_3_l
"""
OUTCOMES = {
    "social_care": "referral_to_social_care",
    "early_help": "referral_to_early_help",
    "nfa": "information_or_nfa",
    "signposting": "signposting",
}
ROWS = [line for line in TABLE.splitlines() if line.strip()]


def read(line):
    given, expected = line.split("->")
    minimum, worst, rated, carries, contacts, final = (cell.strip() for cell in given.split("|"))
    band, rest = final.split(",")
    level, outcome = rest.split(":")
    before = Before(
        minimum or None, worst, rated, carries == "yes", int(contacts) if contacts else None
    )
    departs, second = (tuple(cell.split()) for cell in expected.split("|"))
    return Final(band, int(level), OUTCOMES[outcome.strip()]), before, departs, second


@pytest.mark.parametrize("line", ROWS)
def test_what_differs_is_explained_and_what_is_grave_is_signed(line):
    final, before, departs, second = read(line)
    assert differs_from(final, before) == departs
    assert second_for(final, before) == second


def test_every_departure_and_every_reason_for_a_signature_stands_in_the_table():
    rows = [read(line) for line in ROWS]
    assert {what for _, _, departs, _ in rows for what in departs} == set(DEPARTURES)
    assert {why for _, _, _, second in rows for why in second} == set(SECOND)


def test_red_alone_waits_for_nobody_and_everything_else_waits():
    assert not waits(())
    assert not waits(("red",))
    for why in set(SECOND) - AT_ONCE:
        assert waits((why,))
        assert waits(("red", why))


def test_a_milder_decision_never_needs_less():
    """With all else the same: whoever lowers the band is never asked for fewer signatures, but
    for Red's own."""
    for minimum in (None, *BAND_IDS):
        for worst in BAND_IDS:
            before = Before(minimum, worst, worst, False, 0)
            asked = [
                set(second_for(Final(band, level_of(band), "referral_to_social_care"), before))
                - {"red"}
                for band in BAND_IDS
            ]
            for milder, graver in zip(asked, asked[1:], strict=False):
                assert milder >= graver
