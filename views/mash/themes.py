"""Theme notes: what the team has learned in a fortnight. No child is named in them."""

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.mash.themes import ThemesForm
from rules.calendar import london
from store.accounts import humans
from store.journal import AlreadyDone
from store.mash import themes
from views import clock, database, presenting
from views.doors import MASH, MEETINGS, open_to

bp = Blueprint("mash_themes", __name__, url_prefix="/contacts/themes")


@bp.get("")
@open_to(MEETINGS)
def theme_notes() -> ResponseReturnValue:
    """All notes, the latest first, and by when the next are due."""
    now = clock.now()
    found = themes.notes(database.current())
    due = themes.next_due(found)
    return render_template(
        "mash/themes.html",
        notes=found,
        due=due,
        late=due is not None and london(now).date() > due,
        source=themes.SOURCE,
        may_write=current_user.role in MASH,
        humans=humans(database.current()),
        now=now,
    )


@bp.route("/new", methods=["GET", "POST"])
@open_to(MASH)
def write() -> ResponseReturnValue:
    form = ThemesForm(today=london(clock.now()).date())
    if not form.is_submitted():
        return writing(form)
    valid = form.validate()
    if "csrf_token" in form.errors:
        return writing(form), 400
    command_id = presenting.posted_command_id()
    if not presenting.done_before():
        if not valid:
            return writing(form), 400
        try:
            with presenting.carry_out(command_id) as c:
                days = form.first_day.data, form.last_day.data
                themes.write(c, *days, form.words.data, form.actions.data or "")
        except AlreadyDone:
            pass  # the same page, posted twice at once
    return redirect(url_for(".theme_notes"))


def writing(form: Any) -> str:
    return render_template(
        "mash/write_themes.html", form=form, command_id=presenting.carried_command_id()
    )
