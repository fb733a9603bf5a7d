"""Puts the service together, and decides nothing."""

import os
from pathlib import Path
from typing import Any

from flask import Flask
from flask_wtf import CSRFProtect
from govuk_frontend_wtf.main import WTFormsHelpers
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader

import texts
from cli import database as database_commands
from cli import missed_visits as missed_visits_command
from cli import rate as rate_command
from cli import rules as rule_commands
from protocol.authority import AUTHORITY
from protocol.people import OWNERS
from thresholds.bands import authority
from thresholds.folders import UnknownThresholds
from views import (
    across,
    advocacy,
    assessment,
    card,
    case_actions,
    case_journeys,
    cases,
    complaints,
    confirmed,
    database,
    decision,
    disputes,
    doors,
    duty_to_refer,
    errors,
    fifty_points,
    first_contact,
    hand_over,
    headers,
    home,
    outcome,
    people,
    placements,
    readings,
    rule_book,
    sign_in,
    signatures,
    thresholds,
    turning_18,
    whereabouts,
    words,
)
from views.checklist import changes as checklist_changes
from views.checklist import checklist
from views.checklist import paper as checklist_paper
from views.checklist import review as checklist_review
from views.checklist import talk as checklist_talk
from views.mash import at_once as mash_at_once
from views.mash import checks as mash_checks
from views.mash import child as mash_child
from views.mash import chronology as mash_chronology
from views.mash import closing as mash_closing
from views.mash import confirmed as mash_confirmed
from views.mash import contact as mash_contact
from views.mash import decision as mash_decision
from views.mash import feedback as mash_feedback
from views.mash import handing_on as mash_handing_on
from views.mash import lists as mash_lists
from views.mash import meetings as mash_meetings
from views.mash import oversight as mash_oversight
from views.mash import rating as mash_rating
from views.mash import received as mash_received
from views.mash import sharing as mash_sharing
from views.mash import strategy as mash_strategy
from views.mash import themes as mash_themes
from views.plan import plan
from views.plan import steps as plan_steps
from views.rights import rights
from views.support import fewer_visits as support_fewer_visits
from views.support import package as support_package
from views.support import support
from views.support import visits as support_visits


def create_app(**settings: Any) -> Flask:
    """The service. ``settings`` override what the environment says.

    DATABASE     the SQLite file (FRONTDOOR_DATABASE)
    SECRET_KEY   signs cookies (in the file FRONTDOOR_SECRET_KEY_FILE)
    CLOCK        a function that gives the moment, for tests
    """
    try:
        authority()
        texts.check()
    except (UnknownThresholds, texts.BrokenTexts) as error:
        raise SystemExit(str(error)) from error  # before anybody is rated or told by nothing
    app = Flask(__name__)
    app.config.from_mapping(
        DATABASE=os.environ.get("FRONTDOOR_DATABASE", "var/frontdoor.sqlite3"),
        SECRET_KEY=_secret_key(),
        COUNCIL_NAME=AUTHORITY["name"],
        SIGN_IN_HOURS=10,
        SESSION_COOKIE_NAME="front_door",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=bool(os.environ.get("FRONTDOOR_HTTPS")),
        WTF_CSRF_TIME_LIMIT=None,  # as long as the sign-in; a form left open loses nothing
        WTF_CSRF_CHECK_DEFAULT=False,  # each form checks, so that what was typed is not lost
        MAX_CONTENT_LENGTH=256 * 1024,
        MAX_FORM_MEMORY_SIZE=256 * 1024,
        MAX_FORM_PARTS=200,
    )
    app.config.update(settings)
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(Path(__file__).with_name("templates")),
            PrefixLoader(
                {
                    "govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja"),
                    "govuk_frontend_wtf": PackageLoader("govuk_frontend_wtf"),
                }
            ),
        ]
    )
    app.jinja_env.globals |= {
        "OWNERS": OWNERS,
        "CASES": doors.CASES,
        "PRESENTATIONS": doors.PRESENTATIONS,
        "MASH": doors.MASH,
        "SOCIAL_CARE_MANAGERS": doors.SOCIAL_CARE_MANAGERS,
        "MEETINGS": doors.MEETINGS,
        "SOCIAL_WORK": doors.SOCIAL_WORK,
        "MANAGERS": doors.MANAGERS,
        "SIGNATURES": doors.SIGNATURES,
        "LEDGERS": doors.LEDGERS,
        "SUPPORTERS": doors.SUPPORTERS,
        "VISITORS": doors.VISITORS,
    }
    CSRFProtect(app)
    WTFormsHelpers(app)
    for part in (
        database,
        doors,
        errors,
        headers,
        words,
        confirmed,
        mash_confirmed,
        rule_book,
        rate_command,
        rule_commands,
        database_commands,
        missed_visits_command,
    ):
        part.init_app(app)
    for area in (
        sign_in,
        home,
        card,
        decision,
        first_contact,
        cases,
        case_actions,
        case_journeys,
        assessment,
        outcome,
        hand_over,
        placements,
        whereabouts,
        support,
        support_visits,
        support_package,
        support_fewer_visits,
        checklist_review,
        checklist,
        checklist_talk,
        checklist_changes,
        fifty_points,
        checklist_paper,
        plan,
        plan_steps,
        rights,
        duty_to_refer,
        turning_18,
        signatures,
        disputes,
        complaints,
        people,
        readings,
        thresholds,
        rule_book,
        advocacy,
        across,
        mash_contact,
        mash_received,
        mash_child,
        mash_at_once,
        mash_chronology,
        mash_rating,
        mash_decision,
        mash_lists,
        mash_oversight,
        mash_meetings,
        mash_themes,
        mash_checks,
        mash_sharing,
        mash_handing_on,
        mash_strategy,
        mash_feedback,
        mash_closing,
    ):
        app.register_blueprint(area.bp)
    app.register_blueprint(mash_meetings.of_child)
    return app


def _secret_key() -> str | None:
    path = os.environ.get("FRONTDOOR_SECRET_KEY_FILE")
    return Path(path).read_text().strip() if path else None
