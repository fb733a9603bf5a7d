"""The engine inside its fence: what it cannot hold is refused when the pack is loaded."""

import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from typing import Any

import pytest

from rules import engine
from rules.answers import NO, NOT_KNOWN, YES, Answer
from rules.conditions import AllOf, AnyOf, Condition, IsYes, maybe, surely
from rules.evaluate import Program, RulesDisagree
from rules.pack import Pack, PackError, PackRule
from tests.fuzz import memory_in_kb, pack_of, random_tree
from tests.oracle import answers
from tests.packs import ON

ALMOST_ALL = (YES, YES, YES, NO)
ANSWERS = (YES, NO, NOT_KNOWN)


def facts(count: int, name: str = "f") -> list[IsYes]:
    return [IsYes(f"{name}{i}") for i in range(count)]


def check(pack: Pack, situations: Iterable[Callable[[str], Answer]]) -> None:
    """Engine, reference and oracle agree on every rule."""
    program = Program(pack)
    for situation in situations:
        given = {fact.id: situation(fact.id) for fact in pack.facts}
        findings = program.run(given, ON)
        assert {id: findings.result(id).value for id in pack.conditions} == answers(pack, given, ON)
    program.close()


def at_random(count: int = 40) -> Iterable[Callable[[str], Answer]]:
    """Everything so, nothing so, nothing known, and mixtures."""
    for answer in ANSWERS:
        yield lambda fact, answer=answer: answer
    chance = random.Random(1)
    for among in (ANSWERS, ALMOST_ALL, tuple(~answer for answer in ALMOST_ALL)):
        for _ in range(count):
            yield lambda fact, among=among: chance.choice(among)


def opposed(fact: str) -> Answer:
    """Facts named a are so and all others are not: both sides of a rule are followed far."""
    return YES if fact.startswith("a") else NO


def pairs(count: int) -> list[Condition]:
    return [AllOf((IsYes(f"a{i}"), IsYes(f"b{i}"))) for i in range(count)]


AT_THE_LIMIT: dict[str, list[Condition]] = {
    "all of 59": [AllOf(tuple(facts(59)))],
    "any of 59": [AnyOf(tuple(facts(59)))],
    "any of 59, 40 times over": [AnyOf(tuple(facts(59)))] * 40,
    "one fact 59 times": [AnyOf(tuple(facts(1) * 59)), AllOf(tuple(facts(1) * 59))],
    "40 rules of one fact": [IsYes(f"a{i}") for i in range(40)],
    "300 rules of the same fact": [IsYes("a")] * 300,
    "200 rules, each other one the opposite": [IsYes("a"), ~IsYes("a")] * 100,
    "a fact and its opposite": [
        IsYes("a") & ~IsYes("a"),
        IsYes("a") | ~IsYes("a"),
        surely(IsYes("a")) & surely(~IsYes("a")),
        maybe(IsYes("a")) & maybe(~IsYes("a")),
    ],
    "modal words inside each other": [
        surely(maybe(IsYes("a"))),
        maybe(surely(IsYes("a"))),
        ~surely(~maybe(~IsYes("a"))),
        surely(IsYes("a") | maybe(IsYes("b"))) & ~maybe(IsYes("c") & IsYes("d")),
    ],
    "pairs, as wide as can be": [AnyOf(tuple(pairs(5))), ~AnyOf(tuple(pairs(5)))] * 12,
    "as many and/or as can be": [
        AllOf((*(AllOf((AnyOf((a, AllOf((a, b)))), a)) for a, b in
                zip(facts(5, "a"), facts(5, "b"), strict=True)), IsYes("c"))),
    ],
    "an and in an and in an and": [
        AllOf((IsYes("a"), AllOf((IsYes("b"), AllOf((IsYes("c"), AllOf(tuple(facts(20)))))))))
    ]
    * 20,
    "both sides at once, in one rule": [AllOf((AnyOf(tuple(facts(30, "a"))), *facts(28, "b")))],
    "both sides at once, in many rules": [
        AllOf((AnyOf(tuple(facts(33, "a")[3 * i : 3 * i + 3])), *facts(22, "b")[2 * i : 2 * i + 2]))
        for i in range(11)
    ]
    * 4,
    "240 facts": [AnyOf(tuple(facts(240)[i : i + 40])) for i in range(0, 240, 40)],
}  # fmt: skip


@pytest.mark.parametrize("conditions", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_what_is_let_in_is_answered_correctly(conditions):
    check(pack_of(*conditions), [opposed, lambda fact: ~opposed(fact), *at_random()])


def ladder(steps: int) -> Condition:
    condition: Condition = IsYes("f")
    for i in range(steps):
        condition = (AllOf if i % 2 else AnyOf)((IsYes(f"f{i}"), condition))
    return condition


def wrapped(times: int) -> Condition:
    condition: Condition = IsYes("f")
    for _ in range(times):
        condition = surely(condition)
    return condition


TOO_MUCH: dict[str, Condition] = {
    "60 facts": AllOf(tuple(facts(60))),
    "5,000 facts": AnyOf(tuple(facts(5000))),
    "6 pairs": AnyOf(tuple(pairs(6))),
    "15 and/or": AnyOf(tuple(AllOf((IsYes("a"), IsYes("b"))) for _ in range(15))),
    "steps inside each other": ladder(15),
    "many steps inside each other": ladder(30),
    "words inside each other": wrapped(200),
    "more ways than atoms": AllOf(tuple(AnyOf(tuple(facts(4))) for _ in range(14))),
}


@pytest.mark.parametrize("condition", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_the_engine_cannot_hold_is_refused_by_name(condition):
    with pytest.raises(PackError, match="r1 .*too wide or too deep"):
        Program(pack_of(IsYes("a"), condition))


def test_a_condition_too_deep_to_be_read_is_refused_by_name():
    data: list[Any] = ["fact", "f"]
    for _ in range(900):
        data = ["not", data]
    with pytest.raises(PackError, match="r0 .*too wide or too deep"):
        Program(with_condition(pack_of(IsYes("f")), data))


def with_condition(pack: Pack, data: list[Any]) -> Pack:
    rule = PackRule(**vars(pack.rules[0]) | {"condition": data})
    return Pack(**{name: getattr(pack, name) for name in Pack.__dataclass_fields__} | {
        "rules": (rule,)
    })  # fmt: skip


def test_every_width_and_shape_is_either_answered_or_refused():
    """Never a hang, a crash or an engine error: many random trees on both sides of the limits."""
    chance = random.Random(2)
    answered = refused = 0
    for _ in range(120):
        conditions = [random_tree(chance, chance.randrange(1, 35)) for _ in range(3)]
        try:
            program = Program(pack_of(*conditions))
        except PackError:
            refused += 1
        else:
            program.close()
            check(program.pack, [opposed, *at_random(3)])
            answered += 1
    assert answered > 20
    assert refused > 20


def test_no_name_means_something_to_the_engine():
    """Names are hashes there. So many of ours share one neither among themselves nor with it."""
    engine._refuse_twins([f"s{slot}" for slot in range(5_000)])
    with pytest.raises(PackError, match="cannot be told apart"):
        engine._refuse_twins(["$forward"])


def test_names_that_share_a_hash_are_refused():
    with pytest.raises(PackError, match="cannot be told apart"):
        engine._refuse_twins(["uses_low_user_kind", "must_private_platform_scope"])


# When something goes wrong all the same.


@pytest.fixture
def program():
    loaded = Program(
        pack_of(IsYes("cold") & ~IsYes("wet"), IsYes("cold") | IsYes("wet"), IsYes("wet"))
    )
    yield loaded
    loaded.close()


class Core:
    """The compiled core, with one of its functions replaced."""

    def __init__(self, **replaced: Callable[..., Any]) -> None:
        self.__dict__.update(replaced)

    def __getattr__(self, name: str) -> Any:
        return getattr(DURABLE, name)


DURABLE = engine.durable


def raises(*_: Any) -> None:
    raise DURABLE.error("Could not assert fact, error code: 303")


def no_memory(*_: Any) -> None:
    raise MemoryError


def not_taken(handle: int, fact: str) -> tuple[int, int]:
    DURABLE.assert_fact(handle, fact)
    return 2, 0


def drop_the_second(handle: int, state: int) -> str | None:
    DURABLE.complete_and_start_action(handle, state)
    return DURABLE.complete_and_start_action(handle, state)


def stop_early(handle: int, state: int) -> None:
    return None


def turn_round(handle: int, state: int) -> tuple[Any, str]:
    found, message = DURABLE.start_action_for_state(handle, state)
    return found, message.replace(" yes", " no", 1)


def make_up(handle: int, state: int) -> tuple[Any, str]:
    found, message = DURABLE.start_action_for_state(handle, state)
    return found, '{"99 yes":{}}'


class FiresBoth(Core):
    """Every rule that fires fires its opposite as well."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[str] = []

    def start_action_for_state(self, handle: int, state: int) -> tuple[Any, str | None]:
        found, message = DURABLE.start_action_for_state(handle, state)
        return found, self._and_its_opposite(message)

    def complete_and_start_action(self, handle: int, state: int) -> str | None:
        if self.held:
            return self.held.pop()
        return self._and_its_opposite(DURABLE.complete_and_start_action(handle, state))

    def _and_its_opposite(self, message: str | None) -> str | None:
        if message and " yes" in message[:10]:
            self.held.append(message.replace(" yes", " no", 1))
        return message


FAULTS = {
    "a call fails": Core(assert_fact=raises),
    "starting fails": Core(start_action_for_state=raises),
    "going on fails": Core(complete_and_start_action=raises),
    "memory runs out": Core(complete_and_start_action=no_memory),
    "the facts are not taken": Core(assert_fact=not_taken),
    "nothing fires": Core(start_action_for_state=lambda *_: (None, None)),
    "an answer is dropped": Core(complete_and_start_action=drop_the_second),
    "it stops half way": Core(complete_and_start_action=stop_early),
    "an answer is turned round": Core(start_action_for_state=turn_round),
    "an answer is made up": Core(start_action_for_state=make_up),
    "yes and no at once": FiresBoth(),
}
COLD = {"cold": YES, "wet": NO}


@pytest.mark.parametrize("core", FAULTS.values(), ids=FAULTS)
def test_a_fault_in_the_engine_gives_no_answer_and_leaves_nothing_behind(
    core, program, monkeypatch
):
    before = program.run(COLD, ON)
    with monkeypatch.context() as broken:
        broken.setattr(engine, "durable", core)
        with pytest.raises(RulesDisagree, match="^the rules could not be run safely$"):
            program.run(COLD, ON)
    assert program.run(COLD, ON) == before
    assert program.run({"cold": NO, "wet": YES}, ON).result("r2") is YES


def test_a_reference_that_differs_gives_no_answer_and_says_nothing_of_the_facts(
    program, monkeypatch
):
    fill = program.reference.fill

    def otherwise(values: list[Answer]) -> None:
        fill(values)
        values[-1] = ~values[-1]

    monkeypatch.setattr(program.reference, "fill", otherwise)
    with pytest.raises(RulesDisagree) as raised:
        program.run(COLD, ON)
    assert str(raised.value) == "the rules could not be run safely"
    assert raised.value.__cause__ is None


# Threads, processes and memory.


def test_eight_threads_get_the_right_answers(program):
    wrong: list[BaseException] = []

    def work(seed: int) -> None:
        try:
            check_often(program, seed, 300)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def check_often(program: Program, seed: int, times: int) -> None:
    chance = random.Random(seed)
    for _ in range(times):
        given = {"cold": chance.choice(ANSWERS), "wet": chance.choice(ANSWERS)}
        findings = program.run(given, ON)
        expected = answers(program.pack, given, ON)
        assert {id: findings.result(id).value for id in expected} == expected


def in_a_process(program: Program | None, seed: int) -> None:
    loaded = program or Program(
        pack_of(IsYes("cold") & ~IsYes("wet"), IsYes("cold") | IsYes("wet"), IsYes("wet"))
    )
    check_often(loaded, seed, 300)


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("loaded", [True, False], ids=["loaded before", "loaded after"])
def test_forked_processes_get_the_right_answers(program, loaded):
    fork = get_context("fork")
    children = [
        fork.Process(target=in_a_process, args=(program if loaded else None, seed))
        for seed in range(4)
    ]
    for child in children:
        child.start()
    check_often(program, 99, 300)
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * 4


def test_no_answer_comes_from_memory_that_was_given_back():
    """The C library fills freed memory with rubbish, which anything still reading it would see."""
    subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--packs", "60", "--each", "20"],
        env={"MALLOC_PERTURB_": "165", "PYTHONMALLOC": "malloc", "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )


def test_memory_does_not_grow_with_evaluations(program):
    check_often(program, 1, 2_000)
    before = memory_in_kb()
    check_often(program, 2, 10_000)
    assert memory_in_kb() - before < 1_000


def test_packs_that_were_closed_give_their_memory_back():
    pack = pack_of(*(AnyOf(tuple(facts(20)[i : i + 4])) for i in range(16)))

    def load_and_close(times: int) -> None:
        for _ in range(times):
            Program(pack).close()

    load_and_close(30)
    before = memory_in_kb()
    load_and_close(100)
    assert memory_in_kb() - before < 1_000
