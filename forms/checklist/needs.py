"""What needs to happen because of an answer, by whom and when."""

from collections.abc import Mapping
from datetime import date
from typing import Any

Body = Mapping[str, Any]
"""An answer to a point, as ``store.checklist.checklist`` has it."""


def needs_of(what: str | None, whom: str | None, when: date | None) -> dict[str, Any]:
    """As an answer keeps it; empty where nothing needs to happen."""
    if not what:
        return {}
    return {"what": what, "whom": whom, "when": when.isoformat() if when else None}
