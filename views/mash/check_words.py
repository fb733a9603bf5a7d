"""Checks and what may be shared, in words, for the page of a child."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from forms.fields import Option
from forms.mash.checks import AGENCY_WORDS
from forms.mash.sharing import (
    PARENT_OPTIONS,
    SERVICE_OPTIONS,
    TOLD_OPTIONS,
    YOUNG_PERSON_OPTIONS,
)
from rules.calendar import london
from store.mash.checks import (
    INFORMATION,
    LATE,
    NOTHING_HELD,
    REFUSED,
    WAITING,
    Check,
    checks_in,
    counted,
)
from store.mash.sharing import Sharing, sharing_in
from thresholds.choices import SHARING_GROUNDS, words_of
from views import clock
from views.mash.found import Found
from views.mash.safe_contact import danger, is_under_16

NO_REASSURANCE = "Nothing held is not the same as nothing there"

STATUS = {
    WAITING: "Asked, not answered yet",
    LATE: "Late: asked, and not answered in time",
    INFORMATION: "Answered",
    NOTHING_HELD: f"Answered: nothing held. {NO_REASSURANCE}",
    REFUSED: "Refused",
}


def agency(check: Check) -> str:
    """Who was asked."""
    return check.other or AGENCY_WORDS.get(check.agency, check.agency)


def count_in_words(checks: Iterable[Check], now: datetime) -> str:
    """“3 agencies asked. 1 told us something. 1 holds nothing: …”. Nothing in it reassures."""
    found = counted(checks, now)
    if not found.asked:
        return "Nobody has been asked yet. That is not known, and not nothing"
    said = [f"{found.asked} {'agency' if found.asked == 1 else 'agencies'} asked"]
    for number, one, many in (
        (found.information, "told us something", "told us something"),
        (found.nothing_held, "holds nothing", "hold nothing"),
        (found.refused, "refused", "refused"),
        (found.waiting, "has not answered yet", "have not answered yet"),
        (found.late, "is late", "are late"),
    ):
        if number:
            said.append(f"{number} {one if number == 1 else many}")
    if found.nothing_held:
        said.append(NO_REASSURANCE)
    return ". ".join(said)


def checks_shown(found: Found) -> Mapping[str, Any]:
    """The area of the checks."""
    checks = checks_in(found.entries, found.child.id)
    return {
        "checks": [(check, agency(check), check.status(clock.now())) for check in checks],
        "checks_counted": count_in_words(checks, clock.now()),
        "check_status": STATUS,
    }


def sharing_shown(found: Found) -> Mapping[str, Any]:
    """The area of what was told, agreed and shared."""
    sharing = sharing_in(found.entries, found.child.id)
    return {
        "sharing": sharing,
        "sharing_rows": rows_of(sharing) if sharing else (),
        "family_danger": danger(found),
        "may_ask_agencies": may_ask(found, sharing),
    }


def may_ask(found: Found, sharing: Sharing | None) -> bool:
    under_16 = is_under_16(found, london(clock.now()).date())
    return sharing is not None and sharing.allows_checks(under_16)


def rows_of(sharing: Sharing) -> list[tuple[str, str, str]]:
    """Question, answer and the words with it: a row to each fact, never one for two."""
    ground = words_of(SHARING_GROUNDS, sharing.ground) if sharing.ground else ""
    return [
        ("Child or young person agrees that we ask others", *_said(
            YOUNG_PERSON_OPTIONS, sharing.young_person)),
        ("A parent agrees that we ask others", *_said(
            PARENT_OPTIONS, sharing.parent, sharing.parent_who)),
        ("Family told of this contact", *_said(
            TOLD_OPTIONS, sharing.told_family, sharing.why_not_told)),
        ("Safe to speak with the family, because", sharing.safe_to_ask or "Not recorded", ""),
        ("Agreement to a service", *_said(
            SERVICE_OPTIONS, sharing.service_agreed, sharing.service)),
        ("Ground for asking and sharing without agreement", ground or "None recorded",
            sharing.ground_words or ""),
    ]  # fmt: skip


def _said(options: Iterable[Option], value: str, words: str | None = None) -> tuple[str, str]:
    return chosen(options, value), words or ""


def chosen(options: Iterable[Option], value: str) -> str:
    """What was chosen, in the words of the form."""
    return next(option.label for option in options if option.value == value)
