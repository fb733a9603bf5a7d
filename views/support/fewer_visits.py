"""Fewer visits: a person decides, on evidence, and another human agrees. And daily again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Blueprint
from flask_login import current_user

from checklists.fifty_points import NOT_KNOWN as NOTHING
from checklists.fifty_points import meaning, point
from forms.support.fewer_visits import DailyAgainForm, FewerVisitsForm
from protocol.people import signs_for
from protocol.visiting import DAILY, HOW_OFTEN
from rules.answers import NOT_KNOWN, YES
from rules.calendar import london
from store.checklist.checklist import ANSWERED, REVIEWED, Answer
from store.checklist.on_record import told_in
from store.entry import Entry
from store.journal import Command
from store.signatures import Signature
from store.support import fewer_visits
from store.support.days import watched_in
from store.support.fewer_visits import AGAIN, DECIDED, SIGNED, Decision, as_rule_sees, decisions_in
from views import clock
from views.doors import SOCIAL_WORK
from views.rules_in_force import pack_in_force
from views.support.found import Found
from views.support.overtaken import latest_of
from views.support.steps import ADDRESS, Step, add_step
from views.support.watchers import WATCHERS
from views.support.worries import told_of
from views.words import in_full

bp = Blueprint("support_fewer_visits", __name__, url_prefix=ADDRESS)

GATE = "7-c"
NOTHING_KNOWN = (
    "Nothing in the checklist is known yet. Fewer visits need evidence from it, so somebody sees "
    "them every day"
)
NOBODY_SUPPORTED = "There is no support on record yet, so there are no visits to decide on"
DAILY_ALREADY = "Somebody sees them every day already"

MISSING = {
    "decided": "a decision that counts from today or earlier",
    "evidence_recorded": "evidence from the checklist",
    "reasons_recorded": "reasons",
    "young_persons_view_recorded": "what the young person says",
    "second_person_agrees": "another person's agreement, on an earlier day",
    "look_again_on": "a day to look again",
}


# How often they are visited, as it stands


@dataclass(frozen=True)
class HowOften:
    """``stands`` is ``daily``, ``waiting``, ``declined``, ``starts``, ``agreed`` or ``passed``:
    what the latest ``decision`` came to. ``every`` is in how many days somebody has to see them
    now."""

    every: int
    stands: str
    decision: Decision | None
    entry: Entry | None
    signature: Signature | None
    missing: tuple[str, ...]

    @property
    def words(self) -> str:
        return "Every day" if self.every == DAILY else HOW_OFTEN[self.every]

    @property
    def decided_words(self) -> str:
        """How often by the latest decision, whether it counts or not."""
        return HOW_OFTEN.get((self.decision and self.decision.every_days) or DAILY, "Every day")

    @property
    def elsewhere(self) -> str:
        """What turned back to daily visits by itself, if it did: the kind of that entry."""
        back = self.decision and self.decision.back and self.entry
        return self.entry.kind if back and self.entry and self.entry.kind != AGAIN else ""

    @property
    def counts_from(self) -> date | None:
        """The first day on which a signed decision counts."""
        return self.decision and self.decision.counts_from

    @property
    def can_turn_back(self) -> bool:
        return self.stands in ("waiting", "starts", "agreed")


def how_often(found: Found) -> HowOften:
    now, decisions = clock.now(), decisions_in(found.entries)
    every = fewer_visits.every_days(decisions, now)
    last = decisions[-1] if decisions else None
    if last is None or last.back:
        return HowOften(every, "daily", last, _entry(found, last), None, ())
    seen = as_rule_sees(last, now)
    missing = tuple(MISSING[name] for name in MISSING if _is_missing(name, seen[name]))
    return HowOften(
        every,
        _stands(last, now, every),
        last,
        _entry(found, last),
        latest_of(found, last.entry_id, SIGNED),
        missing,
    )


def _is_missing(name: str, value: Any) -> bool:
    """A day to look again is no answer: it is there, or it is not."""
    return value is NOT_KNOWN if name == "look_again_on" else value is not YES


def _stands(last: Decision, now: datetime, every: int) -> str:
    if last.refused:
        return "declined"
    if last.look_again_on and last.look_again_on < london(now).date():
        return "passed"
    if last.is_open:
        return "waiting"
    if every != DAILY:
        return "agreed"
    return "starts" if last.counts_from else "daily"


def _entry(found: Found, decision: Decision | None) -> Entry | None:
    id = decision and decision.entry_id
    return next((entry for entry in found.entries if entry.id == id), None)


# The decision


def said_of(answer: Answer) -> str:
    """What was answered to a point, part by part, in words."""
    lines = []
    for part in point(answer.point).parts:
        value, words = answer.value(part.id), answer.words(part.id)
        if value:
            said = f"{part.answers[value]}{f': {words}' if words else ''}"
            lines.append(said if len(point(answer.point).parts) == 1 else f"{part.question} {said}")
    theirs = answer.body.get("theirs")
    if theirs:
        lines.append(f"The young person says: {theirs}")
    return ". ".join(line.rstrip(".") for line in lines)


def worrying(found: Found) -> list[str]:
    """Every worry that was told and never taken back, whatever else is good."""
    return [told.words for told in told_of(found.checklists)]


def evidence_in(found: Found) -> dict[int, Answer]:
    """The points of which something is known: not known yet shows nothing."""
    return {
        number: answer
        for number, answer in told_in(found.checklists).items()
        if any(meaning(each, answer.value(each.id)) != NOTHING for each in point(number).parts)
    }


def fewer_form(found: Found) -> FewerVisitsForm:
    stands, now = evidence_in(found), clock.now()
    worries_in = {told.worry.point.number for told in told_of(found.checklists)}
    last = pack_in_force().runs_out("fewer_visits_review", now)
    assert last is not None
    return FewerVisitsForm(
        points={str(number): f"{number}. {point(number).question}" for number in sorted(stands)},
        hints={
            str(number): f"{'A worry. ' if number in worries_in else ''}{said_of(answer)}"
            for number, answer in stands.items()
        },
        longest=(london(last).date() - london(now).date()).days,
        today=london(now).date(),
    )


def cannot_decide(found: Found) -> str:
    watched = watched_in(found.entries)
    if watched is None or watched.ended_at:
        return NOBODY_SUPPORTED
    return "" if evidence_in(found) else NOTHING_KNOWN


def decide(c: Command, found: Found, form: FewerVisitsForm) -> None:
    stands = evidence_in(found)
    evidence = [int(number) for number in form.evidence.data]
    said = [f"{number}. {point(number).question} {said_of(stands[number])}" for number in evidence]
    body = {
        "every_days": int(form.every_days.data),
        "starts_on": form.starts_on.data.isoformat(),
        "look_again_on": form.look_again_on.data.isoformat(),
        "evidence": evidence,
        "said": [*said, *(f"A worry: {each}" for each in worrying(found))],
        "reason": form.reason.data,
        "young_person_said": form.young_person_said.data,
    }
    words = (
        f"{HOW_OFTEN[body['every_days']]} instead of every day, from "
        f"{in_full(form.starts_on.data)}. Look again on {in_full(form.look_again_on.data)}"
    )
    reasons = "\n".join(
        [
            "Somebody sees them every day until another person agrees.",
            "What they go by:",
            *said,
            "Worries on record:",
            *(worrying(found) or ["None was told. That is no proof that there is none."]),
        ]
    )
    fewer_visits.decide(c, found.id, body, words, reasons, signs_for(current_user.role))


def about_how_often(found: Found) -> int:
    """What was said in the checklist meanwhile makes the page out of date too: it may be a
    worry."""
    kinds = (DECIDED, AGAIN, ANSWERED, REVIEWED)
    return sum(entry.kind in kinds for entry in found.entries)


def gate(found: Found, form: Any) -> Mapping[str, Any]:
    return {
        "gate": pack_in_force().rule[GATE],
        "how_often": how_often(found),
        "worrying": worrying(found),
    }


add_step(
    bp,
    Step(
        name="fewer-visits",
        open_to=SOCIAL_WORK,
        form=fewer_form,
        hindrance=cannot_decide,
        carry_out=decide,
        seen=about_how_often,
        context=gate,
    ),
)


# Daily again


def is_daily(found: Found) -> str:
    return "" if how_often(found).can_turn_back else DAILY_ALREADY


add_step(
    bp,
    Step(
        name="daily-visits-again",
        open_to=WATCHERS,
        form=lambda found: DailyAgainForm(),
        hindrance=is_daily,
        carry_out=lambda c, found, form: fewer_visits.daily_again(c, found.id, form.why.data),
        context=lambda found, form: {"how_often": how_often(found)},
        at_once=True,  # it only makes things safer
    ),
)
