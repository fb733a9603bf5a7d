"""What has changed since the last time, item by item."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from checklists.fifty_points import Point, points
from forms.checklist.talk import differ
from store.accounts import humans
from store.checklist.checklist import Answer
from views import clock, database
from views.checklist.found import ADDRESS, Talk, found_checklist
from views.doors import SUPPORT, open_to

bp = Blueprint("checklist_changes", __name__, url_prefix=ADDRESS)


@dataclass(frozen=True)
class Compared:
    """One point, before and now."""

    point: Point
    before: Answer | None
    now: Answer | None

    @property
    def changed(self) -> bool:
        return bool(self.now) and (
            self.before is None or differ(self.before.body, self.now.body if self.now else {})
        )


def compared(found: Talk) -> list[Compared]:
    """Every point that was ever talked about, by number."""
    last, said = found.last, found.checklist.answers
    return [
        Compared(point, last.get(point.number), said.get(point.number))
        for point in points()
        if point.number in last or point.number in said
    ]


@bp.get("/changes")
@open_to(SUPPORT)
def changes(id: Any, checklist_id: Any) -> ResponseReturnValue:
    found = found_checklist(id, checklist_id)
    found.was_read()
    every = compared(found)
    return render_template(
        "checklist/changes.html",
        found=found,
        humans=humans(database.current()),
        now=clock.now(),
        changed=[each for each in every if each.changed],
        same=[each for each in every if each.now and not each.changed],
        not_again=[each for each in every if not each.now],
        **found.names,
    )
