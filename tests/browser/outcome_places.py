"""Section 20, the assessment, its outcome, and the ledger of advocates."""

from tests.browser.journey import SOCIAL_WORKER, Officer
from tests.browser.on_record import OFFER
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
    Place("section 20", f"{PART}/section-20"),
    Place("section 20, check", f"{PART}/section-20/check", like_another=True),
    Place("section 20, what they said", f"{PART}/section-20/offers"),
    Place("section 20, an answer", f"{PART}/section-20/offers/{NEW}"),
    Place(
        "section 20, an answer, nothing entered",
        f"{PART}/section-20/offers/{NEW}",
        save,
        has_errors=True,
    ),
    Place(
        "section 20, an answer, too long",
        f"{PART}/section-20/offers/{NEW}",
        too_long,
        has_errors=True,
    ),
    Place("section 20, an answer removed", f"{PART}/section-20/offers/{OFFER}/remove"),
    Place("section 20, an objection", f"{PART}/section-20/objection", who=SOCIAL_WORKER),
    Place("section 20, Housing", f"{PART}/section-20/housing/{NEW}", who=ASSESSOR),
    Place("section 20, not asked", f"{PART}/section-20/section-17", who=SOCIAL_WORKER, status=404),
    Place("assessment, the part", f"{PART}/assessment"),
    Place("assessment, a dimension", f"{PART}/assessment/family"),
    Place(
        "assessment, a dimension, too long",
        f"{PART}/assessment/family",
        too_long,
        has_errors=True,
    ),
    Place("assessment", f"{CASE}/assessment", title=f"Assessment, {REFERENCE}"),
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
