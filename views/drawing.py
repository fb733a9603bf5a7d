"""What a map is drawn with: boxes of words, each kind of rule in an outline of its own.

Lengths are in pixels. A kind is told by its words and its outline, never by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from forms.typed import upper_first
from protocol.rule_book import KINDS, in_short
from rules.pack import Pack, PackRule
from rules.rule import RuleKind

LINE = 18
PAD = 9
EDGE = 4  # room for the thickest border
CHARACTER, BOLD = 7.1, 7.6  # the mean width of one, in the type that app.css gives the map

Words = list[tuple[str, bool]]
"""Lines of a box, and whether each is bold."""

NAMED_BY_KIND = (RuleKind.DEFINITION, RuleKind.GATE, RuleKind.GAP)


@dataclass(frozen=True)
class Text:
    words: str
    x: float
    y: float
    bold: bool = False

    @property
    def right(self) -> float:
        return self.x + len(self.words) * BOLD


@dataclass(frozen=True)
class Box:
    """``shape`` is the kind of rule, by which it is drawn; ``path`` its outline."""

    id: str
    shape: str
    path: str
    lines: tuple[Text, ...]
    href: str


@dataclass(frozen=True)
class Line:
    """Its course, and the arrow at its end."""

    path: str
    head: str


@dataclass(frozen=True)
class Band:
    x: float
    y: float
    width: float
    height: float
    title: Text


@dataclass(frozen=True)
class Drawing:
    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...] = ()
    bands: tuple[Band, ...] = ()
    texts: tuple[Text, ...] = ()


# Words


def wrapped(words: str, width: float, *, bold: bool = False) -> Words:
    """As many lines as it takes in a box of this width."""
    fits = int((width - 2 * PAD) / (BOLD if bold else CHARACTER))
    return [(line, bold) for line in wrap(words, fits)]


def strength_of(rule: PackRule) -> str:
    """How a box is headed: the kind of rule, or for a duty how strong it is."""
    strength = KINDS[rule.kind] if rule.kind in NAMED_BY_KIND else upper_first(rule.force.value)
    return strength if rule.id == rule.concludes else f"{rule.id} {strength}"


def named(pack: Pack, rule: PackRule) -> str:
    """A rule by its id; a definition that is named like its fact says the fact instead."""
    words = in_short(pack, rule)
    return upper_first(words) if rule.id == rule.concludes else f"{rule.id}: {words}"


def who(pack: Pack, rule: PackRule) -> str:
    """Who acts. Nobody does where something is only concluded."""
    return "What is concluded" if rule.kind is RuleKind.DEFINITION else pack.owners[rule.owner]


# Boxes


def height_of(lines: Words) -> float:
    return len(lines) * LINE + 2 * PAD


def box(
    id: str, shape: str, lines: Words, x: float, y: float, width: float, height: float, href: str
) -> Box:
    outline = OUTLINES.get(shape, rectangle)
    return Box(id, shape, outline(x, y, width, height), texts(lines, x + PAD, y), href)


def shape_of(rule: PackRule) -> str:
    if rule.kind is RuleKind.DUTY:
        return rule.force.value.replace(" ", "-")
    return rule.kind.value


def texts(lines: Sequence[tuple[str, bool]], x: float, y: float) -> tuple[Text, ...]:
    """The lines of a box whose words begin at ``x`` and whose top is at ``y``."""
    return tuple(
        Text(words, x, y + PAD + LINE * place + 14, bold)
        for place, (words, bold) in enumerate(lines)
    )


def rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:.0f} {y:.0f}h{width:.0f}v{height:.0f}h{-width:.0f}z"


def rounded(x: float, y: float, width: float, height: float) -> str:
    r = 16
    return (
        f"M{x + r:.0f} {y:.0f}h{width - 2 * r:.0f}a{r} {r} 0 0 1 {r} {r}v{height - 2 * r:.0f}"
        f"a{r} {r} 0 0 1 {-r} {r}h{2 * r - width:.0f}a{r} {r} 0 0 1 {-r} {-r}"
        f"v{2 * r - height:.0f}a{r} {r} 0 0 1 {r} {-r}z"
    )


def cut(x: float, y: float, width: float, height: float) -> str:
    """The corners cut off, like a stop sign."""
    c = 9
    return (
        f"M{x + c:.0f} {y:.0f}h{width - 2 * c:.0f}l{c} {c}v{height - 2 * c:.0f}l{-c} {c}"
        f"h{2 * c - width:.0f}l{-c} {-c}v{2 * c - height:.0f}z"
    )


def folded(x: float, y: float, width: float, height: float) -> str:
    """One corner turned down, like a page that somebody has to come back to."""
    c = 18
    return (
        f"M{x:.0f} {y:.0f}h{width - c:.0f}l{c} {c}v{height - c:.0f}h{-width:.0f}z"
        f"M{x + width - c:.0f} {y:.0f}v{c}h{c}"
    )


OUTLINES = {"definition": rounded, "gate": cut, "must-not": cut, "gap": folded}
