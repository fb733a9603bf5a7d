"""What is done about where somebody sleeps, in short."""

from tests.web.journey import NOWHERE, came, decided

PROPOSE = "Save, and see what it has to pass"
CONFIRM = "Confirm the placement"
FRIDAY_EVENING = ["28", "8", "2026", "18:30"]
FRIDAY_NIGHT = ["28", "8", "2026", "23:30"]
FOSTER = {
    "kind": "foster_care",
    "place": "Mrs Bright, 1 Elm Road, 020 7946 0000",
    "at": FRIDAY_EVENING,
    "provider_registered": "yes",
    "high_level_support": "yes",
    "away_from_rivals": "yes",
    "not_shared_with_very_vulnerable": "yes",
}
NO_DANGER = {
    "gang_involved": "no",
    "high_risk_of_going_missing": "no",
    "vulnerable_to_exploitation": "no",
}


def opened(browser, **more):
    """The path of a case that somebody's decision opened."""
    return decided(browser, came(browser, **{**NOWHERE, **more})).url


def answered(browser, case, slug, **answers):
    """A page of the part of the case about accommodation, saved."""
    page = browser.get(f"{case}/parts/accommodation/{slug}")
    return browser.submit(page, "Save and continue", **answers)


def proposed(browser, case, **more):
    """The page on which the proposal can be confirmed."""
    page = browser.get(f"{case}/placements/propose")
    return browser.follow(browser.submit(page, PROPOSE, **{**FOSTER, **more}))


def with_every_gate_met(browser, case):
    answered(browser, case, "youth-offending-team", open_to_youth_offending_team="no")
    answered(browser, case, "danger", **NO_DANGER)


def reasons(page, words="Nobody answers at night."):
    """A reason for every gate that is not met, on the page that confirms."""
    return {name: words for name in page.names(CONFIRM) if name.startswith("why-")}
