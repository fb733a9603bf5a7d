def test_everybody_is_offered_an_independent_advocate(spec):
    """Until they are known to have one. Anybody else beside them is welcome and does not count
    (A36)."""
    spec(
        "8-a",
        """
        who advocates          | date of birth | on               | due  | applies
        -----------------------+---------------+------------------+------+--------
                               |               |                  | none | yes
        nobody                 |               |                  |      | yes
        early_help_worker      |               |                  |      | yes
        another_council_worker |               |                  |      | yes
        family_or_friend       |               |                  |      | yes
        independent_advocate   |               |                  |      | no
        nobody                 | 2010-05-21    | 2026-05-20 10:00 |      | no
        nobody                 | 2010-05-20    | 2026-05-20 10:00 |      | yes
        nobody                 | 2008-05-20    | 2026-05-20 10:00 |      | no
        """,
    )


def test_an_early_help_worker_who_knows_them_stands_by_them(spec):
    """Only one who already works with them."""
    spec(
        "8-c",
        """
        early help worker involved | due  | applies
        ---------------------------+------+----------
                                   | none | not_known
        yes                        | none | yes
        no                         |      | no
        """,
    )


def test_an_early_help_worker_mediates_where_family_may_be_contacted(spec):
    """Never where that is not known (A44)."""
    spec(
        "8-c-mediate",
        """
        early help worker involved | agrees to family contact | family contact unsafe | risk of significant harm | due  | applies
        ---------------------------+--------------------------+-----------------------+--------------------------+------+----------
                                   |                          |                       |                          | none | not_known
        yes                        | yes                      | no                    | no                       | none | yes
        yes                        | no                       | no                    | no                       |      | no
        yes                        | yes                      | yes                   | no                       |      | no
        yes                        | yes                      |                       | no                       |      | not_known
        yes                        | yes                      | no                    | yes                      |      | no
        no                         | yes                      | no                    | no                       |      | no
        """,
    )


def test_only_an_independent_advocate_counts_as_one(spec):
    """A gate: yes means not allowed. An early help worker may help and mediate, and is not one."""
    spec(
        "a36",
        """
        who advocates          | date of birth | on               | applies
        -----------------------+---------------+------------------+--------
                               |               |                  | yes
        independent_advocate   |               |                  | no
        early_help_worker      |               |                  | yes
        another_council_worker |               |                  | yes
        family_or_friend       |               |                  | yes
        nobody                 |               |                  | yes
        nobody                 | 2008-05-20    | 2026-05-20 10:00 | no
        """,
    )
