"""On which basis they sleep where they do, that they have gone, and that they are back."""

import pytest

from tests.web.conftest import OFFICER
from tests.web.once import taken_once
from tests.web.placing import CONFIRM, opened, proposed, with_every_gate_met
from tests.web.test_placements import row

SOCIAL_WORKER, MANAGER = "social_worker", "team_manager"
RECORD = "Record the legal basis"
S20 = {
    "basis": "s20",
    "decided_by": "Ann Made-Up",
    "decided_at": ["28", "8", "2026", "16:40"],
    "reasons": "They need somewhere to live, and they accept it.",
    "first_night": ["28", "8", "2026"],
}
LEFT = {
    "at": ["28", "8", "2026", "16:30"],
    "said_by": "Mrs Bright, their carer",
    "done": ["safe_contact", "police"],
    "police_reference": "CAD 123",
    "words": "They said that they would see their sister.",
}
INTERVIEW = "Offer a return interview with somebody independent."


@pytest.fixture
def worker(browse):
    return browse(SOCIAL_WORKER)


@taken_once
def case(worker):
    """Placed in foster care on Friday evening."""
    path = opened(worker)
    with_every_gate_met(worker, path)
    worker.submit(proposed(worker, path, at=["28", "8", "2026", "16:45"]), CONFIRM)
    return path


def clock_of(page, what):
    """What the row about this says on the list of time limits, or nothing."""
    table = page.soup.find("caption", string="Time limits that are running").parent
    rows = [" ".join(tr.text.split()) for tr in table.select("tbody tr")]
    return next((each for each in rows if what in each), None)


def test_until_a_person_has_decided_the_basis_the_case_says_so(worker, case):
    page = worker.get(case)
    assert row(page, "Tonight").endswith("Legal basis: not decided yet.")
    assert page.soup.select_one("dd strong").text == "not decided yet"
    assert clock_of(page, "Hold the first review.") is None


def test_section_20_starts_every_clock_of_a_child_in_care(worker, case, record):
    form = worker.get(f"{case}/legal-basis")
    assert form.filled(RECORD).getlist("first_night") == ["28", "8", "2026"]
    assert not form.soup.select("input[checked]")

    worker.submit(form, RECORD, **S20)

    page = worker.get(case)
    assert "under section 20 of the Children Act 1989" in row(page, "Tonight")
    assert "decided by Ann Made-Up today at 4:40pm" in row(page, "Tonight")
    for what, left in (
        ("Make the care plan.", "10 working days left"),
        ("Make the placement plan.", "5 working days left"),
        ("Have an independent reviewing officer named.", "5 working days left"),
        ("Start the personal education plan.", "10 working days left"),
        ("Have their health assessed", "20 working days left"),
        ("Hold the first review.", "20 working days left"),
        ("Visit them where they live now", "7 days left"),
    ):
        assert left in (clock_of(page, what) or ""), what
    assert "Refer to the Permanency Planning Panel." in page.words
    care = record.last("record_saved")
    assert care["record"] == "care_period"
    assert care["fields"]["first_day"]["value"] == "2026-08-28"
    record.is_sound()


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        ("2026-09-25 10:00", "1 working day left"),
        ("2026-09-28 10:00", "Today is the last day"),
        ("2026-09-29 10:00", "1 working day late"),
    ],
)
def test_the_first_review_the_day_before_the_day_and_the_day_after(
    worker, case, clock, browse, moment, says
):
    """20 working days from Friday 28 August, the bank holiday of the 31st left out."""
    worker.submit(worker.get(f"{case}/legal-basis"), RECORD, **S20)
    clock.set(moment)
    assert says in clock_of(browse(SOCIAL_WORKER).get(case), "Hold the first review.")


def test_91_days_are_counted_from_the_first_night(worker, case, clock, browse):
    worker.submit(worker.get(f"{case}/legal-basis"), RECORD, **S20)
    pathway = "Assess what they need for their pathway plan."
    clock.set("2026-11-25 10:00")
    assert clock_of(browse(SOCIAL_WORKER).get(case), pathway) is None
    clock.set("2026-11-26 10:00")
    assert "Started today" in clock_of(browse(SOCIAL_WORKER).get(case), pathway)


def test_a_time_in_care_that_runs_is_not_begun_twice(worker, case, record):
    worker.submit(worker.get(f"{case}/legal-basis"), RECORD, **S20)
    again = worker.get(f"{case}/legal-basis")
    assert "A time in care is recorded as running" in again.words
    worker.submit(again, RECORD, **{**S20, "basis": "s21"})
    saved = [each.body["record"] for each in record.entries("record_saved")]
    assert saved.count("care_period") == 1


def test_another_bed_leaves_the_basis_as_it_was_decided(worker, case, officer):
    worker.submit(worker.get(f"{case}/legal-basis"), RECORD, **S20)
    bed = {"bed-where": "foster", "bed-confirmed_by": "Pat"}
    officer.submit(officer.get(f"{case}/hand-over"), "Save the bed", **bed)
    assert "section 20" in row(worker.get(case), "Tonight")
    worker.submit(proposed(worker, case, place="The Limes"), CONFIRM)
    assert "section 20" in row(worker.get(case), "Tonight")


def test_a_bed_in_foster_care_is_never_a_stopgap(worker, case, record):
    form = worker.get(f"{case}/legal-basis")
    refused = worker.submit(form, RECORD, 400, **{**S20, "basis": "s188"})
    assert refused.error_beside("basis") == (
        "A bed in foster care is never a stopgap under section 188. Select another basis"
    )
    assert refused.typed(RECORD)["reasons"] == [S20["reasons"]]
    assert not record.entries("legal_basis_recorded")


def test_while_nobody_knows_what_kind_of_place_it_is_a_stopgap_is_not_recorded(worker):
    form = worker.get(f"{opened(worker)}/legal-basis")
    refused = worker.submit(form, RECORD, 400, **{**S20, "basis": "s188"})
    assert "It is not known that the bed is not in foster care." in refused.error_beside("basis")


@pytest.mark.parametrize("basis", ["s17", "not_yet_determined", "none"])
def test_a_basis_that_makes_nobody_looked_after_asks_for_no_first_day(worker, case, record, basis):
    form = worker.get(f"{case}/legal-basis")
    worker.submit(form, RECORD, **{**S20, "basis": basis, "first_night": ["", "", ""]})
    assert [each.body["record"] for each in record.entries("record_saved")] == ["placement"]


def test_who_has_gone_keeps_the_bed_and_who_comes_back_has_72_hours(
    browse, worker, case, clock, record
):
    worker.submit(worker.get(f"{case}/left-or-missing"), "Save", **LEFT)

    gone = worker.get(case)
    assert row(gone, "Tonight").startswith(
        "It is not known where they are. They have left, or are missing, last seen today at "
        "4:30pm. Their bed is held: In foster care, Mrs Bright"
    )
    assert "Done since: Tried the contact they call safe; Rung the police." in gone.words
    assert "The police have it under CAD 123." in gone.words
    assert "“They said that they would see their sister.”" in gone.words
    assert "hold the bed" in gone.part("Not done yet")
    assert clock_of(gone, INTERVIEW) is None

    clock.forward(minutes=5)
    back = {
        "at": ["28", "8", "2026", "16:50"],
        "said_by": "Mrs Bright",
        "where_tonight": "With Mrs Bright.",
    }
    worker.submit(worker.get(f"{case}/returned"), "Save", **back)

    page = worker.get(case)
    assert row(page, "Tonight").startswith("In foster care, Mrs Bright")
    assert "2 days 23 hours left" in clock_of(page, INTERVIEW)
    assert "Due Monday 31 August" in clock_of(page, INTERVIEW)
    record.is_sound()

    worker.submit(worker.get(f"{case}/left-or-missing"), "Save", **LEFT)
    clock.forward(days=1)
    later = browse(SOCIAL_WORKER)
    later.submit(
        later.get(f"{case}/returned"), "Save", **{**back, "at": ["29", "8", "2026", "16:55"]}
    )
    assert "3 days left" in clock_of(later.get(case), INTERVIEW)


@pytest.mark.parametrize(
    ("now", "says"),
    [
        ("2026-08-31 16:49", "1 minute left"),
        ("2026-08-31 16:50", "late"),
        ("2026-08-31 17:50", "1 hour late"),
    ],
)
def test_the_return_interview_before_at_and_after_its_last_minute(
    worker, case, clock, browse, now, says
):
    back = {"at": ["28", "8", "2026", "16:50"], "said_by": "A carer", "where_tonight": "There."}
    worker.submit(worker.get(f"{case}/returned"), "Save", **back)
    clock.set(now)
    assert says in clock_of(browse(SOCIAL_WORKER).get(case), INTERVIEW)


def test_only_a_manager_stops_holding_a_bed_and_says_why(browse, worker, case, record):
    worker.get(f"{case}/end-the-hold", 403)
    manager = browse(MANAGER)
    nothing = manager.get(f"{case}/end-the-hold")
    assert "No bed is held now for somebody who has gone" in nothing.words
    worker.submit(worker.get(f"{case}/left-or-missing"), "Save", **LEFT)
    page = manager.get(f"{case}/end-the-hold")
    refused = manager.submit(page, "Stop holding the bed", 400)
    assert refused.errors == ["Enter why, and where they would sleep"]
    reason = "They sleep at their aunt's, which was visited."
    manager.submit(page, "Stop holding the bed", reason=reason)
    manager.submit(page, "Stop holding the bed", reason=reason)
    gone = worker.get(case)
    assert "No bed is held for them" in row(gone, "Tonight")
    assert reason in gone.words
    assert "A manager no longer holds a bed for them." in gone.words
    assert "The bed stays theirs." not in gone.words
    assert len(record.entries("bed_hold_ended")) == 1
    late = manager.post(page.url, {**page.filled(), "reason": "x", "command_id": "0" * 36}, 409)
    assert late.errors == ["No bed is held for them now, so nothing was saved"]


def test_only_those_who_decide_about_the_law_record_a_basis(browse, case):
    for role in (OFFICER, "emergency_duty_team_worker", "housing_options_assessor"):
        page = browse(role).get(case)
        assert not page.soup.find("a", string=RECORD)
        browse(role).get(f"{case}/legal-basis", 403)


@pytest.mark.parametrize(
    ("address", "button", "good", "question", "typed", "message"),
    [
        ("legal-basis", RECORD, S20, "basis", None, "Select the legal basis, or that"),
        ("legal-basis", RECORD, S20, "basis", "s99", "Select the legal basis, or that"),
        ("legal-basis", RECORD, S20, "decided_by", "", "Enter who decided it"),
        ("legal-basis", RECORD, S20, "reasons", "", "Enter why"),
        ("legal-basis", RECORD, S20, "first_night", ["", "", ""], "Enter the day of their first"),
        ("legal-basis", RECORD, S20, "first_night", ["29", "8", "2026"], "must be today or in"),
        (
            "legal-basis",
            RECORD,
            S20,
            "decided_at",
            ["28", "8", "2026", "23:59"],
            "When it was decided must not be later than now",
        ),
        ("left-or-missing", "Save", LEFT, "at", ["", "", "", ""], "Enter when they were last seen"),
        ("left-or-missing", "Save", LEFT, "done", None, "Select what has been done"),
        ("left-or-missing", "Save", LEFT, "done", ["nothing", "police"], "Select the answers"),
        ("left-or-missing", "Save", LEFT, "said_by", "x" * 101, "must be 100 characters or fewer"),
        ("returned", "Save", {"said_by": "Pat"}, "where_tonight", "", "Enter where they sleep"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(
    worker, case, record, address, button, good, question, typed, message
):
    before = record.entries()
    page = worker.get(f"{case}/{address}")
    refused = worker.submit(page, button, 400, **{**good, question: typed})
    assert any(message in each for each in refused.errors)
    assert message in refused.error_beside(question)
    for name, value in good.items():
        if name != question and isinstance(value, str) and refused.typed(button).get(name):
            assert refused.typed(button)[name] == [value]
    assert record.entries() == before
