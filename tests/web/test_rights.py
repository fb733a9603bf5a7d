"""What they are told of their rights can be read again as it was, and a blank is no yes."""

import shutil
import tomllib
from pathlib import Path

import pytest

import texts
from protocol.s20_records import ADVOCATE, INFORMATION
from store.rights.rights import FEEDBACK, GIVEN, NOT_SAFE
from tests.web.journey import NOWHERE, came, decided

TOLD = {
    **{"sheet": "this", "how": "paper", "explained": "yes", "explained_by": "Sami Example"},
    **{"in_their_language": "yes", "what_refusing_means": "yes"},
    **{"advocate": "wanted", "independent": "yes", "advocate_who": "Voices"},
    **{"words": "I will think about it.", "at": ["28", "8", "2026", "12:00"]},
}


@pytest.fixture
def rights(once, officer):
    case = once(decided, officer, once(came, officer, **NOWHERE), name="Sam Made-Up").url
    return f"{case}/support/rights"


def test_the_sheet_says_all_three_ways_who_helps_and_where_nothing_comes_from(browse, rights):
    page = browse("social_worker").get(rights)
    assert [choice.h2.get_text() for choice in page.soup.select(".app-rights__choice")] == [
        "The council looks after you",
        "Help as a child in need",
        "Help from Housing",
    ]
    headings = [
        [heading.get_text() for heading in choice.select("h3")]
        for choice in page.soup.select(".app-rights__choice")
    ]
    assert headings[0] == headings[1] == headings[2]
    assert "Can you change your mind?" in headings[0]
    assert "0808 800 4444" in page.words
    assert "365 days a year" in page.words
    for source in ("Southwark", "UKHL", "paragraph", "Regulations 2010"):
        assert source not in page.words
    browse("social_worker").get(f"{rights}?language=xx", 404)


def test_every_statement_of_the_sheet_has_a_source_and_no_other():
    sources = tomllib.loads(Path(texts.HERE, "rights_sources.toml").read_text())
    choices, helps = texts.load("rights/choices"), texts.load("rights/help")
    for way in ("s20", "s17", "part_vii"):
        assert set(sources[f"choices.{way}"]) == set(choices.under(way)) - {"name", "called"}
        assert set(choices.under(way)) - {"name", "called"} == set(choices.under("headings"))
    assert set(sources["help"]) == {path.partition(".")[0] for path in helps.found}


def test_what_was_given_is_read_again_as_it_was_after_the_texts_have_changed(
    browse, rights, record, tmp_path, monkeypatch
):
    worker = browse("social_worker")
    form = worker.get(f"{rights}/give")
    assert not form.soup.select("main input[checked]")
    support = worker.follow(worker.submit(form, "Save", **TOLD))
    assert "An advocate offered: yes, and they want one." in support.words
    opened = worker.get(f"{rights}/give")
    shutil.copytree(texts.HERE / "en", tmp_path / "en")
    changed = tmp_path / "en" / "rights" / "choices.toml"
    changed.write_text(changed.read_text().replace("Three ways to get a home", "Another title"))
    monkeypatch.setattr(texts, "HERE", tmp_path)
    assert "Another title" in worker.get(rights).words
    given = worker.get(support.soup.select_one("main a[href*='/rights/']")["href"])
    assert "Three ways to get a home and help" in given.words
    assert "I will think about it." in given.words
    assert f"version {record.last(GIVEN)['version']}, English" in given.words
    assert [h1.get_text() for h1 in given.soup.select("h1")] == ["Given, today at 12 noon"]
    late = worker.submit(opened, "Save", 400, **TOLD)
    assert "The sheet has changed since you opened this page" in late.errors[0]
    assert len(record.entries(GIVEN)) == 1


def test_the_rules_hear_what_was_recorded_and_no_yes_from_a_blank(browse, rights, record):
    worker = browse("social_worker")
    worker.submit(worker.get(f"{rights}/give"), "Save", **TOLD)
    told = {e.body["record"]: e.body["fields"] for e in record.entries("record_saved")}
    assert {name: field["value"] for name, field in told[INFORMATION].items()} == {
        **dict.fromkeys(("written", "explained", "in_their_language"), "yes"),
        **{"what_refusing_means": "yes", "informed_by": "Sami Example"},
        "at": "2026-08-28T12:00:00+01:00",
    }
    assert told[ADVOCATE]["independent"]["value"] == told[ADVOCATE]["accepted"]["value"] == "yes"
    assert told[ADVOCATE]["time_given"]["value"] is None
    case = rights.partition("/support")[0]
    listed = worker.get(f"{case}/parts/section-20/information")
    assert "Sami Example" in listed.words
    ledger = browse("team_manager").get("/advocacy").words
    assert "Independent: yes; Time given: not known yet; Accepted: yes" in ledger
    assert "In writing: yes; Explained: yes; In their language: yes" in ledger
    only_read = {"how": "read_aloud", "explained": "not_known", "explained_by": ""}
    none = {"advocate": "not_offered", "independent": None, "advocate_who": ""}
    worker.submit(worker.get(f"{rights}/give"), "Save", **{**TOLD, **only_read, **none})
    again = [e.body for e in record.entries("record_saved")][2:]
    assert [body["record"] for body in again] == [INFORMATION]
    assert again[0]["fields"]["written"]["value"] == "no"
    assert again[0]["fields"]["explained"]["value"] == "not_known"
    assert again[0]["fields"]["informed_by"]["value"] is None
    record.is_sound()


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"sheet": None}, "sheet", "Select what they got"),
        ({"sheet": "other"}, "other_sheet", "Enter what it was"),
        ({"how": None}, "how", "Select how they got it"),
        ({"explained": None}, "explained", "Select whether it was explained to them"),
        ({"explained_by": ""}, "explained_by", "Enter who explained it"),
        ({"what_refusing_means": None}, "what_refusing_means", "Select whether they were told"),
        ({"advocate": None}, "advocate", "Select whether an advocate was offered"),
        ({"independent": None}, "independent", "Select whether that advocate is independent"),
        ({"at": ["29", "8", "2026", "12:00"]}, "at", "When it was must not be later than now"),
        ({"at": ["", "", "", ""]}, "at", "Enter when it was"),
    ],
)
def test_what_is_missing_is_said_beside_the_question_and_nothing_is_lost(
    browse, rights, record, wrong, field, message
):
    worker = browse("social_worker")
    page = worker.submit(worker.get(f"{rights}/give"), "Save", 400, **{**TOLD, **wrong})
    assert page.error_beside(field).startswith(message)
    assert page.typed("Save")["words"] == ["I will think about it."]
    assert record.entries(GIVEN, "record_saved") == []


def test_what_they_say_is_kept_in_their_words_and_never_added_up(browse, rights, record):
    worker = browse("social_worker")
    ask = worker.get(f"{rights}/feedback")
    nothing = worker.submit(ask, "Save", 400)
    assert nothing.error_beside("by") == "Select who asks"
    silent = worker.submit(ask, "Save", 400, by="advocate")
    assert silent.error_beside("words").startswith("Enter what they said")
    refused = worker.submit(ask, "Save", 400, by="not_asked", why_not="Tired", felt_safe="no")
    assert refused.error_beside("by").startswith("There are answers below")
    assert refused.typed("Save")["felt_safe"] == ["no"]
    said = {"felt_safe": "no", "listened_to": "yes", "words": "The door did not lock."}
    page = worker.follow(worker.submit(ask, "Save", by="themselves", **said))
    assert "The door did not lock." in page.words
    assert "Did you feel safe where you slept? No" in page.words
    assert "Were you told what happens next? Not answered" in page.words
    assert not any(sign in page.words for sign in ("%", "out of", "score"))
    assert "did not feel safe where they slept. Look at where they sleep tonight." in (
        worker.get(rights.removesuffix("/rights")).words
    )
    (task,) = (e.body for e in record.entries("task_created") if e.body["rule_id"] == NOT_SAFE)
    assert (task["owner_role"], task["due_at"]) == ("social_worker", "2026-08-28T23:59:59+01:00")
    assert record.last(FEEDBACK)["answers"] == {"listened_to": "yes", "felt_safe": "no"}
    worker.submit(worker.get(f"{rights}/feedback"), "Save", by="not_asked", why_not="Not today.")
    assert "Not today." in worker.get(f"{rights}/what-they-said").words
    support = rights.removesuffix("/rights")
    assert "did not feel safe where they slept" in worker.get(support).words
    better = {"by": "advocate", "felt_safe": "yes"}
    worker.submit(worker.get(f"{rights}/feedback"), "Save", **better)
    assert "did not feel safe where they slept" not in worker.get(support).words


def test_what_they_said_is_read_by_managers_and_whoever_wrote_it_down_alone(browse, rights):
    writes, other = browse("social_worker"), browse("housing_options_assessor")
    form = writes.get(f"{rights}/feedback")
    assert "Managers read what you say, and whoever writes it down." in form.words
    said = {"felt_safe": "no", "words": "He shouted at me.", "by_words": "Kay of the charity"}
    writes.submit(form, "Save", by="themselves", **said)
    writes.submit(writes.get(f"{rights}/feedback"), "Save", by="not_asked", why_not="He was there")
    case, _, _ = rights.partition("/support")
    secrets = (
        "He shouted at me.",
        "Kay of the charity",
        "He was there",
        "slept? No",
        "feel safe where they",
    )
    for reader in (writes, browse("team_manager"), browse("service_manager")):
        page = reader.get(f"{rights}/what-they-said")
        assert "He shouted at me." in page.words
        assert "slept? No" in page.words
    for page in (f"{rights}/what-they-said", f"{case}/support", case):
        words = other.get(page).words
        assert not any(secret in words for secret in secrets), page
    assert (
        "did not feel safe where they slept" in browse("team_manager").get(f"{case}/support").words
    )
    told = other.get(f"{rights}/what-they-said").words
    assert "Only managers read what they said, and whoever wrote it down." in told
    assert told.index("They were not asked.") < told.index("They were asked.")
    assert "Read what they said" not in other.get(f"{case}/support").words
    assert "He shouted" not in writes.get(case).words
    assert "Asked how they were treated" in writes.get(case).words
