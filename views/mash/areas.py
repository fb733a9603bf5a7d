"""What the page of a child in a contact shows, a function to each area, in the order of the page.

Each gives names to the template ``mash/child/<area>.html``; no two give the same.
"""

from collections.abc import Callable, Mapping
from typing import Any

from views.mash.after_words import after_shown
from views.mash.check_words import checks_shown, sharing_shown
from views.mash.found import Found

AREAS: tuple[Callable[[Found], Mapping[str, Any]], ...] = (
    checks_shown,
    sharing_shown,
    after_shown,
)
