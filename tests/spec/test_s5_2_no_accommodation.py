def test_not_in_need_and_home_is_safe(spec):
    """Only from a place the council gave them, and only where home is known to be safe, a parent is
    willing, their view is recorded and they do not object."""
    spec(
        "5.2-r",
        """
        in need | needs         | not in need | not in need | safe to     | parent or | young    | objects to | accommodated | family  | date of    | on               | due  | applies
                | accommodation | reasons     | manager     | return home | carer     | persons  | going home | by council   | contact | birth      |                  |      |
                |               | written     | agrees      |             | willing   | view     |            |              | unsafe  |            |                  |      |
                |               |             |             |             |           | recorded |            |              |         |            |                  |      |
        --------+---------------+-------------+-------------+-------------+-----------+----------+------------+--------------+---------+------------+------------------+------+----------
                |               |             |             |             |           |          |            |              |         |            |                  | none | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | yes          |         |            |                  | none | yes
        no      | yes           | yes         | yes         | yes         | yes       | yes      | yes        | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      |            | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         |             | yes       | yes      | no         | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | no        | yes      | no         | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | no           |         |            |                  |      | no
        no      | yes           | yes         | no          | yes         | yes       | yes      | no         | yes          |         |            |                  |      | no
        no      | yes           | yes         |             | yes         | yes       | yes      | no         | yes          |         |            |                  |      | not_known
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | yes          | yes     |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | yes          |         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_not_in_need_and_early_help_is_offered(spec):
    """An offer, not a referral."""
    spec(
        "5.2-s",
        """
        in need | needs         | not in need | not in need | date of    | on               | due  | applies
                | accommodation | reasons     | manager     | birth      |                  |      |
                |               | written     | agrees      |            |                  |      |
        --------+---------------+-------------+-------------+------------+------------------+------+----------
                |               |             |             |            |                  | none | not_known
        no      | yes           | yes         | yes         |            |                  | none | yes
        no      | no            |             |             |            |                  |      | yes
        no      | yes           | no          | yes         |            |                  |      | no
        no      | yes           |             | yes         |            |                  |      | not_known
        yes     |               |             |             |            |                  |      | no
        no      | yes           | yes         | yes         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_nobody_is_just_sent_to_housing(spec):
    """They do not want to go home, or no home has been made sure of: the case is handed over to a
    named person."""
    spec(
        "5.2-t",
        """
        in need | needs         | not in need | not in need | safe to     | parent or | young    | objects to | date of    | agrees to | family home | manager | housing       | legal | on     | detained at 16 | on               | due  | applies
                | accommodation | reasons     | manager     | return home | carer     | persons  | going home | birth      | live      | suitable    | has     | owes          | basis | remand | after          |                  |      |
                |               | written     | agrees      |             | willing   | view     |            |            | with      | with        | decided | accommodation |       |        | thirteen       |                  |      |
                |               |             |             |             |           | recorded |            |            | family    | support     |         |               |       |        | weeks          |                  |      |
        --------+---------------+-------------+-------------+-------------+-----------+----------+------------+------------+-----------+-------------+---------+---------------+-------+--------+----------------+------------------+------+----------
                |               |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  | none | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  | none | yes
        no      | no            |             |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | yes
        no      | no            |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | no            |             |             |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | no          |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        yes     | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        | 2008-05-20 |           |             |         |               |       |        |                | 2026-05-20 10:00 |      | no
        no      | yes           | yes         | yes         |             |           |          | no         |            | yes       | yes         |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            | no        |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             | yes     | yes           |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | no      | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     | no            |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               | s23b  | no     | yes            |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       | yes    |                |                  |      | yes
        """,
    )


def test_housing_decides_what_it_owes(spec):
    """With the risks at home and the parents' willingness in view."""
    spec(
        "5.2-t-housing",
        """
        in need | needs         | not in need | not in need | safe to     | parent or | young    | objects to | date of    | agrees to | family home | manager | housing       | legal | on     | detained at 16 | on               | due  | applies
                | accommodation | reasons     | manager     | return home | carer     | persons  | going home | birth      | live      | suitable    | has     | owes          | basis | remand | after          |                  |      |
                |               | written     | agrees      |             | willing   | view     |            |            | with      | with        | decided | accommodation |       |        | thirteen       |                  |      |
                |               |             |             |             |           | recorded |            |            | family    | support     |         |               |       |        | weeks          |                  |      |
        --------+---------------+-------------+-------------+-------------+-----------+----------+------------+------------+-----------+-------------+---------+---------------+-------+--------+----------------+------------------+------+----------
                |               |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  | none | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  | none | yes
        no      | no            |             |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | yes
        no      | no            |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | no            |             |             |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | no          |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        yes     | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        | 2008-05-20 |           |             |         |               |       |        |                | 2026-05-20 10:00 |      | no
        no      | yes           | yes         | yes         |             |           |          | no         |            | yes       | yes         |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            | no        |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             | yes     | yes           |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | no      | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     | no            |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               | s23b  | no     | yes            |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       | yes    |                |                  |      | yes
        """,
    )


def test_not_in_need_and_nowhere_to_live(spec):
    """The protocol is silent. A manager looks again that day: an hour later, at the end of the day
    and the day after. Until a manager has decided and Housing has accepted, it goes on."""
    spec(
        "gap-5.2-a20",
        """
        in need | needs         | not in need | not in need | safe to     | assessment       | objects to | parent or | young    | manager has | housing owes  | agrees to | family home | date of    | legal | on     | detained at 16 | on               | due              | applies
                | accommodation | reasons     | manager     | return home | decided at       | going home | carer     | persons  | decided     | accommodation | live with | suitable    | birth      | basis | remand | after          |                  |                  |
                |               | written     | agrees      |             |                  |            | willing   | view     |             |               | family    | with        |            |       |        | thirteen       |                  |                  |
                |               |             |             |             |                  |            |           | recorded |             |               |           | support     |            |       |        | weeks          |                  |                  |
        --------+---------------+-------------+-------------+-------------+------------------+------------+-----------+----------+-------------+---------------+-----------+-------------+------------+-------+--------+----------------+------------------+------------------+----------
                |               |             |             |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  | none             | not_known
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |            |           |          |             |               |           |             |            |       |        |                | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |            |           |          |             |               |           |             |            |       |        |                | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |            |           |          |             |               |           |             |            |       |        |                | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          |                  |            |           |          |             |               |           |             |            |       |        |                |                  | none             | yes
        no      | yes           | yes         | yes         |             |                  | yes        |           |          |             |               |           |             |            |       |        |                |                  |                  | yes
        no      | yes           | yes         | yes         |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | yes
        no      |               | yes         | yes         |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | not_known
        no      | yes           | yes         | yes         | yes         |                  | no         | yes       | yes      |             |               |           |             |            |       |        |                |                  |                  | no
        no      | no            | yes         | yes         |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |            |           |          | yes         | yes           |           |             |            |       |        |                |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |            |           |          | yes         | no            |           |             |            |       |        |                |                  |                  | yes
        no      | yes           | yes         | yes         | no          |                  |            |           |          | no          | yes           |           |             |            |       |        |                |                  |                  | yes
        no      | yes           | yes         | yes         | no          |                  |            |           |          |             |               | yes       | yes         |            |       |        |                |                  |                  | no
        yes     | yes           | yes         | yes         | no          |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |            |           |          |             |               |           |             | 2008-05-20 |       |        |                | 2026-05-20 10:00 |                  | no
        no      | yes           | yes         | yes         |             |                  |            |           |          |             |               |           |             |            | s23b  | no     | yes            |                  |                  | no
        """,
    )


def test_housing_secures_a_bed_that_day(spec):
    """From the hour it was decided to the end of that day, until Housing has said that it owes
    nothing."""
    spec(
        "a20-bed",
        """
        in need | needs         | not in need | not in need | safe to     | assessment       | housing owes  | parent or | young    | objects to | date of    | on               | due              | applies
                | accommodation | reasons     | manager     | return home | decided at       | accommodation | carer     | persons  | going home | birth      |                  |                  |
                |               | written     | agrees      |             |                  |               | willing   | view     |            |            |                  |                  |
                |               |             |             |             |                  |               |           | recorded |            |            |                  |                  |
        --------+---------------+-------------+-------------+-------------+------------------+---------------+-----------+----------+------------+------------+------------------+------------------+----------
                |               |             |             |             |                  |               |           |          |            |            |                  | none             | not_known
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |               |           |          |            |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |               |           |          |            |            | 2026-05-21 10:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          |                  | yes           |           |          |            |            |                  |                  | yes
        no      | yes           | yes         | yes         | no          |                  | no            |           |          |            |            |                  |                  | no
        no      | yes           | yes         | yes         | yes         |                  |               | yes       | yes      | no         |            |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |               |           |          |            | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_owed_nothing_they_come_back_to_us(spec):
    """The day Housing decides, with the bed unchanged."""
    spec(
        "a20-back",
        """
        in need | needs         | not in need | not in need | safe to     | housing owes  | housing decided  | parent or | young    | objects to | date of    | on               | due              | applies
                | accommodation | reasons     | manager     | return home | accommodation | at               | carer     | persons  | going home | birth      |                  |                  |
                |               | written     | agrees      |             |               |                  | willing   | view     |            |            |                  |                  |
                |               |             |             |             |               |                  |           | recorded |            |            |                  |                  |
        --------+---------------+-------------+-------------+-------------+---------------+------------------+-----------+----------+------------+------------+------------------+------------------+----------
                |               |             |             |             |               |                  |           |          |            |            |                  | none             | not_known
        no      | yes           | yes         | yes         | no          | no            | 2026-05-20 16:00 |           |          |            |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | no            | 2026-05-20 16:00 |           |          |            |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | yes           |                  |           |          |            |            |                  |                  | no
        no      | yes           | yes         | yes         | no          |               |                  |           |          |            |            |                  |                  | not_known
        no      | yes           | yes         | yes         | yes         | no            |                  | yes       | yes      | no         |            |                  |                  | no
        no      | yes           | yes         | yes         | no          | no            | 2026-05-20 16:00 |           |          |            | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_housing_refers_back(spec):
    """Whenever Housing believes that they may be in need."""
    spec(
        "5.2-v",
        """
        housing     | date of    | on               | due  | applies
        believes in | birth      |                  |      |
        need        |            |                  |      |
        ------------+------------+------------------+------+----------
                    |            |                  | none | not_known
        yes         |            |                  | none | yes
        no          |            |                  |      | no
        yes         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_in_need_and_home_is_safe(spec):
    """The gate in front of every return home has to be open, and they do not object."""
    spec(
        "5.2-w",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | risk of     | date of    | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | significant | birth      |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              | harm        |            |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |             |            |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+-------------+------------+------------------+------+----------
                |               |               |            |             |           |          |            |              |             |            |                  | none | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |             |            |                  | none | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | yes        | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      |            | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         |           | yes      | no         | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         |              |             |            |                  |      | not_known
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | no           |             |            |                  |      | no
        yes     | yes           | yes           | no         | yes         | yes       | yes      | no         | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          | yes         |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |             | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_a_plan_to_stay_where_they_live(spec):
    """For everybody whose outcome is living at home."""
    spec(
        "5.2-w-plan",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | date of    | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | birth      |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              |            |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |            |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+------------+------------------+------+----------
                |               |               |            |             |           |          |            |              |            |                  | none | not_known
        yes     | no            | no            | no         |             |           |          |            |              |            |                  | none | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         |              |            |                  |      | yes
        no      | no            | no            | no         |             |           |          |            |              |            |                  |      | no
        yes     | no            | no            |            |             |           |          |            |              |            |                  |      | not_known
        yes     | yes           | no            | no         | yes         | yes       | yes      | yes        | yes          |            |                  |      | no
        yes     | no            | no            | no         |             |           |          |            |              | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_in_need_with_no_way_home(spec):
    """Held not to need accommodation, and no home they can or want to go to. It is never a return
    home."""
    spec(
        "gap-5.2-a21",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | family  | agrees to | family home | date of    | not in  | not in  | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | contact | live with | suitable    | birth      | need    | need    |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              | unsafe  | family    | with        |            | reasons | manager |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |         |           | support     |            | written | agrees  |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+---------+-----------+-------------+------------+---------+---------+------------------+------+----------
                |               |               |            |             |           |          |            |              |         |           |             |            |         |         |                  | none | not_known
        yes     | yes           | no            | no         | no          |           |          |            |              |         |           |             |            |         |         |                  | none | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | yes        | yes          |         |           |             |            |         |         |                  |      | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          | yes     |           |             |            |         |         |                  |      | yes
        yes     | yes           | no            | no         |             |           |          |            |              |         |           |             |            |         |         |                  |      | yes
        yes     |               | no            | no         | no          |           |          |            |              |         |           |             |            |         |         |                  |      | not_known
        yes     |               | no            | no         |             |           |          |            |              |         |           |             |            |         |         |                  |      | not_known
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |         |           |             |            |         |         |                  |      | no
        yes     | no            | no            | no         | no          |           |          |            |              |         |           |             |            |         |         |                  |      | no
        yes     | yes           | yes           | no         | no          |           |          |            |              |         |           |             |            |         |         |                  |      | no
        yes     | yes           | no            | no         | no          |           |          |            |              |         | yes       | yes         |            |         |         |                  |      | no
        yes     | yes           | no            | no         | no          |           |          |            |              |         |           |             | 2008-05-20 |         |         | 2026-05-20 10:00 |      | no
        no      | yes           | no            |            |             |           |          |            |              |         |           |             |            | yes     | yes     |                  |      | no
        yes     | yes           | no            |            |             |           |          |            |              |         |           |             |            |         |         |                  |      | not_known
        """,
    )


def test_then_an_advocate_is_offered(spec):
    """An independent one."""
    spec(
        "a21-advocate",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | date of    | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | birth      |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              |            |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |            |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+------------+------------------+------+----------
                |               |               |            |             |           |          |            |              |            |                  | none | not_known
        yes     | yes           | no            | no         | no          |           |          |            |              |            |                  | none | yes
        yes     | yes           | no            | no         |             |           |          |            |              |            |                  |      | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |            |                  |      | no
        yes     |               | no            | no         | no          |           |          |            |              |            |                  |      | not_known
        yes     | yes           | no            | no         | no          |           |          |            |              | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )
