"""Second signatures: what one human decided, another human signs, sends back or declines.

    signature_asked      {signature_id, what, subject, words, reasons, asked_of}
    signature_given      {signature_id, words}
    signature_sent_back  {signature_id, question}
    signature_answered   {signature_id, answer}
    signature_declined   {signature_id, reason}
    signature_withdrawn  {signature_id, reason}

All of them stand in the stream of what is signed. ``signature_asked`` is caused by its subject,
every later one by ``signature_asked``: whatever body is erased, the state can be told.

What was decided stands whatever becomes of the signature. Nothing is undone here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from protocol.people import HELD_BY, ROLES
from store.bodies import field
from store.database import row, rows
from store.entry import Author, Entry
from store.ids import new_id
from store.journal import Command
from store.reading import caused_by, read
from store.reading import entry as entry_of
from store.restrictions import HIDDEN_CASE
from store.steps import Changed, NotPossible, NotTheirs
from store.stream_names import family, subject
from store.tables import keeps, projects
from store.tasks import RECORDS
from store.times import from_text, to_text

ASKED = "signature_asked"
GIVEN = "signature_given"
SENT_BACK = "signature_sent_back"
ANSWERED = "signature_answered"
DECLINED = "signature_declined"
WITHDRAWN = "signature_withdrawn"

OPEN = ("waiting", "sent_back")

TASK = "signature"
"""Stands where the id of a rule would, in the task of what was declined."""

DECLINED_TASK = "Look at this decision again: a manager declined it"


@dataclass(frozen=True)
class Step:
    """From which states to which, and in which field the words stand that go with it."""

    before: tuple[str, ...]
    after: str
    words: str
    may_be_empty: bool = False


STEPS = {
    GIVEN: Step(("waiting",), "given", "words", may_be_empty=True),
    SENT_BACK: Step(("waiting",), "sent_back", "question"),
    ANSWERED: Step(("sent_back",), "waiting", "answer"),
    DECLINED: Step(("waiting",), "declined", "reason"),
    WITHDRAWN: Step(OPEN, "withdrawn", "reason"),
}

SIGN_NOT = ("author", "asked", "answered", "assessed")
"""Whoever had one of these parts in it is not the other human."""

DECIDED = ("decision_made", "outcome_decided")
"""What stands as it was decided, whatever becomes of its signature."""

SIGNERS = (GIVEN, SENT_BACK, DECLINED)
"""The steps of whoever is asked; the others are the author's."""


@dataclass(frozen=True)
class Signature:
    """A signature asked for; ``words`` is None and ``asked_of`` empty once that was erased.

    ``step`` grows with every step: what a page saw is still so when it is the same.
    """

    id: str
    stream: str
    record_id: str
    entry_id: str
    subject: str
    author_role: str
    asker_role: str
    what: str | None
    words: str | None
    reasons: str | None
    state: str
    step: int
    asked_at: datetime
    asked_by: str
    moved_at: datetime
    moved_by: str
    asked_of: tuple[str, ...]


class UnknownSignature(NotPossible):
    """There is no such signature here, or none that this human may know of."""


class IllegalStep(NotPossible):
    """Nothing of this kind can follow in this state."""

    def __init__(self, state: str, kind: str) -> None:
        super().__init__(f"{kind} cannot follow: the signature is {state}.")
        self.state, self.kind = state, kind


class SameHuman(NotTheirs):
    """Another human has to. ``part`` is what this one did: author, asked, answered,
    sent_back, or assessed: wrote the assessment that is signed."""

    def __init__(self, part: str) -> None:
        super().__init__(f"Another human has to do this: this one is bound ({part}).")
        self.part = part


class WrongRole(NotTheirs):
    """None of the roles asked."""


def ask(
    c: Command,
    about: Entry,
    *,
    what: str,
    words: str,
    reasons: str,
    asked_of: tuple[str, ...],
) -> str:
    """Ask any of these roles to sign what this entry records. Returns the signature's id.

    IllegalStep when it is asked already, or was given or declined; after it was withdrawn it
    can be asked again.
    """
    unknown = [role for role in asked_of if role not in ROLES]
    if unknown:
        raise ValueError(f"{unknown} cannot sign in, so cannot sign.")
    body = {
        "signature_id": new_id(),
        "what": what,
        "subject": about.id,
        "words": words,
        "reasons": reasons,
        "asked_of": list(asked_of),
    }
    c.append(about.stream, ASKED, body, caused_by=about.id)
    return str(body["signature_id"])


def ask_again(c: Command, signature_id: str) -> str:
    """Ask anew for what was withdrawn. Returns the new signature's id."""
    found = _known(c, signature_id)
    problem = hindrance_to_ask_again(c.db, found, c.author)
    if problem:
        raise problem
    about = entry_of(c.db, found.subject)
    assert about is not None
    assert found.what is not None
    return ask(
        c,
        about,
        what=found.what,
        words=found.words or "",
        reasons=found.reasons or "",
        asked_of=found.asked_of,
    )


def give(c: Command, signature_id: str, words: str, *, seen: int | None = None) -> Entry:
    """Sign. Like every step it raises NotPossible, and ``seen`` is the ``step`` of the page."""
    return _take(c, signature_id, GIVEN, words, seen)


def send_back(c: Command, signature_id: str, question: str, *, seen: int | None = None) -> Entry:
    """Ask the author something first."""
    return _take(c, signature_id, SENT_BACK, question, seen)


def answer(c: Command, signature_id: str, words: str, *, seen: int | None = None) -> Entry:
    """The author's side answers; it waits for the manager again."""
    return _take(c, signature_id, ANSWERED, words, seen)


def decline(c: Command, signature_id: str, reason: str, *, seen: int | None = None) -> Entry:
    """Do not sign. What was decided stands, and its author has to look at it again at once."""
    found = _known(c, signature_id)
    declined = _take(c, signature_id, DECLINED, reason, seen)
    if family(found.stream) in RECORDS:
        task = {
            "task_id": new_id(),
            "rule_id": TASK,
            "words": DECLINED_TASK,
            "owner_role": found.author_role,
            "held_by_role": HELD_BY.get(found.author_role, found.asked_of[0]),
            "due_at": to_text(c.recorded_at),
            "due_words": "at once",
            "force": "must",
        }
        c.append(found.stream, "task_created", task, caused_by=declined.id)
    return declined


def withdraw(c: Command, signature_id: str, reason: str, *, seen: int | None = None) -> Entry:
    """Stop asking. What was decided is then not signed, and shows as that."""
    return _take(c, signature_id, WITHDRAWN, reason, seen)


def signature(db: Database, signature_id: str, reader: str) -> Signature | None:
    """One by its id; None for one this human may not know of."""
    found = _select(db, "where signatures.id = :id", {"id": signature_id, "reader": reader})
    return found[0] if found else None


def waiting_for(db: Database, role: str, human_id: str) -> tuple[Signature, ...]:
    """What this human in this role can sign, the oldest first; nothing of their own."""
    return _select(
        db,
        f"""
        where signatures.state = 'waiting'
          and exists (
            select 1 from signature_roles
            where signature_roles.signature_id = signatures.id and signature_roles.role = :role)
          and not {_DID.format(_SIGN_NOT)}
        """,
        {"role": role, "reader": human_id},
    )


def asked_by(db: Database, human_id: str) -> tuple[Signature, ...]:
    """What this human decided or asked for and is not settled, the oldest first."""
    return _select(
        db,
        f"where signatures.state in ('waiting', 'sent_back') and {_DID.format(_ASKING)}",
        {"reader": human_id},
    )


def to_answer(db: Database, role: str, human_id: str) -> tuple[Signature, ...]:
    """What was sent back to this human or their colleagues, the oldest first."""
    return _select(
        db,
        f"""
        where signatures.state = 'sent_back'
          and ({_DID.format(_ASKING)} or :role in (author_role, asker_role))
          and not {_DID.format("'sent_back'")}
        """,
        {"role": role, "reader": human_id},
    )


def signatures_of(db: Database, record_id: str, reader: str) -> tuple[Signature, ...]:
    """Those of one case, the oldest first; none for a reader who may not know of it."""
    return _select(db, "where signatures.record_id = :id", {"id": record_id, "reader": reader})


def steps_of(db: Database, found: Signature) -> tuple[Entry, ...]:
    """What happened to it since it was asked, in order."""
    caused = caused_by(db, found.entry_id)
    return tuple(e for e in caused if e.stream == found.stream and e.kind in STEPS)


def hindrance(
    db: Database, found: Signature, kind: str, author: Author
) -> NotTheirs | IllegalStep | None:
    """What keeps this author from taking this step now, or nothing."""
    bound = _bound(db, found, author)
    if kind in SIGNERS:
        for part in SIGN_NOT:
            if part in bound:
                return SameHuman(part)
        # Once it was erased whom it was asked of, what was signed before stays signed.
        if found.asked_of and author.role not in found.asked_of:
            return WrongRole(f"This was asked of {', '.join(found.asked_of)}.")
    elif kind == ANSWERED:
        if "sent_back" in bound:
            return SameHuman("sent_back")
        theirs = {"author", "asked"} & bound or author.role in (found.author_role, found.asker_role)
        if not theirs:
            return NotTheirs("The author's side answers.")
    elif not {"author", "asked"} & bound:
        return NotTheirs("Only who decided or asked can withdraw.")
    if found.state not in STEPS[kind].before:
        return IllegalStep(found.state, kind)
    return None


def hindrance_to_ask_again(db: Database, found: Signature, author: Author) -> NotPossible | None:
    """What keeps this author from asking anew for what was withdrawn, or nothing."""
    if not {"author", "asked"} & _bound(db, found, author):
        return NotTheirs("Only who decided or asked can ask again.")
    if found.what is None:
        return IllegalStep("erased", ASKED)
    standing = _standing(db, found.subject, found.what)
    return IllegalStep(standing, ASKED) if standing else None


def _known(c: Command, signature_id: str) -> Signature:
    found = signature(c.db, signature_id, c.author.human_id)
    if found is None:
        raise UnknownSignature(signature_id)
    return found


def _take(c: Command, signature_id: str, kind: str, words: str, seen: int | None) -> Entry:
    found = _known(c, signature_id)
    problem = hindrance(c.db, found, kind, c.author)
    if problem:
        raise problem
    if kind in SIGNERS and not found.asked_of:
        raise WrongRole("Whom it was asked of was erased: nobody can sign it now.")
    if seen is not None and seen != found.step:
        raise Changed(f"The page saw step {seen}, and this is step {found.step}.")
    body = {"signature_id": signature_id, STEPS[kind].words: words}
    return c.append(found.stream, kind, body, caused_by=found.entry_id)


# The tables

_ASKING = "'author', 'asked'"
_SIGN_NOT = ", ".join(f"'{part}'" for part in SIGN_NOT)

# For SQL over ``signatures``: true where the human :reader had one of these parts in it.
_DID = """exists (
    select 1 from signature_people
    where signature_people.subject = signatures.subject
      and signature_people.human_id = :reader and signature_people.part in ({}))"""

# A record that is no case can be restricted all the same, so the case itself is not asked for.
_HIDDEN = HIDDEN_CASE.replace("cases.id", "signatures.record_id")


def _select(db: Database, where: str, values: Mapping[str, object]) -> tuple[Signature, ...]:
    return tuple(
        _signature(db, found)
        for found in rows(
            db,
            f"select * from signatures {where} and not {_HIDDEN} order by asked_at, id",
            values,
        )
    )


def _signature(db: Database, found: Mapping[str, Any]) -> Signature:
    asked_of = rows(
        db,
        "select role from signature_roles where signature_id = :id order by place",
        {"id": found["id"]},
    )
    return Signature(
        **{
            **found,
            "asked_at": from_text(found["asked_at"]),
            "moved_at": from_text(found["moved_at"]),
            "asked_of": tuple(each["role"] for each in asked_of),
        }
    )


def _bound(db: Database, found: Signature, author: Author) -> set[str]:
    """What this human did in it, or whoever they act for."""
    parts: set[str] = set()
    for human_id in author.humans:
        did = rows(
            db,
            "select part from signature_people where subject = :subject and human_id = :human",
            {"subject": found.subject, "human": human_id},
        )
        parts |= {each["part"] for each in did}
    return parts


def _standing(db: Database, subject_id: str, what: str) -> str | None:
    """The state that keeps the same signature from being asked for again."""
    found = row(
        db,
        """
        select state from signatures
        where subject = :subject and what = :what and state <> 'withdrawn'
        """,
        {"subject": subject_id, "what": what},
    )
    return found["state"] if found else None


FAMILIES = ("case", "council", "contact")
"""What can be signed stands in these families of streams."""

for _family in FAMILIES:
    for _table in ("signatures", "signature_roles", "signature_people"):
        keeps(_table, of=_family, key="record_id")


def begin(db: Database, entry: Entry) -> None:
    """The subject is an earlier entry of the same stream."""
    about = entry_of(db, entry.caused_by) if entry.caused_by else None
    if about is None or about.stream != entry.stream or about.seq >= entry.seq:
        raise ValueError(f"{ASKED} is caused by what is to be signed, in the same stream.")
    said: dict[str, Any] = {"id": entry.id, "what": None, "words": None, "reasons": None}
    if entry.body is not None:
        if field(entry, "subject", str) != about.id:
            raise ValueError(f"{ASKED} names another subject than its cause.")
        said = {name: field(entry, name, str) for name in ("what", "words", "reasons")}
        said["id"] = field(entry, "signature_id", str)
        standing = _standing(db, about.id, said["what"])
        if standing:
            raise IllegalStep(standing, ASKED)
        _ask_of(db, entry, said["id"])
    db.execute(
        """
        insert into signatures (id, stream, record_id, entry_id, subject, author_role, asker_role,
            what, words, reasons, state, step, asked_at, asked_by, moved_at, moved_by)
        values (:id, :stream, :record_id, :entry_id, :subject, :author_role, :asker_role,
            :what, :words, :reasons, 'waiting', 1, :at, :by, :at, :by)
        """,
        said
        | {
            "stream": entry.stream,
            "record_id": subject(entry.stream),
            "entry_id": entry.id,
            "subject": about.id,
            "author_role": about.role,
            "asker_role": entry.role,
            "at": to_text(entry.happened_at),
            "by": entry.human_id,
        },
    )
    _remember(db, about.id, about, "author")
    _remember(db, about.id, entry, "asked")
    _bind(db, about.id, entry, "assessed", (about.body or {}).get("assessed_by", ()))


def _ask_of(db: Database, entry: Entry, signature_id: str) -> None:
    asked_of = field(entry, "asked_of", list)
    if not asked_of or not all(isinstance(role, str) for role in asked_of):
        raise ValueError(f"{ASKED} names the roles that can sign.")
    for place, role in enumerate(dict.fromkeys(asked_of)):
        db.execute(
            """
            insert into signature_roles (record_id, signature_id, place, role)
            values (:record_id, :id, :place, :role)
            """,
            {"record_id": subject(entry.stream), "id": signature_id, "place": place, "role": role},
        )


def move(db: Database, entry: Entry) -> None:
    """One step, by somebody who may take it."""
    found = row(
        db,
        "select * from signatures where entry_id = :entry_id and stream = :stream",
        {"entry_id": entry.caused_by, "stream": entry.stream},
    )
    if found is None:
        raise UnknownSignature(f"{entry.kind} is caused by the {ASKED} of its signature.")
    asked, step = _signature(db, found), STEPS[entry.kind]
    problem = hindrance(db, asked, entry.kind, entry.author)
    if problem:
        raise problem
    if entry.body is not None:
        if field(entry, "signature_id", str) != asked.id and asked.what is not None:
            raise UnknownSignature(f"{entry.kind} names another signature than its cause.")
        if not field(entry, step.words, str).strip() and not step.may_be_empty:
            raise ValueError(f"{entry.kind} needs {step.words} in words.")
    db.execute(
        """
        update signatures set state = :state, step = step + 1, moved_at = :at, moved_by = :by
        where entry_id = :entry_id
        """,
        {
            "state": step.after,
            "at": to_text(entry.happened_at),
            "by": entry.human_id,
            "entry_id": asked.entry_id,
        },
    )
    if entry.kind == ANSWERED:
        _remember(db, asked.subject, entry, "answered")
    if entry.kind == SENT_BACK:
        _remember(db, asked.subject, entry, "sent_back")


def _remember(db: Database, subject_id: str, entry: Entry, part: str) -> None:
    _bind(db, subject_id, entry, part, entry.author.humans)


def _bind(db: Database, subject_id: str, entry: Entry, part: str, human_ids: Iterable[str]) -> None:
    for human_id in human_ids:
        db.execute(
            """
            insert into signature_people (record_id, subject, human_id, part)
            values (:record_id, :subject, :human_id, :part)
            on conflict (subject, human_id, part) do nothing
            """,
            {
                "record_id": subject(entry.stream),
                "subject": subject_id,
                "human_id": human_id,
                "part": part,
            },
        )


def follow(db: Database, entry: Entry) -> None:
    """A case needs a manager as long as something in it is not signed."""
    values = {"id": subject(entry.stream), "needs": int(_needs_manager(db, entry))}
    for table in ("presentations", "cases"):
        db.execute(f"update {table} set needs_manager = :needs where id = :id", values)


def _needs_manager(db: Database, entry: Entry) -> bool:
    """Up to this entry. What was declined or withdrawn counts until it is decided anew."""
    before = [e for e in read(db, entry.stream) if e.seq <= entry.seq]
    by_id = {e.id: e for e in before}
    found = rows(
        db,
        "select subject, state from signatures where stream = :stream order by asked_at, step",
        {"stream": entry.stream},
    )
    states: dict[str, set[str]] = {}
    for each in found:
        states.setdefault(each["subject"], set()).add(each["state"])
    for subject_id, has in states.items():
        about = by_id[subject_id]
        if has & set(OPEN):
            return True
        if "given" in has and "declined" not in has:
            continue
        # A decision that is not signed stands all the same; anything else withdrawn is no more.
        stands = "declined" in has or about.kind in DECIDED
        if stands and not is_decided_anew(about, before):
            return True
    decisions = [e for e in before if e.kind == "decision_made" and e.body is not None]
    last = decisions[-1] if decisions else None
    return last is not None and last.id not in states and bool((last.body or {})["needs_manager"])


def is_decided_anew(about: Entry, entries: Iterable[Entry]) -> bool:
    """Whether one of these came after it and is about the same question."""

    def question(e: Entry) -> Any:
        body = e.body or {}
        return tuple(body.get(name) for name in ("decision", "reading", "child", "value"))

    return any(
        e.seq > about.seq and e.kind == about.kind and question(e) == question(about)
        for e in entries
    )


for _family in FAMILIES:
    projects(ASKED, of=_family)(begin)
    for _kind in STEPS:
        projects(_kind, of=_family)(move)
for _kind in (*DECIDED, ASKED, *STEPS):
    projects(_kind, of="case")(follow)
