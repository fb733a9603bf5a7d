"""The written information on rights, as it stands now in one language, ready to be kept.

A sheet is plain data, so that what somebody was given can be read again exactly, also after the
texts have changed:

    {version, written, language, title, before, choices, help}

A text is {words, lang, dir}. ``choices`` are {name, called, rows: [{heading, text}]}, ``help``
{title, lines}. Where something comes from is not part of it.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import texts
from texts import Text

CHOICES, HELP = "rights/choices", "rights/help"
WAYS = ("s20", "s17", "part_vii")
PARTS = ("advocate", "complain", "record", "understand")

Sheet = Mapping[str, Any]


def sheet(language: str = texts.ENGLISH) -> Sheet:
    """As it stands now. Raises texts.UnknownLanguage."""
    choices, helps = texts.load(CHOICES, language), texts.load(HELP, language)
    rows = choices.under("headings")
    return {
        "version": sha256(f"{choices.version} {helps.version}".encode()).hexdigest()[:16],
        "written": str(choices["written"]),
        "language": {"id": choices.language.id, "name": choices.language.name},
        "title": kept(choices["title"]),
        "before": [kept(line) for line in choices.lines("before")],
        "choices": [
            {
                "name": kept(choices[f"{way}.name"]),
                "called": kept(choices[f"{way}.called"]),
                "rows": [
                    {
                        "heading": kept(choices[f"headings.{row}"]),
                        "text": kept(choices[f"{way}.{row}"]),
                    }
                    for row in rows
                ],
            }
            for way in WAYS
        ],
        "help": [
            {
                "title": kept(helps[f"{part}.title"]),
                "lines": [kept(line) for line in helps.lines(f"{part}.lines")],
            }
            for part in PARTS
        ],
    }


def kept(text: Text) -> dict[str, str]:
    return {"words": text.words, "lang": text.language.id, "dir": text.language.direction}
