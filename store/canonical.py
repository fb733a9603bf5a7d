"""JSON with one spelling, so that equal bodies have equal digests."""

import json
import math
from collections.abc import Mapping
from typing import Any


def canonical(value: object) -> str:
    """Sorted keys, no spaces; ValueError naming the place, never the value, of what cannot be."""
    try:
        plain = _plain(value, "body")
    except RecursionError:
        raise ValueError("The body is nested too deeply.") from None
    return json.dumps(
        plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def _plain(value: object, place: str) -> Any:
    match value:
        case None | bool() | int():
            return value
        case str():
            return _whole(value, place)
        case float():
            if not math.isfinite(value):
                raise ValueError(f"{place} is not a finite number.")
            return value
        case Mapping():
            return {_key(k, place): _plain(v, f"{place}.{k}") for k, v in value.items()}
        case list() | tuple():
            return [_plain(v, f"{place}[{n}]") for n, v in enumerate(value)]
        case _:
            raise ValueError(f"{place} is a {type(value).__name__}, which JSON does not have.")


def _key(key: object, place: str) -> str:
    if not isinstance(key, str):
        raise ValueError(f"A key in {place} is not text.")
    return _whole(key, f"A key in {place}")


def _whole(text: str, place: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        # Raised again without the original, whose message quotes what somebody wrote.
        raise ValueError(f"{place} holds half of a character (a lone surrogate).") from None
    return text
