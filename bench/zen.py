"""The same rules in zen-engine: one decision graph, a node a layer, each with all its rules.

Three ways of writing them are tried. ``WORDS`` is the plainest: an answer is "yes", "no" or
"not_known", and each rule says when it applies and when it does not. ``NUMBERS`` writes yes, not
known and no as 1, 0 and -1, so that "and" is the least and "or" the greatest. ``TABLES`` has a
decision table a rule, with a row for yes and one for no.
"""

import json
from collections.abc import Mapping
from typing import Any

import zen

from rules.answers import Answer
from rules.conditions import AllOf, AnyOf, Condition, IsYes, Maybe, Not, Surely
from rules.pack import Pack
from rules.wiring import layers

WORDS, NUMBERS, TABLES = "words", "numbers", "tables"
FORMS = (WORDS, NUMBERS, TABLES)
NUMBER = {"yes": 1, "not_known": 0, "no": -1}
WORD = {number: word for word, number in NUMBER.items()}


class ZenRules:
    """A pack's rules as a decision graph in one of the forms."""

    def __init__(self, pack: Pack, form: str) -> None:
        self._numbers = form == NUMBERS
        self._name = {rule.id: rule.id.replace("-", "_") for rule in pack.rules}
        nodes = [
            node
            for place, layer in enumerate(layers(pack))
            for node in _nodes(
                form, f"layer{place}", {self._name[id]: pack.conditions[id] for id in layer}
            )
        ]
        ends = [[_node(name, f"{name}Node", {})] for name in ("input", "output")]
        graph = _graph([*ends[0], *nodes, *ends[1]])
        self._decision = zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps(graph)))

    def context(self, given: Mapping[str, Answer]) -> dict[str, Any]:
        """The facts as these rules want them. Not part of what is timed."""
        words = {fact: answer.value for fact, answer in given.items()}
        return {fact: NUMBER[word] for fact, word in words.items()} if self._numbers else words

    def run(self, context: dict[str, Any], trace: bool) -> dict[str, Any]:
        return self._decision.evaluate(context, {"trace": trace})

    def answers(self, response: dict[str, Any]) -> dict[str, str]:
        """Rule → answer."""
        result = {id: response["result"][name] for id, name in self._name.items()}
        return {id: WORD[value] for id, value in result.items()} if self._numbers else result


def _nodes(form: str, name: str, rules: dict[str, Condition]) -> list[dict[str, Any]]:
    if form == TABLES:
        return [_table(rule, condition) for rule, condition in rules.items()]
    write = _number if form == NUMBERS else _word
    expressions = [{"id": id, "key": id, "value": write(c)} for id, c in rules.items()]
    return [_node(name, "expressionNode", {"expressions": expressions, "passThrough": True})]


def _table(rule: str, condition: Condition) -> dict[str, Any]:
    rows = [
        {"_id": "yes", "when": _when(condition, "yes"), "then": "'yes'"},
        {"_id": "no", "when": _when(condition, "no"), "then": "'no'"},
        {"_id": "not_known", "when": "", "then": "'not_known'"},
    ]
    table = {
        "hitPolicy": "first",
        "passThrough": True,
        "inputs": [{"id": "when", "name": "When"}],
        "outputs": [{"id": "then", "name": "Then", "field": rule}],
        "rules": rows,
    }
    return _node(rule, "decisionTableNode", table)


def _word(condition: Condition) -> str:
    yes, no = _when(condition, "yes"), _when(condition, "no")
    return f"{yes} ? 'yes' : ({no} ? 'no' : 'not_known')"


def _when(condition: Condition, answer: str) -> str:
    """True when the condition has this answer, yes or no."""
    match condition:
        case Not(part):
            return _when(part, "no" if answer == "yes" else "yes")
        case Surely(part):
            return _when(part, "yes") if answer == "yes" else f"not({_when(part, 'yes')})"
        case Maybe(part):
            return _when(part, "no") if answer == "no" else f"not({_when(part, 'no')})"
        case AllOf(parts) | AnyOf(parts):
            joined = " and " if isinstance(condition, AllOf) is (answer == "yes") else " or "
            return f"({joined.join(_when(part, answer) for part in parts)})"
        case IsYes(fact):
            return f"{fact} == '{answer}'"
    raise TypeError(condition)


def _number(condition: Condition) -> str:
    match condition:
        case Not(part):
            return f"-({_number(part)})"
        case Surely(part):
            return f"({_number(part)} == 1 ? 1 : -1)"
        case Maybe(part):
            return f"({_number(part)} == -1 ? -1 : 1)"
        case AllOf(parts):
            return f"min([{', '.join(map(_number, parts))}])"
        case AnyOf(parts):
            return f"max([{', '.join(map(_number, parts))}])"
        case IsYes(fact):
            return fact
    raise TypeError(condition)


def _graph(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    edges = [
        {"id": f"edge{i}", "type": "edge", "sourceId": one["id"], "targetId": other["id"]}
        for i, (one, other) in enumerate(zip(nodes, nodes[1:], strict=False))
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}


def _node(name: str, kind: str, content: dict[str, Any]) -> dict[str, Any]:
    place = {"x": 0, "y": 0}
    return {"id": name, "name": name, "type": kind, "position": place, "content": content}
