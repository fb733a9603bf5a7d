"""The rule book and the map of the protocol, as they stand in the rules in force."""

from collections.abc import Mapping
from functools import lru_cache

from flask import Blueprint, Flask, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from protocol import rule_book
from protocol.connections import Connections
from protocol.pack import current_pack
from protocol.rule_book import Section
from rules.rule import RuleKind
from views import clock, overview_map
from views import section_map as section_maps
from views.doors import EVERYBODY, open_to
from views.overview_map import Overview
from views.section_map import SectionMap

bp = Blueprint("rule_book", __name__, url_prefix="/rule-book")


@bp.get("")
@open_to(EVERYBODY)
def contents() -> ResponseReturnValue:
    pack = current_pack()
    return render_template(
        "rule_book/contents.html",
        pack=pack,
        sections=book().values(),
        principles=[rule for rule in pack.rules if rule.kind is RuleKind.PRINCIPLE],
    )


@bp.get("/<id>")
@open_to(EVERYBODY)
def section(id: str) -> ResponseReturnValue:
    """Every rule of a section, with all that there is to know about it."""
    found = book().get(id) or abort(404)
    entries = rule_book.entries(current_pack(), found, connections(), clock.now())
    return render_template(
        "rule_book/section.html",
        section=found,
        entries=list(entries),
        neighbours=neighbours(found),
        pack=current_pack(),
    )


@bp.get("/<id>/map")
@open_to(EVERYBODY)
def section_map(id: str) -> ResponseReturnValue:
    """What depends on what in a section, drawn and in words."""
    found = book().get(id) or abort(404)
    return render_template(
        "rule_book/section_map.html",
        section=found,
        map=_section_map(current_pack().hash, id),
        connections=connections(),
        neighbours=neighbours(found),
        pack=current_pack(),
    )


@bp.get("/map")
@open_to(EVERYBODY)
def overview() -> ResponseReturnValue:
    """The way through the sections: who acts in each, and what leads from one to another."""
    return render_template(
        "rule_book/overview.html",
        sections=book().values(),
        map=_overview(current_pack().hash),
        pack=current_pack(),
    )


def book() -> Mapping[str, Section]:
    """The sections by id, in order."""
    return _book(current_pack().hash)


def connections() -> Connections:
    return _connections(current_pack().hash)


def neighbours(section: Section) -> tuple[Section | None, Section | None]:
    """The section before and the one after."""
    sections = list(book().values())
    place = sections.index(section)
    after = sections[place + 1] if place + 1 < len(sections) else None
    return (sections[place - 1] if place else None), after


def anchor(rule: str) -> str:
    """Where on its section's page a rule stands."""
    return f"rule-{rule.replace('.', '-')}"


def rule_url(rule: str) -> str | None:
    """The page of a rule; nothing for one that these rules do not have any more."""
    section = _section_of(current_pack().hash).get(rule)
    return section and url_for("rule_book.section", id=section, _anchor=anchor(rule))


# A pack never changes under its hash.


@lru_cache(maxsize=2)
def _book(hash: str) -> dict[str, Section]:
    return {section.id: section for section in rule_book.sections(current_pack())}


@lru_cache(maxsize=2)
def _section_of(hash: str) -> dict[str, str]:
    return {rule.id: section.id for section in _book(hash).values() for rule in section.rules}


@lru_cache(maxsize=2)
def _connections(hash: str) -> Connections:
    return Connections(current_pack())


@lru_cache(maxsize=100)
def _section_map(hash: str, id: str) -> SectionMap:
    section_of = {rule.id: each for each in book().values() for rule in each.rules}
    href = {rule: rule_url(rule) or "" for rule in section_of}
    return section_maps.section_map(current_pack(), book()[id], connections(), section_of, href)


@lru_cache(maxsize=2)
def _overview(hash: str) -> Overview:
    sections = list(book().values())
    href = {each.id: url_for("rule_book.section_map", id=each.id) for each in sections}
    return overview_map.overview(current_pack(), sections, connections(), href)


def init_app(app: Flask) -> None:
    app.add_template_global(rule_url)
    app.add_template_filter(anchor)
