def test_safety_comes_first(spec):
    """Whatever else is not known. It falls away only when nothing is the matter."""
    spec(
        "3-a",
        """
        needs         | at       | risk of     | date of    | on               | due              | applies
        accommodation | imminent | significant | birth      |                  |                  |
                      | risk     | harm        |            |                  |                  |
        --------------+----------+-------------+------------+------------------+------------------+--------
                      |          |             |            | 2026-08-31 03:00 | 2026-08-31 03:00 | yes
        yes           |          |             |            | 2026-05-20 16:59 | 2026-05-20 16:59 | yes
        no            | yes      | no          |            |                  |                  | yes
        no            | no       | yes         |            |                  |                  | yes
        no            | no       |             |            |                  |                  | yes
        no            |          | no          |            |                  |                  | yes
        no            | no       | no          |            |                  |                  | no
        yes           |          |             | 2010-05-21 | 2026-05-20 10:00 |                  | no
        yes           |          |             | 2010-05-20 | 2026-05-20 10:00 |                  | yes
        yes           |          |             | 2008-05-21 | 2026-05-20 10:00 |                  | yes
        yes           |          |             | 2008-05-20 | 2026-05-20 10:00 |                  | no
        yes           | no       | no          |            |                  |                  | yes
                      | no       | no          |            |                  |                  | yes
        """,
    )


def test_they_have_somewhere_safe_to_sleep_tonight(spec):
    """A bed that nobody has ruled out may be needed. Somebody on a friend's sofa tonight needs
    somewhere to live, and not this bed. At once, at any hour: past midnight, tonight is the night
    that has begun."""
    spec(
        "3-b",
        """
        needs   | needs         | date of    | age      | on               | due              | applies
        bed     | accommodation | birth      | disputed |                  |                  |
        tonight |               |            |          |                  |                  |
        --------+---------------+------------+----------+------------------+------------------+--------
                |               |            |          | 2026-05-20 16:59 | 2026-05-20 16:59 | yes
        yes     |               |            |          | 2026-05-20 17:00 | 2026-05-20 17:00 | yes
        yes     | yes           |            |          | 2026-05-20 17:01 | 2026-05-20 17:01 | yes
                | yes           |            |          | 2026-08-31 23:59 | 2026-08-31 23:59 | yes
        yes     |               |            |          | 2026-10-25 12:00 | 2026-10-25 12:00 | yes
        yes     |               |            |          | 2026-12-31 17:00 | 2026-12-31 17:00 | yes
                | no            |            |          |                  |                  | no
        no      | yes           |            |          |                  |                  | no
        no      |               |            |          |                  |                  | no
        no      | no            |            |          |                  |                  | no
        yes     |               | 2010-05-21 |          | 2026-05-20 10:00 |                  | no
        yes     |               | 2010-05-20 |          | 2026-05-20 10:00 |                  | yes
        yes     |               | 2010-05-19 |          | 2026-05-20 10:00 |                  | yes
        yes     |               | 2008-05-21 |          | 2026-05-20 10:00 |                  | yes
        yes     |               | 2008-05-20 |          | 2026-05-20 10:00 |                  | no
        yes     |               | 2008-05-19 | yes      | 2026-05-20 10:00 |                  | yes
        yes     |               |            |          | 2026-08-29 00:30 | 2026-08-29 00:30 | yes
        yes     |               |            |          | 2026-09-01 08:59 | 2026-09-01 08:59 | yes
        """,
    )


def test_in_office_hours_they_are_seen_by_a_trained_officer(spec):
    """From 9:00 until before 17:00 on working days, by the time they came. When nobody knows that
    time, they came now."""
    spec(
        "3-d",
        """
        presented at     | date of birth | on               | due  | applies
        -----------------+---------------+------------------+------+--------
                         |               |                  | none | yes
                         |               | 2026-08-28 08:59 |      | no
                         |               | 2026-08-28 09:00 | none | yes
                         |               | 2026-08-28 16:59 |      | yes
                         |               | 2026-08-28 17:00 |      | no
                         |               | 2026-08-28 17:01 |      | no
                         |               | 2026-08-29 12:00 |      | no
                         |               | 2026-08-31 12:00 |      | no
                         |               | 2026-09-01 00:00 |      | no
                         |               | 2026-09-01 09:00 |      | yes
                         |               | 2026-03-27 16:59 |      | yes
                         |               | 2026-03-30 08:59 |      | no
                         |               | 2026-03-30 09:00 |      | yes
                         |               | 2026-10-26 08:59 |      | no
                         |               | 2026-10-26 09:00 |      | yes
                         |               | 2026-12-31 16:59 |      | yes
                         |               | 2027-01-01 10:00 |      | no
        2026-08-28 16:59 |               | 2026-08-28 18:00 |      | yes
        2026-08-28 08:59 |               | 2026-08-28 10:00 |      | no
                         | 2010-05-21    | 2026-05-20 10:00 |      | no
                         | 2010-05-20    | 2026-05-20 10:00 |      | yes
                         | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_they_are_asked_what_happened(spec):
    """Every young person of 16 or 17, and whoever may be."""
    spec(
        "3-e",
        """
        date of birth | age disputed | on               | due  | applies
        --------------+--------------+------------------+------+--------
                      |              |                  | none | yes
        2010-05-21    |              | 2026-05-20 10:00 |      | no
        2010-05-20    |              | 2026-05-20 10:00 | none | yes
        2008-05-21    |              | 2026-05-20 10:00 |      | yes
        2008-05-20    |              | 2026-05-20 10:00 |      | no
        2008-05-19    | yes          | 2026-05-20 10:00 |      | yes
        """,
    )


def test_they_are_asked_how_family_can_be_reached(spec):
    """Until they say that they do not want it. Asking them is safe; contacting family is another
    rule (a44)."""
    spec(
        "3-f",
        """
        agrees to family contact | family contact unsafe | date of birth | due  | applies
        -------------------------+-----------------------+---------------+------+--------
                                 |                       |               | none | yes
        yes                      |                       |               |      | yes
                                 | yes                   |               |      | yes
        no                       |                       |               |      | no
        no                       | no                    |               |      | no
                                 |                       | 2010-05-21    |      | no
                                 |                       | 2010-05-20    |      | yes
                                 |                       | 2008-05-20    |      | no
        """,
    )


def test_a_no_to_family_contact_is_enough(spec):
    """Their reason stands in for what was not asked."""
    spec(
        "a44-reason",
        """
        agrees to family contact | date of birth | due  | applies
        -------------------------+---------------+------+----------
                                 |               | none | not_known
        no                       |               | none | yes
        yes                      |               |      | no
        no                       | 2010-05-21    |      | no
        no                       | 2010-05-20    |      | yes
        no                       | 2008-05-20    |      | no
        """,
    )


def test_it_is_established_whether_they_are_homeless(spec):
    """Every young person of 16 or 17, and whoever may be."""
    spec(
        "3-g",
        """
        date of birth | age disputed | on               | due  | applies
        --------------+--------------+------------------+------+--------
                      |              |                  | none | yes
        2010-05-21    |              | 2026-05-20 10:00 |      | no
        2010-05-20    |              | 2026-05-20 10:00 | none | yes
        2008-05-21    |              | 2026-05-20 10:00 |      | yes
        2008-05-20    |              | 2026-05-20 10:00 |      | no
        2008-05-19    | yes          | 2026-05-20 10:00 |      | yes
        """,
    )


def test_family_is_contacted_when_they_agree_and_it_is_safe_or_a_social_worker_decides(spec):
    """Agreement alone is not enough: it must be known to be safe. A social worker who has not
    decided has not allowed it; one who has said no is heeded."""
    spec(
        "family_contact_allowed",
        """
        agrees to family | family contact | social worker | risk of          | family contact
        contact          | unsafe         | allows family | significant harm | allowed
                         |                | contact       |                  |
        -----------------+----------------+---------------+------------------+---------------
                         |                |               |                  | not_known
        yes              | no             |               | no               | yes
        yes              | no             | yes           | no               | yes
        yes              | yes            |               |                  | no
        yes              |                |               |                  | not_known
        no               | no             |               | no               | no
        no               |                |               |                  | no
                         | no             |               | no               | not_known
                         | yes            |               |                  | no
                         | yes            | yes           |                  | yes
                         |                | yes           |                  | yes
        no               | yes            | no            |                  | no
        yes              | yes            | no            |                  | no
        yes              | no             | no            | no               | no
                         |                | no            |                  | no
        yes              | no             |               |                  | not_known
        yes              | no             |               | yes              | no
        yes              | no             | yes           | yes              | yes
        """,
    )


def test_nobody_contacts_family_before_it_is_known_to_be_safe(spec):
    """A gate: yes means not allowed yet. It holds for every child, whatever the protocol says."""
    spec(
        "a44",
        """
        agrees to      | family contact | social worker | risk of     | date of birth | age disputed | applies
        family contact | unsafe         | allows family | significant |               |              |
                       |                | contact       | harm        |               |              |
        ---------------+----------------+---------------+-------------+---------------+--------------+--------
                       |                |               |             |               |              | yes
        yes            | no             |               | no          |               |              | no
        yes            |                |               |             |               |              | yes
                       | no             |               | no          |               |              | yes
        yes            | yes            |               |             |               |              | yes
        no             | no             |               | no          |               |              | yes
                       | yes            | yes           |             |               |              | no
                       |                | yes           |             |               |              | no
        yes            | yes            | no            |             |               |              | yes
                       |                |               |             | 2012-05-20    |              | yes
                       |                |               |             | 2008-05-21    |              | yes
                       |                |               |             | 2008-05-20    |              | no
                       |                |               |             | 2008-05-19    | yes          | yes
        yes            | no             | no            | no          |               |              | yes
        yes            | no             |               |             |               |              | yes
        yes            | no             |               | yes         |               |              | yes
        yes            | no             | yes           | yes         |               |              | no
        """,
    )


def test_what_went_wrong_is_explored_with_the_family(spec):
    """Only where family may be contacted (a44). While that is open, so is this."""
    spec(
        "3-h",
        """
        agrees to      | family contact | social worker | risk of     | date of birth | due  | applies
        family contact | unsafe         | allows family | significant |               |      |
                       |                | contact       | harm        |               |      |
        ---------------+----------------+---------------+-------------+---------------+------+----------
                       |                |               |             |               | none | not_known
        yes            | no             |               | no          |               | none | yes
        yes            |                |               |             |               |      | not_known
        yes            | yes            |               |             |               |      | no
        no             | no             |               | no          |               |      | no
                       | yes            |               |             |               |      | no
        yes            | yes            | yes           |             |               |      | yes
        yes            | yes            | no            |             |               |      | no
        yes            | no             |               | no          | 2010-05-21    |      | no
        yes            | no             |               | no          | 2010-05-20    |      | yes
        yes            | no             |               | no          | 2008-05-20    |      | no
        yes            | no             | no            | no          |               |      | no
        yes            | no             |               |             |               |      | not_known
        yes            | no             |               | yes         |               |      | no
        """,
    )


def test_they_are_helped_to_stay_at_home_only_when_it_is_safe(spec):
    """All that a return home needs, no danger from family, and no objection of their own. One blank
    leaves it open."""
    spec(
        "3-i",
        """
        safe to     | parent or | young        | family  | risk of     | objects to | date of    | due  | applies
        return home | carer     | persons view | contact | significant | going home | birth      |      |
                    | willing   | recorded     | unsafe  | harm        |            |            |      |
        ------------+-----------+--------------+---------+-------------+------------+------------+------+----------
                    |           |              |         |             |            |            | none | not_known
        yes         | yes       | yes          | no      | no          | no         |            | none | yes
        yes         | yes       | yes          | no      | no          |            |            |      | not_known
                    | yes       | yes          | no      | no          | no         |            |      | not_known
        yes         |           | yes          | no      | no          | no         |            |      | not_known
        yes         | yes       |              | no      | no          | no         |            |      | not_known
        yes         | yes       | yes          |         |             | no         |            |      | not_known
        no          | yes       | yes          | no      | no          | no         |            |      | no
        yes         | no        | yes          | no      | no          | no         |            |      | no
        yes         | yes       | no           | no      | no          | no         |            |      | no
        yes         | yes       | yes          | yes     |             | no         |            |      | no
        no          |           |              |         |             |            |            |      | no
        yes         | yes       | yes          | no      | no          | no         | 2010-05-21 |      | no
        yes         | yes       | yes          | no      | no          | no         | 2010-05-20 |      | yes
        yes         | yes       | yes          | no      | no          | no         | 2008-05-20 |      | no
        yes         | yes       | yes          | no      |             | no         |            |      | not_known
        yes         | yes       | yes          | no      | yes         | no         |            |      | no
        yes         | yes       | yes          | no      | no          | yes        |            |      | no
        """,
    )


def test_seven_factors_are_considered(spec):
    """Every young person of 16 or 17, and whoever may be."""
    spec(
        "3-j",
        """
        date of birth | age disputed | on               | due  | applies
        --------------+--------------+------------------+------+--------
                      |              |                  | none | yes
        2010-05-21    |              | 2026-05-20 10:00 |      | no
        2010-05-20    |              | 2026-05-20 10:00 | none | yes
        2008-05-21    |              | 2026-05-20 10:00 |      | yes
        2008-05-20    |              | 2026-05-20 10:00 |      | no
        2008-05-19    | yes          | 2026-05-20 10:00 |      | yes
        """,
    )


def test_consent_to_early_help_is_asked_only_when_everything_allows_it(spec):
    """Nine things must be known. One that is not known leaves it open, one that speaks against it
    ends it."""
    spec(
        "3-k",
        """
        safe   | parent  | young    | objects | needs      | risk of     | family  | needs         | at       | date of    | due  | applies
        to     | or      | persons  | to      | statutory  | significant | contact | accommodation | imminent | birth      |      |
        return | carer   | view     | going   | assessment | harm        | unsafe  |               | risk     |            |      |
        home   | willing | recorded | home    |            |             |         |               |          |            |      |
        -------+---------+----------+---------+------------+-------------+---------+---------------+----------+------------+------+----------
               |         |          |         |            |             |         |               |          |            | none | not_known
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       |            | none | yes
               | yes     | yes      | no      | no         | no          | no      | no            | no       |            |      | not_known
        yes    |         | yes      | no      | no         | no          | no      | no            | no       |            |      | not_known
        yes    | yes     |          |         | no         | no          | no      | no            | no       |            |      | not_known
        yes    | yes     | yes      | no      |            | no          | no      | no            | no       |            |      | not_known
        yes    | yes     | yes      | no      | no         |             | no      | no            | no       |            |      | not_known
        yes    | yes     | yes      | no      | no         | no          |         | no            | no       |            |      | not_known
        yes    | yes     | yes      | no      | no         | no          | no      |               | no       |            |      | not_known
        yes    | yes     | yes      | no      | no         | no          | no      | no            |          |            |      | not_known
        no     | yes     | yes      | no      | no         | no          | no      | no            | no       |            |      | no
        yes    | no      | yes      | no      | no         | no          | no      | no            | no       |            |      | no
        yes    | yes     | no       | no      | no         | no          | no      | no            | no       |            |      | no
        yes    | yes     | yes      | no      | yes        | no          | no      | no            | no       |            |      | no
        yes    | yes     | yes      | no      | no         | yes         | no      | no            | no       |            |      | no
        yes    | yes     | yes      | no      | no         | no          | yes     | no            | no       |            |      | no
        yes    | yes     | yes      | no      | no         | no          | no      | yes           | no       |            |      | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | yes      |            |      | no
        no     |         |          |         |            |             |         |               |          |            |      | no
               |         |          |         | yes        |             |         |               |          |            |      | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | 2010-05-21 |      | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | 2010-05-20 |      | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | 2008-05-21 |      | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | 2008-05-20 |      | no
        yes    | yes     | yes      | yes     | no         | no          | no      | no            | no       |            |      | no
        yes    | yes     | yes      |         | no         | no          | no      | no            | no       |            |      | not_known
        """,
    )


def test_consent_is_asked_for_early_help_and_nowhere_else(spec):
    """A gate: yes means do not ask. It opens only where 3-k is known to apply."""
    spec(
        "a15",
        """
        safe   | parent  | young    | objects | needs      | risk of     | family  | needs         | at       | date of    | applies
        to     | or      | persons  | to      | statutory  | significant | contact | accommodation | imminent | birth      |
        return | carer   | view     | going   | assessment | harm        | unsafe  |               | risk     |            |
        home   | willing | recorded | home    |            |             |         |               |          |            |
        -------+---------+----------+---------+------------+-------------+---------+---------------+----------+------------+--------
               |         |          |         |            |             |         |               |          |            | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       |            | no
               | yes     | yes      | no      | no         | no          | no      | no            | no       |            | yes
        yes    | yes     | yes      | no      |            | no          | no      | no            | no       |            | yes
        yes    | yes     | yes      | no      | no         |             | no      | no            | no       |            | yes
        yes    | yes     | yes      | no      | no         | yes         | no      | no            | no       |            | yes
        yes    | yes     | yes      | no      | no         | no          |         | no            | no       |            | yes
        yes    | yes     | yes      | no      | no         | no          | yes     | no            | no       |            | yes
        yes    | yes     | yes      | no      | no         | no          | no      |               | no       |            | yes
        yes    | yes     | yes      | no      | no         | no          | no      | yes           |          |            | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | yes      |            | yes
        no     |         |          |         |            |             |         | no            | no       |            | yes
               |         |          |         |            |             |         |               |          | 2010-05-20 | yes
               |         |          |         |            |             |         |               |          | 2008-05-21 | yes
               |         |          |         |            |             |         |               |          | 2008-05-20 | no
        yes    | yes     | yes      | yes     | no         | no          | no      | no            | no       |            | yes
        yes    | yes     | yes      |         | no         | no          | no      | no            | no       |            | yes
        """,
    )


def test_early_help_needs_their_own_agreement(spec):
    """A gate: yes means do not refer. It opens only where 3-k is known to apply and they have said
    yes."""
    spec(
        "a14",
        """
        safe   | parent  | young    | objects | needs      | risk of     | family  | needs         | at       | consents | date of    | applies
        to     | or      | persons  | to      | statutory  | significant | contact | accommodation | imminent | to early | birth      |
        return | carer   | view     | going   | assessment | harm        | unsafe  |               | risk     | help     |            |
        home   | willing | recorded | home    |            |             |         |               |          |          |            |
        -------+---------+----------+---------+------------+-------------+---------+---------------+----------+----------+------------+--------
               |         |          |         |            |             |         |               |          |          |            | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      |            | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       |          |            | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       |            | yes
        yes    | yes     |          |         | no         | no          | no      | no            | no       | yes      |            | yes
        yes    | yes     | yes      | no      | no         | no          | no      | yes           | no       | yes      |            | yes
               |         |          |         |            |             |         |               |          | yes      |            | yes
               |         |          |         |            |             |         |               |          |          | 2008-05-21 | yes
               |         |          |         |            |             |         |               |          |          | 2008-05-20 | no
        yes    | yes     | yes      | yes     | no         | no          | no      | no            | no       | yes      |            | yes
        yes    | yes     | yes      |         | no         | no          | no      | no            | no       | yes      |            | yes
        """,
    )


def test_whoever_agrees_is_referred_for_early_help(spec):
    """Before they leave. Neither agreement without 3-k nor 3-k without agreement is enough."""
    spec(
        "a14-refer",
        """
        safe   | parent  | young    | objects | needs      | risk of     | family  | needs         | at       | consents | presented at     | date of    | due              | applies
        to     | or      | persons  | to      | statutory  | significant | contact | accommodation | imminent | to early |                  | birth      |                  |
        return | carer   | view     | going   | assessment | harm        | unsafe  |               | risk     | help     |                  |            |                  |
        home   | willing | recorded | home    |            |             |         |               |          |          |                  |            |                  |
        -------+---------+----------+---------+------------+-------------+---------+---------------+----------+----------+------------------+------------+------------------+----------
               |         |          |         |            |             |         |               |          |          |                  |            |                  | not_known
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      | 2026-08-28 16:59 |            | 2026-08-28 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      | 2026-08-28 17:00 |            | 2026-08-28 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       |          |                  |            |                  | not_known
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       |                  |            |                  | no
        yes    | yes     | yes      | no      |            | no          | no      | no            | no       | yes      |                  |            |                  | not_known
        no     | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      |                  |            |                  | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | yes      | yes      |                  |            |                  | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      |                  | 2010-05-21 |                  | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      |                  | 2010-05-20 |                  | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      |                  | 2008-05-20 |                  | no
        yes    | yes     | yes      | yes     | no         | no          | no      | no            | no       | yes      |                  |            |                  | no
        yes    | yes     | yes      |         | no         | no          | no      | no            | no       | yes      |                  |            |                  | not_known
        """,
    )


def test_a_no_to_early_help_keeps_the_door_open(spec):
    """No referral is made, and a follow-up is offered within five working days of their coming."""
    spec(
        "a15-refused",
        """
        safe   | parent  | young    | objects | needs      | risk of     | family  | needs         | at       | consents | presented at     | date of    | due              | applies
        to     | or      | persons  | to      | statutory  | significant | contact | accommodation | imminent | to early |                  | birth      |                  |
        return | carer   | view     | going   | assessment | harm        | unsafe  |               | risk     | help     |                  |            |                  |
        home   | willing | recorded | home    |            |             |         |               |          |          |                  |            |                  |
        -------+---------+----------+---------+------------+-------------+---------+---------------+----------+----------+------------------+------------+------------------+----------
               |         |          |         |            |             |         |               |          |          |                  |            |                  | not_known
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-05-20 10:00 |            | 2026-05-28 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-05-20 17:01 |            | 2026-05-28 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-08-28 16:59 |            | 2026-09-07 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-08-29 12:00 |            | 2026-09-07 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-08-31 12:00 |            | 2026-09-07 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-12-31 23:59 |            | 2027-01-08 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-03-28 12:00 |            | 2026-04-07 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       | 2026-10-25 00:30 |            | 2026-10-30 23:59 | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       |          |                  |            |                  | not_known
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | yes      |                  |            |                  | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            |          | no       |                  |            |                  | not_known
        yes    | yes     | yes      | no      | no         | no          | yes     | no            | no       | no       |                  |            |                  | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       |                  | 2010-05-21 |                  | no
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       |                  | 2010-05-20 |                  | yes
        yes    | yes     | yes      | no      | no         | no          | no      | no            | no       | no       |                  | 2008-05-20 |                  | no
        yes    | yes     | yes      | yes     | no         | no          | no      | no            | no       | no       |                  |            |                  | no
        yes    | yes     | yes      |         | no         | no          | no      | no            | no       | no       |                  |            |                  | not_known
        """,
    )


def test_whoever_is_homeless_or_soon_will_be_is_referred_without_consent(spec):
    """Either is enough, and nowhere safe to sleep tonight is need as well. An unanswered question
    never counts as no."""
    spec(
        "3-l",
        """
        needs         | needs bed | at       | date of    | age      | on               | due              | applies
        accommodation | tonight   | imminent | birth      | disputed |                  |                  |
                      |           | risk     |            |          |                  |                  |
        --------------+-----------+----------+------------+----------+------------------+------------------+----------
                      |           |          |            |          |                  |                  | not_known
        yes           |           |          |            |          | 2026-05-20 16:59 | 2026-05-20 23:59 | yes
                      |           | yes      |            |          | 2026-05-20 17:00 | 2026-05-20 23:59 | yes
                      | yes       |          |            |          | 2026-05-20 17:01 | 2026-05-20 23:59 | yes
                      | yes       | no       |            |          |                  |                  | yes
                      | no        |          |            |          |                  |                  | not_known
                      | no        | no       |            |          |                  |                  | not_known
        yes           | no        | no       |            |          | 2026-08-31 00:00 | 2026-08-31 23:59 | yes
        no            |           | yes      |            |          | 2026-12-31 23:59 | 2026-12-31 23:59 | yes
        yes           | yes       | yes      |            |          | 2026-03-29 00:30 | 2026-03-29 23:59 | yes
        no            | no        | no       |            |          |                  |                  | no
        no            |           | no       |            |          |                  |                  | no
        no            | no        |          |            |          |                  |                  | not_known
                      |           | no       |            |          |                  |                  | not_known
        yes           |           |          | 2010-05-21 |          | 2026-05-20 10:00 |                  | no
        yes           |           |          | 2010-05-20 |          | 2026-05-20 10:00 |                  | yes
        yes           |           |          | 2010-05-19 |          | 2026-05-20 10:00 |                  | yes
        yes           |           |          | 2008-05-21 |          | 2026-05-20 10:00 |                  | yes
        yes           |           |          | 2008-05-20 |          | 2026-05-20 10:00 |                  | no
        yes           |           |          | 2008-05-19 |          | 2026-05-20 10:00 |                  | no
        yes           |           |          | 2008-05-19 | yes      | 2026-05-20 10:00 |                  | yes
        yes           |           |          | 2008-02-29 |          | 2024-02-28 10:00 |                  | no
        yes           |           |          | 2008-02-29 |          | 2024-02-29 10:00 |                  | yes
        yes           |           |          | 2008-02-29 |          | 2026-02-28 10:00 |                  | yes
        yes           |           |          | 2008-02-29 |          | 2026-03-01 10:00 |                  | no
        """,
    )


def test_whoever_decides_in_doubt_refers(spec):
    """Only while 3-l cannot be told, and only when something is being decided. The facts stay not
    known."""
    spec(
        "a12",
        """
        needs         | at       | at point | date of    | presented at     | due              | applies
        accommodation | imminent | of       | birth      |                  |                  |
                      | risk     | decision |            |                  |                  |
        --------------+----------+----------+------------+------------------+------------------+--------
                      |          |          |            |                  |                  | no
                      |          | yes      |            | 2026-08-28 16:59 | 2026-08-28 23:59 | yes
                      |          | yes      |            | 2026-08-28 17:00 | 2026-08-28 23:59 | yes
        no            |          | yes      |            |                  |                  | yes
                      | no       | yes      |            |                  |                  | yes
        no            | no       | yes      |            |                  |                  | no
        yes           |          | yes      |            |                  |                  | no
                      | yes      | yes      |            |                  |                  | no
                      |          | no       |            |                  |                  | no
        no            |          |          |            |                  |                  | no
                      |          | yes      | 2010-05-21 |                  |                  | no
                      |          | yes      | 2010-05-20 |                  |                  | yes
                      |          | yes      | 2008-05-20 |                  |                  | no
        """,
    )


def test_they_are_told_what_is_shared(spec):
    """Wherever they are referred without being asked."""
    spec(
        "a15-tell",
        """
        needs         | at       | at point | safe   | parent  | young    | objects | needs      | risk of     | family  | presented at     | date of    | due              | applies
        accommodation | imminent | of       | to     | or      | persons  | to      | statutory  | significant | contact |                  | birth      |                  |
                      | risk     | decision | return | carer   | view     | going   | assessment | harm        | unsafe  |                  |            |                  |
                      |          |          | home   | willing | recorded | home    |            |             |         |                  |            |                  |
        --------------+----------+----------+--------+---------+----------+---------+------------+-------------+---------+------------------+------------+------------------+----------
                      |          |          |        |         |          |         |            |             |         |                  |            |                  | not_known
        yes           |          |          |        |         |          |         |            |             |         | 2026-08-28 16:59 |            | 2026-08-28 23:59 | yes
        no            | yes      |          |        |         |          |         |            |             |         | 2026-08-28 17:00 |            | 2026-08-28 23:59 | yes
                      |          | yes      |        |         |          |         |            |             |         |                  |            |                  | yes
                      | no       | yes      |        |         |          |         |            |             |         |                  |            |                  | yes
        no            | no       |          | no     |         |          |         |            |             |         |                  |            |                  | yes
        no            | no       |          | yes    | yes     | yes      | no      | yes        | no          | no      |                  |            |                  | yes
        no            | no       |          | yes    | yes     | yes      | no      | no         | no          | no      |                  |            |                  | no
        no            | no       |          |        |         |          |         |            |             |         |                  |            |                  | not_known
        no            |          |          |        |         |          |         |            |             |         |                  |            |                  | not_known
        yes           |          |          |        |         |          |         |            |             |         |                  | 2010-05-21 |                  | no
        yes           |          |          |        |         |          |         |            |             |         |                  | 2010-05-20 |                  | yes
        yes           |          |          |        |         |          |         |            |             |         |                  | 2008-05-20 |                  | no
        no            | no       |          | yes    | yes     | yes      | yes     | no         | no          | no      |                  |            |                  | yes
        no            | no       |          | yes    | yes     | yes      |         | no         | no          | no      |                  |            |                  | not_known
        """,
    )


def test_where_neither_way_fits_the_protocol_is_silent(spec):
    """Both 3-l and 3-k are known not to apply. While either is open, nobody can say that the
    protocol is silent."""
    spec(
        "gap-3",
        """
        needs         | at       | safe   | parent  | young    | objects | needs      | risk of     | family  | date of    | due              | applies
        accommodation | imminent | to     | or      | persons  | to      | statutory  | significant | contact | birth      |                  |
                      | risk     | return | carer   | view     | going   | assessment | harm        | unsafe  |            |                  |
                      |          | home   | willing | recorded | home    |            |             |         |            |                  |
        --------------+----------+--------+---------+----------+---------+------------+-------------+---------+------------+------------------+----------
                      |          |        |         |          |         |            |             |         |            |                  | not_known
        no            | no       | no     |         |          |         |            |             |         |            | 2026-05-20 23:59 | yes
        no            | no       |        | no      |          |         |            |             |         |            |                  | yes
        no            | no       |        |         | no       | no      |            |             |         |            |                  | yes
        no            | no       | yes    | yes     | yes      | no      | yes        | no          | no      |            |                  | yes
        no            | no       | yes    | yes     | yes      | no      | no         | yes         | no      |            |                  | yes
        no            | no       | yes    | yes     | yes      | no      | no         | no          | yes     |            |                  | yes
        no            | no       | yes    | yes     | yes      | no      | no         | no          | no      |            |                  | no
        no            | no       |        |         |          |         |            |             |         |            |                  | not_known
        no            | no       | yes    | yes     | yes      | no      | no         | no          |         |            |                  | not_known
                      | no       | no     |         |          |         |            |             |         |            |                  | not_known
        no            |          | no     |         |          |         |            |             |         |            |                  | not_known
        yes           | no       | no     |         |          |         |            |             |         |            |                  | no
        no            | yes      | no     |         |          |         |            |             |         |            |                  | no
        no            | no       | no     |         |          |         |            |             |         | 2010-05-21 |                  | no
        no            | no       | no     |         |          |         |            |             |         | 2010-05-20 |                  | yes
        no            | no       | no     |         |          |         |            |             |         | 2008-05-20 |                  | no
        no            | no       | yes    | yes     | yes      | yes     | no         | no          | no      |            |                  | yes
        no            | no       | yes    | yes     | yes      |         | no         | no          | no      |            |                  | not_known
        """,
    )


def test_nobody_is_closed_for_leaving(spec):
    """At any hour, and for every child."""
    spec(
        "a47",
        """
        left or | date of birth | age disputed | on               | due              | applies
        missing |               |              |                  |                  |
        --------+---------------+--------------+------------------+------------------+----------
                |               |              |                  |                  | not_known
        yes     |               |              | 2026-08-31 03:00 | 2026-08-31 03:00 | yes
        yes     |               |              | 2026-05-20 17:00 | 2026-05-20 17:00 | yes
        no      |               |              |                  |                  | no
        yes     | 2012-05-20    |              |                  |                  | yes
        yes     | 2008-05-21    |              | 2026-05-20 10:00 |                  | yes
        yes     | 2008-05-20    |              | 2026-05-20 10:00 |                  | no
        yes     | 2008-05-19    | yes          | 2026-05-20 10:00 |                  | yes
        """,
    )


def test_a_birthday_alone_ends_no_bed(spec):
    """The day before, the day and the day after the eighteenth birthday. Somebody placed weeks ago
    may have a bed that nobody confirmed for tonight, so a blank keeps the gate shut."""
    spec(
        "a47-birthday",
        """
        bed confirmed | date of birth | age disputed | on               | applies
        --------------+---------------+--------------+------------------+--------
                      |               |              |                  | no
        yes           | 2008-05-20    |              | 2026-05-19 23:59 | no
        yes           | 2008-05-20    |              | 2026-05-20 00:00 | yes
        yes           | 2008-05-20    |              | 2026-05-21 00:00 | yes
        yes           |               |              | 2026-05-20 00:00 | no
        yes           | 2008-05-20    | yes          | 2026-05-20 00:00 | no
                      | 2008-05-20    |              | 2026-05-20 00:00 | yes
        no            | 2008-05-20    |              | 2026-05-20 00:00 | no
        """,
    )
