"""Open contacts: those somebody has, and the whole team's. What is late comes first."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from store.accounts import humans
from store.mash.lists import OpenChild, open_children
from views import clock, database
from views.doors import MASH, SOCIAL_CARE_MANAGERS, open_to
from views.mash.clocks import Clock, clock_of
from views.mash.standing import NEXT, band_said
from views.words import length_of, since

bp = Blueprint("mash_lists", __name__, url_prefix="/contacts")


@dataclass(frozen=True)
class Line:
    """One child in a list: ``age`` is how long ago the contact was received."""

    child: OpenChild
    clock: Clock
    next_step: str
    age: str

    @property
    def band(self) -> str | None:
        return band_said(self.child.standing, self.child.band, self.child.decided_band)


@bp.get("/mine")
@open_to(MASH)
def mine() -> ResponseReturnValue:
    return show("mash/mine.html", lines(current_user.account.human_id))


@bp.get("/team")
@open_to(MASH, SOCIAL_CARE_MANAGERS)
def team() -> ResponseReturnValue:
    return show("mash/team.html", lines())


def lines(worker: str | None = None) -> list[Line]:
    """Undecided and late first, then the soonest due; what is decided and not closed last."""
    now = clock.now()
    reader = current_user.account.human_id
    found = open_children(database.current(), reader, worker=worker)
    return sorted((_line(each, now) for each in found), key=_most_urgent)


def show(template: str, found: list[Line]) -> str:
    return render_template(
        template, lines=found, humans=humans(database.current()), now=clock.now()
    )


def _line(child: OpenChild, now: datetime) -> Line:
    return Line(
        child,
        clock_of(child, child.standing, now),
        NEXT[child.standing.stands],
        length_of(since(child.received_at, now)),
    )


def _most_urgent(line: Line) -> tuple[bool, datetime]:
    return line.child.standing.is_decided, line.clock.due.at
