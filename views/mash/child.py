"""A child in a contact: where it stands, what comes next, and everything on record about it."""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from store.accounts import humans
from store.ids import new_id
from views import clock, database, reading
from views.doors import CASES, open_to
from views.mash.areas import AREAS
from views.mash.found import found_child

ADDRESS = "/contacts/<uuid:id>/children/<uuid:child_id>"

bp = Blueprint("mash_child", __name__, url_prefix=ADDRESS)


@bp.get("")
@open_to(CASES)
def child(id: Any, child_id: Any) -> ResponseReturnValue:
    found = found_child(id, child_id)
    reading.record("contact_read", {"contact_id": found.contact.id})
    context: dict[str, Any] = {}
    for area in AREAS:
        context |= area(found)
    return render_template(
        "mash/child.html",
        found=found,
        child=found.child,
        contact=found.contact,
        humans=humans(database.current()),
        new_id=new_id,
        now=clock.now(),
        **context,
    )
