"""The notice to a housing authority (section 6): what was agreed, and what became of it.

    duty_to_refer_answered      {consents, authority, agrees, contact, reason, came, facts, …}
    duty_to_refer_sent          {to, how, notice, facts}
    duty_to_refer_acknowledged  {by}
    duty_to_refer_outcome       {outcome}
    duty_to_refer_ended         {duty, why, facts}
    duty_to_refer_withdrawn     {reason, facts}

Every body also says ``after``: the entry of this kind that the page saw last, 0 for none. What
cannot follow is refused here, whatever a page lets through. Nothing else on the case hangs from
any of it but the rules of section 6, and what an authority says has ended.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlite_utils import Database

from store.bodies import field, text_or_none
from store.entry import ERASED as BODY_ERASED
from store.entry import Entry
from store.reading import read
from store.steps import Changed, IllegalStep
from store.tables import projects

ANSWERED = "duty_to_refer_answered"
SENT = "duty_to_refer_sent"
ACKNOWLEDGED = "duty_to_refer_acknowledged"
OUTCOME = "duty_to_refer_outcome"
ENDED = "duty_to_refer_ended"
WITHDRAWN = "duty_to_refer_withdrawn"

NOT_ASKED = "not_asked"
UNFINISHED = "unfinished"
REFUSED = "refused"
READY = "ready"
IS_SENT = "sent"
IS_ACKNOWLEDGED = "acknowledged"
OWED = "owed"
NO_DUTY = "no_duty"
IS_ENDED = "ended"
IS_WITHDRAWN = "withdrawn"
ERASED = "erased"
"""What they answered was erased by law: nothing is sent on it, and they can be asked again."""

NEXT: Mapping[str, tuple[str, ...]] = {
    NOT_ASKED: (ANSWERED,),
    UNFINISHED: (ANSWERED, WITHDRAWN),
    REFUSED: (ANSWERED,),
    READY: (ANSWERED, SENT, WITHDRAWN),
    IS_SENT: (ACKNOWLEDGED, OUTCOME, WITHDRAWN),
    IS_ACKNOWLEDGED: (OUTCOME, WITHDRAWN),
    OWED: (OUTCOME, ENDED),
    NO_DUTY: (OUTCOME, ANSWERED),
    IS_ENDED: (OUTCOME, ANSWERED),
    IS_WITHDRAWN: (ANSWERED,),
    ERASED: (ANSWERED,),
}
"""State → what can be recorded in it."""

PREVENTION, RELIEF = "prevention", "relief"
OUTCOMES = (PREVENTION, RELIEF, NO_DUTY)

WHO_AGREED = "consents_to_duty_to_refer"
WHICH = "duty_to_refer_authority"
MAY_CALL = "agrees_to_share_contact_details"
IS_OUT = "duty_to_refer_sent"
IN_56_DAYS = "threatened_with_homelessness"
LASTS = "accommodation_suits_six_months"
"""The one thing an authority's word settles about the end of prevention and relief (4-j)."""

ASK_ANEW = {WHO_AGREED: "not_known", WHICH: "not_known", MAY_CALL: "not_known", IS_OUT: "no"}
"""Consent to one notice is not consent to the next."""

THEIR_NO, NOT_NEEDED = "no_consent", "not_needed"
"""The reasons for withdrawing a notice that say something by themselves."""


@dataclass(frozen=True)
class Notice:
    """Where the notice stands. ``step`` is the number of the last entry about it, 0 for none; the
    entries are those of this notice, not of an earlier one."""

    state: str = NOT_ASKED
    step: int = 0
    answered: Entry | None = None
    sent: Entry | None = None
    acknowledged: Entry | None = None
    outcome: Entry | None = None
    ended: Entry | None = None
    withdrawn: Entry | None = None

    def may(self, kind: str) -> bool:
        return kind in NEXT[self.state]

    @property
    def agreed(self) -> Mapping[str, Any]:
        """What they answered last; nothing where they were not asked, or it was erased."""
        return (self.answered.body if self.answered else None) or {}


def notice_in(entries: Iterable[Entry]) -> Notice:
    """Where the notice stands, of a case's entries in order."""
    notice = Notice()
    for entry in entries:
        if entry.kind in _FOLLOW:
            notice = replace(_FOLLOW[entry.kind](notice, entry), step=entry.seq)
    return notice


def _answered(notice: Notice, entry: Entry) -> Notice:
    return Notice(_state_of(entry.body), answered=entry)


def _state_of(body: Mapping[str, Any] | None) -> str:
    """Without their consent, and without their agreement to be called, there is none (A16)."""
    if body is None:
        return ERASED
    if "no" in (body["consents"], body["agrees"]):
        return REFUSED
    complete = body["consents"] == body["agrees"] == "yes" and body["authority"]
    return READY if complete else UNFINISHED


def _outcome(notice: Notice, entry: Entry) -> Notice:
    state = NO_DUTY if (entry.body or {}).get("outcome") == NO_DUTY else OWED
    return replace(notice, state=state, outcome=entry, ended=None)


_FOLLOW: Mapping[str, Callable[[Notice, Entry], Notice]] = {
    ANSWERED: _answered,
    SENT: lambda notice, entry: replace(notice, state=IS_SENT, sent=entry),
    ACKNOWLEDGED: lambda notice, entry: replace(notice, state=IS_ACKNOWLEDGED, acknowledged=entry),
    OUTCOME: _outcome,
    ENDED: lambda notice, entry: replace(notice, state=IS_ENDED, ended=entry),
    WITHDRAWN: lambda notice, entry: replace(notice, state=IS_WITHDRAWN, withdrawn=entry),
}


def facts_of_answer(
    *, consents: str, authority: str, agrees: str, came: str, threatened: bool
) -> dict[str, str]:
    """What an answer establishes. ``authority`` and ``came`` are options of their facts, or
    not_known; nobody who said no is known to have chosen or agreed to anything."""
    facts = {
        WHO_AGREED: consents,
        WHICH: authority if consents == "yes" else "not_known",
        MAY_CALL: agrees if consents == "yes" else "not_known",
        IS_OUT: "no",
    }
    if came != "not_known":
        facts["entry_route"] = came
    if threatened:
        facts[IN_56_DAYS] = "yes"
    return facts


def facts_of_end(why: str) -> dict[str, str]:
    """Whether the home they have now lasts, where that is why the duty ended."""
    return {LASTS: "yes"} if why == "suits_six_months" else {}


def facts_of_withdrawal(reason: str) -> dict[str, str]:
    says = {THEIR_NO: {WHO_AGREED: "no"}, NOT_NEEDED: {IN_56_DAYS: "no"}}
    return ASK_ANEW | says.get(reason, {})


# What a body must have, besides ``after``.
_FIELDS: Mapping[str, Mapping[str, type]] = {
    ANSWERED: {"consents": str, "agrees": str, "facts": dict},
    SENT: {"to": str, "how": str, "notice": str, "facts": dict},
    ACKNOWLEDGED: {"by": str},
    OUTCOME: {"outcome": str},
    ENDED: {"duty": str, "why": str, "facts": dict},
    WITHDRAWN: {"reason": str, "facts": dict},
}


@projects(ANSWERED, of="case")
@projects(SENT, of="case")
@projects(ACKNOWLEDGED, of="case")
@projects(OUTCOME, of="case")
@projects(ENDED, of="case")
@projects(WITHDRAWN, of="case")
def follows(db: Database, entry: Entry) -> None:
    """ValueError for another shape, IllegalStep or Changed where it cannot follow.

    Replayed after what it followed was erased, it is believed: it was let in once.
    """
    if entry.body is None:
        return
    for name, kind in _FIELDS[entry.kind].items():
        field(entry, name, kind)
    if entry.kind == ANSWERED:
        text_or_none(entry, "authority")
    if entry.kind == OUTCOME and entry.body["outcome"] not in OUTCOMES:
        raise ValueError(f"{entry.body['outcome']!r} is no outcome.")
    entries = read(db, entry.stream)
    if any(each.kind == BODY_ERASED and each.seq > entry.seq for each in entries):
        return
    notice = notice_in(each for each in entries if each.seq < entry.seq)
    if field(entry, "after", int) != notice.step:
        raise Changed(f"The page saw entry {entry.body['after']}, and it is {notice.step}.")
    if not notice.may(entry.kind):
        raise IllegalStep(f"the notice is {notice.state}, not {entry.kind}")
