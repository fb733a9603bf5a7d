"""The pages of a journey: its list, one question a page, its records, and the answers to check."""

from dataclasses import replace
from typing import Any

from flask import abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms import answering, meaning
from forms.answering import answers
from forms.first_contact.family import RemoveForm
from forms.journeys import Given, Page, Records, Shown, may_answer, questions_of
from protocol.advice import Advice, Duty
from rules.facts import FactError
from store.ids import new_id
from store.records import REMOVED, SAVED
from views import clock, presenting, saving
from views.walk import Walk
from views.words import said

NOW = ("law-s47", "ours-siblings-abuse", "a47")
"""What an answer can call for that does not wait for the rest, the most urgent first."""


def tasks(walk: Walk) -> str:
    """How far each part is, and where to go on."""
    shown, role = walk.shown(), current_user.role
    return render_template(
        "journey/tasks.html",
        walk=walk,
        sections=[
            {
                "title": section.title,
                "status": shown.status(section),
                "open": shown.first_open(section, role) if walk.may_change else None,
                "waits": ""
                if shown.pages_for(section, role)
                else section.waits(shown.so_far).words,
                "not_known": shown.not_known(section),
            }
            for section in walk.journey.sections
        ],
        within_protocol=shown.so_far.is_so("within_protocol"),
        **what_to_know(walk, shown),
    )


def check(walk: Walk) -> str:
    """Every answer that counts, each to be changed."""
    shown = walk.shown()
    return render_template(
        "journey/check.html",
        walk=walk,
        sections=[
            (
                section.title,
                [row for page in shown.pages_of(section) for row in rows(walk, shown, page)],
            )
            for section in walk.journey.sections
            if shown.pages_of(section)
        ],
        set_aside=len(shown.set_aside),
        **what_to_know(walk, shown),
    )


def question(walk: Walk, slug: str) -> ResponseReturnValue:
    """One question. What is saved counts at once, and the list shows how far it is."""
    page, shown = page_of(walk, slug), walk.shown()
    if request.method != "POST":
        if page not in shown.pages:
            return not_asked(walk, shown, page), 404
        form = fill(walk, page.form, shown.counts.answers)
        return ask(walk, shown, page, form, seq=presenting.head(walk.found))
    form = fill(walk, page.form)
    seq = presenting.posted_seq()
    if not form.validate():
        return ask(walk, shown, page, form, seq=seq), 400
    if not page.asks:
        return redirect(onward(walk, page, shown))  # its records are saved one by one
    body = answers_given(walk, page, answers(form))
    if page not in shown.pages:
        saving.set_aside(walk.found.id, saving.GIVEN, body)
        return not_asked(walk, shown, page, saved=True), 409
    problem = saving.save(walk.found.id, saving.GIVEN, body, seq)
    if problem:
        different = saving.different(body["answers"], shown.counts.answers)
        return ask_again(walk, page, form, problem, different)
    return redirect(onward(walk, page, shown))


def record(walk: Walk, slug: str, record_id: str) -> ResponseReturnValue:
    """One of those on a list. A new one has a new id from the start."""
    page, shown = records_page_of(walk, slug), walk.shown()
    held = held_by(shown, page)
    if page.adds is False and record_id not in held:
        abort(404)
    theirs = held.get(record_id, {})
    if request.method != "POST":
        if page not in shown.pages:
            return not_asked(walk, shown, page), 404
        form = fill(walk, page.record_form, theirs)
        seq = presenting.head(walk.found)
        return ask(walk, shown, page, form, seq=seq, record=record_id)
    form = fill(walk, page.record_form)
    seq = presenting.posted_seq()
    if not form.validate():
        return ask(walk, shown, page, form, seq=seq, record=record_id), 400
    given = answers(form)
    fields = {answer["question"]: without_name(answer) for answer in given}
    if contradicts(walk, shown, page, record_id, fields):
        form.form_errors.append("Two of these answers cannot both be so. Look at the dates")
        return ask(walk, shown, page, form, seq=seq, record=record_id), 400
    body = {"record": page.kind, "id": record_id, "fields": fields}
    if page not in shown.pages:
        saving.set_aside(walk.found.id, SAVED, body)
        return not_asked(walk, shown, page, saved=True), 409
    problem = saving.save(walk.found.id, SAVED, body, seq)
    if problem:
        theirs = held_by(walk.shown(), page).get(record_id, {})
        different = saving.different(given, theirs)
        return ask_again(walk, page, form, problem, different, record=record_id)
    return redirect(address(walk, page))


def remove(walk: Walk, slug: str, record_id: str) -> ResponseReturnValue:
    """Taken off the list, with a reason. It stays on the record."""
    page, shown = records_page_of(walk, slug), walk.shown()
    theirs = held_by(shown, page).get(record_id)
    if not page.adds:
        abort(404)
    if theirs is None:
        # Pressed twice, or removed by somebody else: it is off the list either way.
        return redirect(address(walk, page)) if request.method == "POST" else abort(404)
    form = RemoveForm()
    if request.method == "POST":
        seq = presenting.posted_seq()
        if form.validate():
            body = {"record": page.kind, "id": record_id, "reason": form.reason.data}
            problem = saving.save(walk.found.id, REMOVED, body, seq)
            if not problem:
                return redirect(address(walk, page))
            form.form_errors.append(problem)
            head = presenting.head(walk.found)
            return remove_page(walk, page, form, theirs, head, new_id()), 409
        return remove_page(walk, page, form, theirs, seq), 400
    return remove_page(walk, page, form, theirs, presenting.head(walk.found))


def page_of(walk: Walk, slug: str) -> Page:
    page = walk.journey.page(slug) or abort(404)
    return page if may_answer(page, current_user.role) else abort(403)


def records_page_of(walk: Walk, slug: str) -> Records:
    page = page_of(walk, slug)
    return page if isinstance(page, Records) else abort(404)


def held_by(shown: Shown, page: Records) -> Any:
    return shown.counts.records.get(page.kind, {})


def fill(walk: Walk, form: Any, given: Any = None) -> Any:
    """The form as it was answered, or as it is posted now."""
    data = None
    if given is not None:
        data = answering.data(given, next(iter(questions_of(form)), ""))
    return form(opened_at=walk.found.started_at, now=clock.now(), asked_before=True, data=data)


def answers_given(walk: Walk, page: Page, given: list[dict[str, Any]]) -> dict[str, Any]:
    """What is recorded. ``facts`` are what these answers settle by themselves."""
    alone = Given({answer["question"]: answer for answer in given})
    settled = meaning.facts(alone, walk.found.started_at)
    return {
        "journey": walk.journey.name,
        "page": page.slug,
        "answers": given,
        "facts": {
            fact: value
            for fact, value in settled.items()
            if isinstance(value, str) and value != "not_known"
        },
    }


def contradicts(
    walk: Walk, shown: Shown, page: Records, record_id: str, fields: dict[str, Any]
) -> bool:
    """Whether the rules could not read the record. Once saved it would stop all advice."""
    held = {**held_by(shown, page), record_id: fields}
    counts = replace(shown.counts, records={**shown.counts.records, page.kind: held})
    try:
        presenting.facts(walk.found, counts=counts)
    except FactError:
        return True
    return False


def without_name(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "question"}


def ask(
    walk: Walk,
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
        "journey/records.html" if listed else "journey/question.html",
        walk=walk,
        section=walk.journey.section(page),
        page=page,
        form=form,
        record=record,
        about=presenting.in_words(records.get(record, {})) if record and not page.adds else "",
        records=[
            (id, heading(page, each), "\n".join(presenting.said_of(only(page, each))))
            for id, each in records.items()
        ],
        back=address(walk, page) if record else back(walk),
        seq=seq,
        command_id=command_id or request.form.get("command_id") or new_id(),
        different=different,
        checking="check" in request.args,
        at_once=do_now(presenting.advice_for(walk.found)) if "now" in request.args else (),
        new_id=new_id,
    )


def ask_again(
    walk: Walk, page: Page, form: Any, problem: str, different: Any, record: str = ""
) -> ResponseReturnValue:
    form.form_errors.append(problem)
    shown, seq = walk.shown(), presenting.head(walk.found)
    if page not in shown.pages:
        return not_asked(walk, shown, page, saved=True), 409
    again = ask(
        walk, shown, page, form, seq=seq, record=record, command_id=new_id(), different=different
    )
    return again, 409


def remove_page(
    walk: Walk, page: Records, form: Any, theirs: Any, seq: int, command_id: str = ""
) -> str:
    return render_template(
        "journey/remove.html",
        walk=walk,
        page=page,
        form=form,
        words=presenting.in_words(theirs),
        back=address(walk, page),
        seq=seq,
        command_id=command_id or request.form.get("command_id") or new_id(),
    )


def not_asked(walk: Walk, shown: Shown, page: Page, saved: bool = False) -> str:
    """A question that the answers before it have made no question now."""
    section = walk.journey.section(page)
    waits = "" if shown.pages_of(section) else section.waits(shown.so_far).words
    return render_template("journey/not_asked.html", walk=walk, waits=waits, saved=saved)


def address(walk: Walk, page: Page) -> str:
    """Where a page is, on the way back to checking the answers where that is where it came from."""
    checking = {"check": 1} if "check" in request.args else {}
    return walk.url("question", slug=page.slug, **checking)


def back(walk: Walk) -> str:
    return walk.url("check" if "check" in request.args else "tasks")


def onward(walk: Walk, page: Page, before: Shown) -> str:
    """After saving: back to the list or to the check, or on to the next question. There it is
    said first what has to be done now and did not have to ``before``."""
    if request.form.get("then") == "list":
        return walk.url("tasks")
    if "check" in request.args:
        return walk.url("check")
    shown = walk.shown()
    after = shown.after(page, current_user.role)
    if after is None:
        return walk.url("check")
    new = [r for r in NOW if shown.so_far.applies(r) and not before.so_far.applies(r)]
    return walk.url("question", slug=after.slug, **{"now": 1} if new else {})


def do_now(advice: Advice) -> list[Duty]:
    return [duty for rule in NOW if (duty := advice.duty(rule))]


def what_to_know(walk: Walk, shown: Shown) -> dict[str, Any]:
    """What stands out, what has to be done now, and what other children need."""
    needs_interpreter = shown.so_far.value("interpreter") == "yes"
    advice = presenting.advice_for(walk.found)
    return {
        "interpreter": needs_interpreter
        and (shown.so_far.value("language") or "language not known"),
        "at_once": do_now(advice),
        "now": clock.now(),
        "prompts": [
            duty
            for duty in advice.applies
            if duty.rule.id in walk.prompts and duty.rule.id not in NOW
        ],
    }


def rows(walk: Walk, shown: Shown, page: Page) -> list[dict[str, Any]]:
    """A page's answers, ready to be read. The first question stands there also without one."""
    link = walk.url("question", slug=page.slug, check=1)
    change = link if walk.may_change and may_answer(page, current_user.role) else ""
    found_rows = []
    if isinstance(page, Records):
        for record_id, each in held_by(shown, page).items():
            found_rows.append(
                {
                    "key": page.each,
                    "words": presenting.in_words(only(page, each)),
                    "change": change
                    and walk.url("record", slug=page.slug, record_id=record_id, check=1),
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


def heading(page: Any, record: Any) -> str:
    """Whom or what a record is about. What has no name goes by what it is."""
    has_name = "name" in (*page.fields, *record)
    return presenting.name_of(record) if has_name else str(page.each)


def only(page: Any, record: Any) -> dict[str, Any]:
    """The record's name, and what this page asks about it."""
    return {name: answer for name, answer in record.items() if name in ("name", *page.fields)}
