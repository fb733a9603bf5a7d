"""A journey as somebody walks it: which one, for whom, and where its pages are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from forms.journeys import Journey, Shown
from store.presentations import Presentation
from views import presenting


@dataclass(frozen=True)
class Walk:
    """``blueprint`` has its pages, and ``place`` what their addresses take. ``home`` is where its
    list leads back to; ``leads_to`` are the addresses that checking the answers leads to, the first
    a button, each with its words. ``may_change`` is whether whoever looks may answer. ``prompts``
    are the rules that it says to think of, where they apply."""

    journey: Journey
    found: Presentation
    blueprint: str
    place: Mapping[str, Any]
    home: tuple[str, str]
    leads_to: tuple[tuple[str, str], ...]
    may_change: bool
    prompts: frozenset[str]
    prompts_title: str

    def url(self, page: str, **more: Any) -> str:
        return url_for(f"{self.blueprint}.{page}", **self.place, **more)

    def shown(self) -> Shown:
        """As it stands now."""
        return presenting.walked(self.found, self.journey)
