"""The scenarios of tests/scenarios: written from the protocol, the readings and the law."""

import pytest

from tests.scenarios.cases import all_cases
from tests.scenarios.judge import judge, told


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.row.part}: {case.id}")
def test_the_rules_say_what_the_scenario_expects(case):
    wrong = judge(case)

    assert not wrong, told(case, wrong)
