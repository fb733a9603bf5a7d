"""The fifty points on paper, with room to write. What is written can be typed in afterwards."""

from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from checklists.fifty_points import points_of, themes
from views.doors import SUPPORTERS, open_to
from views.support.found import found_case
from views.support.steps import ADDRESS

bp = Blueprint("checklist_paper", __name__, url_prefix=f"{ADDRESS}/checklists")


@bp.get("/paper")
@open_to(SUPPORTERS)
def paper(id: Any) -> ResponseReturnValue:
    """It bears the reference and no name: paper is left lying about."""
    found = found_case(id)
    found.was_read()
    return render_template(
        "checklist/paper.html", found=found, file=found.file, themes=themes(), points_of=points_of
    )
