def test_an_unborn_child_has_a_contact_of_its_own(spec):
    """Whatever the age of whoever is pregnant: the contact is about the child."""
    spec(
        "ours-unborn-child",
        """
        pregnant | date of birth | on               | due              | applies
        ---------+---------------+------------------+------------------+----------
                 |               |                  |                  | not_known
        yes      |               | 2026-05-20 16:59 | 2026-05-20 23:59 | yes
        yes      |               | 2026-08-31 03:00 | 2026-08-31 23:59 | yes
        no       |               |                  |                  | no
        yes      | 2010-05-21    | 2026-05-20 10:00 |                  | yes
        yes      | 2010-05-20    | 2026-05-20 10:00 |                  | yes
        yes      | 2008-05-21    | 2026-05-20 10:00 |                  | yes
        yes      | 2008-05-20    | 2026-05-20 10:00 |                  | yes
                 | 2008-05-20    | 2026-05-20 10:00 |                  | not_known
        """,
    )


def test_a_child_of_their_own_has_a_contact_of_its_own(spec):
    """Whatever the age of the parent: the contact is about the child."""
    spec(
        "ours-own-child",
        """
        has child of own | date of birth | on               | due              | applies
        -----------------+---------------+------------------+------------------+----------
                         |               |                  |                  | not_known
        yes              |               | 2026-05-20 16:59 | 2026-05-20 23:59 | yes
        yes              |               | 2026-08-31 03:00 | 2026-08-31 23:59 | yes
        no               |               |                  |                  | no
        yes              | 2010-05-21    | 2026-05-20 10:00 |                  | yes
        yes              | 2010-05-20    | 2026-05-20 10:00 |                  | yes
        yes              | 2008-05-21    | 2026-05-20 10:00 |                  | yes
        yes              | 2008-05-20    | 2026-05-20 10:00 |                  | yes
                         | 2008-05-20    | 2026-05-20 10:00 |                  | not_known
        """,
    )


def test_each_brother_or_sister_at_home_has_a_contact_of_their_own(spec):
    """What happened to one child at home may be happening to another."""
    spec(
        "ours-siblings",
        """
        siblings at home | date of birth | on               | due              | applies
        -----------------+---------------+------------------+------------------+----------
                         |               |                  |                  | not_known
        yes              |               | 2026-05-20 16:59 | 2026-05-20 23:59 | yes
        yes              |               | 2026-08-31 03:00 | 2026-08-31 23:59 | yes
        no               |               |                  |                  | no
        yes              | 2010-05-21    | 2026-05-20 10:00 |                  | yes
        yes              | 2010-05-20    | 2026-05-20 10:00 |                  | yes
        yes              | 2008-05-21    | 2026-05-20 10:00 |                  | yes
        yes              | 2008-05-20    | 2026-05-20 10:00 |                  | yes
                         | 2008-05-20    | 2026-05-20 10:00 |                  | not_known
        """,
    )


def test_where_harm_is_not_ruled_out_somebody_rings_about_the_children_at_home(spec):
    """At once, at any hour. Harm that nobody has asked about is not ruled out."""
    spec(
        "ours-siblings-abuse",
        """
        siblings at home | risk of          | date of birth | on               | due              | applies
                         | significant harm |               |                  |                  |
        -----------------+-------------------+---------------+------------------+------------------+----------
                         |                   |               |                  |                  | not_known
        yes              |                   |               | 2026-05-20 10:00 | 2026-05-20 10:00 | yes
        yes              | yes               |               | 2026-08-31 03:00 | 2026-08-31 03:00 | yes
        yes              | no                |               |                  |                  | no
        no               | yes               |               |                  |                  | no
        no               |                   |               |                  |                  | no
                         | yes               |               |                  |                  | not_known
                         | no                |               |                  |                  | no
        yes              |                   | 2010-05-21    | 2026-05-20 10:00 |                  | yes
        yes              |                   | 2010-05-20    | 2026-05-20 10:00 |                  | yes
        yes              | yes               | 2008-05-20    | 2026-05-20 10:00 |                  | yes
        """,
    )
