"""Every claim is proved, and would not be if the rules were otherwise."""

import pytest

from protocol.pack import current_pack
from rules.proofs import each_kind_of_day, refutations, taken_back_otherwise
from tests.replay import really_so
from tests.spec.claims import PROOFS
from tests.spec.claims.claim import broken

PACK = current_pack()

each_proof = pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.claim.id)


def test_every_claim_is_proved():
    assert [it.words for it in refutations(PACK, [proof.claim for proof in PROOFS])] == []


def test_every_claim_is_a_sentence_with_an_id_of_its_own():
    claims = [proof.claim for proof in PROOFS]
    ids = [claim.id for claim in claims] + [rule.id for rule in PACK.rules]

    assert len(set(ids)) == len(ids)
    for claim in claims:
        assert claim.says[:1].isupper()
        assert claim.says.endswith(".")


@each_proof
def test_the_claim_fails_where_it_must(proof):
    assert proof.broken_by.keys() <= PACK.conditions.keys()
    [refutation] = refutations(broken(PACK, proof), [proof.claim])
    assert really_so(broken(PACK, proof), refutation)


def test_what_is_taken_back_is_what_the_form_of_the_rules_says():
    """The form is the proof; here the solver tries to find an exception, on one kind of day."""
    assert taken_back_otherwise(PACK, each_kind_of_day(PACK)[-1]) == ()
