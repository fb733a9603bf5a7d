"""Signing in and out."""

from datetime import timedelta

from flask import (
    Blueprint,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from forms.sign_in import PlainForm, SignInForm
from store import accounts, sign_ins
from views import clock, database
from views.doors import EVERYBODY, NO_SIGN_IN, let_in, open_to

bp = Blueprint("sign_in", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
@open_to(NO_SIGN_IN)
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    if not form.is_submitted():
        return render_template("sign_in.html", form=form)
    if not form.validate():
        return render_template("sign_in.html", form=form), 400

    db, email, now = database.current(), form.email.data, clock.now()
    if accounts.too_many_failures(db, email, now):
        form.form_errors.append("Too many tries. Wait 15 minutes, or ask your administrator")
        return render_template("sign_in.html", form=form), 429
    account = accounts.check_password(db, email, form.password.data)
    if account is None:
        accounts.record_failure(db, email, now)
        form.form_errors.append("The e-mail address or the password is wrong")
        return render_template("sign_in.html", form=form), 400

    accounts.forget_failures(db, email)
    if current_user.is_authenticated:
        sign_ins.end(db, current_user.get_id(), now)
    session.clear()
    lasts = timedelta(hours=current_app.config["SIGN_IN_HOURS"])
    let_in(sign_ins.start(db, account.id, now, lasts), account)
    return redirect(_next_page())


@bp.post("/sign-out")
@open_to(EVERYBODY)
def sign_out() -> ResponseReturnValue:
    if not PlainForm().validate():
        abort(400)
    sign_ins.end(database.current(), current_user.get_id(), clock.now())
    logout_user()
    session.clear()
    return redirect(url_for(".sign_in"))


def _next_page() -> str:
    """A page of ours, never another site's."""
    wanted = request.args.get("next", "")
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if ours else url_for("home.home")
