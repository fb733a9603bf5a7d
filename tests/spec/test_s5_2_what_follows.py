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


def test_not_in_need_and_home_is_safe(spec):
    """Only from a place the council gave them, and only where home is known to be safe, a parent is
    willing, their view is recorded and they do not object."""
    spec(
        "5.2-r",
        """
        in need | needs         | not in need | not in need | safe to     | parent or | young    | objects to | accommodated | family  | date of    | on               | due  | applies
                | accommodation | reasons     | manager     | return home | carer     | persons  | going home | by council   | contact | birth      |                  |      |
                |               | written     | agrees      |             | willing   | view     |            |              | unsafe  |            |                  |      |
                |               |             |             |             |           | recorded |            |              |         |            |                  |      |
        --------+---------------+-------------+-------------+-------------+-----------+----------+------------+--------------+---------+------------+------------------+------+----------
                |               |             |             |             |           |          |            |              |         |            |                  | none | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | yes          |         |            |                  | none | yes
        no      | yes           | yes         | yes         | yes         | yes       | yes      | yes        | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      |            | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         |             | yes       | yes      | no         | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | no        | yes      | no         | yes          |         |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | no           |         |            |                  |      | no
        no      | yes           | yes         | no          | yes         | yes       | yes      | no         | yes          |         |            |                  |      | no
        no      | yes           | yes         |             | yes         | yes       | yes      | no         | yes          |         |            |                  |      | not_known
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | yes          | yes     |            |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         | yes          |         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_not_in_need_and_early_help_is_offered(spec):
    """An offer, not a referral."""
    spec(
        "5.2-s",
        """
        in need | needs         | not in need | not in need | date of    | on               | due  | applies
                | accommodation | reasons     | manager     | birth      |                  |      |
                |               | written     | agrees      |            |                  |      |
        --------+---------------+-------------+-------------+------------+------------------+------+----------
                |               |             |             |            |                  | none | not_known
        no      | yes           | yes         | yes         |            |                  | none | yes
        no      | no            |             |             |            |                  |      | yes
        no      | yes           | no          | yes         |            |                  |      | no
        no      | yes           |             | yes         |            |                  |      | not_known
        yes     |               |             |             |            |                  |      | no
        no      | yes           | yes         | yes         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_nobody_is_just_sent_to_housing(spec):
    """They do not want to go home, or no home has been made sure of: the case is handed over to a
    named person."""
    spec(
        "5.2-t",
        """
        in need | needs         | not in need | not in need | safe to     | parent or | young    | objects to | date of    | agrees to | family home | manager | housing       | legal | on     | detained at 16 | on               | due  | applies
                | accommodation | reasons     | manager     | return home | carer     | persons  | going home | birth      | live      | suitable    | has     | owes          | basis | remand | after          |                  |      |
                |               | written     | agrees      |             | willing   | view     |            |            | with      | with        | decided | accommodation |       |        | thirteen       |                  |      |
                |               |             |             |             |           | recorded |            |            | family    | support     |         |               |       |        | weeks          |                  |      |
        --------+---------------+-------------+-------------+-------------+-----------+----------+------------+------------+-----------+-------------+---------+---------------+-------+--------+----------------+------------------+------+----------
                |               |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  | none | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  | none | yes
        no      | no            |             |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | yes
        no      | no            |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | no            |             |             |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | no          |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        yes     | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        | 2008-05-20 |           |             |         |               |       |        |                | 2026-05-20 10:00 |      | no
        no      | yes           | yes         | yes         |             |           |          | no         |            | yes       | yes         |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            | no        |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             | yes     | yes           |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | no      | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     | no            |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               | s23b  | no     | yes            |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       | yes    |                |                  |      | yes
        """,
    )


def test_housing_decides_what_it_owes(spec):
    """With the risks at home and the parents' willingness in view."""
    spec(
        "5.2-t-housing",
        """
        in need | needs         | not in need | not in need | safe to     | parent or | young    | objects to | date of    | agrees to | family home | manager | housing       | legal | on     | detained at 16 | on               | due  | applies
                | accommodation | reasons     | manager     | return home | carer     | persons  | going home | birth      | live      | suitable    | has     | owes          | basis | remand | after          |                  |      |
                |               | written     | agrees      |             | willing   | view     |            |            | with      | with        | decided | accommodation |       |        | thirteen       |                  |      |
                |               |             |             |             |           | recorded |            |            | family    | support     |         |               |       |        | weeks          |                  |      |
        --------+---------------+-------------+-------------+-------------+-----------+----------+------------+------------+-----------+-------------+---------+---------------+-------+--------+----------------+------------------+------+----------
                |               |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  | none | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  | none | yes
        no      | no            |             |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | yes
        no      | no            |             |             |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | no            |             |             |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | yes         | yes       | yes      | no         |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         | no          |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       |        |                |                  |      | yes
        yes     | yes           | yes         | yes         |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | no
        no      | yes           | yes         |             |             |           |          | yes        |            |           |             |         |               |       |        |                |                  |      | not_known
        no      | yes           | yes         | yes         |             |           |          | yes        | 2008-05-20 |           |             |         |               |       |        |                | 2026-05-20 10:00 |      | no
        no      | yes           | yes         | yes         |             |           |          | no         |            | yes       | yes         |         |               |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            | no        |             |         |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             | yes     | yes           |       |        |                |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | no      | yes           |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     |               |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             | yes     | no            |       |        |                |                  |      | yes
        no      | yes           | yes         | yes         |             |           |          | no         |            |           |             |         |               | s23b  | no     | yes            |                  |      | no
        no      | yes           | yes         | yes         |             |           |          |            |            |           |             |         |               |       | yes    |                |                  |      | yes
        """,
    )


def test_not_in_need_and_nowhere_to_live(spec):
    """The protocol is silent. A manager looks again that day: an hour later, at the end of the day
    and the day after. Until a manager has decided and Housing has accepted, it goes on."""
    spec(
        "gap-5.2-a20",
        """
        in need | needs         | not in need | not in need | safe to     | assessment       | objects to | parent or | young    | manager has | housing owes  | agrees to | family home | date of    | legal | on     | detained at 16 | on               | due              | applies
                | accommodation | reasons     | manager     | return home | decided at       | going home | carer     | persons  | decided     | accommodation | live with | suitable    | birth      | basis | remand | after          |                  |                  |
                |               | written     | agrees      |             |                  |            | willing   | view     |             |               | family    | with        |            |       |        | thirteen       |                  |                  |
                |               |             |             |             |                  |            |           | recorded |             |               |           | support     |            |       |        | weeks          |                  |                  |
        --------+---------------+-------------+-------------+-------------+------------------+------------+-----------+----------+-------------+---------------+-----------+-------------+------------+-------+--------+----------------+------------------+------------------+----------
                |               |             |             |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  | none             | not_known
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |            |           |          |             |               |           |             |            |       |        |                | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |            |           |          |             |               |           |             |            |       |        |                | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |            |           |          |             |               |           |             |            |       |        |                | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          |                  |            |           |          |             |               |           |             |            |       |        |                |                  | none             | yes
        no      | yes           | yes         | yes         |             |                  | yes        |           |          |             |               |           |             |            |       |        |                |                  |                  | yes
        no      | yes           | yes         | yes         |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | yes
        no      |               | yes         | yes         |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | not_known
        no      | yes           | yes         | yes         | yes         |                  | no         | yes       | yes      |             |               |           |             |            |       |        |                |                  |                  | no
        no      | no            | yes         | yes         |             |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |            |           |          | yes         | yes           |           |             |            |       |        |                |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |            |           |          | yes         | no            |           |             |            |       |        |                |                  |                  | yes
        no      | yes           | yes         | yes         | no          |                  |            |           |          | no          | yes           |           |             |            |       |        |                |                  |                  | yes
        no      | yes           | yes         | yes         | no          |                  |            |           |          |             |               | yes       | yes         |            |       |        |                |                  |                  | no
        yes     | yes           | yes         | yes         | no          |                  |            |           |          |             |               |           |             |            |       |        |                |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |            |           |          |             |               |           |             | 2008-05-20 |       |        |                | 2026-05-20 10:00 |                  | no
        no      | yes           | yes         | yes         |             |                  |            |           |          |             |               |           |             |            | s23b  | no     | yes            |                  |                  | no
        """,
    )


def test_housing_secures_a_bed_that_day(spec):
    """From the hour it was decided to the end of that day, until Housing has said that it owes
    nothing."""
    spec(
        "a20-bed",
        """
        in need | needs         | not in need | not in need | safe to     | assessment       | housing owes  | parent or | young    | objects to | date of    | on               | due              | applies
                | accommodation | reasons     | manager     | return home | decided at       | accommodation | carer     | persons  | going home | birth      |                  |                  |
                |               | written     | agrees      |             |                  |               | willing   | view     |            |            |                  |                  |
                |               |             |             |             |                  |               |           | recorded |            |            |                  |                  |
        --------+---------------+-------------+-------------+-------------+------------------+---------------+-----------+----------+------------+------------+------------------+------------------+----------
                |               |             |             |             |                  |               |           |          |            |            |                  | none             | not_known
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |               |           |          |            |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | 2026-05-20 16:00 |               |           |          |            |            | 2026-05-21 10:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          |                  | yes           |           |          |            |            |                  |                  | yes
        no      | yes           | yes         | yes         | no          |                  | no            |           |          |            |            |                  |                  | no
        no      | yes           | yes         | yes         | yes         |                  |               | yes       | yes      | no         |            |                  |                  | no
        no      | yes           | yes         | yes         | no          |                  |               |           |          |            | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_owed_nothing_they_come_back_to_us(spec):
    """The day Housing decides, with the bed unchanged."""
    spec(
        "a20-back",
        """
        in need | needs         | not in need | not in need | safe to     | housing owes  | housing decided  | parent or | young    | objects to | date of    | on               | due              | applies
                | accommodation | reasons     | manager     | return home | accommodation | at               | carer     | persons  | going home | birth      |                  |                  |
                |               | written     | agrees      |             |               |                  | willing   | view     |            |            |                  |                  |
                |               |             |             |             |               |                  |           | recorded |            |            |                  |                  |
        --------+---------------+-------------+-------------+-------------+---------------+------------------+-----------+----------+------------+------------+------------------+------------------+----------
                |               |             |             |             |               |                  |           |          |            |            |                  | none             | not_known
        no      | yes           | yes         | yes         | no          | no            | 2026-05-20 16:00 |           |          |            |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | no            | 2026-05-20 16:00 |           |          |            |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        no      | yes           | yes         | yes         | no          | yes           |                  |           |          |            |            |                  |                  | no
        no      | yes           | yes         | yes         | no          |               |                  |           |          |            |            |                  |                  | not_known
        no      | yes           | yes         | yes         | yes         | no            |                  | yes       | yes      | no         |            |                  |                  | no
        no      | yes           | yes         | yes         | no          | no            | 2026-05-20 16:00 |           |          |            | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_housing_refers_back(spec):
    """Whenever Housing believes that they may be in need."""
    spec(
        "5.2-v",
        """
        housing     | date of    | on               | due  | applies
        believes in | birth      |                  |      |
        need        |            |                  |      |
        ------------+------------+------------------+------+----------
                    |            |                  | none | not_known
        yes         |            |                  | none | yes
        no          |            |                  |      | no
        yes         | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_in_need_and_home_is_safe(spec):
    """The gate in front of every return home has to be open, and they do not object."""
    spec(
        "5.2-w",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | risk of     | date of    | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | significant | birth      |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              | harm        |            |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |             |            |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+-------------+------------+------------------+------+----------
                |               |               |            |             |           |          |            |              |             |            |                  | none | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |             |            |                  | none | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | yes        | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      |            | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         |           | yes      | no         | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         |              |             |            |                  |      | not_known
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | no           |             |            |                  |      | no
        yes     | yes           | yes           | no         | yes         | yes       | yes      | no         | yes          |             |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          | yes         |            |                  |      | no
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |             | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_a_plan_to_stay_where_they_live(spec):
    """For everybody whose outcome is living at home."""
    spec(
        "5.2-w-plan",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | date of    | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | birth      |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              |            |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |            |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+------------+------------------+------+----------
                |               |               |            |             |           |          |            |              |            |                  | none | not_known
        yes     | no            | no            | no         |             |           |          |            |              |            |                  | none | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         |              |            |                  |      | yes
        no      | no            | no            | no         |             |           |          |            |              |            |                  |      | no
        yes     | no            | no            |            |             |           |          |            |              |            |                  |      | not_known
        yes     | yes           | no            | no         | yes         | yes       | yes      | yes        | yes          |            |                  |      | no
        yes     | no            | no            | no         |             |           |          |            |              | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_in_need_with_no_way_home(spec):
    """Held not to need accommodation, and no home they can or want to go to. It is never a return
    home."""
    spec(
        "gap-5.2-a21",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | family  | agrees to | family home | date of    | not in  | not in  | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | contact | live with | suitable    | birth      | need    | need    |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              | unsafe  | family    | with        |            | reasons | manager |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |         |           | support     |            | written | agrees  |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+---------+-----------+-------------+------------+---------+---------+------------------+------+----------
                |               |               |            |             |           |          |            |              |         |           |             |            |         |         |                  | none | not_known
        yes     | yes           | no            | no         | no          |           |          |            |              |         |           |             |            |         |         |                  | none | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | yes        | yes          |         |           |             |            |         |         |                  |      | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          | yes     |           |             |            |         |         |                  |      | yes
        yes     | yes           | no            | no         |             |           |          |            |              |         |           |             |            |         |         |                  |      | yes
        yes     |               | no            | no         | no          |           |          |            |              |         |           |             |            |         |         |                  |      | not_known
        yes     |               | no            | no         |             |           |          |            |              |         |           |             |            |         |         |                  |      | not_known
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |         |           |             |            |         |         |                  |      | no
        yes     | no            | no            | no         | no          |           |          |            |              |         |           |             |            |         |         |                  |      | no
        yes     | yes           | yes           | no         | no          |           |          |            |              |         |           |             |            |         |         |                  |      | no
        yes     | yes           | no            | no         | no          |           |          |            |              |         | yes       | yes         |            |         |         |                  |      | no
        yes     | yes           | no            | no         | no          |           |          |            |              |         |           |             | 2008-05-20 |         |         | 2026-05-20 10:00 |      | no
        no      | yes           | no            |            |             |           |          |            |              |         |           |             |            | yes     | yes     |                  |      | no
        yes     | yes           | no            |            |             |           |          |            |              |         |           |             |            |         |         |                  |      | not_known
        """,
    )


def test_then_an_advocate_is_offered(spec):
    """An independent one."""
    spec(
        "a21-advocate",
        """
        in need | needs         | assessed as   | welfare    | safe to     | parent or | young    | objects to | accommodated | date of    | on               | due  | applies
                | accommodation | needing       | likely     | return home | carer     | persons  | going home | by council   | birth      |                  |      |
                |               | accommodation | seriously  |             | willing   | view     |            |              |            |                  |      |
                |               |               | prejudiced |             |           | recorded |            |              |            |                  |      |
        --------+---------------+---------------+------------+-------------+-----------+----------+------------+--------------+------------+------------------+------+----------
                |               |               |            |             |           |          |            |              |            |                  | none | not_known
        yes     | yes           | no            | no         | no          |           |          |            |              |            |                  | none | yes
        yes     | yes           | no            | no         |             |           |          |            |              |            |                  |      | yes
        yes     | yes           | no            | no         | yes         | yes       | yes      | no         | yes          |            |                  |      | no
        yes     |               | no            | no         | no          |           |          |            |              |            |                  |      | not_known
        yes     | yes           | no            | no         | no          |           |          |            |              | 2008-05-20 | 2026-05-20 10:00 |      | no
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


def test_the_social_worker_is_told_that_day(spec):
    """Also of an uninformed no, and without waiting for the letter: an hour later, at the end of
    the day and the day after."""
    spec(
        "5.2-z",
        """
        s20 answer | housing owes  | needs         | housing decided  | date of    | on               | due              | applies
                   | accommodation | accommodation | at               | birth      |                  |                  |
        -----------+---------------+---------------+------------------+------------+------------------+------------------+----------
                   |               |               |                  |            |                  | none             | not_known
        refuses    | no            | yes           | 2026-05-20 16:00 |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        refuses    | no            | yes           | 2026-05-20 16:00 |            | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        refuses    | no            | yes           | 2026-05-20 16:00 |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        refuses    | no            | yes           |                  |            |                  | none             | yes
        refuses    | yes           | yes           |                  |            |                  |                  | no
        refuses    |               | yes           |                  |            |                  |                  | not_known
        refuses    | no            | no            |                  |            |                  |                  | no
        accepts    | no            | yes           |                  |            |                  |                  | no
        refuses    | no            | yes           |                  | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_no_duty_takes_a_reason_in_writing(spec):
    """A gate: yes means not told yet."""
    spec(
        "a27",
        """
        housing owes  | housing | housing  | date of    | on               | applies
        accommodation | reason  | decision | birth      |                  |
                      | coded   | written  |            |                  |
        --------------+---------+----------+------------+------------------+--------
                      |         |          |            |                  | yes
        no            | yes     | yes      |            |                  | no
        no            | no      | yes      |            |                  | yes
        no            |         | yes      |            |                  | yes
        no            | yes     | no       |            |                  | yes
        no            | yes     |          |            |                  | yes
        yes           | yes     | yes      |            |                  | yes
        no            | yes     | yes      | 2008-05-20 | 2026-05-20 10:00 | no
        """,
    )


def test_they_are_asked_again_when_housing_owes_nothing(spec):
    """That day, until they have answered again since."""
    spec(
        "5.2-aa",
        """
        s20 answer | housing owes  | needs         | housing decided  | refused     | date of    | on               | due              | applies
                   | accommodation | accommodation | at               | again after | birth      |                  |                  |
                   |               |               |                  | housing     |            |                  |                  |
        -----------+---------------+---------------+------------------+-------------+------------+------------------+------------------+----------
                   |               |               |                  |             |            |                  | none             | not_known
        refuses    | no            | yes           | 2026-05-20 16:00 |             |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        refuses    | no            | yes           | 2026-05-20 16:00 |             |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        refuses    | no            | yes           |                  | no          |            |                  | none             | yes
        refuses    | no            | yes           |                  | yes         |            |                  |                  | no
        refuses    | yes           | yes           |                  |             |            |                  |                  | no
        refuses    |               | yes           |                  |             |            |                  |                  | not_known
        refuses    | no            | no            |                  |             |            |                  |                  | no
        refuses    | no            | yes           |                  |             | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_section_17_is_offered_last(spec):
    """After the second refusal and where it is necessary."""
    spec(
        "5.2-ab",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | date of    | on               | due  | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary | birth      |                  |      |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           |            |                  |      |
                    |               |                 |            |          |          |           | refusal  |             |            |               |             |           |            |                  |      |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+------------+------------------+------+----------
                    |               |                 |            |          |          |           |          |             |            |               |             |           |            |                  | none | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       |            |                  | none | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         |           |            |                  |      | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | no          | yes       |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | in_doubt    | yes        | no            | yes         | yes       |            |                  |      | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       | 2008-05-20 | 2026-05-20 10:00 |      | no
        """,
    )


def test_turning_18_is_planned_for_together(spec):
    """Before that day: the day before it is the last. Born on 29 February, the birthday is 1 March.
    Without a date of birth it cannot be told when."""
    spec(
        "5.2-ac",
        """
        legal basis | in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | in need | assessed as   | welfare    | date of    | on               | due              | applies
                    |             | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary |         | needing       | likely     | birth      |                  |                  |
                    |             |               |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           |         | accommodation | seriously  |            |                  |                  |
                    |             |               |                 |            |          |          |           | refusal  |             |            |               |             |           |         |               | prejudiced |            |                  |                  |
        ------------+-------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+---------+---------------+------------+------------+------------------+------------------+----------
                    |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |               |            |            |                  | none             | not_known
        s17         |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |               |            | 2008-06-01 | 2026-05-30 10:00 | 2026-05-31 23:59 | yes
        s17         |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |               |            | 2008-06-01 | 2026-05-31 10:00 | 2026-05-31 23:59 | yes
        s17         |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |               |            | 2008-06-01 | 2026-06-01 00:00 |                  | no
        s17         |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |               |            | 2008-02-29 | 2026-02-28 10:00 | 2026-02-28 23:59 | yes
                    | yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       |         |               |            | 2009-03-27 | 2026-05-20 10:00 | 2027-03-26 23:59 | yes
        s17         |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |               |            |            |                  | none             | yes
        s20         |             | no            |                 |            |          |          |           |          |             |            |               |             |           | yes     | no            | no         |            |                  |                  | no
        s188        |             |               |                 |            |          |          |           |          |             |            |               |             | no        |         |               |            |            |                  |                  | no
        s188        |             |               |                 |            |          |          |           |          |             |            |               |             |           |         |               |            |            |                  |                  | not_known
        """,
    )


def test_homeless_with_section_17_held_unnecessary(spec):
    """Not a place to stop: the head of service decides that day, an hour later, at the end of the
    day and the day after."""
    spec(
        "gap-5.2-a25",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | s17 decided at   | date of    | on               | due              | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary |                  | birth      |                  |                  |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           |                  |            |                  |                  |
                    |               |                 |            |          |          |           | refusal  |             |            |               |             |           |                  |            |                  |                  |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+------------------+------------+------------------+------------------+----------
                    |               |                 |            |          |          |           |          |             |            |               |             |           |                  |            |                  | none             | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        | 2026-05-20 16:00 |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        | 2026-05-20 16:00 |            | 2026-05-20 23:59 | 2026-05-20 23:59 | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        | 2026-05-20 16:00 |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        |                  |            |                  | none             | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       |                  |            |                  |                  | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         |           |                  |            |                  |                  | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | no          | no        |                  |            |                  |                  | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | yes           | yes         | no        |                  |            |                  |                  | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | no        | yes      | has         | yes        | no            | yes         | no        |                  |            |                  |                  | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        |                  | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_section_20_is_offered_again_that_day(spec):
    """By the head of service's decision or before it."""
    spec(
        "a25-offer",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | s17 decided at   | date of    | on               | due              | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary |                  | birth      |                  |                  |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           |                  |            |                  |                  |
                    |               |                 |            |          |          |           | refusal  |             |            |               |             |           |                  |            |                  |                  |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+------------------+------------+------------------+------------------+----------
                    |               |                 |            |          |          |           |          |             |            |               |             |           |                  |            |                  | none             | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        | 2026-05-20 16:00 |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        | 2026-05-20 16:00 |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       |                  |            |                  |                  | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         |           |                  |            |                  |                  | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        |                  | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_a_strategy_discussion_is_considered_that_day(spec):
    """With the reasons for or against it."""
    spec(
        "a25-strategy",
        """
        in the area | needs         | accommodation   | s20 answer | refusal  | informed | told what | advocate | capacity to | settled at | housing owes  | refused     | s17       | s17 decided at   | date of    | on               | due              | applies
                    | accommodation | cause           |            | words    | before   | refusing  | offered  | refuse      | home six   | accommodation | again after | necessary |                  | birth      |                  |                  |
                    |               |                 |            | recorded | refusal  | means     | before   |             | months     |               | housing     |           |                  |            |                  |                  |
                    |               |                 |            |          |          |           | refusal  |             |            |               |             |           |                  |            |                  |                  |
        ------------+---------------+-----------------+------------+----------+----------+-----------+----------+-------------+------------+---------------+-------------+-----------+------------------+------------+------------------+------------------+----------
                    |               |                 |            |          |          |           |          |             |            |               |             |           |                  |            |                  | none             | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        | 2026-05-20 16:00 |            | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        | 2026-05-20 16:00 |            | 2026-05-21 00:00 | 2026-05-20 23:59 | yes
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | yes       |                  |            |                  |                  | no
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         |           |                  |            |                  |                  | not_known
        yes         | yes           | carer_prevented | refuses    | yes      | yes      | yes       | yes      | has         | yes        | no            | yes         | no        |                  | 2008-05-20 | 2026-05-20 10:00 |                  | no
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
