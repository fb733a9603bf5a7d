"""Disagreements between the services on a case, step by step, and what was learnt from them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.disputes import (
    AccommodationForm,
    AnswerForm,
    PositionForm,
    RaiseForm,
    SettlementForm,
    TakeFurtherForm,
)
from forms.fields import Option
from protocol.advice import Advice
from protocol.dispute_steps import (
    POSITION_LIMIT,
    SECOND,
    SIDES,
    SPEAK_FOR_A_SIDE,
)
from rules.answers import NOT_KNOWN, YES
from rules.calendar import london
from rules.rule import RuleKind
from store import dispute_lessons, disputes, journal
from store.accounts import humans
from store.cases import CaseFile
from store.disputes import (
    ACCOMMODATED_BY,
    NOT_AGREED,
    POSITION,
    SETTLED,
    SETTLEMENT,
    TAKEN_FURTHER,
    BothSides,
    Dispute,
)
from store.ids import new_id
from store.journal import AlreadyDone, Command
from store.person_names import aliases_of
from store.steps import IllegalStep, NotPossible, NotTheirs
from store.stream_names import case
from views import clock, database, one_of_several, presenting, reading
from views.cases import file_of
from views.dispute_words import STEP, accommodation, position_due, turn
from views.doors import CASES, open_to
from views.keeping_up import keep_up, record
from views.limits import due_from
from views.one_of_several import Steps, on_the_page
from views.rules_in_force import pack_in_force
from views.spreadsheet import spreadsheet

bp = Blueprint("disputes", __name__)

SHOWN_RULES = (RuleKind.DUTY, RuleKind.GATE, RuleKind.GAP)

FORMS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "position": (PositionForm, (POSITION,)),
    "answer": (AnswerForm, (SETTLED, NOT_AGREED)),
    "settle": (SettlementForm, (SETTLEMENT,)),
    "further": (TakeFurtherForm, (TAKEN_FURTHER,)),
}
"""What a form on the page is for → the form, and the kinds of entry it can lead to."""

WHY_NOT = {
    "over": "This disagreement is over. Nothing of yours was saved",
    "said": "Your side has put what it says in writing already. Nothing of yours was saved",
    "second_step": "This was taken further already. Nothing of yours was saved",
    "waiting": "A settlement is waiting for an answer already. Nothing of yours was saved",
    "nothing_to_agree": "There is no settlement to answer now. Nothing of yours was saved",
}
BOTH_SIDES = "Somebody else has to do this: you have spoken for the other side"
ANOTHER_ROLE = "Somebody in another role has to do this. The page says who"
CHANGED = "Something has happened since you opened this page. Yours was not saved: look again"


@bp.route("/cases/<uuid:id>/disputes/new", methods=["GET", "POST"])
@open_to(SPEAK_FOR_A_SIDE)
def new(id: Any) -> ResponseReturnValue:
    """Raise one. It begins with who accommodates the young person: that goes on."""
    file = file_of(id)
    advice = presenting.advice_for(presenting.presentation(file.case.id))
    form = RaiseForm(rules=rules_of(advice), facts=facts_of(advice))
    if not (form.is_submitted() and form.validate()):
        page = render_template("disputes/new.html", file=file, form=form, command_id=new_id())
        return page, 400 if form.is_submitted() else 200
    command_id = presenting.posted_command_id()
    words, source = chosen(advice, form)
    try:
        with presenting.carry_out(command_id) as c:
            disputes.raise_dispute(
                c,
                file.case.id,
                about=form.about.data,
                of=form.rule.data or form.fact.data,
                words=words,
                source=source,
                position=form.position.data,
                due=due_from(pack_in_force(), POSITION_LIMIT, clock.now()),
            )
            c.append(case(file.case.id), ACCOMMODATED_BY, provides(form))
    except AlreadyDone:
        pass  # the same page, posted twice
    keep_up(file.case.id, command_id)
    (raised, *_) = journal.entries_of(database.current(), command_id) or abort(409)
    return redirect(url_for(".dispute", id=file.case.id, dispute_id=raised.id))


@bp.get("/cases/<uuid:id>/disputes/<uuid:dispute_id>")
@open_to(CASES)
def dispute(id: Any, dispute_id: Any) -> ResponseReturnValue:
    """Both sides beside each other, and what whoever is signed in can do."""
    file = file_of(id)
    return show(file, known(file, dispute_id))


@bp.post("/cases/<uuid:id>/disputes/<uuid:dispute_id>")
@open_to(SPEAK_FOR_A_SIDE)
def take_step(id: Any, dispute_id: Any) -> ResponseReturnValue:
    return one_of_several.take_step(steps(file_of(id), dispute_id))


@bp.route("/cases/<uuid:id>/accommodated-by", methods=["GET", "POST"])
@open_to(SPEAK_FOR_A_SIDE)
def accommodated(id: Any) -> ResponseReturnValue:
    """Who accommodates the young person now. It changes when the next bed is confirmed."""
    file, form = file_of(id), AccommodationForm()
    if not (form.is_submitted() and form.validate()):
        page = render_template(
            "disputes/accommodated.html", file=file, form=form, command_id=new_id()
        )
        return page, 400 if form.is_submitted() else 200
    record(file.case.id, ACCOMMODATED_BY, provides(form))
    return redirect(url_for("cases.case", id=file.case.id))


@bp.get("/disputes/lessons")
@open_to(CASES)
def lessons() -> ResponseReturnValue:
    """What was learnt, for staff and for the MASH Steering Group. It names nobody."""
    return render_template("disputes/lessons.html", lessons=learnt(), step=STEP)


@bp.get("/disputes/lessons.csv")
@open_to(CASES)
def lessons_csv() -> ResponseReturnValue:
    heads = ("Over since", "Case", "About", "Where it stands", "Settled by", "Learnt")
    return spreadsheet("lessons", heads, (lesson_row(each) for each in learnt()))


def lesson_row(each: dispute_lessons.Lesson) -> tuple[str, ...]:
    day = london(each.learnt_at).date().isoformat()
    about, source = each.words or "", each.source or ""
    return day, each.reference or "", about, source, STEP[each.step.id], each.lessons


def learnt() -> tuple[dispute_lessons.Lesson, ...]:
    return dispute_lessons.lessons_learnt(database.current(), current_user.account.human_id)


def steps(file: CaseFile, dispute_id: Any) -> Steps[Dispute]:
    """The page of one dispute, and what can be done there."""
    return Steps(
        case_id=file.case.id,
        address=url_for(".dispute", id=file.case.id, dispute_id=dispute_id),
        uses=FORMS,
        find=partial(known, file, dispute_id),
        form_for=partial(form_for, file),
        hindrance=hindrance,
        step=step,
        saved=saved,
        in_words=in_words,
        show=partial(show, file),
    )


def known(file: CaseFile, dispute_id: Any) -> Dispute:
    found = disputes.disputes_in(presenting.entries_of(presenting.presentation(file.case.id)))
    return next((each for each in found if each.id == str(dispute_id)), None) or abort(404)


def rules_of(advice: Advice) -> list[Option]:
    """The rules that bear on the case, by words and paragraph: first what applies, then what
    cannot be told yet."""
    findings = advice.findings
    options = []
    for result, doubt in ((YES, ""), (NOT_KNOWN, " (cannot be told yet)")):
        options += [
            Option(rule.id, f"{rule.words} {rule.source}{doubt}")
            for rule in findings.having(result)
            if rule.kind in SHOWN_RULES
        ]
    return options


def facts_of(advice: Advice) -> list[Option]:
    """The facts of the catalogue that somebody can be asked, by their question."""
    return [Option(f.id, f.question) for f in advice.findings.pack.facts if f.question]


def chosen(advice: Advice, form: Any) -> tuple[str, str]:
    """What it is about, in words, and where that stands."""
    pack = advice.findings.pack
    if form.about.data == "rule":
        rule = pack.rule[form.rule.data]
        return rule.words, f"Rule {rule.id}: {rule.source}"
    return pack.fact[form.fact.data].question, "A fact about the young person"


def provides(form: Any) -> dict[str, str]:
    return {"service": form.service.data, "who": form.who.data or ""}


def names_of(file: CaseFile) -> list[str]:
    """What the young person is called, on record and by others."""
    if file.person is None:
        return []
    own = [file.person.name] if file.person.is_named and file.person.name else []
    return own + [alias.name for alias in aliases_of(database.current(), file.person.id)]


def form_for(file: CaseFile, use: str, **more: Any) -> Any:
    more |= {"names": names_of(file)} if use == "settle" else {}
    return FORMS[use][0](**more)


def step(use: str, form: Any) -> Callable[[Command, Dispute, int], Any]:
    """What posting the form does."""
    if use == "position":
        return lambda c, found, seen: disputes.say_position(c, found, form.position.data, seen=seen)
    if use == "settle":
        words = form.decision.data, form.reasons.data, form.lessons.data
        return lambda c, found, seen: disputes.settle(c, found, *words, seen=seen)
    if use == "further":
        due = due_from(pack_in_force(), SECOND.limit, clock.now())
        return lambda c, found, seen: disputes.take_further(
            c, found, form.further.data, due, seen=seen
        )
    if form.says.data == "agree":
        return lambda c, found, seen: disputes.agree(c, found, form.words.data or "", seen=seen)
    return lambda c, found, seen: disputes.not_agree(c, found, form.why.data, seen=seen)


def saved(use: str, form: Any) -> tuple[str, dict[str, str]]:
    """The kind of entry that the form leads to, and the words in it."""
    if use == "position":
        return POSITION, {"position": form.position.data}
    if use == "settle":
        fields = ("decision", "reasons", "lessons")
        return SETTLEMENT, {name: getattr(form, name).data for name in fields}
    if use == "further":
        return TAKEN_FURTHER, {"why": form.further.data}
    if form.says.data == "agree":
        return SETTLED, {"words": form.words.data or ""}
    return NOT_AGREED, {"why": form.why.data}


def hindrance(found: Dispute, use: str) -> NotPossible | None:
    """Why whoever is signed in may not use this form now."""
    return disputes.hindrance(found, FORMS[use][1][0], current_user.author)


def in_words(found: Dispute, problem: NotPossible) -> str:
    if isinstance(problem, BothSides):
        return BOTH_SIDES
    if isinstance(problem, NotTheirs):
        return ANOTHER_ROLE
    return WHY_NOT[problem.why] if isinstance(problem, IllegalStep) else CHANGED


def show(
    file: CaseFile, found: Dispute, use: str = "", form: Any = None, problem: str = ""
) -> ResponseReturnValue:
    """The page, with what whoever is signed in may do. ``form`` is what they posted."""
    reading.record("case_read", {"case_id": file.case.id})
    now, pack = clock.now(), pack_in_force()
    usable = [each for each in FORMS if not hindrance(found, each)]
    seen = on_the_page(usable, partial(form_for, file), use, form, problem)
    return render_template(
        "disputes/dispute.html",
        file=file,
        dispute=found,
        sides=SIDES,
        turn=None if found.is_over else turn(pack, found, now),
        step=STEP,
        position_due=position_due(pack, found),
        accommodation=accommodation(presenting.entries_of(presenting.presentation(file.case.id))),
        may_record=current_user.role in SPEAK_FOR_A_SIDE,
        forms=seen.forms,
        form=seen.form,
        typed=seen.typed,
        humans=humans(database.current()),
        command_id=new_id(),
        new_id=new_id,
        now=now,
    )
