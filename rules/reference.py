"""The same meaning as the engine's, in plain Python. It checks the engine every time."""

from collections.abc import Callable, Sequence
from functools import cached_property

from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.conditions import LEAVES, AllOf, AnyOf, Condition, Maybe, Not, Surely
from rules.wiring import Wiring

Values = list[Answer]
Test = Callable[[Values], Answer]
Grounds = Callable[[Sequence[Answer]], tuple[Answer, tuple[int, ...]]]

OPPOSITE = {YES: NO, NO: YES, NOT_KNOWN: NOT_KNOWN}
SURELY = {YES: YES, NO: NO, NOT_KNOWN: NO}
MAYBE = {YES: YES, NO: NO, NOT_KNOWN: YES}


class Reference:
    """Kleene's logic over the conditions of one pack."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._tests = [(node.slot, self.test(node.condition)) for node in wiring.nodes]
        self._hanging: dict[tuple[int, ...], list[tuple[int, frozenset[int], Test]]] = {}

    def fill(self, values: Values) -> None:
        """Work out every rule's answer from the leaves' answers, in place."""
        for slot, test in self._tests:
            values[slot] = test(values)

    def refill(self, values: Values, changed: tuple[int, ...]) -> dict[int, Answer]:
        """Work out again only what hangs from the changed leaves, in place.

        Returns the rules' slots that have another answer now, with that answer.
        """
        stale = set(changed)
        turned: dict[int, Answer] = {}
        for slot, inlets, test in self._hanging_from(changed):
            if not inlets.isdisjoint(stale):
                answer = test(values)
                if answer is not values[slot]:
                    values[slot] = turned[slot] = answer
                    stale.add(slot)
        return turned

    def _hanging_from(self, changed: tuple[int, ...]) -> list[tuple[int, frozenset[int], Test]]:
        if changed not in self._hanging:
            inlets, upstream = self._wiring.inlets, self._wiring.upstream
            self._hanging[changed] = [
                (slot, inlets[slot], test)
                for slot, test in self._tests
                if not upstream[slot].isdisjoint(changed)
            ]
        return self._hanging[changed]

    @cached_property
    def grounds(self) -> dict[int, Grounds]:
        """Rule's slot → a function from the values to its answer and the slots that decide it."""
        return {node.slot: self._grounds(node.condition) for node in self._wiring.nodes}

    def test(self, condition: Condition) -> Test:
        """A function from the values to the condition's answer."""
        match condition:
            case AllOf(parts):
                return self._joined(NO, parts)
            case AnyOf(parts):
                return self._joined(YES, parts)
            case Not(part):
                return _through(OPPOSITE, self.test(part))
            case Surely(part):
                return _through(SURELY, self.test(part))
            case Maybe(part):
                return _through(MAYBE, self.test(part))
        slot = self._wiring.slot(condition)  # type: ignore[arg-type]  # only leaves are left
        return lambda values: values[slot]

    def _joined(self, decisive: Answer, parts: tuple[Condition, ...]) -> Test:
        """The decisive answer if any part has it, else not known if any has it, else the other.

        Leaves come first: they are quick to look up.
        """
        slots = [self._wiring.slot(part) for part in parts if isinstance(part, LEAVES)]
        tests = [self.test(part) for part in parts if not isinstance(part, LEAVES)]
        other = ~decisive

        def test(values: Values) -> Answer:
            answer = other
            for slot in slots:
                value = values[slot]
                if value is decisive:
                    return decisive
                if value is NOT_KNOWN:
                    answer = NOT_KNOWN
            for part in tests:
                value = part(values)
                if value is decisive:
                    return decisive
                if value is NOT_KNOWN:
                    answer = NOT_KNOWN
            return answer

        return test

    def _grounds(self, condition: Condition) -> Grounds:
        match condition:
            case AllOf(parts):
                return _deciding(NO, [self._grounds(part) for part in parts])
            case AnyOf(parts):
                return _deciding(YES, [self._grounds(part) for part in parts])
            case Not(part):
                return _grounds_through(OPPOSITE, self._grounds(part))
            case Surely(part):
                return _grounds_through(SURELY, self._grounds(part))
            case Maybe(part):
                return _grounds_through(MAYBE, self._grounds(part))
        slot = self._wiring.slot(condition)  # type: ignore[arg-type]  # only leaves are left
        alone = (slot,)
        return lambda values: (values[slot], alone)


def _through(table: dict[Answer, Answer], part: Test) -> Test:
    return lambda values: table[part(values)]


def _deciding(decisive: Answer, parts: list[Grounds]) -> Grounds:
    """As ``_joined``, with the slots behind every part that has the answer of the whole."""
    other = ~decisive

    def grounds(values: Sequence[Answer]) -> tuple[Answer, tuple[int, ...]]:
        found = [part(values) for part in parts]
        answers = [answer for answer, _ in found]
        whole = decisive if decisive in answers else NOT_KNOWN if NOT_KNOWN in answers else other
        slots: tuple[int, ...] = ()
        for answer, its_slots in found:
            if answer is whole:
                slots += its_slots
        return whole, slots

    return grounds


def _grounds_through(table: dict[Answer, Answer], part: Grounds) -> Grounds:
    def grounds(values: Sequence[Answer]) -> tuple[Answer, tuple[int, ...]]:
        answer, slots = part(values)
        return table[answer], slots

    return grounds
