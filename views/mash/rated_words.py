"""The words for the codes in a rating and a decision, for whatever page shows one."""

from forms.mash.decision import ASKED
from thresholds.choices import (
    DEPARTURE_REASONS,
    LATE_REASONS,
    LEGACY_OUTCOMES,
    NOT_SEEN_ALONE,
    OUTCOMES,
)
from thresholds.deciding import DEPARTURES, SECOND

WORDS = {
    "reasons": {each.id: each.words for each in DEPARTURE_REASONS},
    "late": {each.id: each.words for each in LATE_REASONS},
    "not_seen_alone": {each.id: each.words for each in NOT_SEEN_ALONE},
    "outcomes": {each.id: each.words for each in (*OUTCOMES, *LEGACY_OUTCOMES)},
    "asked": dict(ASKED),
    "departures": DEPARTURES,
    "second": SECOND,
}
