"""The open points and the principles as docs/readings.md; printed with the rule book."""

from collections.abc import Iterator

from protocol.pack import current_pack
from protocol.readings import OpenPoint, open_points, resting_on
from rules.rule import RuleKind

HEAD = """\
# Readings and principles

What the joint protocol leaves open, how this service reads it, and how else it could be read.
Printed by `make rule-book` from `protocol/readings.toml` and the rules: change them, never this
page.

Every reading is ours, to be confirmed by the council. Whether one has been confirmed is in the
service, under Readings: it is recorded there by the head of service and a lawyer. A reading whose
options rules have been written for can be chosen in `thresholds/barnet/readings.toml`, which makes
another set of rules."""

PRINCIPLES = """\
## Principles

Every sentence of the protocol is a rule under its id. These are aims and plain facts: they have no
condition, and each is shown where it belongs."""


def readings_page() -> str:
    parts = [HEAD]
    for point in open_points().values():
        parts.extend(_point(point))
    principles = [rule for rule in current_pack().rules if rule.kind is RuleKind.PRINCIPLE]
    lines = ["| rule | what it says | where it is from | where it is shown |", "| - | - | - | - |"]
    lines += [f"| {p.id} | {p.words} | {p.source} | {p.shown} |" for p in principles]
    return "\n\n".join([*parts, PRINCIPLES, "\n".join(lines)]) + "\n"


def _point(point: OpenPoint) -> Iterator[str]:
    reading = current_pack().reading[point.id]
    rules = ", ".join(rule.id for rule in resting_on(current_pack(), point.id))
    yield f"## {point.id}"
    yield f"{point.open} ({point.where})"
    yield f"**We read it so:** {point.way(reading.option).says} *{point.way(reading.option).means}*"
    others = [way for way in point.ways if way.id != reading.option]
    yield "\n".join(
        f"- Otherwise (`{way.id}`{', can be chosen' if way.id in reading.options else ''}): "
        f"{way.says} *{way.means}*"
        for way in others
    )
    yield f"Rules that rest on it: {rules or 'none yet'}."
