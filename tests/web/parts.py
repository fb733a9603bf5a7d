"""The parts of a case, in short: who answers what, and where it leads."""

from store.ids import new_id
from tests.web.journey import NOWHERE, came, decided

DAY = "28"  # of August 2026, which is today for whoever tests


def part(browser, case, page, status=302, **answers):
    """Answer one page of a part, for example ``section-20/wishes``."""
    shown = browser.get(f"{case}/parts/{page}")
    return browser.submit(shown, status=status, **answers)


def add(browser, case, page, status=302, at=None, **answers):
    """Add a record to a list, for example ``section-20/offers``. ``at`` is a time of today."""
    if at:
        answers["at"] = [DAY, "8", "2026", at]
    shown = browser.get(f"{case}/parts/{page}/{new_id()}")
    return browser.submit(shown, status=status, **answers)


def homeless(officer):
    """The address of the case of somebody who has nowhere to stay."""
    return decided(officer, came(officer, **NOWHERE), name="Sam Sample").url


def section_20_is_owed(social_worker, case):
    """Everything the law asks is answered, and nobody stops it."""
    part(social_worker, case, "assessment/in-need", in_need="yes")
    part(
        social_worker,
        case,
        "assessment/needs-accommodation",
        assessed_as_needing_accommodation="yes",
    )
    part(social_worker, case, "section-20/area", in_the_area="yes")
    part(social_worker, case, "section-20/cause", accommodation_cause="carer_prevented")
    part(social_worker, case, "section-20/with-family", agrees_to_live_with_family="no")
    part(social_worker, case, "section-20/objection", parent_objects_to_s20="no")


def never_in_care(social_worker, case):
    part(social_worker, case, "custody/times", custody_complete="yes")
    part(social_worker, case, "custody/care", care_period_complete="yes")
    part(social_worker, case, "custody/at-sixteen", detained_at_16_after_thirteen_weeks="no")


def informed(browser, case, at="09:00"):
    """Everything that makes a later refusal an informed one, but for their capacity."""
    yes = dict.fromkeys(("written", "explained", "in_their_language", "what_refusing_means"), "yes")
    add(browser, case, "section-20/information", at=at, **yes)
    offered = {"independent": "yes", "time_given": "yes", "accepted": "no", "offered_by": "Ada"}
    add(browser, case, "section-20/advocate-offers", at=at, **offered)


def refuses(browser, case, at, words="I can look after myself."):
    add(browser, case, "section-20/offers", at=at, answer="refuses", their_words=words)


def has_capacity(social_worker, case, at):
    add(social_worker, case, "section-20/capacity", at=at, found="has")


def housing_owes_nothing(assessor, case, at):
    given = {"owes_accommodation": "no", "reason": "not_homeless", "written": "yes"}
    add(assessor, case, "section-20/housing", at=at, **given)


def outcome_of(browser, case):
    """What the rules come to, as the page says it."""
    return browser.get(f"{case}/outcome").part("What the rules come to now")
