"""What the threshold meeting talks about: children flagged, disputed or past their time limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_login import current_user

from store import contacts
from store.contacts import Contact
from store.disputes import Dispute, disputes_in
from store.entry import Entry
from store.mash import meetings
from store.mash.meetings import Agreed
from store.reading import read
from store.stream_names import case
from thresholds.bands import bands, severity
from views import database
from views.mash.clocks import clock_of
from views.mash.found import Found, found_children
from views.mash.standing import standing
from views.words import lower_first, time_left

BAND = {band.id: band for band in bands()}
WORSE = "lower than what was suggested, and nobody has explained why"


@dataclass(frozen=True)
class Item:
    """A child to talk about. ``why`` says why, in a sentence each; ``discussed`` is what earlier
    meetings decided, the latest first."""

    found: Found
    why: tuple[str, ...]
    discussed: tuple[Agreed, ...]

    @property
    def rated(self) -> str:
        """How it is rated, in words."""
        rating, decision = self.found.child.rating, self.found.child.decision
        if decision:
            return f"Decided as {BAND[decision.band].name}" if decision.band else "Decided"
        if rating:
            return f"Rated {BAND[rating.band].name}" if rating.band else "Rated"
        return "Not rated yet"


def agenda(now: datetime) -> tuple[Item, ...]:
    """In the order in which they were received: the meeting takes all of them. Whoever may not
    know of a case does not find it here."""
    db, reader = database.current(), current_user.account.human_id
    items = []
    for contact_id in meetings.to_look_at(db, reader):
        contact = contacts.contact(db, contact_id, reader)
        if contact is None:
            continue
        disputes = running(contact)
        for found in found_children(contact):
            why = (*flagged(found), *disputed(found, disputes), *overdue(found, now))
            if why:
                discussed = meetings.decided_in(found.entries, found.child.id)
                items.append(Item(found, why, discussed))
    return tuple(items)


def running(contact: Contact) -> Sequence[Dispute]:
    """The disagreements between the services about the case a contact came from."""
    entries: Sequence[Entry] = (
        read(database.current(), case(contact.case_id)) if contact.case_id else ()
    )
    return [each for each in disputes_in(entries) if not each.is_over]


def flagged(found: Found) -> tuple[str, ...]:
    flag = found.child.flagged
    if not flag:
        return ()
    return (f"Put on the list: {(flag.body or {}).get('why') or 'why was erased by law'}",)


def disputed(found: Found, disputes: Sequence[Dispute]) -> tuple[str, ...]:
    """Somebody sees it differently: whoever was asked to sign, the other service, or the rules."""
    child, why = found.child, []
    if child.closed:
        return ()
    stands = {each.entry_id for each in (child.rating, child.decision) if each}
    for signature in found.signatures:
        if signature.subject in stands and signature.state == "declined":
            why.append("What was asked to be signed was declined")
        if signature.subject in stands and signature.state == "sent_back":
            why.append("What was asked to be signed was sent back with a question")
    rating = child.rating
    if rating and rating.band and not rating.explained and not child.decision:
        minimum = (rating.body.get("suggested") or {}).get("minimum")
        if minimum and severity(rating.band) < severity(minimum):
            why.append(f"The rating is {WORSE}")
    why += ["The services disagree about the case" for _ in disputes[:1]]
    return tuple(why)


def overdue(found: Found, now: datetime) -> tuple[str, ...]:
    where = standing(found)
    if where.is_decided:
        return ()
    runs = clock_of(found.contact, where, now)
    if not runs.late:
        return ()
    return (f"Not decided in time, {time_left(runs.due.at, now)}: {lower_first(runs.due.words)}",)
