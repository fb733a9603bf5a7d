"""durable-rules, layered and fenced: the one module that knows it.

Used as its documentation shows, the engine crashes and gives wrong answers. Inside this
fence it has only been seen to be exact: one fact object a layer with every value
explicit, and/or trees against constants, one live state, limits checked when the pack is
loaded. Its compiled core is called directly. The Python host around that core starts timer
threads that read freed memory and swallows what goes wrong; nothing here needs it.

Each rule stands in the engine twice, once for *applies* and once for *does not apply*.
Neither means cannot be told; both is an error.
"""

import ctypes
import itertools
import json
import math
import threading
from collections.abc import Iterable, Iterator
from typing import Any

import durable_rules_engine as durable  # the compiled core of the package durable-rules

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.conditions import AllOf, AnyOf, Condition, Maybe, Not, Surely, leaves
from rules.pack import PackError
from rules.wiring import Node, Wiring

# Leaves are the engine's tests. It keeps the tests that have held and are still to be followed
# on a stack of 64, and stops when that is full. Following a condition and its opposite together
# takes at most one place more than it has leaves, whatever the facts are.
PLACES_A_RULESET = 60
# Each and/or counts twice, the two that stand around the whole as well, and 32 are too many.
JOINS_A_TREE = 14
# The engine follows every way through a tree, one after the other.
WAYS_A_TREE = 60

# glibc: keep the memory of freed states. Without it a large pack is several times slower.
for option in (-3, -1):
    getattr(ctypes.CDLL(None), "mallopt", lambda *_: 0)(option, 1 << 30)

_LOCK = threading.Lock()
_NAMES = itertools.count()
_WRITTEN = {YES: "yes", NO: "no", NOT_KNOWN: "not_known"}

END = "end"
# What the engine gives a meaning of its own, and what each fact object holds besides.
RESERVED = [
    "$and",
    "$or",
    "$forward",
    "$eq",
    "$neq",
    "$lt",
    "$lte",
    "$gt",
    "$gte",
    "$ex",
    "$nex",
    "$mt",
    "$imt",
    "$iall",
    "$iany",
    "$add",
    "$sub",
    "$mul",
    "$div",
    "$l",
    "$r",
    "$m",
    "$s",
    "id",
    "sid",
    "k",
]

Tree = dict[str, Any]

JUST_YES, JUST_NO = frozenset({YES}), frozenset({NO})
NOT_YES, NOT_NO = frozenset({NO, NOT_KNOWN}), frozenset({YES, NOT_KNOWN})


class EngineFailed(RuntimeError):
    """The engine did not finish, or contradicted itself. There is no answer."""


class Engine:
    """The conditions of one pack, loaded. Call ``close`` to give the memory back."""

    def __init__(self, wiring: Wiring) -> None:
        """Raises PackError for a condition wider than the engine can hold."""
        self._layers = [
            [_Ruleset(nodes, wiring) for nodes in _shards(layer, wiring)] for layer in wiring.layers
        ]
        self.fill([NOT_KNOWN] * wiring.size)  # an action must have run before a state is freed

    def fill(self, values: list[Answer]) -> None:
        """Work out every rule's answer from the leaves' answers, in place.

        Raises EngineFailed when the engine did not finish or said yes and no at once.
        """
        with _LOCK:
            for layer in self._layers:
                for ruleset in layer:
                    ruleset.fill(values)

    def close(self) -> None:
        with _LOCK:
            for ruleset in itertools.chain(*self._layers):
                ruleset.close()


class _Ruleset:
    """Some rules of one layer, and the names the engine knows them by."""

    def __init__(self, nodes: list[Node], wiring: Wiring) -> None:
        self._slots = [node.slot for node in nodes]
        used = sorted({wiring.slot(leaf) for node in nodes for leaf in leaves(node.condition)})
        self._reads = [(f"s{slot}", slot) for slot in used]
        _refuse_twins([name for name, _ in self._reads])
        self._means = {
            f"{node.slot} {answer.value}": (node.slot, answer)
            for node in nodes
            for answer in (YES, NO)
        }
        rules = {
            f"{node.slot} {answer.value}": _rule(_tree(node.condition, wanted, wiring))
            for node in nodes
            for answer, wanted in ((YES, JUST_YES), (NO, JUST_NO))
        }
        rules[END] = _rule({"k": "go"}) | {"pri": 60000}  # runs last: everything was tried
        try:
            self._handle = durable.create_ruleset(f"ruleset {next(_NAMES)}", json.dumps(rules))
        except durable.error as error:
            ids = ", ".join(node.rule for node in nodes)
            raise PackError(f"the engine cannot load one of the rules {ids}") from error

    def fill(self, values: list[Answer]) -> None:
        said = self._ask({name: _WRITTEN[values[slot]] for name, slot in self._reads})
        for slot in self._slots:
            values[slot] = NOT_KNOWN
        for slot, answer in said:
            if values[slot] is not NOT_KNOWN:
                raise EngineFailed("the engine said yes and no at once")
            values[slot] = answer

    def _ask(self, fact: dict[str, str]) -> set[tuple[int, Answer]]:
        """Every answer the engine gives. A set: an answer that holds twice is given twice."""
        fired: list[str] = []
        try:
            try:
                code, state = durable.assert_fact(
                    self._handle, json.dumps(fact | {"k": "go", "id": "f", "sid": "s"})
                )
                _, message = durable.start_action_for_state(self._handle, state)
                while message:
                    fired.append(message[2 : message.index('"', 2)])  # {"name of the rule":{…
                    message = durable.complete_and_start_action(self._handle, state)
            finally:
                durable.delete_state(self._handle, "s")
            if code != 0 or fired.pop() != END:
                raise EngineFailed("the engine did not finish")
            return {self._means[name] for name in fired}
        except Exception as error:  # whatever it is, there is no answer
            raise EngineFailed("the engine did not finish") from error

    def close(self) -> None:
        durable.delete_ruleset(self._handle)


def _rule(tree: Tree) -> Tree:
    return {"dist": 0, "all": [{"m": {"$and": [{"k": "go"}, tree]}}]}


def _tree(condition: Condition, wanted: frozenset[Answer], wiring: Wiring) -> Tree:
    """The condition has one of the wanted answers, as the engine's and/or tree.

    ``wanted`` is yes or no, with or without not known; the steps below keep it so.
    """
    match condition:
        case Not(part):
            return _tree(part, frozenset(~answer for answer in wanted), wiring)
        case Surely(part):
            return _tree(part, JUST_YES if YES in wanted else NOT_YES, wiring)
        case Maybe(part):
            return _tree(part, NOT_NO if YES in wanted else JUST_NO, wiring)
        case AllOf(parts):
            return _join("$or" if NO in wanted else "$and", parts, wanted, wiring)
        case AnyOf(parts):
            return _join("$or" if YES in wanted else "$and", parts, wanted, wiring)
    name = f"s{wiring.slot(condition)}"  # type: ignore[arg-type]  # only leaves are left
    if len(wanted) == 1:
        return {name: _WRITTEN[next(iter(wanted))]}
    return {"$neq": {name: _WRITTEN[NO if YES in wanted else YES]}}


def _join(
    joined: str, parts: Iterable[Condition], wanted: frozenset[Answer], wiring: Wiring
) -> Tree:
    """Trees as one. An "and" inside an "and" is the same as its parts, and so is an "or"."""
    trees = [_tree(part, wanted, wiring) for part in parts]
    return {joined: [inner for tree in trees for inner in tree.get(joined, [tree])]}


def _size(tree: Tree) -> tuple[int, int]:
    """How many and/or a tree has, and how many ways lead through it."""
    for joined, combine in (("$and", math.prod), ("$or", sum)):
        if joined in tree:
            joins, ways = zip(*map(_size, tree[joined]), strict=True)
            return 1 + sum(joins), combine(ways)
    return 0, 1


def _shards(layer: Iterable[Node], wiring: Wiring) -> Iterator[list[Node]]:
    """Cut a layer into rulesets the engine can hold."""
    shard: list[Node] = []
    free = PLACES_A_RULESET
    for node in layer:
        places = 1 + sum(1 for _ in leaves(node.condition))
        sizes = [_size(_tree(node.condition, wanted, wiring)) for wanted in (JUST_YES, JUST_NO)]
        if places > PLACES_A_RULESET or any(
            joins > JOINS_A_TREE or ways > WAYS_A_TREE for joins, ways in sizes
        ):
            raise PackError(
                f"the condition of rule {node.rule} is too wide or too deep for the engine: "
                "give a part of it a name of its own"
            )
        if places > free:
            yield shard
            shard, free = [], PLACES_A_RULESET
        shard.append(node)
        free -= places
    yield shard


def _refuse_twins(names: list[str]) -> None:
    """The engine tells names apart by a 32-bit hash alone, so no two may share one."""
    everything = [*names, *RESERVED]
    if len({_fnv1a(name) for name in everything}) != len(everything):
        raise PackError("two facts cannot be told apart by the engine")


def _fnv1a(text: str) -> int:
    result = 2166136261
    for byte in text.encode():
        result = ((result ^ byte) * 16777619) & 0xFFFFFFFF
    return result
