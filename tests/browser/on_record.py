"""What the places are about: made-up young people, each of whom shows pages that no other does,
and a reading that waits to be confirmed."""

from pathlib import Path

from tests.browser.case_journey_places import put_in_custody
from tests.browser.checklist_places import talked_about
from tests.browser.journey import NOWHERE_AND_REFUSES, Officer
from tests.browser.mash_after_places import children_on_record
from tests.browser.mash_council_places import met_about
from tests.browser.mash_rating_places import children_rated
from tests.browser.mash_receiving_places import contacts_told
from tests.browser.notices import notices_on_record
from tests.browser.place import Known
from tests.browser.placement_places import in_a_bed
from tests.browser.plan_places import planned_for
from tests.browser.review_places import looked_at
from tests.browser.support_places import visited

AT_HOME = {
    "where": "settled",
    "family": "agrees",
    "risk_of_significant_harm": "no",
    "safe_to_return_home": "yes",
}
IN_DANGER = {"where": "settled", "family": "agrees", "risk_of_significant_harm": "yes"}


def put_on_record(
    officer: Officer, manager: Officer, head: Officer, mash: Officer, database: Path
) -> Known:
    """``waiting`` has only a card. ``at_home`` can be offered early help. For ``silent`` the
    protocol is, and everything stands out. ``decided`` has a case, a contact at MASH and two
    names; ``housed`` a place to confirm and one confirmed. The four signatures are of others.
    ``reading`` waits for the lawyer. The three notices are ready, sent and answered. In
    ``disputed`` the services disagree, and somebody complains. MASH was ``told`` of one child, and
    of one that is ``unnamed``. ``four`` is a contact with four
    children: being checked, decided, ready to close, and handed on with a late answer. A
    ``meeting`` talked about the first, and the third is on the list for the next. The
    fifty points were talked about with ``decided`` once, and ``talk`` is the second time. In the
    plan of ``decided`` something is ``planned``, and it was ``plan_given``. Of ``housed`` somebody
    else ``looked_at`` what was said of the fifty points, and they were ``told_their_rights``. The
    demo's ``supported`` young person had a ``visit``, and a ``missed`` day."""
    waiting = id_in(officer.card(**NOWHERE_AND_REFUSES))
    at_home = id_in(officer.card(**AT_HOME))
    carer = ready_for_early_help(officer)
    silent = id_in(officer.card(**IN_DANGER))
    everything_stands_out(officer)

    officer.card()
    officer.decide()
    decided = id_in(officer.path)
    officer.follow("See and print the referral")
    contact = id_in(officer.path)
    put_in_custody(officer, decided)
    officer.open(f"/cases/{decided}")
    officer.follow("Other names and other records")
    person = id_in(officer.path)
    officer.follow("Add another name")
    officer.fill_in(alias="Bobbie", reason="Their school calls them that.")
    officer.press("Add this name")
    alias = id_in(link_to(officer, "Remove Bobbie"), 4)

    signature, other = departed(officer, "Signe Waits")
    sent_back, _ = departed(officer, "Otto Back")
    manager.open(f"/signatures/{sent_back}")
    manager.fill_in(says="ask", question="Where did they sleep last night?")
    manager.press("Save")
    declined, _ = departed(officer, "Dee Clined")
    manager.open(f"/signatures/{declined}")
    manager.fill_in(says="decline", reason="They need a bed tonight.")
    manager.press("Save")
    withdrawn, linked = departed(officer, "With Drawn")
    officer.page.locator("summary", has_text="Withdraw").click()
    officer.fill_in(withdrawal="I have decided anew.")
    officer.press("Withdraw")
    officer.open(f"/people/{person}/same-person/{linked}")
    officer.fill_in(reason="The same face.")
    officer.press("Record that they are the same person")
    four, beds = children_on_record(database), in_a_bed(officer)
    return Known(
        waiting, at_home, silent, carer, decided, *beds, contact, person, alias,
        linked, other, signature, sent_back, declined, withdrawn, proposed(head, "A12"),
        *notices_on_record(officer),
        *disagreement_and_complaint(officer), *contacts_told(mash), *children_rated(mash), *four,
        met_about(database, contact=four[0], agreed=four[1], flagged=four[3]),
        talked_about(database, decided),
        *planned_for(database, decided),
        *looked_at(database, beds[0]),
        *visited(database),
    )  # fmt: skip


def disagreement_and_complaint(officer: Officer) -> tuple[str, str, str]:
    """The ids of a case, of the dispute that runs on it and of the complaint."""
    officer.card(where="nowhere", born=None)
    officer.decide(name="Dis Puted")
    case = id_in(officer.path)
    officer.open(f"/cases/{case}")
    officer.raise_dispute()
    dispute = id_in(officer.path, 4)
    officer.open(f"/cases/{case}")
    officer.complain()
    return case, dispute, id_in(officer.path, 4)


def ready_for_early_help(officer: Officer) -> str:
    """From the card until early help can be offered. The id of a carer."""
    listed = officer.interview()
    officer.follow("Family who might help")
    officer.press("Add a parent or carer")
    carer = id_in(officer.path, 5)
    officer.fill_in(name="Ann Made-Up", relationship="mother", reach="07700 900123")
    officer.press("Save")
    for slug, button, answers in (
        (f"family-views/{carer}", "Save", {"contacted": "yes", "willing": "yes"}),
        ("their-view", "Save and continue", {"view_of_going_home": "I want to."}),
        ("objects", "Save and continue", {"objects_to_going_home": "no"}),
        ("statutory-assessment", "Save and continue", {"needs_statutory_assessment": "no"}),
    ):
        officer.open(f"{listed}/{slug}")
        officer.fill_in(**answers)
        officer.press(button)
    return carer


def everything_stands_out(officer: Officer) -> None:
    listed = officer.interview()
    for slug, answers in (
        ("interpreter", {"interpreter": "yes", "language": "Tigrinya"}),
        ("left", {"left_or_missing": "yes"}),
        ("pregnant", {"pregnant": "yes"}),
        ("siblings", {"siblings_at_home": "yes", "siblings": "Two, 8 and 10"}),
    ):
        officer.open(f"{listed}/{slug}")
        officer.fill_in(**answers)
        officer.press("Save and continue")


def departed(officer: Officer, name: str) -> tuple[str, str]:
    """The ids of the signature that a decision waits for, and of whom it is about."""
    officer.card(where="nowhere", born=None)
    officer.depart(name)
    officer.open_case()
    person = id_in(link_to(officer, "Other names and other records"))
    officer.go(officer.page.get_by_role("link", name="Open the signature"))
    return id_in(officer.path), person


def proposed(head: Officer, reading: str) -> str:
    """The id of the signature that a reading waits for."""
    head.open(f"/readings/{reading}/confirm")
    for part, typed in (("day", "1"), ("month", "1"), ("year", "2099")):
        head.page.fill(f"#starts_on-{part}", typed)
    head.fill_in(reasons="It is how the council has always read it.")
    head.press("Send it to the lawyer")
    return id_in(link_to(head, "Open the signature"))


def link_to(officer: Officer, words: str) -> str:
    return str(officer.page.get_by_role("link", name=words).get_attribute("href"))


def id_in(path: str, place: int = 2) -> str:
    return path.split("/")[place]
