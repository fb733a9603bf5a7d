"""The threshold meeting: its agenda, who was there, and what was decided about each child."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.mash.meetings import ACTIONS, DecideForm, HoldForm
from forms.typed import upper_first
from protocol.people import OWNERS
from rules.calendar import london
from store import contacts
from store.accounts import humans
from store.journal import AlreadyDone, Command, entries_of
from store.mash import meetings
from store.mash.meetings import HELD, Action, Agreed, Meeting
from thresholds.meetings import AGENCIES
from views import clock, database, presenting, reading
from views.doors import MASH, MEETINGS, TASKS, open_to
from views.mash.agenda import agenda
from views.mash.child import ADDRESS
from views.mash.found import Found, everybody_may_know, found_children, who_may_know
from views.mash.steps import Step, add_step
from views.words import moment

LATELY = 5
"""Of so many meetings, the latest, it can still be written down what they decided."""

bp = Blueprint("mash_meetings", __name__, url_prefix="/contacts/meetings")
of_child = Blueprint("mash_meeting_decisions", __name__, url_prefix=ADDRESS)


@bp.get("")
@open_to(MEETINGS)
def meeting_list() -> ResponseReturnValue:
    """What the next meeting talks about, and the meetings there were."""
    now = clock.now()
    items = agenda(now)
    record_read(item.found for item in items)
    return render_template(
        "mash/meetings.html",
        items=items,
        meetings=meetings.meetings(database.current()),
        may_hold=current_user.role in MASH,
        now=now,
    )


@bp.route("/new", methods=["GET", "POST"])
@open_to(MASH)
def hold() -> ResponseReturnValue:
    """Record who met. What was decided about each child is written down after that."""
    form = HoldForm(now=clock.now())
    if not form.is_submitted():
        return holding(form)
    valid = form.validate()
    if "csrf_token" in form.errors:
        return holding(form), 400
    command_id = presenting.posted_command_id()
    if not presenting.done_before():
        if not valid:
            return holding(form), 400
        try:
            with presenting.carry_out(command_id) as c:
                meetings.hold(c, form.held_at.data, form.attended, form.not_there)
        except AlreadyDone:
            pass  # the same page, posted twice at once
    held = [e for e in entries_of(database.current(), command_id) if e.kind == HELD and e.body]
    if not held:
        abort(409)
    return redirect(url_for(".meeting", id=held[0].body["meeting_id"]))


@bp.get("/<uuid:id>")
@open_to(MEETINGS)
def meeting(id: Any) -> ResponseReturnValue:
    """A meeting as it is on record, and while it is fresh what is still to be written down."""
    db, now, reader = database.current(), clock.now(), current_user.account.human_id
    held = meetings.meetings(db)
    found = next((each for each in held if each.id == str(id)), None) or abort(404)
    decided = []
    for contact_id, child_id in meetings.decided_at(db, found.id, reader):
        contact = contacts.contact(db, contact_id, reader)
        theirs = found_children(contact) if contact else ()
        decided += [(each, said_at(each, found)) for each in theirs if each.child.id == child_id]
    done = {each.child.id for each, _ in decided}
    open_items = [each for each in agenda(now) if each.found.child.id not in done]
    may_write = current_user.role in MASH and found in held[:LATELY]
    items = open_items if may_write else []
    record_read([each for each, _ in decided] + [item.found for item in items])
    return render_template(
        "mash/meeting.html",
        meeting=found,
        decided=decided,
        items=items,
        late=late,
        humans=humans(db),
        now=now,
    )


def holding(form: HoldForm) -> str:
    return render_template(
        "mash/hold_meeting.html",
        form=form,
        agencies=AGENCIES,
        command_id=presenting.carried_command_id(),
    )


def record_read(found: Iterable[Found]) -> None:
    """Who looked at which contacts stands on record, a list as much as a page."""
    ids = list(dict.fromkeys(each.contact.id for each in found))
    if ids:
        reading.record("contacts_read", {"contacts": ids, "page": "threshold meeting"})


def said_at(found: Found, held: Meeting) -> tuple[Agreed, ...]:
    """What one meeting decided about a child, in the order it was written down."""
    decided = meetings.decided_in(found.entries, found.child.id)
    return tuple(each for each in reversed(decided) if each.meeting == held.id)


def late(each: Agreed, held: Meeting) -> bool:
    """Written down on another day than that of the meeting."""
    return london(each.recorded_at).date() > london(held.held_at).date()


# What it decided about one child


def decide_form(found: Found) -> DecideForm:
    now = clock.now()
    held = meetings.meetings(database.current())[:LATELY]
    return DecideForm(
        meetings={each.id: upper_first(moment(each.held_at, now)) for each in held},
        owners=owners(found),
        meeting=request.args.get("meeting"),
        today=london(now).date(),
    )


def owners(found: Found) -> dict[str, str]:
    """Whom an action can be given to: a role, and a human in it. Where anybody may not know
    of it, only those who may, by name."""
    offered, whoever = {}, everybody_may_know(found)
    for role in sorted(TASKS, key=lambda role: OWNERS[role]):
        people = who_may_know(found, {role})
        if whoever:
            offered[role] = f"Anybody: {OWNERS[role]}"
        offered |= {f"{role} {id}": f"{name}, {OWNERS[role]}" for id, name in people.items()}
    return offered


def no_meeting(found: Found, *more: Any) -> str:
    if meetings.meetings(database.current()):
        return ""
    return "No meeting is on record yet. Record who met first"


def decide(c: Command, found: Found, form: Any) -> None:
    meetings.decide(
        c,
        found.child,
        form.meeting.data,
        form.decision.data,
        form.dissent.data or "",
        form.reasons.data,
        tuple(Action(*each) for each in form.actions),
    )


def about(found: Found, form: Any) -> Mapping[str, Any]:
    return {"actions": ACTIONS}


def to_the_meeting(found: Found) -> str:
    """Back to the meeting, where the next child waits."""
    decided = meetings.decided_in(found.entries, found.child.id)
    if decided and decided[0].meeting:
        return url_for("mash_meetings.meeting", id=decided[0].meeting)
    return found.address


add_step(
    of_child,
    Step("meeting", MASH, decide_form, decide, no_meeting, context=about, leads_to=to_the_meeting),
)
