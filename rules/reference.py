"""The same meaning as the engine's, in plain Python. It checks the engine every time."""

from collections.abc import Callable, Iterable

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.conditions import AllOf, AnyOf, Condition, Maybe, Not, Surely
from rules.wiring import Wiring

Values = list[Answer]
Test = Callable[[Values], Answer]


class Reference:
    """Kleene's logic over the conditions of one pack."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._tests = [(node.slot, self.test(node.condition)) for node in wiring.nodes]

    def fill(self, values: Values) -> None:
        """Work out every rule's answer from the leaves' answers, in place."""
        for slot, test in self._tests:
            values[slot] = test(values)

    def refill(self, values: Values, changed: Iterable[int]) -> None:
        """Work out again only what hangs from the changed leaves, in place."""
        changed = frozenset(changed)
        upstream = self._wiring.upstream
        for slot, test in self._tests:
            if not changed.isdisjoint(upstream[slot]):
                values[slot] = test(values)

    def test(self, condition: Condition) -> Test:
        """A function from the values to the condition's answer."""
        match condition:
            case AllOf(parts):
                return _first(NO, [self.test(part) for part in parts])
            case AnyOf(parts):
                return _first(YES, [self.test(part) for part in parts])
            case Not(part):
                return _through({YES: NO, NO: YES, NOT_KNOWN: NOT_KNOWN}, self.test(part))
            case Surely(part):
                return _through({YES: YES, NO: NO, NOT_KNOWN: NO}, self.test(part))
            case Maybe(part):
                return _through({YES: YES, NO: NO, NOT_KNOWN: YES}, self.test(part))
        slot = self._wiring.slot(condition)  # type: ignore[arg-type]  # only leaves are left
        return lambda values: values[slot]


def _first(decisive: Answer, tests: list[Test]) -> Test:
    """The decisive answer if any part gives it; else not known if any part does; else the other."""
    other = ~decisive

    def test(values: Values) -> Answer:
        answer = other
        for part in tests:
            value = part(values)
            if value is decisive:
                return decisive
            if value is NOT_KNOWN:
                answer = NOT_KNOWN
        return answer

    return test


def _through(table: dict[Answer, Answer], part: Test) -> Test:
    return lambda values: table[part(values)]
