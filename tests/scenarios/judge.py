"""What the rules say of a case, held against what its row expects."""

import json
from functools import cache

from protocol.pack import current_pack
from protocol.situation import situation
from rules.answers import NO, NOT_KNOWN, YES
from rules.evaluate import Findings, evaluate
from rules.facts import FactError, read_moment
from tests.scenarios.cases import Case
from tests.spec.tables import due_in_london

SAYS = {YES: "applies", NO: "does not apply", NOT_KNOWN: "cannot be told"}


def judge(case: Case) -> list[str]:
    """Every disagreement, in words. Raises ScenarioError for facts that cannot be."""
    try:
        findings = findings_of(case.on, json.dumps(case.raw, sort_keys=True))
    except FactError as error:
        raise case.row.line.wrong(f"facts: {error}") from error
    if findings.conflicts:
        raise case.row.line.wrong(f"{case.id}: this cannot be. {findings.conflicts[0]}")
    wrong = []
    for rule, expected in case.expected.items():
        if (said := findings.result(rule)) is not expected:
            wrong.append(f"{rule}: expected {SAYS[expected]}; the rules say it {SAYS[said]}")
    for rule in sorted(case.only):
        if findings.result(rule) is YES:
            wrong.append(f"{rule}: applies as well, and only what the row names should")
    for rule, at in case.due.items():
        if (said := due_in_london(findings, current_pack().rule[rule])) != at:
            wrong.append(f"{rule}: expected due {at}; the rules say {said}")
    return wrong


@cache
def findings_of(on: str, raw: str) -> Findings:
    pack, moment = current_pack(), read_moment("on", on)
    return evaluate(pack, situation(pack, json.loads(raw), moment), moment)


def told(case: Case, wrong: list[str]) -> str:
    """A disagreement as somebody needs it who has to decide which of the two is right."""
    line = case.row.line
    return "\n".join(
        [
            "",
            f"{case.id} ({line.path.name}, line {line.number})",
            line["story"],
            f"On {case.on}: {json.dumps(case.raw)}",
            *wrong,
            f"Why: {line['why']}",
            f"Paragraph: {line['paragraph']}",
        ]
    )
