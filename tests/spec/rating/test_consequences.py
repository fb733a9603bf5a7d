"""What follows, whatever the band."""


def test_same_day(spec):
    """In office hours that day; out of hours by noon on the next working day (A41)."""
    spec(
        "same-day",
        """
        carries 3 l | homeless | age | presented at     | due              | applies
        ------------+----------+-----+------------------+------------------+----------
        yes         |          |     | 2026-05-22 16:59 | 2026-05-22 23:59 | yes
        yes         |          |     | 2026-05-22 17:00 | 2026-05-26 12:00 | yes
                    | yes      | 16  | 2026-05-23 18:30 | 2026-05-26 12:00 | yes
                    | yes      | 17  | 2026-05-26 08:59 | 2026-05-26 12:00 | yes
                    | yes      | 17  | 2026-05-26 09:00 | 2026-05-26 23:59 | yes
        yes         |          |     |                  | none             | yes
        no          | no       | 17  |                  |                  | no
        no          | yes      | 12  |                  |                  | no
                    |          | 17  |                  |                  | not_known
                    |          |     |                  |                  | not_known
        """,
    )


def test_only_referral(spec):
    """Whatever the band suggests, the joint protocol asks for an assessment."""
    spec(
        "only-referral",
        """
        carries 3 l | homeless | age | applies
        ------------+----------+-----+----------
        yes         |          |     | yes
                    | yes      | 17  | yes
        no          | no       | 17  | no
                    |          |     | not_known
        """,
    )


def test_open_case(spec):
    """At once, and the contact stays on the clock it was on."""
    spec(
        "open-case",
        """
        open to worker | received at      | due              | applies
        ---------------+------------------+------------------+----------
        yes            | 2026-05-23 18:30 | 2026-05-23 18:30 | yes
        no             | 2026-05-23 18:30 |                  | no
                       |                  |                  | not_known
        """,
    )


def test_strengths(spec):
    """Anything at level 1. It is worth writing down, and it never makes a rating milder."""
    spec(
        "strengths",
        """
        ticked | denied                     | applies
        -------+----------------------------+----------
        EDU-1  |                            | yes
        HEA-1  |                            | yes
        PAR-1  |                            | yes
        HOU-1  |                            | yes
               | EDU-1, HEA-1, PAR-1, HOU-1 | no
               | EDU-1, HEA-1, PAR-1        | not_known
               |                            | not_known
        """,
    )
