def test_bed_and_breakfast_is_never_used_for_a_child(spec):
    """A gate: yes means not allowed. It opens only for somebody known to be 18 or over."""
    spec(
        "law-b-and-b",
        """
        date of birth | age disputed | on               | applies
        --------------+--------------+------------------+--------
                      |              |                  | yes
        2010-05-21    |              | 2026-05-20 10:00 | yes
        2010-05-20    |              | 2026-05-20 10:00 | yes
        2008-05-21    |              | 2026-05-20 10:00 | yes
        2008-05-20    |              | 2026-05-19 23:59 | yes
        2008-05-20    |              | 2026-05-20 00:00 | no
        2008-05-19    |              | 2026-05-20 10:00 | no
        2008-05-19    | yes          | 2026-05-20 10:00 | yes
        2008-02-29    |              | 2026-02-28 23:59 | yes
        2008-02-29    |              | 2026-03-01 00:00 | no
        """,
    )


def test_a_child_in_bed_and_breakfast_is_told_upwards(spec):
    """By whoever sees it, at once."""
    spec(
        "ours-b-and-b",
        """
        accommodation kind | placement                                                                          | date of birth | on               | due              | applies
        -------------------+------------------------------------------------------------------------------------+---------------+------------------+------------------+----------
                           |                                                                                    |               |                  |                  | not_known
        bed_and_breakfast  |                                                                                    |               | 2026-05-20 10:00 | 2026-05-20 10:00 | yes
                           | kind foster_care, at 2026-05-01 20:00; kind bed_and_breakfast, at 2026-05-02 20:00 |               |                  |                  | yes
        foster_care        |                                                                                    |               |                  |                  | no
        bed_and_breakfast  |                                                                                    | 2012-05-20    |                  |                  | yes
        bed_and_breakfast  |                                                                                    | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_children_in_care_live_with_registered_providers_only(spec):
    """A gate, in force since 28 October 2023: yes means not allowed. It opens when the provider
    is known to be registered, or the child is known to be neither in care nor a care leaver."""
    spec(
        "law-registered",
        """
        provider registered | legal basis | accommodated by council | custody  | care period                            | detained at 16 after thirteen weeks | date of birth | on               | applies
        --------------------+-------------+-------------------------+----------+----------------------------------------+-------------------------------------+---------------+------------------+--------
                            |             |                         |          |                                        |                                     |               |                  | yes
        yes                 |             |                         |          |                                        |                                     |               |                  | no
        yes                 | s20         |                         |          |                                        |                                     |               |                  | no
        no                  | s20         |                         |          |                                        |                                     |               |                  | yes
                            | s20         |                         |          |                                        |                                     |               |                  | yes
        no                  | s17         |                         |          |                                        |                                     |               |                  | yes
        no                  | s17         | no                      | complete | complete                               | no                                  | 2009-05-01    |                  | no
                            | s17         | no                      | complete | complete                               | no                                  | 2009-05-01    |                  | no
        no                  | s17         | no                      | complete | s20 2026-01-01 to 2026-05-19; complete | no                                  | 2009-05-01    |                  | yes
        no                  | s20         |                         |          |                                        |                                     |               | 2023-10-27 23:59 | no
        no                  | s20         |                         |          |                                        |                                     |               | 2023-10-28 00:00 | yes
        no                  | s20         |                         |          |                                        |                                     |               | 2023-10-29 00:00 | yes
        no                  | s20         |                         |          |                                        |                                     | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_an_unregistered_provider_is_told_upwards(spec):
    """For a child in care, or a care leaver under 18. Known not to be registered: not known is
    asked, and held back until then."""
    spec(
        "ours-unregistered",
        """
        provider registered | legal basis | custody | on               | due              | applies
        --------------------+-------------+---------+------------------+------------------+----------
                            |             |         |                  |                  | not_known
        no                  | s20         |         | 2026-05-20 10:00 | 2026-05-20 10:00 | yes
                            | s20         |         |                  |                  | not_known
        yes                 | s20         |         |                  |                  | no
        no                  | s17         |         |                  |                  | not_known
        no                  | s20         |         | 2023-10-27 23:59 |                  | no
        no                  | s20         |         | 2023-10-28 00:00 |                  | yes
        """,
    )


def test_nobody_who_may_be_under_16_is_in_supported_accommodation(spec):
    """A gate, in force since 9 September 2021: yes means not allowed. A date of birth that nobody
    knows keeps this one way shut and no bed away: foster care stays open."""
    spec(
        "law-under-16",
        """
        date of birth | age disputed | on               | applies
        --------------+--------------+------------------+--------
                      |              |                  | yes
        2010-05-21    |              | 2026-05-20 23:59 | yes
        2010-05-20    |              | 2026-05-20 00:00 | no
        2010-05-19    |              | 2026-05-20 00:00 | no
        2010-05-19    | yes          | 2026-05-20 00:00 | yes
        2008-05-20    |              | 2026-05-20 00:00 | no
        2007-05-20    |              | 2021-09-08 23:59 | no
        2007-05-20    |              | 2021-09-09 00:00 | yes
        """,
    )


def test_reason_to_believe_is_enough_for_a_bed(spec):
    """While no bed is confirmed, and they are not known to be in care. A blank is reason enough."""
    spec(
        "law-188",
        """
        needs bed tonight | needs accommodation | bed confirmed | legal basis        | date of birth | on               | due              | applies
        ------------------+---------------------+---------------+--------------------+---------------+------------------+------------------+--------
                          |                     |               |                    |               |                  |                  | yes
        yes               |                     |               |                    |               | 2026-05-20 16:59 | 2026-05-20 16:59 | yes
        yes               |                     |               |                    |               | 2026-05-20 23:00 | 2026-05-20 23:00 | yes
                          | yes                 | no            |                    |               |                  |                  | yes
        yes               | yes                 | yes           |                    |               |                  |                  | no
        no                | yes                 |               |                    |               |                  |                  | no
                          | no                  |               |                    |               |                  |                  | no
        yes               | yes                 |               | s20                |               |                  |                  | no
        yes               | yes                 |               | not_yet_determined |               |                  |                  | yes
        yes               |                     |               |                    | 2010-05-21    | 2026-05-20 10:00 |                  | no
        yes               |                     |               |                    | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_a_return_interview_within_72_hours(spec):
    """Hours, day and night: they are counted on through the change of the clocks."""
    spec(
        "law-return-interview",
        """
        returned after missing | returned at      | date of birth | on               | due              | applies
        -----------------------+------------------+---------------+------------------+------------------+----------
                               |                  |               |                  | none             | not_known
        yes                    | 2026-05-17 11:00 |               | 2026-05-20 10:59 | 2026-05-20 11:00 | yes
        yes                    | 2026-05-17 11:00 |               | 2026-05-20 11:00 | 2026-05-20 11:00 | yes
        yes                    | 2026-05-17 11:00 |               | 2026-05-20 11:01 | 2026-05-20 11:00 | yes
        yes                    | 2026-03-28 12:00 |               | 2026-03-28 13:00 | 2026-03-31 13:00 | yes
        yes                    |                  |               |                  | none             | yes
        no                     |                  |               |                  |                  | no
        yes                    |                  | 2012-05-20    |                  |                  | yes
        yes                    |                  | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_a_law_that_is_not_in_force_never_applies(spec):
    """Not on any day, to any care leaver, until somebody knows when it is brought into force."""
    spec(
        "law-intentionally-homeless",
        """
        care period                            | custody  | date of birth | on               | applies
        ---------------------------------------+----------+---------------+------------------+--------
                                               |          |               |                  | no
        s20 2026-01-01 to 2026-05-19; complete | complete | 2008-05-20    | 2026-05-20 10:00 | no
        s20 2026-01-01 to 2026-05-19; complete | complete | 2008-05-20    | 2028-05-20 10:00 | no
        """,
    )


def test_serious_harm_is_told_at_once(spec):
    """At any hour, and for every child: this is not the protocol's rule but the law's."""
    spec(
        "law-s47",
        """
        risk of     | date of    | age disputed | on               | due              | applies
        significant | birth      |              |                  |                  |
        harm        |            |              |                  |                  |
        ------------+------------+--------------+------------------+------------------+----------
                    |            |              |                  |                  | not_known
        yes         |            |              | 2026-05-20 10:00 | 2026-05-20 10:00 | yes
        yes         |            |              | 2026-08-31 03:00 | 2026-08-31 03:00 | yes
        no          |            |              |                  |                  | no
        yes         | 2012-05-20 |              |                  |                  | yes
                    | 2012-05-20 |              |                  |                  | not_known
        yes         | 2008-05-21 |              | 2026-05-20 10:00 |                  | yes
        yes         | 2008-05-20 |              | 2026-05-20 10:00 |                  | no
        yes         | 2008-05-19 | yes          | 2026-05-20 10:00 |                  | yes
        """,
    )
