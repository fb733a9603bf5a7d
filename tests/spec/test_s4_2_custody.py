def test_there_is_a_plan_for_any_release(spec):
    """On remand as well: bail can come on any day."""
    spec(
        "4.2-a",
        """
        custody                                     | date of birth | on               | due  | applies
        --------------------------------------------+---------------+------------------+------+----------
                                                    |               |                  | none | not_known
        remand 2026-03-01 to now                    |               |                  | none | yes
        sentence 2026-03-01 to now                  |               |                  |      | yes
        remand_to_care 2026-03-01 to now; complete  |               |                  |      | no
        sentence 2026-03-01 to 2026-05-19; complete |               |                  |      | no
        sentence 2026-03-01 to 2026-05-19           |               |                  |      | not_known
        sentence 2026-03-01 to now                  | 2010-05-21    | 2026-05-20 10:00 |      | no
        sentence 2026-03-01 to now                  | 2010-05-20    | 2026-05-20 10:00 |      | yes
        sentence 2026-03-01 to now                  | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_planning_starts_on_the_first_day_of_the_sentence(spec):
    """It is due on that day. A day that nobody knows is no reason not to begin."""
    spec(
        "4.2-b",
        """
        custody                            | on               | due              | applies
        -----------------------------------+------------------+------------------+----------
                                           |                  | none             | not_known
        sentence 2026-05-20 to now         | 2026-05-20 10:00 | 2026-05-20 23:59 | yes
        sentence 2026-05-20 to now         | 2026-05-21 10:00 | 2026-05-20 23:59 | yes
        sentence 2026-05-21 to ?           | 2026-05-20 10:00 | none             | not_known
        sentence ? to now                  |                  | none             | yes
        remand 2026-05-01 to now; complete |                  |                  | no
        ? 2026-05-01 to now                |                  |                  | not_known
        """,
    )


def test_a_conference_is_held_only_if_they_want_it_and_somebody_is_safe(spec):
    """They agree, somebody is safe to invite, and family may be contacted (A35, A44). A blank is
    none of these."""
    spec(
        "4.2-b-conference",
        """
        custody                            | agrees to family group conference | safe person for family group conference | agrees to family contact | family contact unsafe | risk of significant harm | due              | applies
        -----------------------------------+-----------------------------------+-----------------------------------------+--------------------------+-----------------------+--------------------------+------------------+----------
                                           |                                   |                                         |                          |                       |                          | none             | not_known
        sentence 2026-05-20 to now         | yes                               | yes                                     | yes                      | no                    | no                       | 2026-05-20 23:59 | yes
        sentence 2026-05-20 to now         | no                                | yes                                     | yes                      | no                    | no                       |                  | no
        sentence 2026-05-20 to now         |                                   | yes                                     | yes                      | no                    | no                       |                  | not_known
        sentence 2026-05-20 to now         | yes                               | no                                      | yes                      | no                    | no                       |                  | no
        sentence 2026-05-20 to now         | yes                               |                                         | yes                      | no                    | no                       |                  | not_known
        sentence 2026-05-20 to now         | yes                               | yes                                     | no                       | no                    | no                       |                  | no
        sentence 2026-05-20 to now         | yes                               | yes                                     | yes                      | yes                   | no                       |                  | no
        sentence 2026-05-20 to now         | yes                               | yes                                     | yes                      |                       | no                       |                  | not_known
        remand 2026-05-20 to now; complete | yes                               | yes                                     | yes                      | no                    | no                       |                  | no
        """,
    )


def test_a_no_to_the_conference_is_recorded_and_it_is_offered_again(spec):
    """It is respected, and is no departure from the protocol (A35)."""
    spec(
        "4.2-b-refused",
        """
        custody                    | agrees to family group conference | due  | applies
        ---------------------------+-----------------------------------+------+----------
                                   |                                   | none | not_known
        sentence 2026-05-20 to now | no                                | none | yes
        sentence 2026-05-20 to now | yes                               |      | no
        sentence 2026-05-20 to now |                                   |      | not_known
        complete                   | no                                |      | no
        """,
    )


def test_where_nobody_is_safe_no_conference_is_held(spec):
    """The reason is recorded (A35)."""
    spec(
        "4.2-b-nobody-safe",
        """
        custody                    | safe person for family group conference | due  | applies
        ---------------------------+-----------------------------------------+------+----------
                                   |                                         | none | not_known
        sentence 2026-05-20 to now | no                                      | none | yes
        sentence 2026-05-20 to now | yes                                     |      | no
        sentence 2026-05-20 to now |                                         |      | not_known
        complete                   | no                                      |      | no
        """,
    )


def test_a_home_for_release_is_arranged_in_good_time(spec):
    """As soon as it appears that they may need one. The protocol names no day."""
    spec(
        "4.2-c",
        """
        custody                    | may need accommodation on release | due  | applies
        ---------------------------+-----------------------------------+------+----------
                                   |                                   | none | not_known
        remand 2026-03-01 to now   | yes                               | none | yes
        sentence 2026-03-01 to now | yes                               |      | yes
        sentence 2026-03-01 to now | no                                |      | no
        sentence 2026-03-01 to now |                                   |      | not_known
        complete                   | yes                               |      | no
        """,
    )


def test_release_is_planned_no_later_than_four_weeks_before(spec):
    """It is due 28 days before the release date, on whatever day that falls: 25 May 2026 is a
    bank holiday, 30 May 2026 a Saturday. Without a release date it is still to be done."""
    spec(
        "4.2-d",
        """
        custody                                                     | on               | due              | applies
        ------------------------------------------------------------+------------------+------------------+----------
                                                                    |                  | none             | not_known
        sentence 2026-03-01 to now, release date 2026-06-22         | 2026-05-24 10:00 | 2026-05-25 23:59 | yes
        sentence 2026-03-01 to now, release date 2026-06-22         | 2026-05-25 10:00 | 2026-05-25 23:59 | yes
        sentence 2026-03-01 to now, release date 2026-06-22         | 2026-05-26 10:00 | 2026-05-25 23:59 | yes
        sentence 2026-03-01 to now, release date 2026-06-27         | 2026-05-20 10:00 | 2026-05-30 23:59 | yes
        sentence 2026-05-20 to now, release date 2026-06-05         | 2026-05-20 10:00 | 2026-05-08 23:59 | yes
        sentence 2026-03-01 to now                                  |                  | none             | yes
        remand 2026-03-01 to now, release date 2026-06-22; complete |                  |                  | no
        ? 2026-03-01 to now, release date 2026-06-22; complete      |                  |                  | not_known
        """,
    )


def test_planning_that_starts_too_late_says_so(spec):
    """Less than 28 days before release: the task is overdue from the start, and says why. On the
    28th day before it, it is not late yet."""
    spec(
        "a33",
        """
        custody                                                     | on               | due              | applies
        ------------------------------------------------------------+------------------+------------------+----------
                                                                    |                  | none             | not_known
        sentence 2026-03-01 to now, release date 2026-06-17         | 2026-05-19 23:59 | 2026-05-20 23:59 | no
        sentence 2026-03-01 to now, release date 2026-06-17         | 2026-05-20 23:59 | 2026-05-20 23:59 | no
        sentence 2026-03-01 to now, release date 2026-06-17         | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        sentence 2026-05-20 to now, release date 2026-06-05         | 2026-05-20 10:00 | 2026-05-08 23:59 | yes
        sentence 2026-03-01 to now, release date 2026-05-20         | 2026-05-20 10:00 | 2026-04-22 23:59 | yes
        sentence 2026-03-01 to now                                  |                  | none             | not_known
        remand 2026-03-01 to now, release date 2026-06-05; complete |                  |                  | no
        """,
    )


def test_the_address_is_confirmed_before_release(spec):
    """Until it is known to be confirmed, for whoever is in custody. It is due by the end of the
    day before release."""
    spec(
        "4.2-e",
        """
        custody                                             | release address confirmed | on               | due              | applies
        ----------------------------------------------------+---------------------------+------------------+------------------+----------
                                                            |                           |                  | none             | not_known
        sentence 2026-03-01 to now, release date 2026-06-22 |                           | 2026-06-20 10:00 | 2026-06-21 23:59 | yes
        sentence 2026-03-01 to now, release date 2026-06-22 | no                        | 2026-06-21 10:00 | 2026-06-21 23:59 | yes
        sentence 2026-03-01 to now, release date 2026-06-22 | no                        | 2026-06-22 10:00 | 2026-06-21 23:59 | yes
        sentence 2026-03-01 to now, release date 2026-06-22 | yes                       | 2026-06-20 10:00 |                  | no
        remand 2026-03-01 to now                            |                           |                  | none             | yes
        complete                                            | no                        |                  |                  | no
        """,
    )


def test_whom_onwards_and_upwards_owes_help_on_release(spec):
    """Looked after or relevant on going in, or 13 weeks in care by now; and perhaps without a
    home on release. Care counts, not remand alone (A31)."""
    spec(
        "4.2-f",
        """
        custody                    | looked after or relevant on entering custody | looked after thirteen weeks | may need accommodation on release | entitled to onwards and upwards
        ---------------------------+----------------------------------------------+-----------------------------+-----------------------------------+--------------------------------
                                   |                                              |                             |                                   | not_known
        sentence 2026-03-01 to now | yes                                          |                             | yes                               | yes
        sentence 2026-03-01 to now | no                                           | yes                         | yes                               | yes
        sentence 2026-03-01 to now | no                                           | no                          | yes                               | no
        sentence 2026-03-01 to now | no                                           |                             | yes                               | not_known
        sentence 2026-03-01 to now | yes                                          | no                          | no                                | no
        sentence 2026-03-01 to now | yes                                          | no                          |                                   | not_known
        complete                   | yes                                          |                             | yes                               | no
        """,
    )


def test_they_are_allocated_as_soon_as_13_weeks_are_reached(spec):
    """On the 91st day in care, not on the 90th; due that same day. Only a release known to be on
    or after the 21st birthday takes it away: no release date does not."""
    spec(
        "4.2-g",
        """
        care period                            | custody                                             | date of birth | in custody | looked after thirteen weeks | on               | due              | applies
        ---------------------------------------+-----------------------------------------------------+---------------+------------+-----------------------------+------------------+------------------+----------
                                               |                                                     |               |            |                             |                  | none             | not_known
        complete                               | remand 2026-02-19 to now                            | 2009-05-01    |            |                             | 2026-05-19 23:59 | none             | no
        complete                               | remand 2026-02-19 to now                            | 2009-05-01    |            |                             | 2026-05-20 00:00 | 2026-05-20 23:59 | yes
        complete                               | remand 2026-02-19 to now                            | 2009-05-01    |            |                             | 2026-05-21 10:00 | 2026-05-20 23:59 | yes
                                               | remand 2026-02-20 to now                            | 2009-05-01    |            |                             |                  | none             | not_known
        s20 2025-06-01 to 2025-08-30           | sentence 2026-03-01 to now                          | 2009-05-01    |            |                             |                  | 2025-08-30 23:59 | yes
        s20 2025-06-01 to 2025-08-29; complete | sentence 2026-03-01 to now                          | 2009-05-01    |            |                             |                  |                  | no
        s20 2025-06-01 to 2025-07-30; complete | remand 2026-04-20 to now                            | 2009-05-01    |            |                             | 2026-05-20 10:00 | 2026-05-20 23:59 | yes
        s20 2025-06-01 to 2025-07-30; complete | remand 2026-04-21 to now                            | 2009-05-01    |            |                             | 2026-05-20 10:00 |                  | no
        s20 2025-06-01 to 2025-08-30           | sentence 2026-03-01 to now, release date 2030-04-30 | 2009-05-01    |            |                             |                  |                  | yes
        s20 2025-06-01 to 2025-08-30           | sentence 2026-03-01 to now, release date 2030-05-01 | 2009-05-01    |            |                             |                  |                  | no
        s20 2025-06-01 to 2025-08-30           | complete                                            | 2009-05-01    |            |                             |                  |                  | no
        s20 2025-06-01 to 2025-08-30           | sentence 2026-03-01 to now                          | 2010-05-21    |            |                             | 2026-05-20 10:00 |                  | no
        s20 2025-06-01 to 2025-08-30           | sentence 2026-03-01 to now                          | 2010-05-20    |            |                             | 2026-05-20 10:00 |                  | yes
        s20 2025-02-01 to 2025-05-10           | sentence 2026-03-01 to now                          | 2007-05-11    |            |                             | 2026-05-20 10:00 |                  | yes
                                               |                                                     |               | yes        | yes                         |                  |                  | yes
        """,
    )
