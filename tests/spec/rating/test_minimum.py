"""The suggested minimum. The highest wins, and Blue needs everything to be known."""


def test_at_least_red(spec):
    """One thing at level 4 is enough. It is ruled out only where everything is known."""
    spec(
        "at_least_red",
        """
        ticked         | denied   | harm | nowhere safe | homeless | age | missing | getting | at least
                       |          | now  | tonight      |          |     | now     | worse   | red
        ---------------+----------+------+--------------+----------+-----+---------+---------+----------
        AN-4a          |          |      |              |          |     |         |         | yes
        PAR-4e         |          |      |              |          |     |         |         | yes
        DA-4           |          |      |              |          |     |         |         | yes
        CCE-4          |          |      |              |          |     |         |         | yes
        FGM-4          |          |      |              |          |     |         |         | yes
        UAS-4          |          |      |              |          |     |         |         | yes
                       |          | yes  |              |          |     |         |         | yes
                       |          |      | yes          |          |     |         |         | yes
                       |          |      |              | yes      | 17  | yes     |         | yes
        MIS-3          |          |      |              |          |     |         | yes     | yes
        AN-4a          | the rest |      |              |          |     |         |         | yes
        DA-3           |          |      |              |          |     |         |         | not_known
        DA-3           | the rest |      |              |          |     |         |         | no
        DA-2           | the rest |      |              |          |     |         | yes     | no
                       | the rest |      |              | yes      | 17  |         |         | no
        EDU-1          | the rest |      |              |          |     |         |         | no
                       | the rest |      |              |          |     |         |         | no
                       |          |      |              |          |     |         |         | not_known
        """,
    )


def test_at_least_amber(spec):
    """One thing at level 3, a homeless child, needs that add up, or a pattern."""
    spec(
        "at_least_amber",
        """
        ticked       | denied   | carries | homeless | age | early help | contacts in | days since   | last final | getting | at least
                     |          | 3 l     |          |     | failed     | 12 months   | last contact | level      | worse   | amber
        -------------+----------+---------+----------+-----+------------+-------------+--------------+------------+---------+----------
        AN-4a        |          |         |          |     |            |             |              |            |         | yes
        EDU-3a       |          |         |          |     |            |             |              |            |         | yes
        PAR-3a       |          |         |          |     |            |             |              |            |         | yes
        FAM-3a       |          |         |          |     |            |             |              |            |         | yes
        RAD-3        |          |         |          |     |            |             |              |            |         | yes
        HBA-3        |          |         |          |     |            |             |              |            |         | yes
        YC-3         |          |         |          |     |            |             |              |            |         | yes
                     |          | yes     |          |     |            |             |              |            |         | yes
                     |          |         | yes      | 17  |            |             |              |            |         | yes
                     |          |         | yes      | 12  |            |             |              |            |         | yes
        EDU-2a, MH-2 |          |         |          |     | yes        |             |              |            |         | yes
        EDU-2a       |          |         |          |     |            | 2           |              |            |         | yes
                     |          |         |          |     |            | 1           | 3            | 3          |         | yes
        DA-2         |          |         |          |     |            |             |              |            | yes     | yes
        EDU-2a       |          |         |          |     |            |             |              |            |         | not_known
        EDU-2a, MH-2 | the rest |         |          |     |            |             |              |            |         | no
        EDU-2a       | the rest |         |          |     |            |             |              |            |         | no
                     | the rest |         |          |     |            | 4           | 40           | 3          |         | no
                     | the rest |         |          |     |            |             |              |            |         | no
                     |          |         |          |     |            |             |              |            |         | not_known
        """,
    )


def test_at_least_green(spec):
    """One thing at level 2, or contact after contact. No is Blue: never from a blank."""
    spec(
        "at_least_green",
        """
        ticked | denied   | contacts in | homeless | at least
               |          | 12 months   |          | green
        -------+----------+-------------+----------+----------
        EDU-3a |          |             |          | yes
        EDU-2a |          |             |          | yes
        MH-2   |          |             |          | yes
        DA-2   |          |             |          | yes
        ONL-2  |          |             |          | yes
               |          | 2           |          | yes
               | the rest | 2           |          | yes
               | the rest | 1           |          | not_known
        EDU-1  |          |             |          | not_known
               | the rest |             | yes      | yes
        EDU-1  | the rest |             |          | no
               | the rest |             |          | no
               |          |             |          | not_known
        """,
    )
