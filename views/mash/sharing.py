"""What the family knows, who agrees to what, and the ground for sharing without it."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint

from forms.mash.sharing import NO_GROUND, SharingForm, WithdrawForm
from rules.calendar import london
from store.journal import Command
from store.mash import sharing
from store.mash.handing_on import tell_of_withdrawal, with_whom
from store.mash.sharing import SERVICE, SHARING, sharing_in
from views import clock
from views.doors import MASH
from views.mash.child import ADDRESS
from views.mash.found import Found
from views.mash.safe_contact import danger, is_under_16
from views.mash.steps import Step, add_step

bp = Blueprint("mash_sharing", __name__, url_prefix=ADDRESS)


def sharing_form(found: Found) -> SharingForm:
    today = london(clock.now()).date()
    return SharingForm(danger=danger(found), is_16=not is_under_16(found, today), today=today)


def holds_together(found: Found, form: Any) -> bool:
    return bool(form.holds_together())


def record_sharing(c: Command, found: Found, form: SharingForm) -> None:
    ground = form.ground.data if form.ground.data != NO_GROUND else None
    safe = form.safe_to_ask.data if form.danger else None
    said = {
        "told_family": form.told_family.data,
        "why_not_told": form.why_not_told.data,
        "young_person": form.young_person.data,
        "parent": form.parent.data,
        "parent_who": form.parent_who.data,
        "safe_to_ask": safe,
        "service": form.service.data,
        "service_agreed": form.service_agreed.data,
        "ground": ground,
        "ground_words": form.ground_words.data if ground else None,
        "decided_by": form.decided_by.data,
        "review_on": form.review_on.data and form.review_on.data.isoformat(),
    }
    sharing.record(c, found.child, said)


def sharing_context(found: Found, form: Any) -> Mapping[str, Any]:
    return {"before": sharing_in(found.entries, found.child.id)}


def agreed_to(found: Found) -> set[str]:
    """What somebody has agreed to, here or when the child was handed on."""
    before = sharing_in(found.entries, found.child.id)
    handed = with_whom(found.entries, found.child.id)
    agreed = set()
    if before and "yes" in (before.young_person, before.parent):
        agreed.add(SHARING)
    if before and before.service_agreed == "yes":
        agreed.add(SERVICE)
    if handed and "yes" in (handed.body["agreement"] or {}).values():
        agreed.add(SERVICE)
    return agreed


def nothing_to_withdraw(found: Found) -> str:
    nothing = "Nobody has agreed to anything yet, so nothing can be taken back"
    return "" if agreed_to(found) else nothing


def withdraw(c: Command, found: Found, form: WithdrawForm) -> None:
    """Whoever has the child learns at once that a service is no longer agreed to."""
    said = (form.what.data, form.who.data, form.words.data, form.at.data)
    withdrawn = sharing.withdraw(c, found.child, *said)
    handed = with_whom(found.entries, found.child.id)
    if handed and form.what.data == SERVICE:
        tell_of_withdrawal(c, handed, withdrawn)


def was_agreed(found: Found, form: WithdrawForm) -> bool:
    """What was never agreed to is not taken back."""
    if form.what.data not in agreed_to(found):
        form.what.errors = ["Nobody has agreed to this, so it cannot be taken back"]
    return not form.what.errors


add_step(
    bp,
    Step(
        name="sharing",
        open_to=MASH,
        form=sharing_form,
        check=holds_together,
        carry_out=record_sharing,
        context=sharing_context,
    ),
)
add_step(
    bp,
    Step(
        name="withdraw-agreement",
        open_to=MASH,
        form=lambda found: WithdrawForm(now=clock.now()),
        hindrance=nothing_to_withdraw,
        check=was_agreed,
        carry_out=withdraw,
    ),
)
