"""What a plan says to the young person whose it is, on the page and on paper, in one language."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from protocol.authority import AUTHORITY
from protocol.plan_words import YOUNG_PERSON
from protocol.turning_18 import Turning18
from rules.calendar import london
from store.checklist.checklist import Answer
from store.checklist.on_record import stands_in
from store.people import NAME_ERASED, NAME_NOT_GIVEN
from store.plan.plan import IS_DONE, Action, View
from store.support.package import package_in
from store.tasks import OPEN, Task, tasks_of
from texts import Language, Text, Texts, load
from views import database
from views.case_turning_18 import turning_of
from views.plan.found import FoundPlan
from views.plan.settled import settled
from views.rules_in_force import pack_in_force

STAY, HOUSING_ASKED, FALLS_THROUGH = 20, 21, 22
"""The points of the fifty that a plan has a part of its own for."""

Words = str | Text
"""What somebody typed, or a text of ours."""


@dataclass(frozen=True)
class Item:
    """``who`` does it, ``theirs`` where the young person does; nothing where nobody does yet.
    ``action`` is nothing for what the protocol asks for: that is done on the case."""

    id: str
    words: Words
    who: Words | None
    theirs: bool
    due: date | None
    due_words: str = ""
    mark: Text | None = None
    action: Action | None = None


@dataclass(frozen=True)
class Eighteen:
    """What is said of turning 18, what is planned where they cannot stay, what of Housing, and the
    days to know."""

    lines: tuple[Text, ...]
    otherwise: str
    housing: tuple[Text, ...]
    days: tuple[Text, ...]


@dataclass(frozen=True)
class Sheet:
    """``texts`` are those of the plan. ``name`` is empty where nobody has given one."""

    texts: Texts
    language: Language
    is_translated: bool
    name: str
    today: date
    items: tuple[Item, ...]
    ended: tuple[Action, ...]
    instead: str
    helped: str
    eighteen: Eighteen
    people: tuple[Text, ...]
    view: View | None
    digest: str

    def text(self, path: str, **names: Any) -> Text:
        found = self.texts[path]
        return found.fill(**names) if names else found

    def day(self, value: date | datetime) -> str:
        return self.language.day(london(value).date() if isinstance(value, datetime) else value)

    @property
    def done(self) -> tuple[Action, ...]:
        return tuple(each for each in self.ended if each.state == IS_DONE)

    @property
    def dropped(self) -> tuple[Action, ...]:
        return tuple(each for each in self.ended if each.state != IS_DONE)

    @property
    def dated(self) -> tuple[Item, ...]:
        """What is to happen on a day that is still to come."""
        return tuple(each for each in self.items if each.due and each.due >= self.today)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """What others do, where a bed for tonight stands, then what they do, and last what nobody
        has yet: the path of the heading of each, and what there is."""
        found: dict[str, list[Item]] = {"next.others": [], "next.yours": [], "next.nobodys": []}
        for item in self.items:
            whose = "yours" if item.theirs else "others" if item.who else "nobodys"
            found[f"next.{whose}"].append(item)
        return tuple((heading, tuple(items)) for heading, items in found.items() if items)

    @property
    def lacks_a_day(self) -> bool:
        return any(not each.due and not each.due_words for each in self.items)


def sheet(found: FoundPlan, language: Language, humans: Mapping[str, str], now: datetime) -> Sheet:
    plan, acts = load("plan", language.id), load("acts", language.id)
    today, answers = london(now).date(), stands_in(found.checklists)
    advice = found.advice_or_none
    turning = turning_of(found.file, advice, now) if advice else None
    items = tuple(sorted(_items(found, plan, acts, humans, now), key=_soonest))
    fallen = answers.get(FALLS_THROUGH)
    said: dict[str, Any] = {
        "items": items,
        "ended": found.plan.ended,
        "instead": _said(fallen, "instead"),
        "helped": _said(fallen, "helped"),
        "eighteen": _eighteen(plan, language, turning, answers, today),
        "people": tuple(_people(found, plan, humans)),
        "view": found.plan.view,
    }
    return Sheet(
        texts=plan,
        language=language,
        is_translated=not (plan.missing or acts.missing),
        name="" if found.name in (NAME_NOT_GIVEN, NAME_ERASED) else found.name,
        today=today,
        digest=_digest(f"{language.id} {plan.version} {acts.version}", said),
        **said,
    )


def _items(
    found: FoundPlan, plan: Texts, acts: Texts, humans: Mapping[str, str], now: datetime
) -> Iterator[Item]:
    for each in found.plan.open:
        theirs = each.owner == YOUNG_PERSON
        yield Item(
            id=each.id,
            words=each.words,
            who=plan["who.you"] if theirs else humans.get(each.owner) or each.owner_words or None,
            theirs=theirs,
            due=each.due,
            due_words=each.due_words,
            mark=plan[f"marks.{each.mark}"] if each.mark else None,
            action=each,
        )
    for task, words in _said_once(_asked_for(found, acts, humans, now)):
        name = humans.get(task.accepted_by or "")
        who = name or acts[f"owners.{task.owner_role}"]
        due = london(task.due_at).date() if task.due_at else None
        yield Item(id=task.id, words=words, who=who, theirs=False, due=due)


def _said_once(tasks: Iterable[tuple[Task, Text]]) -> Iterator[tuple[Task, Text]]:
    """Tasks that come to the same for the young person are one to them: the soonest due."""
    told: set[str] = set()
    for task, words in tasks:
        if words.words not in told:
            told.add(words.words)
            yield task, words


def _asked_for(
    found: FoundPlan, acts: Texts, humans: Mapping[str, str], now: datetime
) -> Iterator[tuple[Task, Text]]:
    """The open tasks of the case that concern them, the soonest due first. One whose rule no
    longer applies does not, nor one that something on record has settled, however it came about;
    where the rules cannot be run, all do."""
    rules, advice = pack_in_force().rule, found.advice_or_none
    tasks = tasks_of(database.current(), found.id)
    over = settled(found, tasks, humans, now) if advice else frozenset()
    told = {acts[f"acts.{act}"].words for act in over if f"acts.{act}" in acts}
    for task in tasks:
        rule = rules.get(task.rule_id)
        path = f"acts.{rule.act}" if rule else ""
        if task.state != OPEN or path not in acts or f"owners.{task.owner_role}" not in acts:
            continue
        if advice and (advice.duty(task.rule_id) is None or acts[path].words in told):
            continue
        yield task, acts[path]


def _soonest(item: Item) -> tuple[bool, date, bool]:
    return item.due is None, item.due or date.max, not item.due_words


def _said(answer: Answer | None, part: str) -> str:
    return (answer.words(part) if answer else None) or ""


def _eighteen(
    plan: Texts,
    language: Language,
    turning: Turning18 | None,
    answers: Mapping[int, Answer],
    today: date,
) -> Eighteen:
    born = tuple(_birthday(plan, language, turning, today)) if turning else ()
    stay, asked = answers.get(STAY), answers.get(HOUSING_ASKED)
    return Eighteen(
        lines=(
            *born,
            plan["eighteen.bed"],
            *_answered(plan, "stay", stay and stay.value("stay"), ("yes", "no", "partly")),
        ),
        otherwise=_said(stay, "otherwise"),
        housing=tuple(_answered(plan, "housing", asked and asked.value("it"), ("yes", "no"))),
        days=tuple(_last_days(plan, language, turning, today)) if turning else (),
    )


def _answered(plan: Texts, about: str, value: str | None, known: Iterable[str]) -> Iterator[Text]:
    """A blank is not known. What does not apply is not said."""
    if value != "not_applicable":
        yield plan[f"eighteen.{about}_{value if value in known else 'not_known'}"]


def _birthday(plan: Texts, language: Language, turning: Turning18, today: date) -> Iterator[Text]:
    if turning.in_doubt:
        yield plan["eighteen.in_doubt"]
        return
    if turning.adult_on is None:
        yield plan["eighteen.not_known"]
        return
    turned = turning.adult_on <= today
    yield plan["eighteen.turned" if turned else "eighteen.on"].fill(
        day=language.day(turning.adult_on)
    )
    begin, firm = (prompt.on for prompt in turning.prompts)
    if today < begin:
        yield plan["eighteen.begin"].fill(day=language.day(begin))
    elif today < firm:
        yield plan["eighteen.firm"].fill(day=language.day(firm))
    else:
        yield plan["eighteen.now"]


def _last_days(plan: Texts, language: Language, turning: Turning18, today: date) -> Iterator[Text]:
    """Those that are still to come. Which birthday they hang from is not said while in doubt."""
    for last in () if turning.in_doubt else turning.last_days:
        path = f"last_days.{last.id}"
        if path in plan and last.day and last.day >= today:
            yield plan[path].fill(day=language.day(last.day))


def _people(found: FoundPlan, plan: Texts, humans: Mapping[str, str]) -> Iterator[Text]:
    yield plan["people.danger"]
    name = humans.get(found.file.case.held_by or "")
    yield plan["people.worker"].fill(name=name) if name else plan["people.no_worker"]
    package = package_in(found.entries)
    if package and package.body and package.body["visitors_words"]:
        yield plan["people.visits"].fill(words=package.body["visitors_words"])
    yield plan["people.housing"].fill(words=AUTHORITY["housing_door"])
    yield plan["people.night"].fill(number=_number("emergency_duty_team_phone"))
    yield plan["people.shelter"].fill(number=_number("shelter_phone"))


def _number(name: str) -> str:
    """A telephone number that stays on one line."""
    return AUTHORITY[name].replace(" ", "\N{NO-BREAK SPACE}")


def _digest(version: str, said: Mapping[str, Any]) -> str:
    """Names what it says. What is said of a day that has passed is not part of it: that changes
    without anybody changing the plan."""
    items, view, eighteen = said["items"], said["view"], said["eighteen"]
    told = [
        version,
        [[str(each.words), str(each.who), str(each.due), each.due_words] for each in items],
        [[each.words, each.state, each.end_words] for each in said["ended"]],
        [said["instead"], said["helped"], eighteen.otherwise],
        [str(text) for text in (*eighteen.lines, *eighteen.housing, *eighteen.days)],
        [str(text) for text in said["people"]],
        [view.agrees, view.words, view.why_not_asked] if view else None,
    ]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]
