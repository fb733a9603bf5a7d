"""What a kind of entry is called, and how what was said in one is read out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Body = Mapping[str, Any]
Names = Mapping[str, str]
Says = Callable[[Body, Names], Iterable[str]]


@dataclass(frozen=True)
class Kind:
    """``by_rules`` where no person does it: it follows from what one did."""

    title: str
    says: Says = lambda body, names: ()
    by_rules: bool = False


def words_of(*fields: str) -> Says:
    """What stands in these fields, a line each."""
    return lambda body, names: [str(body[field]) for field in fields if body.get(field)]
