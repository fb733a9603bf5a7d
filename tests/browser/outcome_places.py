"""The assessment, its outcome, the ledger of advocates, and what only some roles are asked."""

from tests.browser.journey import SOCIAL_WORKER, Officer
from tests.browser.place import Place, save, too_long

TEAM_MANAGER = "team.manager@frontdoor.example"
ASSESSOR = "assessor@frontdoor.example"
REFERENCE = "[A-Z]+-[A-Z0-9]+"
NEW = "00000000-0000-4000-8000-000000000000"  # a record not saved yet
CASE = "/cases/{decided}"
PART = f"{CASE}/parts"


def outcome_that_departs(officer: Officer) -> None:
    officer.fill_in(outcome="part_vii_with_plan", reason="They asked for it.")
    save(officer)


PLACES_OF_OUTCOMES = (
    Place("section 20, an objection", f"{PART}/section-20/objection", who=SOCIAL_WORKER),
    Place("section 20, Housing", f"{PART}/section-20/housing/{NEW}", who=ASSESSOR),
    Place("assessment, longer", f"{PART}/assessment/longer", who=SOCIAL_WORKER),
    Place(
        "assessment, a dimension, too long",
        f"{PART}/assessment/family",
        too_long,
        has_errors=True,
    ),
    Place("assessment, how far", f"{CASE}/assessment", title=f"Assessment, {REFERENCE}"),
    Place(
        "assessment, nothing said about longer",
        f"{CASE}/assessment",
        save,
        who=TEAM_MANAGER,
        title=f"Assessment, {REFERENCE}",
        has_errors=True,
    ),
    Place("outcome", f"{CASE}/outcome", title=f"Outcome of the assessment, {REFERENCE}"),
    Place(
        "outcome, to record",
        f"{CASE}/outcome/record",
        who=SOCIAL_WORKER,
        title=f"Record the outcome, {REFERENCE}",
    ),
    Place(
        "outcome, departing",
        f"{CASE}/outcome/record",
        outcome_that_departs,
        who=SOCIAL_WORKER,
        title=f"Record the outcome, {REFERENCE}",
        has_errors=True,
    ),
    Place("advocates and information", "/advocacy", who=TEAM_MANAGER),
)
