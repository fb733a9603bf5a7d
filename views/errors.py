"""Calm pages for what goes wrong. None of them says anything about anybody."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError

from rules.calendar import BeyondHorizon
from rules.evaluate import RulesDisagree
from rules.facts import FactError
from rules.numbers import NothingInForce
from rules.pack import PackError
from store.packs import WrongPack

# Whatever keeps the rules from being run: they differ, do not reach the day, were changed in the
# archive, or cannot read what was recorded.
NO_ADVICE = (RulesDisagree, BeyondHorizon, NothingInForce, WrongPack, PackError, FactError)


def page(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if error.response is not None or code < 400:
        return error
    return render_template("error.html", code=code), code


def rules_failed(error: Exception) -> ResponseReturnValue:
    """No advice is better than advice that may be wrong."""
    return render_template("rules_failed.html"), 503


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, page)
    app.register_error_handler(InternalServerError, page)
    for failure in NO_ADVICE:
        app.register_error_handler(failure, log_and(app, rules_failed))


def log_and(app, handler):
    def handle(error: Exception) -> ResponseReturnValue:
        app.logger.error("The rules could not be run: %s", type(error).__name__)
        return handler(error)

    return handle
