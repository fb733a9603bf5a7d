"""Every claim about ratings is proved, and would not be if the rules were otherwise."""

import pytest

from rules.answers import YES
from rules.evaluate import evaluate
from rules.learning import taken_back
from rules.proofs import refutations
from tests.replay import really_so
from tests.spec.claims.claim import broken
from tests.spec.rating.claims import PROOFS
from tests.spec.tables import USUAL_MOMENT
from thresholds.indicators import INDICATORS
from thresholds.rating.pack import rating_pack

PACK = rating_pack("barnet")
LEVEL_1 = {indicator.fact for indicator in INDICATORS if indicator.level == 1}


def test_every_claim_is_proved():
    assert [it.words for it in refutations(PACK, [proof.claim for proof in PROOFS])] == []


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.claim.id)
def test_the_claim_fails_where_it_must(proof):
    assert proof.broken_by.keys() <= PACK.conditions.keys()
    [refutation] = refutations(broken(PACK, proof), [proof.claim])
    assert really_so(broken(PACK, proof), refutation)


def test_only_an_age_takes_anything_back():
    """Whatever is suggested stays at least so, whatever else is learnt; but that somebody is not
    16 or 17 can show that the joint protocol is not for them."""
    for rule in ("at_least_red", "at_least_amber", "at_least_green", "same-day"):
        assert taken_back(PACK)[rule].yes <= {"age", "age_disputed"}


def test_a_strength_is_behind_no_rating():
    for facts in ({}, {"carries_3_l": YES}, {"ind_edu_3a": YES}):
        before = evaluate(PACK, facts, USUAL_MOMENT)
        after = evaluate(PACK, {**facts, **dict.fromkeys(LEVEL_1, YES)}, USUAL_MOMENT)
        turned = {rule for rule in PACK.conditions if before.result(rule) != after.result(rule)}
        assert turned == {"strengths"}
