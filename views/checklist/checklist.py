"""The fifty points of one young person: beginning, one checklist, having it looked at."""

from typing import Any

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from checklists.fifty_points import point, points, points_of
from forms.checklist.checklist import PutForwardForm, StartForm
from store.accounts import humans
from store.checklist.checklist import going_on, put_forward, start
from store.checklist.on_record import talked_about
from views import clock, database
from views.checklist.found import Talk, found_checklist
from views.checklist.standing import do_now, not_known_in, progress, to_work_on_in, worries_of
from views.checklist.steps import FINISHED, Step
from views.doors import SUPPORT, SUPPORTERS, open_to
from views.steps import add_step, serve
from views.support import steps
from views.support.found import Found, found_case
from views.support.steps import ADDRESS

bp = Blueprint("checklist", __name__, url_prefix=f"{ADDRESS}/checklists")
ONE = "/<uuid:checklist_id>"


def address_of_open(found: Found) -> str:
    """Of the one that is being talked about; of the support page where there is none."""
    open_one = going_on(found.checklists)
    return found_checklist(found.id, open_one.id).address if open_one else found.address


NEW = steps.Step(
    name="new",
    folder="checklist",
    open_to=SUPPORTERS,
    form=lambda found: StartForm(),
    seen=lambda found: len(found.checklists),
    carry_out=lambda c, found, form: start(
        c, found.id, found.checklists[-1] if found.checklists else None, form.there.data
    ),
    context=lambda found, form: {"last": found.checklists[-1] if found.checklists else None},
    leads_to=address_of_open,
)


@bp.route("/new", methods=["GET", "POST"])
@open_to(SUPPORTERS)
def new(id: Any) -> ResponseReturnValue:
    """Where one is being talked about already, it leads to that."""
    found = found_case(id)
    if going_on(found.checklists):
        return redirect(address_of_open(found))
    return serve(NEW, id=id)


@bp.get(ONE)
@open_to(SUPPORT)
def checklist(id: Any, checklist_id: Any) -> ResponseReturnValue:
    found = found_checklist(id, checklist_id)
    found.was_read()
    return render_template(
        "checklist/checklist.html",
        found=found,
        humans=humans(database.current()),
        now=clock.now(),
        progress=progress(found.checklist),
        worries=worries_of((*found.earlier, found.checklist)),
        do_now=do_now(found.entries),
        to_work_on=to_work_on_in(found),
        not_known=not_known_in(found),
        points_of=points_of,
        point=point,
        **found.names,
    )


def why_not_put_forward(found: Talk) -> str:
    if not found.is_open:
        return FINISHED
    if not found.checklist.said:
        return "Nothing was talked about yet"
    given = found.checklist.put_forward
    if given and all(each.seq < given.seq for each in found.checklist.said):
        return "It was given to somebody else already, and nothing was added since"
    return ""


def left_of(found: Talk) -> list[str]:
    """The themes that were not talked about, or not all of them."""
    return [
        each.theme.title for each in progress(found.checklist) if each.talked_about < each.points
    ]


PUT_FORWARD = Step(
    name="put-forward",
    open_to=SUPPORTERS,
    form=lambda found: PutForwardForm(some_left=len(talked_about(found.checklist)) < len(points())),
    hindrance=why_not_put_forward,
    carry_out=lambda c, found, form: put_forward(
        c, found.id, found.checklist, form.words.data or ""
    ),
    context=lambda found, form: {"left": left_of(found)},
)


add_step(bp, PUT_FORWARD, f"{ONE}/put-forward", "put_forward_page")
