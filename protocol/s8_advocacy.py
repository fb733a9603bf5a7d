"""Section 8: advocacy."""

from protocol.people import EARLY_HELP_WORKER, EVERYONE
from protocol.sources import our_reading, protocol_v4
from rules.conditions import Condition, Situation, surely
from rules.rule import Force, gate, principle, rule

title = "Advocacy"


@rule(
    "8-a",
    force=Force.SHOULD,
    owner=EVERYONE,
    act="offer_independent_advocate",
    source=protocol_v4("8", 1),
    due="no_limit",
    readings=("A36", "A42"),
)
def offer_an_independent_advocate(yp: Situation) -> Condition:
    """Offer an independent advocate, so that they understand what is happening and can weigh up
    their choices."""
    return ~surely(yp.who_advocates.is_("independent_advocate"))


shelter = principle(
    "8-b",
    "Shelter gives advice every day of the year, and help to get to appointments.",
    source=protocol_v4("8", 2),
    shown="the advice, under “How we work”; the number is on the card",
    force=Force.FACT,
)


@rule(
    "8-c",
    force=Force.MUST,
    owner=EARLY_HELP_WORKER,
    act="stand_by_them_at_meetings",
    source=protocol_v4("8", 3),
    due="no_limit",
    readings=("A36", "A42"),
)
def the_early_help_worker_stands_by_them(yp: Situation) -> Condition:
    """Speak up for them at meetings: they know you already."""
    return yp.early_help_worker_involved


@rule(
    "8-c-mediate",
    force=Force.MUST,
    owner=EARLY_HELP_WORKER,
    act="mediate_with_family",
    source=protocol_v4("8", 3),
    due="no_limit",
    readings=("A36", "A42", "A44"),
)
def the_early_help_worker_mediates(yp: Situation) -> Condition:
    """Mediate between them and their family, where family may be contacted."""
    return yp.early_help_worker_involved & yp.family_contact_allowed


@gate(
    "a36",
    holds_back="count_as_independent_advocate",
    owner=EVERYONE,
    source=our_reading("A36"),
    readings=("A36", "A49"),
    scope="is_child",
)
def only_an_independent_advocate_is_independent(yp: Situation) -> Condition:
    """Do not record that they have an independent advocate unless it is one. Their early help
    worker, or another worker of the council, is not."""
    return ~surely(yp.who_advocates.is_("independent_advocate"))
