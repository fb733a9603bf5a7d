"""The parts of a case: what is asked and recorded once there is one."""

from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.case_journeys import case_journey
from views import journey_pages, presenting, reading
from views.cases import file_of
from views.doors import CASES, TASKS, open_to
from views.parts_of_a_case import PARTS
from views.walk import Walk

bp = Blueprint("case_journeys", __name__, url_prefix="/cases/<uuid:id>/parts/<journey>")


@bp.get("")
@open_to(CASES)
def tasks(id: Any, journey: str) -> ResponseReturnValue:
    return journey_pages.tasks(walk(id, journey))


@bp.get("/check")
@open_to(CASES)
def check(id: Any, journey: str) -> ResponseReturnValue:
    return journey_pages.check(walk(id, journey))


@bp.route("/<slug>", methods=["GET", "POST"])
@open_to(TASKS)
def question(id: Any, journey: str, slug: str) -> ResponseReturnValue:
    return journey_pages.question(walk(id, journey), slug)


@bp.route("/<slug>/<uuid:record_id>", methods=["GET", "POST"])
@open_to(TASKS)
def record(id: Any, journey: str, slug: str, record_id: Any) -> ResponseReturnValue:
    return journey_pages.record(walk(id, journey), slug, str(record_id))


@bp.route("/<slug>/<uuid:record_id>/remove", methods=["GET", "POST"])
@open_to(TASKS)
def remove(id: Any, journey: str, slug: str, record_id: Any) -> ResponseReturnValue:
    return journey_pages.remove(walk(id, journey), slug, str(record_id))


def walk(id: Any, name: str) -> Walk:
    """Who read it stands on record."""
    file, journey = file_of(id), case_journey(name) or abort(404)
    if request.method != "POST":
        body = {"case_id": file.case.id, "page": journey.title.lower()}
        reading.record("case_read", body)
    case = url_for("cases.case", id=file.case.id)
    part = PARTS[name]
    return Walk(
        journey,
        presenting.presentation(file.case.id),
        blueprint="case_journeys",
        place={"id": file.case.id, "journey": name},
        home=(case, "Back to the case"),
        leads_to=(
            *((url_for(page, id=file.case.id), words) for page, words in part.leads_to),
            (case, "Go to the case"),
        ),
        may_change=current_user.role in TASKS,
        prompts=part.rules,
        prompts_title="What has to happen",
    )
