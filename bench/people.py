"""How long it takes to find somebody among 100,000 made-up people: python -m bench.people."""

import argparse
import gc
import os
import platform
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from store import stream_names
from store.database import connect
from store.duplicates import possible_duplicates
from store.ids import new_id
from store.journal import Author, command
from store.migrations import migrate
from store.search import search

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
AUTHOR = Author("human-bench", "account-bench", "housing_needs_officer")
READER = "human-reader"
ROW = "  {:<50} {:>5} {:>8} {:>8} {:>8} {:>8}"

_FORENAMES = """
Mohammed Muhammad Mohamed Olivia Amelia Isla Ava Ivy Lily Florence Mia Grace Noah Oliver George
Arthur Leo Luca Freya Theo Sophie Sophia Isabelle Isabella Zoë Chloe Chloë Anaïs Aisha Ayesha
Fatima Fatimah Zainab Zaynab Yusuf Youssef Yousef Ibrahim Abdul Abdullah Abdulrahman Ali Aaliyah
Siobhán Niamh Seán Sean Shaun Shawn Connor Conor Kieran Ciarán Łukasz Wojciech Zofia Aleksandra
Alexandra Oleksandr Katarzyna Catherine Katherine Kathryn Kateryna José María Inês João Thiago
Nguyên Linh Minh Wei Xin Mei Ying Jun Oluwaseun Oluwatobi Chidera Chukwuemeka Ngozi Adaeze Kwame
Kofi Ama Abena Tariq Hamza Bilal Hussein Husain Hassan Reza Parisa Shirin Soran Zana Rojin Dilan
Jayden Jaden Kayleigh Kaylee Tyler Tylor Callum Calum Ethan Liam Mason Harley Riley Charlie Alfie
Emily Emma Ella Ellie Ruby Poppy Daisy Evie Rosie Matilda Elsie Phoebe Robyn Robin Sam Samuel
Samantha Samira Daniel Daniela Danielle Michael Michał Mikhail Stephen Steven Philip Filip
Jean-Luc Mary-Kate Anne-Marie D'Angelo Amy Amie Aimee Jack Jake Jacob Yakub Joseph Yosef Yonas
Selam
"""

_SURNAMES = """
Smith Smyth Jones Taylor Tailor Brown Browne Williams Wilson Johnson Davies Davis Patel Singh Kaur
Khan Hussain Hussein Ahmed Ahmad Ali Begum Akhtar Rahman Chowdhury Choudhury O'Brien O'Connor
O'Neill McDonald MacDonald McCarthy Murphy Kelly Ryan Walsh Kowalski Kowalska Nowak Wiśniewski
Lewandowska Popescu Ionescu Dumitru García Fernández González Rodríguez Silva Santos Ferreira
Nguyen Tran Lê Chen Wang Li Zhang Liu Okafor Okonkwo Adeyemi Adebayo Mensah Owusu Boateng Asante
Mohamed Abdi Hassan Osman Warsame Farah Yusuf Tesfaye Haile Gebremedhin El-Sayed Elsayed Al-Hassan
Müller Schröder Özdemir Yılmaz Demir Kaya Şahin Clarke Clark Reid Reed Thompson Thomson Phillips
Philips Stephens Stevens Green Greene Wright Walker Hall Hill Baker Cook Cooper Ward Turner Parker
Edwards Collins Stewart Stuart Morris Rogers Rodgers Morgan Bell Bailey Cohen Levy Goldberg Katz
Friedman Shapiro Smith-Jones Taylor-Brown Khan-Ahmed Campbell Anderson Robinson Jackson White
Harris
"""

FORENAMES, SURNAMES = _FORENAMES.split(), _SURNAMES.split()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--queries", type=int, default=300, help="of each kind")
    options.add_argument("--database", type=Path, help="keep it here, and use it when it is there")
    asked = options.parse_args()
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version},"
        f" {os.cpu_count()} CPUs"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = asked.database or Path(folder) / "people.sqlite3"
        begun, there = time.perf_counter(), path.exists()
        db = connect(path)
        with closing(db.conn):
            migrate(db)
            if not there:
                fill(db, asked.people)
                print(
                    f"{asked.people:,} people in {time.perf_counter() - begun:.0f} seconds",
                    end=", ",
                )
            print(f"{path.stat().st_size / 1e6:.0f} MB")
            print("Milliseconds by the clock on the wall, and as the processor has them, which")
            print("leaves out waiting for other work on this machine.\n")
            measure(db, asked.queries)


def fill(db: Database, count: int) -> None:
    """People, aliases, other dates of birth, and a case for every fifth; one case in fifty is
    restricted.
    """
    choose = random.Random(1)
    with command(db, new_id(), author=AUTHOR, recorded_at=NOW) as c:
        for n in range(count):
            id = new_id()
            person = stream_names.person(id)
            c.append(
                person,
                "person_recorded",
                {"name": a_name(choose), "date_of_birth": a_day(choose)},
            )
            if n % 10 == 0:
                alias = {"alias": a_name(choose), "reason": "Used at school"}
                c.append(person, "alias_added", alias)
            if n % 20 == 0:
                born = {"date_of_birth": a_day(choose) or "2009-01-01", "reason": "Came again"}
                c.append(person, "date_of_birth_given", born)
            if n % 5 == 0:
                case = stream_names.case(new_id())
                reference = f"FD-{n:06}"
                c.append(case, "presentation_started", {"reference": reference})
                c.append(case, "case_opened", {"person_id": id, "reference": reference})
                if n % 250 == 0:
                    c.append(case, "case_restricted", {"allowed": [], "reason": "Bench"})


def a_name(choose: random.Random) -> str:
    """The first in the lists are the commonest, and some have a middle name made by nobody."""
    forenames = [common(choose, FORENAMES)]
    if choose.random() < 0.25:
        forenames.append(common(choose, FORENAMES))
    return " ".join([*forenames, rare(choose, common(choose, SURNAMES))])


def common(choose: random.Random, names: list[str]) -> str:
    return names[min(int(choose.expovariate(4 / len(names))), len(names) - 1)]


def rare(choose: random.Random, name: str) -> str:
    """Half of all surnames are one of many thousands."""
    if choose.random() < 0.5:
        return name
    middle = "".join(choose.choice(("ba", "ko", "ri", "sel", "tan", "mo", "wi")) for _ in range(3))
    return name[:2] + middle + choose.choice(("son", "ski", "u", "ez", "an", "i"))


def a_day(choose: random.Random) -> str | None:
    """Over twelve years; not known of one in ten."""
    if choose.random() < 0.1:
        return None
    return (date(2000, 1, 1) + timedelta(days=choose.randrange(12 * 365))).isoformat()


Asked = tuple[str, Callable[[], object]]


def measure(db: Database, count: int) -> None:
    print(ROW.format("", "found", "p50", "p99", "p50 cpu", "p99 cpu"))
    choose = random.Random(2)
    known = list(db.query("select name, date_of_birth from people where date_of_birth > ''"))
    aliases = [
        row["name"] for row in db.query("select name from person_names where kind = 'alias'")
    ]
    for kind, ask in kinds(choose, known, aliases):
        texts = [ask() for _ in range(count)]
        took, found = timed(lambda text: search(db, text, READER), texts)
        print(ROW.format(f"search: {kind}", found, *took))
    for kind, dated in (("name and date of birth", True), ("name alone", False)):
        people = [misspelt(choose, choose.choice(known)) for _ in range(count)]
        took, found = timed(
            lambda p, dated=dated: possible_duplicates(
                db, p[0], date.fromisoformat(p[1]) if dated else None, READER
            ),
            people,
        )
        print(ROW.format(f"possible duplicates: {kind}", found, *took))


def kinds(
    choose: random.Random, known: list[dict[str, str]], aliases: list[str]
) -> Iterator[tuple[str, Callable[[], str]]]:
    def one() -> dict[str, str]:
        return choose.choice(known)

    yield "name as recorded", lambda: one()["name"]
    yield "name with one letter wrong", lambda: misspelt(choose, one())[0]
    yield "name and date of birth", lambda: "{name} {date_of_birth}".format(**one())
    yield "name spelled otherwise and date of birth", lambda: " ".join(misspelt(choose, one()))
    yield "alias", lambda: choose.choice(aliases)
    yield "surname alone", lambda: one()["name"].split()[-1]
    yield "a common forename alone", lambda: choose.choice(FORENAMES[:5])
    yield "the first three letters", lambda: one()["name"][:3]
    yield "date of birth alone", lambda: one()["date_of_birth"]
    yield "case reference", lambda: f"FD-{choose.randrange(0, 100_000, 5):06}"
    yield "nobody", lambda: "".join(choose.choice("bdfgklmnprstvz aeiou") for _ in range(14))
    yield "five words", lambda: " ".join(choose.choice(FORENAMES) for _ in range(5))


def misspelt(choose: random.Random, found: dict[str, str]) -> tuple[str, str]:
    name = found["name"]
    place = choose.randrange(len(name))
    return name[:place] + choose.choice("aeiort") + name[place + 1 :], found["date_of_birth"]


def timed(
    work: Callable[..., tuple[object, ...]], given: Sequence[object]
) -> tuple[list[str], int]:
    """p50 and p99 by both clocks, and how many were found in the middle case."""
    for each in given[:10]:
        work(each)
    gc.collect()
    wall, processor, found = [], [], []
    for each in given:
        begun, worked = time.perf_counter(), time.thread_time()
        found.append(len(work(each)))
        wall.append((time.perf_counter() - begun) * 1e3)
        processor.append((time.thread_time() - worked) * 1e3)
    figures = [at(times, percent) for times in (wall, processor) for percent in (50, 99)]
    return [f"{figure:.1f}" for figure in figures], sorted(found)[len(found) // 2]


def at(times: list[float], percent: int) -> float:
    """The time that so many of a hundred queries stayed under."""
    return sorted(times)[len(times) * percent // 100]


if __name__ == "__main__":
    main()
