"""A file of points that is wrong is refused when it is loaded, and says what is wrong with it."""

import pytest

from checklists.fifty_points import FILE, WrongPoints, points, points_of, read_points, themes

TEXT = FILE.read_text()


def test_the_file_there_is_can_be_used():
    assert read_points(TEXT) == (themes(), points())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("number = 7\n", "number = 8\n", r"each once and in order. Wrong: \[7, 8\]"),
        ("number = 50\n", "number = 51\n", r"Wrong: \[50, 51\]"),
        ('theme = "papers"', 'theme = "paper"', "Point 4 has the theme 'paper'"),
        ('id = "groups"', 'id = "bands"', "The theme 'bands' has no point"),
        ('shape = "neutral"', 'shape = "even"', "Point 45, part 'it': there is no shape 'even'"),
        ('id = "rent"', 'id = "bills"', r"Point 39 needs parts, .* \['bills', 'bills'\]"),
        ('dimension = "identity"', 'dimension = "self"', "Point 45: there is no dimension 'self'"),
        ('prompts = ["safeguarding"]', 'prompts = ["panic"]', "Point 48: there is no prompt"),
        ('raises_unless = "risk"', 'raises_unless = "good"', "Point 44, part 'good': there is no"),
        ('actions = ["Ask Housing", "Fill', 'actions = []\nold = ["Fill', "cannot be read.*old"),
        (
            'actions = ["Cook a meal together", "Do Life Skills training"]',
            "",
            "Point 41 has no act",
        ),
        ('why = "It keeps you well, and costs less."\n', "", "cannot be read.*why"),
        ("number = 3\n", "number = 3 or 4\n", "cannot be read"),
        ('[[point.part]]\nid = "more"', '[[point.bit]]\nid = "more"', "cannot be read"),
    ],
)
def test_a_wrong_file_is_refused_in_words(old, new, problem):
    assert old in TEXT
    with pytest.raises(WrongPoints, match=problem):
        read_points(TEXT.replace(old, new, 1))


def test_all_that_is_wrong_is_said_at_once():
    text = TEXT.replace('shape = "neutral"', 'shape = "even"').replace(
        "number = 7\n", "number = 8\n"
    )
    with pytest.raises(WrongPoints) as refused:
        read_points(text)
    assert len(str(refused.value).splitlines()) == 2


def test_every_point_is_on_one_page_of_at_most_ten():
    assert [len(points_of(each.id)) for each in themes()] == [8, 2, 6, 5, 6, 7, 5, 4, 3, 4]
