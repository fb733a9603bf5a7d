"""Who has a child, what managers and meetings said, and what is still to be done of it."""

from collections.abc import Mapping
from typing import Any

from flask_login import current_user

from protocol.people import OWNERS
from store.accounts import humans
from store.mash import allocation, guidance, meetings
from store.mash.strategy import discussions_in
from store.tasks import OPEN, Task, tasks_of
from views import database
from views.mash.found import Found


def oversight(found: Found) -> Mapping[str, Any]:
    """What the child's page shows of it."""
    entries, child = found.entries, found.child
    return {
        "guidance": guidance.guidance(entries, child.id),
        "managers_wrote": guidance.managers_wrote(entries, child, found.signatures),
        "meeting_decisions": meetings.decided_in(entries, child.id),
        "actions": actions_of(found),
        "given": allocation.given(entries, child.id),
        "to_say_have_it": has_to_say(found),
    }


def actions_of(found: Found) -> tuple[tuple[Task, str], ...]:
    """What meetings and strategy discussions agreed on for this child that is not done, and who
    does it or sees to it."""
    agreed = {e.entry_id for e in meetings.decided_in(found.entries, found.child.id)}
    agreed |= {e.id for e in discussions_in(found.entries, found.child.id)}
    names = humans(database.current())
    return tuple(
        (task, names.get(task.accepted_by or "") or OWNERS.get(task.owner_role, "Somebody"))
        for task in tasks_of(database.current(), found.contact.id)
        if task.state == OPEN and task.triggering_entry in agreed
    )


def has_to_say(found: Found) -> bool:
    human = current_user.account.human_id
    return allocation.not_said_yet(database.current(), found.child, found.entries, human)
