def test_who_has_been_eligible(spec):
    """In care for 13 weeks in all, and some of it at 16 or 17. Care that ended the day before they turned 16
    does not make them eligible; being in custody or hospital on that birthday, after 13 weeks,
    does as much."""
    spec(
        "was_eligible_child",
        """
        care period                                                          | custody                                                          | detained at 16 after thirteen weeks | date of birth | on | was eligible child
        ---------------------------------------------------------------------+------------------------------------------------------------------+-------------------------------------+---------------+----+-------------------
                                                                             |                                                                  |                                     |               |    | not_known
        s20 2026-02-19 to 2026-05-20; complete                               |                                                                  | no                                  | 2009-05-01    |    | yes
        s20 2026-02-20 to 2026-05-20; complete                               |                                                                  | no                                  | 2009-05-01    |    | no
        s20 2025-01-01 to 2025-04-30; complete                               |                                                                  | no                                  | 2009-05-01    |    | no
        s20 2025-01-01 to 2025-05-01; complete                               |                                                                  | no                                  | 2009-05-01    |    | yes
        s20 2023-05-01 to 2023-07-30; complete                               |                                                                  | no                                  | 2009-05-01    |    | no
        s20 2023-05-01 to 2023-07-29; s20 2025-05-01 to 2025-05-01; complete |                                                                  | no                                  | 2009-05-01    |    | yes
        s20 2025-01-01 to 2025-04-30; complete                               |                                                                  | yes                                 | 2009-05-01    |    | yes
        s20 2025-01-01 to 2025-04-30; complete                               |                                                                  |                                     | 2009-05-01    |    | not_known
        complete                                                             | remand 2026-01-05 to 2026-04-05                                  | no                                  | 2009-05-01    |    | yes
        complete                                                             | remand 2026-01-05 to 2026-04-04                                  | no                                  | 2009-05-01    |    | no
        complete                                                             | remand 2026-01-05 to 2026-02-10; remand 2026-03-01 to 2026-04-23 | no                                  | 2009-05-01    |    | yes
        complete                                                             | remand 2026-01-05 to 2026-02-10; remand 2026-03-01 to 2026-04-22 | no                                  | 2009-05-01    |    | no
        """,
    )


def test_who_is_eligible(spec):
    """In care now, on the 91st day and not on the 90th. An eligible child is never a relevant
    child at the same time."""
    spec(
        "eligible_child",
        """
        legal basis | accommodated by council | care period                            | custody                  | date of birth | on               | eligible child
        ------------+-------------------------+----------------------------------------+--------------------------+---------------+------------------+---------------
                    |                         |                                        |                          |               |                  | not_known
        s20         |                         | s20 2026-02-19 to now; complete        | complete                 | 2009-05-01    | 2026-05-19 23:59 | no
        s20         |                         | s20 2026-02-19 to now; complete        | complete                 | 2009-05-01    | 2026-05-20 00:00 | yes
        s20         |                         | s20 2026-02-19 to now; complete        | complete                 | 2009-05-01    | 2026-05-21 00:00 | yes
        s17         | no                      | s20 2026-01-01 to 2026-05-19; complete | complete                 | 2009-05-01    | 2026-05-20 10:00 | no
                    |                         | complete                               | remand 2026-02-19 to now | 2009-05-01    | 2026-05-20 10:00 | yes
        s20         |                         | s20 2026-02-20 to now                  | complete                 | 2009-05-01    | 2026-05-20 10:00 | not_known
        s20         |                         | s20 2026-01-01 to now                  | complete                 | 2010-05-21    | 2026-05-20 10:00 | no
        s20         |                         | s20 2026-01-01 to now                  | complete                 | 2010-05-20    | 2026-05-20 10:00 | yes
        s20         |                         | s20 2026-01-01 to now                  | complete                 | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_who_is_relevant(spec):
    """No longer in care, and eligible before. Remanded and then on bail is relevant, if the
    remand lasted 13 weeks. Living with a parent again takes it away only when it is known."""
    spec(
        "relevant_child",
        """
        legal basis | accommodated by council | care period                            | custody                                   | detained at 16 after thirteen weeks | settled at home six months | date of birth | on               | relevant child
        ------------+-------------------------+----------------------------------------+-------------------------------------------+-------------------------------------+----------------------------+---------------+------------------+---------------
                    |                         |                                        |                                           |                                     |                            |               |                  | not_known
        s17         | no                      | s20 2026-02-18 to 2026-05-19; complete | complete                                  | no                                  | no                         | 2009-05-01    | 2026-05-20 10:00 | yes
        s17         | no                      | s20 2026-02-19 to 2026-05-19; complete | complete                                  | no                                  | no                         | 2009-05-01    | 2026-05-20 10:00 | no
        s17         | no                      | complete                               | remand 2026-02-18 to 2026-05-19; complete | no                                  | no                         | 2009-05-01    | 2026-05-20 10:00 | yes
        s17         | no                      | complete                               | remand 2026-02-19 to 2026-05-19; complete | no                                  | no                         | 2009-05-01    | 2026-05-20 10:00 | no
        s17         | no                      | s20 2025-01-01 to 2025-04-30; complete | complete                                  | no                                  | no                         | 2009-05-01    | 2026-05-20 10:00 | no
        s17         | no                      | s20 2025-01-01 to 2025-04-30; complete | complete                                  | yes                                 | no                         | 2009-05-01    | 2026-05-20 10:00 | yes
        s17         | no                      | s20 2026-01-01 to 2026-05-19; complete | complete                                  | no                                  |                            | 2009-05-01    | 2026-05-20 10:00 | yes
        s17         | no                      | s20 2026-01-01 to 2026-05-19; complete | complete                                  | no                                  | yes                        | 2009-05-01    | 2026-05-20 10:00 | no
        s20         |                         | s20 2026-01-01 to now; complete        | complete                                  | no                                  | no                         | 2009-05-01    | 2026-05-20 10:00 | no
        s17         | no                      | s20 2026-01-01 to 2026-05-19; complete |                                           | no                                  | no                         | 2009-05-01    | 2026-05-20 10:00 | not_known
        s17         | no                      | s20 2026-01-01 to 2026-05-19; complete | complete                                  | no                                  | no                         | 2008-05-21    | 2026-05-20 10:00 | yes
        s17         | no                      | s20 2026-01-01 to 2026-05-19; complete | complete                                  | no                                  | no                         | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_who_is_former_relevant(spec):
    """From the 18th birthday until the day before the 25th; the protocol stops at 21."""
    spec(
        "former_relevant_child",
        """
        care period                            | detained at 16 after thirteen weeks | settled at home six months | looked after until 18 | date of birth | on               | former relevant child
        ---------------------------------------+-------------------------------------+----------------------------+-----------------------+---------------+------------------+----------------------
                                               |                                     |                            |                       |               |                  | no
        s20 2026-01-01 to 2026-05-19; complete | no                                  | no                         |                       | 2008-05-21    | 2026-05-20 10:00 | no
        s20 2026-01-01 to 2026-05-19; complete | no                                  | no                         |                       | 2008-05-20    | 2026-05-20 10:00 | yes
        s20 2026-01-01 to 2026-05-01; complete | no                                  | no                         |                       | 2008-05-20    | 2026-05-20 10:00 | yes
        s20 2026-01-01 to 2026-05-01; complete | no                                  | yes                        |                       | 2008-05-20    | 2026-05-20 10:00 | no
        s20 2026-01-01 to 2026-05-19; complete | no                                  | yes                        |                       | 2008-05-20    | 2026-05-20 10:00 | yes
        s20 2026-01-01 to 2026-05-01; complete | no                                  |                            |                       | 2008-05-20    | 2026-05-20 10:00 | yes
        s20 2026-05-01 to 2026-05-19; complete | no                                  | no                         |                       | 2008-05-20    | 2026-05-20 10:00 | no
        s20 2026-05-01 to 2026-05-19           | no                                  | no                         |                       | 2008-05-20    | 2026-05-20 10:00 | not_known
        s20 2019-01-01 to 2019-05-20           | no                                  | no                         |                       | 2001-05-21    | 2026-05-20 10:00 | yes
        s20 2019-01-01 to 2019-05-20           | no                                  | no                         |                       | 2001-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_who_is_qualifying(spec):
    """One day in care at 16 or 17 is enough, and it is over. With 13 weeks they are relevant or
    former relevant instead, unless they settled with a parent."""
    spec(
        "qualifying_care_leaver",
        """
        legal basis | accommodated by council | care period                            | custody  | detained at 16 after thirteen weeks | settled at home six months | date of birth | on remand | looked after at 16 or 17 | on               | qualifying care leaver
        ------------+-------------------------+----------------------------------------+----------+-------------------------------------+----------------------------+---------------+-----------+--------------------------+------------------+-----------------------
                    |                         |                                        |          |                                     |                            |               |           |                          |                  | not_known
        s17         | no                      | s20 2026-05-19 to 2026-05-19; complete | complete | no                                  | no                         | 2009-05-01    |           |                          | 2026-05-20 10:00 | yes
        s17         | no                      | s20 2026-02-19 to 2026-05-19; complete | complete | no                                  | no                         | 2009-05-01    |           |                          | 2026-05-20 10:00 | yes
        s17         | no                      | s20 2026-02-18 to 2026-05-19; complete | complete | no                                  | no                         | 2009-05-01    |           |                          | 2026-05-20 10:00 | no
        s17         | no                      | s20 2026-02-18 to 2026-05-19; complete | complete | no                                  | yes                        | 2009-05-01    |           |                          | 2026-05-20 10:00 | yes
        s17         | no                      | s20 2025-01-01 to 2025-04-30; complete | complete | no                                  | no                         | 2009-05-01    |           |                          | 2026-05-20 10:00 | no
        s20         |                         | s20 2026-05-19 to now; complete        | complete | no                                  | no                         | 2009-05-01    |           |                          | 2026-05-20 10:00 | no
        part_vii    | no                      | s20 2026-05-01 to 2026-05-10; complete | complete | no                                  | no                         | 2008-05-20    |           |                          | 2026-05-20 10:00 | yes
        part_vii    | no                      | s20 2019-05-01 to 2019-05-10; complete | complete | no                                  | no                         | 2001-05-21    |           |                          | 2026-05-20 10:00 | yes
        part_vii    | no                      | s20 2019-05-01 to 2019-05-10; complete | complete | no                                  | no                         | 2001-05-20    |           |                          | 2026-05-20 10:00 | no
        s23b        |                         |                                        |          |                                     |                            | 2010-05-21    | no        | yes                      | 2026-05-20 10:00 | no
        """,
    )


def test_an_eligible_child_is_assessed_for_a_pathway_plan(spec):
    """Within three months of the day on which they had been in care for 13 weeks. Only advised:
    nobody has verified this limit."""
    spec(
        "law-pathway",
        """
        legal basis | care period                     | custody | date of birth | on               | due              | applies
        ------------+---------------------------------+---------+---------------+------------------+------------------+----------
                    |                                 |         |               |                  | none             | not_known
        s20         | s20 2025-11-22 to now           |         | 2009-05-01    | 2026-05-19 10:00 | 2026-05-20 23:59 | yes
        s20         | s20 2025-11-22 to now           |         | 2009-05-01    | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        s20         | s20 2025-11-22 to now           |         | 2009-05-01    | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        s20         | s20 2026-03-01 to now; complete |         | 2009-05-01    | 2026-05-20 10:00 |                  | no
        """,
    )
