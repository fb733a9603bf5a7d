"""A page about a case with one form on it."""

from typing import Any

from flask import render_template, request

from store.accounts import humans
from store.cases import CaseFile
from views import clock, database, presenting, reading


def page_of_a_case(about: str, template: str, file: CaseFile, **more: Any) -> str:
    """Who read it stands on record, with what it is ``about``."""
    if request.method != "POST":
        reading.record("case_read", {"case_id": file.case.id, "page": about})
    return render_template(
        template,
        file=file,
        humans=humans(database.current()),
        command_id=presenting.carried_command_id(),
        now=clock.now(),
        **more,
    )
