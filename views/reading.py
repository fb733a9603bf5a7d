"""Who read what. It stands in the reader's own stream, a day at a time, never in the case."""

from collections.abc import Mapping
from typing import Any

from flask_login import current_user

from rules.calendar import london
from store import stream_names
from store.ids import new_id
from views import clock, presenting


def record(kind: str, body: Mapping[str, Any]) -> None:
    stream = stream_names.account(current_user.account.id, london(clock.now()).date())
    with presenting.carry_out(new_id()) as c:
        c.append(stream, kind, body)
