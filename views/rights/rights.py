"""Written information on rights, and what young people say of how they were treated.

The sheet is on a page of its own, to be read together, on a telephone or printed. That it was
given is recorded with the whole of it, so that it can be read again as it was.
"""

from functools import partial
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

import texts
from forms.rights.feedback import FeedbackForm
from forms.rights.give import THIS, GiveForm, give_form
from protocol.rights import ADVOCATES, ASKED, BY, HOW, SAYS, YES_NO
from store.accounts import humans
from store.entry import Entry
from store.journal import Command
from store.rights import rights as record
from views import clock, database
from views.doors import MANAGERS, PRESENTATIONS, SOCIAL_WORK, SUPPORT, SUPPORTERS, open_to
from views.rights.sheet import sheet
from views.support import steps
from views.support.found import Found, found_case
from views.support.steps import ADDRESS, add_step

bp = Blueprint("rights", __name__, url_prefix=f"{ADDRESS}/rights")

GIVE_IT = SUPPORTERS | PRESENTATIONS
"""Those who support them, and those who meet them at the front door (5.2-d names both services)."""

CHANGED = "The sheet has changed since you opened this page. Check which one they got"

Step = partial(steps.Step, folder="rights")


@bp.get("")
@open_to(SUPPORT)
def sheet_now(id: Any) -> ResponseReturnValue:
    """The sheet as it is now, in the language asked for."""
    found = found_case(id)
    found.was_read()
    try:
        shown = sheet(request.args.get("language", texts.ENGLISH))
    except texts.UnknownLanguage:
        abort(404)
    return page("rights/sheet.html", found, sheet=shown, languages=texts.languages(), given=None)


@bp.get("/<uuid:entry_id>")
@open_to(SUPPORT)
def as_given(id: Any, entry_id: Any) -> ResponseReturnValue:
    """What they were given then, and how."""
    found = found_case(id)
    given = next((e for e in record.given_in(found.entries) if e.id == str(entry_id)), None)
    if given is None:
        abort(404)
    found.was_read()
    return page("rights/sheet.html", found, sheet=given.body["sheet"], languages=(), given=given)


@bp.get("/what-they-said")
@open_to(SUPPORT)
def what_they_said(id: Any) -> ResponseReturnValue:
    """When they were asked how they were treated, the latest first, and what they said for those
    who may read it."""
    found = found_case(id)
    found.was_read()
    said = [(each, may_read(each)) for each in reversed(record.feedback_in(found.entries))]
    return page("rights/what_they_said.html", found, said=said)


def may_read(feedback: Entry) -> bool:
    """Managers, and whoever wrote it down: anybody else may be the one it is about."""
    wrote = current_user.account.human_id in (feedback.human_id, feedback.on_behalf_of)
    return wrote or current_user.role in MANAGERS


def may_know(feedback: Entry) -> bool:
    """Who is told that they did not feel safe: also those who look at where they sleep tonight."""
    return may_read(feedback) or current_user.role in SOCIAL_WORK


def page(template: str, found: Found, **more: Any) -> str:
    return render_template(
        template,
        found=found,
        file=found.file,
        humans=humans(database.current()),
        now=clock.now(),
        words=WORDS,
        **more,
    )


WORDS = {
    "how": HOW,
    "yes_no": YES_NO,
    "advocate": ADVOCATES,
    "asked": ASKED,
    "says": SAYS,
    "by": BY,
}


def versions() -> str:
    """Names the sheets as they are now, in every language."""
    return "-".join(sheet(each.id)["version"] for each in texts.languages())


def form_to_give(found: Found) -> GiveForm:
    return give_form({each.id: each.name for each in texts.languages()}, clock.now())


def is_as_shown(found: Found, form: GiveForm) -> bool:
    if form.sheet.data == THIS and request.form.get("version") != versions():
        form.form_errors.append(CHANGED)
        return False
    return form.holds_together()


def give(c: Command, found: Found, form: GiveForm) -> None:
    language = form.chosen_language or texts.ENGLISH
    this = sheet(language) if form.sheet.data == THIS else None
    body = {
        "version": this["version"] if this else "",
        "sheet": this,
        "other_sheet": form.other_sheet.data or "",
        "how": form.how.data,
        "language": language if this else "",
        "explained": form.explained.data,
        "explained_by": form.explained_by.data or "",
        "in_their_language": form.in_their_language.data,
        "what_refusing_means": form.what_refusing_means.data,
        "advocate": form.advocate.data,
        "advocate_who": form.advocate_who.data or "",
        "independent": form.independent.data or "",
        "words": form.words.data or "",
        "at": form.at.data.isoformat(),
    }
    record.give(c, found.id, body)


def ask(c: Command, found: Found, form: FeedbackForm) -> None:
    body = {
        "asked": form.asked,
        "why_not": form.why_not.data or "",
        "by": form.by.data if form.asked else "",
        "by_words": (form.by_words.data or "") if form.asked else "",
        "answers": form.answers,
        "words": form.words.data or "",
    }
    record.hear(c, found.id, body)


def how_many_given(found: Found) -> int:
    return len(record.given_in(found.entries))


def how_many_said(found: Found) -> int:
    return len(record.feedback_in(found.entries))


add_step(
    bp,
    Step(
        name="give",
        open_to=GIVE_IT,
        form=form_to_give,
        carry_out=give,
        check=is_as_shown,
        context=lambda found, form: {"versions": versions(), "sheet": sheet()},
        seen=how_many_given,
    ),
)
add_step(
    bp,
    Step(
        name="feedback",
        open_to=SUPPORTERS,
        form=lambda found: FeedbackForm(),
        carry_out=ask,
        check=lambda found, form: form.holds_together(),
        leads_to=lambda found: url_for("rights.what_they_said", id=found.id),
        seen=how_many_said,
    ),
)


def rights_on_support(found: Found) -> dict[str, Any]:
    """The area of rights and feedback on the page of somebody's support."""
    given, said = record.given_in(found.entries), record.feedback_in(found.entries)
    unsafe = record.did_not_feel_safe(said)
    return {
        "rights_given": tuple(reversed(given)),
        "feedback_last": said[-1] if said else None,
        "may_read_feedback": any(may_read(each) for each in said),
        "did_not_feel_safe": unsafe if unsafe and may_know(unsafe) else None,
        "rights_words": WORDS,
        "may_give_rights": GIVE_IT,
    }
