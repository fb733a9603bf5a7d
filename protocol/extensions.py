"""What records say about a longer assessment: agreed by a manager, in time, and with reasons."""

from protocol.operators import Recorded, Row, any_where, as_day, says
from rules.answers import NOT_KNOWN, Answer, yes_if
from rules.calendar import BeyondHorizon
from rules.facts import Value

EXTENSION = "extension"


def agreed_in_time(recorded: Recorded) -> Value:
    """Whether a manager agreed by the end of the last day the assessment had."""
    return any_where(
        recorded,
        EXTENSION,
        lambda row: (
            says(row, "agreed") & says(row, "by_manager") & _before_time_ran_out(recorded, row)
        ),
    )


def reasons_recorded(recorded: Recorded) -> Value:
    """The reasons belong to the agreement."""
    return any_where(recorded, EXTENSION, _with_reasons)


def _with_reasons(row: Row) -> Answer:
    return says(row, "agreed") & says(row, "by_manager") & says(row, "reasons_recorded")


def _before_time_ran_out(recorded: Recorded, row: Row) -> Answer:
    received, agreed = recorded.facts.get("referral_received_at", NOT_KNOWN), row["at"]
    if NOT_KNOWN in (received, agreed):
        return NOT_KNOWN
    days = recorded.number("assessment_days")
    try:
        last_day = recorded.working_day_after(as_day(received), days)
    except BeyondHorizon:
        return NOT_KNOWN
    return yes_if(as_day(agreed) <= last_day)
