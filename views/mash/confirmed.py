"""Whether the council has confirmed a threshold, and how that is said wherever one is used.

``bands_now`` and the clocks begin each source with it; ``unconfirmed`` says it of one band.
"""

import re
from datetime import datetime

from flask import Flask, g

from forms.typed import upper_first
from store.threshold_confirmations import ThresholdConfirmation, threshold_confirmations
from thresholds.bands import BAND_IDS, Band, authority, bands
from thresholds.values import ThresholdValue, values
from views import clock, database

MARK = "Default, not yet confirmed by "
BEGINS = re.compile(rf"^({MARK}|Confirmed by )[^.:]+([.:] |$)")


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


def hashes_confirmed(at: datetime | None = None) -> frozenset[str]:
    """The hashes of all values that were confirmed at this moment; without one, now."""
    moment = at or clock.now()
    return frozenset(each.value_hash for each in proposals() if each.holds(moment))


def bands_now() -> tuple[Band, ...]:
    """The bands, the mildest first, each with whether the council has confirmed its limit."""
    return bands(confirmed=hashes_confirmed())


def unconfirmed(band: str) -> str:
    """Words to stand beside a band, or nothing where its meaning and its limit are confirmed."""
    if all(is_confirmed(id) for id in (f"band-{band}", f"limit-{band}")):
        return ""
    return not_yet_confirmed()


def not_yet_confirmed() -> str:
    """Begins what is said of every value that the council has not confirmed."""
    return f"{MARK}{whose()}"


def any_unconfirmed() -> str:
    """The same where bands are used and not one of them alone."""
    return next((words for id in BAND_IDS if (words := unconfirmed(id))), "")


def bare(source: str) -> str:
    """A source without the mark some begin with: whether it still holds is looked up."""
    return upper_first(BEGINS.sub("", source))


def init_app(app: Flask) -> None:
    for each in (any_unconfirmed, not_yet_confirmed):
        app.add_template_global(each)
    app.add_template_global(bands_now, "bands")
