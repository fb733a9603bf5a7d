"""The only place that asks what time it is."""

from datetime import UTC, datetime

from flask import current_app, has_app_context


def now() -> datetime:
    """The moment, in UTC. A test may give the application a clock of its own."""
    if has_app_context() and (clock := current_app.config.get("CLOCK")):
        return clock()
    return datetime.now(UTC)
