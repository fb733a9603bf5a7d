"""References that can be read out on the telephone and say nothing about anybody."""

from collections.abc import Callable

from sqlite_utils import Database

from store.database import row

# No vowels, so that no reference is a word; none of 0 O D Q, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679CFGHJKMNPRTWXY"
TRIES = 50


def new_reference(choose: Callable[[str], str]) -> str:
    """``FD-`` and six characters, each picked by ``choose`` (``secrets.choice``)."""
    return "FD-" + "".join(choose(ALPHABET) for _ in range(6))


def free_reference(db: Database, choose: Callable[[str], str]) -> str:
    """A reference nobody has; call it in the command that uses it. RuntimeError after 50 tries."""
    for _ in range(TRIES):
        reference = new_reference(choose)
        if not row(
            db,
            """
            select 1 from presentations where reference = :reference
            union all select 1 from cases where reference = :reference
            union all select 1 from contacts where reference = :reference
            """,
            {"reference": reference},
        ):
            return reference
    raise RuntimeError(f"No free reference in {TRIES} tries.")
