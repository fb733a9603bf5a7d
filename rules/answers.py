"""Yes, no, and not known. A blank is never a no."""

from enum import Enum


class Answer(Enum):
    """Kleene's three values: "not known" is carried through until something decides the matter."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"

    __hash__ = object.__hash__  # each is one object; Enum's own hash is ten times slower

    def __and__(self, other: "Answer") -> "Answer":
        if NO in (self, other):
            return NO
        return YES if self is other is YES else NOT_KNOWN

    def __or__(self, other: "Answer") -> "Answer":
        return ~(~self & ~other)

    def __invert__(self) -> "Answer":
        return _OPPOSITE[self]

    def __bool__(self) -> bool:
        raise TypeError("An answer has three values: compare it with `is`.")


YES, NO, NOT_KNOWN = Answer
_OPPOSITE = {YES: NO, NO: YES, NOT_KNOWN: NOT_KNOWN}


def yes_if(condition: bool) -> Answer:
    return YES if condition else NO
