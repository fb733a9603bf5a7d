"""Levels of need: what each indicator suggests by itself, and needs that add up."""


def test_education_at_level_2(spec):
    """Education: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_education",
        """
        ticked | denied                         | need 2 education
        -------+--------------------------------+-----------------
        EDU-2a |                                | yes
        EDU-2b |                                | yes
        EDU-2c |                                | yes
        EDU-2d |                                | yes
               |                                | not_known
               | EDU-2b, EDU-2c, EDU-2d         | not_known
               | EDU-2a, EDU-2c, EDU-2d         | not_known
               | EDU-2a, EDU-2b, EDU-2d         | not_known
               | EDU-2a, EDU-2b, EDU-2c         | not_known
               | EDU-2a, EDU-2b, EDU-2c, EDU-2d | no
        """,
    )


def test_health_at_level_2(spec):
    """Health: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_health",
        """
        ticked | denied         | need 2 health
        -------+----------------+--------------
        HEA-2a |                | yes
        HEA-2b |                | yes
               |                | not_known
               | HEA-2b         | not_known
               | HEA-2a         | not_known
               | HEA-2a, HEA-2b | no
        """,
    )


def test_self_care_at_level_2(spec):
    """Looking after themselves: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_self_care",
        """
        ticked | denied | need 2 self care
        -------+--------+-----------------
        SC-2   |        | yes
               |        | not_known
               | SC-2   | no
        """,
    )


def test_disability_at_level_2(spec):
    """Disability: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_disability",
        """
        ticked | denied | need 2 disability
        -------+--------+------------------
        DIS-2  |        | yes
               |        | not_known
               | DIS-2  | no
        """,
    )


def test_emotional_at_level_2(spec):
    """Feelings and mental health: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_emotional",
        """
        ticked | denied      | need 2 emotional
        -------+-------------+-----------------
        MH-2   |             | yes
        MH-2b  |             | yes
               |             | not_known
               | MH-2b       | not_known
               | MH-2        | not_known
               | MH-2, MH-2b | no
        """,
    )


def test_behaviour_at_level_2(spec):
    """Behaviour: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_behaviour",
        """
        ticked | denied         | need 2 behaviour
        -------+----------------+-----------------
        BEH-2a |                | yes
        BEH-2b |                | yes
               |                | not_known
               | BEH-2b         | not_known
               | BEH-2a         | not_known
               | BEH-2a, BEH-2b | no
        """,
    )


def test_identity_at_level_2(spec):
    """Identity: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_identity",
        """
        ticked | denied | need 2 identity
        -------+--------+----------------
        IDN-2  |        | yes
               |        | not_known
               | IDN-2  | no
        """,
    )


def test_basic_care_at_level_2(spec):
    """Basic care: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_basic_care",
        """
        ticked | denied         | need 2 basic care
        -------+----------------+------------------
        PAR-2a |                | yes
        PAR-2b |                | yes
               |                | not_known
               | PAR-2b         | not_known
               | PAR-2a         | not_known
               | PAR-2a, PAR-2b | no
        """,
    )


def test_functioning_at_level_2(spec):
    """How the family gets on: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_functioning",
        """
        ticked | denied         | need 2 functioning
        -------+----------------+-------------------
        FAM-2a |                | yes
        FAM-2b |                | yes
               |                | not_known
               | FAM-2b         | not_known
               | FAM-2a         | not_known
               | FAM-2a, FAM-2b | no
        """,
    )


def test_domestic_abuse_at_level_2(spec):
    """Domestic abuse: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_domestic_abuse",
        """
        ticked | denied | need 2 domestic abuse
        -------+--------+----------------------
        DA-2   |        | yes
               |        | not_known
               | DA-2   | no
        """,
    )


def test_housing_at_level_2(spec):
    """Housing: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_housing",
        """
        ticked | denied | need 2 housing
        -------+--------+---------------
        HOU-2  |        | yes
               |        | not_known
               | HOU-2  | no
        """,
    )


def test_homeless_16_17_at_level_2(spec):
    """Thinking of leaving home at 16 or 17: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_homeless_16_17",
        """
        ticked | denied | need 2 homeless 16 17
        -------+--------+----------------------
        HOM-2  |        | yes
               |        | not_known
               | HOM-2  | no
        """,
    )


def test_young_carer_at_level_2(spec):
    """Young carers: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_young_carer",
        """
        ticked | denied | need 2 young carer
        -------+--------+-------------------
        YC-2   |        | yes
               |        | not_known
               | YC-2   | no
        """,
    )


def test_gangs_at_level_2(spec):
    """Gangs: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_gangs",
        """
        ticked | denied | need 2 gangs
        -------+--------+-------------
        GNG-2  |        | yes
               |        | not_known
               | GNG-2  | no
        """,
    )


def test_sexual_exploitation_at_level_2(spec):
    """Sexual exploitation: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_sexual_exploitation",
        """
        ticked | denied | need 2 sexual exploitation
        -------+--------+---------------------------
        CSE-2  |        | yes
               |        | not_known
               | CSE-2  | no
        """,
    )


def test_missing_at_level_2(spec):
    """Going missing: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_missing",
        """
        ticked | denied | need 2 missing
        -------+--------+---------------
        MIS-2  |        | yes
               |        | not_known
               | MIS-2  | no
        """,
    )


def test_radicalisation_at_level_2(spec):
    """Extremism: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_radicalisation",
        """
        ticked | denied | need 2 radicalisation
        -------+--------+----------------------
        RAD-2  |        | yes
               |        | not_known
               | RAD-2  | no
        """,
    )


def test_online_at_level_2(spec):
    """Online: one is enough. Not ticked is not known, never no."""
    spec(
        "need_2_online",
        """
        ticked | denied | need 2 online
        -------+--------+--------------
        ONL-2  |        | yes
               |        | not_known
               | ONL-2  | no
        """,
    )


def test_learning_and_health_at_level_2(spec):
    """Need in any part of learning and health is need there."""
    spec(
        "need_2_in_learning_and_health",
        """
        ticked | denied                                                      | need 2 in learning and health
        -------+-------------------------------------------------------------+------------------------------
        EDU-2a |                                                             | yes
        HEA-2a |                                                             | yes
        SC-2   |                                                             | yes
        DIS-2  |                                                             | yes
               |                                                             | not_known
               | EDU-2b, EDU-2c, EDU-2d, HEA-2a, HEA-2b, SC-2, DIS-2         | not_known
               | EDU-2a, EDU-2b, EDU-2c, EDU-2d, HEA-2a, HEA-2b, SC-2, DIS-2 | no
        """,
    )


def test_feelings_and_behaviour_at_level_2(spec):
    """Need in any part of feelings and behaviour is need there."""
    spec(
        "need_2_in_feelings_and_behaviour",
        """
        ticked | denied                             | need 2 in feelings and behaviour
        -------+------------------------------------+---------------------------------
        MH-2   |                                    | yes
        BEH-2a |                                    | yes
        IDN-2  |                                    | yes
               |                                    | not_known
               | MH-2b, BEH-2a, BEH-2b, IDN-2       | not_known
               | MH-2, MH-2b, BEH-2a, BEH-2b, IDN-2 | no
        """,
    )


def test_care_and_home_at_level_2(spec):
    """Need in any part of care and home is need there."""
    spec(
        "need_2_in_care_and_home",
        """
        ticked | denied                                                   | need 2 in care and home
        -------+----------------------------------------------------------+------------------------
        PAR-2a |                                                          | yes
        FAM-2a |                                                          | yes
        DA-2   |                                                          | yes
        HOU-2  |                                                          | yes
        HOM-2  |                                                          | yes
        YC-2   |                                                          | yes
               |                                                          | not_known
               | PAR-2b, FAM-2a, FAM-2b, DA-2, HOU-2, HOM-2, YC-2         | not_known
               | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, HOU-2, HOM-2, YC-2 | no
        """,
    )


def test_outside_home_at_level_2(spec):
    """Need in any part of life outside the home is need there."""
    spec(
        "need_2_in_outside_home",
        """
        ticked | denied                            | need 2 in outside home
        -------+-----------------------------------+-----------------------
        GNG-2  |                                   | yes
        CSE-2  |                                   | yes
        MIS-2  |                                   | yes
        RAD-2  |                                   | yes
        ONL-2  |                                   | yes
               |                                   | not_known
               | CSE-2, MIS-2, RAD-2, ONL-2        | not_known
               | GNG-2, CSE-2, MIS-2, RAD-2, ONL-2 | no
        """,
    )


def test_several_needs_in_learning_and_health(spec):
    """Two parts of learning and health are several needs; two things in one part are not."""
    spec(
        "several_in_learning_and_health",
        """
        ticked                         | denied                                                      | several in learning and health
        -------------------------------+-------------------------------------------------------------+-------------------------------
        EDU-2a, HEA-2a                 |                                                             | yes
        EDU-2a, SC-2                   |                                                             | yes
        EDU-2a, DIS-2                  |                                                             | yes
        HEA-2a, SC-2                   |                                                             | yes
        HEA-2a, DIS-2                  |                                                             | yes
        SC-2, DIS-2                    |                                                             | yes
        EDU-2a                         |                                                             | not_known
        EDU-2a                         | HEA-2a, HEA-2b, SC-2, DIS-2                                 | no
        HEA-2a                         |                                                             | not_known
        HEA-2a                         | EDU-2a, EDU-2b, EDU-2c, EDU-2d, SC-2, DIS-2                 | no
        SC-2                           |                                                             | not_known
        SC-2                           | EDU-2a, EDU-2b, EDU-2c, EDU-2d, HEA-2a, HEA-2b, DIS-2       | no
        DIS-2                          |                                                             | not_known
        DIS-2                          | EDU-2a, EDU-2b, EDU-2c, EDU-2d, HEA-2a, HEA-2b, SC-2        | no
        EDU-2a, EDU-2b, EDU-2c, EDU-2d | HEA-2a, HEA-2b, SC-2, DIS-2                                 | no
        HEA-2a, HEA-2b                 | EDU-2a, EDU-2b, EDU-2c, EDU-2d, SC-2, DIS-2                 | no
                                       |                                                             | not_known
                                       | EDU-2a, EDU-2b, EDU-2c, EDU-2d, HEA-2a, HEA-2b, SC-2, DIS-2 | no
                                       | SC-2, DIS-2                                                 | not_known
                                       | HEA-2a, HEA-2b, DIS-2                                       | not_known
                                       | HEA-2a, HEA-2b, SC-2                                        | not_known
                                       | EDU-2a, EDU-2b, EDU-2c, EDU-2d, DIS-2                       | not_known
                                       | EDU-2a, EDU-2b, EDU-2c, EDU-2d, SC-2                        | not_known
                                       | EDU-2a, EDU-2b, EDU-2c, EDU-2d, HEA-2a, HEA-2b              | not_known
        """,
    )


def test_several_needs_in_feelings_and_behaviour(spec):
    """Two parts of feelings and behaviour are several needs; two things in one part are not."""
    spec(
        "several_in_feelings_and_behaviour",
        """
        ticked         | denied                             | several in feelings and behaviour
        ---------------+------------------------------------+----------------------------------
        MH-2, BEH-2a   |                                    | yes
        MH-2, IDN-2    |                                    | yes
        BEH-2a, IDN-2  |                                    | yes
        MH-2           |                                    | not_known
        MH-2           | BEH-2a, BEH-2b, IDN-2              | no
        BEH-2a         |                                    | not_known
        BEH-2a         | MH-2, MH-2b, IDN-2                 | no
        IDN-2          |                                    | not_known
        IDN-2          | MH-2, MH-2b, BEH-2a, BEH-2b        | no
        MH-2, MH-2b    | BEH-2a, BEH-2b, IDN-2              | no
        BEH-2a, BEH-2b | MH-2, MH-2b, IDN-2                 | no
                       |                                    | not_known
                       | MH-2, MH-2b, BEH-2a, BEH-2b, IDN-2 | no
                       | IDN-2                              | not_known
                       | BEH-2a, BEH-2b                     | not_known
                       | MH-2, MH-2b                        | not_known
        """,
    )


def test_several_needs_in_care_and_home(spec):
    """Two parts of care and home are several needs; two things in one part are not."""
    spec(
        "several_in_care_and_home",
        """
        ticked         | denied                                                   | several in care and home
        ---------------+----------------------------------------------------------+-------------------------
        PAR-2a, FAM-2a |                                                          | yes
        PAR-2a, DA-2   |                                                          | yes
        PAR-2a, HOU-2  |                                                          | yes
        PAR-2a, HOM-2  |                                                          | yes
        PAR-2a, YC-2   |                                                          | yes
        FAM-2a, DA-2   |                                                          | yes
        FAM-2a, HOU-2  |                                                          | yes
        FAM-2a, HOM-2  |                                                          | yes
        FAM-2a, YC-2   |                                                          | yes
        DA-2, HOU-2    |                                                          | yes
        DA-2, HOM-2    |                                                          | yes
        DA-2, YC-2     |                                                          | yes
        HOU-2, HOM-2   |                                                          | yes
        HOU-2, YC-2    |                                                          | yes
        HOM-2, YC-2    |                                                          | yes
        PAR-2a         |                                                          | not_known
        PAR-2a         | FAM-2a, FAM-2b, DA-2, HOU-2, HOM-2, YC-2                 | no
        FAM-2a         |                                                          | not_known
        FAM-2a         | PAR-2a, PAR-2b, DA-2, HOU-2, HOM-2, YC-2                 | no
        DA-2           |                                                          | not_known
        DA-2           | PAR-2a, PAR-2b, FAM-2a, FAM-2b, HOU-2, HOM-2, YC-2       | no
        HOU-2          |                                                          | not_known
        HOU-2          | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, HOM-2, YC-2        | no
        HOM-2          |                                                          | not_known
        HOM-2          | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, HOU-2, YC-2        | no
        YC-2           |                                                          | not_known
        YC-2           | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, HOU-2, HOM-2       | no
        PAR-2a, PAR-2b | FAM-2a, FAM-2b, DA-2, HOU-2, HOM-2, YC-2                 | no
        FAM-2a, FAM-2b | PAR-2a, PAR-2b, DA-2, HOU-2, HOM-2, YC-2                 | no
                       |                                                          | not_known
                       | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, HOU-2, HOM-2, YC-2 | no
                       | DA-2, HOU-2, HOM-2, YC-2                                 | not_known
                       | FAM-2a, FAM-2b, HOU-2, HOM-2, YC-2                       | not_known
                       | FAM-2a, FAM-2b, DA-2, HOM-2, YC-2                        | not_known
                       | FAM-2a, FAM-2b, DA-2, HOU-2, YC-2                        | not_known
                       | FAM-2a, FAM-2b, DA-2, HOU-2, HOM-2                       | not_known
                       | PAR-2a, PAR-2b, HOU-2, HOM-2, YC-2                       | not_known
                       | PAR-2a, PAR-2b, DA-2, HOM-2, YC-2                        | not_known
                       | PAR-2a, PAR-2b, DA-2, HOU-2, YC-2                        | not_known
                       | PAR-2a, PAR-2b, DA-2, HOU-2, HOM-2                       | not_known
                       | PAR-2a, PAR-2b, FAM-2a, FAM-2b, HOM-2, YC-2              | not_known
                       | PAR-2a, PAR-2b, FAM-2a, FAM-2b, HOU-2, YC-2              | not_known
                       | PAR-2a, PAR-2b, FAM-2a, FAM-2b, HOU-2, HOM-2             | not_known
                       | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, YC-2               | not_known
                       | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, HOM-2              | not_known
                       | PAR-2a, PAR-2b, FAM-2a, FAM-2b, DA-2, HOU-2              | not_known
        """,
    )


def test_several_needs_in_outside_home(spec):
    """Two parts of life outside the home are several needs; two things in one part are not."""
    spec(
        "several_in_outside_home",
        """
        ticked       | denied                            | several in outside home
        -------------+-----------------------------------+------------------------
        GNG-2, CSE-2 |                                   | yes
        GNG-2, MIS-2 |                                   | yes
        GNG-2, RAD-2 |                                   | yes
        GNG-2, ONL-2 |                                   | yes
        CSE-2, MIS-2 |                                   | yes
        CSE-2, RAD-2 |                                   | yes
        CSE-2, ONL-2 |                                   | yes
        MIS-2, RAD-2 |                                   | yes
        MIS-2, ONL-2 |                                   | yes
        RAD-2, ONL-2 |                                   | yes
        GNG-2        |                                   | not_known
        GNG-2        | CSE-2, MIS-2, RAD-2, ONL-2        | no
        CSE-2        |                                   | not_known
        CSE-2        | GNG-2, MIS-2, RAD-2, ONL-2        | no
        MIS-2        |                                   | not_known
        MIS-2        | GNG-2, CSE-2, RAD-2, ONL-2        | no
        RAD-2        |                                   | not_known
        RAD-2        | GNG-2, CSE-2, MIS-2, ONL-2        | no
        ONL-2        |                                   | not_known
        ONL-2        | GNG-2, CSE-2, MIS-2, RAD-2        | no
                     |                                   | not_known
                     | GNG-2, CSE-2, MIS-2, RAD-2, ONL-2 | no
                     | MIS-2, RAD-2, ONL-2               | not_known
                     | CSE-2, RAD-2, ONL-2               | not_known
                     | CSE-2, MIS-2, ONL-2               | not_known
                     | CSE-2, MIS-2, RAD-2               | not_known
                     | GNG-2, RAD-2, ONL-2               | not_known
                     | GNG-2, MIS-2, ONL-2               | not_known
                     | GNG-2, MIS-2, RAD-2               | not_known
                     | GNG-2, CSE-2, ONL-2               | not_known
                     | GNG-2, CSE-2, RAD-2               | not_known
                     | GNG-2, CSE-2, MIS-2               | not_known
        """,
    )


def test_child_at_level_3(spec):
    """Each of these suggests level 3 by itself: the child's own health, learning and development."""
    spec(
        "need_3_in_child",
        """
        ticked | denied                                                                                                                                                | need 3 in child
        -------+-------------------------------------------------------------------------------------------------------------------------------------------------------+----------------
        EDU-3a |                                                                                                                                                       | yes
        EDU-3b |                                                                                                                                                       | yes
        EDU-3c |                                                                                                                                                       | yes
        HEA-3a |                                                                                                                                                       | yes
        HEA-3b |                                                                                                                                                       | yes
        HEA-3c |                                                                                                                                                       | yes
        PRE-3  |                                                                                                                                                       | yes
        MH-3a  |                                                                                                                                                       | yes
        MH-3b  |                                                                                                                                                       | yes
        BEH-3a |                                                                                                                                                       | yes
        BEH-3b |                                                                                                                                                       | yes
        BEH-3c |                                                                                                                                                       | yes
        IDN-3  |                                                                                                                                                       | yes
        SC-3   |                                                                                                                                                       | yes
        AN-3a  |                                                                                                                                                       | yes
        AN-3b  |                                                                                                                                                       | yes
        DA-3y  |                                                                                                                                                       | yes
        HOM-3a |                                                                                                                                                       | yes
        HOM-3b |                                                                                                                                                       | yes
        HOM-3c |                                                                                                                                                       | yes
               |                                                                                                                                                       | not_known
               | EDU-3b, EDU-3c, HEA-3a, HEA-3b, HEA-3c, PRE-3, MH-3a, MH-3b, BEH-3a, BEH-3b, BEH-3c, IDN-3, SC-3, AN-3a, AN-3b, DA-3y, HOM-3a, HOM-3b, HOM-3c         | not_known
               | EDU-3a, EDU-3b, EDU-3c, HEA-3a, HEA-3b, HEA-3c, PRE-3, MH-3a, MH-3b, BEH-3a, BEH-3b, BEH-3c, IDN-3, SC-3, AN-3a, AN-3b, DA-3y, HOM-3a, HOM-3b, HOM-3c | no
        """,
    )


def test_parenting_at_level_3(spec):
    """Each of these suggests level 3 by itself: what parents can give."""
    spec(
        "need_3_in_parenting",
        """
        ticked | denied                 | need 3 in parenting
        -------+------------------------+--------------------
        PAR-3a |                        | yes
        PAR-3b |                        | yes
        PAR-3c |                        | yes
               |                        | not_known
               | PAR-3b, PAR-3c         | not_known
               | PAR-3a, PAR-3b, PAR-3c | no
        """,
    )


def test_family_at_level_3(spec):
    """Each of these suggests level 3 by itself: family and home."""
    spec(
        "need_3_in_family",
        """
        ticked | denied                       | need 3 in family
        -------+------------------------------+-----------------
        FAM-3a |                              | yes
        DA-3   |                              | yes
        HOU-3a |                              | yes
        HOU-3b |                              | yes
               |                              | not_known
               | DA-3, HOU-3a, HOU-3b         | not_known
               | FAM-3a, DA-3, HOU-3a, HOU-3b | no
        """,
    )


def test_outside_home_at_level_3(spec):
    """Each of these suggests level 3 by itself: harm outside the home."""
    spec(
        "need_3_in_outside_home",
        """
        ticked | denied                            | need 3 in outside home
        -------+-----------------------------------+-----------------------
        GNG-3  |                                   | yes
        CCE-3  |                                   | yes
        CSE-3  |                                   | yes
        MIS-3  |                                   | yes
        RAD-3  |                                   | yes
               |                                   | not_known
               | CCE-3, CSE-3, MIS-3, RAD-3        | not_known
               | GNG-3, CCE-3, CSE-3, MIS-3, RAD-3 | no
        """,
    )


def test_harmful_practices_at_level_3(spec):
    """Each of these suggests level 3 by itself: harmful practices."""
    spec(
        "need_3_in_harmful_practices",
        """
        ticked | denied       | need 3 in harmful practices
        -------+--------------+----------------------------
        FGM-3  |              | yes
        HBA-3  |              | yes
               |              | not_known
               | HBA-3        | not_known
               | FGM-3, HBA-3 | no
        """,
    )


def test_status_at_level_3(spec):
    """Each of these suggests level 3 by itself: their circumstances."""
    spec(
        "need_3_in_status",
        """
        ticked | denied                                 | need 3 in status
        -------+----------------------------------------+-----------------
        NRP-3  |                                        | yes
        PF-3   |                                        | yes
        YC-3   |                                        | yes
        DIS-3  |                                        | yes
        CAR-3  |                                        | yes
        CUS-3  |                                        | yes
               |                                        | not_known
               | PF-3, YC-3, DIS-3, CAR-3, CUS-3        | not_known
               | NRP-3, PF-3, YC-3, DIS-3, CAR-3, CUS-3 | no
        """,
    )


def test_child_at_level_4(spec):
    """Each of these suggests level 4 by itself: the child's own health, learning and development."""
    spec(
        "need_4_in_child",
        """
        ticked | denied                                                                                                                                                       | need 4 in child
        -------+--------------------------------------------------------------------------------------------------------------------------------------------------------------+----------------
        EDU-4  |                                                                                                                                                              | yes
        HEA-4a |                                                                                                                                                              | yes
        HEA-4b |                                                                                                                                                              | yes
        HEA-4c |                                                                                                                                                              | yes
        HEA-4d |                                                                                                                                                              | yes
        PRE-4  |                                                                                                                                                              | yes
        MH-4a  |                                                                                                                                                              | yes
        MH-4b  |                                                                                                                                                              | yes
        BEH-4a |                                                                                                                                                              | yes
        BEH-4b |                                                                                                                                                              | yes
        BEH-4c |                                                                                                                                                              | yes
        AN-4a  |                                                                                                                                                              | yes
        AN-4b  |                                                                                                                                                              | yes
        AN-4c  |                                                                                                                                                              | yes
        AN-4d  |                                                                                                                                                              | yes
        AN-4e  |                                                                                                                                                              | yes
        AN-4f  |                                                                                                                                                              | yes
        HOM-4a |                                                                                                                                                              | yes
        HOM-4b |                                                                                                                                                              | yes
        HOM-4c |                                                                                                                                                              | yes
        HOM-4d |                                                                                                                                                              | yes
               |                                                                                                                                                              | not_known
               | HEA-4a, HEA-4b, HEA-4c, HEA-4d, PRE-4, MH-4a, MH-4b, BEH-4a, BEH-4b, BEH-4c, AN-4a, AN-4b, AN-4c, AN-4d, AN-4e, AN-4f, HOM-4a, HOM-4b, HOM-4c, HOM-4d        | not_known
               | EDU-4, HEA-4a, HEA-4b, HEA-4c, HEA-4d, PRE-4, MH-4a, MH-4b, BEH-4a, BEH-4b, BEH-4c, AN-4a, AN-4b, AN-4c, AN-4d, AN-4e, AN-4f, HOM-4a, HOM-4b, HOM-4c, HOM-4d | no
        """,
    )


def test_parenting_at_level_4(spec):
    """Each of these suggests level 4 by itself: what parents can give."""
    spec(
        "need_4_in_parenting",
        """
        ticked | denied                                         | need 4 in parenting
        -------+------------------------------------------------+--------------------
        PAR-4a |                                                | yes
        PAR-4b |                                                | yes
        PAR-4c |                                                | yes
        PAR-4d |                                                | yes
        PAR-4e |                                                | yes
        PAR-4f |                                                | yes
               |                                                | not_known
               | PAR-4b, PAR-4c, PAR-4d, PAR-4e, PAR-4f         | not_known
               | PAR-4a, PAR-4b, PAR-4c, PAR-4d, PAR-4e, PAR-4f | no
        """,
    )


def test_family_at_level_4(spec):
    """Each of these suggests level 4 by itself: family and home."""
    spec(
        "need_4_in_family",
        """
        ticked | denied                      | need 4 in family
        -------+-----------------------------+-----------------
        FAM-4a |                             | yes
        FAM-4b |                             | yes
        DA-4   |                             | yes
        HOU-4  |                             | yes
               |                             | not_known
               | FAM-4b, DA-4, HOU-4         | not_known
               | FAM-4a, FAM-4b, DA-4, HOU-4 | no
        """,
    )


def test_outside_home_at_level_4(spec):
    """Each of these suggests level 4 by itself: harm outside the home."""
    spec(
        "need_4_in_outside_home",
        """
        ticked | denied                                          | need 4 in outside home
        -------+-------------------------------------------------+-----------------------
        GNG-4  |                                                 | yes
        CCE-4  |                                                 | yes
        CSE-4  |                                                 | yes
        MIS-4  |                                                 | yes
        RAD-4  |                                                 | yes
        TRF-4  |                                                 | yes
        ONL-4  |                                                 | yes
               |                                                 | not_known
               | CCE-4, CSE-4, MIS-4, RAD-4, TRF-4, ONL-4        | not_known
               | GNG-4, CCE-4, CSE-4, MIS-4, RAD-4, TRF-4, ONL-4 | no
        """,
    )


def test_harmful_practices_at_level_4(spec):
    """Each of these suggests level 4 by itself: harmful practices."""
    spec(
        "need_4_in_harmful_practices",
        """
        ticked | denied              | need 4 in harmful practices
        -------+---------------------+----------------------------
        FGM-4  |                     | yes
        HBA-4  |                     | yes
        FAI-4  |                     | yes
               |                     | not_known
               | HBA-4, FAI-4        | not_known
               | FGM-4, HBA-4, FAI-4 | no
        """,
    )


def test_status_at_level_4(spec):
    """Each of these suggests level 4 by itself: their circumstances."""
    spec(
        "need_4_in_status",
        """
        ticked | denied             | need 4 in status
        -------+--------------------+-----------------
        UAS-4  |                    | yes
        YC-4   |                    | yes
        DIS-4  |                    | yes
               |                    | not_known
               | YC-4, DIS-4        | not_known
               | UAS-4, YC-4, DIS-4 | no
        """,
    )


def test_several_needs(spec):
    """Two parts of life are enough, in one group or in two. Two things in one part are one need."""
    spec(
        "several_needs",
        """
        ticked         | denied                                         | several needs
        ---------------+------------------------------------------------+--------------
        EDU-2a, HEA-2a |                                                | yes
        MH-2, IDN-2    |                                                | yes
        DA-2, HOU-2    |                                                | yes
        GNG-2, MIS-2   |                                                | yes
        EDU-2a, MH-2   |                                                | yes
        EDU-2a, DA-2   |                                                | yes
        EDU-2a, ONL-2  |                                                | yes
        BEH-2a, FAM-2a |                                                | yes
        BEH-2a, CSE-2  |                                                | yes
        HOM-2, RAD-2   |                                                | yes
        EDU-2a         |                                                | not_known
        EDU-2a, EDU-2b | the rest                                       | no
        EDU-2a         | the rest                                       | no
        MH-2           | the rest                                       | no
        DA-2           | the rest                                       | no
        ONL-2          | the rest                                       | no
                       | the rest                                       | no
                       |                                                | not_known
        """,
    )


def test_early_help_not_enough(spec):
    """Early help was tried and several needs are still there. Only one of the two is not enough."""
    spec(
        "early_help_not_enough",
        """
        ticked       | denied   | early help failed | early help not enough
        -------------+----------+-------------------+----------------------
        EDU-2a, MH-2 |          | yes               | yes
        EDU-2a, MH-2 |          |                   | not_known
        EDU-2a, MH-2 |          | no                | no
        EDU-2a       |          | yes               | not_known
        EDU-2a       | the rest | yes               | no
                     |          |                   | not_known
        """,
    )
