"""Harm now."""


def test_in_danger_now(spec):
    """Whatever else is known, and at any age. Not asked is not a no."""
    spec(
        "in_danger_now",
        """
        harm now | age | in danger now
        ---------+-----+--------------
        yes      | 3   | yes
        yes      |     | yes
        no       | 3   | no
                 | 3   | not_known
                 |     | not_known
        """,
    )
