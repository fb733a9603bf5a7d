"""Finding people, what is known of them, and who is the same person. Nothing is merged."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.people import AliasForm, ReasonForm, SearchForm, WhoIsIt
from store import journal, person_names, same_person, search, search_text, stream_names
from store.accounts import humans
from store.cases import Case, open_case_of
from store.duplicates import Likeness, duplicates_of, possible_duplicates
from store.entry import Entry
from store.ids import new_id
from store.journal import AlreadyDone, Command, Conflict
from store.person_file import PersonFile, person_file
from store.person_names import AliasNotChanged
from store.restrictions import has_restricted_case
from store.same_person import LINKED, UNLINKED, LinkNotChanged
from views import clock, database, presenting, reading
from views.doors import CASES, MASH, PRESENTATIONS, open_to

bp = Blueprint("people", __name__, url_prefix="/people")

CHANGES = PRESENTATIONS | MASH
"""Those who may say what somebody is called and who is the same person."""


def duplicates_for(name: str | None, date_of_birth: date | None) -> tuple[Likeness, ...]:
    """Whom somebody about to be recorded may be, as far as whoever is signed in may know."""
    found = possible_duplicates(database.current(), name or "", date_of_birth, reader())
    record_shown(each.person.id for each in found)
    return found


def ask_who(
    who: WhoIsIt,
    name: str | None,
    date_of_birth: date | None,
    but_not: str | None = None,
    opens_a_case: bool = True,
) -> None:
    """Ask whether somebody about to be recorded is one of those who are like them, if any are.

    Whoever was chosen before is offered again, also where the name was put right since.
    ``but_not`` is the id of a record that is theirs already, ``opens_a_case`` as in ``WhoIsIt``.
    """
    db = database.current()
    found = [each for each in duplicates_for(name, date_of_birth) if each.person.id != but_not]
    chosen = person_file(db, who.posted_person_id or "", reader())
    if chosen and chosen.person.id not in [each.person.id for each in found]:
        aliases = tuple(alias.name for alias in chosen.aliases)
        found.append(Likeness(chosen.person, aliases, "You selected this person"))
        record_shown([chosen.person.id])
    ids = [each.person.id for each in found]
    who.offer(
        found,
        open_cases={id: open_cases_of_whoever_it_is(id) for id in ids},
        restricted={id for id in ids if has_restricted_case(db, id)},
        opens_a_case=opens_a_case,
    )


def open_cases_of_whoever_it_is(person_id: str) -> list[Case]:
    """Under this record and under those that are said to be the same person."""
    db = database.current()
    ids = [person_id, *(link.other.id for link in same_person.links_of(db, person_id, reader()))]
    return [case for id in ids if (case := open_case_of(db, id, reader()))]


@bp.route("", methods=["GET", "POST"])
@open_to(CASES)
def find() -> ResponseReturnValue:
    """Asked for by POST, so that a name is never in an address, a log or a history."""
    return searched("people/find.html")


@bp.get("/<uuid:id>")
@open_to(CASES)
def person(id: Any) -> ResponseReturnValue:
    db, file = database.current(), file_of(id)
    likenesses = duplicates_of(db, file.person, reader())
    record_shown([file.person.id, *people_beside(file), *(each.person.id for each in likenesses)])
    return render_template(
        "people/person.html",
        file=file,
        linked_files=[file_of(link.other.id) for link in file.links],
        likenesses=likenesses,
        entries=entries_shown(file),
        humans=humans(db),
        may_change=current_user.role in CHANGES,
        now=clock.now(),
    )


@bp.route("/<uuid:id>/other-names", methods=["GET", "POST"])
@open_to(CHANGES)
def add_alias(id: Any) -> ResponseReturnValue:
    file, form = file_of(id), AliasForm()

    def add(c: Command) -> None:
        person_names.add_alias(
            c, file.person.id, form.alias.data, form.reason.data, presenting.posted_seq()
        )

    said = {"alias": form.alias.data, "reason": form.reason.data}
    return changed(form, file, "people/add_alias.html", add, said)


@bp.route("/<uuid:id>/other-names/<uuid:alias_id>/remove", methods=["GET", "POST"])
@open_to(CHANGES)
def remove_alias(id: Any, alias_id: Any) -> ResponseReturnValue:
    file, form = file_of(id), ReasonForm()
    alias = {each.id: each for each in file.aliases}.get(str(alias_id))
    if alias is None and not (request.method == "POST" and presenting.done_before()):
        abort(404)

    def remove(c: Command) -> None:
        person_names.remove_alias(
            c, file.person.id, str(alias_id), form.reason.data, presenting.posted_seq()
        )

    said = {"reason": form.reason.data}
    return changed(form, file, "people/remove_alias.html", remove, said, alias=alias)


@bp.route("/<uuid:id>/same-person", methods=["GET", "POST"])
@open_to(CHANGES)
def find_same(id: Any) -> ResponseReturnValue:
    """Looking for the other record of one person."""
    return searched("people/find_same.html", file_of(id))


@bp.route("/<uuid:id>/same-person/<uuid:other_id>", methods=["GET", "POST"])
@open_to(CHANGES)
def link(id: Any, other_id: Any) -> ResponseReturnValue:
    """Both side by side first, then why they are one."""
    return side_by_side(id, other_id, same_person.link, "people/link.html")


@bp.route("/<uuid:id>/same-person/<uuid:other_id>/undo", methods=["GET", "POST"])
@open_to(CHANGES)
def unlink(id: Any, other_id: Any) -> ResponseReturnValue:
    """Both side by side again, then why they are two after all."""
    return side_by_side(id, other_id, same_person.unlink, "people/unlink.html")


def side_by_side(id: Any, other_id: Any, act: Any, template: str) -> ResponseReturnValue:
    file, other, form = file_of(id), file_of(other_id), ReasonForm()
    if file.person.id == other.person.id:
        abort(404)

    def both(c: Command) -> None:
        seqs = presenting.posted_seq(), posted_other_seq()
        act(c, file.person.id, other.person.id, form.reason.data, *seqs)

    said = {"other": other.person.id, "reason": form.reason.data}
    return changed(form, file, template, both, said, other=other)


def changed(
    form: Any,
    file: PersonFile,
    template: str,
    act: Callable[[Command], None],
    said: Mapping[str, Any],
    **shown: Any,
) -> ResponseReturnValue:
    """The page asked for, or what was posted carried out, or why it was not."""
    other = shown.get("other")

    def page() -> str:
        record_shown(each.person.id for each in (file, other) if each)
        return render_template(
            template,
            form=form,
            file=file,
            seq=seq_of(file),
            other_seq=other and seq_of(other),
            linked=other
            and same_person.linked(database.current(), file.person.id, other.person.id),
            command_id=new_id(),
            now=clock.now(),
            **shown,
        )

    if request.method != "POST":
        return page()
    if not form.validate():
        return page(), 400
    try:
        with presenting.carry_out(presenting.posted_command_id()) as c:
            act(c)
    except AlreadyDone:
        if not was_said(said):
            form.form_errors.append(
                "You saved this page before, differently. Look, then save again"
            )
            return page(), 409
    except Conflict:
        form.form_errors.append("Somebody else has just changed this. Look again, then save")
        return page(), 409
    except (AliasNotChanged, LinkNotChanged) as why:
        form.form_errors.append(str(why))
        return page(), 409
    return redirect(url_for(".person", id=file.person.id))


def was_said(said: Mapping[str, Any]) -> bool:
    """The same page, posted twice. Somebody who goes back can also change it and post it again."""
    done = journal.entries_of(database.current(), presenting.posted_command_id())
    return any(entry.body is not None and said.items() <= entry.body.items() for entry in done)


def searched(template: str, file: PersonFile | None = None) -> ResponseReturnValue:
    form, matches, status = SearchForm(), None, 200
    if request.method == "POST":
        if form.validate() and not search_text.read(form.text.data):
            form.text.errors = [form.text.error]
        if form.errors:
            status = 400
        else:
            found = search.search(database.current(), form.text.data, reader())
            matches = [each for each in found if not file or each.person.id != file.person.id]
            record_shown(each.person.id for each in matches)
    page = render_template(
        template, form=form, file=file, matches=matches, most=search.MOST, now=clock.now()
    )
    return page, status


def entries_shown(file: PersonFile) -> list[tuple[Entry, Any]]:
    """What happened to the record, the latest first, each with whom it is about besides.

    What was said about somebody this reader may not know of is not there.
    """
    db, shown = database.current(), []
    for entry in reversed(journal.read(db, stream_names.person(file.person.id))):
        other = None
        if entry.kind in (LINKED, UNLINKED):
            other = entry.body and person_file(db, entry.body["other"], reader())
            if other is None:
                continue
        shown.append((entry, other))
    return shown


def file_of(id: Any) -> PersonFile:
    """The person, if this reader may know of them."""
    return person_file(database.current(), str(id), reader()) or abort(404)


def people_beside(file: PersonFile) -> list[str]:
    return [link.other.id for link in file.links]


def seq_of(file: PersonFile) -> int:
    return journal.head(database.current(), stream_names.person(file.person.id))


def posted_other_seq() -> int:
    typed = request.form.get("other_seq", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else abort(400)


def record_shown(person_ids: Iterable[str]) -> None:
    """Whose particulars were on the page; never what was typed to find them."""
    ids = sorted(set(person_ids))
    if ids:
        reading.record("people_read", {"person_ids": ids, "page": request.endpoint})


def reader() -> str:
    return current_user.account.human_id
