def test_needs_are_assessed_where_family_cannot_offer_stability(spec):
    """Any one sign that home cannot hold them is enough. Only when all three are known to be
    well is there nothing to assess here."""
    spec(
        "1-c",
        """
        needs         | safe to return | parent or carer | date of birth | due  | applies
        accommodation | home           | willing         |               |      |
        --------------+----------------+-----------------+---------------+------+----------
                      |                |                 |               | none | not_known
        yes           |                |                 |               | none | yes
                      | no             |                 |               |      | yes
                      |                | no              |               |      | yes
        no            | yes            | yes             |               |      | no
        no            | yes            |                 |               |      | not_known
        no            |                | yes             |               |      | not_known
                      | yes            | yes             |               |      | not_known
        yes           | yes            | yes             |               |      | yes
        yes           |                |                 | 2010-05-20    |      | yes
        yes           |                |                 | 2010-05-21    |      | no
        yes           |                |                 | 2008-05-20    |      | no
        """,
    )


def test_a_return_home_is_made_sure_of_in_three_ways(spec):
    """Safe, wanted, and their own view heard. Two out of three is not enough."""
    spec(
        "return_home_ready",
        """
        safe to return home | parent or carer willing | young persons view | return home ready
                            |                         | recorded           |
        --------------------+-------------------------+--------------------+------------------
                            |                         |                    | not_known
        yes                 | yes                     | yes                | yes
        no                  |                         |                    | no
                            | no                      |                    | no
                            |                         | no                 | no
                            | yes                     | yes                | not_known
        yes                 |                         | yes                | not_known
        yes                 | yes                     |                    | not_known
        no                  | yes                     | yes                | no
        yes                 | no                      | yes                | no
        yes                 | yes                     | no                 | no
        """,
    )


def test_nobody_is_sent_home_before_home_is_known_to_be_safe(spec):
    """A gate: yes means not allowed yet. One blank keeps it shut."""
    spec(
        "1-i",
        """
        safe to     | parent or | young        | family  | risk of     | objects to | date of    | age disputed | applies
        return home | carer     | persons view | contact | significant | going home | birth      |              |
                    | willing   | recorded     | unsafe  | harm        |            |            |              |
        ------------+-----------+--------------+---------+-------------+------------+------------+--------------+--------
                    |           |              |         |             |            |            |              | yes
        yes         | yes       | yes          |         |             | no         |            |              | no
        yes         | yes       | yes          |         |             |            |            |              | yes
                    | yes       | yes          |         |             | no         |            |              | yes
        yes         |           | yes          |         |             | no         |            |              | yes
        yes         | yes       |              |         |             | no         |            |              | yes
        no          | yes       | yes          |         |             | no         |            |              | yes
        yes         | no        | yes          |         |             | no         |            |              | yes
        yes         | yes       | no           |         |             | no         |            |              | yes
        no          |           |              |         |             |            | 2010-05-21 |              | yes
        no          |           |              |         |             |            | 2008-05-21 |              | yes
        no          |           |              |         |             |            | 2008-05-20 |              | no
        no          |           |              |         |             |            | 2008-05-19 | yes          | yes
        yes         | yes       | yes          | yes     |             | no         |            |              | yes
        yes         | yes       | yes          |         | yes         | no         |            |              | yes
        yes         | yes       | yes          |         |             | yes        |            |              | yes
        yes         | yes       | yes          | no      | no          | no         |            |              | no
        """,
    )


def test_a_manager_decides_when_the_child_does_not_want_to_go_home(spec):
    """A refusal stands until a manager has decided, for every child."""
    spec(
        "a18",
        """
        objects to going home | date of birth | due  | applies
        ----------------------+---------------+------+----------
                              |               | none | not_known
        yes                   |               | none | yes
        no                    |               |      | no
        yes                   | 2010-05-21    |      | yes
        yes                   | 2008-05-21    |      | yes
        yes                   | 2008-05-20    |      | no
        """,
    )


def test_accommodation_is_of_good_quality(spec):
    """Whether it is for one night or for longer."""
    spec(
        "1-j",
        """
        needs bed tonight | needs accommodation | date of birth | due  | applies
        ------------------+---------------------+---------------+------+----------
                          |                     |               | none | not_known
        yes               |                     |               | none | yes
        yes               | yes                 |               |      | yes
                          | yes                 |               |      | yes
        no                | yes                 |               |      | yes
        no                | no                  |               |      | no
                          | no                  |               |      | not_known
        no                |                     |               |      | not_known
        yes               |                     | 2010-05-21    |      | no
        yes               |                     | 2008-05-20    |      | no
        """,
    )


def test_nobody_moves_in_alone(spec):
    """Somebody goes with them, helps them settle and introduces them."""
    spec(
        "1-k",
        """
        needs bed tonight | needs accommodation | date of birth | due  | applies
        ------------------+---------------------+---------------+------+----------
                          |                     |               | none | not_known
        yes               |                     |               | none | yes
        yes               | yes                 |               |      | yes
                          | yes                 |               |      | yes
        no                | no                  |               |      | no
                          | no                  |               |      | not_known
        yes               |                     | 2010-05-21    |      | no
        yes               |                     | 2008-05-20    |      | no
        no                | yes                 |               |      | yes
        no                |                     |               |      | not_known
        """,
    )
