"""The support package: who gives it, who visits, from when. And that a person ends the support."""

from datetime import date, datetime
from typing import Any

from flask import Blueprint
from flask_login import current_user

from forms.support.package import EndSupportForm, PackageForm
from protocol.people import signs_for
from protocol.visiting import night_of
from rules.calendar import london
from store import signatures
from store.bed_entries import BED, ENDED, HAPPENED, LEFT, PACKAGE
from store.journal import Command
from store.steps import NotPossible
from store.support.package import PROVIDERS, package_in, visitors_of
from store.support.watch import SIGNED, watch_in
from views import clock, database
from views.doors import SOCIAL_WORK, SUPPORTERS, VISITORS
from views.support.found import Found
from views.support.overtaken import keeps_it_going
from views.support.steps import ADDRESS, Step, add_step
from views.support.watchers import who_can_visit

bp = Blueprint("support_package", __name__, url_prefix=ADDRESS)

NO_SUPPORT = "There is no support on record that could end"
WAITS = "Somebody has decided already that the support ends. It waits for another person to agree"


def package_form(found: Found) -> PackageForm:
    """Recorded again, it begins with what holds. Nobody is selected the first time."""
    holds, me = package_in(found.entries), current_user.account
    before: dict[str, Any] = {}
    if holds and holds.body:
        said = ("provider", "provider_words", "others", "starts_on", "high_level", "words")
        before = {name: holds.body.get(name) for name in said}
        before["visitors"] = visitors_of(database.current(), found.id)
    return PackageForm(
        providers=PROVIDERS,
        workers=dict(who_can_visit(found.id)),
        stays=me.human_id if me.role in VISITORS else "",
        today=london(clock.now()).date(),
        data=before,
    )


def record_package(c: Command, found: Found, form: PackageForm) -> None:
    body = {
        "provider": form.provider.data,
        "provider_words": form.provider_words.data,
        "visitors": form.visitors.data or [],
        "visitors_words": form.visitors_words,
        "others": form.others.data,
        "starts_on": form.starts_on.data.isoformat(),
        "high_level": form.high_level.data,
        "words": form.words.data,
        "facts": {"high_level_support_in_place": in_place(found, form)},
    }
    c.append(found.stream, PACKAGE, body)


def in_place(found: Found, form: PackageForm) -> str:
    """Whether high-level support is there from the first night. One that starts later is not, and
    outreach never is (A9)."""
    if form.high_level.data != "yes":
        return str(form.high_level.data)
    return "yes" if form.starts_on.data <= first_night(found) else "no"


def first_night(found: Found) -> date:
    """The day on which the first night begins in the bed that they have now. Without a bed it is
    tonight."""
    beds = [entry for entry in found.entries if entry.kind in (BED, HAPPENED)]
    if not beds:
        return london(clock.now()).date()
    since = (beds[-1].body or {}).get("since")
    return night_of(london(datetime.fromisoformat(since) if since else beds[-1].happened_at))


def about_the_package(found: Found) -> int:
    return sum(entry.kind in (PACKAGE, ENDED) for entry in found.entries)


def about_where_they_live(found: Found) -> int:
    return sum(entry.kind in (PACKAGE, ENDED, BED, HAPPENED, LEFT) for entry in found.entries)


add_step(
    bp,
    Step(
        name="package",
        open_to=SUPPORTERS,
        form=package_form,
        carry_out=record_package,
        seen=about_the_package,
        context=lambda found, form: {"package": package_in(found.entries)},
    ),
)


def cannot_end(found: Found) -> str:
    watch = watch_in(found.entries)
    if watch is None or watch.ended_at:
        return NO_SUPPORT
    return WAITS if watch.end and watch.end.is_open else ""


def end_support(c: Command, found: Found, form: EndSupportForm) -> None:
    """A person says where they live now, and that it is no emergency accommodation: with another
    human's signature, that ends daily visits without a decision on fewer. NotPossible while a
    missed day is to answer, or they are gone."""
    if words := keeps_it_going(found.entries, clock.now()):
        raise NotPossible(words)
    body = {
        "reason": "They live somewhere else",
        "where": form.where.data,
        "words": form.words.data,
        "young_person_said": form.theirs.data,
        "facts_when_signed": {
            "in_emergency_accommodation": "no",
            "high_level_support_in_place": "no",
        },
    }
    ended = c.append(found.stream, ENDED, body)
    signatures.ask(
        c,
        ended,
        what=SIGNED,
        words="The support ends, and nobody is asked to visit any more",
        reasons=f"Support and visits go on until another person agrees.\nWhere they live now: "
        f"{form.where.data}\nWhy it ends: {form.words.data}",
        asked_of=signs_for(current_user.role),
    )


add_step(
    bp,
    Step(
        name="end",
        open_to=SOCIAL_WORK,
        form=lambda found: EndSupportForm(),
        hindrance=cannot_end,
        carry_out=end_support,
        seen=about_where_they_live,
    ),
)
