"""Whether the council has confirmed a threshold, and how that is said wherever one is used.

{{ unconfirmed("red") }}           “Default, not yet confirmed by Barnet”, or nothing
{{ threshold_source(band) }}       that and where it comes from; of a limit, too
"""

import re
from datetime import datetime
from typing import Any

from flask import Flask, g

from forms.typed import upper_first
from store.threshold_confirmations import ThresholdConfirmation, threshold_confirmations
from thresholds.bands import BAND_IDS, authority
from thresholds.values import ThresholdValue, values
from views import clock, database

MARK = "Default, not yet confirmed by "
BEGINS = re.compile(rf"^({MARK}|Confirmed by )[^.:]+([.:] |$)")

OF_THE_PROTOCOL = ("same_day", "hand_over")
"""Limits that are no threshold of a council's: they come with the joint protocol."""


def whose() -> str:
    """The council whose thresholds are in use, by its name."""
    return authority().name


def proposals() -> tuple[ThresholdConfirmation, ...]:
    """Every proposal there is, looked up once for each page."""
    if "threshold_confirmations" not in g:
        g.threshold_confirmations = threshold_confirmations(database.current())
    return g.threshold_confirmations


def value_of(id: str) -> ThresholdValue | None:
    """The value in use by its id. All are looked up once for each page."""
    if "threshold_values" not in g:
        g.threshold_values = {each.id: each for each in values()}
    found: ThresholdValue | None = g.threshold_values.get(id)
    return found


def proposals_of(value: ThresholdValue) -> list[ThresholdConfirmation]:
    """Those about this very value of the council in use, the oldest first."""
    return [each for each in proposals() if each.value_hash == value.hash]


def confirmation_of(
    value: ThresholdValue, at: datetime | None = None
) -> ThresholdConfirmation | None:
    """What confirms this value, in these words, at this moment; without one, now."""
    moment = at or clock.now()
    held = [each for each in proposals_of(value) if each.holds(moment)]
    return held[-1] if held else None


def is_confirmed(id: str, at: datetime | None = None) -> bool:
    """Of the value in use by its id: in the service, or in the council's own folder."""
    value = value_of(id)
    return value is not None and (value.confirmed or confirmation_of(value, at) is not None)


def unconfirmed(name: str, at: datetime | None = None) -> str:
    """Words to stand beside it, or nothing where it is confirmed. ``name`` is a band, which needs
    its meaning and its limit confirmed; a limit beside the bands; or the id of a value."""
    ids = [f"band-{name}", f"limit-{name}"] if name in BAND_IDS else [name]
    if name in ("referral", "measure"):
        ids = [f"limit-{name}"]
    if name == "unrated":
        ids = ["limit-red"]
    if all(is_confirmed(id, at) for id in ids):
        return ""
    return f"{MARK}{whose()}"


def threshold_source(found: Any, at: datetime | None = None) -> str:
    """Where a band's limit, or what is due, comes from, with whether it is confirmed in front.
    ``found`` is a ``Band``, a ``Due`` or a ``ThresholdValue``."""
    id = getattr(found, "governs", None) or found.id
    source = bare(found.source)
    if id in OF_THE_PROTOCOL:
        return source
    id = {"unrated": "red"}.get(id, id)
    known = f"limit-{id}" if value_of(f"limit-{id}") else id
    mark = f"Confirmed by {whose()}" if is_confirmed(known, at) else f"{MARK}{whose()}"
    return f"{mark}. {source}" if source else mark


def bare(source: str) -> str:
    """A source without the mark some begin with: whether it still holds is looked up."""
    return upper_first(BEGINS.sub("", source))


def init_app(app: Flask) -> None:
    for each in (unconfirmed, threshold_source):
        app.add_template_global(each)
