"""What one human decided, another signs. Whatever a page lets through, the store refuses."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlite_utils import Database

from protocol.people import ROLES, SIGNS_FOR, signs_for
from store import signatures
from store.cases import open_cases
from store.database import row, rows
from store.entry import Author, Entry
from store.ids import new_id
from store.journal import command, entry, erase_body, read
from store.presentations import presentation
from store.signatures import (
    ANSWERED,
    ASKED,
    DECLINED,
    DECLINED_TASK,
    GIVEN,
    SENT_BACK,
    STEPS,
    WITHDRAWN,
    Changed,
    IllegalStep,
    NotPossible,
    NotTheirs,
    SameHuman,
    Signature,
    UnknownSignature,
    WrongRole,
    asked_by,
    signatures_of,
    steps_of,
    to_answer,
    waiting_for,
)
from store.stream_names import subject
from store.tables import kept_tables, rebuild
from store.tasks import open_tasks, tasks_of
from store.verify import verify
from tests.unit.store_helpers import ADA, NOW, a_case, a_person, a_store, appended, decision

OFFICER = ADA.role
MANAGER = "housing_duty_manager"
MO = Author("human-mo", "account-mo", MANAGER)
NIA = Author("human-nia", "account-nia", "service_manager")
OTIS = Author("human-otis", "account-otis", OFFICER)
ADA_AS_MANAGER = replace(ADA, account_id="account-ada-2", role=MANAGER)
ASKED_OF = (MANAGER, "service_manager")
HOUR = timedelta(hours=1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with a_store(tmp_path / "store.db") as db:
        yield db


def decided(db: Database, author: Author = ADA, **more: Any) -> Entry:
    """A decision that needs a manager, and the case it opened."""
    case, who = a_case(), a_person()
    reference = f"FD-{subject(case)[:6]}"
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        c.append(case, "presentation_started", {"reference": reference})
        made = c.append(case, "decision_made", decision(needs_manager=True, **more))
        c.append(who, "person_recorded", {"name": "Sam", "date_of_birth": None})
        c.append(case, "case_opened", {"person_id": subject(who), "reference": reference})
    return made


def asked(db: Database, about: Entry | None = None, author: Author = ADA, **more: Any) -> str:
    """A signature asked for, by its id."""
    values: dict[str, Any] = {
        "what": "departure",
        "words": "Ask about early help",
        "reasons": "They have a place to stay.",
        "asked_of": ASKED_OF,
    }
    with command(db, new_id(), author=author, recorded_at=NOW) as c:
        return signatures.ask(c, about or decided(db), **values | more)


def found(db: Database, id: str, reader: str = ADA.human_id) -> Signature:
    signature = signatures.signature(db, id, reader)
    assert signature is not None
    return signature


TAKE: dict[str, Callable[..., Entry]] = {
    GIVEN: signatures.give,
    SENT_BACK: signatures.send_back,
    ANSWERED: signatures.answer,
    DECLINED: signatures.decline,
    WITHDRAWN: signatures.withdraw,
}
BY = {GIVEN: MO, SENT_BACK: MO, DECLINED: MO, ANSWERED: ADA, WITHDRAWN: ADA}


def take(
    db: Database,
    id: str,
    kind: str,
    author: Author | None = None,
    words: str = "Words.",
    **more: Any,
) -> Entry:
    with command(db, new_id(), author=author or BY[kind], recorded_at=NOW + HOUR) as c:
        return TAKE[kind](c, id, words, **more)


def needs_manager(db: Database, id: str) -> bool:
    """What the case and its presentation say, which is the same."""
    case_id = found(db, id).record_id
    (case,) = [f.case for f in open_cases(db, ADA.human_id) if f.case.id == case_id]
    began = presentation(db, case_id)
    assert began is not None
    assert began.needs_manager == case.needs_manager
    return case.needs_manager


WAYS = {
    "waiting": (),
    "sent_back": (SENT_BACK,),
    "given": (GIVEN,),
    "declined": (DECLINED,),
    "withdrawn": (WITHDRAWN,),
    "answered": (SENT_BACK, ANSWERED),
}
LEGAL = {
    ("waiting", GIVEN): "given",
    ("waiting", SENT_BACK): "sent_back",
    ("waiting", DECLINED): "declined",
    ("waiting", WITHDRAWN): "withdrawn",
    ("sent_back", ANSWERED): "waiting",
    ("sent_back", WITHDRAWN): "withdrawn",
    ("answered", GIVEN): "given",
    ("answered", SENT_BACK): "sent_back",
    ("answered", DECLINED): "declined",
    ("answered", WITHDRAWN): "withdrawn",
}


@pytest.mark.parametrize("kind", STEPS)
@pytest.mark.parametrize("way", WAYS)
def test_every_step_from_every_state(db: Database, way: str, kind: str) -> None:
    id = asked(db)
    for each in WAYS[way]:
        take(db, id, each)
    before = rows(db, "select id from journal")
    if (way, kind) in LEGAL:
        step = take(db, id, kind)
        assert found(db, id).state == LEGAL[way, kind]
        assert (step.stream, step.caused_by) == (found(db, id).stream, found(db, id).entry_id)
        assert found(db, id).moved_by == BY[kind].human_id
    else:
        with pytest.raises(IllegalStep) as raised:
            take(db, id, kind)
        assert raised.value.kind == kind
        assert rows(db, "select id from journal") == before


@pytest.mark.parametrize("way", WAYS)
def test_the_same_is_asked_again_only_after_it_was_withdrawn(db: Database, way: str) -> None:
    """Who was declined must not ask around until somebody signs."""
    about = decided(db)
    id = asked(db, about)
    for each in WAYS[way]:
        take(db, id, each)
    before = rows(db, "select id from journal")
    if way == "withdrawn":
        with command(db, new_id(), author=ADA, recorded_at=NOW + HOUR) as c:
            again = signatures.ask_again(c, id)
        new = found(db, again)
        assert (new.words, new.reasons, new.asked_of) == (
            found(db, id).words,
            found(db, id).reasons,
            ASKED_OF,
        )
        assert [each.state for each in signatures_of(db, new.record_id, ADA.human_id)].count(
            "waiting"
        ) == 1
        return
    with pytest.raises(IllegalStep):
        asked(db, about)
    with (
        pytest.raises(IllegalStep),
        command(db, new_id(), author=ADA, recorded_at=NOW) as c,
    ):
        signatures.ask_again(c, id)
    assert rows(db, "select id from journal") == before


@pytest.mark.parametrize("kind", [GIVEN, SENT_BACK, DECLINED])
@pytest.mark.parametrize(
    ("author", "error", "part"),
    [
        (ADA, SameHuman, "author"),
        (ADA_AS_MANAGER, SameHuman, "author"),
        (replace(MO, on_behalf_of=ADA.human_id), SameHuman, "author"),
        (OTIS, WrongRole, None),
        (replace(MO, role="mash_manager"), WrongRole, None),
        (replace(MO, role="auditor"), WrongRole, None),
    ],
)
def test_another_human_of_an_asked_role_signs(
    db: Database, kind: str, author: Author, error: type[NotPossible], part: str | None
) -> None:
    id = asked(db)
    before = rows(db, "select id from journal")
    with pytest.raises(error) as raised:
        take(db, id, kind, author)
    assert getattr(raised.value, "part", None) == part
    assert rows(db, "select id from journal") == before
    assert found(db, id).state == "waiting"


@pytest.mark.parametrize("kind", [GIVEN, SENT_BACK, DECLINED])
def test_who_decided_cannot_sign_though_another_asked(db: Database, kind: str) -> None:
    id = asked(db, decided(db), author=OTIS)
    with pytest.raises(SameHuman) as raised:
        take(db, id, kind, ADA_AS_MANAGER)
    assert raised.value.part == "author"
    with pytest.raises(SameHuman) as raised:
        take(db, id, kind, replace(OTIS, account_id="account-otis-2", role=MANAGER))
    assert raised.value.part == "asked"
    take(db, id, kind, MO)


def test_who_decided_for_another_and_whom_it_was_decided_for_cannot_sign(db: Database) -> None:
    id = asked(db, decided(db, replace(OTIS, on_behalf_of=ADA.human_id)), author=NIA)
    for human in (ADA, OTIS, NIA):
        with pytest.raises(SameHuman):
            take(db, id, GIVEN, replace(human, role=MANAGER))
    take(db, id, GIVEN)


def test_who_asked_once_stays_bound_when_it_is_asked_again(db: Database) -> None:
    about = decided(db)
    id = asked(db, about, author=OTIS)
    take(db, id, WITHDRAWN, OTIS)
    again = asked(db, about, author=ADA)
    with pytest.raises(SameHuman):
        take(db, again, GIVEN, replace(OTIS, role=MANAGER))


def test_who_answered_for_the_author_cannot_sign_and_who_asked_cannot_answer(db: Database) -> None:
    id = asked(db)
    take(db, id, SENT_BACK)
    with pytest.raises(SameHuman) as raised:
        take(db, id, ANSWERED, replace(MO, account_id="account-mo-2", role=OFFICER))
    assert raised.value.part == "sent_back"
    take(db, id, ANSWERED, OTIS)
    with pytest.raises(SameHuman) as raised:
        take(db, id, GIVEN, replace(OTIS, role=MANAGER))
    assert raised.value.part == "answered"
    take(db, id, GIVEN, MO)


@pytest.mark.parametrize(
    ("kind", "author"), [(ANSWERED, NIA), (WITHDRAWN, NIA), (WITHDRAWN, MO), (WITHDRAWN, OTIS)]
)
def test_only_the_authors_side_answers_and_only_who_decided_withdraws(
    db: Database, kind: str, author: Author
) -> None:
    id = asked(db)
    take(db, id, SENT_BACK)
    with pytest.raises(NotTheirs):
        take(db, id, kind, author)
    assert found(db, id).state == "sent_back"


@pytest.mark.parametrize("kind", STEPS)
def test_the_journal_refuses_what_the_commands_refuse(db: Database, kind: str) -> None:
    """Appended past the commands: by the wrong human, then in the wrong state, then wordless."""
    id = asked(db)
    asking, field = found(db, id), STEPS[kind].words
    wrong = ADA_AS_MANAGER if kind in signatures.SIGNERS else NIA
    body = {"signature_id": id, field: "x"}
    if kind == ANSWERED:
        take(db, id, SENT_BACK)
    with pytest.raises(NotTheirs):
        appended(db, asking.stream, kind, body, author=wrong, caused_by=asking.entry_id)
    for shape in ({}, {"signature_id": id}, {"signature_id": id, field: 1}):
        with pytest.raises(ValueError, match=kind):
            appended(db, asking.stream, kind, shape, author=BY[kind], caused_by=asking.entry_id)
    if kind != GIVEN:
        empty = {"signature_id": id, field: " "}
        with pytest.raises(ValueError, match=field):
            appended(db, asking.stream, kind, empty, author=BY[kind], caused_by=asking.entry_id)
    with pytest.raises(UnknownSignature):
        appended(db, asking.stream, kind, body, author=BY[kind])
    with pytest.raises(UnknownSignature):
        appended(db, a_case(), kind, body, author=BY[kind], caused_by=asking.entry_id)
    other = {"signature_id": new_id(), field: "x"}
    with pytest.raises(UnknownSignature):
        appended(db, asking.stream, kind, other, author=BY[kind], caused_by=asking.entry_id)
    appended(db, asking.stream, kind, body, author=BY[kind], caused_by=asking.entry_id)
    with pytest.raises(IllegalStep):
        appended(db, asking.stream, kind, body, author=BY[kind], caused_by=asking.entry_id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"asked_of": []},
        {"asked_of": MANAGER},
        {"asked_of": [1]},
        {"words": None},
        {"reasons": 1},
        {"what": None},
        {"subject": "another"},
        {"signature_id": None},
    ],
)
def test_what_is_asked_can_be_read_again_or_is_refused(db: Database, wrong: dict[str, Any]) -> None:
    about = decided(db)
    body = {
        "signature_id": new_id(),
        "what": "departure",
        "subject": about.id,
        "words": "x",
        "reasons": "x",
        "asked_of": [MANAGER],
    }
    with pytest.raises(ValueError, match=ASKED):
        appended(db, about.stream, ASKED, body | wrong, caused_by=about.id)
    with pytest.raises(ValueError, match=ASKED):
        appended(db, about.stream, ASKED, body)
    with pytest.raises(ValueError, match=ASKED):
        appended(db, a_case(), ASKED, body, caused_by=about.id)
    assert rows(db, "select * from signatures") == []
    with pytest.raises(ValueError, match="sign in"):
        asked(db, about, asked_of=("nobody",))


def test_of_two_signers_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    path, together, results = tmp_path / "store.db", Barrier(2), []
    with a_store(path) as db:
        id = asked(db)

        def sign(kind: str, author: Author) -> None:
            with a_store(path) as mine:
                together.wait()
                try:
                    take(mine, id, kind, author)
                    results.append(kind)
                except IllegalStep as told:
                    results.append(told.state)

        threads = [Thread(target=sign, args=a) for a in ((GIVEN, MO), (DECLINED, NIA))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(results) in (
            sorted([GIVEN, "given"]),
            sorted([DECLINED, "declined"]),
        )
        assert len(steps_of(db, found(db, id))) == 1
        assert verify(db).ok


def test_who_saw_it_before_a_question_was_answered_is_told(db: Database) -> None:
    id = asked(db)
    seen = found(db, id).step
    take(db, id, SENT_BACK, NIA)
    take(db, id, ANSWERED)
    with pytest.raises(Changed):
        take(db, id, GIVEN, seen=seen)
    take(db, id, GIVEN, seen=found(db, id).step)


def test_a_signature_nobody_asked_for_is_unknown(db: Database) -> None:
    with pytest.raises(UnknownSignature):
        take(db, new_id(), GIVEN)


def test_in_a_restricted_case_nobody_else_knows_of_it(db: Database) -> None:
    id = asked(db)
    shown = found(db, id)
    body = {"allowed": [], "reason": "A relative works here"}
    appended(db, shown.stream, "case_restricted", body)
    assert signatures.signature(db, id, MO.human_id) is None
    assert waiting_for(db, MANAGER, MO.human_id) == ()
    assert signatures_of(db, shown.record_id, MO.human_id) == ()
    with pytest.raises(UnknownSignature):
        take(db, id, GIVEN)
    assert [each.id for each in asked_by(db, ADA.human_id)] == [id]
    appended(db, shown.stream, "case_unrestricted", {"reason": "They left"})
    take(db, id, GIVEN)


def ids(found: tuple[Signature, ...]) -> list[str]:
    return [each.id for each in found]


def test_each_side_sees_what_waits_for_whom(db: Database) -> None:
    id = asked(db)
    assert ids(waiting_for(db, MANAGER, MO.human_id)) == [id]
    assert ids(waiting_for(db, "service_manager", NIA.human_id)) == [id]
    assert waiting_for(db, MANAGER, ADA.human_id) == ()  # her own, with her other account
    assert waiting_for(db, "mash_manager", MO.human_id) == ()
    assert ids(asked_by(db, ADA.human_id)) == [id]
    assert asked_by(db, MO.human_id) == to_answer(db, OFFICER, ADA.human_id) == ()
    take(db, id, SENT_BACK)
    assert waiting_for(db, MANAGER, MO.human_id) == ()
    assert ids(to_answer(db, OFFICER, ADA.human_id)) == [id]
    assert ids(to_answer(db, OFFICER, OTIS.human_id)) == [id]  # Ada may have gone home
    assert to_answer(db, OFFICER, MO.human_id) == to_answer(db, MANAGER, NIA.human_id) == ()
    take(db, id, ANSWERED, OTIS)
    assert ids(waiting_for(db, MANAGER, MO.human_id)) == [id]
    assert waiting_for(db, MANAGER, OTIS.human_id) == ()
    take(db, id, GIVEN)
    assert waiting_for(db, MANAGER, MO.human_id) == asked_by(db, ADA.human_id) == ()


def test_who_waits_longest_comes_first(db: Database) -> None:
    late, early = decided(db), decided(db)
    for about, at in ((late, NOW + HOUR), (early, NOW)):
        with command(db, new_id(), author=ADA, recorded_at=at) as c:
            signatures.ask(c, about, what="departure", words="x", reasons="x", asked_of=(MANAGER,))
    listed = waiting_for(db, MANAGER, MO.human_id)
    assert [each.subject for each in listed] == [early.id, late.id]


@pytest.mark.parametrize(
    ("way", "needs"),
    [
        ("waiting", True),
        ("sent_back", True),
        ("answered", True),
        ("declined", True),
        ("withdrawn", True),  # or an author could keep every manager from seeing it
        ("given", False),
    ],
)
def test_a_case_needs_a_manager_until_one_has_signed(db: Database, way: str, needs: bool) -> None:
    id = asked(db)
    for each in WAYS[way]:
        take(db, id, each)
    assert needs_manager(db, id) is needs


@pytest.mark.parametrize(
    ("way", "needs"),
    [("waiting", True), ("sent_back", True), ("declined", False), ("withdrawn", False)],
)
def test_decided_anew_what_was_declined_is_history_and_what_waits_still_waits(
    db: Database, way: str, needs: bool
) -> None:
    about = decided(db)
    id = asked(db, about)
    for each in WAYS[way]:
        take(db, id, each)
    appended(db, about.stream, "decision_made", decision(needs_manager=False))
    assert needs_manager(db, id) is needs


def test_another_decision_does_not_hide_one_that_was_declined(db: Database) -> None:
    about = decided(db, decision="tonight")
    id = asked(db, about)
    take(db, id, DECLINED)
    other = decision(decision="assessment", needs_manager=False)
    appended(db, about.stream, "decision_made", other)
    assert needs_manager(db, id)


def test_a_decision_nobody_asked_about_still_needs_a_manager(db: Database) -> None:
    first = decided(db)
    id = asked(db, first)
    appended(db, first.stream, "decision_made", decision(needs_manager=True))
    take(db, id, GIVEN)
    assert needs_manager(db, id)


def test_what_was_declined_stands_and_is_looked_at_again_at_once(db: Database) -> None:
    about = decided(db)
    id = asked(db, about)
    declined = take(db, id, DECLINED, words="A bed comes first.")
    (task,) = tasks_of(db, subject(about.stream))
    assert (task.words, task.owner_role, task.held_by_role) == (DECLINED_TASK, OFFICER, MANAGER)
    assert (task.due_at, task.state, task.triggering_entry) == (NOW + HOUR, "open", declined.id)
    assert open_tasks(db, role=OFFICER) == open_tasks(db, role=MANAGER) == (task,)
    assert entry(db, about.id) == about
    assert declined.body == {"signature_id": id, "reason": "A bed comes first."}


def everything(db: Database) -> dict[str, list[dict[str, Any]]]:
    return {table: sorted(db.table(table).rows, key=str) for table in kept_tables()}


@pytest.fixture
def busy(db: Database) -> Database:
    """A store in which signatures stand in every state."""
    for way in WAYS.values():
        id = asked(db)
        for each in way:
            take(db, id, each)
    id = asked(db)
    take(db, id, WITHDRAWN)
    with command(db, new_id(), author=ADA, recorded_at=NOW + 2 * HOUR) as c:
        again = signatures.ask_again(c, id)
    take(db, again, SENT_BACK)
    take(db, again, ANSWERED, OTIS)
    take(db, again, DECLINED, NIA)
    anew = appended(db, found(db, again).stream, "decision_made", decision(needs_manager=True))
    take(db, asked(db, anew, author=OTIS), GIVEN)
    return db


def test_rebuilding_gives_the_same_tables(busy: Database) -> None:
    before = everything(busy)
    assert len(before["signatures"]) == 9
    rebuild(busy)
    assert everything(busy) == before


def test_erased_in_any_order_the_state_and_the_need_of_a_manager_stay(busy: Database) -> None:
    def states() -> list[Any]:
        return rows(
            busy, "select entry_id, state, step, moved_by from signatures order by entry_id"
        )

    before = states()
    for kept in rows(busy, "select id from journal order by position"):
        erase_body(
            busy,
            kept["id"],
            author=ADA,
            reason="Retention",
            recorded_at=NOW,
            command_id=new_id(),
        )
        assert states() == before
        tables = everything(busy)
        rebuild(busy)
        assert everything(busy) == tables
    assert {found["words"] for found in rows(busy, "select words from signatures")} == {None}
    assert rows(busy, "select * from signature_roles") == []
    assert verify(busy).ok


def test_what_was_erased_cannot_be_signed_any_more(db: Database) -> None:
    id = asked(db)
    entry_id = found(db, id).entry_id
    erase_body(db, entry_id, author=ADA, reason="Retention", recorded_at=NOW, command_id=new_id())
    gone = row(db, "select * from signatures") or {}
    assert (gone["id"], gone["words"], gone["state"]) == (entry_id, None, "waiting")
    with pytest.raises(WrongRole):
        take(db, entry_id, GIVEN)
    assert waiting_for(db, MANAGER, MO.human_id) == ()
    take(db, entry_id, WITHDRAWN)
    with (
        pytest.raises(IllegalStep),
        command(db, new_id(), author=ADA, recorded_at=NOW) as c,
    ):
        signatures.ask_again(c, entry_id)


def test_everything_is_in_the_stream_of_what_is_signed(db: Database) -> None:
    about = decided(db)
    id = asked(db, about)
    take(db, id, SENT_BACK)
    take(db, id, ANSWERED)
    take(db, id, GIVEN, words="")
    kinds = [e.kind for e in read(db, about.stream) if e.seq > about.seq]
    assert kinds == ["case_opened", ASKED, SENT_BACK, ANSWERED, GIVEN]
    assert [e.kind for e in steps_of(db, found(db, id))] == [SENT_BACK, ANSWERED, GIVEN]


def test_every_role_that_decides_has_managers_who_can_sign_in() -> None:
    for role, managers in SIGNS_FOR.items():
        assert {role, *managers} <= set(ROLES)
        assert managers
        assert role == "head_of_service" or role not in managers
    assert set(ROLES) - set(SIGNS_FOR) == {"lawyer", "threshold_owner", "auditor", "administrator"}
    assert signs_for("invented") == ("head_of_service",)
