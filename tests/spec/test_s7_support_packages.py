def test_high_level_support_from_the_first_night(spec):
    """For whoever is in emergency accommodation or needs a bed tonight, until it is in place. It
    is due on the day they move in."""
    spec(
        "7-a",
        """
        in emergency accommodation | needs bed tonight | high level support in place | emergency accommodation since | on               | due              | applies
        ---------------------------+-------------------+-----------------------------+-------------------------------+------------------+------------------+----------
                                   |                   |                             |                               |                  | none             | not_known
        yes                        |                   |                             | 2026-05-20 22:00              | 2026-05-20 22:00 | 2026-05-20 23:59 | yes
        yes                        |                   | no                          | 2026-05-19 22:00              | 2026-05-20 10:00 | 2026-05-19 23:59 | yes
        yes                        |                   | yes                         |                               |                  |                  | no
        no                         | yes               |                             |                               |                  | none             | yes
                                   | yes               |                             |                               |                  |                  | yes
        no                         | no                |                             |                               |                  |                  | no
                                   | no                |                             |                               |                  |                  | not_known
        no                         | yes               | yes                         |                               |                  |                  | no
        """,
    )


def test_they_are_visited_every_day(spec):
    """No later than the day after they were last seen. Only a whole decision by a person makes it
    less often, and a blank is none."""
    spec(
        "7-b",
        """
        in emergency accommodation | visit                                       | fewer visits agreed | on               | due              | applies
        ---------------------------+---------------------------------------------+---------------------+------------------+------------------+----------
                                   |                                             |                     |                  | none             | not_known
        yes                        | kind support, at 2026-05-20 09:00, seen yes |                     | 2026-05-20 10:00 | 2026-05-21 23:59 | yes
        yes                        | kind support, at 2026-05-19 23:50, seen yes |                     | 2026-05-20 10:00 | 2026-05-20 23:59 | yes
        yes                        | kind support, at 2026-05-18 09:00, seen yes |                     | 2026-05-20 10:00 | 2026-05-19 23:59 | yes
        yes                        | kind support, at 2026-05-19 09:00, seen no  |                     | 2026-05-20 10:00 | none             | yes
        yes                        |                                             | no                  |                  | none             | yes
        yes                        |                                             | yes                 |                  |                  | no
        no                         |                                             |                     |                  |                  | no
                                   |                                             | yes                 |                  |                  | no
        """,
    )


def test_a_day_without_a_visit_is_noticed(spec):
    """Last seen today or yesterday: no. The day before that, or not known when: somebody finds
    out today that they are safe."""
    spec(
        "ours-missed-visit",
        """
        in emergency accommodation | visit                                                                                   | fewer visits agreed | on               | due              | applies
        ---------------------------+-----------------------------------------------------------------------------------------+---------------------+------------------+------------------+----------
                                   |                                                                                         |                     |                  | none             | not_known
        yes                        | kind support, at 2026-05-20 09:00, seen yes                                             |                     | 2026-05-20 10:00 |                  | no
        yes                        | kind support, at 2026-05-19 00:10, seen yes                                             |                     | 2026-05-20 23:59 |                  | no
        yes                        | kind support, at 2026-05-19 00:10, seen yes                                             |                     | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        yes                        | kind support, at 2026-05-18 23:50, seen yes                                             |                     | 2026-05-20 00:00 | 2026-05-19 23:59 | yes
        yes                        | kind support, at 2026-05-18 23:50, seen yes; kind support, at 2026-05-19 18:00, seen no |                     | 2026-05-20 10:00 |                  | yes
        yes                        | at 2026-05-19 18:00                                                                     |                     | 2026-05-20 10:00 | none             | yes
        yes                        |                                                                                         |                     |                  | none             | yes
        yes                        |                                                                                         | yes                 |                  |                  | no
        no                         |                                                                                         |                     |                  |                  | no
                                   | kind support, at 2026-05-20 09:00, seen yes                                             |                     | 2026-05-20 10:00 |                  | no
        """,
    )


def test_danger_told_on_the_fifty_points_is_looked_at_that_day(spec):
    """A blank tells of nothing, and looking at it ends it only once somebody has. It is due by the
    end of the day on which it was told."""
    spec(
        "ours-checklist-danger",
        """
        checklist tells of danger | danger told was looked at | on               | due              | applies
        --------------------------+---------------------------+------------------+------------------+----------
                                  |                           |                  |                  | not_known
        yes                       |                           | 2026-05-19 23:59 | 2026-05-19 23:59 | yes
        yes                       | no                        | 2026-05-20 00:00 | 2026-05-20 23:59 | yes
        yes                       | no                        | 2026-05-23 10:00 | 2026-05-23 23:59 | yes
        yes                       | yes                       |                  |                  | no
        no                        |                           |                  |                  | no
        no                        | no                        |                  |                  | no
                                  | no                        |                  |                  | not_known
                                  | yes                       |                  |                  | no
        """,
    )


def test_a_place_that_may_not_be_right_is_looked_at_again(spec):
    """By the start of the next working day. Nothing follows from a blank."""
    spec(
        "ours-checklist-placement",
        """
        checklist tells placement may not fit | placement was looked at again | on               | due              | applies
        --------------------------------------+-------------------------------+------------------+------------------+----------
                                              |                               |                  |                  | not_known
        yes                                   |                               | 2026-05-20 08:59 | 2026-05-20 09:00 | yes
        yes                                   | no                            | 2026-05-20 10:00 | 2026-05-21 09:00 | yes
        yes                                   | no                            | 2026-05-22 16:00 | 2026-05-26 09:00 | yes
        yes                                   | yes                           |                  |                  | no
        no                                    |                               |                  |                  | no
                                              | no                            |                  |                  | not_known
                                              | yes                           |                  |                  | no
        """,
    )


def test_fewer_visits_take_a_persons_decision(spec):
    """A gate: yes means not allowed yet. No rule ever asks for fewer visits."""
    spec(
        "7-c",
        """
        fewer visits agreed | fewer visits decision                                                                                                                         | date of birth | on               | applies
        --------------------+-----------------------------------------------------------------------------------------------------------------------------------------------+---------------+------------------+--------
                            |                                                                                                                                               |               |                  | yes
        no                  |                                                                                                                                               |               |                  | yes
        yes                 |                                                                                                                                               |               |                  | no
                            | decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-05-20 |               | 2026-05-20 23:59 | no
                            | decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, second person agrees yes, look again on 2026-05-20 |               | 2026-05-21 00:00 | yes
                            | decided yes, evidence recorded yes, reasons recorded yes, young persons view recorded yes, look again on 2026-05-20                           |               | 2026-05-20 10:00 | yes
        no                  |                                                                                                                                               | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )
