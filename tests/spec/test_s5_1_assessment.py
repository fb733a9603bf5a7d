def test_they_are_assessed_in_full(spec):
    """In an emergency bed under section 20, or about to lose their home wherever they sleep. The
    days count from the first receipt of the referral, also by the Emergency Duty Team."""
    spec(
        "5.1-a",
        """
        legal basis        | at imminent | date of birth | referral received at | on               | due              | applies
                           | risk        |               |                      |                  |                  |
        -------------------+-------------+---------------+----------------------+------------------+------------------+----------
                           |             |               |                      |                  | none             | not_known
        s20                |             |               | 2026-04-02 10:00     | 2026-04-02 10:00 | 2026-06-10 23:59 | yes
        s188               | yes         |               | 2026-05-01 16:59     | 2026-05-01 16:59 | 2026-07-07 23:59 | yes
                           | yes         |               | 2026-08-29 03:00     | 2026-08-29 12:00 | 2026-11-02 23:59 | yes
        not_yet_determined |             |               |                      |                  |                  | not_known
        not_yet_determined | yes         |               |                      |                  | none             | yes
        s17                | no          |               |                      |                  |                  | no
        none               | no          |               |                      |                  |                  | no
        s17                |             |               |                      |                  |                  | not_known
        s20                |             | 2010-05-21    |                      | 2026-05-20 10:00 |                  | no
        s20                |             | 2010-05-20    |                      | 2026-05-20 10:00 |                  | yes
        s20                |             | 2008-05-20    |                      | 2026-05-20 10:00 |                  | no
        """,
    )


def test_the_assessment_is_completed_in_45_working_days(spec):
    """Counted from the first receipt, whenever they first asked. The day before, the day and the
    day after; Easter and two bank holidays in May are left out."""
    spec(
        "5.1-b",
        """
        needs         | legal | assessment | presented at     | referral received at | date of birth | on               | due              | applies
        accommodation | basis | complete   |                  |                      |               |                  |                  |
        --------------+-------+------------+------------------+----------------------+---------------+------------------+------------------+----------
                      |       |            |                  |                      |               |                  | none             | not_known
        yes           |       |            |                  | 2026-04-02 10:00     |               | 2026-06-09 23:59 | 2026-06-10 23:59 | yes
        yes           |       |            |                  | 2026-04-02 10:00     |               | 2026-06-10 23:59 | 2026-06-10 23:59 | yes
        yes           |       | no         |                  | 2026-04-02 10:00     |               | 2026-06-11 00:00 | 2026-06-10 23:59 | yes
        yes           |       |            | 2026-03-30 10:00 | 2026-04-02 10:00     |               | 2026-04-02 10:00 | 2026-06-10 23:59 | yes
        yes           |       |            | 2026-03-30 10:00 |                      |               | 2026-04-02 10:00 | none             | yes
                      | s20   |            |                  |                      |               |                  |                  | yes
        yes           |       | yes        |                  |                      |               |                  |                  | no
                      |       | yes        |                  |                      |               |                  |                  | no
        yes           |       |            |                  |                      | 2010-05-21    | 2026-05-20 10:00 |                  | no
        yes           |       |            |                  |                      | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_a_manager_is_asked_before_the_time_runs_out(spec):
    """The last day to ask is the last day the assessment has."""
    spec(
        "5.1-c",
        """
        assessment   | extension agreed | assessment | referral received at | date of birth | on               | due              | applies
        needs longer | in time          | complete   |                      |               |                  |                  |
        -------------+------------------+------------+----------------------+---------------+------------------+------------------+----------
                     |                  |            |                      |               |                  | none             | not_known
        yes          |                  |            | 2026-04-02 10:00     |               | 2026-06-09 10:00 | 2026-06-10 23:59 | yes
        yes          | no               |            | 2026-04-02 10:00     |               | 2026-06-10 10:00 | 2026-06-10 23:59 | yes
        yes          | no               |            | 2026-04-02 10:00     |               | 2026-06-11 10:00 | 2026-06-10 23:59 | yes
        yes          | yes              |            |                      |               |                  |                  | no
        no           |                  |            |                      |               |                  |                  | no
        yes          |                  | yes        |                      |               |                  |                  | no
        yes          |                  |            |                      | 2008-05-20    | 2026-05-20 10:00 |                  | no
        """,
    )


def test_the_manager_records_the_reasons(spec):
    """Whoever agreed."""
    spec(
        "5.1-c-reasons",
        """
        extension agreed in time | extension reasons recorded | date of birth | on               | due  | applies
        -------------------------+----------------------------+---------------+------------------+------+----------
                                 |                            |               |                  | none | not_known
        yes                      |                            |               |                  | none | yes
        yes                      | no                         |               |                  |      | yes
        yes                      | yes                        |               |                  |      | no
        no                       |                            |               |                  |      | no
        yes                      |                            | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_no_assessment_is_extended_without_both(spec):
    """A gate: yes means not allowed. An agreement of the day after the time ran out opens
    nothing."""
    spec(
        "5.1-c-gate",
        """
        referral received at | extension                                                                       | extension agreed | extension reasons | date of birth | on               | applies
                             |                                                                                 | in time          | recorded          |               |                  |
        ---------------------+---------------------------------------------------------------------------------+------------------+-------------------+---------------+------------------+--------
                             |                                                                                 |                  |                   |               |                  | yes
                             |                                                                                 | yes              | yes               |               |                  | no
                             |                                                                                 | yes              |                   |               |                  | yes
                             |                                                                                 | yes              | no                |               |                  | yes
                             |                                                                                 | no               | yes               |               |                  | yes
                             |                                                                                 |                  | yes               |               |                  | yes
        2026-04-02 10:00     | at 2026-06-09 12:00, agreed yes, by manager yes, reasons recorded yes           |                  |                   |               | 2026-06-20 10:00 | no
        2026-04-02 10:00     | at 2026-06-10 12:00, agreed yes, by manager yes, reasons recorded yes           |                  |                   |               | 2026-06-20 10:00 | no
        2026-04-02 10:00     | at 2026-06-11 12:00, agreed yes, by manager yes, reasons recorded yes; complete |                  |                   |               | 2026-06-20 10:00 | yes
                             |                                                                                 |                  |                   | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_the_local_assessment_protocol_is_followed(spec):
    """In every single assessment."""
    spec(
        "5.1-d",
        """
        needs accommodation | at imminent risk | legal basis | date of birth | on               | due  | applies
        --------------------+------------------+-------------+---------------+------------------+------+----------
                            |                  |             |               |                  | none | not_known
        yes                 |                  |             |               |                  | none | yes
        no                  | yes              |             |               |                  |      | yes
        no                  | no               | s20         |               |                  |      | yes
        no                  | no               | none        |               |                  |      | no
        no                  | no               |             |               |                  |      | not_known
        yes                 |                  |             | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_all_seven_dimensions_are_covered(spec):
    """Appendix 1, in every single assessment."""
    spec(
        "app1",
        """
        needs accommodation | at imminent risk | legal basis | at point of decision | date of birth | on               | due  | applies
        --------------------+------------------+-------------+----------------------+---------------+------------------+------+----------
                            |                  |             |                      |               |                  | none | not_known
        yes                 |                  |             |                      |               |                  | none | yes
                            |                  |             | yes                  |               |                  |      | yes
        no                  | no               | none        |                      |               |                  |      | no
        yes                 |                  |             |                      | 2008-05-20    | 2026-05-20 10:00 |      | no
                            |                  | s20         |                      |               |                  |      | yes
        """,
    )


def test_a_family_group_conference_is_convened_if_they_want_it(spec):
    """For whoever lives away from home: they agree, family may be contacted, and there is somebody
    safe to invite. Not asked is not a yes."""
    spec(
        "5.1-e",
        """
        living away | agrees to family | safe person for family | agrees to family | family contact | risk of significant | date of birth | on               | due  | applies
        from home   | group conference | group conference       | contact          | unsafe         | harm                |               |                  |      |
        ------------+------------------+------------------------+------------------+----------------+---------------------+---------------+------------------+------+----------
                    |                  |                        |                  |                |                     |               |                  | none | not_known
        yes         | yes              | yes                    | yes              | no             | no                  |               |                  | none | yes
        yes         | no               | yes                    | yes              | no             | no                  |               |                  |      | no
        yes         |                  | yes                    | yes              | no             | no                  |               |                  |      | not_known
        yes         | yes              | no                     | yes              | no             | no                  |               |                  |      | no
        yes         | yes              | yes                    | no               | no             | no                  |               |                  |      | no
        yes         | yes              | yes                    | yes              | yes            | no                  |               |                  |      | no
        yes         | yes              | yes                    | yes              |                | no                  |               |                  |      | not_known
        yes         | yes              | yes                    | yes              | no             |                     |               |                  |      | not_known
        no          | yes              | yes                    | yes              | no             | no                  |               |                  |      | no
        yes         | yes              | yes                    | yes              | no             | no                  | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_no_conference_is_held_against_their_will(spec):
    """A gate: yes means not allowed yet. It holds for every child."""
    spec(
        "5.1-e-gate",
        """
        agrees to family | safe person for family | agrees to family | family contact | risk of significant | social worker allows | date of birth | on               | applies
        group conference | group conference       | contact          | unsafe         | harm                | family contact       |               |                  |
        -----------------+------------------------+------------------+----------------+---------------------+----------------------+---------------+------------------+--------
                         |                        |                  |                |                     |                      |               |                  | yes
        yes              | yes                    | yes              | no             | no                  |                      |               |                  | no
        yes              | yes                    |                  | yes            |                     | yes                  |               |                  | no
        no               | yes                    | yes              | no             | no                  |                      |               |                  | yes
                         | yes                    | yes              | no             | no                  |                      |               |                  | yes
        yes              | no                     | yes              | no             | no                  |                      |               |                  | yes
        yes              |                        | yes              | no             | no                  |                      |               |                  | yes
        yes              | yes                    | yes              |                | no                  |                      |               |                  | yes
        yes              | yes                    | yes              | no             | no                  | no                   |               |                  | yes
                         |                        |                  |                |                     |                      | 2012-05-20    | 2026-05-20 10:00 | yes
                         |                        |                  |                |                     |                      | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_a_conference_is_offered_to_whoever_lives_away_from_home(spec):
    """Until they have answered."""
    spec(
        "5.1-e-offer",
        """
        living away from home | agrees to family group conference | date of birth | on               | due  | applies
        ----------------------+-----------------------------------+---------------+------------------+------+----------
                              |                                   |               |                  | none | not_known
        yes                   |                                   |               |                  | none | yes
        yes                   | yes                               |               |                  |      | no
        yes                   | no                                |               |                  |      | no
        no                    |                                   |               |                  |      | no
        yes                   |                                   | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_a_no_to_the_conference_is_recorded_and_respected(spec):
    """It is offered again later, and is no departure."""
    spec(
        "5.1-e-refused",
        """
        living away from home | agrees to family group conference | date of birth | on               | due  | applies
        ----------------------+-----------------------------------+---------------+------------------+------+----------
                              |                                   |               |                  | none | not_known
        yes                   | no                                |               |                  | none | yes
        yes                   | yes                               |               |                  |      | no
        yes                   |                                   |               |                  |      | not_known
        no                    | no                                |               |                  |      | no
        yes                   | no                                | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_where_nobody_is_safe_the_reason_is_recorded(spec):
    """No conference is convened then."""
    spec(
        "5.1-e-nobody-safe",
        """
        living away from home | safe person for family group conference | date of birth | on               | due  | applies
        ----------------------+-----------------------------------------+---------------+------------------+------+----------
                              |                                         |               |                  | none | not_known
        yes                   | no                                      |               |                  | none | yes
        yes                   | yes                                     |               |                  |      | no
        yes                   |                                         |               |                  |      | not_known
        no                    | no                                      |               |                  |      | no
        yes                   | no                                      | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_every_assessment_is_joint_with_housing(spec):
    """From the start, so that nobody is sent to another door."""
    spec(
        "5.1-f",
        """
        needs accommodation | at imminent risk | legal basis | date of birth | on               | due  | applies
        --------------------+------------------+-------------+---------------+------------------+------+----------
                            |                  |             |               |                  | none | not_known
        yes                 |                  |             |               |                  | none | yes
        no                  | yes              |             |               |                  |      | yes
        no                  | no               | s20         |               |                  |      | yes
        no                  | no               | s17         |               |                  |      | no
        yes                 |                  |             | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_housing_does_its_half(spec):
    """What Housing owes them is assessed alongside, not afterwards."""
    spec(
        "5.1-f-housing",
        """
        needs accommodation | at imminent risk | legal basis | date of birth | on               | due  | applies
        --------------------+------------------+-------------+---------------+------------------+------+----------
                            |                  |             |               |                  | none | not_known
        yes                 |                  |             |               |                  | none | yes
        no                  | yes              |             |               |                  |      | yes
        no                  | no               | none        |               |                  |      | no
        yes                 |                  |             | 2010-05-21    | 2026-05-20 10:00 |      | no
        yes                 |                  |             | 2008-05-20    | 2026-05-20 10:00 |      | no
                            |                  | s20         |               |                  |      | yes
        """,
    )
