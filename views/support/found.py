"""One young person's case, as the pages of support, checklist, plan and rights find it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import abort, url_for
from flask_login import current_user

from protocol.advice import Advice
from store.cases import CaseFile, case_file
from store.checklist.checklist import Checklist, checklists_in
from store.presentations import Presentation
from store.stream_names import case as case_stream
from store.support.package import visits
from views import database, presenting, reading
from views.doors import VISITORS
from views.keeping_up import keep_up


@dataclass(frozen=True)
class Found:
    """``entries`` are those of the whole case, in order."""

    file: CaseFile
    presentation: Presentation
    entries: presenting.Entries

    @property
    def id(self) -> str:
        return self.file.case.id

    @property
    def stream(self) -> str:
        return case_stream(self.id)

    @property
    def name(self) -> str:
        return self.file.name

    @property
    def address(self) -> str:
        return url_for("support.support", id=self.id)

    @property
    def seen(self) -> int:
        return self.entries[-1].seq

    @property
    def names(self) -> dict[str, Any]:
        return {"file": self.file}

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """As they were started."""
        return checklists_in(self.entries)

    @cached_property
    def advice(self) -> Advice:
        """What the rules say now. Raises one of ``errors.NO_ADVICE`` where they cannot be run."""
        return presenting.advice_for(self.presentation, self.entries)

    def was_read(self) -> None:
        reading.record("case_read", {"case_id": self.id, "page": "support"})

    def has_changed(self, command_id: str) -> None:
        keep_up(self.id, command_id)


def found_case(id: Any) -> Found:
    """404 for one that whoever is signed in may not know of. A support or early help worker knows
    only of those they visit."""
    db, account = database.current(), current_user.account
    file = case_file(db, str(id), account.human_id) or abort(404)
    if account.role in VISITORS and not visits(db, file.case.id, account.human_id):
        abort(404)
    presentation = presenting.presentation(file.case.id)
    return Found(file, presentation, presenting.entries_of(presentation))
