"""Whoever told MASH is told what was decided: read by a person, and never too much."""

import pytest

from store.ids import new_id
from store.journal import command, erase_body
from store.placements import propose
from tests.unit.mash_helpers import decision
from tests.unit.store_helpers import ADA, NOW
from tests.web.journey import NOWHERE, came, decided
from tests.web.mash import Child
from tests.web.test_mash_checks import NO_HARM

SENT = "Record that it was sent"
RIGHT = {
    "complete": "yes",
    "consent_stated": "no",
    "concern_clear": "yes",
    "how": "secure_email",
    "to": "Ms Made-Up, Made-Up School",
    "read": "yes",
}
ADDRESS = "Take the address out: nobody is told where the child is"


@pytest.fixture
def mash(browse):
    return browse("mash_social_worker")


@pytest.fixture
def child(record, clock):
    child = Child(record, clock)
    child.rated("green", **NO_HARM)
    child.decided("referral_to_early_help")
    return child


def told(mash, child, status=302, **said):
    return mash.submit(child.step(mash, "feedback"), SENT, status, **{**RIGHT, **said})


def test_the_draft_has_the_threshold_in_plain_words_and_neither_name_nor_reasons(mash, child):
    page = child.step(mash, "feedback")
    (text,) = page.typed(SENT)["text"]
    for words in (
        "Thank you for telling us on 28 August 2026",
        "Early help works with the family, who agree to that.",
        "This is level 2, universal plus: some need that early help can meet",
        "tell us, and a manager looks at it again",
    ):
        assert words in text
    for private in ("Ann", "Heard shouting", "Needs more help than school", "2012"):
        assert private not in text
    assert page.typed(SENT).keys() == {"text"}


def test_it_counts_as_sent_once_somebody_has_read_it_and_the_task_is_done(mash, child, record):
    refused = told(mash, child, status=400, read=None)
    assert refused.error_beside("read") == "Read it once more, and confirm that you have"
    assert record.entries("feedback_sent") == []
    told(mash, child, next_time="Say who at home knows that you rang us.")
    body = record.last("feedback_sent")
    assert body["quality"] == {"complete": "yes", "consent_stated": "no", "concern_clear": "yes"}
    words = child.page(mash).part("Telling whoever told us")
    assert "Told today at 4:50pm: Ms Made-Up, Made-Up School, secure e-mail" in words
    assert "Read and confirmed by Worker mash_social_worker" in words
    assert "Say who at home knows" in words
    assert "recorded already" in child.step(mash, "feedback").words
    record.is_sound()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("They are at NW9 4BB now.", ADDRESS),
        ("They are at nw94bb now.", ADDRESS),
        ("Staying at 12 Long Made-Up Road for now.", ADDRESS),
        ("Staying at 3a Mill Lane.", ADDRESS),
        (" ", "Enter what you tell them"),
    ],
)
def test_no_address_goes_out_in_either_field(mash, child, record, typed, message):
    refused = told(mash, child, status=400, text=typed)
    assert refused.error_beside("text") == message
    if typed.strip():
        assert refused.typed(SENT)["text"] == [typed]
        refused = told(mash, child, status=400, next_time=typed)
        assert refused.error_beside("next_time") == message
    assert record.entries("feedback_sent") == []


def test_a_reference_that_looks_like_a_postcode_goes_out(mash, record, clock):
    child = Child(record, clock, reference="FD-NW94RT")
    child.rated("green", **NO_HARM)
    child.decided("referral_to_early_help")
    told(mash, child)
    assert "FD-NW94RT" in record.last("feedback_sent")["text"]


def test_words_that_only_look_like_an_address_go_out(mash, child, record):
    told(mash, child, text="We heard on 3 days of rows at school, and see a way on. 2 hours help.")
    assert len(record.entries("feedback_sent")) == 1


def test_no_place_that_the_case_knows_goes_out(mash, browse, officer, record):
    """The school hears what was decided about a young person whose bed is on record."""
    case = decided(officer, came(officer, **NOWHERE), name="Sam Made-Up").url
    bed = {"bed-where": "own_search", "bed-place": "The Limes, with Mrs Made-Up"}
    page = officer.get(f"{case}/hand-over")
    first = page.soup.select_one("input[name=bed-where]")["value"]
    confirmed = {"bed-confirmed_by": "Ann Placing", "bed-where": first}
    officer.submit(page, "Save the bed", **{**bed, **confirmed})
    with record.database() as db:
        contact = next(iter(db.query("select * from contacts")))["id"]
        child_id = next(iter(db.query("select * from contact_children")))["id"]
    with record.database() as db, command(db, new_id(), author=ADA, recorded_at=NOW) as c:
        place = {"kind": {"value": "hostel"}, "place": {"value": "Erased House"}}
        propose(c, case.split("/")[2], place)
    proposal = record.entries("placement_proposed")[0]
    with record.database() as db:
        law = {"author": ADA, "reason": "Law", "recorded_at": NOW, "command_id": new_id()}
        erase_body(db, proposal.id, **law)
    child = Child.known(record, lambda: bed_time(record), contact, child_id)
    child.rated("red")
    child.has("child_decided", decision(child_id, "referral_to_social_care", band="red", level=4))
    refused = told(mash, child, status=400, text="They sleep at the limes tonight.")
    assert refused.error_beside("text") == (
        "Take out where the child is or may go: the record names that place"
    )
    told(mash, child)


def bed_time(record):
    return record.entries()[-1].recorded_at


@pytest.mark.parametrize("source", ["other", "missing", None])
def test_whoever_is_not_known_to_be_a_professional_hears_no_name_and_little_else(
    mash, record, clock, source
):
    child = Child(record, clock, source_group=source)
    child.rated("green", **NO_HARM)
    child.decided("referral_to_early_help")
    page = child.step(mash, "feedback")
    assert "not known to be a professional" in page.words
    (text,) = page.typed(SENT)["text"]
    assert "level" not in text
    assert "Early help" not in text
    refused = told(mash, child, status=400, text="We have spoken with ann.")
    assert refused.error_beside("text").startswith("Take the child's name out")
    told(mash, child, text="We looked at what you told us at once, and an annual review follows.")
    assert len(record.entries("feedback_sent")) == 1


def test_where_it_is_not_safe_the_reason_is_recorded_instead(mash, child, record):
    page = child.step(mash, "no-feedback")
    refused = mash.submit(page, "Save", 400, code="may_have_harmed")
    assert refused.error_beside("words") == "Enter what makes you think so"
    mash.submit(page, "Save", code="may_have_harmed", words="It was her stepfather who rang.")
    words = child.page(mash).part("Telling whoever told us")
    assert "They are not told. They may have harmed the child" in words
    assert record.entries("feedback_sent") == []


def test_it_is_late_after_one_working_day(mash, browse, child, clock):
    """Decided on the Friday before a bank holiday."""
    clock.set("2026-09-01 23:59")
    later = browse("mash_social_worker")
    words = child.page(later).part("Telling whoever told us")
    assert "Not told yet" in words
    assert "Late" not in words
    clock.set("2026-09-02 00:00")
    assert "Late Not told yet" in child.page(later).part("Telling whoever told us")


def test_nobody_is_told_before_it_is_decided_and_decided_anew_they_are_told_anew(
    mash, record, clock
):
    child = Child(record, clock)
    assert "nothing to tell" in child.step(mash, "feedback").words
    child.rated("green", **NO_HARM)
    child.decided("signposting")
    told(mash, child)
    child.decided("referral_to_social_care", band="amber", level=3)
    assert "Not told yet" in child.page(mash).part("Telling whoever told us")
    (text,) = child.step(mash, "feedback").typed(SENT)["text"]
    assert "Children's social care looks at" in text


def test_posted_twice_it_is_sent_once(mash, child, record):
    page = child.step(mash, "feedback")
    for _ in range(2):
        mash.submit(page, SENT, **RIGHT)
    assert len(record.entries("feedback_sent")) == 1
    again = mash.submit(page, SENT, 409, **RIGHT, command_id="0" * 36)
    assert "recorded already" in again.words
