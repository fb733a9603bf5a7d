"""The joint protocol as a pack, with our readings and the law beside it."""

from collections.abc import Mapping
from functools import cache

import thresholds
from protocol import (
    care_leavers,
    looked_after,
    other_children,
    s1_commitments,
    s2_out_of_hours,
    s3_first_contact,
    s4_1_gangs_offending_exploitation,
    s4_2_custody,
    s4_emergency_accommodation,
    s5_1_assessment,
    s5_2_no_accommodation,
    s5_2_outcomes,
    s5_2_refusal,
    s5_2_round_again,
    s5_2_section_20,
    s5_2_what_follows,
    s6_duty_to_refer,
    s7_support_packages,
    s8_advocacy,
    s9_disputes,
    scope,
    statute,
)
from protocol.acts import ACTS
from protocol.authority import AUTHORITY
from protocol.catalogue import FACTS
from protocol.deadlines import DEADLINES
from protocol.people import OWNERS
from protocol.readings import readings, refuse_without_rules
from rules.compile import compile_pack
from rules.conditions import Condition, Situation
from rules.pack import Pack
from rules.rule import rules_in

SECTIONS = (
    scope,
    s1_commitments,
    s2_out_of_hours,
    s3_first_contact,
    s4_emergency_accommodation,
    s4_1_gangs_offending_exploitation,
    s4_2_custody,
    s5_1_assessment,
    s5_2_section_20,
    s5_2_refusal,
    s5_2_outcomes,
    s5_2_what_follows,
    s5_2_no_accommodation,
    s5_2_round_again,
    s6_duty_to_refer,
    s7_support_packages,
    s8_advocacy,
    s9_disputes,
    other_children,
    statute,
    looked_after,
    care_leavers,
)

OUTCOMES = tuple(f"outcome_{outcome}" for outcome in s5_2_outcomes.OUTCOMES)


def homeless_tonight_but_housed(yp: Situation) -> Condition:
    return yp.needs_bed_tonight & ~yp.needs_accommodation


@cache
def current_pack() -> Pack:
    """The rules in force, compiled. Raises PackError when they cannot be relied on."""
    return pack_read(thresholds.readings())


def pack_read(chosen: Mapping[str, str]) -> Pack:
    """The rules under these options (reading → option), the other readings as shipped."""
    pack = compile_pack(
        name="joint-protocol",
        title="Joint protocol for homeless 16- and 17-year-olds",
        facts=FACTS,
        rules=[rule for section in SECTIONS for rule in rules_in(section)],
        acts=ACTS,
        owners=OWNERS,
        deadlines=DEADLINES,
        readings=readings(chosen),
        numbers=thresholds.numbers(),
        bank_holidays=thresholds.bank_holidays(),
        opens="office_opens",
        closes="office_closes",
        deadline_starts="presented_at",
        impossible=[
            (
                "A bed is needed tonight, but there is a safe and settled home",
                homeless_tonight_but_housed,
            )
        ],
        covers=[
            (
                "Every young person at first contact is referred, or asked, or the protocol is "
                "silent and says so",
                ("3-l", "3-k", "gap-3"),
                lambda yp: yp.within_protocol,
            ),
            (
                "Every young person has one of the ten outcomes",
                OUTCOMES,
                lambda yp: yp.within_protocol,
            ),
        ],
        scope="within_protocol",
        authority=AUTHORITY,
    )
    refuse_without_rules(pack)
    return pack
