"""Second signatures: what waits for whom, and signing it, sending it back or declining it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.sign_in import PlainForm
from forms.signatures import (
    AnswerForm,
    ConfirmForm,
    SignAtMashForm,
    SignForm,
    SignSupportForm,
    WithdrawAtMashForm,
    WithdrawForm,
    WithdrawProposalForm,
    WithdrawSupportForm,
)
from forms.thresholds import ConfirmValueForm, WithdrawValueForm
from protocol.decisions import DEPARTURE_REASONS
from protocol.pack import current_pack
from protocol.people import OWNERS
from protocol.readings import open_points, resting_on
from rules.pack import Pack, PackRule, Reading, read_pack
from rules.rule import Force, RuleKind
from store import (
    cases,
    confirmations,
    journal,
    packs,
    signatures,
    threshold_confirmations,
)
from store.accounts import humans
from store.contacts import contact
from store.entry import Entry
from store.ids import new_id
from store.journal import AlreadyDone
from store.mash.contact_child import Decision, Rating
from store.mash.handing_on import HandOn, hand_ons_in
from store.mash.standing import HARM_SINCE
from store.reading import read, read_kind
from store.signatures import (
    ANSWERED,
    ASKED,
    DECLINED,
    GIVEN,
    SENT_BACK,
    STEPS,
    WITHDRAWN,
    IllegalStep,
    SameHuman,
    Signature,
    UnknownSignature,
    WrongRole,
)
from store.steps import NotPossible, NotTheirs
from store.stream_names import COUNCIL, family
from store.support.fewer_visits import AGAIN
from store.support.fewer_visits import DECIDED as FEWER_VISITS
from store.support.fewer_visits import SIGNED as FEWER_SIGNED
from store.support.watch import SIGNED as END_SIGNED
from thresholds.values import about as about_value
from views import clock, database, presenting, reading
from views.doors import CASES, SIGNATURES, open_to
from views.keeping_up import keep_up
from views.mash.after_words import rows_of
from views.mash.confirmed import bare, value_of
from views.mash.found import Found, contact_of, found_children
from views.mash.rated_words import WORDS
from views.mash.standing import standing
from views.support.overtaken import WorryNow, is_overtaken, worries_now

bp = Blueprint("signatures", __name__, url_prefix="/signatures")

SIGNING = SIGNATURES - {"auditor"}

# What the form on the page is for → the form, and the step that shows whether it may be used.
FORMS = {
    "sign": (SignForm, GIVEN),
    "answer": (AnswerForm, ANSWERED),
    "withdraw": (WithdrawForm, WITHDRAWN),
    "ask_again": (PlainForm, ASKED),
}
FORMS_OF_COUNCIL = {
    confirmations.CONFIRMATION: {"sign": ConfirmForm, "withdraw": WithdrawProposalForm},
    threshold_confirmations.CONFIRMATION: {
        "sign": ConfirmValueForm,
        "withdraw": WithdrawValueForm,
    },
}
"""Instead of those, where the council confirms something: by what it is."""

FORMS_AT_MASH = {"sign": SignAtMashForm, "withdraw": WithdrawAtMashForm}
"""Instead of those, where what is signed is a rating or a decision about a child in a contact."""

FORMS_OF_SUPPORT = {"sign": SignSupportForm, "withdraw": WithdrawSupportForm}
"""Instead of those, where support ends or visits become fewer: neither counts unless signed."""

TAKE = {
    GIVEN: signatures.give,
    SENT_BACK: signatures.send_back,
    ANSWERED: signatures.answer,
    DECLINED: signatures.decline,
    WITHDRAWN: signatures.withdraw,
}

BOUND = {
    "author": "Somebody else has to sign this: it is your own decision",
    "asked": "Somebody else has to sign this: you asked for it",
    "answered": "Somebody else has to sign this: you answered a question about it",
    "assessed": "Somebody else has to sign this: you wrote part of the assessment",
    "sent_back": "Somebody else has to answer this: it is your own question",
}

RATE_FIRST = (
    "Significant harm was told since this was asked. Rate the child again first. "
    "Your signature was not saved"
)

HAS = {
    "waiting": "answered the question",
    "sent_back": "sent this back with a question",
    "given": "signed this already",
    "declined": "declined this already",
    "withdrawn": "withdrawn this",
}


class Waiting(NamedTuple):
    """A signature in a list, with the case or the child in a contact that it is about, if it is
    about one."""

    signature: Signature
    file: cases.CaseFile | None
    at_mash: Found | None


class Advised(NamedTuple):
    """A rule that the decision is about, as it stood when the advice was given."""

    rule: PackRule
    force: Force
    readings: tuple[Reading, ...]


@bp.get("")
@open_to(SIGNATURES)
def waiting() -> ResponseReturnValue:
    """All that waits: for whoever is signed in, and for others on their behalf."""
    return render_template("signatures/waiting.html", signatures=mine())


@bp.get("/<uuid:id>")
@open_to(SIGNATURES)
def signature(id: Any) -> ResponseReturnValue:
    return show(known(id))


@bp.post("/<uuid:id>")
@open_to(SIGNING)
def take_step(id: Any) -> ResponseReturnValue:
    found, use = known(id), request.form.get("use", "")
    if use not in FORMS:
        abort(400)
    form = form_for(found, use)()
    command_id, seen = presenting.posted_command_id(), presenting.posted_seq()
    valid = form.validate()
    if "csrf_token" in form.errors:
        return show(found, use, form), 400
    if presenting.done_before():
        return as_done_before(found, use, form)
    if problem := hindrance(found, use):
        return refuse(found, use, form, problem)
    if not valid:
        return show(found, use, form), 400
    if use == "sign" and step(use, form)[0] == GIVEN and (words := overtaken(found)):
        return show(found, use, form, words), 409
    try:
        with presenting.carry_out(command_id) as c:
            if use == "ask_again":
                signatures.ask_again(c, found.id)
            else:
                kind, words = step(use, form)
                TAKE[kind](c, found.id, words, seen=seen)
        if family(found.stream) == "case":
            keep_up(found.record_id, command_id)
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except NotPossible as problem:
        return refuse(known(id), use, form, problem)
    return as_done_before(found, use, form)


def mine() -> dict[str, Any]:
    """What the lists show to whoever is signed in."""
    db, account = database.current(), current_user.account
    human_id = account.human_id
    if account.role not in SIGNATURES:
        return {}

    def with_files(found: tuple[Signature, ...]) -> list[Waiting]:
        return [
            Waiting(each, cases.case_file(db, each.record_id, human_id), at_mash(each))
            for each in found
            if may_open(each) and may_know(each)
        ]

    own = signatures.asked_by(db, human_id)
    return {
        "to_sign": with_files(signatures.waiting_for(db, account.role, human_id)),
        "to_answer": with_files(signatures.to_answer(db, account.role, human_id)),
        "waited_for": with_files(tuple(each for each in own if each.state == "waiting")),
        "humans": humans(db),
        "now": clock.now(),
    }


def known(id: Any) -> Signature:
    """One this human may know of, in the role they are signed in with."""
    reader = current_user.account.human_id
    found = signatures.signature(database.current(), str(id), reader) or abort(404)
    if not may_open(found):
        abort(403)
    return found if may_know(found) else abort(404)


def may_open(found: Signature) -> bool:
    """A lawyer opens what the council confirms, and nothing that is about a young person."""
    return found.stream == COUNCIL or current_user.role in CASES


def may_know(found: Signature) -> bool:
    """A contact from a restricted case is as invisible as the case."""
    reader = current_user.account.human_id
    if family(found.stream) != "contact":
        return True
    return contact(database.current(), found.record_id, reader) is not None


def at_mash(found: Signature) -> Found | None:
    """The child in a contact that a rating, a decision or a step-down is about."""
    if family(found.stream) != "contact":
        return None
    children = found_children(contact_of(found.record_id))
    return next((child for child in children if found in child.signatures), None)


def overtaken(found: Signature) -> str:
    """What happened since, so that it has to be decided anew, in words, or nothing: harm was told
    of a child at MASH, or what was decided about support no longer fits."""
    child = at_mash(found)
    if child is not None and standing(child).stands == HARM_SINCE:
        return RATE_FIRST
    about = journal.entry(database.current(), found.subject)
    return is_overtaken(about, read(database.current(), found.stream), clock.now())


def judged(child: Found, entry_id: str) -> Rating | Decision | None:
    """The rating or the decision that this entry is."""
    both = (*child.child.ratings, *child.child.decisions)
    return next((each for each in both if each.entry_id == entry_id), None)


def stepped_down(child: Found, entry_id: str) -> HandOn | None:
    """The step-down that this entry is."""
    handed = hand_ons_in(child.entries, child.child.id)
    return next((each for each in handed if each.id == entry_id), None)


def form_for(found: Signature, use: str) -> Any:
    """The form of the page, by what is signed."""
    of_council = FORMS_OF_COUNCIL.get(found.what or confirmations.CONFIRMATION, {})
    forms: Mapping[str, Any] = {"council": of_council, "contact": FORMS_AT_MASH}.get(
        family(found.stream), {}
    )
    if found.what in (FEWER_SIGNED, END_SIGNED):
        forms = FORMS_OF_SUPPORT
    return forms.get(use, FORMS[use][0])


def hindrance(found: Signature, use: str) -> NotPossible | None:
    """Why whoever is signed in may not use this form now."""
    db, author = database.current(), current_user.author
    if use == "ask_again":
        return signatures.hindrance_to_ask_again(db, found, author)
    return signatures.hindrance(db, found, FORMS[use][1], author)


def step(use: str, form: Any) -> tuple[str, str]:
    """The kind of entry and the words that go with it."""
    if use == "answer":
        return ANSWERED, form.answer.data
    if use == "withdraw":
        return WITHDRAWN, form.withdrawal.data
    return {
        "agree": (GIVEN, form.words.data or ""),
        "ask": (SENT_BACK, form.question.data),
        "decline": (DECLINED, form.reason.data),
    }[form.says.data]


def as_done_before(found: Signature, use: str, form: Any) -> ResponseReturnValue:
    """On to the page, if what was posted is what was done. A page can be posted a second time,
    changed."""
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    if use == "ask_again":
        asked = [e for e in done if e.kind == ASKED and e.caused_by == found.subject and e.body]
        if asked:
            return redirect(url_for(".signature", id=asked[0].body["signature_id"]))
    elif not form.errors:
        kind, words = step(use, form)
        body = {"signature_id": found.id, STEPS[kind].words: words}
        if any(e.kind == kind and e.body == body for e in done):
            return redirect(url_for(".signature", id=found.id))
    words = "You have saved this page before, differently. See below what was saved"
    return show(known(found.id), use, form, words), 409


def refuse(found: Signature, use: str, form: Any, problem: NotPossible) -> ResponseReturnValue:
    """Say why nothing was recorded."""
    if isinstance(problem, UnknownSignature):
        abort(404)
    status = 403 if isinstance(problem, NotTheirs) else 409
    return show(found, use, form, in_words(found, problem)), status


def in_words(found: Signature, problem: NotPossible) -> str:
    if isinstance(problem, SameHuman):
        return BOUND[problem.part]
    if isinstance(problem, WrongRole):
        asked_of = ", or ".join(f"the {OWNERS[role]}" for role in found.asked_of)
        return f"This has to be signed by somebody else: {asked_of}"
    if isinstance(problem, NotTheirs):
        return "Only whoever decided this can do that"
    if isinstance(problem, IllegalStep) and found.state == "waiting":
        return "This is already waiting to be signed. Nothing of yours was saved"
    who = humans(database.current()).get(found.moved_by, "Somebody")
    return f"{who} has {HAS[found.state]}. Yours was not saved: look at this again"


def show(
    found: Signature, use: str = "", form: Any = None, problem: str = ""
) -> ResponseReturnValue:
    """The page, with what whoever is signed in may do. ``form`` is what they posted."""
    db = database.current()
    if family(found.stream) == "contact":
        reading.record("contact_read", {"contact_id": found.record_id})
    elif found.stream != COUNCIL:
        reading.record("case_read", {"case_id": found.record_id})
    usable = {each: form_for(found, each) for each in FORMS if not hindrance(found, each)}
    forms = {
        each: form if each == use and form else kind(formdata=None) for each, kind in usable.items()
    }
    typed = []
    if use and use not in forms:
        typed = [each.data for each in form.questions().values() if _is_text(each)]
        if "csrf_token" in form.errors:
            problem = "This page was open for too long. Look at it again"
        form = PlainForm(formdata=None)
    if problem:
        form.form_errors.append(problem)
    about, own = journal.entry(db, found.subject), hindrance(found, "sign")
    child = at_mash(found)
    handed = stepped_down(child, found.subject) if child else None
    return render_template(
        "signatures/signature.html",
        signature=found,
        file=cases.case_file(db, found.record_id, current_user.account.human_id),
        at_mash=child,
        judged=child and judged(child, found.subject),
        stands=child and standing(child).stands,
        handed=handed,
        handed_rows=rows_of(handed) if handed else (),
        words=WORDS,
        about=about,
        advised=advised(about),
        proposed=proposed(found, about),
        departure_reasons=DEPARTURE_REASONS,
        steps=signatures.steps_of(db, found),
        others=[each for each in others_about(found) if each.id != found.id],
        decided_anew=decided_anew(about),
        worries=worries_at(about),
        forms=forms,
        form=form,
        typed=typed,
        may_not=BOUND[own.part] if isinstance(own, SameHuman) else "",
        humans=humans(db),
        # A page that was refused is posted anew, as another command.
        command_id=new_id(),
        new_id=new_id,
        now=clock.now(),
    )


def others_about(found: Signature) -> list[Signature]:
    """Asked for the same, before or since."""
    reader = current_user.account.human_id
    all_of_it = signatures.signatures_of(database.current(), found.record_id, reader)
    return [each for each in all_of_it if each.subject == found.subject]


def decided_anew(about: Entry) -> bool:
    """Fewer visits also where somebody has turned back to daily ones."""
    db = database.current()
    later = read_kind(db, about.stream, about.kind)
    back = read_kind(db, about.stream, AGAIN) if about.kind == FEWER_VISITS else ()
    return signatures.is_decided_anew(about, later) or any(e.seq > about.seq for e in back)


def worries_at(about: Entry) -> tuple[WorryNow, ...] | None:
    """Where fewer visits are signed: the worries as they stand now."""
    if about.kind != FEWER_VISITS:
        return None
    return worries_now(about, read(database.current(), about.stream))


def proposed(found: Signature, about: Entry) -> dict[str, Any] | None:
    """What is to be confirmed, as proposed and as it stands now."""
    if found.stream != COUNCIL or about.body is None:
        return None
    if about.kind == threshold_confirmations.PROPOSED:
        return proposed_value(about.body)
    now = current_pack().reading.get(about.body["reading"])
    return {
        "body": about.body,
        "reference": about.body["reading"],
        "back": ("Back to the reading", url_for("readings.reading", id=about.body["reading"])),
        "point": open_points().get(about.body["reading"]),
        "changed": now is None or now.hash != about.body["value_hash"],
        "rules": resting_on(current_pack(), about.body["reading"]),
    }


def proposed_value(body: Mapping[str, Any]) -> dict[str, Any]:
    """A threshold value. It is no longer in use where another council's folder is."""
    now = value_of(body["value"])
    page = url_for("thresholds.value", id=body["value"]) if now else url_for("thresholds.page")
    return {
        "body": body,
        "reference": body["value"],
        "about": about_value(body["value"], body["name"]),
        "source": bare(body["source"]),
        "back": ("Back to the value", page),
        "changed": now is None or now.hash != body["value_hash"],
    }


def advised(about: Entry) -> list[Advised]:
    """The advice a decision differs from; where the protocol is silent, what we made of it."""
    given = about.caused_by and journal.entry(database.current(), about.caused_by)
    if not given or given.kind != "advice_given" or given.body is None or about.body is None:
        return []
    findings: Mapping[str, Any] = given.body["findings"]
    try:
        pack = _read(packs.load(database.current(), findings["pack"]))
    except packs.UnknownPack:
        return []
    departed = [each["rule"] for each in about.body.get("departures", [])]
    gaps = [each["id"] for each in findings["applies"]]
    gaps = [id for id in gaps if pack.rule[id].kind is RuleKind.GAP]
    rules = [pack.rule[id] for id in departed or gaps]
    return [
        Advised(rule, rule.force, tuple(pack.reading[id] for id in rule.readings)) for rule in rules
    ]


def _is_text(field: Any) -> bool:
    return isinstance(field.data, str) and not hasattr(field, "options")


@lru_cache(maxsize=4)
def _read(text: str) -> Pack:
    return read_pack(text)
