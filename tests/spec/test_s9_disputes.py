def test_the_duty_managers_settle_it_first(spec):
    """From the moment the services disagree, until it is settled or known that they could not."""
    spec(
        "9-b",
        """
        services disagree | settled by duty managers | disagreement over | due  | applies
        ------------------+--------------------------+-------------------+------+----------
                          |                          |                   | none | not_known
        yes               |                          |                   | none | yes
        yes               |                          | no                |      | yes
        yes               | no                       |                   |      | no
        yes               |                          | yes               |      | no
        yes               | yes                      |                   |      | yes
        no                |                          |                   |      | no
        """,
    )


def test_both_duty_managers_are_in_it(spec):
    """The same, for the duty manager of the social work team."""
    spec(
        "9-b-social-work",
        """
        services disagree | settled by duty managers | disagreement over | due  | applies
        ------------------+--------------------------+-------------------+------+----------
                          |                          |                   | none | not_known
        yes               |                          |                   | none | yes
        yes               | no                       |                   |      | no
        yes               |                          | yes               |      | no
        no                |                          |                   |      | no
        """,
    )


def test_what_they_cannot_settle_goes_to_the_service_manager(spec):
    """Once it is known that they could not."""
    spec(
        "9-c",
        """
        services disagree | settled by duty managers | disagreement over | due  | applies
        ------------------+--------------------------+-------------------+------+----------
                          |                          |                   | none | not_known
        yes               | no                       |                   | none | yes
        yes               | no                       | yes               |      | no
        yes               | yes                      |                   |      | no
        yes               |                          |                   |      | not_known
        no                | no                       |                   |      | no
        """,
    )


def test_and_to_the_mash_manager(spec):
    """At the same time as to the service manager."""
    spec(
        "9-c-mash",
        """
        services disagree | settled by duty managers | disagreement over | due  | applies
        ------------------+--------------------------+-------------------+------+----------
                          |                          |                   | none | not_known
        yes               | no                       |                   | none | yes
        yes               | no                       | yes               |      | no
        yes               | yes                      |                   |      | no
        yes               |                          |                   |      | not_known
        """,
    )


def test_the_bed_goes_on_while_they_disagree(spec):
    """For every child, until it is known to be over."""
    spec(
        "ours-dispute-bed",
        """
        services disagree | disagreement over | date of birth | on               | due  | applies
        ------------------+-------------------+---------------+------------------+------+----------
                          |                   |               |                  | none | not_known
        yes               |                   |               |                  | none | yes
        yes               | no                |               |                  |      | yes
        yes               | yes               |               |                  |      | no
        no                |                   |               |                  |      | no
        yes               |                   | 2012-05-20    |                  |      | yes
        yes               |                   | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_no_bed_ends_while_they_may_disagree(spec):
    """A gate: yes means not allowed. It opens when they are known to agree, or it is over."""
    spec(
        "ours-dispute-no-end",
        """
        services disagree | disagreement over | date of birth | on               | applies
        ------------------+-------------------+---------------+------------------+--------
                          |                   |               |                  | yes
        yes               |                   |               |                  | yes
        yes               | no                |               |                  | yes
        yes               | yes               |               |                  | no
        no                |                   |               |                  | no
                          | yes               |               |                  | no
        yes               |                   | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )


def test_staff_learn_from_it(spec):
    """Once it is over."""
    spec(
        "9-d",
        """
        disagreement over | due  | applies
        ------------------+------+----------
                          | none | not_known
        yes               | none | yes
        no                |      | no
        """,
    )


def test_the_steering_group_learns_from_it(spec):
    """Once it is over."""
    spec(
        "9-d-mash",
        """
        disagreement over | due  | applies
        ------------------+------+----------
                          | none | not_known
        yes               | none | yes
        no                |      | no
        """,
    )
