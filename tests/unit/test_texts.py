"""What a young person reads: in the language the council supplies, and never with a hole in it."""

from datetime import date

import pytest

import texts

WORDS = """
hello = "Hello {name}"
[next]
heading = "What happens next"
how = ["One.", "Two."]
bye = "Bye"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two languages: English of this test, and one that runs from right to left."""
    for id, about, words in (
        ("en", 'name = "English"', WORDS),
        ("qx", 'name = "Xq"\ndirection = "rtl"', ""),
    ):
        (tmp_path / id).mkdir()
        (tmp_path / id / "language.toml").write_text(about)
        (tmp_path / id / "doc.toml").write_text(words)
    monkeypatch.setattr(texts, "HERE", tmp_path)
    return tmp_path


def say(folder, words):
    texts._load.cache_clear()
    (folder / "qx" / "doc.toml").write_text(words)
    return texts.load("doc", "qx")


def test_what_a_language_lacks_is_said_in_english_and_is_named(folder):
    found = say(folder, '[next]\nheading = "Txen"\nhow = ["Eno."]')
    assert (found["next.heading"].words, found["next.heading"].language.direction) == (
        "Txen",
        "rtl",
    )
    assert [str(line) for line in found.lines("next.how")] == ["Eno."]
    assert (str(found["next.bye"]), found["next.bye"].language.id) == ("Bye", "en")
    assert found.missing == ("hello", "next.bye")
    assert found.under("next") == ("heading", "how", "bye")


@pytest.mark.parametrize(
    "wrong", ['hello = "Olleh"', 'hello = "Olleh {eman}"', 'hello = ["{name}"]']
)
def test_a_translation_that_would_leave_something_out_is_not_used(folder, wrong):
    found = say(folder, wrong)
    assert str(found["hello"].fill(name="Sam")) == "Hello Sam"
    assert "hello" in found.missing


def test_another_word_makes_another_version(folder):
    before = say(folder, 'hello = "Olleh {name}"').version
    assert say(folder, 'hello = "Olleh, {name}"').version != before


def test_a_folder_of_the_councils_own_adds_a_language(tmp_path, monkeypatch):
    (tmp_path / "qx").mkdir()
    (tmp_path / "qx" / "language.toml").write_text('name = "Xq"')
    monkeypatch.setenv(texts.VARIABLE, str(tmp_path))
    assert [each.id for each in texts.languages()][0] == "en"
    assert texts.language("qx").day(date(2026, 9, 1)) == "01/09/2026"
    assert texts.language("en").day(date(2026, 9, 1)) == "1 September 2026"
    texts.check()


def test_the_council_can_say_it_in_english_words_of_its_own(tmp_path, monkeypatch):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "plan.toml").write_text('title = "My plan"\n[next]\nby = "Soon"')
    monkeypatch.setenv(texts.VARIABLE, str(tmp_path))
    found = texts.load("plan")
    assert str(found["title"]) == "My plan"
    assert "{day}" in str(found["next.by"]), "a day is not left out"


@pytest.mark.parametrize("id", ["zz", "..", "en/..", ""])
def test_no_other_name_is_a_language(id):
    with pytest.raises(texts.UnknownLanguage):
        texts.language(id)


@pytest.mark.parametrize(
    "about", ["name = ", "", 'name = "Xq"\ndirection = "up"', 'name = "Xq"\nmonths = ["One"]']
)
def test_texts_that_cannot_be_read_stop_the_service_before_it_starts(tmp_path, monkeypatch, about):
    (tmp_path / "qx").mkdir()
    (tmp_path / "qx" / "language.toml").write_text(about)
    monkeypatch.setenv(texts.VARIABLE, str(tmp_path))
    with pytest.raises(texts.BrokenTexts, match=r"qx.language\.toml"):
        texts.check()


def test_a_brace_that_is_not_closed_stops_it_as_well(folder):
    with pytest.raises(texts.BrokenTexts, match="doc in qx"):
        say(folder, 'hello = "Olleh {name"')
