"""The parts of a case as they are filled in at the browser."""

from tests.browser.journey import Officer

TODAY = ("28", "8", "2026")


def answered(officer: Officer, page: str, **answers: str) -> None:
    """One page of a part of a case, opened, filled in and saved."""
    officer.open(page)
    officer.fill_in(**answers)
    officer.press("Save and continue")


def added(officer: Officer, listed: str, button: str, at: str = "", **answers: str) -> None:
    """Something new on a list. ``at`` is a time of today."""
    officer.open(listed)
    officer.press(button)
    officer.fill_in(**answers)
    if at:
        for part, typed in zip(("day", "month", "year", "time"), (*TODAY, at), strict=True):
            officer.page.fill(f"#at-{part}", typed)
    officer.press("Save")
    assert officer.path == listed


def section_20_is_owed(social_worker: Officer, case: str) -> None:
    for page, answers in (
        ("assessment/in-need", {"in_need": "yes"}),
        ("assessment/needs-accommodation", {"assessed_as_needing_accommodation": "yes"}),
        ("section-20/area", {"in_the_area": "yes"}),
        ("section-20/cause", {"accommodation_cause": "carer_prevented"}),
        ("section-20/with-family", {"agrees_to_live_with_family": "no"}),
    ):
        answered(social_worker, f"{case}/parts/{page}", **answers)


def never_in_care(social_worker: Officer, case: str) -> None:
    for page, answers in (
        ("times", {"custody_complete": "yes"}),
        ("care", {"care_period_complete": "yes"}),
        ("at-sixteen", {"detained_at_16_after_thirteen_weeks": "no"}),
    ):
        answered(social_worker, f"{case}/parts/custody/{page}", **answers)


def says(officer: Officer, case: str, answer: str, words: str, at: str) -> None:
    added(
        officer,
        f"{case}/parts/section-20/offers",
        "Add an answer about section 20",
        at,
        answer=answer,
        their_words=words,
    )


def informed(officer: Officer, case: str, at: str) -> None:
    """Told everything, and offered an independent advocate."""
    told = ("written", "explained", "in_their_language", "what_refusing_means")
    added(
        officer,
        f"{case}/parts/section-20/information",
        "Add a time when they were informed",
        at,
        **dict.fromkeys(told, "yes"),
    )
    added(
        officer,
        f"{case}/parts/section-20/advocate-offers",
        "Add an offer of an advocate",
        at,
        independent="yes",
        time_given="yes",
        accepted="no",
        offered_by="Sami Example",
    )


def has_capacity(social_worker: Officer, case: str, at: str) -> None:
    added(
        social_worker,
        f"{case}/parts/section-20/capacity",
        "Add a time when capacity was considered",
        at,
        found="has",
    )


def record_outcome(officer: Officer, case: str, outcome: str, said: str) -> None:
    officer.open(f"{case}/outcome")
    officer.press("Record the outcome")
    assert officer.page.locator("[name=outcome]:checked").count() == 0
    officer.fill_in(outcome=outcome, reason="As assessed.", said=said, told="What it means.")
    officer.press("Save the outcome")
