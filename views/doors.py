"""Who may open which page. A page that names nobody is closed to everybody."""

from collections.abc import Callable
from typing import Any

from flask import Flask, abort, current_app, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user

from protocol.people import SIGNS_FOR
from store import sign_ins
from store.accounts import Account
from store.journal import Author
from views import clock, database

PRESENTATIONS = frozenset(
    {
        "housing_needs_officer",
        "housing_duty_manager",
        "housing_options_assessor",
        "emergency_duty_team_worker",
        "social_worker",
        "social_work_duty_manager",
    }
)
"""Those who meet a young person at the front door, or answer for those who do."""

MASH = frozenset({"mash_social_worker", "mash_manager"})
"""Those who receive contacts."""

SOCIAL_CARE_MANAGERS = frozenset(
    {"mash_manager", "team_manager", "social_work_duty_manager", "head_of_service"}
)
"""Those who answer for what becomes of a contact."""

CASES = PRESENTATIONS | {
    "mash_social_worker",
    "mash_manager",
    "team_manager",
    "service_manager",
    "head_of_service",
    "auditor",
}

TASKS = CASES - {"auditor"}
"""Those who can own a task, or hold it until somebody accepts it."""

OUTCOMES = frozenset(
    {"social_worker", "team_manager", "social_work_duty_manager", "head_of_service"}
)
"""Those who record the outcome of an assessment."""

SOCIAL_WORK_MANAGERS = frozenset({"team_manager", "social_work_duty_manager"})
"""The managers who agree to a longer assessment, and record why, and who answer for visits in every
case that they may know of."""

LEDGERS = frozenset(
    {
        "housing_duty_manager",
        "service_manager",
        "mash_manager",
        "team_manager",
        "social_work_duty_manager",
        "head_of_service",
        "auditor",
    }
)
"""Those who look across cases, without anybody's name."""

MEETINGS = MASH | LEDGERS
"""Those who read what threshold meetings decided, and what MASH learns in a fortnight."""

SOCIAL_WORK = frozenset({"social_worker", "team_manager", "social_work_duty_manager"})
"""Those who decide on which legal basis somebody has a bed."""

RECEIVERS = SOCIAL_WORK | {"early_help_worker"}
"""Those a child is handed on to after MASH has decided. An early help worker opens no case and no
contact: only what was handed on to them."""

VISITORS = frozenset({"support_worker", "early_help_worker"})
"""Those who visit. They open no case: only the support of those who are theirs to visit."""

SUPPORT = VISITORS | CASES
"""Those who may read how somebody is supported, and their plan."""

SUPPORTERS = VISITORS | frozenset(
    {"social_worker", "team_manager", "social_work_duty_manager", "housing_options_assessor"}
)
"""Those who do it with the young person: visits, the fifty points, the plan."""

MANAGERS = frozenset(role for roles in SIGNS_FOR.values() for role in roles)
"""Those who answer for what somebody else decided."""

CONFIRM = frozenset({"head_of_service", "lawyer", "threshold_owner"})
"""Those who confirm what the council holds to: the head of service proposes, a lawyer signs a
reading and the threshold owner a threshold. Neither of these two sees a case."""

SIGNATURES = CASES | CONFIRM
"""Those who may look at a signature that concerns them."""

EVERYBODY = frozenset({"everybody"})
NO_SIGN_IN = frozenset({"no sign-in"})


def open_to(*roles: frozenset[str]) -> Callable[[Any], Any]:
    """Say who may open a page."""

    def mark(view: Any) -> Any:
        view.open_to = frozenset().union(*roles)
        return view

    return mark


class SignedIn(UserMixin):
    """Whoever is signed in. Known by a random token, which the server can end."""

    def __init__(self, token: str, account: Account) -> None:
        self._token = token
        self.account = account

    def get_id(self) -> str:
        return self._token

    @property
    def role(self) -> str:
        return self.account.role

    @property
    def author(self) -> Author:
        return self.account.author()


def let_in(token: str, account: Account) -> None:
    login_user(SignedIn(token, account))
    session.pop("_id", None)  # a digest of the browser and address, which nothing here needs


def load(token: str) -> SignedIn | None:
    account = sign_ins.account_for(database.current(), token, clock.now())
    return SignedIn(token, account) if account else None


def guard() -> Any:
    """Before every request: sign in first, and open only what the role may open."""
    if request.endpoint is None:
        return None  # there is no such page, and that is said to anybody
    open_to = getattr(current_app.view_functions[request.endpoint], "open_to", frozenset())
    if open_to == NO_SIGN_IN or request.endpoint == "static":
        return None
    if not current_user.is_authenticated:
        where = request.path if request.method == "GET" else None
        return redirect(url_for("sign_in.sign_in", next=where))
    if open_to != EVERYBODY and current_user.role not in open_to:
        abort(403)
    return None


def init_app(app: Flask) -> None:
    # Its own context processor would look up who is signed in for every page, also for the page
    # that says the database is gone.
    manager = LoginManager()
    manager.init_app(app, add_context_processor=False)
    app.context_processor(lambda: {"current_user": current_user})
    manager.session_protection = None  # it would keep a digest of the browser and address
    manager.user_loader(load)
    app.before_request(guard)
