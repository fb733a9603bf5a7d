"""What the family was told, who agreed to what, and the ground for sharing without it.

    sharing_recorded    {child, told_family, why_not_told, young_person, parent, parent_who,
                         safe_to_ask, service, service_agreed, ground, ground_words, decided_by,
                         review_on}
    agreement_withdrawn {child, what, who, words}          what: sharing, service

Each is a fact of its own, and none follows from another: that the family knows is no agreement, and
agreement to a service is no agreement to asking other agencies. The latest record counts; what was
withdrawn since no longer does. The record says who decided, and never gives the ground by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from protocol.people import MASH_SOCIAL_WORKER
from rules.calendar import end_of
from store.bodies import day_or_none, field, text_or_none
from store.entry import Entry
from store.journal import Command
from store.mash.contact_child import ContactChild, about, child_named, say
from store.own_tasks import Due, make, still_open
from store.reading import read
from store.stream_names import contact
from store.tables import projects

RECORDED = "sharing_recorded"
WITHDRAWN = "agreement_withdrawn"

REVIEW = "mash-sharing-review"
"""Stands where the id of a rule would, in the task of looking at it again."""
LOOK_AGAIN = "Look again at what may be shared about a child"

TOLD = ("yes", "no", "not_yet")
TOO_YOUNG = "too_young"
YOUNG_PERSON = ("yes", "no", "not_asked", TOO_YOUNG)
NOT_SAFE = "not_safe"
YOUNG_PERSON_SAYS_NO = "young_person_says_no"
PARENT = ("yes", "no", "not_asked", NOT_SAFE, YOUNG_PERSON_SAYS_NO)
"""``yes`` and ``no`` are answers of a parent who was asked; the rest say why nobody asked."""
PARENT_ASKED = ("yes", "no")
SERVICE_AGREED = ("yes", "no", "not_asked")
SHARING, SERVICE = "sharing", "service"
WHAT = (SHARING, SERVICE)


@dataclass(frozen=True)
class Sharing:
    """What was recorded last. ``withdrawn`` are the entries since, in order."""

    entry_id: str
    told_family: str
    why_not_told: str | None
    young_person: str
    parent: str
    parent_who: str | None
    safe_to_ask: str | None
    service: str | None
    service_agreed: str
    ground: str | None
    ground_words: str | None
    decided_by: str | None
    review_on: str | None
    at: datetime
    by: str
    role: str
    withdrawn: tuple[Entry, ...] = ()

    def is_withdrawn(self, what: str) -> bool:
        return any((each.body or {}).get("what") == what for each in self.withdrawn)

    def agreed(self, is_under_16: bool) -> bool:
        """Whether asking other agencies is agreed to. The young person's own word comes first; a
        parent's is enough only for a child known to be under 16."""
        if self.is_withdrawn(SHARING):
            return False
        if is_under_16:
            return self.parent == "yes" and self.young_person != "no"
        return self.young_person == "yes"

    def allows_checks(self, is_under_16: bool) -> bool:
        """Whether agencies can be asked: by agreement, or on a ground that somebody gave."""
        return self.ground is not None or self.agreed(is_under_16)


def sharing_in(entries: Iterable[Entry], child_id: str) -> Sharing | None:
    """The latest record about one child, with what was withdrawn since."""
    last: Entry | None = None
    withdrawn: list[Entry] = []
    for entry in about(entries, child_id, RECORDED, WITHDRAWN):
        if entry.kind == RECORDED:
            last, withdrawn = entry, []
        else:
            withdrawn.append(entry)
    if last is None:
        return None
    body = last.body or {}
    said = {name: body.get(name) for name in _FIELDS}
    return Sharing(
        entry_id=last.id,
        at=last.happened_at,
        by=last.human_id,
        role=last.role,
        withdrawn=tuple(withdrawn),
        **said,  # type: ignore[arg-type]  # held against their shape when they were appended
    )


def record(c: Command, child: ContactChild, said: Mapping[str, Any]) -> Entry:
    """``said`` has the fields of the entry besides the child; those left out are null. Recorded
    anew, nobody is asked any longer to look at what was recorded before."""
    stream, body = contact(child.contact_id), {**dict.fromkeys(_FIELDS), **said}
    before = [e.id for e in about(read(c.db, stream), child.id, RECORDED)]
    for task in still_open(c, child.contact_id, (REVIEW,), before):
        c.append(stream, "task_closed", {"task_id": task.id, "words": task.words})
    recorded = say(c, child, RECORDED, body)
    if body["review_on"]:
        by = end_of(date.fromisoformat(body["review_on"]))
        make(c, recorded, REVIEW, LOOK_AGAIN, MASH_SOCIAL_WORKER, Due(by, "As was decided"))
    return recorded


def withdraw(
    c: Command, child: ContactChild, what: str, who: str, words: str, at: datetime
) -> Entry:
    """Somebody takes back what they had agreed to, at a time of its own."""
    body = {"what": what, "who": who, "words": words}
    return say(c, child, WITHDRAWN, body, occurred_at=at, precision="minute")


_CODED = {
    "told_family": TOLD,
    "young_person": YOUNG_PERSON,
    "parent": PARENT,
    "service_agreed": SERVICE_AGREED,
}
_TEXTS = ("why_not_told", "parent_who", "safe_to_ask", "service", "ground", "ground_words")
_FIELDS = (*_CODED, *_TEXTS, "decided_by", "review_on")


@projects(RECORDED, of="contact")
def can_be_read_again(db: Database, entry: Entry) -> None:
    """Held against its shape: no table has anything of it."""
    if not child_named(db, entry):
        return
    for name, codes in _CODED.items():
        if field(entry, name, str) not in codes:
            raise ValueError(f"{RECORDED} has {name} as one of {codes}.")
    for name in (*_TEXTS, "decided_by"):
        text_or_none(entry, name)
    day_or_none(entry, "review_on")
    if text_or_none(entry, "ground") and not text_or_none(entry, "ground_words"):
        raise ValueError(f"{RECORDED} has a ground in words beside its code.")


@projects(WITHDRAWN, of="contact")
def withdrawal_can_be_read_again(db: Database, entry: Entry) -> None:
    if child_named(db, entry) and field(entry, "what", str) not in WHAT:
        raise ValueError(f"{WITHDRAWN} says what is taken back: one of {WHAT}.")
