"""Strategy discussions in words, with both denominators."""

from collections.abc import Mapping
from typing import Any

from forms.mash.strategy import AGENCIES, TAKING_PART
from store.mash.strategy import EXPECTED, Discussion, TookPart, discussions_in, took_part
from views.mash.found import Found
from views.words import count

HOW = {option.value: option.label for option in TAKING_PART}
NOT_RECORDED = "Not recorded"


def in_words(agency: str, found: TookPart) -> str:
    """“Police came to 1 of the 1 they were invited to. 2 were held”. Never one figure alone."""
    name = AGENCIES[agency]
    held = count(found.held, "discussion")
    if found.invited:
        said = f"{name} came to {found.came} of the {found.invited} they are known to be invited to"
    else:
        said = f"{name} are not known to be invited to any"
    said += f", and to {found.came} of {held} held"
    if found.not_known:
        said += f". Of {found.not_known} it is not known whether they came"
    return said


def missing(discussion: Discussion) -> str:
    """A warning where police or health is not known to have come, or nothing."""
    absent = [AGENCIES[each] for each in discussion.absent]
    if not absent:
        return ""
    return f"Not known to have been there: {' and '.join(absent).lower()}. Both are expected"


def strategy_shown(found: Found) -> Mapping[str, Any]:
    """The area of strategy discussions."""
    held = discussions_in(found.entries, found.child.id)
    return {
        "discussions": [
            (
                each,
                missing(each),
                [
                    (name, HOW.get(each.agencies.get(agency, ""), NOT_RECORDED))
                    for agency, name in AGENCIES.items()
                ],
            )
            for each in held
        ],
        "strategy_attendance": [in_words(each, took_part(held, each)) for each in EXPECTED]
        if held
        else [],
    }
