"""What a young person reads, as data: a folder to each language, a document to each file.

``en`` is complete, and the others are held against it. A language that the council supplies is a
folder like it, here or in the folder that the environment variable FRONTDOOR_TEXTS names. Whatever
it lacks is said in English, and the page says so. ``language.toml`` says what it is called, the way
it runs, and its months.

    load("plan", "cy")["next.heading"]        a text of a table, by its path
    load("plan", "cy").lines("next.how")      a list: as a whole in one language
    load("plan", "cy")["hello"].fill(name=…)  what stands in braces is put in
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Formatter
from typing import Any

HERE = Path(__file__).parent
VARIABLE = "FRONTDOOR_TEXTS"
ENGLISH = "en"
ABOUT = "language"

Tree = Mapping[str, Any]
Found = str | tuple[str, ...]


class UnknownLanguage(LookupError):
    """There is no folder of texts by that name."""


class BrokenTexts(ValueError):
    """A file of texts cannot be read. The message names it."""


@dataclass(frozen=True)
class Language:
    """``id`` is what HTML calls it, ``name`` what its speakers do. ``direction`` is ltr or rtl."""

    id: str
    name: str
    direction: str = "ltr"
    months: tuple[str, ...] = ()

    def day(self, day: date) -> str:
        """In figures where the language has not said what its months are called."""
        if not self.months:
            return f"{day:%d/%m/%Y}"
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class Text:
    """Words, and the language they are in: English where the one asked for has none."""

    words: str
    language: Language

    def fill(self, **names: Any) -> "Text":
        """KeyError where a name in braces is not given."""
        return Text(self.words.format(**names), self.language)

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Texts:
    """One document in one language. ``missing`` are the paths that it says in English."""

    name: str
    language: Language
    found: Mapping[str, tuple[Found, Language]]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(path for path, (_, said) in self.found.items() if said != self.language)

    @property
    def version(self) -> str:
        """Names what it says: another word makes another version."""
        said = "\n".join(f"{path}={text!r}" for path, (text, _) in self.found.items())
        return sha256(said.encode()).hexdigest()[:16]

    @property
    def every_line(self) -> tuple[str, ...]:
        """All that it says, in its order."""
        return tuple(
            line
            for text, _ in self.found.values()
            for line in ((text,) if isinstance(text, str) else text)
        )

    def __getitem__(self, path: str) -> Text:
        """KeyError where there is none, TypeError for a list."""
        words, language = self.found[path]
        if not isinstance(words, str):
            raise TypeError(f"{self.name}: {path} is a list.")
        return Text(words, language)

    def __contains__(self, path: str) -> bool:
        return path in self.found

    def lines(self, path: str) -> tuple[Text, ...]:
        """A list. KeyError where there is none, TypeError for what is none."""
        words, language = self.found[path]
        if isinstance(words, str):
            raise TypeError(f"{self.name}: {path} is no list.")
        return tuple(Text(line, language) for line in words)

    def under(self, table: str) -> tuple[str, ...]:
        """The names in a table, in the order of English: its sections, for example."""
        names = (
            path.removeprefix(f"{table}.") for path in self.found if path.startswith(f"{table}.")
        )
        return tuple(dict.fromkeys(name.partition(".")[0] for name in names))


def languages() -> tuple[Language, ...]:
    """Those there are texts in. English comes first."""
    ids = {place.parent.name for root in _roots() for place in root.glob(f"*/{ABOUT}.toml")}
    return tuple(language(id) for id in sorted(ids, key=lambda id: (id != ENGLISH, id)))


def language(id: str) -> Language:
    """Raises UnknownLanguage."""
    return _language(id, _roots())


def documents(folder: str = "") -> tuple[str, ...]:
    """What there is to load, as English has it: of a folder of a language, or at its top."""
    found = sorted(place.stem for place in (HERE / ENGLISH / folder).glob("*.toml"))
    return tuple(f"{folder}/{name}" if folder else name for name in found if name != ABOUT)


def load(name: str, id: str = ENGLISH) -> Texts:
    """A document, such as ``plan`` or ``rights/complaints``. Raises UnknownLanguage."""
    return _load(name, id, _roots())


def check() -> None:
    """Read everything once: a fault is found before anybody reads it. Raises BrokenTexts."""
    folders = [place.name for place in (HERE / ENGLISH).iterdir() if place.is_dir()]
    for each in languages():
        for folder in ("", *folders):
            for name in documents(folder):
                load(name, each.id)


def _roots() -> tuple[Path, ...]:
    more = os.environ.get(VARIABLE)
    return (HERE, Path(more)) if more else (HERE,)


@cache
def _language(id: str, roots: tuple[Path, ...]) -> Language:
    for root in roots:
        place = root / id / f"{ABOUT}.toml"
        # An id is the name of a folder, and never a way out of it.
        if id.replace("-", "").isalnum() and place.is_file():
            about = _read(place)
            try:
                months = tuple(about.get("months", ()))
                found = Language(id, about["name"], about.get("direction", "ltr"), months)
            except KeyError as error:
                raise BrokenTexts(f"{place}: {error.args[0]} is missing") from error
            if found.direction not in ("ltr", "rtl") or len(found.months) not in (0, 12):
                raise BrokenTexts(f"{place}: direction is ltr or rtl, and there are 12 months")
            return found
    raise UnknownLanguage(id)


@cache
def _load(name: str, id: str, roots: tuple[Path, ...]) -> Texts:
    asked, english = _language(id, roots), _language(ENGLISH, roots)
    own: dict[str, Found] = {}
    for root in roots:  # the council's own words over ours, also in English
        place = root / id / f"{name}.toml"
        if place.is_file():
            own |= _flat(_read(place))
    try:
        said = {
            path: (own[path], asked) if _stands_for(own.get(path), words) else (words, english)
            for path, words in _flat(_read(HERE / ENGLISH / f"{name}.toml")).items()
        }
    except ValueError as error:
        raise BrokenTexts(f"{name} in {id}: a brace is not closed ({error})") from error
    return Texts(name, asked, said)


def _stands_for(own: Found | None, english: Found) -> bool:
    """A translation that puts in something else than English does would say something else."""
    return type(own) is type(english) and _put_in(own) == _put_in(english)


def _put_in(words: Found | None) -> set[str]:
    lines = (words,) if isinstance(words, str) else words or ()
    return {name for line in lines for _, name, _, _ in Formatter().parse(line) if name is not None}


def _flat(tree: Tree, before: str = "") -> dict[str, Found]:
    return dict(_leaves(tree, before))


def _leaves(tree: Tree, before: str) -> Iterator[tuple[str, Found]]:
    for key, value in tree.items():
        path = f"{before}.{key}" if before else key
        if isinstance(value, Mapping):
            yield from _leaves(value, path)
        elif isinstance(value, list):
            yield path, tuple(str(line) for line in value)
        else:
            yield path, str(value)


def _read(place: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(place.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenTexts(f"{place}: {error}") from error
