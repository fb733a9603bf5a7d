"""The parts of a case, in short: who answers what, and where it leads."""

from store.ids import new_id

RECORD = "Save"


def part(browser, case, page, status=302, **answers):
    """Answer one page of a part, for example ``section-20/wishes``."""
    shown = browser.get(f"{case}/parts/{page}")
    return browser.submit(shown, status=status, **answers)


def add(browser, case, page, status=302, **answers):
    """Add a record to a list, for example ``section-20/offers``."""
    shown = browser.get(f"{case}/parts/{page}/{new_id()}")
    return browser.submit(shown, RECORD, status=status, **answers)


def at(day, month, year, time):
    """A day and a time, as the four boxes take them."""
    return [str(day), str(month), str(year), time]
