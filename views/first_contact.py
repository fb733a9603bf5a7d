"""First contact in full: a list of its parts, one question a page, and the answers to check."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms import answering
from forms.answering import answers
from forms.first_contact import FIRST_CONTACT, facts
from forms.first_contact.family import RemoveForm
from forms.journeys import Given, Page, Records, Shown, may_answer, questions_of
from protocol import other_children
from protocol.advice import Advice, Duty
from rules.rule import rules_in
from store.ids import new_id
from store.presentations import Presentation
from store.records import REMOVED, SAVED
from views import clock, presenting, reading, saving
from views.doors import PRESENTATIONS, open_to
from views.words import said

bp = Blueprint("first_contact", __name__, url_prefix="/young-person/<uuid:id>/first-contact")

ABOUT_OTHER_CHILDREN = {rule.id for rule in rules_in(other_children)}

NOW = ("law-s47", "ours-siblings-abuse", "a47")
"""What an answer can call for that does not wait for the rest, the most urgent first."""


@bp.get("")
@open_to(PRESENTATIONS)
def tasks(id: Any) -> ResponseReturnValue:
    """How far each part is, and where to go on."""
    found = read(id)
    shown = presenting.interview(found)
    role = current_user.role
    return render_template(
        "first_contact/tasks.html",
        presentation=found,
        sections=[
            {
                "title": section.title,
                "status": shown.status(section),
                "open": shown.first_open(section, role),
                "waits": ""
                if shown.pages_for(section, role)
                else section.waits(shown.so_far).words,
                "not_known": shown.not_known(section),
            }
            for section in FIRST_CONTACT.sections
        ],
        within_protocol=shown.so_far.is_so("within_protocol"),
        **what_to_know(found, shown),
    )


@bp.get("/check")
@open_to(PRESENTATIONS)
def check(id: Any) -> ResponseReturnValue:
    """Every answer that counts, each to be changed."""
    found = read(id)
    shown = presenting.interview(found)
    return render_template(
        "first_contact/check.html",
        presentation=found,
        sections=[
            (
                section.title,
                [row for page in shown.pages_of(section) for row in rows(found, shown, page)],
            )
            for section in FIRST_CONTACT.sections
            if shown.pages_of(section)
        ],
        set_aside=len(shown.set_aside),
        **what_to_know(found, shown),
    )


@bp.route("/<slug>", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def question(id: Any, slug: str) -> ResponseReturnValue:
    """One question. What is saved counts at once, and the list shows how far it is."""
    page, found = page_of(slug), read(id)
    shown = presenting.interview(found)
    if request.method != "POST":
        if page not in shown.pages:
            return not_asked(found, shown, page), 404
        form = fill(page.form, found, shown.counts.answers)
        return ask(found, shown, page, form, seq=presenting.head(found))
    form = fill(page.form, found)
    seq = presenting.posted_seq()
    if not form.validate():
        return ask(found, shown, page, form, seq=seq), 400
    if not page.asks:
        return redirect(onward(found, page, shown))  # its records are saved one by one
    body = answers_given(found, page, answers(form))
    if page not in shown.pages:
        saving.set_aside(found.id, saving.GIVEN, body)
        return not_asked(found, shown, page, saved=True), 409
    problem = saving.save(found.id, saving.GIVEN, body, seq)
    if problem:
        different = saving.different(body["answers"], shown.counts.answers)
        return ask_again(found, page, form, problem, different)
    return redirect(onward(found, page, shown))


@bp.route("/<slug>/<uuid:record_id>", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def record(id: Any, slug: str, record_id: Any) -> ResponseReturnValue:
    """One parent, carer or relative. A new one has a new id from the start."""
    page, found = records_page_of(slug), read(id)
    shown = presenting.interview(found)
    held = held_by(shown, page)
    if page.adds is False and str(record_id) not in held:
        abort(404)
    theirs = held.get(str(record_id), {})
    if request.method != "POST":
        if page not in shown.pages:
            return not_asked(found, shown, page), 404
        form = fill(page.record_form, found, theirs)
        return ask(found, shown, page, form, seq=presenting.head(found), record=str(record_id))
    form = fill(page.record_form, found)
    seq = presenting.posted_seq()
    if not form.validate():
        return ask(found, shown, page, form, seq=seq, record=str(record_id)), 400
    given = answers(form)
    fields = {answer["question"]: without_name(answer) for answer in given}
    body = {"record": page.kind, "id": str(record_id), "fields": fields}
    if page not in shown.pages:
        saving.set_aside(found.id, SAVED, body)
        return not_asked(found, shown, page, saved=True), 409
    problem = saving.save(found.id, SAVED, body, seq)
    if problem:
        theirs = held_by(presenting.interview(found), page).get(str(record_id), {})
        different = saving.different(given, theirs)
        return ask_again(found, page, form, problem, different, record=str(record_id))
    return redirect(address(found, page))


@bp.route("/<slug>/<uuid:record_id>/remove", methods=["GET", "POST"])
@open_to(PRESENTATIONS)
def remove(id: Any, slug: str, record_id: Any) -> ResponseReturnValue:
    """Taken off the list, with a reason. It stays on the record."""
    page, found = records_page_of(slug), read(id)
    shown = presenting.interview(found)
    theirs = held_by(shown, page).get(str(record_id))
    if not page.adds:
        abort(404)
    if theirs is None:
        # Pressed twice, or removed by somebody else: it is off the list either way.
        return redirect(address(found, page)) if request.method == "POST" else abort(404)
    form = RemoveForm()
    if request.method == "POST":
        seq = presenting.posted_seq()
        if form.validate():
            body = {"record": page.kind, "id": str(record_id), "reason": form.reason.data}
            problem = saving.save(found.id, REMOVED, body, seq)
            if not problem:
                return redirect(address(found, page))
            form.form_errors.append(problem)
            return remove_page(found, page, form, theirs, presenting.head(found), new_id()), 409
        return remove_page(found, page, form, theirs, seq), 400
    return remove_page(found, page, form, theirs, presenting.head(found))


def read(id: Any) -> Presentation:
    """The presentation. Once there is a case, who read it stands on record."""
    found = presenting.presentation(id)
    if found.state == "decided" and request.method != "POST":
        reading.record("case_read", {"case_id": found.id, "page": "first contact"})
    return found


def page_of(slug: str) -> Page:
    page = FIRST_CONTACT.page(slug) or abort(404)
    return page if may_answer(page, current_user.role) else abort(403)


def records_page_of(slug: str) -> Records:
    page = page_of(slug)
    return page if isinstance(page, Records) else abort(404)


def held_by(shown: Shown, page: Records) -> Any:
    return shown.counts.records.get(page.kind, {})


def fill(form: Any, found: Presentation, given: Any = None) -> Any:
    """The form as it was answered, or as it is posted now."""
    data = None
    if given is not None:
        data = answering.data(given, next(iter(questions_of(form)), ""))
    return form(opened_at=found.started_at, now=clock.now(), asked_before=True, data=data)


def answers_given(found: Presentation, page: Page, given: list[dict[str, Any]]) -> dict[str, Any]:
    """What is recorded. ``facts`` are what these answers settle by themselves."""
    alone = Given({answer["question"]: answer for answer in given})
    settled = facts(alone, found.started_at)
    return {
        "journey": FIRST_CONTACT.name,
        "page": page.slug,
        "answers": given,
        "facts": {
            fact: value
            for fact, value in settled.items()
            if isinstance(value, str) and value != "not_known"
        },
    }


def without_name(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "question"}


def ask(
    found: Presentation,
    shown: Shown,
    page: Page,
    form: Any,
    *,
    seq: int,
    record: str = "",
    command_id: str = "",
    different: Any = (),
) -> str:
    listed = isinstance(page, Records) and not record
    records = held_by(shown, page) if isinstance(page, Records) else {}
    return render_template(
        "first_contact/records.html" if listed else "first_contact/question.html",
        presentation=found,
        section=FIRST_CONTACT.section(page),
        page=page,
        form=form,
        record=record,
        about=presenting.in_words(records.get(record, {})) if record and not page.adds else "",
        records=[
            (id, presenting.name_of(each), "\n".join(presenting.said_of(only(page, each))))
            for id, each in records.items()
        ],
        back=address(found, page) if record else back(found),
        seq=seq,
        command_id=command_id or request.form.get("command_id") or new_id(),
        different=different,
        checking="check" in request.args,
        at_once=do_now(presenting.advice_for(found)) if "now" in request.args else (),
        new_id=new_id,
    )


def ask_again(
    found: Presentation, page: Page, form: Any, problem: str, different: Any, record: str = ""
) -> ResponseReturnValue:
    form.form_errors.append(problem)
    shown, seq = presenting.interview(found), presenting.head(found)
    if page not in shown.pages:
        return not_asked(found, shown, page, saved=True), 409
    again = ask(
        found, shown, page, form, seq=seq, record=record, command_id=new_id(), different=different
    )
    return again, 409


def remove_page(
    found: Presentation, page: Records, form: Any, theirs: Any, seq: int, command_id: str = ""
) -> str:
    return render_template(
        "first_contact/remove.html",
        presentation=found,
        page=page,
        form=form,
        words=presenting.in_words(theirs),
        back=address(found, page),
        seq=seq,
        command_id=command_id or request.form.get("command_id") or new_id(),
    )


def not_asked(found: Presentation, shown: Shown, page: Page, saved: bool = False) -> str:
    """A question that the answers before it have made no question now."""
    section = FIRST_CONTACT.section(page)
    waits = "" if shown.pages_of(section) else section.waits(shown.so_far).words
    return render_template(
        "first_contact/not_asked.html", presentation=found, waits=waits, saved=saved
    )


def address(found: Presentation, page: Page) -> str:
    """Where a page is, on the way back to checking the answers where that is where it came from."""
    checking = {"check": 1} if "check" in request.args else {}
    return url_for(".question", id=found.id, slug=page.slug, **checking)


def back(found: Presentation) -> str:
    return url_for(".check" if "check" in request.args else ".tasks", id=found.id)


def onward(found: Presentation, page: Page, before: Shown) -> str:
    """After saving: back to the list or to the check, or on to the next question. There it is
    said first what has to be done now and did not have to ``before``."""
    if request.form.get("then") == "list":
        return url_for(".tasks", id=found.id)
    if "check" in request.args:
        return url_for(".check", id=found.id)
    shown = presenting.interview(found)
    after = shown.after(page, current_user.role)
    if after is None:
        return url_for(".check", id=found.id)
    new = [r for r in NOW if shown.so_far.applies(r) and not before.so_far.applies(r)]
    return url_for(".question", id=found.id, slug=after.slug, **{"now": 1} if new else {})


def do_now(advice: Advice) -> list[Duty]:
    return [duty for rule in NOW if (duty := advice.duty(rule))]


def what_to_know(found: Presentation, shown: Shown) -> dict[str, Any]:
    """What stands out, what has to be done now, and what other children need."""
    needs_interpreter = shown.so_far.value("interpreter") == "yes"
    advice = presenting.advice_for(found)
    return {
        "interpreter": needs_interpreter
        and (shown.so_far.value("language") or "language not known"),
        "at_once": do_now(advice),
        "prompts": [
            duty
            for duty in advice.applies
            if duty.rule.id in ABOUT_OTHER_CHILDREN and duty.rule.id not in NOW
        ],
    }


def rows(found: Presentation, shown: Shown, page: Page) -> list[dict[str, Any]]:
    """A page's answers, ready to be read. The first question stands there also without one."""
    link = url_for(".question", id=found.id, slug=page.slug, check=1)
    change = link if may_answer(page, current_user.role) else ""
    found_rows = []
    if isinstance(page, Records):
        for record_id, each in held_by(shown, page).items():
            found_rows.append(
                {
                    "key": page.each,
                    "words": presenting.in_words(only(page, each)),
                    "change": url_for(
                        ".record", id=found.id, slug=page.slug, record_id=record_id, check=1
                    ),
                }
            )
    for name in page.asks:
        answer = shown.counts.answers.get(name)
        if answer is None or answer["standing"] == "not_asked":
            if name == page.asks[0] and change:
                wording = getattr(page.form, name).args[0]
                found_rows.append({"key": wording, "words": "", "change": change})
            continue
        words = said(answer)
        found_rows.append({"key": answer["wording"], "words": words, "change": change})
    return found_rows


def only(page: Any, record: Any) -> dict[str, Any]:
    """The record's name, and what this page asks about it."""
    return {name: answer for name, answer in record.items() if name in ("name", *page.fields)}
