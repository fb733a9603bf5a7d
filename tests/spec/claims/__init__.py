"""What must be so of the protocol's rules whatever is known, each claim a sentence."""

from tests.spec.claims import ages, beds, home, section_20, whole
from tests.spec.claims.claim import Proof

PROOFS = tuple(
    value
    for module in (beds, home, section_20, ages, whole)
    for value in vars(module).values()
    if isinstance(value, Proof)
)
