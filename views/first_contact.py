"""First contact in full: a list of its parts, one question a page, and the answers to check."""

from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from forms.first_contact import FIRST_CONTACT
from protocol import other_children
from rules.rule import rules_in
from views import journey_pages, presenting, reading
from views.doors import PRESENTATIONS, open_to
from views.walk import Walk

bp = Blueprint("first_contact", __name__, url_prefix="/young-person/<uuid:id>/first-contact")

ABOUT_OTHER_CHILDREN = frozenset(rule.id for rule in rules_in(other_children))


@bp.get("")
@open_to(PRESENTATIONS)
def tasks(id: Any) -> ResponseReturnValue:
    return journey_pages.tasks(walk(id))


@bp.get("/check")
@open_to(PRESENTATIONS)
def check(id: Any) -> ResponseReturnValue:
    return journey_pages.check(walk(id))


@bp.route("/<slug>", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def question(id: Any, slug: str) -> ResponseReturnValue:
    return journey_pages.question(walk(id), slug)


@bp.route("/<slug>/<uuid:record_id>", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def record(id: Any, slug: str, record_id: Any) -> ResponseReturnValue:
    return journey_pages.record(walk(id), slug, str(record_id))


@bp.route("/<slug>/<uuid:record_id>/remove", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def remove(id: Any, slug: str, record_id: Any) -> ResponseReturnValue:
    return journey_pages.remove(walk(id), slug, str(record_id))


def walk(id: Any) -> Walk:
    """Once there is a case, who read it stands on record."""
    found = presenting.presentation(id)
    if found.state == "decided" and request.method != "POST":
        reading.record("case_read", {"case_id": found.id, "page": "first contact"})
    card = url_for("card.tonight", id=found.id)
    onward = (
        (url_for("decision.decide", id=found.id), "Record your decision")
        if found.state == "open"
        else (url_for("cases.case", id=found.id), "Go to the case")
    )
    return Walk(
        FIRST_CONTACT,
        found,
        blueprint="first_contact",
        place={"id": found.id},
        home=(card, "Back to the card"),
        leads_to=((card, "See what has to happen"), onward),
        may_change=True,
        prompts=ABOUT_OTHER_CHILDREN,
        prompts_title="Because of other children",
    )
