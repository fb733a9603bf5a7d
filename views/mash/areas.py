"""What the page of a child in a contact shows, a function to each area, in the order of the page.

Each gives names to the template ``mash/child/<area>.html``; no two give the same.
"""

from collections.abc import Callable, Mapping
from typing import Any

from views.mash.after_words import after_shown
from views.mash.check_words import checks_shown, sharing_shown
from views.mash.dangers import dangers
from views.mash.feedback_words import feedback_shown
from views.mash.found import Found
from views.mash.history import history
from views.mash.looking_on import oversight
from views.mash.standing import heading, what_was_decided, what_was_rated
from views.mash.strategy_words import strategy_shown
from views.mash.told import told

AREAS: tuple[Callable[[Found], Mapping[str, Any]], ...] = (
    heading,
    dangers,
    told,
    history,
    what_was_rated,
    what_was_decided,
    oversight,
    checks_shown,
    sharing_shown,
    after_shown,
    strategy_shown,
    feedback_shown,
)
