"""Handing a child on after the decision, stepping down, and confirming that they are there."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, url_for
from flask_login import current_user

from forms.fields import Option
from forms.mash.handing_on import (
    STEPPED_FROM,
    STEPPED_TO,
    TEAM,
    AssessmentForm,
    EarlyHelpForm,
    ReceiveForm,
    StepDownForm,
)
from forms.sign_in import PlainForm
from forms.typed import upper_first
from protocol.people import EARLY_HELP_WORKER, MASH_MANAGER, OWNERS, SOCIAL_WORKER, signs_for
from rules.calendar import london
from store import signatures
from store.accounts import workers
from store.journal import Command
from store.mash import handing_on
from store.mash.contact_child import about
from store.mash.handing_on import (
    AGREEMENT_GONE,
    ASSESSMENT,
    EARLY_HELP,
    STEP_DOWN,
    HandOn,
    is_theirs,
    last_hand_on,
)
from store.mash.sharing import SERVICE, WITHDRAWN
from store.tasks import OPEN, Task, tasks_of
from thresholds.after_decision import RECEIVED
from views import clock, database
from views.doors import CASES, MASH, RECEIVERS, SOCIAL_WORK
from views.mash.after_words import STEP_DOWN_SIGNED, TEAMS, WAY_OF, is_authorised, rows_of
from views.mash.child import ADDRESS
from views.mash.found import Found, everybody_may_know, who_may_know
from views.mash.limits import following
from views.mash.safe_contact import danger, is_under_16
from views.mash.standing import NEXT, standing
from views.mash.steps import Step, add_step

bp = Blueprint("mash_handing_on", __name__, url_prefix=ADDRESS)

DECIDE_FIRST = "Decide about this child first: what follows depends on the outcome"
RATE_FIRST = "Rate this child first"
NOTHING_TO_HAND_ON = "With this outcome nobody receives the child, so there is nothing to hand on"
HAS_THEM = "{to} has this child already, and has confirmed it"


def way_of(found: Found) -> str | None:
    """How this outcome is handed on; nothing where it is not."""
    decision = found.child.decision
    return WAY_OF.get((decision.outcome if decision else None) or "")


def cannot_hand_on(found: Found) -> str:
    if found.child.decision is None:
        return DECIDE_FIRST
    if not standing(found).is_decided:
        return NEXT[standing(found).stands]
    if way_of(found) is None:
        return NOTHING_TO_HAND_ON
    return has_them(found)


def has_them(found: Found) -> str:
    """Somebody has confirmed that they have the child since the last decision."""
    last, decision = last_hand_on(found.entries, found.child.id), found.child.decision
    later = last and decision and last.at >= decision.at
    return HAS_THEM.format(to=upper_first(last.to)) if last and later and last.received else ""


def receivers(found: Found, way: str) -> list[Option]:
    """The team, and everybody in it by name who may know of the child. Nobody hands on to
    themselves. Where anybody may not know of the child, it goes to one by name."""
    if way == STEP_DOWN:
        return [*_named(found, SOCIAL_WORK), *_named(found, {EARLY_HELP_WORKER})]
    roles = {EARLY_HELP_WORKER} if way == EARLY_HELP else SOCIAL_WORK
    team = Option(TEAM, f"{upper_first(TEAMS[way].words)}: whoever is on duty")
    return [*([team] if everybody_may_know(found) else []), *_named(found, roles)]


def _named(found: Found, roles: Any) -> list[Option]:
    """``<role>:<human id>`` → name and role, so that it is plain which of somebody's it is."""
    me = current_user.account.human_id
    return [
        Option(f"{role}:{human_id}", f"{name}, {OWNERS[role]}")
        for role in sorted(roles)
        for human_id, name in who_may_know(found, {role}).items()
        if human_id != me
    ]


def hand_on_form(found: Found) -> Any:
    """By the outcome. What cannot be handed on has the plainest form, which is not shown."""
    way = way_of(found)
    if way == EARLY_HELP:
        return EarlyHelpForm(**_asked(found), receivers=receivers(found, way))
    return AssessmentForm(receivers=receivers(found, ASSESSMENT))


def step_down_form(found: Found) -> StepDownForm:
    return StepDownForm(**_asked(found), receivers=receivers(found, STEP_DOWN))


def _asked(found: Found) -> dict[str, Any]:
    under_16 = is_under_16(found, london(clock.now()).date())
    return {"danger": danger(found), "is_16": not under_16}


def to_whom(way: str, chosen: str) -> dict[str, Any]:
    """The fields of the entry that say who receives."""
    if chosen == TEAM:
        team = TEAMS[way]
        return {"to": team.words, "team": team.role, "receiver": None}
    role, human_id = chosen.split(":")
    name = workers(database.current(), {role})[human_id]
    team_role = EARLY_HELP_WORKER if role == EARLY_HELP_WORKER else SOCIAL_WORKER
    return {"to": f"{name}, {OWNERS[role]}", "team": team_role, "receiver": human_id}


def hand_on(c: Command, found: Found, form: Any) -> None:
    way = way_of(found) or abort(409)
    said = {"way": way, "why": form.why.data, "support": form.support.data}
    if way == EARLY_HELP:
        said |= {"agreement": form.agreement, "panel_consent": form.panel_consent.data}
    said |= to_whom(way, form.receiver.data)
    due = following(RECEIVED, clock.now())
    handing_on.hand_on(c, found.child, said, due)


def step_down(c: Command, found: Found, form: StepDownForm) -> None:
    """Authorised by a manager: whoever records it, or another who signs."""
    is_manager = current_user.role == MASH_MANAGER
    said = {
        "way": STEP_DOWN,
        "why": form.why.data,
        "support": form.support.data,
        "stepped_from": form.stepped_from.data,
        "stepped_to": form.stepped_to.data,
        "agreement": form.agreement,
        "authorised": "recorded_by_manager" if is_manager else "signature",
        **to_whom(STEP_DOWN, form.receiver.data),
    }
    due = following(RECEIVED, clock.now())
    handed = handing_on.hand_on(c, found.child, said, due)
    if not is_manager:
        signatures.ask(
            c,
            handed,
            what=STEP_DOWN_SIGNED,
            words=f"Step down from {STEPPED_FROM[form.stepped_from.data].lower()} to "
            f"{STEPPED_TO[form.stepped_to.data].lower()}, received by {said['to']}",
            reasons=form.why.data,
            asked_of=signs_for(current_user.role),
        )


def step_down_holds(found: Found, form: StepDownForm) -> bool:
    """The receiver works where it steps down to."""
    ok, chosen = form.holds_together(), form.receiver.data
    to_early_help = form.stepped_to.data == "early_help"
    if ok and chosen.startswith(f"{EARLY_HELP_WORKER}:") != to_early_help:
        where = "early help" if to_early_help else "social care"
        form.receiver.errors = [f"Select somebody who works in {where}"]
        ok = False
    return ok


def cannot_step_down(found: Found) -> str:
    return "" if found.child.rating or found.child.decision else RATE_FIRST


def family_context(found: Found, form: Any) -> Mapping[str, Any]:
    return {
        "family_danger": danger(found),
        "before": last_hand_on(found.entries, found.child.id),
        "due": following(RECEIVED, clock.now()),
    }


add_step(
    bp,
    Step(
        name="hand-on",
        open_to=MASH,
        form=hand_on_form,
        hindrance=cannot_hand_on,
        check=lambda found, form: form.holds_together(),
        carry_out=hand_on,
        context=family_context,
    ),
)
add_step(
    bp,
    Step(
        name="step-down",
        open_to=MASH,
        form=step_down_form,
        hindrance=cannot_step_down,
        check=step_down_holds,
        carry_out=step_down,
        context=family_context,
    ),
)


# Whoever receives the child sees what they need for that, and no more of the record.


def handed_to_me(found: Found) -> HandOn | None:
    """What was handed on last. 404 for whoever may read no contact, and it is not theirs."""
    last = last_hand_on(found.entries, found.child.id)
    if current_user.role not in CASES and not (last and is_theirs(last, current_user.author)):
        abort(404)
    return last


def receive_form(found: Found) -> ReceiveForm:
    handed_to_me(found)
    return ReceiveForm()


def cannot_receive(found: Found) -> str:
    last = handed_to_me(found)
    if last is None:
        return "Nobody has handed this child on"
    if last.received:
        return (
            f"{upper_first(last.to)}: it is confirmed that you have this child"
            if _is_mine(last)
            else (HAS_THEM.format(to=upper_first(last.to)))
        )
    if last.returned:
        return "This child went back to MASH"
    problem = handing_on.hindrance(last, current_user.author)
    return str(problem) if problem else ""


def _is_mine(last: HandOn) -> bool:
    return bool(last.received and last.received.human_id == current_user.account.human_id)


def receive(c: Command, found: Found, form: ReceiveForm) -> None:
    last = last_hand_on(found.entries, found.child.id) or abort(409)
    if form.says.data == "received":
        handing_on.receive(c, found.child, last, form.starts.data)
    else:
        handing_on.send_back(c, found.child, last, form.why_not.data)


def receive_context(found: Found, form: Any) -> Mapping[str, Any]:
    handed = handed_to_me(found)
    return {
        "handed": handed,
        "handed_rows": rows_of(handed) if handed else (),
        "authorised": handed is None or is_authorised(found, handed),
        "reads_contacts": current_user.role in CASES,
    }


def stay(found: Found) -> str:
    return url_for("mash_handing_on.receive", id=found.contact.id, child_id=found.child.id)


add_step(
    bp,
    Step(
        name="receive",
        open_to=RECEIVERS,
        form=receive_form,
        hindrance=cannot_receive,
        carry_out=receive,
        context=receive_context,
        leads_to=stay,
    ),
)


# The young person or a parent takes their agreement back once somebody has the child.


def taken_back(found: Found) -> list[Task]:
    """The tasks to learn of it that nobody has done."""
    theirs = {e.id for e in about(found.entries, found.child.id, WITHDRAWN)}
    return [
        task
        for task in tasks_of(database.current(), found.contact.id)
        if (task.state, task.rule_id) == (OPEN, AGREEMENT_GONE) and task.triggering_entry in theirs
    ]


def gone_form(found: Found) -> PlainForm:
    handed_to_me(found)
    return PlainForm()


def nothing_new(found: Found) -> str:
    last = handed_to_me(found)
    if not taken_back(found):
        return "There is nothing new here: it has been read"
    theirs = last is not None and handing_on.is_theirs(last, current_user.author)
    return "" if theirs else f"This is for {last.to if last else 'MASH'} to read"


def has_read(c: Command, found: Found, form: Any) -> None:
    for task in taken_back(found):
        c.append(found.stream, "task_done", {"task_id": task.id, "words": task.words})


def gone_context(found: Found, form: Any) -> Mapping[str, Any]:
    withdrawn = about(found.entries, found.child.id, WITHDRAWN)
    return {"withdrawn": [e for e in withdrawn if (e.body or {})["what"] == SERVICE]}


add_step(
    bp,
    Step(
        name="agreement-gone",
        open_to=RECEIVERS,
        form=gone_form,
        hindrance=nothing_new,
        carry_out=has_read,
        context=gone_context,
        leads_to=lambda found: f"{found.address}/agreement-gone",
    ),
)
