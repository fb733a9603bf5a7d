"""What the 18th birthday takes out of reach, and the last day for each: dates, never decisions.

Worked out from the numbers in force and the law. Nothing here ends anything: a case and a bed go on
until a person decides (A47). Nothing here is a reason not to accommodate, however near 18 is.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from protocol.ages import birthday
from protocol.sources import our_reading, our_rule, protocol_v4, statute
from rules.answers import YES
from rules.calendar import LONDON, ONE_DAY, BeyondHorizon, london
from rules.evaluate import Facts
from rules.pack import Pack
from rules.rule import Source

CHILDREN_ACT, HOUSING_ACT = "Children Act 1989", "Housing Act 1996"
PRIORITY_NEED = "Homelessness (Priority Need for Accommodation) (England) Order 2002"
ASSESSMENT = "5.1-b"
LONGEST_SEARCH = 200
"""Days looked back from a birthday for the last on which a time limit can start."""


@dataclass(frozen=True)
class LastDay:
    """``what`` can still be had, until the end of ``day``; then ``after`` is so. Without a day it
    cannot be told, and ``after`` says why. ``reached`` when it is so already and no birthday takes
    it away."""

    id: str
    what: str
    day: date | None
    after: str
    sources: tuple[Source, ...]
    reached: bool = False


@dataclass(frozen=True)
class Prompt:
    """What is to be thought of from a day on."""

    on: date
    says: str
    source: Source


@dataclass(frozen=True)
class Turning18:
    """``adult_on`` is the 18th birthday, and the soonest of those that may be it; nothing where no
    date of birth is known. ``days_left`` is below nought after it. ``is_child`` as the rules have
    it: whoever is in doubt is one."""

    adult_on: date | None
    days_left: int | None
    is_child: bool
    in_doubt: bool
    thirteen_weeks: LastDay | None
    last_days: tuple[LastDay, ...]
    prompts: tuple[Prompt, ...]


def turning_18(
    pack: Pack, facts: Facts, is_child: bool, born: tuple[date, ...], now: datetime
) -> Turning18:
    """``born`` are the dates of birth on record. With more than one it goes by the earliest: what
    is decided too early harms nobody."""
    in_doubt = facts.get("age_disputed") is YES or len(born) > 1
    if not born:
        return Turning18(None, None, is_child, in_doubt, None, (), ())
    today, first = london(now).date(), min(born)
    adult = birthday(first, pack.number("adult_age", today))
    weeks = thirteen_weeks(pack, facts, first, adult, today)
    return Turning18(
        adult_on=adult,
        days_left=(adult - today).days,
        is_child=is_child,
        in_doubt=in_doubt,
        thirteen_weeks=weeks,
        last_days=tuple(sorted(_last_days(pack, facts, first, adult, now, weeks), key=_soonest)),
        prompts=prompts(first),
    )


def _soonest(last: LastDay) -> tuple[bool, date]:
    return last.day is None, last.day or date.max


def thirteen_weeks(pack: Pack, facts: Facts, born: date, adult: date, today: date) -> LastDay:
    """The last day on which care can begin to reach 91 days by the day before 18. Each day wholly
    or partly in care counts, the first and the last among them (A32)."""
    days = pack.number("care_leaver_days", today)
    sources = (
        statute(CHILDREN_ACT, "section 23A and Schedule 2, paragraph 19B"),
        our_reading("A32"),
    )
    what = f"13 weeks in care ({days} days) since they turned 14, to be owed a care leaver's help"

    if facts.get("looked_after_thirteen_weeks") is YES:
        return LastDay("thirteen_weeks", what, None, "They have been.", sources, reached=True)
    since = facts.get("looked_after_since")
    if isinstance(since, date):
        counted_from = max(since, birthday(born, pack.number("care_counts_from_age", today)))
        full = counted_from + (days - 1) * ONE_DAY
        after = (
            f"In care since {_said(since)}, they reach it on {_said(full)} if it goes on."
            if full < adult
            else f"In care since {_said(since)} alone, they do not reach it before they are 18. "
            "Earlier days in care since 14 count too: find them."
        )
        return LastDay("thirteen_weeks", what, None, after, sources)
    last = adult - days * ONE_DAY
    after = (
        "If care begins later, it is not reached before 18, unless they were in care before: every "
        "day since 14 counts. That is never a reason not to accommodate them: one day in care at "
        "16 or 17 already counts for what they are owed."
    )
    return LastDay("thirteen_weeks", what, last, after, sources)


def _last_days(
    pack: Pack, facts: Facts, born: date, adult: date, now: datetime, weeks: LastDay
) -> list[LastDay]:
    today, eve = london(now).date(), adult - ONE_DAY
    young = pack.number("care_leaver_priority_until_age", today)
    helped = pack.number("care_leaver_until_age", today)
    return [
        weeks,
        LastDay(
            "section_20",
            "Care under section 20 begins",
            eve,
            "Section 20 is for children: nobody begins to be looked after from 18 on. Somebody who "
            "is about to be 18 is owed it like any other child.",
            (statute(CHILDREN_ACT, "sections 20(1), 20(3) and 105(1)"),),
        ),
        _one_day(facts, eve),
        _assessment(pack, facts, adult, eve),
        _housing_days(pack, eve, today),
        LastDay(
            "section_17",
            "Personal support and a bed under section 17, and the child in need plan",
            eve,
            "They run until 18. Before then Housing and children's services plan together. No bed "
            "ends by the date alone: it goes on until the next one is theirs.",
            (protocol_v4("5.2", 3), protocol_v4("5.2", 14), our_reading("A1"), our_reading("A47")),
        ),
        LastDay(
            "priority_at_16_17",
            "Priority need under Part VII because they are 16 or 17",
            eve,
            "From 18 on it has to rest on something else: on having been in care at 16 or 17, or "
            "on being vulnerable.",
            (statute(PRIORITY_NEED, "article 3"), statute(HOUSING_ACT, "section 189")),
        ),
        LastDay(
            "priority_care_leaver",
            f"Priority need under Part VII as somebody under {young} who was in care at 16 or 17",
            birthday(born, young) - ONE_DAY,
            "Only who was in care at 16 or 17 has it. From then on a care leaver has to be "
            "vulnerable as well.",
            (statute(PRIORITY_NEED, "articles 4 and 5"),),
        ),
        LastDay(
            "personal_adviser",
            f"A personal adviser until {helped}, for a former relevant child",
            birthday(born, helped) - ONE_DAY,
            "Only who was owed the help of a care leaver before 18 has it.",
            (statute(CHILDREN_ACT, "sections 23C and 23CZB"),),
        ),
    ]


def _one_day(facts: Facts, eve: date) -> LastDay:
    what = "At least one day in care at 16 or 17"
    sources = (statute(CHILDREN_ACT, "sections 23A and 24"), statute(PRIORITY_NEED, "article 4"))
    if facts.get("looked_after_at_16_or_17") is YES:
        return LastDay("one_day", what, None, "They have been.", sources, reached=True)
    after = (
        "Without it they are not a care leaver, and Housing has no priority need to find for them "
        "as one."
    )
    return LastDay("one_day", what, eve, after, sources)


def _assessment(pack: Pack, facts: Facts, adult: date, eve: date) -> LastDay:
    """Where it has begun, whether its time runs past 18; otherwise when it has to begin."""
    rule, received = pack.rule[ASSESSMENT], facts.get("referral_received_at")
    sources = (protocol_v4("5.1", 1), our_reading("A39"))
    what = "The single assessment can take all its time and still be over before 18"
    try:
        if isinstance(received, datetime):
            due = pack.due(rule, received)
            assert due is not None  # the rule has a limit
            day = london(due).date()
            if day < adult:
                after = f"Its time limit is {_said(day)}, before they are 18."
                return LastDay("assessment", what, None, after, sources, reached=True)
            after = (
                f"Its time limit is {_said(day)}, after they turn 18. Decide before the birthday: "
                "what is found later comes too late for section 20."
            )
            return LastDay("assessment", what, None, after, sources)
        for back in range(LONGEST_SEARCH):
            start = eve - back * ONE_DAY
            due = pack.due(rule, datetime.combine(start, time(12), LONDON))
            if due and london(due).date() <= eve:
                after = "Begun later, it has to be over sooner than its time limit says."
                return LastDay("assessment", what, start, after, sources)
    except BeyondHorizon:
        pass
    after = "This cannot be counted yet: the bank holidays of that year are not announced."
    return LastDay("assessment", what, None, after, sources)


def _housing_days(pack: Pack, eve: date, today: date) -> LastDay:
    days = pack.number("homelessness_duty_days", today)
    return LastDay(
        "housing_days",
        f"All {days} days of the prevention or the relief duty lie before 18",
        eve - days * ONE_DAY,
        "Begun later, it runs past the birthday. It does not end by it, but the priority need of a "
        "16- or 17-year-old does.",
        (statute(HOUSING_ACT, "sections 195 and 189B"),),
    )


def prompts(born: date) -> tuple[Prompt, ...]:
    """At 17 and at 17 and a half. No document asks for them."""
    ours = our_rule("prompts before 18")
    seventeen = birthday(born, 17)
    return (
        Prompt(
            seventeen,
            "At 17: begin to plan for 18. Where they will live, with whose help, and what they "
            "will be owed as a care leaver.",
            ours,
        ),
        Prompt(
            half_a_year_after(seventeen),
            "At 17 and a half: make the plan firm. Who gives them a home from the birthday on, who "
            "pays, and who is there for them.",
            ours,
        ),
    )


def half_a_year_after(day: date) -> date:
    """The same day six months later, or that month's last day."""
    year, month = (day.year, day.month + 6) if day.month <= 6 else (day.year + 1, day.month - 6)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def in_words(day: date, today: date) -> str:
    """How far away the last day is, counted so that the day itself is still in time."""
    left = (day - today) // timedelta(days=1)
    if left == 0:
        return "today is the last day"
    if left < 0:
        return f"passed {-left} day{'s' if left != -1 else ''} ago"
    return f"{left} day{'s' if left != 1 else ''} left"
