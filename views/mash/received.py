"""Receiving a contact: what was told, of which children, and a child's danger before all else."""

import secrets
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.mash.received import ArrivalForm, ChildForm, HarmForm, ReceivedForm
from forms.sign_in import PlainForm
from store import journal, tasks
from store.accounts import humans
from store.contacts import Contact
from store.identity import TASK as IDENTITY
from store.identity import NotOnRecord, Who
from store.ids import new_id
from store.journal import AlreadyDone
from store.mash import harm, open_to, received
from store.mash.rating import RED_TASK
from store.mash.received import Arrival, ChildTold
from store.own_tasks import finish_in
from store.steps import Changed
from store.stream_names import contact as contact_stream
from store.stream_names import subject
from store.tasks import Task
from views import clock, database, people, presenting, reading
from views.doors import MASH, TASKS
from views.doors import open_to as open_to_roles
from views.mash.found import contact_of

bp = Blueprint("mash_received", __name__, url_prefix="/contacts")

SELECT_AGAIN = (
    "What is on record of the person you selected has changed. Nothing is saved yet. "
    "Look again, then save"
)
TOLD_HERE = frozenset({harm.TASK, open_to.TASK, IDENTITY, RED_TASK})
"""The tasks that are done by whoever says so: the other areas finish theirs by what they do."""


@bp.route("/new", methods=["GET", "POST"])
@open_to_roles(MASH)
def new() -> ResponseReturnValue:
    """A contact and the first child in it. The button for significant harm stands above all."""
    form = ReceivedForm(now=clock.now())
    if request.method != "POST":
        return blank(form)
    command_id = presenting.posted_command_id()
    ask_who(form)
    valid = form.validate()
    if "csrf_token" in form.errors:
        return blank(form), 400
    if presenting.done_before():
        return redirect(begun_by(command_id))
    if not may_be_saved(form, valid):
        return blank(form), 400
    contact_id = new_id()
    try:
        with presenting.carry_out(command_id) as c:
            at = form.received_at.data
            came = received.receive(c, contact_id, arrival(form), at, secrets.choice)
            received.add_child(c, came, child_told(form), who_it_is(form))
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except NotOnRecord:
        ask_who(form)
        form.form_errors.append(SELECT_AGAIN)
        return blank(form), 409
    return redirect(begun_by(command_id))


@bp.post("/new/harm")
@open_to_roles(MASH)
def harm_first() -> ResponseReturnValue:
    """Tell the assessment team now. It needs nothing else, and everything else comes after."""
    form = HarmForm(prefix="harm")
    command_id = presenting.posted_command_id()
    if not form.validate():
        return blank(ReceivedForm(now=clock.now(), formdata=None), form), 400
    try:
        with presenting.carry_out(command_id) as c:
            said = form.told_by.data, form.words.data
            received.receive_harm(c, new_id(), *said, secrets.choice)
    except AlreadyDone:
        pass  # pressed twice
    return redirect(begun_by(command_id))


@bp.route("/<uuid:id>/told", methods=["GET", "POST"])
@open_to_roles(MASH)
def told(id: Any) -> ResponseReturnValue:
    """What was told, of a contact that began with the child's danger."""
    found, form = contact_of(id), ArrivalForm(now=clock.now())
    if found.kind != "told":
        abort(404)
    if request.method != "POST":
        return about(found, "mash/told.html", form)
    command_id = presenting.posted_command_id()
    valid = form.validate()
    if "csrf_token" in form.errors:
        return about(found, "mash/told.html", form), 400
    if presenting.done_before():
        return redirect(url_for("mash_contact.contact", id=found.id))
    if not valid:
        return about(found, "mash/told.html", form), 400
    try:
        with presenting.carry_out(command_id) as c:
            if contact_of(id).route:
                raise Changed
            received.tell(c, found.id, arrival(form), form.received_at.data)
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except Changed:
        form.form_errors.append("What was told is on record already. Look at the contact first")
        return about(found, "mash/told.html", form), 409
    return redirect(url_for("mash_contact.contact", id=found.id))


@bp.route("/<uuid:id>/children/new", methods=["GET", "POST"])
@open_to_roles(MASH)
def another(id: Any) -> ResponseReturnValue:
    """One more child of a contact: rated, decided and fed back by itself."""
    found, form = contact_of(id), ChildForm(now=clock.now())
    if request.method != "POST":
        return about(found, "mash/another_child.html", form)
    command_id = presenting.posted_command_id()
    ask_who(form)
    valid = form.validate()
    if "csrf_token" in form.errors:
        return about(found, "mash/another_child.html", form), 400
    if presenting.done_before():
        return redirect(url_for("mash_contact.contact", id=found.id))
    if not may_be_saved(form, valid):
        return about(found, "mash/another_child.html", form), 400
    try:
        with presenting.carry_out(command_id) as c:
            came = journal.read(c.db, contact_stream(found.id))[0]
            received.add_child(c, came, child_told(form), who_it_is(form))
    except AlreadyDone:
        pass  # the same page, posted twice at once
    except NotOnRecord:
        ask_who(form)
        form.form_errors.append(SELECT_AGAIN)
        return about(found, "mash/another_child.html", form), 409
    return redirect(url_for("mash_contact.contact", id=found.id))


@bp.post("/<uuid:id>/tasks/<uuid:task_id>/seen")
@open_to_roles(TASKS)
def seen(id: Any, task_id: Any) -> ResponseReturnValue:
    """“I have it”, of whoever was told at once."""
    found = contact_of(id)
    if not PlainForm().validate():
        abort(400)
    task = {each.id: each for each in mine(found)}.get(str(task_id))
    if task is None and not presenting.done_before():
        abort(404)
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            if task:
                stream = contact_stream(found.id)
                finish_in(c, stream, {task.rule_id}, {task.triggering_entry})
    except AlreadyDone:
        pass  # the same button, pressed twice
    return redirect(url_for("mash_contact.contact", id=found.id))


def mine(found: Contact) -> list[Task]:
    """What whoever is signed in was told of in this contact, and nobody has said they have."""
    role = current_user.role
    return [
        task
        for task in tasks.tasks_of(database.current(), found.id)
        if task.state == tasks.OPEN
        and task.rule_id in TOLD_HERE
        and role in (task.owner_role, task.held_by_role)
    ]


def blank(form: ReceivedForm, harm_form: HarmForm | None = None) -> str:
    harm_form = harm_form or HarmForm(prefix="harm", formdata=None)
    return render_template(
        "mash/new.html",
        form=form if form.errors or not harm_form.errors else harm_form,
        contact_form=form,
        harm_form=harm_form,
        command_id=presenting.carried_command_id(),
        new_id=new_id,
    )


def about(found: Contact, template: str, form: Any) -> str:
    reading.record("contact_read", {"contact_id": found.id})
    return render_template(
        template,
        contact=found,
        form=form,
        humans=humans(database.current()),
        command_id=presenting.carried_command_id(),
        now=clock.now(),
    )


def begun_by(command_id: str) -> str:
    """The contact that a command began."""
    done = journal.entries_of(database.current(), command_id)
    began = [subject(entry.stream) for entry in done if entry.kind == received.RECEIVED]
    return url_for("mash_contact.contact", id=began[0]) if began else url_for("home.home")


def ask_who(form: ChildForm, but_not: str | None = None) -> None:
    """Whether the child is on record already. What was typed counts, also where it is too long."""
    name = form.name.data or form.name._value()[: form.name.max_length]
    people.ask_who(form.who, name, form.born(), but_not=but_not, opens_a_case=False)


def may_be_saved(form: ChildForm, valid: bool) -> bool:
    """Not where whoever was selected was restricted since, or erased: there is nobody to ask of."""
    if form.who.posted_person_id and not form.who.shown:
        form.form_errors.append(SELECT_AGAIN)
        return False
    return valid


def arrival(form: ArrivalForm) -> Arrival:
    return Arrival(
        route=form.route.data,
        source_group=form.source_group.data,
        says=form.says.data,
        agency=form.agency.data,
        their_reference=form.their_reference.data,
        told_by=form.told_by.data,
        contact_details=form.contact_details.data,
        young_person_knows=form.young_person_knows.data,
    )


def child_told(form: ChildForm) -> ChildTold:
    age = form.age.data
    return ChildTold(
        name=form.name.data or "",
        date_of_birth=form.date_of_birth.data,
        age=int(age) if age else None,
        where=form.where.data,
        facts=form.facts(),
    )


def who_it_is(form: ChildForm) -> Who | None:
    who = form.who
    if who.answer is None:
        return None
    return Who(who.answer, tuple(each.person.id for each in who.shown), who.person_id)
