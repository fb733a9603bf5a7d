"""The fifty points: what they mean, and on paper."""

from tests.browser.journey import SOCIAL_WORKER
from tests.browser.place import Place

PLACES_OF_POINTS_IN_PRINT = (
    Place("the fifty points, and what they mean", "/fifty-points"),
    Place(
        "the fifty points on paper",
        "/cases/{decided}/support/checklists/paper",
        title=r"The fifty points on paper, [A-Z]+-[A-Z0-9]+",
        who=SOCIAL_WORKER,
    ),
)
