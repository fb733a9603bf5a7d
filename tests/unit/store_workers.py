"""Other processes that append to a store, to be started and sometimes killed by tests."""

import sys
from pathlib import Path
from threading import Thread

from store.ids import new_id
from store.journal import command
from store.reading import head
from tests.unit.store_helpers import ADA, NOW, a_store


def append_many(path: str, stream: str, times: int) -> None:
    """From three threads at once, each reading the head before it appends."""

    def work() -> None:
        with a_store(Path(path)) as db:
            for _ in range(times):
                head(db, stream)
                with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
                    c.append(stream, "advice_given", {"words": "x" * 100})

    threads = [Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def append_for_ever(path: str, first: str, second: str) -> None:
    """Three entries a command, over two streams; each command is said to be done once it is."""
    with a_store(Path(path)) as db:
        while True:
            with command(db, new_id(), author=ADA, recorded_at=NOW) as c:
                c.append(first, "answers_given", ANSWERS)
                c.append(second, "person_recorded", {"name": "Sam", "date_of_birth": None})
                done = c.append(first, "advice_given", {"words": "x" * 2000})
            print(done.seq, flush=True)


ANSWERS = {"journey": "first-contact", "page": "one", "answers": [], "facts": {}}

if __name__ == "__main__":
    work, path, *rest = sys.argv[1:]
    if work == "many":
        append_many(path, rest[0], int(rest[1]))
    else:
        append_for_ever(path, rest[0], rest[1])
