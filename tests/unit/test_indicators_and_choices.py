"""What can be ticked about a child, and what a worker chooses from."""

from collections import Counter

import pytest

from thresholds import choices
from thresholds.indicators import (
    DOMAINS,
    GROUPS,
    INDICATORS,
    THEMES,
)

BY_ID = {indicator.id: indicator for indicator in INDICATORS}


def test_there_are_as_many_at_each_level_as_in_the_list_they_come_from():
    assert len(BY_ID) == len(INDICATORS) == 114
    assert Counter(indicator.level for indicator in INDICATORS) == {1: 4, 2: 26, 3: 40, 4: 44}


def test_each_is_one_sentence_a_worker_can_tick_without_its_full_stop():
    for indicator in INDICATORS:
        assert indicator.words[0].isupper(), indicator.id
        assert not indicator.words.endswith("."), indicator.id
        assert len(indicator.words) < 140, indicator.id
        assert "_" not in indicator.words, indicator.id
    assert len({indicator.words for indicator in INDICATORS}) == len(INDICATORS)


def test_each_says_that_it_is_a_default_and_after_what():
    for indicator in INDICATORS:
        assert indicator.source.startswith("Default, not yet confirmed by Barnet. After: ")


def test_each_belongs_to_a_domain_and_a_theme_that_has_a_name():
    assert {indicator.domain for indicator in INDICATORS} == DOMAINS.keys()
    assert {indicator.theme for indicator in INDICATORS} == THEMES.keys()


def test_whatever_is_at_level_2_adds_up_with_others_in_one_group():
    """A theme that is in no group would never be counted."""
    grouped = [theme for _, themes in GROUPS.values() for theme in themes]
    assert sorted(grouped) == sorted({i.theme for i in INDICATORS if i.level == 2})


@pytest.mark.parametrize(
    ("id", "asked", "not_asked"),
    [
        ("EDU-2a", [5, 18], [4]),
        ("EDU-2c", [16, 18], [15]),
        ("HEA-4d", [0, 1], [2, 17]),
        ("AN-4e", [0, 12], [13]),
        ("PAR-4f", [11, 17], [10]),
        ("BEH-2a", [10], [9]),
        ("DA-3y", [10, 17], [9]),
        ("HOM-3b", [16, 17], [15, 18]),
        ("PF-3", [0, 15, 17], []),
        ("CUS-3", [10, 17], [9]),
    ],
)
def test_some_are_asked_at_some_ages(id, asked, not_asked):
    assert all(BY_ID[id].asked_at(age) for age in asked)
    assert not any(BY_ID[id].asked_at(age) for age in not_asked)


def test_an_age_that_nobody_knows_leaves_nothing_out():
    assert all(indicator.asked_at(None) for indicator in INDICATORS)


def test_a_pregnancy_is_asked_about_of_whoever_may_be_pregnant_and_of_an_unborn_baby():
    for id in ("PRE-3", "PRE-4"):
        assert BY_ID[id].asked_at(15)
        assert BY_ID[id].asked_at(None)
        assert not BY_ID[id].asked_at(9)


@pytest.mark.parametrize("id", ["GNG-4", "CCE-3", "CSE-4", "MIS-4", "HBA-4", "ONL-4", "TRF-4"])
def test_harm_outside_the_home_is_asked_at_every_age(id):
    """A younger child can be exploited too; a list that did not ask would pass for a no."""
    assert all(BY_ID[id].asked_at(age) for age in range(18))


def test_at_every_age_something_can_be_ticked_at_every_level():
    for age in range(18):
        assert {each.level for each in INDICATORS if each.asked_at(age)} == {1, 2, 3, 4}


LISTS = (
    choices.OUTCOMES,
    choices.CLOSING_OUTCOMES,
    choices.LEGACY_OUTCOMES,
    choices.SOURCE_GROUPS,
    choices.SHARING_GROUNDS,
    choices.DEPARTURE_REASONS,
    choices.LATE_REASONS,
    choices.NOT_SEEN_ALONE,
    choices.CHECK_AGENCIES,
)


@pytest.mark.parametrize("listed", LISTS)
def test_every_code_is_there_once_and_has_its_words(listed):
    assert len({choice.id for choice in listed}) == len(listed) > 0
    for choice in listed:
        assert choices.words_of(listed, choice.id) == choice.words
        assert choice.words[0].isupper()
        assert not choice.words.endswith(".")


def test_outcomes_are_those_that_are_published_and_the_legacy_one_cannot_be_chosen():
    assert [choice.id for choice in choices.OUTCOMES] == [
        "referral_to_social_care",
        "referral_to_early_help",
        "information_or_nfa",
        "signposting",
        "not_yet_assessed",
    ]
    assert [choice.id for choice in choices.CLOSING_OUTCOMES] == [
        choice.id for choice in choices.OUTCOMES[:-1]
    ]
    assert [choice.id for choice in choices.LEGACY_OUTCOMES] == ["outcome_of_nfa"]


def test_a_source_that_is_missing_is_seen_to_be_missing():
    assert [choice.id for choice in choices.SOURCE_GROUPS] == [
        "police_legal",
        "school_education",
        "health",
        "la_services",
        "other",
        "missing",
    ]


def test_every_ground_for_sharing_without_agreement_says_where_it_is_from():
    for choice in choices.SHARING_GROUNDS:
        assert "After: " in choices.source_of("sharing_grounds", choice.id)
    with pytest.raises(KeyError):
        choices.source_of("sharing_grounds", "because")
