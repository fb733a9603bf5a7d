"""The notice to a housing authority: whatever a page lets through, the store refuses what cannot
follow."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from store import tables
from store.duty_to_refer import (
    ACKNOWLEDGED,
    ANSWERED,
    ENDED,
    ERASED,
    IS_ACKNOWLEDGED,
    IS_ENDED,
    IS_SENT,
    IS_WITHDRAWN,
    NEXT,
    NO_DUTY,
    NOT_ASKED,
    OUTCOME,
    OWED,
    READY,
    REFUSED,
    SENT,
    UNFINISHED,
    WITHDRAWN,
    Changed,
    IllegalStep,
    Notice,
    facts_of_answer,
    facts_of_end,
    facts_of_withdrawal,
    notice_in,
)
from store.entry import Entry
from store.established import established_in
from store.ids import new_id
from store.journal import erase_body, read
from tests.unit.store_helpers import ADA, NOW, a_case, a_store, appended

NO, YES, OPEN = "no", "yes", "not_known"
KINDS = (ANSWERED, SENT, ACKNOWLEDGED, OUTCOME, ENDED, WITHDRAWN)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.sqlite3") as db:
        yield db


def said(
    consents: str = YES, agrees: str = YES, authority: str | None = "Barnet"
) -> dict[str, Any]:
    facts = facts_of_answer(
        consents=consents,
        authority="this_authority" if authority else OPEN,
        agrees=agrees,
        came="family_services",
        threatened=False,
    )
    return {"consents": consents, "agrees": agrees, "authority": authority, "facts": facts}


BODIES: dict[str, dict[str, Any]] = {
    ANSWERED: said(),
    SENT: {"to": "x@y", "how": "email", "notice": "…", "facts": {"duty_to_refer_sent": YES}},
    ACKNOWLEDGED: {"by": "Ann"},
    OUTCOME: {"outcome": "relief"},
    ENDED: {"duty": "relief", "why": "other", "facts": {}},
    WITHDRAWN: {"reason": "other", "facts": facts_of_withdrawal("other")},
}

# State → what leads there from nothing.
WAYS: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    NOT_ASKED: (),
    UNFINISHED: ((ANSWERED, said(agrees=OPEN)),),
    REFUSED: ((ANSWERED, said(consents=NO)),),
    READY: ((ANSWERED, said()),),
    IS_SENT: ((ANSWERED, said()), (SENT, BODIES[SENT])),
}
WAYS[IS_ACKNOWLEDGED] = (*WAYS[IS_SENT], (ACKNOWLEDGED, BODIES[ACKNOWLEDGED]))
WAYS[OWED] = (*WAYS[IS_SENT], (OUTCOME, BODIES[OUTCOME]))
WAYS[NO_DUTY] = (*WAYS[IS_SENT], (OUTCOME, {"outcome": NO_DUTY}))
WAYS[IS_ENDED] = (*WAYS[OWED], (ENDED, BODIES[ENDED]))
WAYS[IS_WITHDRAWN] = (*WAYS[READY], (WITHDRAWN, BODIES[WITHDRAWN]))


def step(db: Database, stream: str, kind: str, body: dict[str, Any], **more: Any) -> Entry:
    after = notice_in(read(db, stream)).step
    return appended(db, stream, kind, {"after": after, **body, **more})


def brought_to(db: Database, state: str) -> str:
    stream = a_case()
    for kind, body in WAYS[state]:
        step(db, stream, kind, body)
    assert notice_in(read(db, stream)).state == state
    return stream


@pytest.mark.parametrize(("state", "kind"), [*product(WAYS, KINDS)])
def test_only_what_can_follow_is_recorded(db: Database, state: str, kind: str) -> None:
    stream = brought_to(db, state)
    before = len(read(db, stream))
    if kind in NEXT[state]:
        step(db, stream, kind, BODIES[kind])
        assert notice_in(read(db, stream)).step == before + 1
    else:
        with pytest.raises(IllegalStep):
            step(db, stream, kind, BODIES[kind])
        assert len(read(db, stream)) == before, "nothing is half done"


def test_nothing_is_sent_without_all_three() -> None:
    """Consent, an authority of their choice, and how they can be reached."""
    for consents, agrees, authority in product((YES, NO, OPEN), (YES, NO, OPEN), (None, "Barnet")):
        entry = notice_in([an_entry(ANSWERED, said(consents, agrees, authority))])
        assert entry.may(SENT) == (consents == agrees == YES and authority is not None)


def an_entry(kind: str, body: dict[str, Any] | None, seq: int = 1) -> Entry:
    return Entry(
        new_id(), a_case(), seq, kind, 1, NOW, NOW, "second",
        "h", "a", "r", None, "c", None, "d", "p", "x", body,
    )  # fmt: skip


def test_a_page_that_saw_something_else_is_refused(db: Database) -> None:
    stream = brought_to(db, READY)
    step(db, stream, ANSWERED, said(consents=NO))
    with pytest.raises(Changed):
        step(db, stream, ANSWERED, said(), after=1)
    assert notice_in(read(db, stream)).state == REFUSED


@pytest.mark.parametrize("state", [IS_ENDED, IS_WITHDRAWN, NO_DUTY, REFUSED])
def test_they_can_be_asked_again_and_start_afresh(db: Database, state: str) -> None:
    stream = brought_to(db, state)
    step(db, stream, ANSWERED, said())
    notice = notice_in(read(db, stream))
    assert notice.state == READY
    assert (notice.sent, notice.outcome, notice.ended, notice.withdrawn) == (None,) * 4
    assert established_in(read(db, stream))["duty_to_refer_sent"] == NO


@pytest.mark.parametrize(
    ("reason", "consents"), [("no_consent", NO), ("wrong_authority", OPEN), ("other", OPEN)]
)
def test_consent_to_a_notice_that_was_withdrawn_counts_for_no_other(
    db: Database, reason: str, consents: str
) -> None:
    stream = brought_to(db, IS_SENT)
    withdrawn = {"reason": reason, "facts": facts_of_withdrawal(reason)}
    step(db, stream, WITHDRAWN, withdrawn)
    facts = established_in(read(db, stream))
    assert facts["consents_to_duty_to_refer"] == consents
    assert facts["duty_to_refer_authority"] == OPEN
    assert facts["agrees_to_share_contact_details"] == OPEN
    assert facts["duty_to_refer_sent"] == NO


def test_what_somebody_who_says_no_chose_before_is_not_known_any_more() -> None:
    facts = facts_of_answer(
        consents=NO, authority="this_authority", agrees=YES, came=OPEN, threatened=True
    )
    assert facts == {
        "consents_to_duty_to_refer": NO,
        "duty_to_refer_authority": OPEN,
        "agrees_to_share_contact_details": OPEN,
        "duty_to_refer_sent": NO,
        "threatened_with_homelessness": YES,
    }


def test_only_a_home_that_lasts_says_that_a_home_lasts() -> None:
    assert facts_of_end("suits_six_months") == {"accommodation_suits_six_months": YES}
    assert facts_of_end("56_days") == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lost", ["to", "consents", "by", "outcome", "why", "reason", "after"])
def test_a_body_of_another_shape_is_refused(db: Database, kind: str, lost: str) -> None:
    if lost != "after" and lost not in BODIES[kind]:
        return
    stream = brought_to(db, next(state for state in NEXT if kind in NEXT[state]))
    body = {"after": notice_in(read(db, stream)).step, **BODIES[kind]}
    del body[lost]
    with pytest.raises(ValueError, match="needs"):
        appended(db, stream, kind, body)


def test_erased_by_law_the_rest_can_be_read_and_gone_on_with(db: Database) -> None:
    stream = brought_to(db, IS_SENT)
    for entry in read(db, stream):
        erase_body(db, entry.id, author=ADA, reason="Asked", recorded_at=NOW, command_id=new_id())
    tables.rebuild(db)
    assert notice_in(read(db, stream)) != Notice()
    step(db, stream, ACKNOWLEDGED, BODIES[ACKNOWLEDGED])
    assert notice_in(read(db, stream)).state == IS_ACKNOWLEDGED


def test_of_an_answer_that_was_erased_nothing_is_said() -> None:
    notice = notice_in([an_entry(ANSWERED, None)])
    assert (notice.state, notice.agreed) == (ERASED, {})
