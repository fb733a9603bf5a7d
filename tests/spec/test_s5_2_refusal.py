def test_they_are_told_of_their_rights(spec):
    """Once it is decided that they are in need and need accommodation, in writing and explained.
    Also while a “not in need” does not stand."""
    spec(
        "5.2-d",
        """
        in need | needs         | assessed as           | not in need     | not in need    | date of birth | on               | due  | applies
                | accommodation | needing accommodation | reasons written | manager agrees |               |                  |      |
        --------+---------------+-----------------------+-----------------+----------------+---------------+------------------+------+----------
                |               |                       |                 |                |               |                  | none | no
        yes     | yes           |                       |                 |                |               |                  | none | yes
        yes     | no            | yes                   |                 |                |               |                  |      | yes
        yes     | yes           | no                    |                 |                |               |                  |      | no
        yes     |               |                       |                 |                |               |                  |      | not_known
        no      | yes           |                       |                 |                |               |                  |      | yes
        no      | yes           |                       | yes             | yes            |               |                  |      | no
                | yes           | yes                   |                 |                |               |                  |      | no
        yes     | yes           |                       |                 |                | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_they_are_supported_to_reach_an_advocate(spec):
    """At the same moment, and independent."""
    spec(
        "5.2-e",
        """
        in need | needs         | assessed as           | date of birth | on               | due  | applies
                | accommodation | needing accommodation |               |                  |      |
        --------+---------------+-----------------------+---------------+------------------+------+----------
                |               |                       |               |                  | none | no
        yes     | yes           |                       |               |                  | none | yes
        yes     | no            | yes                   |               |                  |      | yes
        yes     | no            | no                    |               |                  |      | no
        yes     |               |                       |               |                  |      | not_known
        yes     | yes           |                       | 2010-05-21    | 2026-05-20 10:00 |      | no
        yes     | yes           |                       | 2008-05-20    | 2026-05-20 10:00 |      | no
        no      |               | yes                   |               |                  |      | not_known
        """,
    )


def test_section_20_is_offered_and_kept_on_offer(spec):
    """As soon as it is owed, and as long as they have neither accepted it nor refused it in a way
    that can be accepted. A care leaver whom the leaving-care team houses is not put through it."""
    spec(
        "law-s20-offer",
        """
        in the | needs         | accommodation   | s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | detained at 16       | on     | legal | date of birth | on               | due  | applies
        area   | accommodation | cause           |            | recorded      | refusal         | refusing means | before refusal   | to refuse | after thirteen weeks | remand | basis |               |                  |      |
        -------+---------------+-----------------+------------+---------------+-----------------+----------------+------------------+-----------+----------------------+--------+-------+---------------+------------------+------+----------
               |               |                 |            |               |                 |                |                  |           |                      |        |       |               |                  | none | not_known
        yes    | yes           | carer_prevented |            |               |                 |                |                  |           |                      |        |       |               |                  | none | yes
        yes    | yes           | carer_prevented | undecided  |               |                 |                |                  |           |                      |        |       |               |                  |      | yes
        yes    | yes           | carer_prevented | refuses    |               |                 |                |                  |           |                      |        |       |               |                  |      | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | in_doubt  |                      |        |       |               |                  |      | yes
        yes    | yes           | carer_prevented | refuses    | yes           | yes             | yes            | yes              | has       |                      |        |       |               |                  |      | no
        yes    | yes           | carer_prevented | accepts    |               |                 |                |                  |           |                      |        |       |               |                  |      | no
        no     | yes           | carer_prevented |            |               |                 |                |                  |           |                      |        |       |               |                  |      | no
        yes    | yes           | carer_prevented | undecided  |               |                 |                |                  |           | yes                  | no     | s23b  |               |                  |      | no
        yes    | yes           | carer_prevented | undecided  |               |                 |                |                  |           | yes                  |        | s23b  |               |                  |      | yes
        yes    | yes           | carer_prevented |            |               |                 |                |                  |           |                      |        |       | 2008-05-20    | 2026-05-20 10:00 |      | no
        yes    | yes           | carer_prevented |            |               |                 |                |                  |           |                      |        |       | 2010-05-21    | 2026-05-20 10:00 |      | yes
        """,
    )


def test_what_they_say_is_recorded_at_once(spec):
    """Whatever it is, whenever they say it, in their words: counted from the moment they say it."""
    spec(
        "a24",
        """
        s20 answer | refusal words recorded | s20 answered at  | date of birth | on               | due              | applies
        -----------+------------------------+------------------+---------------+------------------+------------------+--------
                   |                        |                  |               |                  | none             | no
        refuses    |                        | 2026-05-20 16:59 |               | 2026-05-20 17:00 | 2026-05-20 16:59 | yes
        accepts    |                        | 2026-08-29 03:00 |               | 2026-08-29 03:00 | 2026-08-29 03:00 | yes
        undecided  | no                     |                  |               |                  | none             | yes
        refuses    | yes                    |                  |               |                  |                  | no
                   | no                     |                  |               |                  |                  | no
        refuses    |                        |                  | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_a_refusal_is_informed_only_when_it_is_whole(spec):
    """Their words, written information explained before it, what it means, an independent advocate
    offered before it, and capacity. One that is missing is enough to wait."""
    spec(
        "informed_refusal",
        """
        s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | date of birth | on               | informed refusal
                   | recorded      | refusal         | refusing means | before refusal   | to refuse |               |                  |
        -----------+---------------+-----------------+----------------+------------------+-----------+---------------+------------------+-----------------
                   |               |                 |                |                  |           |               |                  | not_known
        refuses    | yes           | yes             | yes            | yes              | has       |               |                  | yes
        refuses    | no            | yes             | yes            | yes              | has       |               |                  | no
        refuses    | yes           | no              | yes            | yes              | has       |               |                  | no
        refuses    | yes           | yes             | no             | yes              | has       |               |                  | no
        refuses    | yes           | yes             | yes            | no               | has       |               |                  | no
        refuses    | yes           | yes             | yes            | yes              | lacks     |               |                  | no
        refuses    | yes           | yes             | yes            | yes              | in_doubt  |               |                  | no
        refuses    |               | yes             | yes            | yes              | has       |               |                  | not_known
        refuses    | yes           |                 | yes            | yes              | has       |               |                  | not_known
        refuses    | yes           | yes             |                | yes              | has       |               |                  | not_known
        refuses    | yes           | yes             | yes            |                  | has       |               |                  | not_known
        refuses    | yes           | yes             | yes            | yes              |           |               |                  | not_known
        undecided  | yes           | yes             | yes            | yes              | has       |               |                  | no
        accepts    | yes           | yes             | yes            | yes              | has       |               |                  | no
                   | yes           | yes             | yes            | yes              | has       |               |                  | not_known
        refuses    | yes           | yes             | yes            | yes              | has       | 2010-05-21    | 2026-05-20 10:00 | no
        refuses    | yes           | yes             | yes            | yes              | has       | 2010-05-20    | 2026-05-20 00:00 | yes
        refuses    | yes           | yes             | yes            | yes              | has       | 2010-05-20    | 2026-05-19 23:59 | no
        refuses    | yes           | yes             | yes            | yes              | has       | 2010-05-19    | 2026-05-20 10:00 | yes
        """,
    )


def test_no_refusal_is_accepted_before_it_is_informed(spec):
    """A gate: yes means not accepted. The records tell it: information and advocate the day before,
    in the same minute and the day after; taken back; asked again."""
    spec(
        "5.2-y",
        """
        s20 offer                                                                                                          | information given                                                                               | advocate offer                                       | capacity                       | date of birth | on               | applies
        -------------------------------------------------------------------------------------------------------------------+-------------------------------------------------------------------------------------------------+------------------------------------------------------+--------------------------------+---------------+------------------+--------
                                                                                                                           |                                                                                                 |                                                      |                                |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes                                                            | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | no
        at 2026-05-19 10:00, answer refuses                                                                                | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes                                                            | at 2026-05-19 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes                                                            | at 2026-05-20 09:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes                                                            | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-19 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes                                                            | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-20 09:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes                                                            | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent no, time given yes  | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes                                                            | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-18 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes; at 2026-05-19 15:00, answer undecided, words recorded yes | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-19 10:00, answer refuses, words recorded yes; at 2026-05-20 09:00, words recorded no                    | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
        at 2026-05-17 10:00, answer refuses, words recorded yes; at 2026-05-19 10:00, answer refuses, words recorded yes   | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 12:00, found has |               |                  | no
        answer refuses, words recorded yes                                                                                 | at 2026-05-18 10:00, written yes, explained yes, in their language yes, what refusing means yes | at 2026-05-18 10:00, independent yes, time given yes | at 2026-05-19 10:00, found has |               |                  | yes
                                                                                                                           |                                                                                                 |                                                      |                                | 2008-05-20    | 2026-05-20 10:00 | no
                                                                                                                           |                                                                                                 |                                                      |                                | 2010-05-21    | 2026-05-20 10:00 | yes
        """,
    )


def test_an_uninformed_no_is_made_good(spec):
    """What was missing is given, and then they are asked again: the earlier no does not become an
    informed one by itself."""
    spec(
        "a24-again",
        """
        s20 answer | refusal words | informed before | told what      | advocate offered | capacity  | date of birth | on               | due  | applies
                   | recorded      | refusal         | refusing means | before refusal   | to refuse |               |                  |      |
        -----------+---------------+-----------------+----------------+------------------+-----------+---------------+------------------+------+----------
                   |               |                 |                |                  |           |               |                  | none | not_known
        refuses    |               |                 |                |                  |           |               |                  | none | yes
        refuses    | yes           | yes             | yes            | no               | has       |               |                  |      | yes
        refuses    | yes           | yes             | yes            | yes              | in_doubt  |               |                  |      | yes
        refuses    | yes           | yes             | yes            | yes              | has       |               |                  |      | no
        accepts    |               |                 |                |                  |           |               |                  |      | no
        undecided  |               |                 |                |                  |           |               |                  |      | no
        refuses    |               |                 |                |                  |           | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_they_are_asked_again_after_14_days(spec):
    """Calendar days from what they last said: the day before, the day and the day after; over a
    weekend and over a clock change. Also while they are undecided."""
    spec(
        "a26",
        """
        s20 answer | s20 offer                                                                | s20 answered at  | date of birth | on               | due              | applies
        -----------+--------------------------------------------------------------------------+------------------+---------------+------------------+------------------+----------
                   |                                                                          |                  |               |                  | none             | not_known
        refuses    |                                                                          | 2026-05-20 10:00 |               | 2026-06-02 10:00 | 2026-06-03 23:59 | yes
        refuses    |                                                                          | 2026-05-20 10:00 |               | 2026-06-03 10:00 | 2026-06-03 23:59 | yes
        refuses    |                                                                          | 2026-05-20 10:00 |               | 2026-06-04 10:00 | 2026-06-03 23:59 | yes
        undecided  |                                                                          | 2026-10-17 23:30 |               | 2026-10-20 10:00 | 2026-10-31 23:59 | yes
                   | at 2026-05-01 10:00, answer refuses; at 2026-05-15 10:00, answer refuses |                  |               | 2026-05-20 10:00 | 2026-05-29 23:59 | yes
        refuses    |                                                                          |                  |               |                  | none             | yes
        accepts    |                                                                          |                  |               |                  |                  | no
        refuses    |                                                                          |                  | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_they_are_asked_again_at_every_change(spec):
    """Whatever changed."""
    spec(
        "a26-change",
        """
        s20 answer | circumstances changed since answer | date of birth | on               | due  | applies
        -----------+------------------------------------+---------------+------------------+------+----------
                   |                                    |               |                  | none | not_known
        refuses    | yes                                |               |                  | none | yes
        undecided  | yes                                |               |                  |      | yes
        refuses    |                                    |               |                  |      | not_known
        refuses    | no                                 |               |                  |      | no
        accepts    | yes                                |               |                  |      | no
        refuses    | yes                                | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_doubt_about_capacity_stops_everything_else(spec):
    """The protocol has no branch for it. A manager decides that day, counted from when they said
    no; at midnight the day is over."""
    spec(
        "gap-5.2-a23",
        """
        s20 answer | capacity to refuse | s20 answered at  | date of birth | on               | due              | applies
        -----------+--------------------+------------------+---------------+------------------+------------------+----------
                   |                    |                  |               |                  | none             | not_known
        refuses    | lacks              | 2026-05-20 23:50 |               | 2026-05-20 23:55 | 2026-05-20 23:59 | yes
        refuses    | in_doubt           | 2026-05-21 00:00 |               | 2026-05-21 00:05 | 2026-05-21 23:59 | yes
        refuses    | in_doubt           | 2026-05-20 10:00 |               | 2026-05-22 10:00 | 2026-05-20 23:59 | yes
        refuses    | in_doubt           |                  |               |                  | none             | yes
        refuses    | has                |                  |               |                  |                  | no
        refuses    |                    |                  |               |                  |                  | not_known
        accepts    | in_doubt           |                  |               |                  |                  | no
        undecided  | lacks              |                  |               |                  |                  | no
        refuses    | lacks              |                  | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_the_parents_position_is_recorded_then(spec):
    """As far as it is known. It is no reason to contact anybody."""
    spec(
        "a23-parents",
        """
        s20 answer | capacity to refuse | date of birth | on               | due  | applies
        -----------+--------------------+---------------+------------------+------+----------
                   |                    |               |                  | none | not_known
        refuses    | lacks              |               |                  | none | yes
        refuses    | in_doubt           |               |                  |      | yes
        refuses    | has                |               |                  |      | no
        accepts    | lacks              |               |                  |      | no
        refuses    | lacks              | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_nobody_is_deprived_of_liberty(spec):
    """A gate that never opens for a child."""
    spec(
        "a23-liberty",
        """
        s20 answer | capacity to refuse | date of birth | age disputed | on               | applies
        -----------+--------------------+---------------+--------------+------------------+--------
                   |                    |               |              |                  | yes
        refuses    | lacks              |               |              |                  | yes
                   |                    | 2012-05-20    |              | 2026-05-20 10:00 | yes
                   |                    | 2008-05-21    |              | 2026-05-20 10:00 | yes
                   |                    | 2008-05-20    |              | 2026-05-20 10:00 | no
                   |                    | 2008-05-20    | yes          | 2026-05-20 10:00 | yes
        """,
    )
