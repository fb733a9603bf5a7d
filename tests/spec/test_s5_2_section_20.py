def test_it_is_decided_whether_they_are_in_need(spec):
    """By the end of the assessment, counted from the first receipt: the day before, the day and the
    day after."""
    spec(
        "5.2-a",
        """
        needs         | in need | referral received at | date of birth | legal | on               | due              | applies
        accommodation |         |                      |               | basis |                  |                  |
        --------------+---------+----------------------+---------------+-------+------------------+------------------+----------
                      |         |                      |               |       |                  | none             | not_known
        yes           |         | 2026-04-02 10:00     |               |       | 2026-06-09 23:59 | 2026-06-10 23:59 | yes
        yes           |         | 2026-04-02 10:00     |               |       | 2026-06-10 23:59 | 2026-06-10 23:59 | yes
        yes           |         | 2026-04-02 10:00     |               |       | 2026-06-11 00:00 | 2026-06-10 23:59 | yes
        yes           | yes     |                      |               |       |                  |                  | no
        yes           | no      |                      |               |       |                  |                  | no
                      | no      |                      |               |       |                  |                  | no
        yes           |         |                      | 2008-05-20    |       | 2026-05-20 10:00 |                  | no
                      |         |                      |               | s20   |                  |                  | yes
        """,
    )


def test_not_in_need_stands_only_after_a_second_look(spec):
    """Whoever is homeless, or may be: written reasons and a manager who is not the author. Either
    alone is not enough."""
    spec(
        "not_in_need_confirmed",
        """
        in need | needs         | not in need     | not in need    | not in need confirmed
                | accommodation | reasons written | manager agrees |
        --------+---------------+-----------------+----------------+----------------------
                |               |                 |                | not_known
        no      | no            |                 |                | yes
        no      | yes           | yes             | yes            | yes
        no      | yes           | yes             | no             | no
        no      | yes           | no              | yes            | no
        no      | yes           | yes             |                | not_known
        no      | yes           |                 |                | not_known
        no      |               |                 |                | not_known
        no      |               | yes             | yes            | yes
        yes     | yes           | yes             | yes            | no
        yes     |               |                 |                | no
                | yes           | yes             | yes            | not_known
        """,
    )


def test_homeless_means_in_need(spec):
    """Before anybody has decided, and until “not in need” properly stands. Somebody who is not
    homeless is in need only if that was found."""
    spec(
        "5.2-b",
        """
        in need | needs         | not in need     | not in need    | counts as in need
                | accommodation | reasons written | manager agrees |
        --------+---------------+-----------------+----------------+------------------
                |               |                 |                | not_known
                | yes           |                 |                | yes
        yes     |               |                 |                | yes
        yes     | no            |                 |                | yes
        no      | yes           |                 |                | yes
        no      | yes           | yes             |                | yes
        no      | yes           |                 | yes            | yes
        no      | yes           | yes             | yes            | no
        no      | no            |                 |                | no
        no      |               |                 |                | not_known
                | no            |                 |                | not_known
        """,
    )


def test_a_homeless_young_person_is_not_found_not_in_need_by_one_person(spec):
    """The reasons are written and another manager agrees; until then they count as in need."""
    spec(
        "a2",
        """
        in need | needs         | not in need     | not in need    | date of birth | on               | due  | applies
                | accommodation | reasons written | manager agrees |               |                  |      |
        --------+---------------+-----------------+----------------+---------------+------------------+------+----------
                |               |                 |                |               |                  | none | not_known
        no      | yes           |                 |                |               |                  | none | yes
        no      | yes           | yes             |                |               |                  |      | yes
        no      | yes           | yes             | no             |               |                  |      | yes
        no      | yes           | yes             | yes            |               |                  |      | no
        no      | no            |                 |                |               |                  |      | no
        yes     | yes           |                 |                |               |                  |      | no
        no      |               |                 |                |               |                  |      | not_known
        no      | yes           |                 |                | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_it_is_decided_whether_they_need_accommodation(spec):
    """In the same assessment and by the same day."""
    spec(
        "5.2-c",
        """
        needs         | assessed as           | referral received at | date of birth | legal | on               | due              | applies
        accommodation | needing accommodation |                      |               | basis |                  |                  |
        --------------+-----------------------+----------------------+---------------+-------+------------------+------------------+----------
                      |                       |                      |               |       |                  | none             | not_known
        yes           |                       | 2026-04-02 10:00     |               |       | 2026-06-09 23:59 | 2026-06-10 23:59 | yes
        yes           |                       | 2026-04-02 10:00     |               |       | 2026-06-10 23:59 | 2026-06-10 23:59 | yes
        yes           |                       | 2026-04-02 10:00     |               |       | 2026-06-11 00:00 | 2026-06-10 23:59 | yes
        yes           | yes                   |                      |               |       |                  |                  | no
        yes           | no                    |                      |               |       |                  |                  | no
        yes           |                       |                      | 2008-05-20    |       | 2026-05-20 10:00 |                  | no
                      |                       |                      |               | s20   |                  |                  | yes
        """,
    )


def test_whoever_is_homeless_appears_to_require_accommodation(spec):
    """Until the assessment finds otherwise. A sofa is not a home."""
    spec(
        "appears_to_require_accommodation",
        """
        needs accommodation | assessed as needing accommodation | appears to require accommodation
        --------------------+-----------------------------------+---------------------------------
                            |                                   | not_known
        yes                 |                                   | yes
        yes                 | yes                               | yes
        no                  | yes                               | yes
                            | yes                               | yes
        yes                 | no                                | no
        no                  | no                                | no
        no                  |                                   | not_known
        """,
    )


def test_family_can_house_them_only_if_they_want_that_and_it_is_known_to_be_right(spec):
    """Any sign of harm is enough to stop it. Not known is not a yes."""
    spec(
        "family_can_house",
        """
        agrees to live | family home suitable | family contact | risk of significant | family can house
        with family    | with support         | unsafe         | harm                |
        ---------------+----------------------+----------------+---------------------+-----------------
                       |                      |                |                     | not_known
        yes            | yes                  | no             | no                  | yes
        yes            | yes                  |                |                     | yes
        yes            | yes                  | yes            |                     | no
        yes            | yes                  |                | yes                 | no
        no             | yes                  | no             | no                  | no
        yes            | no                   | no             | no                  | no
        yes            |                      | no             | no                  | not_known
                       | yes                  | no             | no                  | not_known
        """,
    )


def test_the_first_route_has_three_reasons(spec):
    """Any of them is enough. Put out by a parent: that parent is prevented, whatever the reason."""
    spec(
        "s20_first_route",
        """
        needs accommodation | assessed as needing accommodation | accommodation cause | s20 first route
        --------------------+-----------------------------------+---------------------+----------------
                            |                                   |                     | not_known
        yes                 |                                   | nobody_responsible  | yes
        yes                 |                                   | lost_or_abandoned   | yes
        yes                 |                                   | carer_prevented     | yes
        no                  | yes                               | carer_prevented     | yes
        yes                 |                                   | none_of_these       | no
        yes                 |                                   |                     | not_known
        yes                 | no                                | carer_prevented     | no
                            |                                   | carer_prevented     | not_known
        """,
    )


def test_the_second_route_is_for_16_and_over(spec):
    """Serious prejudice to their welfare, whatever the reason. An age that nobody knows closes
    nothing."""
    spec(
        "s20_second_route",
        """
        welfare likely seriously prejudiced | date of birth | on               | s20 second route
        ------------------------------------+---------------+------------------+-----------------
                                            |               |                  | not_known
        yes                                 |               |                  | yes
        yes                                 | 2010-05-21    | 2026-05-20 10:00 | no
        yes                                 | 2010-05-20    | 2026-05-20 10:00 | yes
        yes                                 | 2010-05-19    | 2026-05-20 10:00 | yes
        no                                  |               |                  | no
        """,
    )


def test_section_20_arises_when_a_route_fits(spec):
    """A child, in need, in the borough, by either route. Family known to be able to house them is
    the one thing that makes it needless; not known, section 20 comes first."""
    spec(
        "s20_arises",
        """
        in need | in the | needs         | accommodation   | welfare likely       | agrees to live | family home suitable | date of birth | on               | s20 arises
                | area   | accommodation | cause           | seriously prejudiced | with family    | with support         |               |                  |
        --------+--------+---------------+-----------------+----------------------+----------------+----------------------+---------------+------------------+-----------
                |        |               |                 |                      |                |                      |               |                  | not_known
                | yes    | yes           | carer_prevented |                      |                |                      |               |                  | yes
        yes     | yes    | no            | none_of_these   | yes                  |                |                      |               |                  | yes
        yes     | yes    | yes           | none_of_these   | no                   |                |                      |               |                  | no
        yes     | yes    | yes           |                 | no                   |                |                      |               |                  | not_known
        yes     | no     | yes           | carer_prevented |                      |                |                      |               |                  | no
        yes     |        | yes           | carer_prevented |                      |                |                      |               |                  | not_known
        no      | yes    | no            | carer_prevented |                      |                |                      |               |                  | no
        yes     | yes    | yes           | carer_prevented |                      | yes            | yes                  |               |                  | no
        yes     | yes    | yes           | carer_prevented |                      | yes            |                      |               |                  | yes
        yes     | yes    | yes           | carer_prevented |                      | no             | yes                  |               |                  | yes
        yes     | yes    | yes           | carer_prevented |                      |                |                      | 2008-05-21    | 2026-05-20 10:00 | yes
        yes     | yes    | yes           | carer_prevented |                      |                |                      | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_at_16_they_can_agree_for_themselves(spec):
    """Undecided is not agreed."""
    spec(
        "agrees_to_s20",
        """
        s20 answer | date of birth | on               | agrees to s20
        -----------+---------------+------------------+--------------
                   |               |                  | not_known
        accepts    |               |                  | yes
        accepts    | 2010-05-21    | 2026-05-20 10:00 | no
        accepts    | 2010-05-20    | 2026-05-20 10:00 | yes
        accepts    | 2010-05-19    | 2026-05-20 10:00 | yes
        undecided  |               |                  | no
        refuses    |               |                  | no
        """,
    )


def test_only_a_parent_with_a_home_to_give_stops_section_20(spec):
    """And only while the young person, or somebody they are to live with by a court order, does not
    agree."""
    spec(
        "parent_bars_s20",
        """
        parent objects | objecting parent | s20 answer | live with     | parent bars s20
        to s20         | can house        |            | holder agrees |
        ---------------+------------------+------------+---------------+----------------
                       |                  |            |               | not_known
        yes            | yes              | refuses    | no            | yes
        yes            | yes              | undecided  | no            | yes
        yes            | yes              | accepts    | no            | no
        yes            | yes              | refuses    | yes           | no
        yes            | no               | refuses    | no            | no
        yes            |                  | refuses    | no            | not_known
        yes            | yes              |            | no            | not_known
        yes            | yes              | refuses    |               | not_known
        no             |                  |            |               | no
        """,
    )


def test_section_20_is_not_given_against_an_able_parent(spec):
    """A gate: yes means not allowed. It closes only on an objection that is known to count, and
    opens as soon as the young person agrees."""
    spec(
        "law-s20-objection",
        """
        parent objects | objecting parent | s20 answer | live with     | date of birth | on               | applies
        to s20         | can house        |            | holder agrees |               |                  |
        ---------------+------------------+------------+---------------+---------------+------------------+--------
                       |                  |            |               |               |                  | no
        yes            | yes              | undecided  | no            |               |                  | yes
        yes            | yes              | refuses    | no            |               |                  | yes
        yes            | yes              | accepts    | no            |               |                  | no
        yes            | yes              |            | no            |               |                  | no
        yes            |                  | undecided  | no            |               |                  | no
        yes            | no               | undecided  | no            |               |                  | no
        yes            | yes              | undecided  | yes           |               |                  | no
        yes            | yes              | undecided  | no            | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_section_20_is_owed_unless_an_able_parent_is_known_to_stop_it(spec):
    """An objection that nobody has looked into stops nothing."""
    spec(
        "s20_owed",
        """
        in the | needs         | accommodation   | parent objects | objecting parent | s20 answer | live with     | s20 owed
        area   | accommodation | cause           | to s20         | can house        |            | holder agrees |
        -------+---------------+-----------------+----------------+------------------+------------+---------------+----------
               |               |                 |                |                  |            |               | not_known
        yes    | yes           | carer_prevented |                |                  |            |               | yes
        yes    | yes           | carer_prevented | no             |                  | refuses    |               | yes
        yes    | yes           | carer_prevented | yes            |                  | refuses    | no            | yes
        yes    | yes           | carer_prevented | yes            | no               | refuses    | no            | yes
        yes    | yes           | carer_prevented | yes            | yes              | refuses    | no            | no
        yes    | yes           | carer_prevented | yes            | yes              | accepts    | no            | yes
        yes    | yes           | carer_prevented | yes            | yes              | refuses    | yes           | yes
        no     | yes           | carer_prevented |                |                  |            |               | no
               | yes           | carer_prevented |                |                  |            |               | not_known
        """,
    )


def test_what_they_wish_is_asked_and_weighed(spec):
    """As soon as section 20 calls for a place to stay. A bed does not wait for it."""
    spec(
        "law-s20-wishes",
        """
        in the | needs         | accommodation   | wishes      | wishes  | date of birth | on               | due  | applies
        area   | accommodation | cause           | ascertained | weighed |               |                  |      |
        -------+---------------+-----------------+-------------+---------+---------------+------------------+------+----------
               |               |                 |             |         |               |                  | none | not_known
        yes    | yes           | carer_prevented |             |         |               |                  | none | yes
        yes    | yes           | carer_prevented | yes         |         |               |                  |      | yes
        yes    | yes           | carer_prevented | yes         | no      |               |                  |      | yes
        yes    | yes           | carer_prevented | yes         | yes     |               |                  |      | no
        no     | yes           | carer_prevented |             |         |               |                  |      | no
        yes    | yes           | carer_prevented |             |         | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_section_20_can_be_given_where_it_is_not_owed(spec):
    """It is shown where they are homeless and it is known not to be owed, unless an able parent
    stops it."""
    spec(
        "law-s20-discretion",
        """
        in the | in need | needs         | not in need     | not in need    | accommodation   | welfare likely       | parent objects | objecting parent | s20 answer | live with     | date of birth | assessed as needing | on               | due  | applies
        area   |         | accommodation | reasons written | manager agrees | cause           | seriously prejudiced | to s20         | can house        |            | holder agrees |               | accommodation       |                  |      |
        -------+---------+---------------+-----------------+----------------+-----------------+----------------------+----------------+------------------+------------+---------------+---------------+---------------------+------------------+------+----------
               |         |               |                 |                |                 |                      |                |                  |            |               |               |                     |                  | none | not_known
        yes    | yes     | yes           |                 |                | none_of_these   | no                   |                |                  |            |               |               |                     |                  | none | yes
        yes    | no      | yes           | yes             | yes            |                 |                      |                |                  |            |               |               |                     |                  |      | yes
        yes    | yes     | yes           |                 |                | carer_prevented |                      |                |                  |            |               |               |                     |                  |      | no
        yes    | yes     | yes           |                 |                | carer_prevented |                      | yes            | yes              | refuses    | no            |               |                     |                  |      | no
        no     | yes     | yes           |                 |                | none_of_these   | no                   |                |                  |            |               |               |                     |                  |      | no
        yes    | yes     | yes           |                 |                |                 | no                   |                |                  |            |               |               |                     |                  |      | not_known
        yes    | yes     | yes           |                 |                | none_of_these   | no                   |                |                  |            |               | 2008-05-20    |                     | 2026-05-20 10:00 |      | no
        yes    | no      | yes           | yes             | yes            |                 |                      |                |                  |            |               |               | no                  |                  |      | yes
        yes    | no      |               | yes             | yes            |                 |                      |                |                  |            |               |               | yes                 |                  |      | yes
        """,
    )
