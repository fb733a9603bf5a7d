"""Questions about a case, perhaps weeks after they came: today is the day they are answered."""

from datetime import datetime
from typing import Any

from forms.card import PresentationForm, RecordForm


class CaseForm(PresentationForm):
    def __init__(self, *, opened_at: datetime, now: datetime, **kwargs: Any) -> None:
        super().__init__(opened_at=now, now=now, **kwargs)


class CaseRecordForm(CaseForm, RecordForm):
    """One record of a case: a place, an offer, a visit."""

    nothing_entered = "Enter at least one thing"
