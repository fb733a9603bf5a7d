"""Check a rule about ratings against a table of examples.

Tables are written as `tests/spec/tables.py` has them. Two columns are about the list of
indicators, by their ids, parted by commas: those in `ticked` are known to be so, those in
`denied` known not to be. `the rest` among the denied is a no to everything else that is asked
when a contact is rated, and no earlier contacts.
"""

from typing import Any

from rules.evaluate import Findings, evaluate, read_facts
from rules.facts import FactError, Kind, Value
from rules.pack import Pack, PackRule
from tests.spec.tables import (
    ANSWERS,
    APPLIES,
    DUE,
    Row,
    TableError,
    due_in_london,
    moment_of,
    parse,
)
from thresholds.indicators import INDICATORS, fact_of
from thresholds.rating.catalogue import BEFORE, NOW
from thresholds.rating.pack import rating_pack

TICKED, DENIED, THE_REST = "ticked", "denied", "the rest"
IDS = {indicator.id for indicator in INDICATORS}


def check(rule_id: str, table: str) -> None:
    """Raises AssertionError naming the first row where the rules say otherwise."""
    rule = rating_pack().rule.get(rule_id)
    if rule is None:
        raise TableError(f"there is no rule {rule_id}")
    for row in parse(table):
        check_row(rule, row)


def check_row(rule: PackRule, row: Row) -> None:
    says = f"{rule.id}, {row}"
    last = list(row.cells)[-1]
    if last != (rule.concludes.replace("_", " ") or APPLIES):
        raise TableError(f"{says}: the last column is {last!r}")
    if row.expected not in ANSWERS:
        raise TableError(f"{says}: {row.expected!r} is none of {', '.join(ANSWERS)}")
    findings = evaluated(row)
    result = findings.result(rule.id).value
    assert result == row.expected, f"{says}: the rules say {result}"
    if expected := row.cells.get(DUE):
        due = due_in_london(findings, rule)
        assert due == expected, f"{says}: the rules say it is due {due}"


def evaluated(row: Row) -> Findings:
    pack = rating_pack()
    return evaluate(pack, facts_of(row, pack), moment_of(row))


def facts_of(row: Row, pack: Pack) -> dict[str, Value]:
    """The facts a row gives. Raises TableError for what is none."""
    raw: dict[str, Any] = {}
    denied = _listed(row.given.get(DENIED, ""))
    if THE_REST in denied:
        denied.remove(THE_REST)
        raw |= {fact.id: "no" for fact in (*NOW, *BEFORE) if fact.kind is Kind.YES_NO}
        raw |= {"contacts_in_12_months": 0}
        raw |= {indicator.fact: "no" for indicator in INDICATORS}
    for ids, answer in ((denied, "no"), (_listed(row.given.get(TICKED, "")), "yes")):
        if unknown := set(ids) - IDS:
            raise TableError(f"{row}: there is no indicator {', '.join(sorted(unknown))}")
        raw |= {fact_of(id): answer for id in ids}
    for name, cell in row.given.items():
        if name not in (TICKED, DENIED):
            fact = name.replace(" ", "_")
            number = fact in pack.fact and pack.fact[fact].kind is Kind.NUMBER
            raw[fact] = int(cell) if number else cell
    try:
        return read_facts(pack, raw)
    except FactError as error:
        raise TableError(f"{row}: {error}") from error


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]
