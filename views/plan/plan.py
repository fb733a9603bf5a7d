"""The young person's plan: the page, the PDF, the file for a calendar, and what they were given."""

from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from protocol.plan_words import WAYS
from store.accounts import humans
from texts import UnknownLanguage, language, languages
from views import clock, database
from views.doors import SUPPORT, SUPPORTERS, open_to
from views.in_their_language import asked_for
from views.plan.calendar import dates_of
from views.plan.found import FoundPlan, find_plan
from views.plan.kinds import name_of
from views.plan.pdf import CannotDraw, can_draw, pdf
from views.plan.sheet import Sheet, sheet
from views.plan.steps import links
from views.support.steps import ADDRESS

bp = Blueprint("plan", __name__, url_prefix=f"{ADDRESS}/plan")


@bp.get("")
@open_to(SUPPORT)
def plan(id: Any) -> ResponseReturnValue:
    found, said = read(id)
    return page(found, said)


@bp.get("/plan.pdf")
@open_to(SUPPORT)
def as_pdf(id: Any) -> ResponseReturnValue:
    """In the language asked for. Without what it is drawn with, the page says so."""
    found, said = read(id)
    try:
        drawn = pdf(render_template("plan/paper.html", sheet=said))
    except CannotDraw:
        return page(found, said, cannot_draw=True), 503
    return file(drawn, "application/pdf", "your-plan.pdf")


@bp.get("/dates.ics")
@open_to(SUPPORT)
def as_calendar(id: Any) -> ResponseReturnValue:
    _, said = read(id)
    return file(dates_of(said, clock.now()), "text/calendar; charset=utf-8", "dates.ics")


@bp.get("/given/<uuid:entry>")
@open_to(SUPPORT)
def as_given(id: Any, entry: Any) -> ResponseReturnValue:
    """What they were given then, as it was."""
    found = find_plan(id)
    given = next((each for each in found.plan.given if each.entry_id == str(entry)), None)
    if given is None:
        abort(404)
    found.was_read()
    return render_template(
        "plan/as_given.html",
        found=found,
        file=found.file,
        given=given,
        ways=WAYS,
        name_of=name_of,
        humans=humans(database.current()),
        now=clock.now(),
    )


def read(id: Any) -> tuple[FoundPlan, Sheet]:
    found, asked = find_plan(id), asked_for()
    found.was_read()
    return found, sheet(found, asked, humans(database.current()), clock.now())


def page(found: FoundPlan, said: Sheet, cannot_draw: bool = False) -> str:
    may_do = current_user.role in SUPPORTERS
    return render_template(
        "plan/plan.html",
        found=found,
        file=found.file,
        sheet=said,
        languages=languages(),
        given=found.plan.given[::-1],
        has_changed=has_changed(found, said),
        name_of=name_of,
        ways=WAYS,
        cannot_draw=cannot_draw or not can_draw(),
        may_do=may_do,
        links_of=(lambda action: links(action, found)) if may_do else (lambda action: ()),
        address=lambda endpoint, asked=said.language: url_for(
            f"plan.{endpoint}", id=found.id, language=asked.id
        ),
        humans=humans(database.current()),
        now=clock.now(),
    )


def has_changed(found: FoundPlan, said: Sheet) -> bool:
    """Whether it says something else now than when it was last given. Not known of what was
    erased."""
    given = found.plan.given[-1] if found.plan.given else None
    if given is None or given.is_erased:
        return False
    if given.language == said.language.id:
        return given.digest != said.digest
    try:
        asked = language(given.language)
    except UnknownLanguage:
        return True
    return given.digest != sheet(found, asked, humans(database.current()), clock.now()).digest


def file(body: bytes, kind: str, name: str) -> Response:
    """To keep. ``name`` says nothing of whose it is: it is seen wherever it is kept."""
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
