"""What a plan said, line by line, as it is kept when it is given to somebody.

It is read off what is drawn, so that it can be read again as it was, whatever becomes of the words,
the template or the language since.
"""

import re
from html.parser import HTMLParser

from store.plan.plan import Line

KINDS = {"h1": "title", "h2": "heading", "h3": "group", "p": "words", "li": "listed",
         "blockquote": "quote"}  # fmt: skip
ACTION = "app-plan__words"
KEEPS_BREAKS = ("action", "quote")


def lines_of(html: str, language: str) -> list[Line]:
    """``html`` is the plan on paper; ``language`` is the one that it is in."""
    reader = _Reader(language)
    reader.feed(html)
    reader.close()
    return [line for line in map(_tidied, reader.lines) if line["runs"]]


class _Reader(HTMLParser):
    """Each block is a line, in runs of one language; of words that somebody typed none is known."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.within: list[tuple[str, str]] = [("html", language)]
        self.is_plan = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_plan = self.is_plan or tag == "body"
        if tag in ("br", "hr", "meta"):
            return
        said, language = dict(attrs), self.within[-1][1]
        if tag in ("bdi", "blockquote"):
            language = ""
        self.within.append((tag, said.get("lang") or language))
        if tag in KINDS:
            kind = "action" if ACTION in (said.get("class") or "") else KINDS[tag]
            self.lines.append({"kind": kind, "runs": []})

    def handle_endtag(self, tag: str) -> None:
        while self.within[-1][0] != tag:
            self.within.pop()
        self.within.pop()

    def handle_data(self, data: str) -> None:
        if self.is_plan and self.lines:
            self.lines[-1]["runs"].append([data, self.within[-1][1]])


def _tidied(line: Line) -> Line:
    """As a browser shows it: a run of blanks is one."""
    runs: list[list[str]] = []
    for words, language in line["runs"]:
        if line["kind"] not in KEEPS_BREAKS:
            words = re.sub("[ \n\t\r]+", " ", words)
        if runs and (not words.strip() or runs[-1][1] == language):
            runs[-1][0] += words
        elif words.strip() or runs:
            runs.append([words, language])
    if runs:
        runs[0][0], runs[-1][0] = runs[0][0].lstrip(), runs[-1][0].rstrip()
    return {"kind": line["kind"], "runs": [run for run in runs if run[0]]}
