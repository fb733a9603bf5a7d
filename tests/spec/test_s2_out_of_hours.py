def test_out_of_hours_they_are_placed_without_an_assessment(spec):
    """Out of hours is before 9:00, from 17:00, at weekends and on bank holidays. Who came before
    17:00 is in hours however long it takes. Not knowing whether they are homeless never keeps
    anybody waiting until morning."""
    spec(
        "2-b",
        """
        presented at     | needs         | needs   | date of    | on               | due              | applies
                         | accommodation | bed     | birth      |                  |                  |
                         |               | tonight |            |                  |                  |
        -----------------+---------------+---------+------------+------------------+------------------+--------
                         |               |         |            |                  |                  | no
                         |               |         |            | 2026-08-28 08:59 | 2026-08-28 08:59 | yes
                         |               |         |            | 2026-08-28 09:00 |                  | no
                         | yes           | yes     |            | 2026-08-28 16:59 |                  | no
                         |               |         |            | 2026-08-28 17:00 | 2026-08-28 17:00 | yes
                         | yes           | yes     |            | 2026-08-28 17:01 | 2026-08-28 17:01 | yes
                         | yes           |         |            | 2026-08-29 12:00 | 2026-08-29 12:00 | yes
                         | yes           |         |            | 2026-08-31 12:00 | 2026-08-31 12:00 | yes
                         | yes           |         |            | 2026-09-01 00:00 | 2026-09-01 00:00 | yes
                         | yes           |         |            | 2026-09-01 08:59 |                  | yes
                         | yes           |         |            | 2026-09-01 09:00 |                  | no
                         | yes           |         |            | 2026-03-29 00:30 | 2026-03-29 00:30 | yes
                         | yes           |         |            | 2026-10-25 03:00 | 2026-10-25 03:00 | yes
                         | yes           |         |            | 2026-12-31 16:59 |                  | no
                         | yes           |         |            | 2026-12-31 17:00 |                  | yes
                         | yes           |         |            | 2027-01-01 10:00 |                  | yes
        2026-08-28 16:50 | yes           | yes     |            | 2026-08-28 17:30 |                  | no
        2026-08-28 17:00 | yes           | yes     |            | 2026-08-28 18:00 | 2026-08-28 17:00 | yes
        2026-09-01 08:59 | yes           | yes     |            | 2026-09-01 09:30 |                  | yes
                         | yes           | no      |            | 2026-08-29 12:00 |                  | yes
                         |               | yes     |            | 2026-08-29 12:00 |                  | yes
                         |               | no      |            | 2026-08-29 12:00 |                  | yes
                         | no            |         |            | 2026-08-29 12:00 |                  | no
                         | no            | no      |            | 2026-08-29 12:00 |                  | no
                         | yes           |         | 2010-08-30 | 2026-08-29 12:00 |                  | no
                         | yes           |         | 2010-08-29 | 2026-08-29 12:00 |                  | yes
                         | yes           |         | 2008-08-30 | 2026-08-29 12:00 |                  | yes
                         | yes           |         | 2008-08-29 | 2026-08-29 12:00 |                  | no
        """,
    )


def test_at_closing_time_somebody_has_accepted_or_the_officer_stays(spec):
    """For those who came before closing time. Both are needed: a person who has accepted the
    referral, and a bed where one may be needed. When nobody knows the time they came, they count
    as coming now; out of hours the Emergency Duty Team then has them anyway (2-b)."""
    spec(
        "a41",
        """
        presented at     | referral | bed       | needs         | at       | needs   | date of    | on               | due              | applies
                         | accepted | confirmed | accommodation | imminent | bed     | birth      |                  |                  |
                         |          |           |               | risk     | tonight |            |                  |                  |
        -----------------+----------+-----------+---------------+----------+---------+------------+------------------+------------------+--------
                         |          |           |               |          |         |            |                  |                  | no
                         |          |           |               |          |         |            | 2026-08-28 17:00 |                  | no
        2026-08-28 16:50 |          |           |               |          |         |            | 2026-08-28 16:59 | 2026-08-28 17:00 | no
        2026-08-28 16:50 |          |           |               |          |         |            | 2026-08-28 17:00 | 2026-08-28 17:00 | yes
        2026-08-28 16:50 |          |           |               |          |         |            | 2026-08-28 17:01 | 2026-08-28 17:00 | yes
        2026-08-28 09:00 | no       | no        | yes           |          | yes     |            | 2026-08-29 03:00 | 2026-08-28 17:00 | yes
        2026-08-28 16:59 |          |           | yes           |          |         |            | 2026-08-28 17:30 | 2026-08-28 17:00 | yes
        2026-08-28 17:00 |          |           | yes           |          |         |            | 2026-08-28 17:30 |                  | no
        2026-08-28 08:59 |          |           | yes           |          |         |            | 2026-08-28 17:30 |                  | no
        2026-12-31 16:59 |          |           | yes           |          |         |            | 2026-12-31 17:00 | 2026-12-31 17:00 | yes
        2026-08-28 16:50 | yes      | yes       | yes           |          | yes     |            | 2026-08-28 17:00 |                  | no
        2026-08-28 16:50 | yes      |           | yes           |          | yes     |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | yes      | no        | yes           |          |         |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | yes      |           |               |          |         |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | yes      |           | yes           |          | no      |            | 2026-08-28 17:00 |                  | no
        2026-08-28 16:50 |          | yes       | yes           |          | yes     |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | no       |           | no            | yes      | no      |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | no       |           | no            |          | no      |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | no       | no        | no            | no       | no      |            | 2026-08-28 17:00 |                  | no
        2026-08-28 16:50 |          |           |               |          |         | 2010-08-29 | 2026-08-28 17:00 |                  | no
        2026-08-28 16:50 |          |           |               |          |         | 2010-08-28 | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 |          |           |               |          |         | 2008-08-28 | 2026-08-28 17:00 |                  | no
        2026-08-28 16:50 | no       |           | yes           | no       | no      |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | no       |           |               | no       | no      |            | 2026-08-28 17:00 |                  | yes
        2026-08-28 16:50 | yes      |           | no            |          |         |            | 2026-08-28 17:00 |                  | no
        """,
    )


def test_the_day_team_takes_over_and_they_do_not_start_again(spec):
    """At opening time on the next working day; between midnight and 9:00 on a working day, that
    same morning. A long weekend does not shorten and a clock change does not shift it."""
    spec(
        "a43",
        """
        presented at     | needs         | at       | needs   | date of    | on               | due              | applies
                         | accommodation | imminent | bed     | birth      |                  |                  |
                         |               | risk     | tonight |            |                  |                  |
        -----------------+---------------+----------+---------+------------+------------------+------------------+--------
                         |               |          |         |            |                  |                  | no
                         |               |          |         |            | 2026-08-28 16:59 |                  | no
                         |               |          |         |            | 2026-08-28 17:00 | 2026-09-01 09:00 | yes
                         |               |          |         |            | 2026-08-29 12:00 | 2026-09-01 09:00 | yes
                         |               |          |         |            | 2026-08-31 12:00 | 2026-09-01 09:00 | yes
                         |               |          |         |            | 2026-08-31 23:59 | 2026-09-01 09:00 | yes
                         |               |          |         |            | 2026-09-01 00:00 | 2026-09-01 09:00 | yes
                         |               |          |         |            | 2026-09-01 08:59 | 2026-09-01 09:00 | yes
                         |               |          |         |            | 2026-09-01 09:00 |                  | no
                         |               |          |         |            | 2026-09-01 17:00 | 2026-09-02 09:00 | yes
                         |               |          |         |            | 2026-04-02 17:00 | 2026-04-07 09:00 | yes
                         |               |          |         |            | 2026-03-29 00:30 | 2026-03-30 09:00 | yes
                         |               |          |         |            | 2026-10-25 03:00 | 2026-10-26 09:00 | yes
                         |               |          |         |            | 2026-12-31 17:00 | 2027-01-04 09:00 | yes
        2026-08-28 17:00 | yes           |          |         |            | 2026-09-01 10:00 | 2026-09-01 09:00 | yes
        2026-08-28 16:59 | yes           |          |         |            | 2026-08-28 18:00 |                  | no
                         | no            | no       | no      |            | 2026-08-29 12:00 | 2026-09-01 09:00 | yes
                         | no            | no       |         |            | 2026-08-29 12:00 |                  | yes
                         | no            | yes      | no      |            | 2026-08-29 12:00 |                  | yes
                         | yes           |          | no      |            | 2026-08-29 12:00 |                  | yes
                         | yes           |          |         | 2010-08-30 | 2026-08-29 12:00 |                  | no
                         | yes           |          |         | 2008-08-29 | 2026-08-29 12:00 |                  | no
                         | yes           | no       | no      |            | 2026-08-29 12:00 |                  | yes
                         |               | no       | no      |            | 2026-08-29 12:00 |                  | yes
                         | no            |          | no      |            | 2026-08-29 12:00 |                  | yes
        """,
    )


def test_the_basis_of_a_bed_found_out_of_hours_is_decided_at_the_hand_over(spec):
    """Of every bed that 2-b asks for: once placed, they may well say that they need none tonight.
    Any decided basis ends the task; "not decided yet" does not. In hours it is no task of the
    hand-over."""
    spec(
        "a6",
        """
        legal basis        | needs bed | needs         | date of    | on               | due              | applies
                           | tonight   | accommodation | birth      |                  |                  |
        -------------------+-----------+---------------+------------+------------------+------------------+--------
                           |           |               |            |                  |                  | no
                           |           |               |            | 2026-08-28 16:59 |                  | no
                           |           |               |            | 2026-08-28 17:00 | 2026-09-01 09:00 | yes
                           |           |               |            | 2026-08-28 17:01 | 2026-09-01 09:00 | yes
                           |           |               |            | 2026-09-01 08:59 | 2026-09-01 09:00 | yes
                           |           |               |            | 2026-09-01 09:00 |                  | no
        not_yet_determined | yes       | yes           |            | 2026-08-29 12:00 | 2026-09-01 09:00 | yes
                           | yes       | yes           |            | 2026-08-29 12:00 | 2026-09-01 09:00 | yes
        s20                | yes       | yes           |            | 2026-08-29 12:00 |                  | no
        s188               | yes       | yes           |            | 2026-08-29 12:00 |                  | no
                           | no        | yes           |            | 2026-08-29 12:00 | 2026-09-01 09:00 | yes
                           | no        |               |            | 2026-08-29 12:00 | 2026-09-01 09:00 | yes
                           | no        | no            |            | 2026-08-29 12:00 |                  | no
                           | yes       | yes           | 2010-08-30 | 2026-08-29 12:00 |                  | no
        """,
    )
