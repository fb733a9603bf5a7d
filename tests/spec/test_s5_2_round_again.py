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
