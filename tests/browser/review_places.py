"""The pages of whoever looks at the fifty points as a second human, of rights and feedback, and of
what can be seen across cases."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from store.accounts import humans
from store.checklist import checklist, reviewing
from store.database import connect
from store.ids import new_id
from store.journal import Author, command, read
from store.rights import rights
from store.stream_names import case
from tests.browser.journey import HEAD, SOCIAL_WORKER
from tests.browser.place import Place, save

SUPPORT_WORKER = "support@frontdoor.example"

SAID = {
    13: {"parts": {"it": {"value": "yes", "words": None}}, "words": "Their uncle waits outside."},
    24: {"parts": {"it": {"value": "partly", "words": None}}},
    36: {"parts": {"it": {"value": "said", "words": "Nothing yet."}}},
}
GIVEN = {
    **{"version": "", "sheet": None, "other_sheet": "The leaflet of 2024", "language": ""},
    **{"how": ["paper"], "explained": "yes", "explained_by": "Sami", "in_their_language": "yes"},
    **{"what_refusing_means": "not_known", "advocate": "not_now", "advocate_who": "Voices"},
    **{"independent": "yes", "words": "I will think about it."},
}
FEEDBACK = {
    **{"asked": True, "why_not": "", "by": "themselves", "by_words": ""},
    **{"answers": {"listened_to": "yes", "felt_safe": "no"}, "words": "The door did not lock."},
}


def looked_at(database: Path, case_id: str) -> tuple[str, str]:
    """The support worker has talked with somebody, and the social worker asks about one point. The
    ids of the checklist and of when they were told their rights."""
    db, now, stream = connect(database), datetime.now(UTC), case(case_id)
    with closing(db.conn):
        ids = {name: id for id, name in humans(db).items()}
        wrote = Author(ids["Suki Example"], "account", "support_worker")
        looks = Author(ids["Sami Example"], "account", "social_worker")

        def latest():
            return checklist.checklists_in(read(db, stream))[-1]

        with command(db, new_id(), author=wrote, recorded_at=now) as c:
            c.append(stream, "support_package_recorded", package(wrote.human_id))
            id = checklist.start(c, case_id)
            checklist.answer(c, case_id, latest(), SAID)
            checklist.put_forward(c, case_id, latest(), "Not all of it, because they go on Monday.")
            given = rights.give(c, case_id, {**GIVEN, "at": now.isoformat()})
            c.append(stream, rights.FEEDBACK, FEEDBACK)
        with command(db, new_id(), author=looks, recorded_at=now) as c:
            reviewing.look(c, case_id, latest(), 24, checklist.SENT_BACK, "Since when?")
    return id, given.id


def package(visitor: str) -> dict:
    return {
        **{"provider": "early_help", "provider_words": "Early Help", "visitors": [visitor]},
        **{"visitors_words": "Suki", "starts_on": "2026-08-28", "words": "", "facts": {}},
    }


SUPPORT = "/cases/{housed}/support"
REVIEW = SUPPORT + "/checklists/{looked_at}/review"
TITLE = r".*, [A-Z]+-[A-Z0-9]+"
WRONG = {"then": save, "has_errors": True}


def place(name: str, path: str, who: str = SOCIAL_WORKER, **more) -> Place:
    return Place(name, path, **{"who": who, "title": TITLE, **more})


PLACES_OF_REVIEW = (
    place("look at the fifty points", REVIEW),
    place("look at one point", REVIEW + "/13"),
    place("look at one point, sent back", REVIEW + "/24"),
    place("change one point", REVIEW + "/36/edit"),
    place("change one point, nothing entered", REVIEW + "/36/edit", **WRONG),
    place("send back one point", REVIEW + "/13/send-back"),
    place("send back one point, nothing entered", REVIEW + "/13/send-back", **WRONG),
    place("answer a question", REVIEW + "/24/answer-question", SUPPORT_WORKER),
    place(
        "answer a question, nothing entered",
        REVIEW + "/24/answer-question",
        SUPPORT_WORKER,
        **WRONG,
    ),
    place("rights", SUPPORT + "/rights"),
    place("rights, as given", SUPPORT + "/rights/{told_their_rights}"),
    place("rights, give", SUPPORT + "/rights/give"),
    place("rights, give, nothing entered", SUPPORT + "/rights/give", **WRONG),
    place("feedback", SUPPORT + "/rights/feedback", SUPPORT_WORKER),
    place("feedback, nothing entered", SUPPORT + "/rights/feedback", SUPPORT_WORKER, **WRONG),
    place("feedback, what they said", SUPPORT + "/rights/what-they-said"),
    place("across cases", "/across", HEAD, title=""),
)
