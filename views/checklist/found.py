"""One checklist of a case, or one theme of it, as its pages find it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import abort, url_for

from checklists.fifty_points import Theme, points_of, themes
from store.checklist.checklist import Answer, Checklist, checklists_in, going_on, one_of
from store.checklist.on_record import stands_in
from store.entry import Entry
from views.support import steps
from views.support.found import Found, found_case

ADDRESS = f"{steps.ADDRESS}/checklists/<uuid:checklist_id>"


@dataclass(frozen=True)
class Talk(Found):
    """``theme`` where it is about one page of the conversation."""

    checklist: Checklist
    theme: Theme | None = None

    @property
    def address(self) -> str:
        return self.url("checklist.checklist")

    @property
    def support(self) -> str:
        return super().address

    @property
    def seen(self) -> int:
        """Somebody who is at another theme is in nobody's way."""
        return len(self.happened_here) if self.theme else self.checklist.seen

    @property
    def names(self) -> dict[str, Any]:
        return {**super().names, "checklist": self.checklist}

    @property
    def is_open(self) -> bool:
        """Whether it is the one that is being talked about."""
        open_one = going_on(self.checklists)
        return open_one is not None and open_one.id == self.checklist.id

    @cached_property
    def earlier(self) -> tuple[Checklist, ...]:
        """Those that were started before it."""
        ids = [each.id for each in self.checklists]
        return self.checklists[: ids.index(self.checklist.id)]

    @cached_property
    def last(self) -> Mapping[int, Answer]:
        """Point → what stood before this one was started."""
        return stands_in(self.earlier)

    @cached_property
    def happened_here(self) -> tuple[int, ...]:
        """The seq of each entry that says something about a point of this theme."""
        assert self.theme is not None
        points = {point.number for point in points_of(self.theme.id)}
        return tuple(
            each.seq
            for each in self.entries
            if each.caused_by == self.checklist.entry_id and not points.isdisjoint(_points_in(each))
        )

    def as_it_was(self, seen: int) -> Mapping[int, Answer]:
        """Point → what stood in this checklist when a page said that ``seen`` entries were all."""
        later = self.happened_here[seen:]
        upto = (each for each in self.entries if not later or each.seq < later[0])
        then = one_of(checklists_in(upto), self.checklist.id)
        return then.answers if then else {}

    def url(self, endpoint: str, **more: Any) -> str:
        ids = {"id": self.id, "checklist_id": self.checklist.id}
        return url_for(endpoint, **ids, **more)


def found_checklist(id: Any, checklist_id: Any, theme: str = "") -> Talk:
    """404 where there is none, or where whoever is signed in may not know of it."""
    found = found_case(id)
    checklist = one_of(found.checklists, str(checklist_id)) or abort(404)
    page = next((each for each in themes() if each.id == theme), None)
    if theme and page is None:
        abort(404)
    return Talk(found.file, found.presentation, found.entries, checklist, page)


def _points_in(entry: Entry) -> Iterable[int]:
    body = entry.body or {}
    if "point" in body:
        return (int(body["point"]),)
    return map(int, body.get("answers", ()))
