"""What stands under each way of reading an open point. A pack holds what the chosen one says.

    yp.needs_bed_tonight & yp.as_read("A10", everyone=..., some=...)          # in a rule's body
    as_read("A39", working_days=Deadline(...), calendar_days=Deadline(...))   # among deadlines

An option that is not named here is one that nobody has written rules for: choosing it fails
when the pack is compiled, and no advice is given under it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class NotRead(LookupError):
    """No such reading, or nothing says what follows from the option chosen."""


@dataclass(frozen=True)
class AsRead(Generic[T]):
    """Option of the reading → what stands when it is chosen."""

    reading: str
    options: Mapping[str, T]

    def under(self, chosen: Mapping[str, str]) -> T:
        """What stands under the options chosen (reading → option). Raises NotRead."""
        if self.reading not in chosen:
            raise NotRead(f"asks about reading {self.reading}, which is not one")
        option = chosen[self.reading]
        if option not in self.options:
            raise NotRead(
                f"does not say what follows when reading {self.reading} is read as {option!r}"
            )
        return self.options[option]


def as_read(reading: str, **options: T) -> AsRead[T]:
    """One thing for each option that rules have been written for."""
    return AsRead(reading, options)
