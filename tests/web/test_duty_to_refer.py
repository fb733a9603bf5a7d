"""The duty to refer: their consent and choice, the notice, and what the authority makes of it."""

import re
from email import message_from_bytes
from email.policy import default

import pytest

from protocol.pack import current_pack
from rules.answers import Answer
from rules.evaluate import evaluate, read_facts
from store import tasks
from store.established import established_in
from store.ids import new_id
from store.journal import erase_body
from tests.web.browser import line
from tests.web.conftest import OTHER_OFFICER
from tests.web.duty_to_refer import (
    HAS_IT,
    IS_SENT,
    LASTS,
    NO,
    NO_DUTY,
    OWED,
    READY,
    RELIEF,
    SENT,
    WITHDRAW,
    YES,
    brought_to,
    of,
    step,
)
from tests.web.journey import NOWHERE, came, decided
from tests.web.once import taken_once
from views.rules_in_force import DECIDING

# How they came is asked with it, and known from then on.
ABOUT_THE_NOTICE = re.compile("notice|housing authority|how they came", re.IGNORECASE)
SECTION_6 = {
    "duty_to_refer_arises", "6-a", "6-b", "6-b-send", "6-c", "6-d", "6-f", "6-g", "a16",
}  # fmt: skip


@taken_once
def case(officer):
    return decided(officer, came(officer, **NOWHERE), name="Marigold Thistlewood")


def to_do(record, case):
    """Rule → the state of its task."""
    with record.database() as db:
        found = tasks.tasks_of(db, case.url.split("/")[2])
    return {task.rule_id: task.state for task in found}


def facts(record):
    kinds = ("bed_confirmed", "duty_to_refer_answered", "duty_to_refer_sent")
    more = ("duty_to_refer_ended", "duty_to_refer_withdrawn")
    return established_in(record.entries(*kinds, *more))


def test_from_consent_to_outcome(officer, case, record, clock):
    page = officer.get(of(case))
    assert "Nobody has asked them yet" in page.words
    assert "6-b" not in to_do(record, case), "how they came is not known yet"

    page = step(officer, case, "answer", **YES)
    assert "They consent to a notice to Barnet. It has not been sent yet." in page.words
    assert "Send it to dutytorefer@barnet.gov.uk" in page.words
    assert {"6-a", "6-g"} <= to_do(record, case).keys()

    clock.forward(minutes=5)
    page = step(officer, case, "sent", **SENT)
    assert "Sent to Barnet, today. The authority has not acknowledged it yet." in page.words
    assert "Recorded as sent by Worker housing_needs_officer, today at 4:55pm" in page.words
    assert "By e-mail, to dutytorefer@barnet.gov.uk, today" in page.words

    page = step(officer, case, "acknowledged", reference="H-17", **HAS_IT)
    assert "Barnet has it: Ann, Housing Options, today" in page.words
    assert "H-17" in page.words

    page = step(officer, case, "outcome", words="Somebody will ring.", **RELIEF)
    assert "Barnet: It owes the relief duty, today." in page.words
    assert "Somebody will ring." in page.words

    page = step(officer, case, "ended", **LASTS)
    assert "The duty of Barnet ended today" in page.words
    assert facts(record)["accommodation_suits_six_months"] == "yes"
    happened = officer.get(case.url).part("What happened")
    for title in ("Asked about a notice", "Notice sent", "has the notice", "decided", "duty ended"):
        assert title in happened
    record.is_sound()


def test_the_notice_says_as_little_as_it_needs(officer, record):
    """Nothing about family, harm or where they are, although all of it is on record."""
    hidden = {"risk_of_significant_harm": "yes", "family": "unsafe"}
    case = decided(officer, came(officer, **NOWHERE, **hidden), name="Marigold Thistlewood")
    bed = {"bed-where": "foster", "bed-place": "Larkrise, 07700 900999", "bed-confirmed_by": "Ann"}
    officer.submit(officer.get(f"{case.url}/hand-over"), "Save the bed", **bed)

    text = line(brought_to(officer, case, *READY).soup.find(id="notice"))

    for needed in ("Marigold Thistlewood", YES["contact"], "has consented", "is homeless"):
        assert needed in text
    private = ("Larkrise", "900999", "foster", "parent", "danger", "harm", "family", "2009")
    assert not [words for words in private if words.casefold() in text.casefold()]


@pytest.mark.parametrize("given_away", ["At larkrise, after 4pm", "Ring 07700 900999"])
def test_where_they_sleep_cannot_be_given_as_a_way_to_reach_them(officer, case, record, given_away):
    bed = {"bed-where": "foster", "bed-place": "Larkrise, 07700 900999", "bed-confirmed_by": "Ann"}
    officer.submit(officer.get(f"{case.url}/hand-over"), "Save the bed", **bed)

    page = step(officer, case, "answer", 400, **{**YES, "contact": given_away})

    assert page.error_beside("contact").startswith("The contact details must not say where they")
    assert page.typed()["contact"] == [given_away]
    assert not record.entries("duty_to_refer_answered")


def test_the_draft_is_addressed_and_neither_its_subject_nor_its_name_names_anybody(officer, case):
    page = brought_to(officer, case, *READY)
    text = officer.get(of(case, "notice.txt"))
    mail = officer.get(of(case, "notice.eml"))

    draft = message_from_bytes(mail.text.encode(), policy=default)
    assert draft["To"] == "dutytorefer@barnet.gov.uk"
    assert "Marigold Thistlewood" in draft.get_content()
    assert line(page.soup.find(id="notice")) == " ".join(text.text.split())
    for file in (text, mail):
        assert file.headers["Content-Disposition"].startswith("attachment")
        for header in (*file.headers.values(), draft["Subject"], file.url):
            assert "Thistlewood" not in header
    links = [link["href"] for link in page.soup.main.find_all("a")]
    assert not [link for link in links if link.startswith("mailto:")]


def test_without_a_known_address_it_says_so_and_takes_what_is_typed(officer, case, record):
    page = brought_to(officer, case, ("answer", {**YES, "authority": "Enfield Council"}))
    assert "No address for notices to Enfield is configured here" in page.words
    assert message_from_bytes(officer.get(of(case, "notice.eml")).text.encode())["To"] is None
    form = officer.get(of(case, "sent"))
    assert form.typed() == {}

    page = officer.submit(form, status=400, **{**SENT, "to": "their website"})
    assert page.error_beside("to") == "Enter an e-mail address, for example homes@council.example"
    page = officer.follow(officer.submit(page, to="homes@enfield.example"))

    assert "By e-mail, to homes@enfield.example" in page.words
    assert facts(record)["duty_to_refer_authority"] == "another_authority"
    assert "6-g" not in to_do(record, case)


def test_what_was_sent_stays_as_it_was_sent(officer, case, clock, browse):
    page = brought_to(officer, case, *READY)
    shown = line(page.soup.find(id="notice"))
    brought_to(officer, case, ("sent", SENT))
    clock.forward(days=4)

    page = browse(OTHER_OFFICER).get(of(case))

    assert line(page.soup.find(id="notice")) == shown
    assert "As it was sent." in page.words


def test_a_no_changes_nothing_but_the_notice(officer, case, record, clock):
    """Reading A16: no other rule says less, no task goes, no page has less to say."""
    card = f"/young-person/{case.url.split('/')[2]}"
    pages = (case.url, f"{case.url}/hand-over", f"{card}/tonight")

    def said():
        """Page → everything it says, but for how many things it says."""
        found = {url: officer.get(url).soup.main.stripped_strings for url in pages}
        return {
            url: {re.sub(r"\(\d+\)", "", text) for text in texts} for url, texts in found.items()
        }

    tasks_before, before = to_do(record, case), results(record, clock)
    said_before = said()

    page = step(officer, case, "answer", **NO)

    assert "They do not want a notice, so none is sent. Nothing else changes by that" in page.words
    assert "They can say yes later." in page.words
    after = results(record, clock)
    changed = {rule for rule, result in before.items() if after[rule] is not result}
    assert changed <= SECTION_6
    assert "a16" in changed
    assert to_do(record, case).items() >= tasks_before.items()
    assert "a16" in to_do(record, case)
    for url, now in said().items():
        gone = [each for each in said_before[url] - now if not ABOUT_THE_NOTICE.search(each)]
        assert not gone, url


def results(record, clock):
    """Rule → what it says of all that is on record about the only case there is."""
    answered, pack = record.last("answers_given")["facts"], current_pack()
    known = {**answered, **established_in(record.entries()), **DECIDING}
    findings = evaluate(pack, read_facts(pack, known), clock())
    return {rule.id: answer for answer in Answer for rule in findings.having(answer)}


def test_consent_can_be_given_later_and_taken_back_before_it_is_sent(officer, case, record):
    brought_to(officer, case, ("answer", NO))
    assert facts(record)["consents_to_duty_to_refer"] == "no"
    assert officer.get(of(case, "answer")).typed() == {"came": ["family_services"]}

    page = brought_to(officer, case, ("answer", YES))
    assert "Ready to send" in page.words
    again = officer.get(of(case, "answer"))
    assert again.typed()["contact"] == [YES["contact"]], "nothing has to be typed again"

    page = officer.follow(officer.submit(again, consents="no"))
    assert "They do not want a notice" in page.words
    officer.get(of(case, "notice.txt"), status=404)
    assert officer.get(of(case, "sent"), status=409).heading == "This cannot be recorded now"
    assert facts(record)["agrees_to_share_contact_details"] == "not_known"


def test_withdrawn_after_it_was_sent_it_says_what_that_does_not_do(officer, case, record):
    brought_to(officer, case, *IS_SENT)
    form = officer.get(of(case, "withdrawn"))
    assert "This does not take it back at Barnet. Tell them as well." in form.words

    page = officer.follow(officer.submit(form, **WITHDRAW))

    assert "Withdrawn today: it is for the wrong authority." in page.words
    assert facts(record)["duty_to_refer_sent"] == "no"
    assert "6-b" in to_do(record, case), "they are asked again before another goes out"
    assert "Ask about another notice" in page.words


def test_what_they_have_not_chosen_yet_is_asked_by_the_rules(officer, case, record):
    page = brought_to(officer, case, ("answer", {**YES, "authority": "", "agrees": "not_known"}))
    assert (
        "Still open: which authority they choose, and whether the authority gets their contact "
        "details." in page.words
    )
    assert {"6-c", "6-d"} <= to_do(record, case).keys()
    assert "6-a" not in to_do(record, case)
    assert not page.soup.find(id="notice")


def test_an_authority_that_owes_nothing_takes_nothing_away(officer, case, record, clock):
    brought_to(officer, case, *IS_SENT)
    before, tasks_before = results(record, clock), to_do(record, case)
    page = step(officer, case, "outcome", **NO_DUTY)
    assert "Barnet has decided that it owes no duty, today: it could not get in touch" in page.words
    assert "what children's services owe them goes on" in page.words
    assert results(record, clock) == before
    assert to_do(record, case) == tasks_before


def test_only_with_the_other_two_is_the_authoritys_duty_over_for_the_protocol(
    officer, case, record, clock
):
    """4-j needs the assessment and section 20 as well: a home that lasts is not enough."""
    brought_to(officer, case, *OWED, ("ended", LASTS))
    pack = current_pack()
    known = {**record.last("answers_given")["facts"], **established_in(record.entries())}
    findings = evaluate(pack, read_facts(pack, known), clock())
    assert findings.concluded["prevention_or_relief_duty_ended"].value == "not_known"
    known |= {"initial_assessment_complete": "yes", "s20_accommodation_decided": "yes"}
    findings = evaluate(pack, read_facts(pack, known), clock())
    assert findings.concluded["prevention_or_relief_duty_ended"].value == "yes"


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"consents": None}, "consents", "Select whether they consent"),
        ({"contact": ""}, "contact", "Enter which contact details may be shared"),
        ({"reason": None}, "reason", "Select why the authority is told"),
        (
            {"authority": "Barnett"},
            "authority",
            "No housing authority in England is called that. Select one that is like it, or type "
            "the name again",
        ),
        (
            {"authority": "Zzyzx"},
            "authority",
            "No housing authority in England is called that. Check the spelling",
        ),
        (
            {"authority": "Kent County Council"},
            "authority",
            "A county council is not a housing authority. Select one of its districts",
        ),
        ({"contact": "x" * 301}, "contact", "The contact details must be 300 characters or fewer"),
    ],
)
def test_an_answer_that_lacks_something_is_not_recorded_and_nothing_is_lost(
    officer, case, record, wrong, field, message
):
    page = step(officer, case, "answer", 400, **{**YES, **wrong})

    assert page.errors == [message]
    assert page.error_beside(field) == message
    kept = {name: [value] for name, value in {**YES, **wrong}.items() if value}
    assert page.typed().items() >= kept.items()
    assert not record.entries("duty_to_refer_answered")


def test_what_is_like_it_is_offered_and_none_is_chosen_beforehand(officer, case):
    page = step(officer, case, "answer", 400, **{**YES, "authority": "Newcastle"})
    labels = [line(label) for label in page.soup.select("label[for^=meant]")]
    assert {"Newcastle upon Tyne", "Newcastle-under-Lyme"} <= set(labels)
    assert "meant" not in page.typed()

    page = officer.follow(officer.submit(page, meant="Newcastle upon Tyne"))
    assert "They consent to a notice to Newcastle upon Tyne" in page.words


@pytest.mark.parametrize(
    ("name", "at", "wrong", "message"),
    [
        ("sent", READY, {**SENT, "how": None}, "Select how it was sent"),
        ("sent", READY, {**SENT, "to": ""}, "Enter where it went to"),
        ("sent", READY, {**SENT, "on": None}, "Select when that was"),
        ("sent", READY, {**SENT, "on": "before"}, "Enter the day"),
        (
            "sent",
            READY,
            {**SENT, "on": "before", "day": ["28", "8", "2026"]},
            "The day must be in the past",
        ),
        ("acknowledged", IS_SENT, {**HAS_IT, "by": ""}, "Enter who has acknowledged it"),
        ("outcome", IS_SENT, {"on": "today"}, "Select what the authority has decided"),
        (
            "outcome",
            IS_SENT,
            {"on": "today", "outcome": "no_duty"},
            "Select why it owes no duty",
        ),
        (
            "outcome",
            IS_SENT,
            {"on": "today", "outcome": "no_duty", "why_no_duty": "other"},
            "Enter why it owes no duty",
        ),
        ("ended", OWED, {"on": "today"}, "Select why the duty ended"),
        ("ended", OWED, {"on": "today", "why": "other"}, "Enter why the duty ended"),
        ("withdrawn", READY, {"reason": "unsafe"}, "Enter what happened"),
        ("withdrawn", READY, {"words": "They said so."}, "Select why it is withdrawn"),
    ],
)
def test_a_step_that_lacks_something_is_not_recorded(
    officer, case, record, name, at, wrong, message
):
    brought_to(officer, case, *at)
    before = len(record.entries())
    page = step(officer, case, name, 400, **wrong)
    assert page.errors == [message]
    assert len(record.entries()) == before


def test_sent_before_today_it_is_kept_as_of_that_day(officer, case, record):
    earlier = {**SENT, "on": "before", "day": ["27", "8", "2026"]}
    page = brought_to(officer, case, *READY, ("sent", earlier))
    assert "Sent to Barnet, yesterday." in page.words
    (entry,) = record.entries("duty_to_refer_sent")
    assert (entry.occurred_precision, entry.occurred_at.day) == ("day", 27)


@pytest.mark.parametrize(
    ("name", "answers"),
    [("acknowledged", HAS_IT), ("outcome", RELIEF), ("withdrawn", WITHDRAW)],
)
def test_what_a_colleague_did_meanwhile_is_said_and_nothing_is_lost(
    officer, browse, case, record, name, answers
):
    brought_to(officer, case, *IS_SENT)
    form = officer.get(of(case, name))
    brought_to(browse(OTHER_OFFICER), case, ("outcome", NO_DUTY))
    before = len(record.entries())

    page = officer.submit(form, status=409, **answers)

    assert "Somebody has recorded something about the notice since" in page.errors[0]
    assert "As it stands now: Barnet has decided that it owes no duty" in page.words
    assert page.typed().items() >= {key: [value] for key, value in answers.items()}.items()
    assert len(record.entries()) == before


def test_what_cannot_follow_cannot_be_forced(officer, case, record):
    """A page of another case, posted here with the right number of the last entry."""
    other = decided(officer, came(officer, **NOWHERE))
    brought_to(officer, other, *READY)
    form = officer.get(of(other, "sent")).filled()
    form["seq"] = "0"
    for name, value in SENT.items():
        form[name] = value
    before = len(record.entries())

    page = officer.post(of(case, "sent"), form, 409)

    assert page.errors == ["This cannot be saved as things stand with the notice now"]
    assert page.typed()["to"] == [SENT["to"]]
    assert len(record.entries()) == before


def test_posted_twice_it_counts_once_and_changed_it_is_said(officer, case, record):
    page = officer.get(of(case, "answer"))
    officer.submit(page, **YES)
    officer.submit(page, **YES)
    assert len(record.entries("duty_to_refer_answered")) == 1

    changed = officer.submit(page, status=409, **{**YES, "authority": "Enfield"})

    assert "You saved this page before, differently" in changed.errors[0]
    assert changed.typed()["authority"] == ["Enfield"]
    assert len(record.entries("duty_to_refer_answered")) == 1


def test_whoever_came_through_housing_options_is_known_there(officer, case, record):
    page = brought_to(officer, case, ("answer", {**YES, "came": "housing_options"}))
    assert "As far as is known no notice is needed" in page.words
    assert "6-a" not in to_do(record, case)


def test_the_case_says_where_the_notice_stands(officer, case):
    assert "Nobody has asked them yet whether a housing authority may be told" in case.words
    brought_to(officer, case, *IS_SENT)
    assert "Sent to Barnet, today." in officer.get(case.url).words


def test_the_auditor_reads_and_writes_nothing(officer, browse, case):
    brought_to(officer, case, *READY)
    auditor = browse("auditor")
    page = auditor.get(of(case))
    assert "Ready to send" in page.words
    assert not [a for a in page.soup.main.find_all("a") if "duty-to-refer/" in a["href"]]
    auditor.get(of(case, "notice.txt"), status=403)


def test_erased_by_law_the_pages_still_open(officer, case, record, clock):
    brought_to(officer, case, *OWED)
    with record.database() as db:
        for entry in record.entries(
            "duty_to_refer_answered", "duty_to_refer_sent", "duty_to_refer_outcome"
        ):
            erase_body(
                db,
                entry.id,
                author=entry.author,
                reason="Asked",
                recorded_at=clock(),
                command_id=new_id(),
            )
    assert "what it decided was erased by law" in officer.get(of(case)).words
    assert YES["contact"] not in officer.get(of(case)).words
    assert "erased by law" in officer.get(case.url).words
