"""Steps that many tests begin with are taken once, and what they came to is copied."""

import os
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from inspect import signature
from pathlib import Path

import pytest

from tests.web.browser import Browser, Page

KEPT = 150
_TAKEN = OrderedDict()


@dataclass(frozen=True)
class State:
    """All that a step starts from: what is on record, what time it is, who is signed in where."""

    database: bytes
    moment: object
    cookies: tuple

    @property
    def digest(self):
        return blake2b(self.database).digest(), self.moment, self.cookies


class Once:
    """``once(step, …)`` is ``step(…)``. Taken before from exactly the same state, with the same to
    go by, it is not taken again: the database, the clock and the browsers are put to where it left
    them. Only for what comes before what a test is about, and not once anything is patched."""

    def __init__(self, app, clock):
        self.database, self.clock, self.browsers = Path(app.config["DATABASE"]), clock, []

    def __call__(self, step, *about, **more):
        assert "<" not in step.__qualname__, "two of these would have one name"
        if self._in_use():
            return step(*about, **more)
        key = (
            self._state().digest,
            (step.__module__, step.__qualname__),
            tuple(map(self._named, about)),
            repr(more),
        )
        if key not in _TAKEN:
            seen = [len(browser.pages) for browser in self.browsers]
            came_to = step(*about, **more)
            assert len(self.browsers) == len(seen), "whoever takes part is there before"
            pages = [b.pages[n:] for b, n in zip(self.browsers, seen, strict=True)]
            if self._in_use():
                return came_to
            _TAKEN[key] = self._state(), pages, came_to
            if len(_TAKEN) > KEPT:
                _TAKEN.popitem(last=False)
            return came_to
        _TAKEN.move_to_end(key)
        state, pages, came_to = _TAKEN[key]
        self._put(state)
        for browser, shown in zip(self.browsers, pages, strict=True):
            browser.pages.extend(shown)
        return came_to

    def _in_use(self):
        """Whether part of what is on record stands beside the database still."""
        return os.path.exists(f"{self.database}-wal")

    def _state(self):
        cookies = tuple(browser.cookie() for browser in self.browsers)
        values = tuple(cookie and cookie.value for cookie in cookies)
        return State(self.database.read_bytes(), self.clock.moment, values)

    def _put(self, state):
        self.database.write_bytes(state.database)
        self.clock.moment = state.moment
        for browser, cookie in zip(self.browsers, state.cookies, strict=True):
            if cookie is None:
                browser.client.delete_cookie("front_door")
            else:
                browser.client.set_cookie("front_door", cookie)

    def _named(self, thing):
        if isinstance(thing, Browser):
            return self.browsers.index(thing)
        if isinstance(thing, Page):
            return thing.url, thing.text
        assert isinstance(thing, str | int | dict | None), f"{thing!r} has no name"
        return repr(thing)


def taken_once(step):
    """A fixture made of such a step. What it asks for is what it goes by."""
    names = tuple(signature(step).parameters)

    @pytest.fixture(name=step.__name__)
    def start(request, once):
        return once(step, *(request.getfixturevalue(name) for name in names))

    return start
