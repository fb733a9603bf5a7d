"""What can be known about a young person, a module to each part of the way.

A fact's id is never used again for something else. A renamed fact keeps its old id in
``formerly``, so that what was recorded under it can still be read.
"""

from protocol.catalogue import (
    assessment,
    custody,
    first_contact,
    in_care,
    outcome,
    placement,
    section_20,
    services,
)

PARTS = (
    first_contact,
    placement,
    assessment,
    section_20,
    outcome,
    custody,
    in_care,
    services,
)
"""In the order of the way; in each, what is asked comes in the order it is asked."""

FACTS = tuple(fact for part in PARTS for fact in (*part.ASKED, *part.WORKED_OUT))

PART_OF = {fact.id: place for place, part in enumerate(PARTS) for fact in part.ASKED}
"""Fact → which part of the way it is asked in, counted from nought."""
