def test_whoever_may_be_under_18_is_a_child(spec):
    """The 18th birthday decides, from midnight in London. Somebody born on 29 February is 18 on
    1 March. An age in doubt, or not known, is a child's."""
    spec(
        "is_child",
        """
        date of birth | age disputed | on               | is child
        --------------+--------------+------------------+---------
                      |              |                  | yes
                      | yes          |                  | yes
                      | no           |                  | yes
        2008-05-21    |              | 2026-05-20 23:59 | yes
        2008-05-20    |              | 2026-05-19 23:59 | yes
        2008-05-20    |              | 2026-05-20 00:00 | no
        2008-05-20    | no           | 2026-05-20 10:00 | no
        2008-05-19    |              | 2026-05-20 10:00 | no
        2008-05-19    | yes          | 2026-05-20 10:00 | yes
        2008-02-29    |              | 2026-02-28 23:59 | yes
        2008-02-29    |              | 2026-03-01 00:00 | no
        2015-01-01    |              | 2026-05-20 10:00 | yes
        """,
    )


def test_the_protocol_is_for_whoever_may_be_16_or_17(spec):
    """From the 16th birthday until the day before the 18th. A date of birth that nobody knows
    closes no door, and neither does doubt about an age of 18 or more."""
    spec(
        "within_protocol",
        """
        date of birth | age disputed | on               | within protocol
        --------------+--------------+------------------+----------------
                      |              |                  | yes
                      | yes          |                  | yes
        2010-05-21    |              | 2026-05-20 10:00 | no
        2010-05-20    |              | 2026-05-19 23:59 | no
        2010-05-20    |              | 2026-05-20 00:00 | yes
        2010-05-19    |              | 2026-05-20 10:00 | yes
        2008-05-21    |              | 2026-05-20 10:00 | yes
        2008-05-20    |              | 2026-05-20 10:00 | no
        2008-05-20    | yes          | 2026-05-20 10:00 | yes
        2008-05-19    |              | 2026-05-20 10:00 | no
        2008-02-29    |              | 2024-02-28 23:59 | no
        2008-02-29    |              | 2024-02-29 00:00 | yes
        2008-02-29    |              | 2026-02-28 23:59 | yes
        2008-02-29    |              | 2026-03-01 00:00 | no
        """,
    )


def test_a_child_under_16_is_referred_at_once(spec):
    """The protocol is not for them, and that is no reason to wait."""
    spec(
        "a48-under-16",
        """
        date of birth | age disputed | on               | due              | applies
        --------------+--------------+------------------+------------------+--------
                      |              |                  |                  | no
        2010-05-21    |              | 2026-05-20 10:00 | 2026-05-20 10:00 | yes
        2010-05-21    | yes          | 2026-05-20 10:00 |                  | yes
        2010-05-20    |              | 2026-05-19 23:59 | 2026-05-19 23:59 | yes
        2010-05-20    |              | 2026-05-20 00:00 |                  | no
        2010-05-19    |              | 2026-05-20 10:00 |                  | no
        2008-02-29    |              | 2024-02-28 03:00 | 2024-02-28 03:00 | yes
        2008-02-29    |              | 2024-02-29 03:00 |                  | no
        2008-05-19    |              | 2026-05-20 10:00 |                  | no
        2008-05-19    | yes          | 2026-05-20 10:00 |                  | no
        """,
    )


def test_a_child_under_16_has_a_bed_tonight(spec):
    """Unless it is known that they have one. Whether they need somewhere to live does not come
    into it."""
    spec(
        "a48-under-16-bed",
        """
        date of birth | needs bed | needs         | on               | due              | applies
                      | tonight   | accommodation |                  |                  |
        --------------+-----------+---------------+------------------+------------------+--------
                      |           |               |                  |                  | no
        2010-05-21    |           |               | 2026-05-20 16:59 | 2026-05-20 16:59 | yes
        2010-05-21    | yes       |               | 2026-05-20 17:00 | 2026-05-20 17:00 | yes
        2010-05-21    | yes       | yes           | 2026-05-20 17:01 | 2026-05-20 17:01 | yes
        2010-05-21    | no        |               | 2026-05-20 10:00 |                  | no
        2010-05-21    | no        | yes           | 2026-05-20 10:00 |                  | no
        2010-05-21    |           | no            | 2026-05-20 10:00 |                  | yes
        2010-05-20    | yes       |               | 2026-05-20 10:00 |                  | no
        2008-05-20    | yes       |               | 2026-05-20 10:00 |                  | no
        2010-05-21    | yes       |               | 2026-05-20 00:30 | 2026-05-20 00:30 | yes
        """,
    )


def test_an_adult_can_apply_for_help_today(spec):
    """Only when they are known to be 18 or over and nobody doubts it."""
    spec(
        "a48-adult",
        """
        date of birth | age disputed | on               | due              | applies
        --------------+--------------+------------------+------------------+--------
                      |              |                  |                  | no
                      | no           |                  |                  | no
        2008-05-21    |              | 2026-05-20 10:00 |                  | no
        2008-05-20    |              | 2026-05-19 23:59 |                  | no
        2008-05-20    |              | 2026-05-20 00:00 | 2026-05-20 23:59 | yes
        2008-05-20    | no           | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        2008-05-19    | yes          | 2026-05-20 10:00 |                  | no
        2008-02-29    |              | 2026-02-28 10:00 |                  | no
        2008-02-29    |              | 2026-03-01 10:00 | 2026-03-01 23:59 | yes
        2010-05-21    |              | 2026-05-20 10:00 |                  | no
        """,
    )


def test_an_adult_is_asked_about_having_been_in_care(spec):
    """Asked of every adult who comes."""
    spec(
        "a48-adult-care",
        """
        date of birth | age disputed | on               | due              | applies
        --------------+--------------+------------------+------------------+--------
                      |              |                  |                  | no
        2008-05-21    |              | 2026-05-20 10:00 |                  | no
        2008-05-20    |              | 2026-05-20 10:00 | 2026-05-20 23:59 | yes
        2008-05-19    |              | 2026-05-20 10:00 | 2026-05-20 23:59 | yes
        2008-05-19    | yes          | 2026-05-20 10:00 |                  | no
        2008-02-29    |              | 2026-02-28 10:00 |                  | no
        2008-02-29    |              | 2026-03-01 10:00 |                  | yes
        2010-05-21    |              | 2026-05-20 10:00 |                  | no
        """,
    )
