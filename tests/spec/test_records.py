"""What records say about facts."""


def test_a_parent_or_carer_is_willing(spec):
    """One who is willing is enough. That nobody is takes a complete list."""
    spec(
        "parent_or_carer_willing",
        """
        carer                                | parent or carer willing
        -------------------------------------+------------------------
                                             | not_known
        complete                             | not_known
        willing yes                          | yes
        willing no                           | not_known
        willing no; complete                 | no
        willing no; willing yes              | yes
        willing no; identified yes; complete | not_known
        """,
    )


def test_the_kind_of_place_is_that_of_the_latest_placement(spec):
    """While the time of one of several is not known, neither is the latest."""
    spec(
        "accommodation_kind",
        """
        placement                                                                          | accommodation kind
        -----------------------------------------------------------------------------------+-------------------
                                                                                           | not_known
        kind foster_care                                                                   | foster_care
        kind foster_care, at 2026-05-01 20:00; kind bed_and_breakfast, at 2026-05-02 20:00 | bed_and_breakfast
        kind bed_and_breakfast, at 2026-05-02 20:00; kind foster_care, at 2026-05-01 20:00 | bed_and_breakfast
        kind bed_and_breakfast, at 2026-05-02 20:00; kind foster_care                      | not_known
        """,
    )


def test_they_moved_in_when_the_latest_placement_began(spec):
    """Not known while the time of a placement is not."""
    spec(
        "placement_started_at",
        """
        placement                                | placement started at
        -----------------------------------------+---------------------
                                                 | not_known
        at 2026-05-01 20:00                      | 2026-05-01 20:00
        at 2026-05-01 20:00; at 2026-04-01 20:00 | 2026-05-01 20:00
        at 2026-05-01 20:00; kind foster_care    | not_known
        """,
    )


def test_the_provider_is_that_of_the_latest_placement(spec):
    """An earlier provider says nothing about this one."""
    spec(
        "provider_registered",
        """
        placement                                                                                 | provider registered
        ------------------------------------------------------------------------------------------+--------------------
                                                                                                  | not_known
        provider registered yes                                                                   | yes
        provider registered no                                                                    | no
        provider registered yes, at 2026-05-01 20:00; at 2026-05-02 20:00                         | not_known
        provider registered yes, at 2026-05-01 20:00; provider registered no, at 2026-05-02 20:00 | no
        """,
    )


def test_each_placement_is_checked_for_rivals_by_itself(spec):
    """What was checked for the last placement does not hold for the next."""
    spec(
        "placement_away_from_rivals",
        """
        placement                                                      | placement away from rivals
        ---------------------------------------------------------------+---------------------------
                                                                       | not_known
        away from rivals yes                                           | yes
        away from rivals no                                            | no
        away from rivals yes, at 2026-05-01 20:00; at 2026-05-02 20:00 | not_known
        """,
    )


def test_each_placement_is_checked_for_who_shares_it(spec):
    """What was checked for the last placement does not hold for the next."""
    spec(
        "placement_not_shared_with_very_vulnerable",
        """
        placement                                                                     | placement not shared with very vulnerable
        ------------------------------------------------------------------------------+------------------------------------------
                                                                                      | not_known
        not shared with very vulnerable yes                                           | yes
        not shared with very vulnerable no                                            | no
        not shared with very vulnerable yes, at 2026-05-01 20:00; at 2026-05-02 20:00 | not_known
        """,
    )


def test_the_last_visit_is_one_on_which_they_were_seen(spec):
    """Whoever knocked and found nobody has not seen them. Any visit counts, whoever came."""
    spec(
        "last_seen_at",
        """
        visit                                                        | last seen at
        -------------------------------------------------------------+-----------------
                                                                     | not_known
        at 2026-05-19 18:00                                          | not_known
        at 2026-05-19 18:00, seen yes                                | 2026-05-19 18:00
        at 2026-05-19 18:00, seen no                                 | not_known
        at 2026-05-18 18:00, seen yes; at 2026-05-19 18:00, seen no  | 2026-05-18 18:00
        at 2026-05-19 18:00, seen yes; at 2026-05-18 18:00, seen yes | 2026-05-19 18:00
        at 2026-05-19 18:00, seen yes; seen yes                      | 2026-05-19 18:00
        seen yes                                                     | not_known
        """,
    )


def test_only_their_social_workers_visits_count_for_the_law(spec):
    """A support worker's daily visits do not."""
    spec(
        "last_social_work_visit_on",
        """
        visit                                                                                           | last social work visit on
        ------------------------------------------------------------------------------------------------+--------------------------
                                                                                                        | not_known
        kind social_work, at 2026-05-12 18:00, seen yes                                                 | 2026-05-12
        kind support, at 2026-05-19 18:00, seen yes                                                     | not_known
        kind social_work, at 2026-05-12 18:00, seen yes; kind support, at 2026-05-19 18:00, seen yes    | 2026-05-12
        kind social_work, at 2026-05-12 18:00, seen yes; kind social_work, at 2026-05-19 18:00, seen no | 2026-05-12
        at 2026-05-12 18:00, seen yes                                                                   | not_known
        """,
    )


def test_a_first_visit_is_one_since_they_moved_in(spec):
    """On that day or later, by their social worker, who saw them."""
    spec(
        "visited_in_this_placement",
        """
        visit                                                     | placement           | placement started at | visited in this placement
        ----------------------------------------------------------+---------------------+----------------------+--------------------------
                                                                  |                     |                      | not_known
        kind social_work, at 2026-05-12 18:00, seen yes           | at 2026-05-11 20:00 |                      | yes
        kind social_work, at 2026-05-12 18:00, seen yes           | at 2026-05-12 20:00 |                      | yes
        kind social_work, at 2026-05-12 18:00, seen yes           | at 2026-05-13 20:00 |                      | not_known
        kind social_work, at 2026-05-12 18:00, seen yes; complete | at 2026-05-13 20:00 |                      | no
        kind social_work, at 2026-05-12 18:00, seen no; complete  | at 2026-05-11 20:00 |                      | no
        kind support, at 2026-05-12 18:00, seen yes; complete     | at 2026-05-11 20:00 |                      | no
        kind social_work, at 2026-05-12 18:00; complete           | at 2026-05-11 20:00 |                      | not_known
        kind social_work, seen yes; complete                      | at 2026-05-11 20:00 |                      | not_known
        complete                                                  | at 2026-05-11 20:00 |                      | no
                                                                  | at 2026-05-11 20:00 |                      | not_known
        kind social_work, at 2026-05-12 18:00, seen yes           |                     |                      | not_known
        kind social_work, at 2026-05-12 18:00, seen yes           |                     | 2026-05-11 20:00     | yes
        """,
    )


def test_fewer_visits_take_a_whole_decision_that_still_stands(spec):
    """All six parts, and the day to look again has not passed. The latest decision is the one
    that counts: it may be to go back to daily visits."""
    spec(
        "fewer_visits_agreed",
        """
        fewer visits decision                                                                                                                                                                               | on               | fewer visits agreed
        ----------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+------------------+--------------------
                                                                                                                                                                                                            |                  | not_known
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03                                                       | 2026-06-02 23:59 | yes
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03                                                       | 2026-06-03 23:59 | yes
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03                                                       | 2026-06-04 00:00 | no
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes                                                                                 |                  | not_known
        decided yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03                                                                              |                  | not_known
        decided yes, evidence recorded no, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03                                                        |                  | no
        decided yes, evidence recorded yes, reasons recorded no, young persons view recorded yes, second person agrees yes, look again on 2026-06-03                                                        |                  | no
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded no, second person agrees yes, look again on 2026-06-03                                                        |                  | no
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees no, look again on 2026-06-03                                                        |                  | no
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03, at 2026-05-10 12:00; decided no, at 2026-05-12 12:00 |                  | no
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03, at 2026-05-14 12:00; decided no, at 2026-05-12 12:00 |                  | yes
        decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-06-03, at 2026-05-14 12:00; decided no                      |                  | not_known
        """,
    )


def test_a_first_review_is_any_review(spec):
    """That none was held takes a complete list."""
    spec(
        "first_review_held",
        """
        looked after review | first review held
        --------------------+------------------
                            | not_known
        held on 2026-03-02  | yes
        held on ?           | yes
        complete            | no
        """,
    )


def test_a_second_review_is_one_more(spec):
    """That there was only one takes a complete list."""
    spec(
        "second_review_held",
        """
        looked after review                    | second review held
        ---------------------------------------+-------------------
                                               | not_known
        held on 2026-03-02                     | not_known
        held on 2026-03-02; complete           | no
        held on 2026-03-02; held on 2026-05-02 | yes
        """,
    )


def test_the_last_review_is_the_latest(spec):
    """Not known while the day of a review is not."""
    spec(
        "last_review_on",
        """
        looked after review                    | last review on
        ---------------------------------------+---------------
                                               | not_known
        held on 2026-03-02                     | 2026-03-02
        held on 2026-05-02; held on 2026-03-02 | 2026-05-02
        held on 2026-05-02; held on ?          | not_known
        """,
    )


def test_whoever_is_inside_is_in_custody(spec):
    """On remand or serving a sentence, on the first day and on the last. A remand to local
    authority accommodation is not custody."""
    spec(
        "in_custody",
        """
        custody                                     | on               | in custody
        --------------------------------------------+------------------+-----------
                                                    |                  | not_known
        sentence 2026-01-05 to now                  |                  | yes
        remand 2026-01-05 to now                    |                  | yes
        remand_to_care 2026-01-05 to now; complete  |                  | no
        ? 2026-01-05 to now; complete               |                  | not_known
        sentence ? to now                           |                  | yes
        sentence 2026-01-05 to ?                    |                  | not_known
        sentence 2026-05-21 to ?; complete          | 2026-05-20 23:59 | no
        sentence 2026-05-21 to ?; complete          | 2026-05-21 00:00 | not_known
        sentence 2026-01-05 to 2026-05-19; complete | 2026-05-20 00:00 | no
        sentence 2026-01-05 to 2026-05-20; complete | 2026-05-20 23:59 | yes
        sentence 2026-01-05 to 2026-05-19           | 2026-05-20 00:00 | not_known
        sentence 2026-01-05 to over; complete       |                  | no
        complete                                    |                  | no
        """,
    )


def test_only_a_sentence_is_a_sentence(spec):
    """Remand is not."""
    spec(
        "serving_sentence",
        """
        custody                                                     | serving sentence
        ------------------------------------------------------------+-----------------
                                                                    | not_known
        sentence 2026-01-05 to now                                  | yes
        remand 2026-01-05 to now; complete                          | no
        remand 2026-01-05 to now                                    | not_known
        ? 2026-01-05 to now; complete                               | not_known
        remand 2026-01-05 to 2026-03-01; sentence 2026-03-01 to now | yes
        """,
    )


def test_a_sentence_started_on_its_first_day(spec):
    """Time on remand before it does not count."""
    spec(
        "sentence_started_on",
        """
        custody                                                       | sentence started on
        --------------------------------------------------------------+--------------------
                                                                      | not_known
        sentence 2026-03-01 to now                                    | 2026-03-01
        remand 2026-01-05 to 2026-03-01; sentence 2026-03-01 to now   | 2026-03-01
        sentence 2025-01-05 to 2025-03-01; sentence 2026-03-01 to now | 2026-03-01
        sentence ? to now                                             | not_known
        sentence 2026-03-01 to ?                                      | not_known
        remand 2026-01-05 to now                                      | not_known
        """,
    )


def test_the_release_date_is_the_earliest_of_what_may_still_run(spec):
    """So that nothing starts too late."""
    spec(
        "release_date",
        """
        custody                                                                                                | release date
        -------------------------------------------------------------------------------------------------------+-------------
                                                                                                               | not_known
        sentence 2026-03-01 to now, release date 2026-08-30                                                    | 2026-08-30
        sentence 2026-03-01 to now                                                                             | not_known
        sentence 2026-03-01 to ?, release date 2026-08-30                                                      | 2026-08-30
        sentence 2025-03-01 to 2025-08-30, release date 2025-08-30                                             | not_known
        sentence 2026-03-01 to now, release date 2026-08-30; remand 2026-04-01 to now, release date 2026-06-30 | 2026-06-30
        """,
    )


def test_released_before_21_means_before_that_day(spec):
    """Not on the birthday itself. Born on 29 February, it is on 1 March."""
    spec(
        "release_before_21st_birthday",
        """
        date of birth | custody                                             | release before 21st birthday
        --------------+-----------------------------------------------------+-----------------------------
                      |                                                     | not_known
        2009-05-01    | sentence 2026-03-01 to now, release date 2030-04-30 | yes
        2009-05-01    | sentence 2026-03-01 to now, release date 2030-05-01 | no
        2009-05-01    | sentence 2026-03-01 to now, release date 2030-05-02 | no
        2008-02-29    | sentence 2026-03-01 to now, release date 2029-02-28 | yes
        2008-02-29    | sentence 2026-03-01 to now, release date 2029-03-01 | no
        2009-05-01    | sentence 2026-03-01 to now                          | not_known
                      | sentence 2026-03-01 to now, release date 2026-08-30 | not_known
        """,
    )


def test_a_remand_is_one_wherever_it_is_spent(spec):
    """In custody or in local authority accommodation. On bail it has ended."""
    spec(
        "on_remand",
        """
        custody                                   | on remand
        ------------------------------------------+----------
                                                  | not_known
        remand 2026-05-01 to now                  | yes
        remand_to_care 2026-05-01 to now          | yes
        remand 2026-05-01 to 2026-05-10; complete | no
        remand 2026-05-01 to 2026-05-10           | not_known
        remand 2026-05-01 to ?                    | not_known
        sentence 2026-05-01 to now; complete      | no
        """,
    )


def test_the_time_in_care_starts_with_its_first_unbroken_day(spec):
    """One time that follows another without a day between goes on. What they are in care under
    may change on the way; a sentence is not care."""
    spec(
        "looked_after_since",
        """
        care period                                                      | custody                    | looked after since
        -----------------------------------------------------------------+----------------------------+-------------------
                                                                         |                            | not_known
        s20 2026-05-01 to now                                            |                            | 2026-05-01
        s20 2026-05-01 to 2026-05-19                                     |                            | not_known
        s20 2026-05-01 to 2026-05-20                                     |                            | 2026-05-01
        s20 2026-03-01 to 2026-04-30; care_order 2026-05-01 to now       |                            | 2026-03-01
        s20 2026-03-01 to 2026-04-29; care_order 2026-05-01 to now       |                            | 2026-05-01
        s20 2026-03-01 to 2026-05-10; care_order 2026-05-01 to now       |                            | 2026-03-01
        s20 ? to 2026-04-30; care_order 2026-05-01 to now                |                            | not_known
        s20 ? to now                                                     |                            | not_known
        not_looked_after 2026-05-01 to now                               |                            | not_known
        ? 2026-05-01 to now                                              |                            | not_known
        not_looked_after 2026-04-01 to 2026-04-30; s20 2026-05-01 to now |                            | 2026-05-01
                                                                         | remand 2026-05-01 to now   | 2026-05-01
        s20 2026-03-01 to 2026-04-30                                     | remand 2026-05-01 to now   | 2026-03-01
                                                                         | sentence 2026-05-01 to now | not_known
        """,
    )


def test_thirteen_weeks_are_91_days_in_all_since_they_turned_14(spec):
    """Enough at 91 days exactly (A32). Each day wholly or partly in care counts, the first and
    the last as well; days in two times at once count once; gaps do not count. A time that goes
    on counts up to today, and none after the 18th birthday. Where a day or the kind of care is
    not known, it cannot be told, unless what is known is already enough; and that it is not
    enough takes a complete list and an age that nobody doubts."""
    spec(
        "looked_after_thirteen_weeks",
        """
        care period                                                          | custody                                 | date of birth | age      | on               | looked after
                                                                             |                                         |               | disputed |                  | thirteen weeks
        ---------------------------------------------------------------------+-----------------------------------------+---------------+----------+------------------+---------------
                                                                             |                                         |               |          |                  | not_known
        complete                                                             |                                         | 2009-05-01    |          |                  | no
        s20 2026-02-19 to now; complete                                      |                                         | 2009-05-01    |          | 2026-05-19 23:59 | no
        s20 2026-02-19 to now; complete                                      |                                         | 2009-05-01    |          | 2026-05-20 00:00 | yes
        s20 2026-02-19 to now; complete                                      |                                         | 2009-05-01    |          | 2026-05-21 00:00 | yes
        s20 2026-02-20 to now; complete                                      |                                         | 2009-05-01    |          |                  | no
        s20 2026-02-20 to now                                                |                                         | 2009-05-01    |          |                  | not_known
        s20 2026-02-20 to now; complete                                      |                                         | 2009-05-01    | yes      |                  | not_known
        s20 2026-02-19 to now                                                |                                         |               |          |                  | not_known
        s20 2026-02-19 to 2026-12-31                                         |                                         | 2009-05-01    |          |                  | yes
        s20 2026-02-20 to 2026-12-31; complete                               |                                         | 2009-05-01    |          |                  | no
        care_order 2026-02-19 to now                                         |                                         | 2009-05-01    |          |                  | yes
        s21 2026-02-19 to now                                                |                                         | 2009-05-01    |          |                  | yes
        not_looked_after 2024-02-19 to now; complete                         |                                         | 2009-05-01    |          |                  | no
        ? 2026-02-19 to now; complete                                        |                                         | 2009-05-01    |          |                  | not_known
        ? 2026-02-20 to now; complete                                        |                                         | 2009-05-01    |          |                  | no
        s20 2025-06-01 to 2025-07-30; s20 2026-04-20 to now                  |                                         | 2009-05-01    |          |                  | yes
        s20 2025-06-01 to 2025-07-30; s20 2026-04-21 to now; complete        |                                         | 2009-05-01    |          |                  | no
        s20 2026-02-20 to now; care_order 2026-02-20 to 2026-04-30; complete |                                         | 2009-05-01    |          |                  | no
        s20 2026-02-01 to 2026-03-31; s20 2026-04-02 to 2026-05-02; complete |                                         | 2009-05-01    |          |                  | no
        s20 2026-02-01 to 2026-03-31; s20 2026-04-02 to 2026-05-03           |                                         | 2009-05-01    |          |                  | yes
        s20 2023-05-01 to 2023-07-30                                         |                                         | 2009-05-01    |          |                  | yes
        s20 2023-04-30 to 2023-07-29; complete                               |                                         | 2009-05-01    |          |                  | no
        s20 2022-01-01 to 2023-07-30                                         |                                         | 2009-05-01    |          |                  | yes
        s20 2022-02-28 to 2022-05-30                                         |                                         | 2008-02-29    |          |                  | yes
        s20 2022-02-28 to 2022-05-29; complete                               |                                         | 2008-02-29    |          |                  | no
        s20 2025-01-30 to 2025-05-10                                         |                                         | 2007-05-01    |          |                  | yes
        s20 2025-01-31 to 2025-05-10; complete                               |                                         | 2007-05-01    |          |                  | no
        s20 2026-02-19 to ?; complete                                        |                                         | 2009-05-01    |          |                  | not_known
        s20 2026-02-20 to ?; complete                                        |                                         | 2009-05-01    |          |                  | no
        s20 2026-02-19 to over; complete                                     |                                         | 2009-05-01    |          |                  | not_known
        s20 ? to 2026-05-01; complete                                        |                                         | 2009-05-01    |          |                  | not_known
        s20 ? to 2023-07-29; complete                                        |                                         | 2009-05-01    |          |                  | no
        s20 ? to ?; complete                                                 |                                         | 2009-05-01    |          |                  | not_known
        s20 2026-02-19 to now; s20 ? to ?                                    |                                         | 2009-05-01    |          |                  | yes
        s20 2026-02-20 to now; s20 ? to 2025-01-01                           |                                         | 2009-05-01    |          |                  | yes
        s20 2026-02-20 to now; s20 2023-01-01 to ?                           |                                         | 2009-05-01    |          |                  | not_known
                                                                             | remand 2026-01-05 to 2026-04-05         | 2009-05-01    |          |                  | yes
                                                                             | remand 2026-01-05 to 2026-04-04         | 2009-05-01    |          |                  | not_known
        complete                                                             | remand 2026-01-05 to 2026-04-04         | 2009-05-01    |          |                  | no
        s20 2026-05-20 to now                                                | remand 2026-01-05 to 2026-04-04         | 2009-05-01    |          |                  | yes
        remand 2026-01-05 to 2026-04-04; complete                            | remand 2026-01-05 to 2026-04-04         | 2009-05-01    |          |                  | no
        complete                                                             | remand_to_care 2026-01-05 to 2026-04-05 | 2009-05-01    |          |                  | yes
        complete                                                             | sentence 2024-01-05 to now              | 2009-05-01    |          |                  | no
        complete                                                             | ? 2024-01-05 to now                     | 2009-05-01    |          |                  | not_known
        """,
    )


def test_thirteen_weeks_are_reached_on_the_91st_day(spec):
    """Counted from what is certain."""
    spec(
        "thirteen_weeks_reached_on",
        """
        care period                                         | date of birth | on               | thirteen weeks reached on
        ----------------------------------------------------+---------------+------------------+--------------------------
                                                            |               |                  | not_known
        s20 2026-02-19 to now                               | 2009-05-01    | 2026-05-19 10:00 | not_known
        s20 2026-02-19 to now                               | 2009-05-01    | 2026-05-20 10:00 | 2026-05-20
        s20 2026-02-19 to now                               | 2009-05-01    | 2026-06-20 10:00 | 2026-05-20
        s20 2025-06-01 to 2025-07-30; s20 2026-04-01 to now | 2009-05-01    |                  | 2026-05-01
        s20 2022-01-01 to 2024-01-01                        | 2009-05-01    |                  | 2023-07-30
        s20 2026-02-19 to now                               |               |                  | not_known
        """,
    )


def test_only_care_after_the_16th_birthday_counts(spec):
    """One day is enough: the birthday itself, or the day before they turn 18. Care that ended
    the day before they turned 16 is not."""
    spec(
        "looked_after_at_16_or_17",
        """
        care period                            | custody                         | date of birth | age      | looked after
                                               |                                 |               | disputed | at 16 or 17
        ---------------------------------------+---------------------------------+---------------+----------+-------------
                                               |                                 |               |          | not_known
        s20 2024-01-01 to 2025-04-30; complete |                                 | 2009-05-01    |          | no
        s20 2024-01-01 to 2025-04-30; complete |                                 | 2009-05-01    | yes      | not_known
        s20 2024-01-01 to 2025-04-30           |                                 | 2009-05-01    |          | not_known
        s20 2024-01-01 to 2025-05-01           |                                 | 2009-05-01    |          | yes
        s20 2024-01-01 to 2025-05-02           |                                 | 2009-05-01    |          | yes
        s20 2024-01-01 to ?; complete          |                                 | 2009-05-01    |          | not_known
        s20 2025-04-30 to now                  |                                 | 2007-05-01    |          | yes
        s20 2025-05-01 to now; complete        |                                 | 2007-05-01    |          | no
        complete                               | remand 2026-05-01 to 2026-05-02 | 2009-05-01    |          | yes
        s20 2026-01-01 to now; complete        |                                 | 2010-05-21    |          | no
        """,
    )


def test_in_care_until_18_means_the_day_before_that_birthday(spec):
    """Not yet, before that birthday."""
    spec(
        "looked_after_until_18",
        """
        care period                            | date of birth | looked after until 18
        ---------------------------------------+---------------+----------------------
                                               |               | not_known
        s20 2025-01-01 to 2025-04-30           | 2007-05-01    | yes
        s20 2025-01-01 to 2025-05-01           | 2007-05-01    | yes
        s20 2025-01-01 to 2025-04-29; complete | 2007-05-01    | no
        s20 2025-01-01 to 2025-04-29           | 2007-05-01    | not_known
        s20 2025-01-01 to ?; complete          | 2007-05-01    | not_known
        s20 2025-01-01 to now; complete        | 2009-05-01    | no
        """,
    )


def test_an_extension_is_agreed_before_the_time_runs_out(spec):
    """By a manager, by the end of the last of the 45 working days. A day later it is late, whatever
    anybody agrees."""
    spec(
        "extension_agreed_in_time",
        """
        referral received at | extension                                                                                       | extension agreed in time
        ---------------------+-------------------------------------------------------------------------------------------------+-------------------------
                             |                                                                                                 | not_known
        2026-04-02 10:00     | at 2026-06-09 16:00, agreed yes, by manager yes                                                 | yes
        2026-04-02 10:00     | at 2026-06-10 23:59, agreed yes, by manager yes                                                 | yes
        2026-04-02 10:00     | at 2026-06-11 00:00, agreed yes, by manager yes                                                 | not_known
        2026-04-02 10:00     | at 2026-06-11 00:00, agreed yes, by manager yes; complete                                       | no
        2026-04-02 10:00     | at 2026-06-09 16:00, agreed yes, by manager no; complete                                        | no
        2026-04-02 10:00     | at 2026-06-09 16:00, agreed no, by manager yes; complete                                        | no
        2026-04-02 10:00     | at 2026-06-09 16:00, agreed yes; complete                                                       | not_known
        2026-04-02 10:00     | agreed yes, by manager yes; complete                                                            | not_known
                             | at 2026-06-09 16:00, agreed yes, by manager yes; complete                                       | not_known
        2026-04-02 10:00     | at 2026-06-01 16:00, agreed no, by manager yes; at 2026-06-09 16:00, agreed yes, by manager yes | yes
        2026-04-02 10:00     | complete                                                                                        | not_known
        2005-04-02 10:00     | at 2026-06-09 16:00, agreed yes, by manager yes                                                 | not_known
        """,
    )


def test_the_manager_who_agreed_recorded_the_reasons(spec):
    """The reasons belong to the agreement."""
    spec(
        "extension_reasons_recorded",
        """
        extension                                                                                      | extension reasons recorded
        -----------------------------------------------------------------------------------------------+---------------------------
                                                                                                       | not_known
        agreed yes, by manager yes, reasons recorded yes                                               | yes
        agreed yes, by manager yes, reasons recorded no; complete                                      | no
        agreed yes, by manager yes, reasons recorded no                                                | not_known
        agreed yes, by manager yes; complete                                                           | not_known
        agreed no, by manager yes, reasons recorded yes; complete                                      | no
        agreed yes, by manager no, reasons recorded yes; complete                                      | no
        agreed no, reasons recorded yes; agreed yes, by manager yes, reasons recorded no; complete     | no
        """,
    )


def test_their_answer_is_the_latest(spec):
    """A refusal that was taken back is no refusal. Asked again and not answered yet: not known."""
    spec(
        "s20_answer",
        """
        s20 offer                                                                      | s20 answer
        -------------------------------------------------------------------------------+-----------
                                                                                       | not_known
        answer refuses                                                                 | refuses
        at 2026-05-18 10:00, answer refuses; at 2026-05-19 10:00, answer accepts       | accepts
        at 2026-05-19 10:00, answer accepts; at 2026-05-18 10:00, answer refuses       | accepts
        at 2026-05-18 10:00, answer refuses; at 2026-05-19 10:00, answer undecided     | undecided
        at 2026-05-18 10:00, answer refuses; at 2026-05-19 10:00                       | not_known
        at 2026-05-18 10:00, answer refuses; answer accepts                            | not_known
        at 2026-05-18 10:00, answer refuses; at 2026-05-18 10:00, answer accepts       | not_known
        at 2026-05-18 10:00, answer refuses; at 2026-05-19 10:00, answer refuses       | refuses
        """,
    )


def test_they_answered_when_they_last_answered(spec):
    """Not known while the time of one of several answers is not."""
    spec(
        "s20_answered_at",
        """
        s20 offer                                                                | s20 answered at
        -------------------------------------------------------------------------+-----------------
                                                                                 | not_known
        at 2026-05-18 10:00, answer refuses                                      | 2026-05-18 10:00
        at 2026-05-18 10:00, answer refuses; at 2026-05-19 10:00, answer accepts | 2026-05-19 10:00
        at 2026-05-18 10:00, answer refuses; answer accepts                      | not_known
        answer refuses                                                           | not_known
        """,
    )


def test_the_words_are_those_of_the_latest_answer(spec):
    """Each answer is recorded in their words by itself."""
    spec(
        "refusal_words_recorded",
        """
        s20 offer                                                                     | refusal words recorded
        ------------------------------------------------------------------------------+-----------------------
                                                                                      | not_known
        answer refuses, words recorded yes                                            | yes
        answer refuses, words recorded no                                             | no
        at 2026-05-18 10:00, words recorded yes; at 2026-05-19 10:00, words recorded no | no
        at 2026-05-18 10:00, words recorded yes; at 2026-05-19 10:00                  | not_known
        """,
    )


def test_information_comes_before_the_refusal(spec):
    """In writing, explained, in a language they understand, and before they said no. At the same
    minute is not before. A refusal given again after it is an informed one. Where their last answer
    is no refusal, there is nothing to tell."""
    spec(
        "informed_before_refusal",
        """
        s20 offer                                                                   | information given                                                                            | informed before refusal
        ----------------------------------------------------------------------------+----------------------------------------------------------------------------------------------+------------------------
                                                                                    |                                                                                              | not_known
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-18 10:00, written yes, explained yes, in their language yes                       | yes
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-19 09:59, written yes, explained yes, in their language yes                       | yes
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-19 10:00, written yes, explained yes, in their language yes; complete             | no
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-19 10:01, written yes, explained yes, in their language yes; complete             | no
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-20 10:00, written yes, explained yes, in their language yes; complete             | no
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-20 10:00, written yes, explained yes, in their language yes                       | not_known
        at 2026-05-19 10:00, answer refuses                                         | written yes, explained yes, in their language yes; complete                                  | not_known
        answer refuses                                                              | at 2026-05-18 10:00, written yes, explained yes, in their language yes; complete             | not_known
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-18 10:00, written no, explained yes, in their language yes; complete              | no
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-18 10:00, written yes, explained no, in their language yes; complete              | no
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-18 10:00, written yes, explained yes, in their language no; complete              | no
        at 2026-05-19 10:00, answer refuses                                         | at 2026-05-18 10:00, written yes, explained yes; complete                                    | not_known
        at 2026-05-19 10:00, answer refuses; at 2026-05-21 10:00, answer refuses    | at 2026-05-20 10:00, written yes, explained yes, in their language yes                       | yes
        at 2026-05-19 10:00, answer refuses; at 2026-05-21 10:00, answer accepts    | at 2026-05-18 10:00, written yes, explained yes, in their language yes                       | not_known
        at 2026-05-19 10:00, answer refuses; at 2026-05-21 10:00                    | at 2026-05-18 10:00, written yes, explained yes, in their language yes                       | not_known
        at 2026-05-19 10:00, answer refuses                                         | complete                                                                                     | not_known
        """,
    )


def test_what_refusing_means_comes_before_the_refusal(spec):
    """The day before, the minute before, the same minute and the day after."""
    spec(
        "told_what_refusing_means",
        """
        s20 offer                           | information given                                        | told what refusing means
        ------------------------------------+----------------------------------------------------------+-------------------------
                                            |                                                          | not_known
        at 2026-05-19 10:00, answer refuses | at 2026-05-18 10:00, what refusing means yes             | yes
        at 2026-05-19 10:00, answer refuses | at 2026-05-19 09:59, what refusing means yes             | yes
        at 2026-05-19 10:00, answer refuses | at 2026-05-19 10:00, what refusing means yes; complete   | no
        at 2026-05-19 10:00, answer refuses | at 2026-05-20 10:00, what refusing means yes; complete   | no
        at 2026-05-19 10:00, answer refuses | at 2026-05-18 10:00, what refusing means no; complete    | no
        at 2026-05-19 10:00, answer refuses | at 2026-05-18 10:00, what refusing means no              | not_known
        at 2026-05-19 10:00, answer refuses | at 2026-05-18 10:00, written yes; complete               | not_known
        at 2026-05-19 10:00, answer accepts | at 2026-05-18 10:00, what refusing means yes; complete   | not_known
        """,
    )


def test_an_independent_advocate_is_offered_before_the_refusal(spec):
    """With time to use one. An early help worker is not independent. Whether they wanted one is
    theirs to decide."""
    spec(
        "advocate_offered_before_refusal",
        """
        s20 offer                                                                | advocate offer                                                               | advocate offered before refusal
        -------------------------------------------------------------------------+------------------------------------------------------------------------------+--------------------------------
                                                                                 |                                                                              | not_known
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 10:00, independent yes, time given yes, accepted no            | yes
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 10:00, independent yes, time given yes, accepted yes           | yes
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 09:59, independent yes, time given yes                         | yes
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 10:00, independent yes, time given yes; complete               | no
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-20 10:00, independent yes, time given yes; complete               | no
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 10:00, independent no, time given yes; complete                | no
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 10:00, independent yes, time given no; complete                | no
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 10:00, time given yes; complete                                | not_known
        at 2026-05-19 10:00, answer refuses                                      | independent yes, time given yes                                              | not_known
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 10:00, independent no, time given yes                          | not_known
        at 2026-05-19 10:00, answer refuses; at 2026-05-21 10:00, answer refuses | at 2026-05-20 10:00, independent yes, time given yes                         | yes
        """,
    )


def test_capacity_is_considered_with_each_refusal(spec):
    """On the day of the refusal or later: what they could decide last month says nothing of today.
    Doubt stays until somebody finds otherwise."""
    spec(
        "capacity_to_refuse",
        """
        s20 offer                                                                | capacity                                                       | capacity to refuse
        -------------------------------------------------------------------------+----------------------------------------------------------------+-------------------
                                                                                 |                                                                | not_known
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 23:59, found has                                 | not_known
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 09:00, found has                                 | has
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-20 09:00, found has                                 | has
        at 2026-05-19 10:00, answer refuses; at 2026-06-02 10:00, answer refuses | at 2026-05-19 09:00, found has                                 | not_known
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 09:00, found in_doubt                            | in_doubt
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 09:00, found lacks                               | lacks
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 09:00, found has; at 2026-05-20 09:00, found in_doubt | in_doubt
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 09:00, found in_doubt; at 2026-05-20 09:00, found has | has
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 09:00                                            | not_known
        at 2026-05-19 10:00, answer refuses                                      | found has                                                      | not_known
        answer refuses                                                           | at 2026-05-19 09:00, found has                                 | not_known
        at 2026-05-19 10:00, answer accepts                                      | at 2026-05-18 09:00, found has                                 | has
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-19 09:00, found has; found has                      | not_known
        """,
    )


def test_housing_owes_what_it_last_decided(spec):
    """Decided again, an earlier decision no longer counts."""
    spec(
        "housing_owes_accommodation",
        """
        housing decision                                                                   | housing owes accommodation
        -----------------------------------------------------------------------------------+---------------------------
                                                                                           | not_known
        owes accommodation yes                                                             | yes
        owes accommodation no                                                              | no
        at 2026-05-18 10:00, owes accommodation no; at 2026-05-19 10:00, owes accommodation yes | yes
        at 2026-05-18 10:00, owes accommodation no; owes accommodation yes                 | not_known
        at 2026-05-18 10:00                                                                | not_known
        """,
    )


def test_a_reason_is_one_from_the_list(spec):
    """A blank is not known: nobody has said that there is none."""
    spec(
        "housing_reason_coded",
        """
        housing decision                                                       | housing reason coded
        -----------------------------------------------------------------------+---------------------
                                                                               | not_known
        reason not_eligible                                                    | yes
        reason none_given                                                      | no
        owes accommodation no                                                  | not_known
        at 2026-05-18 10:00, reason other; at 2026-05-19 10:00, reason none_given | no
        """,
    )


def test_the_written_decision_is_that_of_the_latest(spec):
    """An earlier letter does not stand in for this one."""
    spec(
        "housing_decision_written",
        """
        housing decision                                             | housing decision written
        -------------------------------------------------------------+-------------------------
                                                                     | not_known
        written yes                                                  | yes
        written no                                                   | no
        at 2026-05-18 10:00, written yes; at 2026-05-19 10:00, written no | no
        at 2026-05-18 10:00, written yes; at 2026-05-19 10:00        | not_known
        """,
    )


def test_housing_decided_when_it_last_decided(spec):
    """Not known while the time of one of several decisions is not."""
    spec(
        "housing_decided_at",
        """
        housing decision                                                          | housing decided at
        --------------------------------------------------------------------------+-------------------
                                                                                  | not_known
        at 2026-05-18 10:00, owes accommodation no                                | 2026-05-18 10:00
        at 2026-05-18 10:00, written no; at 2026-05-19 10:00, written yes         | 2026-05-19 10:00
        owes accommodation no                                                     | not_known
        """,
    )


def test_asked_again_means_after_housing_decided(spec):
    """A refusal from before Housing decided is not one after it; nor is one of the same minute."""
    spec(
        "refused_again_after_housing",
        """
        s20 offer                                                                | housing decision                           | housing decided at | refused again after housing
        -------------------------------------------------------------------------+--------------------------------------------+--------------------+----------------------------
                                                                                 |                                            |                    | not_known
        at 2026-05-17 10:00, answer refuses                                      | at 2026-05-18 10:00, owes accommodation no |                    | no
        at 2026-05-18 10:00, answer refuses                                      | at 2026-05-18 10:00, owes accommodation no |                    | no
        at 2026-05-18 10:01, answer refuses                                      | at 2026-05-18 10:00, owes accommodation no |                    | yes
        at 2026-05-19 10:00, answer refuses                                      | at 2026-05-18 10:00, owes accommodation no |                    | yes
        at 2026-05-17 10:00, answer refuses; at 2026-05-19 10:00, answer refuses | at 2026-05-18 10:00, owes accommodation no |                    | yes
        at 2026-05-17 10:00, answer refuses; at 2026-05-19 10:00, answer accepts | at 2026-05-18 10:00, owes accommodation no |                    | no
        at 2026-05-17 10:00, answer refuses; at 2026-05-19 10:00                 | at 2026-05-18 10:00, owes accommodation no |                    | not_known
        at 2026-05-19 10:00, answer refuses                                      | owes accommodation no                      |                    | not_known
        answer refuses                                                           | at 2026-05-18 10:00, owes accommodation no |                    | not_known
        at 2026-05-19 10:00, answer refuses                                      |                                            | 2026-05-18 10:00   | yes
                                                                                 | at 2026-05-18 10:00, owes accommodation no |                    | not_known
        """,
    )
