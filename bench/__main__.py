"""What the rules take beside zen-engine, in one run and one thread, answers checked equal."""

import argparse
import gc
import os
import platform
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from bench import protocol
from bench.packs import ON, SIZES, Size, cases, pack_of
from bench.zen import FORMS, TABLES, ZenRules
from rules.answers import NOT_KNOWN
from rules.evaluate import Findings, evaluate
from rules.explain import Explanation

ROW = "  {:<44} {:>8} {:>8} {:>12} {:>8}"
Times = list[tuple[float, float]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=300, help="cases of each size")
    asked = options.parse_args()
    packages = [f"{name} {version(name)}" for name in ("durable-rules", "zen-engine")]
    print(f"Python {platform.python_version()}, {os.cpu_count()} CPUs, {', '.join(packages)}")
    print(f"Milliseconds over {asked.cases} cases: as the clock on the wall has them, and as the")
    print("processor has them, which leaves out waiting for other work on this machine.")
    whole_protocol(asked.cases)
    for size in SIZES:
        measure(size, asked.cases)


def whole_protocol(count: int) -> None:
    given = protocol.young_people(count)
    title = (
        f"The joint protocol: {len(protocol.PACK.rules)} rules, {len(protocol.PACK.facts)} facts"
    )
    print(f"\n{title}\n" + ROW.format("", "p50 wall", "p99 wall", "p50 processor", "p99"))
    times, _ = timed(protocol.advice, given)
    print(ROW.format("advice, checked by the reference", *figures(times)))
    found = [protocol.findings(facts) for facts in given]
    times, _ = timed(protocol.what_would_change, found)
    print(ROW.format("what would change it, for every rule", *figures(times)))


def measure(size: Size, count: int) -> None:
    pack, given = pack_of(size), cases(size, count)
    ours = {
        "findings, checked by the reference": lambda facts: evaluate(pack, facts, ON),
        "and because, for every rule": lambda facts: because(evaluate(pack, facts, ON)),
        "and what is missing, ranked": lambda facts: missing(evaluate(pack, facts, ON)),
    }
    print(f"\n{size.name}\n" + ROW.format("", "p50 wall", "p99 wall", "p50 processor", "p99"))
    took = {name: timed(work, given)[0] for name, work in ours.items()}
    expected = [answers(evaluate(pack, facts, ON)) for facts in given]
    zen: dict[str, Times] = {}
    for form in FORMS:
        rules = ZenRules(pack, form)
        some = given[: count // 10] if form == TABLES else given  # they are that slow
        contexts = [rules.context(facts) for facts in some]
        for trace in (True, False):
            name = f"ZEN, {form}, {'with' if trace else 'without'} trace"
            zen[name], given_back = timed(
                lambda context, rules=rules, trace=trace: rules.run(context, trace), contexts
            )
            if [rules.answers(response) for response in given_back] != expected[: len(some)]:
                raise SystemExit(f"{name} does not answer as we do")
    for name, times in (took | zen).items():
        print(ROW.format(name, *figures(times)))
    whole = list(took.values())[-1]
    for traced in (True, False):
        best = min(
            (n for n in zen if ("without" not in n) is traced), key=lambda n: at(zen[n], 50, 1)
        )
        ratios = [
            f"{at(whole, percent, clock) / at(zen[best], percent, clock):.2f}"
            for clock in (0, 1)
            for percent in (50, 99)
        ]
        print(ROW.format(f"ours, all of it / {best}", *ratios))


def because(findings: Findings) -> Explanation:
    explanation = Explanation(findings)
    for rule in findings.wiring.node:
        explanation.because(rule)
    return explanation


def missing(findings: Findings) -> None:
    explanation = because(findings)
    for rule in findings.wiring.node:
        if findings.result(rule) is NOT_KNOWN:
            explanation.missing(rule)


def answers(findings: Findings) -> dict[str, str]:
    return {rule: findings.result(rule).value for rule in findings.wiring.node}


def timed(work: Callable[[Any], Any], given: list[Any]) -> tuple[Times, list[Any]]:
    """How long each case took by both clocks, and what came out. A first round warms up."""
    for case in given[:20]:
        work(case)
    gc.collect()
    times: Times = []
    given_back = []
    for case in given:
        wall, processor = time.perf_counter(), time.thread_time()
        given_back.append(work(case))
        times.append((time.perf_counter() - wall, time.thread_time() - processor))
    return times, given_back


def figures(times: Times) -> list[str]:
    return [f"{at(times, p, clock) * 1e3:.2f}" for clock in (0, 1) for p in (50, 99)]


def at(times: Times, percent: int, clock: int) -> float:
    """The time that so many of a hundred cases stayed under."""
    ordered = sorted(time[clock] for time in times)
    return ordered[len(ordered) * percent // 100]


if __name__ == "__main__":
    main()
