"""How old somebody is, said for people."""

from datetime import date

from rules.pack import Pack


def birthday(born: date, age: int) -> date:
    """The day they reach an age. Born on 29 February, in other years on 1 March (A48)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def years_on(born: date, day: date) -> int:
    """How many whole years old they are on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_in_words(pack: Pack, born: date, today: date) -> str:
    """“17, 126 days to 18”."""
    adult = birthday(born, pack.number("adult_age", today))
    years = years_on(born, today)
    left = (adult - today).days
    return f"{years}, {left} day{'s' if left != 1 else ''} to 18" if left > 0 else str(years)
