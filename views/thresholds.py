"""The thresholds in use: bands, limits, outcomes, grounds and indicators, each with its source, and
which of them the council has confirmed."""

from typing import NamedTuple

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.thresholds import ProposeValueForm
from protocol.people import HEAD_OF_SERVICE
from rules.calendar import london
from store import threshold_confirmations
from store.accounts import humans
from store.ids import new_id
from store.proposals import CONFIRMED
from store.threshold_confirmations import PROPOSED, ThresholdConfirmation
from thresholds.bands import bands
from thresholds.choices import OUTCOMES, SHARING_GROUNDS, Choice, source_of
from thresholds.indicators import DOMAINS, INDICATORS, THEMES, Indicator
from thresholds.values import ThresholdValue, values
from views import clock, database
from views.doors import EVERYBODY, open_to
from views.mash.confirmed import (
    bare,
    confirmation_of,
    is_confirmed,
    proposals,
    proposals_of,
    value_of,
    whose,
)
from views.proposing import reasons_of, refused

bp = Blueprint("thresholds", __name__, url_prefix="/thresholds")


class Theme(NamedTuple):
    """One theme of a domain, with its indicators, the mildest first."""

    says: str
    indicators: tuple[Indicator, ...]


@bp.get("")
@open_to(EVERYBODY)
def page() -> ResponseReturnValue:
    all_values = values()
    return render_template(
        "thresholds/thresholds.html",
        authority=whose(),
        bands=bands(),
        values={each.id: each for each in all_values},
        others=[each for each in all_values if each.id.partition("-")[0] == "number"],
        standing={each.id: standing(each) for each in all_values},
        number=len(all_values),
        confirmed=sum(1 for each in all_values if is_confirmed(each.id)),
        outcomes=sourced("outcomes", OUTCOMES),
        grounds=sourced("sharing_grounds", SHARING_GROUNDS),
        domains={says: themes_of(id) for id, says in DOMAINS.items()},
        bare=bare,
    )


@bp.get("/<id>")
@open_to(EVERYBODY)
def value(id: str) -> ResponseReturnValue:
    found, name = known(id), whose()
    theirs = [each for each in reversed(proposals()) if each.value == id and each.authority == name]
    return render_template(
        "thresholds/value.html",
        value=found,
        authority=name,
        standing=standing(found),
        proposals=theirs,
        reasons={each.entry_id: reasons_of(each) for each in theirs},
        may_propose=may_propose(found),
        bare=bare,
        humans=humans(database.current()),
        now=clock.now(),
    )


@bp.route("/<id>/confirm", methods=["GET", "POST"])
@open_to(frozenset({HEAD_OF_SERVICE}))
def propose(id: str) -> ResponseReturnValue:
    """The head of service proposes; it is confirmed once the threshold owner, another human,
    signs."""
    found = known(id)
    form = ProposeValueForm(today=london(clock.now()).date())
    if not form.is_submitted():
        return ask(form, found) if may_propose(found) else redirect(page_of(id))
    status = refused(
        form,
        found.hash,
        "value",
        lambda c, starts_on, reasons: threshold_confirmations.propose(c, found, starts_on, reasons),
        PROPOSED,
        {"value": id},
    )
    if status:
        return ask(form, found), status
    return redirect(page_of(id))


def known(id: str) -> ThresholdValue:
    return value_of(id) or abort(404)


def page_of(id: str) -> str:
    return url_for(".value", id=id)


def ask(form: ProposeValueForm, found: ThresholdValue) -> str:
    return render_template(
        "thresholds/propose.html",
        form=form,
        value=found,
        authority=whose(),
        bare=bare,
        command_id=new_id(),
    )


def standing(found: ThresholdValue) -> tuple[str, ThresholdConfirmation | None]:
    """How far a value is on its way to being the council's, with the proposal that says so."""
    if held := confirmation_of(found):
        return "confirmed", held
    if found.confirmed:
        return "in_the_folder", None
    theirs = proposals_of(found)
    for state in (CONFIRMED, "waiting", "sent_back"):
        if of_that := [each for each in theirs if each.state == state]:
            return ("later" if state == CONFIRMED else "waiting"), of_that[-1]
    return "default", None


def may_propose(found: ThresholdValue) -> bool:
    return current_user.role == HEAD_OF_SERVICE and standing(found)[0] == "default"


def sourced(name: str, choices: tuple[Choice, ...]) -> list[tuple[Choice, str]]:
    return [(each, source_of(name, each.id)) for each in choices]


def themes_of(domain: str) -> list[Theme]:
    """The themes of a domain in the order of the list."""
    found: dict[str, list[Indicator]] = {}
    for each in INDICATORS:
        if each.domain == domain:
            found.setdefault(each.theme, []).append(each)
    return [
        Theme(THEMES[theme], tuple(sorted(those, key=lambda each: each.level)))
        for theme, those in found.items()
    ]
