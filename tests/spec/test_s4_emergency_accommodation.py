def test_mash_allocates_the_same_day(spec):
    """Whoever came in hours is allocated that calendar day, however late the referral arrives.
    Whoever came out of hours is allocated by noon on the next working day; between midnight and
    9:00 on a working day, that is noon the same day."""
    spec(
        "4-a",
        """
        needs         | at       | at point | presented at     | date of    | on               | due              | applies
        accommodation | imminent | of       |                  | birth      |                  |                  |
                      | risk     | decision |                  |            |                  |                  |
        --------------+----------+----------+------------------+------------+------------------+------------------+----------
                      |          |          |                  |            |                  |                  | not_known
        yes           |          |          |                  |            |                  | 2026-05-20 23:59 | yes
                      | yes      |          |                  |            |                  |                  | yes
        no            | no       |          |                  |            |                  |                  | no
        no            |          |          |                  |            |                  |                  | not_known
                      |          | yes      |                  |            |                  |                  | yes
        no            |          | yes      |                  |            |                  |                  | yes
        no            | no       | yes      |                  |            |                  |                  | no
        yes           |          |          | 2026-08-28 08:59 |            |                  | 2026-08-28 12:00 | yes
        yes           |          |          | 2026-08-28 09:00 |            |                  | 2026-08-28 23:59 | yes
        yes           |          |          | 2026-08-28 16:59 |            |                  | 2026-08-28 23:59 | yes
        yes           |          |          | 2026-08-28 16:59 |            | 2026-08-28 21:00 | 2026-08-28 23:59 | yes
        yes           |          |          | 2026-08-28 17:00 |            |                  | 2026-09-01 12:00 | yes
        yes           |          |          | 2026-08-28 17:01 |            |                  | 2026-09-01 12:00 | yes
        yes           |          |          | 2026-08-29 12:00 |            |                  | 2026-09-01 12:00 | yes
        yes           |          |          | 2026-08-31 12:00 |            |                  | 2026-09-01 12:00 | yes
        yes           |          |          | 2026-08-31 23:59 |            |                  | 2026-09-01 12:00 | yes
        yes           |          |          | 2026-09-01 00:00 |            |                  | 2026-09-01 12:00 | yes
        yes           |          |          | 2026-09-01 02:00 |            | 2026-09-01 13:00 | 2026-09-01 12:00 | yes
        yes           |          |          | 2026-09-01 17:00 |            |                  | 2026-09-02 12:00 | yes
        yes           |          |          | 2026-04-02 17:00 |            |                  | 2026-04-07 12:00 | yes
        yes           |          |          | 2026-03-29 00:30 |            |                  | 2026-03-30 12:00 | yes
        yes           |          |          | 2026-10-25 01:30 |            |                  | 2026-10-26 12:00 | yes
        yes           |          |          | 2026-12-31 16:59 |            |                  | 2026-12-31 23:59 | yes
        yes           |          |          | 2026-12-31 17:00 |            |                  | 2027-01-04 12:00 | yes
        yes           |          |          | 2027-01-01 10:00 |            |                  | 2027-01-04 12:00 | yes
        yes           |          |          |                  |            | 2026-08-29 12:00 | 2026-09-01 12:00 | yes
        yes           |          |          |                  | 2010-05-21 | 2026-05-20 10:00 |                  | no
        yes           |          |          |                  | 2010-05-20 | 2026-05-20 10:00 |                  | yes
        yes           |          |          |                  | 2008-05-20 | 2026-05-20 10:00 |                  | no
        """,
    )


def test_the_placements_service_is_asked_at_once(spec):
    """As soon as it is known that they need a bed tonight. Making sure of that bed does not wait
    for this (3-b)."""
    spec(
        "4-b",
        """
        needs bed | needs         | date of birth | on               | due              | applies
        tonight   | accommodation |               |                  |                  |
        ----------+---------------+---------------+------------------+------------------+----------
                  |               |               |                  |                  | not_known
        yes       |               |               | 2026-05-20 16:59 | 2026-05-20 16:59 | yes
        yes       | yes           |               | 2026-08-31 03:00 | 2026-08-31 03:00 | yes
        no        |               |               |                  |                  | no
        no        | yes           |               |                  |                  | no
                  | yes           |               |                  |                  | not_known
        yes       |               | 2010-05-21    | 2026-05-20 10:00 |                  | no
        yes       |               | 2010-05-20    | 2026-05-20 10:00 |                  | yes
        yes       |               | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_no_temporary_accommodation_without_high_level_support(spec):
    """A gate: yes means not allowed yet. It holds for every child, under 16 as well."""
    spec(
        "4-d",
        """
        high level support in place | date of birth | age disputed | on               | applies
        ----------------------------+---------------+--------------+------------------+--------
                                    |               |              |                  | yes
        no                          |               |              |                  | yes
        yes                         |               |              |                  | no
                                    | 2012-05-20    |              |                  | yes
        no                          | 2008-05-21    |              | 2026-05-20 10:00 | yes
        no                          | 2008-05-20    |              | 2026-05-20 10:00 | no
        no                          | 2008-05-19    | yes          | 2026-05-20 10:00 | yes
        """,
    )


def test_foster_care_is_considered_for_the_youngest_and_most_vulnerable(spec):
    """A prompt when a bed is needed tonight. It stops at the 17th birthday, unless they are
    especially vulnerable. An age not known leaves it open."""
    spec(
        "4-e",
        """
        needs bed tonight | highly vulnerable | date of birth | on               | due  | applies
        ------------------+-------------------+---------------+------------------+------+----------
                          |                   |               |                  | none | not_known
        yes               | yes               |               |                  | none | yes
        yes               |                   | 2009-05-21    | 2026-05-20 10:00 | none | yes
        yes               | no                | 2009-05-21    | 2026-05-20 10:00 |      | yes
        yes               | no                | 2009-05-20    | 2026-05-20 10:00 |      | no
        yes               | no                | 2009-05-19    | 2026-05-20 10:00 |      | no
        yes               | yes               | 2009-05-20    | 2026-05-20 10:00 |      | yes
        yes               |                   | 2009-05-20    | 2026-05-20 10:00 |      | not_known
        yes               | no                |               |                  |      | not_known
        yes               | no                | 2008-02-29    | 2025-02-28 10:00 |      | yes
        yes               | no                | 2008-02-29    | 2025-03-01 10:00 |      | no
        no                | yes               |               |                  |      | no
                          | yes               |               |                  |      | not_known
        yes               | yes               | 2010-05-21    | 2026-05-20 10:00 |      | no
        yes               | yes               | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_another_placement_needs_a_reason(spec):
    """For the same young people as 4-e."""
    spec(
        "a10",
        """
        needs bed tonight | highly vulnerable | date of birth | on               | due  | applies
        ------------------+-------------------+---------------+------------------+------+----------
                          |                   |               |                  | none | not_known
        yes               | yes               |               |                  | none | yes
        yes               | no                | 2009-05-21    | 2026-05-20 10:00 |      | yes
        yes               | no                | 2009-05-20    | 2026-05-20 10:00 |      | no
        yes               | yes               | 2009-05-20    | 2026-05-20 10:00 |      | yes
        yes               | no                |               |                  |      | not_known
        no                | yes               |               |                  |      | no
        yes               | yes               | 2010-05-21    | 2026-05-20 10:00 |      | no
        yes               | yes               | 2008-05-20    | 2026-05-20 10:00 |      | no
                          | yes               |               |                  |      | not_known
        yes               |                   | 2009-05-20    | 2026-05-20 10:00 |      | not_known
        """,
    )


def test_a_bed_under_these_powers_makes_them_looked_after(spec):
    """By what the bed is provided under, never by its address. Not decided yet is not known."""
    spec(
        "basis_makes_looked_after",
        """
        legal basis        | basis makes looked after
        -------------------+-------------------------
                           | not_known
        not_yet_determined | not_known
        s20                | yes
        s21                | yes
        care_order         | yes
        remand             | yes
        s17                | no
        s23b               | no
        s188               | no
        part_vii           | no
        none               | no
        """,
    )


def test_section_20_stands_until_a_refusal_can_be_accepted(spec):
    """An uninformed no changes nothing, and neither does silence."""
    spec(
        "s20_stands",
        """
        in the | needs         | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | s20 stands
        area   | accommodation | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse |
        -------+---------------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+-----------
               |               |                 |            |               |                 |                |                  |           | not_known
        yes    | yes           | carer_prevented |            |               |                 |                |                  |           | yes
        yes    | yes           | carer_prevented | undecided  |               |                 |                |                  |           | yes
        yes    | yes           | carer_prevented | accepts    |               |                 |                |                  |           | yes
        yes    | yes           | carer_prevented | refuses    |               |                 |                |                  |           | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            |                  | has       | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | in_doubt  | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       | no
        no     | yes           | carer_prevented |            |               |                 |                |                  |           | no
        yes    | yes           |                 |            |               |                 |                |                  |           | not_known
        """,
    )


def test_looked_after_follows_the_law_and_not_the_label(spec):
    """By the basis of the bed; or because section 20 is owed, has not been refused in a way that can
    be accepted, and the council gives them a place to stay, whatever it is called. Section 23B
    alone does not do it. While the basis is not decided, it cannot be told."""
    spec(
        "4-f",
        """
        legal basis        | accommodated | in the | needs         | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | date of birth | on               | looked after
                           | by council   | area   | accommodation | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse |               |                  |
        -------------------+--------------+--------+---------------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+---------------+------------------+-------------
                           |              |        |               |                 |            |               |                 |                |                  |           |               |                  | not_known
        s20                |              |        |               |                 |            |               |                 |                |                  |           |               |                  | yes
        s21                | no           |        |               |                 |            |               |                 |                |                  |           |               |                  | yes
        care_order         |              |        |               |                 |            |               |                 |                |                  |           |               |                  | yes
        remand             |              |        |               |                 |            |               |                 |                |                  |           |               |                  | yes
        s17                | yes          | yes    | yes           | carer_prevented |            |               |                 |                |                  |           |               |                  | yes
        s188               | yes          | yes    | yes           | carer_prevented | refuses    | no            |                 |                |                  |           |               |                  | yes
        part_vii           | yes          | yes    | yes           | carer_prevented | undecided  |               |                 |                |                  |           |               |                  | yes
        none               | yes          | yes    | yes           | carer_prevented |            |               |                 |                |                  |           |               |                  | yes
        s17                | yes          | yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       |               |                  | no
        s17                | yes          | yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              |           |               |                  | yes
        s17                | no           |        |               |                 |            |               |                 |                |                  |           |               |                  | no
        s17                | yes          | yes    | no            |                 |            |               |                 |                |                  |           |               |                  | not_known
        s17                |              |        |               |                 |            |               |                 |                |                  |           |               |                  | not_known
        s23b               | yes          | yes    | yes           | carer_prevented |            |               |                 |                |                  |           |               |                  | no
        not_yet_determined | yes          | yes    | yes           | carer_prevented |            |               |                 |                |                  |           |               |                  | not_known
        not_yet_determined |              |        |               |                 |            |               |                 |                |                  |           |               |                  | not_known
        s20                |              |        |               |                 |            |               |                 |                |                  |           | 2008-05-21    | 2026-05-20 10:00 | yes
        s20                |              |        |               |                 |            |               |                 |                |                  |           | 2008-05-20    | 2026-05-20 10:00 | no
        s20                |              |        |               |                 |            |               |                 |                |                  |           | 2012-05-20    | 2026-05-20 10:00 | yes
        """,
    )


def test_the_manager_is_told_when_law_and_label_differ(spec):
    """Section 20 is decided, or owed and not refused in a way that can be accepted, and the bed is
    recorded under something else. While the basis is not decided, it cannot be told."""
    spec(
        "a7",
        """
        s20 accommodation | legal basis        | accommodated | in the | needs         | accommodation   | date of birth | due              | on               | applies
        decided           |                    | by council   | area   | accommodation | cause           |               |                  |                  |
        ------------------+--------------------+--------------+--------+---------------+-----------------+---------------+------------------+------------------+----------
                          |                    |              |        |               |                 |               |                  |                  | not_known
        yes               | s188               |              |        |               |                 |               | 2026-05-20 11:00 | 2026-05-20 11:00 | yes
        yes               | s17                |              |        |               |                 |               |                  |                  | yes
        yes               | none               |              |        |               |                 |               |                  |                  | yes
        yes               | part_vii           |              |        |               |                 |               |                  |                  | yes
        no                | s17                | yes          | yes    | yes           | carer_prevented |               |                  |                  | yes
        no                | s23b               | yes          | yes    | yes           | carer_prevented |               |                  |                  | yes
        no                | s188               | no           | yes    | yes           | carer_prevented |               |                  |                  | no
        no                | s188               | yes          | no     | yes           | carer_prevented |               |                  |                  | no
        yes               | s20                |              |        |               |                 |               |                  |                  | no
        yes               | care_order         |              |        |               |                 |               |                  |                  | no
        yes               | not_yet_determined |              |        |               |                 |               |                  |                  | not_known
        no                | not_yet_determined | yes          | yes    | yes           | carer_prevented |               |                  |                  | not_known
        no                | s188               |              |        |               |                 |               |                  |                  | not_known
                          | s188               |              |        |               |                 |               |                  |                  | not_known
        yes               | s188               |              |        |               |                 | 2010-05-21    |                  | 2026-05-20 10:00 | no
        yes               | s188               |              |        |               |                 | 2008-05-20    |                  | 2026-05-20 10:00 | no
        """,
    )


def test_looked_after_processes_start_at_once(spec):
    """From the moment of the placement, or as soon as the law makes them looked after."""
    spec(
        "4-g",
        """
        legal basis        | accommodated | in the | needs         | accommodation   | date of birth | on               | due              | applies
                           | by council   | area   | accommodation | cause           |               |                  |                  |
        -------------------+--------------+--------+---------------+-----------------+---------------+------------------+------------------+----------
                           |              |        |               |                 |               |                  |                  | not_known
        s20                |              |        |               |                 |               | 2026-05-20 16:59 | 2026-05-20 16:59 | yes
        care_order         |              |        |               |                 |               | 2026-08-29 03:00 | 2026-08-29 03:00 | yes
        s188               | yes          | yes    | yes           | carer_prevented |               | 2026-08-29 03:00 | 2026-08-29 03:00 | yes
        s188               | no           |        |               |                 |               |                  |                  | no
        not_yet_determined | yes          | yes    | yes           | carer_prevented |               |                  |                  | not_known
        s17                |              |        |               |                 |               |                  |                  | not_known
        s20                |              |        |               |                 | 2010-05-21    | 2026-05-20 10:00 |                  | no
        s20                |              |        |               |                 | 2010-05-20    | 2026-05-20 10:00 |                  | yes
        s20                |              |        |               |                 | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_the_permanency_panel_is_told_as_soon(spec):
    """As immediate as the other looked-after steps."""
    spec(
        "4-h",
        """
        legal basis        | accommodated | in the | needs         | accommodation   | date of birth | on               | due              | applies
                           | by council   | area   | accommodation | cause           |               |                  |                  |
        -------------------+--------------+--------+---------------+-----------------+---------------+------------------+------------------+----------
                           |              |        |               |                 |               |                  |                  | not_known
        s20                |              |        |               |                 |               | 2026-05-20 17:00 | 2026-05-20 17:00 | yes
        remand             |              |        |               |                 |               | 2026-08-31 12:00 | 2026-08-31 12:00 | yes
        s17                | yes          | yes    | yes           | carer_prevented |               |                  |                  | yes
        s17                | no           |        |               |                 |               |                  |                  | no
        not_yet_determined |              |        |               |                 |               |                  |                  | not_known
        s17                |              |        |               |                 |               |                  |                  | not_known
        s20                |              |        |               |                 | 2010-05-21    | 2026-05-20 10:00 |                  | no
        s20                |              |        |               |                 | 2010-05-20    | 2026-05-20 10:00 |                  | yes
        s20                |              |        |               |                 | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_housing_may_provide_a_stopgap_until_the_assessment(spec):
    """For somebody known to need somewhere to live, while it is known that the assessment is not
    complete."""
    spec(
        "4-i",
        """
        needs accommodation | initial assessment complete | date of birth | due  | applies
        --------------------+-----------------------------+---------------+------+----------
                            |                             |               | none | not_known
        yes                 | no                          |               | none | yes
        yes                 | yes                         |               |      | no
        yes                 |                             |               |      | not_known
        no                  |                             |               |      | no
                            | yes                         |               |      | no
                            | no                          |               |      | not_known
        yes                 | no                          | 2010-05-21    |      | no
        yes                 | no                          | 2010-05-20    |      | yes
        yes                 | no                          | 2008-05-20    |      | no
        """,
    )


def test_a_foster_placement_is_never_recorded_as_a_stopgap(spec):
    """A gate: yes means not allowed. It opens when the bed is known not to be in foster care."""
    spec(
        "a5",
        """
        accommodation kind      | date of birth | on               | applies
        ------------------------+---------------+------------------+--------
                                |               |                  | yes
        foster_care             |               |                  | yes
        supported_accommodation |               |                  | no
        childrens_home          |               |                  | no
        foster_care             | 2012-05-20    |                  | yes
        foster_care             | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_the_wrong_basis_of_a_foster_placement_is_put_right(spec):
    """That same day."""
    spec(
        "a5-foster",
        """
        accommodation kind      | legal basis        | on               | due              | applies
        ------------------------+--------------------+------------------+------------------+----------
                                |                    |                  |                  | not_known
        foster_care             | s188               | 2026-05-20 10:00 | 2026-05-20 23:59 | yes
        foster_care             | s20                |                  |                  | no
        foster_care             | not_yet_determined |                  |                  | not_known
        supported_accommodation | s188               |                  |                  | no
                                | s188               |                  |                  | not_known
        """,
    )


def test_a_stopgap_ends_by_notice_and_in_the_next_bed(spec):
    """A gate: yes means not allowed. Both are needed, so that there is never a night with
    neither; a birthday makes no difference."""
    spec(
        "a8",
        """
        legal basis        | section 188 notice given | in the next bed | date of birth | on               | applies
        -------------------+--------------------------+-----------------+---------------+------------------+--------
                           |                          |                 |               |                  | yes
        s188               |                          |                 |               |                  | yes
        s188               | yes                      |                 |               |                  | yes
        s188               | yes                      | no              |               |                  | yes
        s188               |                          | yes             |               |                  | yes
        s188               | no                       | yes             |               |                  | yes
        s188               | yes                      | yes             |               |                  | no
                           | yes                      | yes             |               |                  | no
        not_yet_determined |                          |                 |               |                  | yes
        s20                |                          |                 |               |                  | no
        s188               | yes                      |                 | 2008-05-20    | 2026-05-20 10:00 | yes
        """,
    )


def test_the_stopgap_goes_on_until_they_have_moved(spec):
    """Section 20 is decided and they still sleep in the stopgap: both duties run."""
    spec(
        "a8-both",
        """
        legal basis | s20 accommodation decided | in the next bed | due  | applies
        ------------+---------------------------+-----------------+------+----------
                    |                           |                 | none | not_known
        s188        | yes                       |                 | none | yes
        s188        | yes                       | no              |      | yes
        s188        | yes                       | yes             |      | no
        s188        | no                        |                 |      | no
        s188        |                           |                 |      | not_known
        s20         | yes                       |                 |      | no
        """,
    )


def test_housings_duty_ends_only_when_three_things_are_known(spec):
    """The assessment, the decision, and a home that lasts. It says nothing of tonight's stopgap,
    which ends by its own rules."""
    spec(
        "4-j",
        """
        initial assessment | s20 accommodation | accommodation suits | prevention or relief
        complete           | decided           | six months          | duty ended
        -------------------+-------------------+---------------------+---------------------
                           |                   |                     | not_known
        yes                | yes               | yes                 | yes
        no                 | yes               | yes                 | no
        yes                | no                | yes                 | no
        yes                | yes               | no                  | no
                           | yes               | yes                 | not_known
        yes                |                   | yes                 | not_known
        yes                | yes               |                     | not_known
        no                 |                   |                     | no
        """,
    )


def test_harm_and_risk_are_weighed_for_every_placement(spec):
    """Harm to them and risk to others, both."""
    spec(
        "4-k",
        """
        needs bed | needs         | at imminent risk | date of birth | due  | applies
        tonight   | accommodation |                  |               |      |
        ----------+---------------+------------------+---------------+------+----------
                  |               |                  |               | none | not_known
        yes       |               |                  |               | none | yes
                  | yes           |                  |               |      | yes
        no        | yes           | no               |               |      | yes
        no        | no            | no               |               |      | no
        no        |               |                  |               |      | not_known
                  | no            |                  |               |      | not_known
        yes       |               |                  | 2010-05-21    |      | no
        yes       |               |                  | 2010-05-20    |      | yes
        yes       |               |                  | 2008-05-20    |      | no
        no        | no            | yes              |               |      | yes
        """,
    )


def test_everyone_is_assessed_wherever_they_sleep(spec):
    """Whoever is referred under 3-l, or in doubt as if under 3-l. The basis of the bed makes no
    difference."""
    spec(
        "a45",
        """
        needs         | at imminent | at point of | legal basis | needs bed | date of birth | presented at     | on               | due              | applies
        accommodation | risk        | decision    |             | tonight   |               |                  |                  |                  |
        --------------+-------------+-------------+-------------+-----------+---------------+------------------+------------------+------------------+----------
                      |             |             |             |           |               |                  |                  |                  | not_known
        yes           |             |             |             |           |               |                  |                  |                  | yes
        yes           |             |             | s188        |           |               |                  |                  |                  | yes
        yes           |             |             |             | no        |               |                  |                  |                  | yes
        no            | yes         |             |             | no        |               |                  |                  |                  | yes
                      |             | yes         |             |           |               |                  |                  |                  | yes
        no            | no          |             |             |           |               |                  |                  |                  | no
        no            |             |             |             |           |               |                  |                  |                  | not_known
        yes           |             |             |             |           | 2010-05-21    |                  |                  |                  | no
        yes           |             |             |             |           | 2010-05-20    |                  |                  |                  | yes
        yes           |             |             |             |           | 2008-05-20    |                  |                  |                  | no
        yes           |             |             |             |           |               | 2026-04-02 10:00 | 2026-04-02 10:00 | 2026-06-10 23:59 | yes
        yes           |             |             |             |           |               | 2026-04-02 10:00 | 2026-06-10 23:59 | 2026-06-10 23:59 | yes
        yes           |             |             |             |           |               | 2026-04-02 10:00 | 2026-06-11 00:00 | 2026-06-10 23:59 | yes
        yes           |             |             |             |           |               | 2026-05-01 16:59 | 2026-05-01 16:59 | 2026-07-07 23:59 | yes
        yes           |             |             |             |           |               | 2026-08-29 12:00 | 2026-08-29 12:00 | 2026-11-02 23:59 | yes
        """,
    )
