"""Homeless children. An age that nobody knows closes no door."""


def test_homeless_16_17(spec):
    """Sixteen and seventeen, or an age that nobody knows or that is in doubt. Not known to be
    homeless is not known."""
    spec(
        "homeless_16_17",
        """
        homeless | age | age disputed | homeless 16 17
        ---------+-----+--------------+---------------
        yes      | 15  |              | no
        yes      | 15  | yes          | no
        yes      | 16  |              | yes
        yes      | 17  |              | yes
        yes      | 18  |              | no
        yes      | 18  | no           | no
        yes      | 18  | yes          | yes
        yes      |     |              | yes
        no       | 16  |              | no
                 | 16  |              | not_known
                 | 15  |              | no
                 |     |              | not_known
        """,
    )


def test_under_joint_protocol(spec):
    """Rule 3-l is enough, and so is being homeless at 16 or 17 without anybody having said 3-l."""
    spec(
        "under_joint_protocol",
        """
        carries 3 l | homeless | age | under joint protocol
        ------------+----------+-----+---------------------
        yes         |          |     | yes
        yes         | no       | 17  | yes
        no          | yes      | 17  | yes
                    | yes      | 17  | yes
        no          | yes      | 15  | no
        no          | no       | 17  | no
                    | no       | 17  | not_known
        no          |          | 17  | not_known
                    |          |     | not_known
        """,
    )


def test_homeless_under_16(spec):
    """Not for the joint protocol, and yet at least Amber."""
    spec(
        "homeless_under_16",
        """
        homeless | age | homeless under 16
        ---------+-----+------------------
        yes      | 15  | yes
        yes      | 0   | yes
        yes      | 16  | no
        yes      |     | not_known
        no       | 15  | no
                 | 15  | not_known
                 |     | not_known
        """,
    )


def test_nowhere_tonight(spec):
    """At any age, whatever else is known."""
    spec(
        "nowhere_tonight",
        """
        nowhere safe tonight | age | nowhere tonight
        ---------------------+-----+----------------
        yes                  | 8   | yes
        yes                  |     | yes
        no                   | 17  | no
                             |     | not_known
        """,
    )


def test_homeless_and_in_danger(spec):
    """One danger is enough. All four have to be known not to be so before it is ruled out."""
    spec(
        "homeless_and_in_danger",
        """
        carries | homeless | age | abuse or | exploitation | pregnant or | missing | homeless and
        3 l     |          |     | violence | or gang risk | parenting   | now     | in danger
        --------+----------+-----+----------+--------------+-------------+---------+-------------
                | yes      | 17  | yes      |              |             |         | yes
                | yes      | 17  |          | yes          |             |         | yes
                | yes      | 17  |          |              | yes         |         | yes
                | yes      | 17  |          |              |             | yes     | yes
        yes     |          |     | yes      | no           | no          | no      | yes
                | yes      | 17  | no       | no           | no          | no      | no
                | yes      | 17  | no       | no           | no          |         | not_known
                | yes      | 17  | no       | no           |             | no      | not_known
                | yes      | 17  | no       |              | no          | no      | not_known
                | yes      | 17  |          | no           | no          | no      | not_known
        no      | no       | 17  | yes      | yes          | yes         | yes     | no
        no      | yes      | 15  | yes      |              |             |         | no
                |          | 17  | yes      |              |             |         | not_known
                |          |     |          |              |             |         | not_known
        """,
    )
