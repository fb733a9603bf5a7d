"""The support of one young person: visits, the fifty points, their plan and their rights."""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from store.accounts import humans
from store.ids import new_id
from views import clock, database
from views.doors import SUPPORT, open_to
from views.support.areas import AREAS
from views.support.found import found_case
from views.support.steps import ADDRESS

bp = Blueprint("support", __name__, url_prefix=ADDRESS)


@bp.get("")
@open_to(SUPPORT)
def support(id: Any) -> ResponseReturnValue:
    found = found_case(id)
    found.was_read()
    shown: dict[str, Any] = {}
    for area in AREAS:
        shown |= area(found)
    return render_template(
        "support/support.html",
        found=found,
        file=found.file,
        humans=humans(database.current()),
        new_id=new_id,
        now=clock.now(),
        **shown,
    )
