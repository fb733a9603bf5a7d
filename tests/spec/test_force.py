"""A duty is as strong as its paragraph puts it."""

from protocol.pack import current_pack
from rules.rule import RuleKind
from tests.spec.force import put_wrongly, said


def test_every_duty_is_as_strong_as_its_words():
    assert put_wrongly(current_pack()) == []


def test_there_are_words_for_duties_only():
    duties = {rule.id for rule in current_pack().rules if rule.kind is RuleKind.DUTY}

    assert said().keys() <= duties
