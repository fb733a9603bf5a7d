"""Asking other agencies, what they answered, and what may be shared at all."""

from datetime import date

import pytest

from tests.web.mash import Child

ASK, SAVE_ANSWER, SAVE_SHARING = "Record that you ask them", "Save the answer", "Save what may be"
SIXTEEN = date(2010, 3, 1)
UNASKED = {
    "young_person": "not_asked",
    "parent": "not_asked",
    "told_family": "not_yet",
    "service_agreed": "not_asked",
    "ground": "none",
}
GROUND = {"ground": "harm_to_child", "ground_words": "He would hit her again."}
NO_HARM = {"abuse_or_violence": "no"}
WHAT = {"what": "What do you know of her and her brother?"}


@pytest.fixture
def mash(browse):
    return browse("mash_social_worker")


@pytest.fixture
def child(record, clock):
    return Child(record, clock)


def shared(mash, child, status=302, **said):
    page = child.step(mash, "sharing")
    return mash.submit(page, SAVE_SHARING, status, **{**UNASKED, **said})


def asked(mash, child, *agencies, status=302, **more):
    page = child.step(mash, "ask-check")
    return mash.submit(page, ASK, status, agencies=list(agencies), **{**WHAT, **more})


def answers(mash, child, place=0):
    links = child.page(mash).soup.select("a[href*='/checks/']")
    return mash.get(links[place]["href"])


def test_nobody_is_asked_before_the_child_is_rated_and_a_ground_or_agreement_is_recorded(
    mash, child, record
):
    assert "Rate this child first" in child.step(mash, "ask-check").words
    child.rated(**NO_HARM)
    assert "First record who agrees" in child.step(mash, "ask-check").words
    shared(mash, child, told_family="yes")
    assert "First record who agrees" in child.step(mash, "ask-check").words
    shared(mash, child, **GROUND)
    asked(mash, child, "police", "education")
    assert [each.body["agency"] for each in record.entries("check_asked")] == [
        "police",
        "education",
    ]
    record.is_sound()


def test_a_page_opened_before_the_agreement_was_taken_back_asks_nobody(mash, child, record, browse):
    child.rated(**NO_HARM)
    shared(mash, child, parent="yes", parent_who="Her mother")
    page = child.step(mash, "ask-check")
    colleague = browse("mash_manager")
    taken = {"what": "sharing", "who": "Her mother", "words": "No longer."}
    at = {"at": ["28", "8", "2026", "16:45"]}
    colleague.submit(child.step(colleague, "withdraw-agreement"), "Save", **taken, **at)
    told = mash.submit(page, ASK, 409, agencies=["police"], **WHAT)
    assert "First record who agrees" in told.words
    assert record.entries("check_asked") == []
    assert "Taken back" in child.page(mash).words


def test_where_harm_was_told_police_and_health_are_asked_at_once_with_the_ground(
    mash, child, record
):
    child.has("harm_told", to="police", words="Her stepfather hit her.")
    page = child.step(mash, "ask-check")
    assert "School or education" not in page.words
    told = mash.submit(page, ASK, 400, agencies=["police"], **WHAT)
    assert told.errors == ["Select the ground", "Enter why this ground fits this child"]
    mash.submit(told, ASK, **GROUND)
    body = record.last("sharing_recorded")
    assert (body["ground"], body["told_family"], body["parent"]) == (
        "harm_to_child", "not_yet", "not_asked",
    )  # fmt: skip
    assert record.last("check_asked")["agency"] == "police"
    told = asked(mash, child, "education", status=400)
    assert told.error_beside("agencies") == (
        "Before this child is rated, only police and health can be asked"
    )


def test_a_check_is_due_while_red_still_runs_and_then_late(mash, child, clock, record):
    child.rated("red", **NO_HARM)
    shared(mash, child, **GROUND)
    clock.forward(hours=3)
    asked(mash, child, "police")
    assert record.last("check_asked")["due_at"] == "2026-08-28T20:50:00+01:00"
    clock.forward(minutes=60)
    assert "1 has not answered yet" in child.page(mash).part("What other agencies know")
    clock.forward(minutes=1)
    words = child.page(mash).part("What other agencies know")
    assert "1 is late" in words
    assert "Late Asked, and not answered in time" in words
    asked(mash, child, "health")
    assert "At once: the time for a decision has passed" in record.last("check_asked")["due_words"]


def test_a_nil_return_never_reassures(mash, child, record, clock):
    child.rated(**NO_HARM)
    shared(mash, child, **GROUND)
    asked(mash, child, "police", "health", "education")
    clock.forward(hours=1)
    answer = {"at": ["28", "8", "2026", "17:20"]}
    page = answers(mash, child, 0)
    assert page.typed(SAVE_ANSWER) == {}
    mash.submit(page, SAVE_ANSWER, result="nothing_held", looked="Ann, and Anne", **answer)
    mash.submit(
        answers(mash, child, 1), SAVE_ANSWER, result="refused", why_refused="No form.", **answer
    )
    words = child.page(mash).part("What other agencies know")
    assert (
        "3 agencies asked. 1 holds nothing. 1 refused. 1 has not answered yet. "
        "Nothing held is not the same as nothing there."
    ) in words
    assert words.count("Nothing held is not the same as nothing there") == 2
    assert "Ann, and Anne" in words
    for reassuring in ("no concern", "%", "all clear", "nothing known"):
        assert reassuring not in child.page(mash).words.lower()
    record.is_sound()


def test_an_agency_can_answer_again_and_both_answers_stay(mash, child, record):
    child.rated(**NO_HARM)
    shared(mash, child, **GROUND)
    asked(mash, child, "police")
    at = {"at": ["28", "8", "2026", "16:50"]}
    mash.submit(answers(mash, child), SAVE_ANSWER, result="nothing_held", looked="Ann", **at)
    mash.submit(answers(mash, child), SAVE_ANSWER, result="information", came="Three calls.", **at)
    words = child.page(mash).part("What other agencies know")
    assert "1 agency asked. 1 told us something." in words
    assert "Three calls." in words
    assert len(record.entries("check_answered")) == 2


@pytest.mark.parametrize(
    ("said", "beside", "message"),
    [
        ({"result": None}, "result", "Select what they answered"),
        ({"result": "fine"}, "result", "Select what they answered"),
        ({"result": "information", "came": " "}, "came", "Enter what they told us"),
        ({"result": "refused"}, "why_refused", "Enter why they did not tell us"),
        (
            {"result": "nothing_held", "at": ["28", "8", "2026", "16:51"]},
            "at",
            "When it came must not be later than now",
        ),
    ],
)
def test_an_answer_that_is_none_is_refused_beside_the_field(
    mash, child, record, said, beside, message
):
    child.rated(**NO_HARM)
    shared(mash, child, **GROUND)
    asked(mash, child, "police")
    right = {"at": ["28", "8", "2026", "16:50"], "looked": "Ann"}
    told = mash.submit(answers(mash, child), SAVE_ANSWER, 400, **{**right, **said})
    assert told.error_beside(beside) == message
    assert "Ann" in told.typed(SAVE_ANSWER)["looked"]
    assert record.entries("check_answered") == []


def test_somebody_else_is_asked_by_name_only(mash, child, record):
    child.rated(**NO_HARM)
    shared(mash, child, **GROUND)
    told = asked(mash, child, "other", status=400)
    assert told.error_beside("other_agency") == "Enter who “somebody else” is"
    asked(mash, child, "other", other_agency="The swimming club")
    assert "The swimming club" in child.page(mash).part("What other agencies know")


def test_the_same_page_posted_twice_asks_once(mash, child, record):
    child.rated(**NO_HARM)
    shared(mash, child, **GROUND)
    page = child.step(mash, "ask-check")
    for _ in range(2):
        mash.submit(page, ASK, agencies=["police"], **WHAT)
    assert len(record.entries("check_asked")) == 1


# What may be shared: separate facts.


@pytest.mark.parametrize("facts", [{}, {"abuse_or_violence": "yes"}])
def test_a_parent_is_not_asked_while_it_is_not_known_to_be_safe(mash, child, record, facts):
    child.rated(**facts)
    assert "Do not contact the family yet" in child.page(mash).part("What may be shared")
    for contacted in ({"parent": "yes", "parent_who": "Her mother"}, {"told_family": "yes"}):
        told = shared(mash, child, status=400, **contacted)
        assert "Say why a social worker has decided that it is safe" in told.errors[0]
    assert record.entries("sharing_recorded") == []
    why = {"safe_to_ask": "Seen alone; he has left the country."}
    shared(mash, child, parent="yes", parent_who="Her mother", **why)
    assert record.last("sharing_recorded")["safe_to_ask"].startswith("Seen alone")


@pytest.mark.parametrize("born", [SIXTEEN, None])
def test_from_16_on_and_where_the_age_is_not_known_the_young_person_comes_first(
    mash, record, clock, born
):
    child = Child(record, clock, born=born)
    child.rated(**NO_HARM)
    told = shared(mash, child, status=400, parent="yes", parent_who="His mother")
    assert "From 16 on the young person is asked first" in told.error_beside("parent")
    told = shared(mash, child, status=400, young_person="too_young")
    assert told.error_beside("young_person").startswith("From 16 on they decide this themselves.")
    shared(mash, child, young_person="yes")
    asked(mash, child, "police")
    assert record.last("check_asked")["agency"] == "police"


@pytest.mark.parametrize(("age", "is_enough"), [(13, True), (14, True), (15, False), (16, False)])
def test_an_age_that_was_told_counts_with_a_year_to_spare(mash, record, clock, age, is_enough):
    """A parent's agreement is enough only for a child who is surely under 16."""
    child = Child(record, clock, born=None)
    told = {"name": "Ann", "date_of_birth": None, "age": age, "where": None, "facts": NO_HARM}
    child.has("child_told", **told)
    child.rated(**NO_HARM)
    agreed = {"young_person": "too_young", "parent": "yes", "parent_who": "Her mother"}
    shared(mash, child, status=302 if is_enough else 400, **agreed)
    assert len(record.entries("sharing_recorded")) == is_enough


def test_a_ground_needs_words_and_a_service_its_name(mash, child, record):
    child.rated(**NO_HARM)
    told = shared(mash, child, status=400, ground="level_4", service_agreed="yes")
    assert told.error_beside("ground_words") == "Enter why this ground fits this child"
    assert told.error_beside("service") == "Enter which service they agree to"
    assert record.entries("sharing_recorded") == []


def test_each_fact_is_shown_by_itself_with_who_decided(mash, child):
    child.rated(**NO_HARM)
    why = {"told_family": "no", "why_not_told": "He reads her post."}
    shared(mash, child, decided_by="The MASH manager", **why, **GROUND)
    words = child.page(mash).part("What may be shared")
    for shown in (
        "Family told of this contact No, and we do not mean to yet He reads her post.",
        "A parent agrees that we ask others Not asked yet",
        "Ground for asking and sharing without agreement Asking would put the child at greater",
        "Decided by The MASH manager",
    ):
        assert shown in words


def test_on_the_day_it_is_looked_at_again_until_it_is_recorded_anew(mash, child, record):
    child.rated(**NO_HARM)
    told = shared(mash, child, status=400, review_on=["27", "8", "2026"])
    assert "must be today or in the future" in told.error_beside("review_on")
    shared(mash, child, review_on=["4", "9", "2026"], **GROUND)
    assert "Looked at again on 4 September 2026" in child.page(mash).part("What may be shared")
    assert "Look again at what may be shared about a child" in mash.get("/").words
    shared(mash, child, **GROUND)
    assert "Look again at what may be shared" not in mash.get("/").words
    record.is_sound()


def test_what_was_never_agreed_to_cannot_be_taken_back(mash, child, record):
    child.rated(**NO_HARM)
    page = child.step(mash, "withdraw-agreement")
    assert "Nobody has agreed to anything yet" in page.words
    shared(mash, child, parent="yes", parent_who="Her mother")
    taken = {"what": "service", "who": "Her mother", "words": "No."}
    at = {"at": ["28", "8", "2026", "16:45"]}
    page = child.step(mash, "withdraw-agreement")
    told = mash.submit(page, "Save", 400, **taken, **at)
    assert told.error_beside("what") == "Nobody has agreed to this, so it cannot be taken back"
    assert record.entries("agreement_withdrawn") == []


def test_an_auditor_reads_and_asks_nobody(browse, child):
    auditor = browse("auditor")
    page = child.page(auditor)
    assert not page.soup.select("main a[href$='ask-check'], main a[href$='sharing']")
    child.step(auditor, "ask-check", 403)
