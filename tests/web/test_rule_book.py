"""The rule book and the map: whatever is in the pack is on a page, and nothing else is."""

import re
import time

import pytest

from protocol.connections import Connections
from protocol.examples import examples
from protocol.pack import current_pack
from protocol.people import ROLES
from protocol.rule_book import sections
from rules.rule import RuleKind
from tests.web.browser import line

PACK = current_pack()
SECTIONS = sections(PACK)
CONNECTIONS = Connections(PACK)
HOW_LONG = 0.05  # seconds of the processor, whatever else the machine is doing
HOW_BIG = 400_000  # bytes

each_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.id)


def entry_of(page, rule):
    return page.soup.find(id=f"rule-{rule.id.replace('.', '-')}")


def row(entry, name):
    """What an entry says under a heading."""
    found = [dt for dt in entry.find_all("dt") if line(dt) == name]
    return found[0].find_next_sibling("dd") if found else None


def links(tag):
    return [line(a) for a in tag.find_all("a")] if tag else []


def unbroken(box):
    """The words of a box, where it does not matter how they were broken into lines."""
    return line(box).replace(" ", "")


@pytest.mark.parametrize("role", list(ROLES))
def test_everybody_finds_them_from_every_page(browse, role):
    browser = browse(role)
    footer = browser.get("/").soup.select_one(".govuk-footer")
    links = [line(a) for a in footer.find_all("a")]
    assert links[:3] == ["Rule book", "Map of the protocol", "Readings"]
    for a in footer.find_all("a"):
        assert browser.get(a["href"]).heading == line(a)


def test_the_contents_lead_to_every_section_and_list_every_principle(officer):
    page = officer.get("/rule-book")
    headings = []
    for a in page.soup.select("main a[href^='/rule-book/']:not([href*='#'])"):
        if line(a) not in ("Map of the protocol",):
            headings.append(officer.get(a["href"]).heading)
    assert headings == [section.name for section in SECTIONS]
    listed = [[line(cell) for cell in tr.find_all("td")] for tr in page.soup.select("tbody tr")]
    assert [cells[0] for cells in listed] == [
        rule.id for rule in PACK.rules if rule.kind is RuleKind.PRINCIPLE
    ]
    for cells, rule in zip(
        listed, (r for r in PACK.rules if r.kind is RuleKind.PRINCIPLE), strict=True
    ):
        assert cells[1] == " ".join(rule.words.split())
        assert cells[2].lower() == rule.shown.lower()


@each_section
def test_a_section_says_everything_about_each_of_its_rules(officer, section):
    page = officer.get(f"/rule-book/{section.id}")
    assert page.heading == section.name
    assert len(page.soup.select("section.app-entry")) == len(section.rules)
    for rule in section.rules:
        entry = entry_of(page, rule)
        words = line(entry)
        assert rule.words in words
        assert str(rule.source) in words
        for reading in rule.readings:
            assert PACK.reading[reading].says in words
            assert entry.find("a", href=f"/readings/{reading}")
        if rule.owner and rule.kind is not RuleKind.PRINCIPLE:
            assert PACK.owners[rule.owner] in line(entry.h2)
        for fact in CONNECTIONS.asks[rule.id]:
            assert (PACK.fact[fact].question or PACK.fact[fact].says).lower() in words.lower()
        assert links(row(entry, "Depends on")) == list(CONNECTIONS.follows_from[rule.id])
        assert links(row(entry, "What depends on it")) == list(CONNECTIONS.leads_to[rule.id])
        assert links(row(entry, "Held back by")) == list(CONNECTIONS.held_back_by[rule.id])
        assert links(row(entry, "Rules it holds back")) == list(CONNECTIONS.holds_back[rule.id])
        shown = [[line(td) for td in tr.find_all("td")] for tr in entry.select("tbody tr")]
        table = examples().get(rule.id)
        assert shown == [list(cells) for cells in (table.rows if table else ())]


def test_a_rule_that_holds_something_back_is_never_said_as_if_it_were_to_be_done(officer):
    for section in SECTIONS:
        page = officer.get(f"/rule-book/{section.id}")
        drawn = officer.get(f"/rule-book/{section.id}/map").soup.select("svg a")
        for rule in section.rules:
            if rule.force.value == "must not":
                (listed,) = page.soup.select(f"ul a[href='#rule-{rule.id.replace('.', '-')}']")
                assert "Held back: " in line(listed.parent)
                (box,) = [a for a in drawn if a["href"].endswith(f"#{listed['href'][1:]}")]
                assert "Held back: " in line(box)


def test_every_link_between_pages_leads_to_a_rule_that_is_there(officer):
    wanted = {}
    for section in SECTIONS:
        for part in ("", "/map"):
            main = officer.get(f"/rule-book/{section.id}{part}").soup.main
            for a in main.find_all("a", href=re.compile("^/rule-book/.*#")):
                path, _, fragment = a["href"].partition("#")
                wanted.setdefault(path, set()).add(fragment)
    assert wanted
    for path, fragments in wanted.items():
        there = {tag["id"] for tag in officer.get(path).soup.find_all(id=True)}
        assert fragments <= there, path


@each_section
def test_a_map_draws_every_rule_of_its_section_and_says_the_same_in_words(officer, section):
    page = officer.get(f"/rule-book/{section.id}/map")
    inside = [rule for rule in section.rules if rule.kind is not RuleKind.PRINCIPLE]
    boxes = page.soup.select("svg a")
    hrefs = [a["href"] for a in boxes]
    for rule in inside:
        href = f"/rule-book/{section.id}#rule-{rule.id.replace('.', '-')}"
        assert hrefs.count(href) == 1
        (box,) = [a for a in boxes if a["href"] == href]
        assert rule.id in unbroken(box) or rule.id == rule.concludes
    drawn = {a["href"].partition("#rule-")[2] for a in boxes}
    everywhere = set(CONNECTIONS.everywhere())
    ids = {rule.id for rule in inside}
    lines = {(a, b) for b in ids for a in CONNECTIONS.follows_from[b] if a not in everywhere}
    assert drawn == {id.replace(".", "-") for id in ids | {a for a, _ in lines}}
    assert len(page.soup.select(".app-map__line")) == len(lines)
    said = page.soup.find(id="in-words")
    words = " ".join(line(each) for each in said.find_next_siblings())
    for rule in inside:
        assert rule.words in words
        for other in (*CONNECTIONS.follows_from[rule.id], *CONNECTIONS.leads_to[rule.id]):
            assert other in words or other in everywhere


def test_a_section_of_principles_alone_says_so():
    """Whatever is added later, an empty drawing is never shown."""
    for section in SECTIONS:
        assert section.rules


def test_the_overview_draws_who_acts_in_each_section_and_what_leads_where(officer):
    page = officer.get("/rule-book/map")
    titles = [line(g) for g in page.soup.select(".app-map__title")]
    assert [title.partition(" (")[0] for title in titles] == [s.name for s in SECTIONS]
    everywhere = set(CONNECTIONS.everywhere())
    home = {rule.id: section.name for section in SECTIONS for rule in section.rules}
    said = {
        (a, b)
        for b in PACK.rule
        for a in CONNECTIONS.follows_from[b]
        if a not in everywhere and home[a] != home[b]
    }
    assert said
    ways = [links(li) for li in page.soup.main.find_all("li") if line(li).startswith("from ")]
    assert {(a, b) for a, *others in ways for b in others} == said
    owners = {line(a) for a in page.soup.select("svg a")}
    for rule in PACK.rules:
        if rule.kind in (RuleKind.DUTY, RuleKind.GATE, RuleKind.GAP):
            assert any(PACK.owners[rule.owner] in box for box in owners), rule.owner


def test_kinds_are_told_by_words_and_outline(officer):
    """Never by colour alone: each box says its kind, and each kind has an outline of its own."""
    outlines = {}
    for section in SECTIONS:
        for a in officer.get(f"/rule-book/{section.id}/map").soup.select("svg a"):
            shape = a["class"][1].removeprefix("app-map__box--")
            outlines.setdefault(shape, set()).add(re.sub("[-0-9. ]", "", a.path["d"]))
    legend = officer.get("/rule-book/s3-first-contact/map").soup.select_one(".app-legend")
    assert {g["class"][0].removeprefix("app-map__box--") for g in legend.select("g")} >= set(
        outlines
    ) - {"must-not"}
    assert outlines["gate"].isdisjoint(outlines["must"])
    assert outlines["definition"].isdisjoint(outlines["must"])
    assert outlines["gap"].isdisjoint(outlines["must"])


@pytest.mark.parametrize("id", ["nowhere", "s3", "3", "S3-first-contact", "%00"])
def test_a_section_that_is_none_is_not_found(officer, id):
    officer.get(f"/rule-book/{id}", 404)
    officer.get(f"/rule-book/{id}/map", 404)


def test_looking_changes_nothing(officer, record):
    for url in ("/rule-book", "/rule-book/map", "/rule-book/scope", "/readings"):
        officer.get(url)
    assert record.entries() == []
    with record.database() as db:
        assert list(db.query("select * from packs")) == []


def test_numbers_are_those_of_the_day(officer, clock, browse):
    """A page says what applies today, with the source and the day it applies from."""
    entry = entry_of(officer.get("/rule-book/s4-emergency-accommodation"), PACK.rule["a45"])
    numbers = line(row(entry, "Numbers"))
    assert "45 (working days), from 1 February 2019" in numbers
    assert "section 5.1, paragraph 1" in numbers


@each_section
def test_law_says_when_it_was_checked_and_is_looked_at_again(officer, section):
    page = officer.get(f"/rule-book/{section.id}")
    for rule in section.rules:
        says = line(row(entry_of(page, rule), "Where it is from"))
        if rule.source.kind == "statute":
            assert says.startswith("Law. ")
        for words, day in (
            ("Held against the text on", rule.source.checked_on),
            ("To be looked at again by", rule.source.review_by),
        ):
            assert (words in says) is (day is not None)
            assert day is None or f"{words} {day.day} {day:%B %Y}" in says


def test_every_page_is_quick_and_small(officer):
    urls = ["/rule-book", "/rule-book/map", "/readings", "/readings/A12"]
    urls += [f"/rule-book/{section.id}{part}" for section in SECTIONS for part in ("", "/map")]
    slow = {}
    for url in urls:
        officer.get(url)
        took = []
        for _ in range(5):
            started = time.process_time()
            response = officer.client.get(url)
            took.append(time.process_time() - started)
            size = len(response.data)
            response.close()
        if min(took) > HOW_LONG or size > HOW_BIG:
            slow[url] = (min(took), size)
    assert slow == {}
