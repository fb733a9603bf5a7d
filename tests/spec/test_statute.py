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
