"""Section 20, section 17 and Part VII side by side, for one young person.

What each gives and what is lost with it is said to the young person, in words that can be handed
over (section 5.2, paragraph 2). Nothing is recommended and nothing is ranked: they stand in the
order in which the law asks about them.
"""

from dataclasses import dataclass

from protocol.sources import our_reading, protocol_v4, statute
from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.evaluate import Findings
from rules.explain import Explanation
from rules.pack import PackRule
from rules.rule import RuleKind, Source

CHILDREN_ACT = "Children Act 1989"
HOUSING_ACT = "Housing Act 1996"
CARE_PLANNING = "Care Planning, Placement and Case Review (England) Regulations 2010"


@dataclass(frozen=True)
class Statement:
    """A sentence said to the young person, and where it comes from."""

    says: str
    source: Source


@dataclass(frozen=True)
class Route:
    """``outcomes`` are the facts that conclude it, ``guarded`` the acts its gates hold back."""

    id: str
    name: str
    gives: tuple[Statement, ...]
    loses: tuple[Statement, ...]
    outcomes: tuple[str, ...]
    guarded: tuple[str, ...]


SECTION_20 = Route(
    "s20",
    "Accommodation under section 20 of the Children Act 1989",
    gives=(
        Statement(
            "You have somewhere to live, chosen for what you need, and you are looked after by "
            "the council.",
            statute(CHILDREN_ACT, "sections 20, 22A and 22C"),
        ),
        Statement(
            "A social worker visits you, and your care plan is agreed with you.",
            statute(CARE_PLANNING, "regulations 4(5) and 28"),
        ),
        Statement(
            "There are regular reviews, and an independent reviewing officer checks that the "
            "council does what it should for you.",
            statute(CHILDREN_ACT, "sections 25A and 26"),
        ),
        Statement(
            "The place you live in is regulated: a foster home, or a provider that is registered "
            "with Ofsted.",
            statute(CHILDREN_ACT, "section 22C"),
        ),
        Statement(
            "Every day counts towards help as a care leaver. After 13 weeks you have a personal "
            "adviser, and can have help until you are 25.",
            statute(CHILDREN_ACT, "sections 23A to 24"),
        ),
        Statement(
            "At 16 you decide. Your parents cannot stop it once you agree, and you can change "
            "your mind at any time.",
            statute(CHILDREN_ACT, "section 20(11)"),
        ),
    ),
    loses=(
        Statement(
            "The council is a bigger part of your life: visits, reviews and plans.",
            protocol_v4("5.2", 4, 13),
        ),
    ),
    outcomes=("outcome_s20_looked_after",),
    guarded=("accommodate_under_s20",),
)

SECTION_17 = Route(
    "s17",
    "Help under section 17 of the Children Act 1989",
    gives=(
        Statement(
            "You have a child in need plan until you are 18.",
            protocol_v4("5.2", 3),
        ),
        Statement(
            "It can include somewhere to live, or support so that you can live with family.",
            statute(CHILDREN_ACT, "section 17(6)"),
        ),
        Statement(
            "Somewhere to live lasts until you no longer need it or are 18.",
            our_reading("A1"),
        ),
    ),
    loses=(
        Statement(
            "You are not looked after: no reviews as a child in care, and no independent reviewing "
            "officer.",
            statute(CHILDREN_ACT, "section 22(1)"),
        ),
        Statement(
            "The time does not count towards help as a care leaver: no personal adviser, and no "
            "help until 25, because of it.",
            statute(CHILDREN_ACT, "sections 22(1) and 23A to 24"),
        ),
        Statement(
            "The place you live in need not be registered with Ofsted.",
            statute(CHILDREN_ACT, "section 22C(6)(d)"),
        ),
    ),
    outcomes=("outcome_s17_accommodation", "outcome_s17_with_family"),
    guarded=("settle_under_s17",),
)

PART_VII = Route(
    "part_vii",
    "Housing under Part VII of the Housing Act 1996",
    gives=(
        Statement(
            "You have a personal housing plan, and Housing has to try to prevent or end your "
            "homelessness.",
            protocol_v4("5.2", 5),
        ),
        Statement(
            "You go on the council's Housing Allocation Scheme.",
            protocol_v4("5.2", 5),
        ),
        Statement(
            "You have a child in need plan until you are 18, and outreach support.",
            protocol_v4("5.2", 3, 5),
        ),
    ),
    loses=(
        Statement(
            "You are not looked after: no reviews as a child in care, and no independent reviewing "
            "officer.",
            statute(CHILDREN_ACT, "section 22(1)"),
        ),
        Statement(
            "The time does not count towards help as a care leaver: no personal adviser, and no "
            "help until 25, because of it.",
            statute(CHILDREN_ACT, "sections 22(1) and 23A to 24"),
        ),
        Statement(
            "It may start with temporary accommodation, which need not be registered with Ofsted.",
            protocol_v4("5.2", 5),
        ),
        Statement(
            "Housing decides what it owes you, and can decide that it owes you no home. You can "
            "ask for a review, and for section 20 again.",
            statute(HOUSING_ACT, "sections 184 and 202"),
        ),
    ),
    outcomes=("outcome_part_vii_with_plan",),
    guarded=("settle_under_part_vii",),
)

ROUTES = (SECTION_20, SECTION_17, PART_VII)


@dataclass(frozen=True)
class RouteNow:
    """A route as it stands for this young person.

    ``follows`` is what the rules say: yes, no, or not to be told yet. ``in_the_way`` are the gates
    that hold it back now. ``missing`` are the facts nobody knows that either rests on, most
    decisive first.
    """

    route: Route
    follows: Answer
    in_the_way: tuple[PackRule, ...]
    missing: tuple[str, ...]

    def missing_in_words(self, findings: Findings) -> tuple[str, ...]:
        return tuple(findings.pack.fact[fact].unknown for fact in self.missing)


def side_by_side(findings: Findings) -> tuple[RouteNow, ...]:
    """Every route as it stands now, in the same order for everybody."""
    explanation = Explanation(findings)
    return tuple(_now(findings, explanation, route) for route in ROUTES)


def _now(findings: Findings, explanation: Explanation, route: Route) -> RouteNow:
    in_the_way = tuple(
        rule
        for rule in findings.having(YES)
        if rule.kind is RuleKind.GATE and rule.act in route.guarded
    )
    unknown = [fact for gate in in_the_way for fact in explanation.rests_on_unknown(gate.id)]
    unknown += [fact for id in route.outcomes for fact in explanation.missing(id)]
    return RouteNow(
        route, _follows(findings, route), in_the_way, explanation.by_decisiveness(unknown)
    )


def _follows(findings: Findings, route: Route) -> Answer:
    answers = {findings.result(outcome) for outcome in route.outcomes}
    if YES in answers:
        return YES
    return NO if answers == {NO} else NOT_KNOWN
