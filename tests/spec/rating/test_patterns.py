"""Patterns: contact after contact, back soon, getting worse."""


def test_repeated(spec):
    """Two contacts in the twelve months before make this one the third."""
    spec(
        "repeated",
        """
        contacts in 12 months | repeated
        ----------------------+----------
        0                     | no
        1                     | no
        2                     | yes
        3                     | yes
                              | not_known
        """,
    )


def test_repeated_with_need(spec):
    """A need in any part of life at the third contact."""
    spec(
        "repeated_with_need",
        """
        ticked | denied   | contacts in 12 months | repeated with need
        -------+----------+-----------------------+-------------------
        EDU-2a |          | 2                     | yes
        MH-2   |          | 2                     | yes
        DA-2   |          | 2                     | yes
        MIS-2  |          | 5                     | yes
        EDU-2a |          | 1                     | no
        EDU-2a |          |                       | not_known
               |          | 2                     | not_known
               | the rest | 2                     | no
               |          |                       | not_known
        """,
    )


def test_back_soon(spec):
    """Less than 28 days after a contact that was finally rated at level 3 or 4."""
    spec(
        "back_soon",
        """
        contacts in | days since   | last final | back soon
        12 months   | last contact | level      |
        ------------+--------------+------------+----------
        1           | 0            | 3          | yes
        1           | 27           | 3          | yes
        1           | 28           | 3          | no
        1           | 29           | 4          | no
        1           | 27           | 4          | yes
        1           | 27           | 2          | no
        4           | 10           | 3          | yes
        0           |              |            | no
        1           |              | 3          | not_known
        1           | 10           |            | not_known
                    | 10           | 3          | not_known
                    |              |            | not_known
        """,
    )


def test_pattern_at_2(spec):
    """Neglect, domestic abuse, exploitation, gangs, going missing."""
    spec(
        "pattern_at_2",
        """
        ticked | denied                                    | pattern at 2
        -------+-------------------------------------------+-------------
        HEA-2b |                                           | yes
        PAR-2a |                                           | yes
        DA-2   |                                           | yes
        GNG-2  |                                           | yes
        CSE-2  |                                           | yes
        MIS-2  |                                           | yes
        EDU-2a | the rest                                  | no
               | PAR-2a, DA-2, GNG-2, CSE-2, MIS-2         | not_known
               | HEA-2b, PAR-2a, DA-2, GNG-2, CSE-2, MIS-2 | no
               |                                           | not_known
        """,
    )


def test_pattern_at_3(spec):
    """Neglect, domestic abuse, exploitation, gangs, going missing."""
    spec(
        "pattern_at_3",
        """
        ticked | denied                                                  | pattern at 3
        -------+---------------------------------------------------------+-------------
        AN-3a  |                                                         | yes
        AN-3b  |                                                         | yes
        DA-3   |                                                         | yes
        DA-3y  |                                                         | yes
        GNG-3  |                                                         | yes
        CCE-3  |                                                         | yes
        CSE-3  |                                                         | yes
        MIS-3  |                                                         | yes
        HEA-3a | the rest                                                | no
               | AN-3b, DA-3, DA-3y, GNG-3, CCE-3, CSE-3, MIS-3          | not_known
               | AN-3a, AN-3b, DA-3, DA-3y, GNG-3, CCE-3, CSE-3, MIS-3   | no
               |                                                         | not_known
        """,
    )


def test_worse_at_2(spec):
    """Domestic abuse long ago is one thing; domestic abuse that happens more often is another."""
    spec(
        "worse_at_2",
        """
        ticked | denied   | getting worse | worse at 2
        -------+----------+---------------+-----------
        DA-2   |          | yes           | yes
        DA-2   |          | no            | no
        DA-2   |          |               | not_known
               |          | yes           | not_known
               | the rest | yes           | no
               |          |               | not_known
        """,
    )


def test_worse_at_3(spec):
    """Going missing more and more is at level 4 what going missing is at level 3."""
    spec(
        "worse_at_3",
        """
        ticked | denied   | getting worse | worse at 3
        -------+----------+---------------+-----------
        MIS-3  |          | yes           | yes
        MIS-3  |          | no            | no
        MIS-3  |          |               | not_known
               |          | yes           | not_known
        DA-2   | the rest | yes           | no
               |          |               | not_known
        """,
    )
