"""Packs small enough to read in a test, and random ones for Hypothesis.

pack = tiny_pack(
    ["cold", "wet"],
    [duty("coat", lambda yp: yp.cold | yp.wet, act="wear_coat")],
)
evaluate(pack, {"cold": YES}, ON)
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import product
from operator import and_, or_
from typing import Any

from hypothesis import strategies as st

from rules.answers import NO, NOT_KNOWN, YES
from rules.calendar import LONDON, BankHolidays, Deadline, in_office_hours, london
from rules.compile import compile_pack
from rules.conditions import Condition, InForce, IsYes, applies, leaves, maybe, surely
from rules.facts import Fact, Kind, Option, Value
from rules.numbers import DatedNumber
from rules.pack import Act, Pack, Reading
from rules.rule import Body, Force, Rule, RuleKind, Source, principle

ON = datetime(2026, 5, 20, 11, 0, tzinfo=LONDON)  # a Wednesday, in office hours
TODAY = ON.date()
SOURCE = Source("protocol", "A small document", "paragraph 1")

HOLIDAYS = BankHolidays(
    date(2000, 1, 1), date(2100, 12, 31), (date(2026, 5, 4), date(2026, 5, 25)), "made up"
)
NUMBERS = {
    "opens": (DatedNumber(date(2000, 1, 1), 9, "o'clock", "made up"),),
    "closes": (DatedNumber(date(2000, 1, 1), 17, "o'clock", "made up"),),
    "limit": (
        DatedNumber(date(2000, 1, 1), 16, "years", "made up"),
        DatedNumber(date(2027, 1, 1), 18, "years", "made up"),
    ),
}
AGE = (
    Fact("date_of_birth", Kind.DATE, "their date of birth", question="When were they born?"),
    Fact("age", Kind.NUMBER, "their age", operator="age", of="date_of_birth"),
)
OFFICE_OPEN = Fact(
    "office_open",
    Kind.YES_NO,
    "the office is open",
    "the office is closed",
    operator="office_hours_now",
)
CAME_IN_HOURS = (
    Fact("came_at", Kind.MOMENT, "when they came", question="When did they come?"),
    Fact(
        "came_in_hours",
        Kind.YES_NO,
        "they came in office hours",
        "they came out of hours",
        operator="office_hours_then",
        of="came_at",
    ),
)


# Facts and rules in a line each.


def yes_no(id: str, says: str = "", says_not: str = "") -> Fact:
    says = says or f"{id} is so"
    return Fact(id, Kind.YES_NO, says, says_not or f"{id} is not so", question=f"Is {id} so?")


def choice(id: str, *options: str, unsettled: tuple[str, ...] = ()) -> Fact:
    listed = tuple(Option(option, f"{id} is {option}") for option in options)
    return Fact(id, Kind.CHOICE, id, question=f"Which {id}?", options=listed, unsettled=unsettled)


def number(id: str) -> Fact:
    return Fact(id, Kind.NUMBER, f"the number of {id}", question=f"How many {id}?")


def worked_out(id: str) -> Fact:
    """A fact for a definition to conclude."""
    return Fact(id, Kind.YES_NO, f"{id} is so", f"{id} is not so")


def duty(id: str, body: Body, *, act: str = "", force: Force = Force.MUST, **more: Any) -> Rule:
    return _rule(id, RuleKind.DUTY, force, body, owner="anyone", act=act or f"act_{id}", **more)


def gate(id: str, body: Body, *, holds_back: str = "", **more: Any) -> Rule:
    act = holds_back or f"act_{id}"
    return _rule(id, RuleKind.GATE, Force.MUST_NOT, body, owner="anyone", act=act, **more)


def gap(id: str, body: Body, *, act: str = "", **more: Any) -> Rule:
    act = act or f"act_{id}"
    return _rule(id, RuleKind.GAP, Force.MUST, body, owner="anyone", act=act, **more)


def definition(concludes: str, body: Body, *, id: str = "", **more: Any) -> Rule:
    kind = RuleKind.DEFINITION
    return _rule(id or concludes, kind, Force.FACT, body, concludes=concludes, **more)


def _rule(id: str, kind: RuleKind, force: Force, body: Body, **more: Any) -> Rule:
    more.setdefault("source", SOURCE)
    return Rule(id=id, kind=kind, force=force, words=f"The words of {id}.", body=body, **more)


def tiny_pack(
    facts: Sequence[Fact | str],
    rules: Sequence[Rule],
    *,
    acts: Iterable[Act] = (),
    numbers: Mapping[str, Sequence[DatedNumber]] | None = None,
    **more: Any,
) -> Pack:
    """A compiled pack. A fact may be just its name; acts that rules name need no listing.
    ``more`` is for ``compile_pack``, over what stands here."""
    listed = {act.id: act for act in acts}
    named = {rule.act: Act(rule.act, f"do {rule.act}") for rule in rules if rule.act}
    usual = {
        "name": "tiny",
        "title": "A tiny pack",
        "facts": [yes_no(fact) if isinstance(fact, str) else fact for fact in facts],
        "rules": rules,
        "acts": tuple((named | listed).values()),
        "owners": {"anyone": "Anyone"},
        "deadlines": [Deadline("at_once", "at once", "At once")],
        "readings": [Reading("A1", "As it stands.")],
        "numbers": numbers or NUMBERS,
        "bank_holidays": HOLIDAYS,
        "opens": "opens",
        "closes": "closes",
    }
    return compile_pack(**usual | more)


# Random packs.

LIMITS: tuple[int | str, ...] = (0, 15, "limit", 18)
DATES: tuple[tuple[date | None, date | None], ...] = (
    (date(2020, 1, 1), None),
    (None, date(2027, 12, 31)),
    (date(2020, 1, 1), date(2027, 12, 31)),
    (date(2026, 5, 20), date(2026, 5, 20)),
    (date(2027, 6, 1), None),  # not yet
    (None, date(2019, 12, 31)),  # no longer
)
ACTS = (
    Act("act_a", "do A", includes=("act_b",)),
    Act("act_b", "do B", includes=("act_c",)),
    Act("act_c", "do C"),
    Act("act_d", "do D"),
)
FACTS: tuple[tuple[Fact, ...], ...] = (
    *((yes_no(id),) for id in ("p", "q", "r", "s", "t", "u", "v", "w")),
    (choice("colour", "red", "green", "blue"),),
    (choice("shape", "round", "square", "undecided", unsettled=("undecided",)),),
    (number("nights"),),
    AGE,
    CAME_IN_HOURS,
    (OFFICE_OPEN,),
)
MOST_LAYERS = 4
MODALS: tuple[Callable[[Condition], Condition], ...] = (surely, maybe, lambda c: ~c)
PLAIN: tuple[tuple[Callable[[Condition], Condition], ...], ...] = ((),) * 12
DRESSES = st.sampled_from((*PLAIN, *product(MODALS), *product(MODALS, MODALS)))
JOINTS = st.sampled_from((and_, or_))


@st.composite
def packs(draw: st.DrawFn, most_facts: int = 5, most_rules: int = 10) -> Pack:
    """Random layered packs: all kinds of leaf and rule, dates in force, modal words,
    definitions up to four layers deep. ``most_facts`` bounds what can be known independently."""
    chosen = draw(st.lists(st.sampled_from(FACTS), min_size=1, max_size=most_facts, unique=True))
    facts = [fact for together in chosen for fact in together]
    asked: list[Condition] = [leaf for fact in facts for leaf in _leaves_about(fact)]
    asked += [InForce(*draw(st.sampled_from(DATES)))]

    rules: list[Rule] = []
    built: list[Condition] = []
    depth: dict[str, int] = {}
    for place in range(draw(st.integers(1, most_rules))):
        kind = draw(st.sampled_from(RuleKind))
        if kind is RuleKind.PRINCIPLE:
            rules.append(principle(f"aim-{place}", "Be kind.", source=SOURCE, shown="the advice"))
            continue
        earlier: list[Condition] = [
            leaf
            for id, layer in depth.items()
            if layer < MOST_LAYERS
            for leaf in (applies(id), *([IsYes(id)] if id.startswith("is_") else []))
        ]
        condition = draw(_conditions(asked, earlier))
        id = f"is_{place}" if kind is RuleKind.DEFINITION else f"{kind.value}-{place}"
        asks = [getattr(leaf, "rule", getattr(leaf, "fact", "")) for leaf in leaves(condition)]
        depth[id] = 1 + max((depth.get(other, 0) for other in asks), default=0)
        if kind is RuleKind.DEFINITION:
            facts.append(worked_out(id))
        rules.append(draw(_random_rule(id, kind, condition)))
        built.append(condition)

    used = [leaf for condition in built for leaf in leaves(condition)]
    with_condition = [rule.id for rule in rules if rule.body]
    impossible = draw(st.lists(_conditions(used, []), max_size=2)) if used else []
    covers = []
    if with_condition:
        some_rules = st.lists(st.sampled_from(with_condition), min_size=1, max_size=3, unique=True)
        condition = st.none() | _conditions(used, [])
        covers = draw(st.lists(st.tuples(some_rules, condition), max_size=2))
    return tiny_pack(
        facts,
        rules,
        acts=ACTS,
        impossible=[(f"Impossible {i}", _just(c)) for i, c in enumerate(impossible)],
        covers=[
            (f"Cover {i}", tuple(ids), _just(c) if c is not None else None)
            for i, (ids, c) in enumerate(covers)
        ],
    )


@st.composite
def situations(draw: st.DrawFn, pack: Pack) -> tuple[dict[str, Value], datetime]:
    """Facts that can be given to a pack, and a moment, ready for ``evaluate``.

    A fact that is not known is sometimes left out and sometimes said to be not known.
    """
    day = draw(st.sampled_from((TODAY, date(2026, 5, 23), date(2026, 5, 25), date(2027, 1, 4))))
    hour = draw(st.sampled_from((0, 8, 9, 16, 17, 23)))
    on = datetime(day.year, day.month, day.day, hour, 59, tzinfo=LONDON)
    given: dict[str, Value] = {}
    for fact in pack.facts:
        if fact.operator or fact.id in pack.defined_by:
            continue
        value = draw(st.none() | st.just(NOT_KNOWN) | st.sampled_from(_values(fact, on)))
        if value is not None:
            given[fact.id] = value
    return given, on


@st.composite
def _conditions(
    draw: st.DrawFn, asked: Sequence[Condition], earlier: Sequence[Condition]
) -> Condition:
    """One to six leaves: some of earlier rules where there are any, the rest of facts."""
    leaf = st.sampled_from(asked)
    if earlier:
        leaf |= st.sampled_from(earlier)
    parts = draw(st.lists(leaf, min_size=1, max_size=6))
    while len(parts) > 1:
        taken, parts = parts[:3], parts[3:]
        taken = [_dressed(draw, part) for part in taken]
        parts.append(reduce(draw(JOINTS), taken))
    return _dressed(draw, parts[0])


def _dressed(draw: st.DrawFn, condition: Condition) -> Condition:
    """The condition with up to two words before it: not, surely, maybe. Half the time none."""
    for modal in draw(DRESSES):
        condition = modal(condition)
    return condition


@st.composite
def _random_rule(draw: st.DrawFn, id: str, kind: RuleKind, condition: Condition) -> Rule:
    dates = draw(st.sampled_from(((None, None), *DATES) if draw(st.booleans()) else DATES[:1]))
    more: dict[str, Any] = dict(zip(("in_force_from", "in_force_to"), dates, strict=True))
    act = draw(st.sampled_from(ACTS)).id
    match kind:
        case RuleKind.DEFINITION:
            return definition(id, _just(condition), **more)
        case RuleKind.GATE:
            return gate(id, _just(condition), holds_back=act, **more)
        case RuleKind.GAP:
            return gap(id, _just(condition), act=act, **more)
    force = draw(st.sampled_from((Force.MUST, Force.MUST_NOT, Force.SHOULD, Force.MAY)))
    return duty(id, _just(condition), act=act, force=force, **more)


def _just(condition: Condition) -> Body:
    return lambda yp: condition


def _leaves_about(fact: Fact) -> list[Condition]:
    match fact.kind:
        case Kind.YES_NO:
            return [IsYes(fact.id)]
        case Kind.CHOICE:
            return [IsYes(fact.id).is_(option.id) for option in fact.options]
        case Kind.NUMBER:
            return [IsYes(fact.id).at_least(limit) for limit in LIMITS]
    return []


def _values(fact: Fact, on: datetime) -> list[Value]:
    match fact.kind:
        case Kind.YES_NO:
            return [YES, NO]
        case Kind.CHOICE:
            return [option.id for option in fact.options]
        case Kind.NUMBER:
            return [0, 14, 15, 16, 17, 18, 999_999]
        case Kind.DATE:
            today = london(on).date()
            return [today, *(born_for(age, today) for age in (14, 15, 16, 17, 18, 90))]
    return [on - timedelta(hours=hours) for hours in (0, 3, 8, 24 * 4)]


# From what is known to what is given.


def born_for(age: int, on: date) -> date:
    """A date of birth that makes somebody this old on the day."""
    return date(on.year - age, 1, 1)


def given_for(
    pack: Pack, known: Mapping[str, Value], on: date = TODAY
) -> tuple[dict[str, Value], datetime]:
    """Facts to give, and a moment of the day, so that everything comes out as ``known`` has it.

    Ages become dates of birth, and office hours become moments. The day is a working day.
    """
    open_at = datetime(on.year, on.month, on.day, 11, 0, tzinfo=LONDON)
    operators = {fact.id: fact for fact in pack.facts if fact.operator}
    is_open = next(
        (known[id] for id, f in operators.items() if f.operator.endswith("now") and id in known),
        YES,
    )
    moment = open_at if is_open is YES else open_at.replace(hour=20)
    given = {id: value for id, value in known.items() if id not in operators}
    for id, fact in operators.items():
        if fact.operator == "age" and isinstance(known.get(id), int):
            given[fact.of] = born_for(known[id], on)  # type: ignore[arg-type]  # a number
        if fact.operator == "office_hours_then" and id in known:
            given[fact.of] = open_at if known[id] is YES else open_at.replace(hour=3)
    assert in_office_hours(moment, pack.bank_holidays, pack.hours(on)) is (is_open is YES)
    return given, moment
