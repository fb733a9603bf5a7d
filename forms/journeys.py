"""Pages in order, each knowing when it is shown.

A page is judged on the answers before it that still count, and on what the rules say of those.
An answer to a page that is not shown stays on the record and counts for nothing, until the page
is shown again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from wtforms.fields.core import UnboundField

from forms.answering import NO_ANSWER
from forms.fields import QuestionForm
from rules.answers import YES
from rules.evaluate import Findings

Answers = Mapping[str, Mapping[str, Any]]
"""Question → its answer, as ``forms.answering`` makes it; ``seq`` is the entry it stands in."""


@dataclass(frozen=True)
class Given:
    """What was answered. ``records`` are kind → id → the record's answers; ``changed`` is, for
    each kind, the entry that last added to its list or took from it."""

    answers: Answers = field(default_factory=dict)
    records: Mapping[str, Mapping[str, Answers]] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)

    def value(self, question: str) -> Any:
        return self.answers.get(question, {}).get("value")

    def standing(self, question: str) -> str:
        return str(self.answers.get(question, {}).get("standing", "not_asked"))


@dataclass(frozen=True)
class SoFar:
    """What still counts, and what the rules say of it."""

    given: Given
    rules: Callable[[Given], Findings]

    def value(self, question: str) -> Any:
        return self.given.value(question)

    def applies(self, rule: str) -> bool:
        return self.rules(self.given).result(rule) is YES

    def is_so(self, fact: str) -> bool:
        """The concluded fact is known to be so."""
        return self.rules(self.given).concluded[fact] is YES


ShownWhen = Callable[[SoFar], bool]


def always(so_far: SoFar) -> bool:
    return True


class Progress(Enum):
    NONE = "none"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True)
class Page:
    """Its first question is the one that has to be answered; others say more about it.

    ``title`` is the heading where the first question is not. ``answered_by`` names the only roles
    that may answer it, where not everybody may.
    """

    slug: str
    form: type[QuestionForm]
    shown_when: ShownWhen = always
    title: str = ""
    answered_by: tuple[str, ...] = ()

    @cached_property
    def asks(self) -> tuple[str, ...]:
        return questions_of(self.form)

    def counting(self, given: Given, before: Given) -> Given:
        """What counts once this page is shown as well."""
        mine = {name: given.answers[name] for name in self.asks if name in given.answers}
        return Given({**before.answers, **mine}, before.records, before.changed)

    def progress(self, given: Given) -> Progress:
        return Progress.NONE if given.standing(self.asks[0]) == "not_asked" else Progress.ALL


@dataclass(frozen=True, kw_only=True)
class Records(Page):
    """A page that lists records of one kind, and asks ``record_form`` of each.

    ``adds`` when records are added and removed here. Then the page's own question is whether the
    list is complete: confirmed before the list last changed, it has to be confirmed again.
    """

    kind: str
    record_form: type[QuestionForm]
    each: str
    adds: bool = True
    none_yet: str = "Nobody is on the list yet."

    @cached_property
    def fields(self) -> tuple[str, ...]:
        return questions_of(self.record_form)

    def counting(self, given: Given, before: Given) -> Given:
        counts = super().counting(given, before)
        confirmed = {
            name: answer
            for name, answer in counts.answers.items()
            if name not in self.asks or answer.get("seq", 0) > given.changed.get(self.kind, 0)
        }
        held, known = given.records.get(self.kind, {}), before.records.get(self.kind, {})
        records = {
            id: {**known.get(id, {}), **{name: each[name] for name in self.fields if name in each}}
            for id, each in held.items()
            if self.adds or id in known
        }
        return Given(confirmed, {**before.records, self.kind: records}, given.changed)

    def progress(self, given: Given) -> Progress:
        held = given.records.get(self.kind, {})
        if self.asks:
            confirmed = given.standing(self.asks[0]) != "not_asked"
            return Progress.ALL if confirmed else Progress.SOME if held else Progress.NONE
        first = self.fields[0]
        done = [
            each.get(first, {}).get("standing", "not_asked") != "not_asked"
            for each in held.values()
        ]
        return Progress.NONE if not any(done) else Progress.ALL if all(done) else Progress.SOME


@dataclass(frozen=True)
class Waits:
    """Why a section has nothing to ask now. ``enough`` when nothing more is needed either."""

    words: str
    enough: bool = False


@dataclass(frozen=True)
class Section:
    title: str
    pages: tuple[Page, ...]
    waits: Callable[[SoFar], Waits] = lambda so_far: Waits("")


class Status(Enum):
    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    DONE = "Done"
    CANNOT_START = "Cannot start yet"


@dataclass(frozen=True)
class Journey:
    """``name`` stands in its addresses and on the record; ``title`` and ``intro`` are shown."""

    name: str
    sections: tuple[Section, ...]
    title: str = ""
    intro: str = ""

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page for section in self.sections for page in section.pages)

    def page(self, slug: str) -> Page | None:
        return next((page for page in self.pages if page.slug == slug), None)

    def section(self, page: Page) -> Section:
        return next(section for section in self.sections if page in section.pages)

    def shown(
        self, given: Given, rules: Callable[[Given], Findings], before: Given | None = None
    ) -> "Shown":
        """The pages to show. Each is judged on what comes before it and still counts. ``before``
        is what counts of the journeys before this one."""
        pages: list[Page] = []
        counts = before or Given()
        for page in self.pages:
            if page.shown_when(SoFar(counts, rules)):
                pages.append(page)
                counts = page.counting(given, counts)
        return Shown(self, tuple(pages), SoFar(counts, rules), given)


@dataclass(frozen=True)
class Shown:
    """A journey as it stands for one young person."""

    journey: Journey
    pages: tuple[Page, ...]
    so_far: SoFar
    recorded: Given

    @property
    def counts(self) -> Given:
        return self.so_far.given

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The questions whose answers are on the record and count for nothing now."""
        return tuple(
            name
            for name, answer in self.recorded.answers.items()
            if name not in self.counts.answers and answer.get("standing") != "not_asked"
        )

    def pages_of(self, section: Section) -> tuple[Page, ...]:
        return tuple(page for page in section.pages if page in self.pages)

    def pages_for(self, section: Section, role: str) -> tuple[Page, ...]:
        """Those that this role may answer."""
        return tuple(page for page in self.pages_of(section) if may_answer(page, role))

    def after(self, page: Page, role: str) -> Page | None:
        """The next page for this role, or nothing when it is time to check the answers."""
        later = self.pages[self.pages.index(page) + 1 :]
        return next((each for each in later if may_answer(each, role)), None)

    def status(self, section: Section) -> Status:
        """Only how far it is. Anything may be saved at any time. What only some roles may answer
        holds nobody up."""
        pages = [page for page in self.pages_of(section) if not page.answered_by]
        if not pages:
            return Status.DONE if section.waits(self.so_far).enough else Status.CANNOT_START
        progress = {page.progress(self.counts) for page in pages}
        if progress == {Progress.NONE}:
            return Status.NOT_STARTED
        return Status.DONE if progress == {Progress.ALL} else Status.IN_PROGRESS

    def overall(self) -> Status:
        """How far the whole journey is."""
        found = {self.status(section) for section in self.journey.sections}
        found.discard(Status.CANNOT_START)
        return found.pop() if len(found) == 1 else Status.IN_PROGRESS

    def first_open(self, section: Section, role: str) -> Page | None:
        """Where to go on: the first page not answered, or else the first."""
        pages = self.pages_for(section, role)
        waiting = (p for p in pages if p.progress(self.counts) is not Progress.ALL)
        return next(waiting, pages[0] if pages else None)

    def not_known(self, section: Section) -> int:
        """How many of its questions were answered with not known."""
        asked = [page.asks[0] for page in self.pages_of(section) if page.asks]
        return sum(self.counts.standing(name) == "asked_not_known" for name in asked)


def may_answer(page: Page, role: str) -> bool:
    return not page.answered_by or role in page.answered_by


def questions_of(form: type[QuestionForm]) -> tuple[str, ...]:
    """The questions of a form, in order."""
    fields = [(name, getattr(form, name)) for name in dir(form) if not name.startswith("_")]
    asked: Iterable[tuple[str, Any]] = (
        (name, each) for name, each in fields if isinstance(each, UnboundField)
    )
    in_order = sorted(asked, key=lambda each: each[1].creation_counter)
    return tuple(name for name, _ in in_order if name != NO_ANSWER)
