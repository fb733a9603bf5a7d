"""Small mistakes in the rules about ratings are noticed."""

import pytest

from rules.rule import RuleKind
from tests.mutation.bench import Bench, Wrong
from tests.mutation.mutants import condition_mutants
from tests.mutation.rating import PRINTED, examples, outcomes, report, unnoticed
from tests.mutation.run import with_mutant
from tests.spec.force import put_wrongly, said
from tests.spec.rating import force
from tests.spec.tables import USUAL_MOMENT
from thresholds.rating.pack import rating_pack

PACK = rating_pack("barnet")


@pytest.fixture(scope="module")
def found():
    return outcomes(PACK)


def test_no_mistake_goes_unnoticed(found):
    """If this fails: its rule's table lacks a row."""
    assert unnoticed(found) == []
    assert len(found) > 700


def test_the_printed_page_is_current(found):
    """If this fails, print it again: `make mutate`."""
    assert PRINTED.read_text() == report(found)


def test_every_duty_is_as_strong_as_its_words():
    assert put_wrongly(PACK, force.WORDS) == []
    duties = {rule.id for rule in PACK.rules if rule.kind is RuleKind.DUTY}
    assert said(force.WORDS).keys() == duties


def test_it_agrees_with_trying_the_whole_pack_anew():
    given = list(examples(PACK))
    for mutant in list(condition_mutants(PACK, USUAL_MOMENT.date()))[::150]:
        with pytest.raises(Wrong):
            Bench(with_mutant(PACK, mutant), given)
