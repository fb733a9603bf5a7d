"""What the page of somebody's support shows, a function to each area, in the order of the page.

Each gives names to a template of its own, included in ``support/support.html``; no two give the
same.
"""

from collections.abc import Callable, Mapping
from typing import Any

from views.checklist import on_support as fifty_points
from views.checklist.to_review import reviews_on_support
from views.plan import area as plan
from views.rights.rights import rights_on_support
from views.support.found import Found
from views.support.standing import area as visits

AREAS: tuple[Callable[[Found], Mapping[str, Any]], ...] = (
    visits,
    fifty_points.area,
    reviews_on_support,
    plan.area,
    rights_on_support,
)
