"""Long runs of random packs and facts against the oracle.

python -m tests.fuzz --packs 5000 --wide 200 --threads 8 --processes 4 --evaluations 100000
"""

import argparse
import random
import resource
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from rules.answers import NO, NOT_KNOWN, YES
from rules.conditions import AllOf, AnyOf, Condition, IsYes, leaves, maybe, surely
from rules.evaluate import Program
from rules.facts import Fact, Kind, Value
from rules.pack import Pack, PackError
from tests.oracle import answers
from tests.packs import ON, born_for, duty, packs, tiny_pack

DAYS = (ON, ON + timedelta(hours=9), ON + timedelta(days=3), ON.replace(year=2027, month=6))


def random_facts(pack: Pack, chance: random.Random) -> tuple[dict[str, Value], datetime]:
    """Facts for a pack, and a moment. Some are left out, and some said to be not known."""
    on = chance.choice(DAYS)
    facts = [f for f in pack.facts if not f.operator and f.id not in pack.defined_by]
    facts_given = {fact.id: _value(fact, on, chance) for fact in facts if chance.random() < 0.9}
    return facts_given, on


def _value(fact: Fact, on: datetime, chance: random.Random) -> Value:
    if chance.random() < 0.2:
        return NOT_KNOWN
    match fact.kind:
        case Kind.YES_NO:
            return chance.choice((YES, NO))
        case Kind.CHOICE:
            return chance.choice(fact.options).id
        case Kind.NUMBER:
            return chance.choice((0, 14, 15, 16, 17, 18, 19))
        case Kind.DATE:
            return born_for(chance.randrange(14, 20), on.date())
    return on - timedelta(hours=chance.randrange(100))


COUNT = [0]


def check(program: Program, given: Mapping[str, Value], on: datetime) -> None:
    """The engine's answers are the oracle's, for every rule."""
    findings = program.run(given, on)
    found = {id: findings.result(id).value for id in program.pack.conditions}
    assert found == answers(program.pack, given, on)
    COUNT[0] += 1


def check_packs(count: int, each: int, start: int) -> None:
    """Random packs, and for each of them random facts."""

    def run(pack: Pack, number: int) -> None:
        program, chance = Program(pack), random.Random(number)
        for _ in range(each):
            check(program, *random_facts(pack, chance))
        program.close()

    _each_pack(count, start, run)


def _each_pack(count: int, start: int, work: Callable[[Pack, int], object]) -> None:
    """``work`` takes a random pack and a number to start random facts from."""

    @seed(start)
    @settings(
        max_examples=max(count, 1),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(packs(), st.integers(0, 2**32))
    def run(pack: Pack, number: int) -> None:
        work(pack, number)

    run()


def check_wide_packs(count: int, each: int, start: int) -> None:
    """Conditions as wide and as deep as the engine lets in, with many ways true at once."""
    chance = random.Random(start)
    for _ in range(count):
        trees = [random_tree(chance, chance.randrange(1, 45)) for _ in range(30)]
        program = Program(pack_of(*filter(let_in, trees), IsYes("a0")))
        for _ in range(each):
            often = chance.random()  # how often a fact is as it suits
            given = {
                fact.id: YES if (fact.id[0] == "a") is (chance.random() < often) else NO
                for fact in program.pack.facts
                if chance.random() < 0.95
            }
            check(program, given, ON)
        program.close()


def random_tree(chance: random.Random, size: int) -> Condition:
    if size == 1:
        leaf: Condition = IsYes(chance.choice("ab") + str(chance.randrange(30)))
        return chance.choice((leaf, leaf, ~leaf, surely(leaf), maybe(leaf)))
    at = chance.randrange(1, size)
    join = chance.choice((AllOf, AnyOf))
    whole = join((random_tree(chance, at), random_tree(chance, size - at)))
    return chance.choice((whole, whole, whole, ~whole, surely(whole), maybe(whole)))


def pack_of(*conditions: Condition) -> Pack:
    used = {leaf.fact for condition in conditions for leaf in leaves(condition)}
    rules = [duty(f"r{i}", lambda yp, c=c: c) for i, c in enumerate(conditions)]
    return tiny_pack(sorted(used), rules)


def let_in(condition: Condition) -> bool:
    try:
        Program(pack_of(condition)).close()
    except PackError:
        return False
    return True


def check_threads(threads: int, each: int, start: int) -> None:
    """Several threads on the same packs at once."""
    programs = [Program(pack) for pack in some_packs(10, start)]
    wrong: list[BaseException] = []

    def work(number: int) -> None:
        chance = random.Random(number)
        try:
            for _ in range(each):
                program = chance.choice(programs)
                check(program, *random_facts(program.pack, chance))
        except BaseException as error:
            wrong.append(error)

    workers = [threading.Thread(target=work, args=(start + i,)) for i in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if wrong:
        raise wrong[0]


def some_packs(count: int, start: int) -> list[Pack]:
    found: list[Pack] = []
    _each_pack(count, start, lambda pack, _: found.append(pack))
    return found


def check_processes(processes: int, each: int, start: int) -> None:
    """Processes forked with packs loaded; each loads packs of its own as well."""
    program = Program(some_packs(10, start)[-1])
    fork = get_context("fork")

    def work(number: int) -> None:
        chance = random.Random(number)
        for _ in range(each):
            check(program, *random_facts(program.pack, chance))
        check_packs(20, each // 20, number)

    children = [fork.Process(target=work, args=(start + i,)) for i in range(processes)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    if any(child.exitcode for child in children):
        raise AssertionError(f"exit codes {[child.exitcode for child in children]}")
    COUNT[0] += processes * each * 2


def growth_in_kb(evaluations: int, start: int) -> int:
    """How much more memory the process holds after so many evaluations."""
    program, chance = Program(some_packs(30, start)[-1]), random.Random(start)
    for _ in range(2_000):
        program.run(*random_facts(program.pack, chance))
    before = memory_in_kb()
    for _ in range(evaluations):
        program.run(*random_facts(program.pack, chance))
    return memory_in_kb() - before


def memory_in_kb() -> int:
    """What this process holds in memory now. Linux only."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024


def main() -> None:
    options = argparse.ArgumentParser(description="Long runs of random packs against the oracle.")
    options.add_argument("--packs", type=int, default=200, help="random packs")
    options.add_argument("--each", type=int, default=40, help="evaluations of each pack")
    options.add_argument("--wide", type=int, default=0, help="packs at the engine's limits")
    options.add_argument("--threads", type=int, default=0)
    options.add_argument("--processes", type=int, default=0)
    options.add_argument("--evaluations", type=int, default=0, help="watching the memory")
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    _timed(f"{asked.packs} packs", lambda: check_packs(asked.packs, asked.each, asked.seed))
    _timed(f"{asked.wide} wide packs", lambda: check_wide_packs(asked.wide, asked.each, asked.seed))
    if asked.threads:
        _timed(f"{asked.threads} threads", lambda: check_threads(asked.threads, 2_000, asked.seed))
    if asked.processes:
        _timed(
            f"{asked.processes} processes",
            lambda: check_processes(asked.processes, 2_000, asked.seed),
        )
    if asked.evaluations:
        grown = growth_in_kb(asked.evaluations, asked.seed)
        print(f"{asked.evaluations} evaluations: {grown} kB more memory", flush=True)


def _timed(what: str, work: Callable[[], None]) -> None:
    before, started = COUNT[0], time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(f"{what}: {COUNT[0] - before} evaluations, none wrong, {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    main()
