"""The whole of a child's history on a page of its own, to be read or printed."""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from views import clock, reading
from views.doors import CASES, open_to
from views.mash.child import ADDRESS
from views.mash.found import found_child
from views.mash.history import told_before

bp = Blueprint("mash_chronology", __name__, url_prefix=ADDRESS)


@bp.get("/history")
@open_to(CASES)
def page(id: Any, child_id: Any) -> ResponseReturnValue:
    found = found_child(id, child_id)
    reading.record("contact_read", {"contact_id": found.contact.id, "page": "history"})
    return render_template(
        "mash/history.html",
        found=found,
        child=found.child,
        contact=found.contact,
        before=told_before(found),
        now=clock.now(),
    )
