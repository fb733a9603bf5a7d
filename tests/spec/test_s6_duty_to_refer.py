def test_whom_a_housing_authority_is_told_about(spec):
    """Homeless, or about to be within 56 days, and not through Housing Options: whoever came
    there is known there (A17)."""
    spec(
        "duty_to_refer_arises",
        """
        needs accommodation | at imminent risk | threatened with homelessness | entry route         | duty to refer arises
        --------------------+------------------+------------------------------+---------------------+---------------------
                            |                  |                              |                     | not_known
        yes                 |                  |                              | family_services     | yes
        no                  | yes              |                              | family_services     | yes
        no                  | no               | yes                          | family_services     | yes
        no                  | no               | no                           | family_services     | no
        no                  | no               |                              | family_services     | not_known
        yes                 |                  |                              | emergency_duty_team | yes
        yes                 |                  |                              | another_agency      | yes
        yes                 |                  |                              | housing_options     | no
        yes                 |                  |                              |                     | not_known
        """,
    )


def test_a_notice_is_sent_with_all_that_it_needs(spec):
    """Consent, an authority of their choice, and their agreement to share contact details: all
    three are known. It is sent once."""
    spec(
        "6-a",
        """
        needs accommodation | entry route     | consents to duty to refer | agrees to share contact details | duty to refer authority | duty to refer sent | due  | applies
        --------------------+-----------------+---------------------------+---------------------------------+-------------------------+--------------------+------+----------
                            |                 |                           |                                 |                         |                    | none | not_known
        yes                 | family_services | yes                       | yes                             | this_authority          |                    | none | yes
        yes                 | family_services | yes                       | yes                             | another_authority       | no                 |      | yes
        yes                 | family_services | yes                       | yes                             | another_authority       | yes                |      | no
        yes                 | family_services | no                        | yes                             | this_authority          |                    |      | no
        yes                 | family_services |                           | yes                             | this_authority          |                    |      | not_known
        yes                 | family_services | yes                       | no                              | this_authority          |                    |      | no
        yes                 | family_services | yes                       |                                 | this_authority          |                    |      | not_known
        yes                 | family_services | yes                       | yes                             |                         |                    |      | not_known
        yes                 | housing_options | yes                       | yes                             | this_authority          |                    |      | no
        """,
    )


def test_consent_to_the_notice_is_asked_by_itself(spec):
    """Until they have said yes or no. Consent to something else is not this consent (A13)."""
    spec(
        "6-b",
        """
        needs accommodation | entry route     | consents to duty to refer | consents to early help | due  | applies
        --------------------+-----------------+---------------------------+------------------------+------+----------
                            |                 |                           |                        | none | not_known
        yes                 | family_services |                           |                        | none | yes
        yes                 | family_services |                           | yes                    |      | yes
        yes                 | family_services | yes                       |                        |      | no
        yes                 | family_services | no                        |                        |      | no
        yes                 | housing_options |                           |                        |      | no
        yes                 |                 |                           |                        |      | not_known
        """,
    )


def test_no_notice_goes_out_until_all_three_are_known(spec):
    """A gate: yes means not allowed yet."""
    spec(
        "6-b-send",
        """
        consents to duty to refer | agrees to share contact details | duty to refer authority | date of birth | on               | applies
        --------------------------+---------------------------------+-------------------------+---------------+------------------+--------
                                  |                                 |                         |               |                  | yes
        yes                       | yes                             | this_authority          |               |                  | no
        yes                       | yes                             | another_authority       |               |                  | no
        yes                       | yes                             |                         |               |                  | yes
        yes                       |                                 | this_authority          |               |                  | yes
                                  | yes                             | this_authority          |               |                  | yes
        no                        | yes                             | this_authority          |               |                  | yes
        yes                       | no                              | this_authority          |               |                  | yes
                                  |                                 |                         | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_a_no_to_the_notice_is_recorded(spec):
    """To the notice, or to sharing how they can be reached: without either there is none (A16)."""
    spec(
        "a16",
        """
        needs accommodation | entry route     | consents to duty to refer | agrees to share contact details | due  | applies
        --------------------+-----------------+---------------------------+---------------------------------+------+----------
                            |                 |                           |                                 | none | not_known
        yes                 | family_services | no                        |                                 | none | yes
        yes                 | family_services | yes                       | no                              |      | yes
        yes                 | family_services | yes                       | yes                             |      | no
        yes                 | family_services | yes                       |                                 |      | not_known
        yes                 | family_services |                           |                                 |      | not_known
        yes                 | housing_options | no                        |                                 |      | no
        """,
    )


def test_they_choose_the_authority(spec):
    """Any in England. Whoever said no to the notice is not asked."""
    spec(
        "6-c",
        """
        needs accommodation | entry route     | consents to duty to refer | duty to refer authority | due  | applies
        --------------------+-----------------+---------------------------+-------------------------+------+----------
                            |                 |                           |                         | none | not_known
        yes                 | family_services | yes                       |                         | none | yes
        yes                 | family_services |                           |                         |      | yes
        yes                 | family_services | yes                       | this_authority          |      | no
        yes                 | family_services | yes                       | another_authority       |      | no
        yes                 | family_services | no                        |                         |      | no
        yes                 | housing_options | yes                       |                         |      | no
        """,
    )


def test_they_agree_to_share_how_they_can_be_reached(spec):
    """Asked until they have said yes or no. Whoever said no to the notice is not asked."""
    spec(
        "6-d",
        """
        needs accommodation | entry route     | consents to duty to refer | agrees to share contact details | due  | applies
        --------------------+-----------------+---------------------------+---------------------------------+------+----------
                            |                 |                           |                                 | none | not_known
        yes                 | family_services | yes                       |                                 | none | yes
        yes                 | family_services |                           |                                 |      | yes
        yes                 | family_services | yes                       | yes                             |      | no
        yes                 | family_services | yes                       | no                              |      | no
        yes                 | family_services | no                        |                                 |      | no
        yes                 | housing_options | yes                       |                                 |      | no
        """,
    )


def test_a_notice_never_stands_in_for_an_assessment(spec):
    """A gate that stays shut, for every child."""
    spec(
        "6-f",
        """
        date of birth | age disputed | on               | applies
        --------------+--------------+------------------+--------
                      |              |                  | yes
        2012-05-20    |              |                  | yes
        2008-05-21    |              | 2026-05-20 10:00 | yes
        2008-05-20    |              | 2026-05-20 10:00 | no
        2008-05-19    | yes          | 2026-05-20 10:00 | yes
        """,
    )


def test_a_notice_to_this_council_goes_to_housing_options(spec):
    """Once a notice is to be sent, and they chose this council."""
    spec(
        "6-g",
        """
        needs accommodation | entry route     | consents to duty to refer | agrees to share contact details | duty to refer authority | duty to refer sent | due  | applies
        --------------------+-----------------+---------------------------+---------------------------------+-------------------------+--------------------+------+----------
                            |                 |                           |                                 |                         |                    | none | not_known
        yes                 | family_services | yes                       | yes                             | this_authority          |                    | none | yes
        yes                 | family_services | yes                       | yes                             | another_authority       |                    |      | no
        yes                 | family_services | yes                       | yes                             |                         |                    |      | not_known
        yes                 | family_services |                           | yes                             | this_authority          |                    |      | not_known
        yes                 | family_services | no                        | yes                             | this_authority          |                    |      | no
        yes                 | family_services | yes                       | yes                             | this_authority          | yes                |      | no
        """,
    )
