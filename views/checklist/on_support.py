"""The worries and the fifty points, on the page of somebody's support."""

from typing import Any

from store.checklist.checklist import going_on
from store.checklist.on_record import talked_about
from views.checklist.standing import do_now, worries_of
from views.support.found import Found


def area(found: Found) -> dict[str, Any]:
    open_one = going_on(found.checklists)
    return {
        "worries": worries_of(found.checklists) if found.checklists else [],
        "do_now": do_now(found.entries),
        "open_checklist": open_one,
        "last_checklist": found.checklists[-1] if found.checklists else None,
        "talked_about": len(talked_about(open_one)) if open_one else 0,
    }
