def test_who_is_in_care(spec):
    """By what the bed is provided under, or on remand, wherever that is."""
    spec(
        "in_care",
        """
        legal basis        | accommodated by council | custody                                   | date of birth | on               | in care
        -------------------+-------------------------+-------------------------------------------+---------------+------------------+----------
                           |                         |                                           |               |                  | not_known
        s20                |                         |                                           |               |                  | yes
        care_order         |                         | sentence 2026-03-01 to now; complete      |               |                  | yes
                           |                         | remand 2026-03-01 to now                  |               |                  | yes
                           |                         | remand_to_care 2026-03-01 to now          |               |                  | yes
        s17                | no                      | remand 2026-03-01 to now                  |               |                  | yes
        s17                | no                      | complete                                  |               |                  | no
        s17                | no                      | remand 2026-03-01 to 2026-05-19; complete |               | 2026-05-20 10:00 | no
        s17                | no                      |                                           |               |                  | not_known
        not_yet_determined |                         | complete                                  |               |                  | not_known
        s20                |                         | remand 2026-03-01 to now                  | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_every_remanded_child_is_looked_after(spec):
    """At once, in custody as well. From 18 on, remand makes nobody looked after."""
    spec(
        "law-remand",
        """
        custody                                   | date of birth | on               | due              | applies
        ------------------------------------------+---------------+------------------+------------------+----------
                                                  |               |                  |                  | not_known
        remand 2026-05-20 to now                  |               | 2026-05-20 10:00 | 2026-05-20 10:00 | yes
        remand_to_care 2026-05-20 to now          |               |                  |                  | yes
        sentence 2026-05-20 to now; complete      |               |                  |                  | no
        remand 2026-05-01 to 2026-05-19; complete |               | 2026-05-20 10:00 |                  | no
        remand 2026-05-20 to now                  | 2012-05-20    |                  |                  | yes
        remand 2026-05-20 to now                  | 2008-05-21    | 2026-05-20 10:00 |                  | yes
        remand 2026-05-20 to now                  | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_the_time_limits_run_also_where_the_label_is_wrong(spec):
    """In care; or section 20 is decided and the bed is recorded as something else (A7)."""
    spec(
        "looked_after_clocks_run",
        """
        legal basis | accommodated by council | s20 accommodation decided | custody                  | looked after clocks run
        ------------+-------------------------+---------------------------+--------------------------+------------------------
                    |                         |                           |                          | not_known
        s20         |                         |                           |                          | yes
                    |                         |                           | remand 2026-03-01 to now | yes
        s188        |                         | yes                       | complete                 | yes
        s188        | no                      | no                        | complete                 | no
        s188        |                         |                           | complete                 | not_known
        s17         |                         | yes                       | complete                 | yes
        """,
    )


def test_a_care_plan_within_ten_working_days(spec):
    """Counted from the day they became looked after. From Thursday 2 April 2026, over Easter, it
    is due on Monday 20 April. Without that day it is still to be made."""
    spec(
        "law-care-plan",
        """
        legal basis | accommodated by council | s20 accommodation decided | custody  | care period           | date of birth | on               | due              | applies
        ------------+-------------------------+---------------------------+----------+-----------------------+---------------+------------------+------------------+----------
                    |                         |                           |          |                       |               |                  | none             | not_known
        s20         |                         |                           |          | s20 2026-04-02 to now |               | 2026-04-17 10:00 | 2026-04-20 23:59 | yes
        s20         |                         |                           |          | s20 2026-04-02 to now |               | 2026-04-20 23:59 | 2026-04-20 23:59 | yes
        s20         |                         |                           |          | s20 2026-04-02 to now |               | 2026-04-21 00:00 | 2026-04-20 23:59 | yes
        s20         |                         |                           |          | s20 2026-08-29 to now |               | 2026-08-29 10:00 | 2026-09-14 23:59 | yes
        s20         |                         |                           |          |                       |               |                  | none             | yes
        s20         |                         |                           |          | s20 1999-04-02 to now |               |                  | none             | yes
        s17         | no                      | no                        | complete | complete              |               |                  |                  | no
        s20         |                         |                           |          | s20 2026-04-02 to now | 2010-05-21    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_a_placement_plan_within_five_working_days(spec):
    """Counted from the day they moved in."""
    spec(
        "law-placement-plan",
        """
        legal basis | accommodated by council | s20 accommodation decided | custody  | placement                                | on               | due              | applies
        ------------+-------------------------+---------------------------+----------+------------------------------------------+------------------+------------------+----------
                    |                         |                           |          |                                          |                  | none             | not_known
        s20         |                         |                           |          | at 2026-04-02 20:00                      | 2026-04-10 10:00 | 2026-04-13 23:59 | yes
        s20         |                         |                           |          | at 2026-04-02 20:00                      | 2026-04-13 23:59 | 2026-04-13 23:59 | yes
        s20         |                         |                           |          | at 2026-04-02 20:00                      | 2026-04-14 00:00 | 2026-04-13 23:59 | yes
        s20         |                         |                           |          | at 2026-04-02 20:00; at 2026-05-01 20:00 |                  | 2026-05-11 23:59 | yes
        s20         |                         |                           |          |                                          |                  | none             | yes
        s17         | no                      | no                        | complete |                                          |                  |                  | no
        """,
    )


def test_a_health_assessment_in_time_for_the_first_review(spec):
    """Within 20 working days of becoming looked after."""
    spec(
        "law-health-assessment",
        """
        legal basis | accommodated by council | s20 accommodation decided | custody  | looked after since | on               | due              | applies
        ------------+-------------------------+---------------------------+----------+--------------------+------------------+------------------+----------
                    |                         |                           |          |                    |                  | none             | not_known
        s20         |                         |                           |          | 2026-04-02         | 2026-05-04 10:00 | 2026-05-05 23:59 | yes
        s20         |                         |                           |          | 2026-04-02         | 2026-05-05 23:59 | 2026-05-05 23:59 | yes
        s20         |                         |                           |          | 2026-04-02         | 2026-05-06 00:00 | 2026-05-05 23:59 | yes
        s20         |                         |                           |          |                    |                  | none             | yes
        s17         | no                      | no                        | complete |                    |                  |                  | no
        """,
    )


def test_an_education_plan_within_ten_working_days(spec):
    """Counted from the day they became looked after."""
    spec(
        "law-education-plan",
        """
        legal basis | accommodated by council | s20 accommodation decided | custody  | looked after since | on               | due              | applies
        ------------+-------------------------+---------------------------+----------+--------------------+------------------+------------------+----------
                    |                         |                           |          |                    |                  | none             | not_known
        s20         |                         |                           |          | 2026-05-01         | 2026-05-15 10:00 | 2026-05-18 23:59 | yes
        s20         |                         |                           |          | 2026-05-01         | 2026-05-18 23:59 | 2026-05-18 23:59 | yes
        s20         |                         |                           |          | 2026-05-01         | 2026-05-19 00:00 | 2026-05-18 23:59 | yes
        s20         |                         |                           |          |                    |                  | none             | yes
        s17         | no                      | no                        | complete |                    |                  |                  | no
        """,
    )


def test_a_reviewing_officer_within_five_working_days(spec):
    """Only advised: nobody has verified this limit."""
    spec(
        "law-reviewing-officer",
        """
        legal basis | accommodated by council | s20 accommodation decided | custody  | looked after since | on               | due              | applies
        ------------+-------------------------+---------------------------+----------+--------------------+------------------+------------------+----------
                    |                         |                           |          |                    |                  | none             | not_known
        s20         |                         |                           |          | 2026-04-02         | 2026-04-10 10:00 | 2026-04-13 23:59 | yes
        s20         |                         |                           |          | 2026-04-02         | 2026-04-13 23:59 | 2026-04-13 23:59 | yes
        s20         |                         |                           |          | 2026-04-02         | 2026-04-14 00:00 | 2026-04-13 23:59 | yes
        s17         | no                      | no                        | complete |                    |                  |                  | no
        """,
    )


def test_a_first_review_within_twenty_working_days(spec):
    """Until one has been held. What is not known to have been held is still due."""
    spec(
        "law-first-review",
        """
        legal basis | looked after since | looked after review | on               | due              | applies
        ------------+--------------------+---------------------+------------------+------------------+----------
                    |                    |                     |                  | none             | not_known
        s20         | 2026-08-29         |                     | 2026-09-25 10:00 | 2026-09-28 23:59 | yes
        s20         | 2026-08-29         | complete            | 2026-09-28 23:59 | 2026-09-28 23:59 | yes
        s20         | 2026-08-29         | complete            | 2026-09-29 00:00 | 2026-09-28 23:59 | yes
        s20         | 2026-12-18         |                     | 2026-12-18 10:00 | 2027-01-20 23:59 | yes
        s20         | 2026-03-02         | held on 2026-03-27  |                  |                  | no
        s20         |                    |                     |                  | none             | yes
        """,
    )


def test_a_second_review_within_three_months_of_the_first(spec):
    """The same day three months on, or that month's last day."""
    spec(
        "law-second-review",
        """
        legal basis | looked after review                    | on               | due              | applies
        ------------+----------------------------------------+------------------+------------------+----------
                    |                                        |                  | none             | not_known
        s20         | held on 2026-02-19; complete           | 2026-05-18 10:00 | 2026-05-19 23:59 | yes
        s20         | held on 2026-02-19; complete           | 2026-05-19 23:59 | 2026-05-19 23:59 | yes
        s20         | held on 2026-02-19; complete           | 2026-05-20 00:00 | 2026-05-19 23:59 | yes
        s20         | held on 2026-11-30; complete           | 2026-12-01 10:00 | 2027-02-28 23:59 | yes
        s20         | held on 2026-02-19                     |                  | 2026-05-19 23:59 | yes
        s20         | held on 2026-02-19; held on 2026-05-19 |                  |                  | no
        s20         | complete                               |                  |                  | no
        s20         |                                        |                  |                  | not_known
        """,
    )


def test_every_later_review_within_six_months_of_the_last(spec):
    """Counted from the last one held."""
    spec(
        "law-next-review",
        """
        legal basis | looked after review                    | on               | due              | applies
        ------------+----------------------------------------+------------------+------------------+----------
                    |                                        |                  | none             | not_known
        s20         | held on 2025-09-01; held on 2025-11-20 | 2026-05-19 10:00 | 2026-05-20 23:59 | yes
        s20         | held on 2025-09-01; held on 2025-11-20 | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        s20         | held on 2025-09-01; held on 2025-11-20 | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        s20         | held on 2025-09-01; held on ?          |                  | none             | yes
        s20         | held on 2025-09-01; complete           |                  |                  | no
        s20         | held on 2025-09-01                     |                  |                  | not_known
        """,
    )


def test_their_social_worker_visits_within_a_week_of_moving_in(spec):
    """After each move. A support worker's visit is none of these."""
    spec(
        "law-first-visit",
        """
        legal basis | placement                                | visit                                           | on               | due              | applies
        ------------+------------------------------------------+-------------------------------------------------+------------------+------------------+----------
                    |                                          |                                                 |                  | none             | not_known
        s20         | at 2026-05-13 22:00                      |                                                 | 2026-05-19 10:00 | 2026-05-20 23:59 | yes
        s20         | at 2026-05-13 22:00                      | kind support, at 2026-05-14 10:00, seen yes     | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        s20         | at 2026-05-13 22:00                      | kind social_work, at 2026-05-14 10:00, seen no  | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        s20         | at 2026-05-13 22:00                      | kind social_work, at 2026-05-14 10:00, seen yes |                  |                  | no
        s20         | at 2026-05-01 22:00; at 2026-05-15 22:00 | kind social_work, at 2026-05-14 10:00, seen yes |                  | 2026-05-22 23:59 | yes
        s20         |                                          |                                                 |                  | none             | yes
        """,
    )


def test_and_then_at_least_every_six_weeks(spec):
    """Within 42 days of the last visit on which they were seen."""
    spec(
        "law-next-visit",
        """
        legal basis | placement           | visit                                           | on               | due              | applies
        ------------+---------------------+-------------------------------------------------+------------------+------------------+----------
                    |                     |                                                 |                  | none             | not_known
        s20         | at 2026-04-01 22:00 | kind social_work, at 2026-04-08 10:00, seen yes | 2026-05-19 10:00 | 2026-05-20 23:59 | yes
        s20         | at 2026-04-01 22:00 | kind social_work, at 2026-04-08 10:00, seen yes | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        s20         | at 2026-04-01 22:00 | kind social_work, at 2026-04-08 10:00, seen yes | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        s20         | at 2026-04-01 22:00 | complete                                        |                  |                  | no
        s20         | at 2026-04-01 22:00 |                                                 |                  |                  | not_known
        """,
    )
