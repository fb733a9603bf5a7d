def test_a_home_they_can_live_in(spec):
    """They are not homeless; or home is safe, a parent is willing, their view is recorded, they do
    not object, and nothing points to harm. What is not known is no return home."""
    spec(
        "settled_at_home",
        """
        needs         | safe to     | parent or carer | young persons | objects to | family contact | risk of significant | settled at home
        accommodation | return home | willing         | view recorded | going home | unsafe         | harm                |
        --------------+-------------+-----------------+---------------+------------+----------------+---------------------+----------------
                      |             |                 |               |            |                |                     | not_known
        no            |             |                 |               |            |                |                     | yes
        yes           | yes         | yes             | yes           | no         |                |                     | yes
        yes           | yes         | yes             | yes           |            |                |                     | no
        yes           | yes         | yes             | yes           | yes        |                |                     | no
        yes           | yes         | yes             | no            | no         |                |                     | no
        yes           | yes         | no              | yes           | no         |                |                     | no
        yes           | no          | yes             | yes           | no         |                |                     | no
        yes           |             | yes             | yes           | no         |                |                     | no
        yes           | yes         | yes             | yes           | no         | yes            |                     | no
        yes           | yes         | yes             | yes           | no         |                | yes                 | no
        yes           |             |                 |               |            |                |                     | no
        """,
    )


def test_a_care_leaver_is_owed_a_place_to_live(spec):
    """Known to be a relevant child who appears to require accommodation. Where section 20 is owed
    and they accept it, they are looked after instead."""
    spec(
        "leaving_care_owed",
        """
        detained at 16       | on     | legal | settled at home | needs         | assessed as           | in the | accommodation   | s20 answer | agrees to live | family home suitable | leaving care owed
        after thirteen weeks | remand | basis | six months      | accommodation | needing accommodation | area   | cause           |            | with family    | with support         |
        ---------------------+--------+-------+-----------------+---------------+-----------------------+--------+-----------------+------------+----------------+----------------------+------------------
                             |        |       |                 |               |                       |        |                 |            |                |                      | not_known
        yes                  | no     | s23b  | no              | yes           |                       |        |                 |            |                |                      | yes
        yes                  | no     | s23b  |                 | yes           |                       |        |                 |            |                |                      | yes
        yes                  | no     | s23b  | yes             | yes           |                       |        |                 |            |                |                      | no
        yes                  | no     | s20   | no              | yes           |                       |        |                 |            |                |                      | no
        yes                  | no     | s23b  | no              | no            | no                    |        |                 |            |                |                      | no
        yes                  | no     | s23b  | no              | yes           | no                    |        |                 |            |                |                      | no
        yes                  | no     | s23b  | no              | yes           |                       | yes    | carer_prevented | accepts    |                |                      | no
        yes                  | no     | s23b  | no              | yes           |                       | yes    | carer_prevented | undecided  |                |                      | yes
        yes                  | no     | s23b  | no              | yes           |                       |        |                 |            | yes            | yes                  | no
                             | no     | s23b  | no              | yes           |                       |        |                 |            |                |                      | not_known
        yes                  | no     | s23b  |                 | yes           |                       |        |                 | accepts    |                |                      | yes
        """,
    )


def test_not_in_need_takes_a_home_or_housing(spec):
    """It has to stand, and they have a home they can live in; or a manager has decided and Housing
    has accepted. Without either, the protocol is silent (gap-5.2-a20)."""
    spec(
        "outcome_not_in_need",
        """
        in need | needs         | not in need     | not in need    | safe to     | parent or carer | young persons | objects to | manager     | housing owes  | settled at home | date of birth | agrees to live with | family home suitable with | on               | outcome not in need
                | accommodation | reasons written | manager agrees | return home | willing         | view recorded | going home | has decided | accommodation | six months      |               | family              | support                   |                  |
        --------+---------------+-----------------+----------------+-------------+-----------------+---------------+------------+-------------+---------------+-----------------+---------------+---------------------+---------------------------+------------------+--------------------
                |               |                 |                |             |                 |               |            |             |               |                 |               |                     |                           |                  | not_known
        no      | no            |                 |                |             |                 |               |            |             |               | yes             |               |                     |                           |                  | yes
        no      | no            |                 |                |             |                 |               |            |             |               |                 |               |                     |                           |                  | not_known
        no      | yes           | yes             | yes            | yes         | yes             | yes           | no         |             |               | yes             |               |                     |                           |                  | yes
        no      | yes           | yes             |                | yes         | yes             | yes           | no         |             |               | yes             |               |                     |                           |                  | not_known
        no      | yes           | yes             | no             | yes         | yes             | yes           | no         |             |               | yes             |               |                     |                           |                  | no
        no      | yes           | yes             | yes            | yes         | yes             | yes           | yes        |             |               | yes             |               |                     |                           |                  | not_known
        no      | yes           | yes             | yes            | no          |                 |               |            | yes         | yes           | yes             |               |                     |                           |                  | yes
        no      | yes           | yes             | yes            | no          |                 |               |            | yes         | no            | yes             |               |                     |                           |                  | no
        no      | yes           | yes             | yes            | no          |                 |               |            | no          | yes           | yes             |               |                     |                           |                  | no
        no      | yes           | yes             | yes            | no          |                 |               |            | yes         |               | yes             |               |                     |                           |                  | not_known
        yes     | no            |                 |                |             |                 |               |            |             |               | yes             |               |                     |                           |                  | no
        no      | no            |                 |                |             |                 |               |            |             |               | yes             | 2008-05-20    |                     |                           | 2026-05-20 10:00 | no
        no      | yes           | yes             | yes            |             |                 |               |            |             |               |                 |               | yes                 | yes                       |                  | yes
        """,
    )


def test_living_at_home_takes_a_home(spec):
    """In need, no need for accommodation, and a home they can and want to live in. One that is not
    known is not one."""
    spec(
        "outcome_in_need_at_home",
        """
        in need | needs         | assessed as           | welfare likely       | safe to     | parent or carer | young persons | objects to | date of birth | on               | outcome in need at home
                | accommodation | needing accommodation | seriously prejudiced | return home | willing         | view recorded | going home |               |                  |
        --------+---------------+-----------------------+----------------------+-------------+-----------------+---------------+------------+---------------+------------------+------------------------
                |               |                       |                      |             |                 |               |            |               |                  | not_known
        yes     | no            | no                    | no                   |             |                 |               |            |               |                  | yes
        yes     | no            | no                    |                      |             |                 |               |            |               |                  | not_known
        yes     | yes           | no                    | no                   | yes         | yes             | yes           | no         |               |                  | yes
        yes     | yes           | no                    | no                   | yes         | yes             | yes           |            |               |                  | no
        yes     | yes           | no                    | no                   | yes         | yes             | yes           | yes        |               |                  | no
        yes     | yes           | no                    | no                   | no          |                 |               |            |               |                  | no
        yes     | yes           | no                    | no                   |             |                 |               |            |               |                  | no
        yes     | yes           |                       | no                   | yes         | yes             | yes           | no         |               |                  | no
        no      | no            | no                    | no                   |             |                 |               |            |               |                  | no
        yes     | no            | no                    | no                   |             |                 |               |            | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_section_20_owed_and_accepted(spec):
    """An able parent's objection falls away when the young person agrees."""
    spec(
        "outcome_s20_looked_after",
        """
        in the | needs         | accommodation   | s20 answer | parent objects | objecting parent | date of birth | on               | outcome s20 looked after
        area   | accommodation | cause           |            | to s20         | can house        |               |                  |
        -------+---------------+-----------------+------------+----------------+------------------+---------------+------------------+-------------------------
               |               |                 |            |                |                  |               |                  | not_known
        yes    | yes           | carer_prevented | accepts    |                |                  |               |                  | yes
        yes    | yes           | carer_prevented | accepts    | yes            | yes              |               |                  | yes
        yes    | yes           | carer_prevented | undecided  |                |                  |               |                  | no
        yes    | yes           | carer_prevented | refuses    |                |                  |               |                  | no
        yes    | yes           | carer_prevented |            |                |                  |               |                  | not_known
        yes    | yes           |                 | accepts    |                |                  |               |                  | not_known
        no     | yes           | carer_prevented | accepts    |                |                  |               |                  | no
        yes    | yes           | carer_prevented | accepts    |                |                  | 2010-05-21    | 2026-05-20 10:00 | no
        yes    | yes           | carer_prevented | accepts    |                |                  | 2010-05-20    | 2026-05-20 10:00 | yes
        yes    | yes           | carer_prevented | accepts    |                |                  | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_an_able_parent_objects_and_they_do_not_want_it_either(spec):
    """Their no is informed. While it is not, the outcome stays open, whatever the parent says."""
    spec(
        "outcome_parent_objects",
        """
        in the | needs         | accommodation   | parent objects | objecting parent | live with     | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | settled at home | date of birth | on               | outcome parent objects
        area   | accommodation | cause           | to s20         | can house        | holder agrees |            | recorded      | refusal         | refusing means | before refusal   | to refuse | six months      |               |                  |
        -------+---------------+-----------------+----------------+------------------+---------------+------------+---------------+-----------------+----------------+------------------+-----------+-----------------+---------------+------------------+-----------------------
               |               |                 |                |                  |               |            |               |                 |                |                  |           |                 |               |                  | not_known
        yes    | yes           | carer_prevented | yes            | yes              | no            | refuses    | yes           | yes             | yes            | yes              | has       | yes             |               |                  | yes
        yes    | yes           | carer_prevented | yes            | yes              | no            | refuses    | yes           | no              | yes            | yes              | has       | yes             |               |                  | no
        yes    | yes           | carer_prevented | yes            | yes              | no            | undecided  |               |                 |                |                  |           | yes             |               |                  | no
        yes    | yes           | carer_prevented | yes            | yes              | no            | accepts    |               |                 |                |                  |           | yes             |               |                  | no
        yes    | yes           | carer_prevented | yes            | no               | no            | refuses    | yes           | yes             | yes            | yes              | has       | yes             |               |                  | no
        yes    | yes           | carer_prevented | yes            |                  | no            | refuses    | yes           | yes             | yes            | yes              | has       | yes             |               |                  | not_known
        yes    | yes           | carer_prevented | yes            | yes              | no            | refuses    | yes           | yes             | yes            | yes              |           | yes             |               |                  | not_known
        yes    | yes           | carer_prevented | yes            | yes              | yes           | refuses    | yes           | yes             | yes            | yes              | has       | yes             |               |                  | no
        yes    | yes           | carer_prevented | yes            | yes              | no            | refuses    | yes           | yes             | yes            | yes              | has       | yes             | 2008-05-20    | 2026-05-20 10:00 | no
        yes    | yes           | carer_prevented | yes            | yes              | no            | refuses    | yes           | yes             | yes            | yes              | has       | yes             | 2010-05-21    | 2026-05-20 10:00 | no
               | yes           | carer_prevented | yes            | yes              | no            | refuses    | yes           | yes             | yes            | yes              | has       | yes             |               |                  | not_known
        yes    | yes           | carer_prevented | yes            | yes              | no            | refuses    | yes           | yes             | yes            | yes              | has       |                 |               |                  | not_known
        """,
    )


def test_part_vii_follows_only_an_informed_refusal(spec):
    """And only while Housing has not said that it owes them nothing. One point missing is enough
    to wait; a care leaver goes another way."""
    spec(
        "outcome_part_vii_with_plan",
        """
        in the | needs         | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | housing owes  | detained at 16       | settled at home | date of birth | on               | outcome part vii with plan
        area   | accommodation | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse | accommodation | after thirteen weeks | six months      |               |                  |
        -------+---------------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+---------------+----------------------+-----------------+---------------+------------------+---------------------------
               |               |                 |            |               |                 |                |                  |           |               |                      |                 |               |                  | not_known
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | yes           |                      | yes             |               |                  | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       |               |                      | yes             |               |                  | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | no            | yes             | yes            | yes              | has       | yes           |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | no              | yes            | yes              | has       | yes           |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | no             | yes              | has       | yes           |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | no               | has       | yes           |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | in_doubt  | yes           |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            |                  | has       | yes           |                      | yes             |               |                  | not_known
        yes    | yes           | carer_prevented | undecided  |               |                 |                |                  |           | yes           |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | accepts    |               |                 |                |                  |           | yes           |                      | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | yes           |                      |                 |               |                  | not_known
        yes    | yes           |                 | refuses    | yes           | yes             | yes            | yes              | has       | yes           |                      | yes             |               |                  | not_known
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | yes           |                      | yes             | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_refused_again_after_housing_owed_nothing(spec):
    """Section 20 owed, refused and informed, Housing owes nothing, asked again after that: only
    then is section 17 the question."""
    spec(
        "refused_with_no_duty",
        """
        in the | needs         | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | housing owes  | refused again | settled at home | date of    | on               | refused with no duty
        area   | accommodation | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse | accommodation | after housing | six months      | birth      |                  |
        -------+---------------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+---------------+---------------+-----------------+------------+------------------+---------------------
               |               |                 |            |               |                 |                |                  |           |               |               |                 |            |                  | not_known
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | yes             |            |                  | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | no            | yes             |            |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            |               | yes             |            |                  | not_known
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | yes           | yes           | yes             |            |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | lacks     | no            | yes           | yes             |            |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           |                 | yes            | yes              | has       | no            | yes           | yes             |            |                  | not_known
        yes    | yes           | carer_prevented | accepts    |               |                 |                |                  |           | no            |               | yes             |            |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | yes             | 2010-05-21 | 2026-05-20 10:00 | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           |                 |            |                  | not_known
        """,
    )


def test_section_17_accommodation_comes_last(spec):
    """After the second refusal, and only where it is necessary."""
    spec(
        "outcome_s17_accommodation",
        """
        in the | needs         | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | housing owes  | refused again | s17       | settled at home | date of birth | on               | outcome s17 accommodation
        area   | accommodation | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse | accommodation | after housing | necessary | six months      |               |                  |
        -------+---------------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+---------------+---------------+-----------+-----------------+---------------+------------------+--------------------------
               |               |                 |            |               |                 |                |                  |           |               |               |           |                 |               |                  | not_known
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | yes       | yes             |               |                  | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | no        | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           |           | yes             |               |                  | not_known
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | no            | yes       | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | yes           | yes           | yes       | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | no              | yes            | yes              | has       | no            | yes           | yes       | yes             |               |                  | no
        yes    | yes           | carer_prevented | undecided  |               |                 |                |                  |           | no            | no            | yes       | yes             |               |                  | no
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | yes       | yes             | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_family_with_support_only_if_they_want_that(spec):
    """Where any of it is not known, section 20 comes first."""
    spec(
        "outcome_s17_with_family",
        """
        in need | needs         | assessed as           | agrees to live | family home suitable | family contact | date of birth | not in need reasons | not in need manager | on               | outcome s17 with family
                | accommodation | needing accommodation | with family    | with support         | unsafe         |               | written             | agrees              |                  |
        --------+---------------+-----------------------+----------------+----------------------+----------------+---------------+---------------------+---------------------+------------------+------------------------
                |               |                       |                |                      |                |               |                     |                     |                  | not_known
                | yes           |                       | yes            | yes                  |                |               |                     |                     |                  | yes
        yes     | no            | yes                   | yes            | yes                  | no             |               |                     |                     |                  | yes
        yes     | yes           |                       | no             | yes                  |                |               |                     |                     |                  | no
        yes     | yes           |                       | yes            | no                   |                |               |                     |                     |                  | no
        yes     | yes           |                       | yes            |                      |                |               |                     |                     |                  | not_known
        yes     | yes           |                       | yes            | yes                  | yes            |               |                     |                     |                  | no
        yes     | no            | no                    | yes            | yes                  |                |               |                     |                     |                  | no
        yes     | yes           |                       | yes            | yes                  |                | 2008-05-20    |                     |                     | 2026-05-20 10:00 | no
        no      | yes           |                       | yes            | yes                  |                |               | yes                 | yes                 |                  | no
        yes     | yes           | no                    | yes            | yes                  |                |               |                     |                     |                  | yes
        """,
    )


def test_a_care_leaver_goes_to_the_leaving_care_team(spec):
    """At 16 or 17, out of care, and after 13 weeks in it. Whether section 20 was refused does not
    come into it."""
    spec(
        "outcome_leaving_care_accommodation",
        """
        detained at 16       | on     | legal | settled at home | needs         | in the | accommodation   | s20 answer | date of birth | on               | outcome leaving care accommodation
        after thirteen weeks | remand | basis | six months      | accommodation | area   | cause           |            |               |                  |
        ---------------------+--------+-------+-----------------+---------------+--------+-----------------+------------+---------------+------------------+-----------------------------------
                             |        |       |                 |               |        |                 |            |               |                  | not_known
        yes                  | no     | s23b  | no              | yes           | yes    | carer_prevented |            |               |                  | yes
        yes                  | no     | s23b  | no              | yes           | yes    | carer_prevented | refuses    |               |                  | yes
        yes                  | no     | s23b  | no              | yes           | yes    | carer_prevented | accepts    |               |                  | no
        yes                  | no     | s23b  | yes             | yes           | yes    | carer_prevented |            |               |                  | no
        yes                  | no     |       | no              | yes           | yes    | carer_prevented |            |               |                  | not_known
        yes                  | no     | s23b  | no              | yes           | yes    | carer_prevented |            | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_where_the_protocol_is_silent_a_manager_decides(spec):
    """Not in need with nowhere to live; in need with no way home; homeless with section 17 held
    unnecessary; in need of accommodation with no way into section 20."""
    spec(
        "outcome_silent",
        """
        in need | needs         | not in need     | not in need    | assessed as           | in the | accommodation   | welfare likely       | safe to     | manager     | settled at home | date of birth | on               | outcome silent
                | accommodation | reasons written | manager agrees | needing accommodation | area   | cause           | seriously prejudiced | return home | has decided | six months      |               |                  |
        --------+---------------+-----------------+----------------+-----------------------+--------+-----------------+----------------------+-------------+-------------+-----------------+---------------+------------------+---------------
                |               |                 |                |                       |        |                 |                      |             |             |                 |               |                  | not_known
        no      | yes           | yes             | yes            |                       |        |                 |                      | no          | no          |                 |               |                  | yes
        no      | yes           | yes             | yes            |                       |        |                 |                      |             | no          |                 |               |                  | yes
        yes     | yes           |                 |                | no                    | yes    | carer_prevented | no                   | no          |             |                 |               |                  | yes
        yes     | yes           |                 |                | yes                   | no     | carer_prevented |                      |             |             |                 |               |                  | yes
        yes     | yes           |                 |                | yes                   | yes    | none_of_these   | no                   |             |             |                 |               |                  | yes
        yes     | yes           |                 |                | yes                   | yes    |                 | no                   |             |             |                 |               |                  | not_known
        yes     | no            |                 |                | no                    | yes    |                 | no                   |             |             |                 |               |                  | no
        no      | yes           | yes             | yes            |                       |        |                 |                      | no          | no          |                 | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_another_outcome_ends_the_open_one(spec):
    """Only one that is known to hold."""
    spec(
        "another_outcome_holds",
        """
        in need | needs         | assessed as           | welfare likely       | in the | accommodation   | s20 answer | agrees to live | family home suitable | settled at home | another outcome holds
                | accommodation | needing accommodation | seriously prejudiced | area   | cause           |            | with family    | with support         | six months      |
        --------+---------------+-----------------------+----------------------+--------+-----------------+------------+----------------+----------------------+-----------------+----------------------
                |               |                       |                      |        |                 |            |                |                      |                 | no
        no      | no            |                       |                      |        |                 |            |                |                      | yes             | yes
        yes     | no            | no                    | no                   |        |                 |            |                |                      |                 | yes
        yes     | no            | no                    |                      |        |                 |            |                |                      |                 | no
                | yes           |                       |                      | yes    | carer_prevented | accepts    |                |                      |                 | yes
                | yes           |                       |                      | yes    |                 | accepts    |                |                      |                 | no
                | yes           |                       |                      | yes    | carer_prevented | undecided  |                |                      |                 | no
                | yes           |                       |                      |        |                 |            | yes            | yes                  |                 | yes
                | yes           |                       |                      | no     |                 |            |                |                      |                 | yes
        """,
    )


def test_the_outcome_is_open_until_another_is_known(spec):
    """Undecided; a no that cannot be accepted yet; asked again since Housing owes nothing; or
    anything that is not known while they may be homeless. Somebody known not to be homeless has no
    open outcome unless section 20 arises."""
    spec(
        "outcome_s20_interim",
        """
        in need | needs         | in the | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | housing owes  | refused again | s17       | settled at home | date of birth | welfare likely seriously | on               | outcome s20 interim
                | accommodation | area   | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse | accommodation | after housing | necessary | six months      |               | prejudiced               |                  |
        --------+---------------+--------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+---------------+---------------+-----------+-----------------+---------------+--------------------------+------------------+--------------------
                |               |        |                 |            |               |                 |                |                  |           |               |               |           |                 |               |                          |                  | yes
                | yes           |        |                 |            |               |                 |                |                  |           |               |               |           |                 |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented |            |               |                 |                |                  |           |               |               |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | undecided  |               |                 |                |                  |           |               |               |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           |                 |                |                  |           |               |               |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | no               | has       |               |               |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | in_doubt  |               |               |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | no            |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            |               |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           |           | yes             |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | yes       | yes             |               |                          |                  | no
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | no        | yes             |               |                          |                  | no
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       |               |               |           | yes             |               |                          |                  | no
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       |               |               |           |                 |               |                          |                  | yes
        yes     | yes           | yes    | carer_prevented | accepts    |               |                 |                |                  |           |               |               |           | yes             |               |                          |                  | no
        yes     | yes           | no     |                 |            |               |                 |                |                  |           |               |               |           | yes             |               |                          |                  | no
        yes     | no            |        |                 |            |               |                 |                |                  |           |               |               |           |                 |               |                          |                  | no
        yes     | yes           | yes    | carer_prevented | undecided  |               |                 |                |                  |           |               |               |           | yes             | 2010-05-21    |                          | 2026-05-20 10:00 | no
        yes     | yes           | yes    | carer_prevented | undecided  |               |                 |                |                  |           |               |               |           | yes             | 2008-05-20    |                          | 2026-05-20 10:00 | no
        yes     | no            | yes    |                 |            |               |                 |                |                  |           |               |               |           |                 |               | yes                      |                  | yes
        """,
    )


def test_not_in_need_is_no_way_out_of_a_home(spec):
    """A gate: yes means not closed yet."""
    spec(
        "gate-not-in-need",
        """
        in need | needs         | not in need     | not in need    | manager     | housing owes  | safe to     | settled at home | date of birth | on               | applies
                | accommodation | reasons written | manager agrees | has decided | accommodation | return home | six months      |               |                  |
        --------+---------------+-----------------+----------------+-------------+---------------+-------------+-----------------+---------------+------------------+--------
                |               |                 |                |             |               |             |                 |               |                  | yes
        no      | no            |                 |                |             |               |             | yes             |               |                  | no
        no      |               |                 |                |             |               |             | yes             |               |                  | yes
        no      | yes           | yes             | yes            |             |               | no          | yes             |               |                  | yes
        no      | yes           | yes             | yes            | yes         | no            | no          | yes             |               |                  | yes
        no      | yes           | yes             | yes            | yes         | yes           | no          | yes             |               |                  | no
        no      | yes           | yes             |                | yes         | yes           | no          | yes             |               |                  | yes
        no      | no            |                 |                |             |               |             | yes             | 2008-05-20    | 2026-05-20 10:00 | no
                |               |                 |                |             |               |             |                 | 2010-05-21    | 2026-05-20 10:00 | yes
        """,
    )


def test_at_home_needs_a_home(spec):
    """A gate: yes means not recorded yet. No way home is never recorded as a return home."""
    spec(
        "gate-at-home",
        """
        in need | needs         | assessed as           | welfare likely       | safe to     | parent or carer | young persons | objects to | date of birth | on               | applies
                | accommodation | needing accommodation | seriously prejudiced | return home | willing         | view recorded | going home |               |                  |
        --------+---------------+-----------------------+----------------------+-------------+-----------------+---------------+------------+---------------+------------------+--------
                |               |                       |                      |             |                 |               |            |               |                  | yes
        yes     | no            | no                    | no                   |             |                 |               |            |               |                  | no
        yes     | yes           | no                    | no                   | yes         | yes             | yes           | no         |               |                  | no
        yes     | yes           | no                    | no                   | yes         | yes             | yes           |            |               |                  | yes
        yes     | yes           | no                    | no                   | yes         | yes             | yes           | yes        |               |                  | yes
        yes     | yes           | no                    | no                   |             | yes             | yes           | no         |               |                  | yes
        yes     | no            | no                    | no                   |             |                 |               |            | 2008-05-20    | 2026-05-20 10:00 | no
                |               |                       |                      |             |                 |               |            | 2010-05-21    | 2026-05-20 10:00 | yes
        """,
    )


def test_part_vii_is_not_instead_of_section_20(spec):
    """A gate: yes means not allowed. It opens on an informed refusal, on “not in need” that stands,
    or where section 20 is known not to arise; never on a blank, and never for somebody who may be a
    care leaver whom the leaving-care team houses."""
    spec(
        "gate-part-vii",
        """
        in need | needs         | not in need     | not in need    | in the | accommodation   | welfare likely       | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | looked after   | detained at 16       | on     | legal | date of birth | on               | applies
                | accommodation | reasons written | manager agrees | area   | cause           | seriously prejudiced |            | recorded      | refusal         | refusing means | before refusal   | to refuse | thirteen weeks | after thirteen weeks | remand | basis |               |                  |
        --------+---------------+-----------------+----------------+--------+-----------------+----------------------+------------+---------------+-----------------+----------------+------------------+-----------+----------------+----------------------+--------+-------+---------------+------------------+--------
                |               |                 |                |        |                 |                      |            |               |                 |                |                  |           |                |                      |        |       |               |                  | yes
        yes     | yes           |                 |                | yes    | carer_prevented |                      | undecided  |               |                 |                |                  |           |                |                      |        |       |               |                  | yes
        yes     | yes           |                 |                | yes    | carer_prevented |                      | refuses    | yes           | yes             | yes            | yes              | has       | no             | no                   |        |       |               |                  | no
        yes     | yes           |                 |                | yes    | carer_prevented |                      | refuses    | yes           | yes             | yes            | yes              | has       |                |                      |        |       |               |                  | yes
        yes     | yes           |                 |                | yes    | carer_prevented |                      | refuses    | yes           | yes             | yes            | yes              | has       | no             |                      |        |       |               |                  | yes
        yes     | yes           |                 |                | yes    | carer_prevented |                      | refuses    | yes           | yes             | yes            | yes              | has       | yes            | no                   |        |       |               |                  | yes
        yes     | yes           |                 |                | yes    | carer_prevented |                      | refuses    | yes           | yes             | yes            |                  | has       |                |                      |        |       |               |                  | yes
        yes     | yes           |                 |                | yes    | carer_prevented |                      | refuses    | yes           | yes             | yes            | yes              | has       |                | yes                  | no     | s23b  |               |                  | yes
        no      | yes           | yes             | yes            |        |                 |                      |            |               |                 |                |                  |           | no             | no                   |        |       |               |                  | no
        no      | yes           | yes             |                |        |                 |                      |            |               |                 |                |                  |           |                |                      |        |       |               |                  | yes
        yes     | yes           |                 |                | yes    | none_of_these   | no                   |            |               |                 |                |                  |           | no             | no                   |        |       |               |                  | no
        yes     | yes           |                 |                | yes    | none_of_these   |                      |            |               |                 |                |                  |           |                |                      |        |       |               |                  | yes
                |               |                 |                |        |                 |                      |            |               |                 |                |                  |           |                |                      |        |       | 2008-05-20    | 2026-05-20 10:00 | no
                |               |                 |                |        |                 |                      |            |               |                 |                |                  |           | no             | no                   |        |       |               |                  | yes
                |               |                 |                |        |                 |                      |            |               |                 |                |                  |           |                |                      |        |       | 2010-05-21    | 2026-05-20 10:00 | yes
        """,
    )


def test_part_vii_comes_with_a_plan(spec):
    """A gate: yes means not allowed. Alone it is only for whoever is not in need, and that
    stands."""
    spec(
        "gate-part-vii-alone",
        """
        in need | needs         | not in need     | not in need    | s20 answer | detained at 16       | on     | legal | date of birth | on               | applies
                | accommodation | reasons written | manager agrees |            | after thirteen weeks | remand | basis |               |                  |
        --------+---------------+-----------------+----------------+------------+----------------------+--------+-------+---------------+------------------+--------
                |               |                 |                |            |                      |        |       |               |                  | yes
        no      | yes           | yes             | yes            |            |                      |        |       |               |                  | no
        no      | yes           | yes             | no             |            |                      |        |       |               |                  | yes
        no      | yes           |                 |                |            |                      |        |       |               |                  | yes
        yes     | yes           |                 |                | refuses    |                      |        |       |               |                  | yes
        no      | yes           | yes             | yes            |            | yes                  | no     | s23b  |               |                  | yes
                |               |                 |                |            |                      |        |       | 2008-05-20    | 2026-05-20 10:00 | no
                |               |                 |                |            |                      |        |       | 2010-05-21    | 2026-05-20 10:00 | yes
        """,
    )


def test_section_17_is_not_instead_of_section_20(spec):
    """A gate: yes means not allowed. Family who can house them open it, and so does an able parent
    who objects where the young person, informed, refuses."""
    spec(
        "gate-s17",
        """
        in need | needs         | in the | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | housing owes  | refused again | s17       | settled at home | parent objects | objecting parent | live with     | agrees to live | family home suitable | date of birth | on               | applies
                | accommodation | area   | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse | accommodation | after housing | necessary | six months      | to s20         | can house        | holder agrees | with family    | with support         |               |                  |
        --------+---------------+--------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+---------------+---------------+-----------+-----------------+----------------+------------------+---------------+----------------+----------------------+---------------+------------------+--------
                |               |        |                 |            |               |                 |                |                  |           |               |               |           |                 |                |                  |               |                |                      |               |                  | yes
        yes     | yes           | yes    | carer_prevented | undecided  |               |                 |                |                  |           | no            |               | yes       | yes             |                |                  |               |                |                      |               |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | yes           | yes       | yes             |                |                  |               |                |                      |               |                  | no
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no            | no            | yes       | yes             |                |                  |               |                |                      |               |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | no               | has       | no            | yes           | yes       | yes             |                |                  |               |                |                      |               |                  | yes
        yes     | yes           | yes    | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       |               |               |           | yes             | yes            | yes              | no            |                |                      |               |                  | no
        yes     | yes           | yes    | carer_prevented |            |               |                 |                |                  |           |               |               |           |                 |                |                  |               | yes            | yes                  |               |                  | no
        yes     | yes           | yes    | carer_prevented |            |               |                 |                |                  |           |               |               |           |                 |                |                  |               | yes            |                      |               |                  | yes
        yes     | yes           | no     |                 |            |               |                 |                |                  |           |               |               |           |                 |                |                  |               |                |                      |               |                  | no
                |               |        |                 |            |               |                 |                |                  |           |               |               |           |                 |                |                  |               |                |                      | 2008-05-20    | 2026-05-20 10:00 | no
                |               |        |                 |            |               |                 |                |                  |           |               |               |           |                 |                |                  |               |                |                      | 2010-05-21    | 2026-05-20 10:00 | yes
        """,
    )


def test_no_bed_ends_before_the_next(spec):
    """A gate: yes means the bed goes on. It opens once they are in the next bed, or are known to
    have a safe and settled home. For every child, under 16 as well."""
    spec(
        "gate-bed",
        """
        in the next bed | needs accommodation | date of birth | age disputed | on               | applies
        ----------------+---------------------+---------------+--------------+------------------+--------
                        |                     |               |              |                  | yes
        no              | yes                 |               |              |                  | yes
                        | yes                 |               |              |                  | yes
        yes             | yes                 |               |              |                  | no
                        | no                  |               |              |                  | no
        no              |                     |               |              |                  | yes
                        |                     | 2012-05-20    |              | 2026-05-20 10:00 | yes
                        |                     | 2008-05-21    |              | 2026-05-20 10:00 | yes
                        |                     | 2008-05-20    |              | 2026-05-20 10:00 | no
                        |                     | 2008-05-20    | yes          | 2026-05-20 10:00 | yes
        """,
    )
