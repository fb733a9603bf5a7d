def test_section_17_comes_with_a_plan(spec):
    """By what the bed is provided under, or by the outcome. Refused or not, the plan runs until
    they are 18."""
    spec(
        "5.2-g",
        """
        legal basis | in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | agrees to | family home | in need | date of    | on               | due  | applies
                    |             | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary | live with | suitable    |         | birth      |                  |      |
                    |             |               |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           | family    | with        |         |            |                  |      |
                    |             |               |                 |            |          |          |           | refusal  |             |            |               |             |           |           | support     |         |            |                  |      |
        ------------+-------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+-----------+-------------+---------+------------+------------------+------+----------
                    |             |               |                 |            |          |          |           |          |             |            |               |             |           |           |             |         |            |                  | none | not_known
        s17         |             |               |                 |            |          |          |           |          |             |            |               |             |           |           |             |         |            |                  | none | yes
                    | yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       |           |             |         |            |                  |      | yes
                    |             | yes           |                 |            |          |          |           |          |             |            |               |             |           | yes       | yes         |         |            |                  |      | yes
        s20         | yes         | yes           | carer_prevented | accepts    |          |          |           |          |             | yes        |               |             |           | no        |             | yes     |            |                  |      | no
        part_vii    | yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes           |             |           | no        |             |         |            |                  |      | no
        s188        |             |               |                 |            |          |          |           |          |             |            |               |             |           |           |             |         |            |                  |      | not_known
        s17         |             |               |                 |            |          |          |           |          |             |            |               |             |           |           |             |         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_a_plan_is_not_closed_before_they_are_18(spec):
    """A gate: yes means not closed. A manager can depart from it, with reasons."""
    spec(
        "a28",
        """
        age      | date of    | on               | applies
        disputed | birth      |                  |
        ---------+------------+------------------+--------
                 |            |                  | yes
                 | 2010-05-20 | 2026-05-20 10:00 | yes
                 | 2008-05-21 | 2026-05-20 23:59 | yes
                 | 2008-05-20 | 2026-05-20 00:00 | no
                 | 2008-05-20 | 2026-05-19 23:59 | yes
                 | 2008-05-19 | 2026-05-20 10:00 | no
        yes      | 2008-05-19 | 2026-05-20 10:00 | yes
        """,
    )


def test_housing_assesses_after_an_informed_refusal(spec):
    """An uninformed no does not send them to Housing."""
    spec(
        "5.2-h",
        """
        s20 answer | refusal  | informed | told what | advocate | capacity to | date of    | on               | due  | applies
                   | words    | before   | refusing  | offered  | refuse      | birth      |                  |      |
                   | recorded | refusal  | means     | before   |             |            |                  |      |
                   |          |          |           | refusal  |             |            |                  |      |
        -----------+----------+----------+-----------+----------+-------------+------------+------------------+------+----------
                   |          |          |           |          |             |            |                  | none | not_known
        refuses    | yes      | yes      | yes       | yes      | has         |            |                  | none | yes
        refuses    | yes      | no       | yes       | yes      | has         |            |                  |      | no
        refuses    | yes      | yes      | yes       | yes      |             |            |                  |      | not_known
        undecided  |          |          |           |          |             |            |                  |      | no
        accepts    |          |          |           |          |             |            |                  |      | no
        refuses    | yes      | yes      | yes       | yes      | has         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_family_can_be_supported(spec):
    """Only where they want it and the home is known to be right."""
    spec(
        "5.2-i",
        """
        needs         | agrees to | family home | date of    | on               | due  | applies
        accommodation | live with | suitable    | birth      |                  |      |
                      | family    | with        |            |                  |      |
                      |           | support     |            |                  |      |
        --------------+-----------+-------------+------------+------------------+------+----------
                      |           |             |            |                  | none | not_known
        yes           | yes       | yes         |            |                  | none | yes
        yes           | no        | yes         |            |                  |      | no
        yes           | yes       |             |            |                  |      | not_known
        yes           | yes       | no          |            |                  |      | no
        yes           | yes       | yes         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_section_20_is_provided_when_it_is_accepted(spec):
    """It is a duty and no choice."""
    spec(
        "law-s20",
        """
        in the area | needs         | accommodation   | s20 answer | parent     | objecting  | date of    | on               | due  | applies
                    | accommodation | cause           |            | objects to | parent can | birth      |                  |      |
                    |               |                 |            | s20        | house      |            |                  |      |
        ------------+---------------+-----------------+------------+------------+------------+------------+------------------+------+----------
                    |               |                 |            |            |            |            |                  | none | not_known
        yes         | yes           | carer_prevented | accepts    |            |            |            |                  | none | yes
        yes         | yes           | carer_prevented | accepts    | yes        | yes        |            |                  |      | yes
        yes         | yes           | carer_prevented | undecided  |            |            |            |                  |      | no
        no          | yes           | carer_prevented | accepts    |            |            |            |                  |      | no
        yes         | yes           |                 | accepts    |            |            |            |                  |      | not_known
        yes         | yes           | carer_prevented | accepts    |            |            | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_the_case_moves_after_the_assessment_and_the_panel(spec):
    """Both, and not one of them."""
    spec(
        "5.2-l",
        """
        in the area | needs         | accommodation   | s20 answer | assessment | panel    | date of    | on               | due  | applies
                    | accommodation | cause           |            | complete   | ratified | birth      |                  |      |
        ------------+---------------+-----------------+------------+------------+----------+------------+------------------+------+----------
                    |               |                 |            |            |          |            |                  | none | not_known
        yes         | yes           | carer_prevented | accepts    | yes        | yes      |            |                  | none | yes
        yes         | yes           | carer_prevented | accepts    | no         | yes      |            |                  |      | no
        yes         | yes           | carer_prevented | accepts    | yes        | no       |            |                  |      | no
        yes         | yes           | carer_prevented | accepts    | yes        |          |            |                  |      | not_known
        yes         | yes           | carer_prevented | refuses    | yes        | yes      |            |                  |      | no
        yes         | yes           | carer_prevented | accepts    | yes        | yes      | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_the_case_does_not_move_before_both(spec):
    """A gate: yes means not transferred yet."""
    spec(
        "5.2-l-gate",
        """
        assessment | panel    | date of    | on               | applies
        complete   | ratified | birth      |                  |
        -----------+----------+------------+------------------+--------
                   |          |            |                  | yes
        yes        | yes      |            |                  | no
        yes        | no       |            |                  | yes
        yes        |          |            |                  | yes
                   | yes      |            |                  | yes
                   |          | 2008-05-20 | 2026-05-20 10:00 | no
        """,
    )


def test_temporary_accommodation_can_come_first(spec):
    """With high-level support. It is a possibility, not a duty."""
    spec(
        "5.2-n",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | high level | date of    | on               | due  | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | support in | birth      |                  |      |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     | place      |            |                  |      |
                    |               |                 |            |          |          |           | refusal  |             |            |            |            |                  |      |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+------------+------------+------------------+------+----------
                    |               |                 |            |          |          |           |          |             |            |            |            |                  | none | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        |            |                  | none | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no         |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        |            |            |                  |      | not_known
        yes         | yes           | carer_prevented | undecided  | yes      | yes      | yes       | yes      | has         | yes        | yes        |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_they_go_on_the_allocation_scheme(spec):
    """Whoever has Part VII as the outcome."""
    spec(
        "5.2-o",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | date of    | on               | due  | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | birth      |                  |      |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     |               |            |                  |      |
                    |               |                 |            |          |          |           | refusal  |             |            |               |            |                  |      |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+------------+------------------+------+----------
                    |               |                 |            |          |          |           |          |             |            |               |            |                  | none | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        |               |            |                  | none | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes           |            |                  |      | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | no       | has         | yes        |               |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       |          | has         | yes        |               |            |                  |      | not_known
        yes         | yes           | carer_prevented | accepts    | yes      | yes      | yes       | yes      | has         | yes        |               |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        |               | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_part_vii_never_stands_alone(spec):
    """A child in need plan comes with it."""
    spec(
        "5.2-p",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | date of    | on               | due  | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | birth      |                  |      |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     |               |            |                  |      |
                    |               |                 |            |          |          |           | refusal  |             |            |               |            |                  |      |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+------------+------------------+------+----------
                    |               |                 |            |          |          |           |          |             |            |               |            |                  | none | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        |               |            |                  | none | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes           |            |                  |      | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | no       | has         | yes        |               |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       |          | has         | yes        |               |            |                  |      | not_known
        yes         | yes           | carer_prevented | accepts    | yes      | yes      | yes       | yes      | has         | yes        |               |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        |               | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_outreach_comes_with_part_vii(spec):
    """Beside the plan."""
    spec(
        "5.2-p-outreach",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | date of    | on               | due  | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | birth      |                  |      |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     |               |            |                  |      |
                    |               |                 |            |          |          |           | refusal  |             |            |               |            |                  |      |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+------------+------------------+------+----------
                    |               |                 |            |          |          |           |          |             |            |               |            |                  | none | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        |               |            |                  | none | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes           |            |                  |      | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | no       | has         | yes        |               |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       |          | has         | yes        |               |            |                  |      | not_known
        yes         | yes           | carer_prevented | accepts    | yes      | yes      | yes       | yes      | has         | yes        |               |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        |               | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_the_panel_is_asked_first(spec):
    """For whoever is homeless and stayed at home, or with family or friends, during the
    assessment."""
    spec(
        "5.2-q",
        """
        needs         | stayed with | date of    | on               | due  | applies
        accommodation | family or   | birth      |                  |      |
                      | friends     |            |                  |      |
        --------------+-------------+------------+------------------+------+----------
                      |             |            |                  | none | not_known
        yes           | yes         |            |                  | none | yes
        no            | yes         |            |                  |      | no
        yes           | no          |            |                  |      | no
        yes           |             |            |                  |      | not_known
        yes           | yes         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_then_the_placements_service(spec):
    """After the panel."""
    spec(
        "5.2-q-then",
        """
        needs         | stayed with | referred to | date of    | on               | due  | applies
        accommodation | family or   | panel       | birth      |                  |      |
                      | friends     |             |            |                  |      |
        --------------+-------------+-------------+------------+------------------+------+----------
                      |             |             |            |                  | none | not_known
        yes           | yes         | yes         |            |                  | none | yes
        yes           | yes         | no          |            |                  |      | no
        yes           | yes         |             |            |                  |      | not_known
        no            | yes         | yes         |            |                  |      | no
        yes           | yes         | yes         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_in_that_order(spec):
    """A gate on the longer placement only: yes means not yet. A bed tonight waits for neither."""
    spec(
        "5.2-q-gate",
        """
        referred to | date of    | on               | applies
        panel       | birth      |                  |
        ------------+------------+------------------+--------
                    |            |                  | yes
        no          |            |                  | yes
        yes         |            |                  | no
                    | 2008-05-20 | 2026-05-20 10:00 | no
        """,
    )


def test_early_help_follows_every_outcome(spec):
    """Whatever the outcome."""
    spec(
        "5.2-x",
        """
        assessment | in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | in need | date of    | on               | due  | applies
        complete   |             | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary |         | birth      |                  |      |
                   |             |               |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           |         |            |                  |      |
                   |             |               |                 |            |          |          |           | refusal  |             |            |               |             |           |         |            |                  |      |
        -----------+-------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+---------+------------+------------------+------+----------
                   |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |            |                  | none | not_known
        yes        |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |            |                  | none | yes
        yes        | yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       |         |            |                  |      | yes
        yes        |             |               |                 |            |          |          |           |          |             |            |               |             |           | no      |            |                  |      | yes
        no         |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |            |                  |      | no
        yes        |             |               |                 |            |          |          |           |          |             |            |               |             |           |         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_in_need_of_accommodation_with_no_way_into_section_20(spec):
    """None of the three reasons and no serious prejudice, or not in the borough. A manager decides
    that day, and nobody waits for another council."""
    spec(
        "gap-5.2-no-route",
        """
        in need | needs         | in the area | accommodation   | welfare    | assessment       | assessed as   | agrees to | family home | date of    | on               | due              | applies
                | accommodation |             | cause           | likely     | decided at       | needing       | live with | suitable    | birth      |                  |                  |
                |               |             |                 | seriously  |                  | accommodation | family    | with        |            |                  |                  |
                |               |             |                 | prejudiced |                  |               |           | support     |            |                  |                  |
        --------+---------------+-------------+-----------------+------------+------------------+---------------+-----------+-------------+------------+------------------+------------------+----------
                |               |             |                 |            |                  |               |           |             |            |                  | none             | not_known
        yes     | yes           | yes         | none_of_these   | no         | 2026-05-20 16:00 |               |           |             |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        yes     | yes           | yes         | none_of_these   | no         | 2026-05-20 16:00 |               |           |             |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        yes     | yes           | no          | none_of_these   | no         |                  |               |           |             |            |                  | none             | yes
        yes     | yes           | yes         | carer_prevented | no         |                  |               |           |             |            |                  |                  | no
        yes     | yes           | yes         | none_of_these   | yes        |                  |               |           |             |            |                  |                  | no
        yes     | yes           | yes         |                 | no         |                  |               |           |             |            |                  |                  | not_known
        yes     | yes           |             |                 | no         |                  |               |           |             |            |                  |                  | not_known
        yes     | no            | yes         | none_of_these   | no         |                  | no            |           |             |            |                  |                  | no
        yes     | yes           | yes         | none_of_these   | no         |                  |               | yes       | yes         |            |                  |                  | no
        yes     | yes           | yes         | none_of_these   | no         |                  |               |           |             | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_an_able_parent_objects(spec):
    """Work with the parent only where family may be contacted."""
    spec(
        "parent-objects",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | parent     | objecting  | live with | agrees to | family  | risk of     | date of    | on               | due  | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | objects to | parent can | holder    | family    | contact | significant | birth      |                  |      |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     | s20        | house      | agrees    | contact   | unsafe  | harm        |            |                  |      |
                    |               |                 |            |          |          |           | refusal  |             |            |            |            |           |           |         |             |            |                  |      |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+------------+------------+-----------+-----------+---------+-------------+------------+------------------+------+----------
                    |               |                 |            |          |          |           |          |             |            |            |            |           |           |         |             |            |                  | none | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        | yes       | no      | no          |            |                  | none | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        | no        | no      | no          |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        |           |         |             |            |                  |      | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | no         | no        | yes       | no      | no          |            |                  |      | no
        yes         | yes           | carer_prevented | accepts    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        | yes       | no      | no          |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        | yes       | no      | no          | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_a_plan_whoever_objects(spec):
    """They are in need all the same."""
    spec(
        "parent-objects-plan",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | parent     | objecting  | live with | date of    | on               | due  | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | objects to | parent can | holder    | birth      |                  |      |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     | s20        | house      | agrees    |            |                  |      |
                    |               |                 |            |          |          |           | refusal  |             |            |            |            |           |            |                  |      |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+------------+------------+-----------+------------+------------------+------+----------
                    |               |                 |            |          |          |           |          |             |            |            |            |           |            |                  | none | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        |            |                  | none | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | no         | no        |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        |            | no        |            |                  |      | not_known
        yes         | yes           | carer_prevented | accepts    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes        | yes        | no        | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_a_care_leaver_is_housed(spec):
    """By the leaving-care team, under section 23B."""
    spec(
        "law-s23b",
        """
        detained at | on remand | legal basis | settled at | needs         | assessed as   | date of    | on               | due  | applies
        16 after    |           |             | home six   | accommodation | needing       | birth      |                  |      |
        thirteen    |           |             | months     |               | accommodation |            |                  |      |
        weeks       |           |             |            |               |               |            |                  |      |
        ------------+-----------+-------------+------------+---------------+---------------+------------+------------------+------+----------
                    |           |             |            |               |               |            |                  | none | not_known
        yes         | no        | s23b        | no         | yes           |               |            |                  | none | yes
        yes         | no        | s23b        | yes        | yes           |               |            |                  |      | no
        yes         | no        | s20         | no         | yes           |               |            |                  |      | no
                    | no        | s23b        | no         | yes           |               |            |                  |      | not_known
        yes         | no        | s23b        | no         | no            | no            |            |                  |      | no
        yes         | no        | s23b        | no         | yes           |               | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_the_bed_goes_on(spec):
    """Whatever is decided or not decided. It is the other side of the gate in front of every bed's
    end."""
    spec(
        "bed-goes-on",
        """
        accommodated | in need | needs         | not in need | not in need | safe to     | in the area | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | in the next | date of    | on               | due  | applies
        by council   |         | accommodation | reasons     | manager     | return home |             | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary | bed         | birth      |                  |      |
                     |         |               | written     | agrees      |             |             |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           |             |            |                  |      |
                     |         |               |             |             |             |             |                 |            |          |          |           | refusal  |             |            |               |             |           |             |            |                  |      |
        -------------+---------+---------------+-------------+-------------+-------------+-------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+-------------+------------+------------------+------+----------
                     |         |               |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           |             |            |                  | none | not_known
        yes          |         |               |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           |             |            |                  | none | yes
        yes          | no      | yes           | yes         | yes         | no          |             |                 |            |          |          |           |          |             |            |               |             |           |             |            |                  |      | yes
        yes          |         | yes           |             |             |             | yes         | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        |             |            |                  |      | yes
        yes          |         |               |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           | yes         |            |                  |      | no
        yes          |         |               |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           | no          |            |                  |      | yes
        yes          |         | no            |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           |             |            |                  |      | no
        no           |         |               |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           |             |            |                  |      | no
                     |         | yes           |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           |             |            |                  |      | not_known
        yes          |         |               |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           |             | 2008-05-20 | 2026-05-20 10:00 |      | no
        yes          |         |               |             |             |             |             |                 |            |          |          |           |          |             |            |               |             |           |             | 2010-05-21 | 2026-05-20 10:00 |      | yes
        """,
    )
