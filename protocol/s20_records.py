"""What records say about section 20: the last answer, what came before it, and what Housing
decided. Nothing that came after a refusal makes that refusal an informed one.
"""

from collections.abc import Mapping

from protocol.operators import (
    Recorded,
    Row,
    Where,
    WorkOut,
    any_where,
    as_day,
    before,
    last,
    latest,
    says,
)
from rules.answers import NO, NOT_KNOWN, Answer, yes_if
from rules.facts import Value

OFFER = "s20_offer"
INFORMATION = "information_given"
ADVOCATE = "advocate_offer"
CONSIDERED = "capacity"
HOUSING = "housing_decision"

REFUSES = "refuses"


def last_answer(recorded: Recorded) -> Mapping[str, Value]:
    """What they last said (``answer``) and when (``at``): from the offers on record, otherwise
    from the facts given beside them."""
    if recorded.of(OFFER):
        offer = last(recorded, OFFER)
        return offer or {"answer": NOT_KNOWN, "at": NOT_KNOWN}
    return {
        "answer": recorded.facts.get("s20_answer", NOT_KNOWN),
        "at": recorded.facts.get("s20_answered_at", NOT_KNOWN),
    }


def before_they_refused(kind: str, good: Where) -> WorkOut:
    """Whether a good record of that kind came before the refusal that is their last answer.

    At the same time is not before. Not known where their last answer is no refusal.
    """

    def work_out(recorded: Recorded) -> Value:
        answer = last_answer(recorded)
        if answer["answer"] != REFUSES:
            return NOT_KNOWN
        return any_where(recorded, kind, lambda row: good(row) & before(row["at"], answer["at"]))

    return work_out


def well_informed(row: Row) -> Answer:
    return says(row, "written") & says(row, "explained") & says(row, "in_their_language")


def told_what_refusing_means(row: Row) -> Answer:
    return says(row, "what_refusing_means")


def advocate_offered(row: Row) -> Answer:
    """An early help worker, or anybody else of the council, is not independent (A36)."""
    return says(row, "independent") & says(row, "time_given")


def capacity_to_refuse(recorded: Recorded) -> Value:
    """What was last found. Capacity counts only if it was considered on the day of the refusal or
    later; doubt, and the lack of it, stay until somebody finds otherwise."""
    found = latest(CONSIDERED, "found")(recorded)
    answer = last_answer(recorded)
    if found != "has" or answer["answer"] != REFUSES:
        return found
    considered = last(recorded, CONSIDERED)
    if considered is None or NOT_KNOWN in (considered["at"], answer["at"]):
        return NOT_KNOWN
    return found if as_day(considered["at"]) >= as_day(answer["at"]) else NOT_KNOWN


def refused_again_after_housing(recorded: Recorded) -> Value:
    """Whether their last answer is a refusal, and was given after Housing last decided."""
    answer = last_answer(recorded)
    if answer["answer"] is NOT_KNOWN:
        return NOT_KNOWN
    if answer["answer"] != REFUSES:
        return NO
    decided_at = (
        latest(HOUSING, "at")(recorded)
        if recorded.of(HOUSING)
        else recorded.facts.get("housing_decided_at", NOT_KNOWN)
    )
    return before(decided_at, answer["at"])


def housing_reason_coded(recorded: Recorded) -> Value:
    """A blank is not known: nobody has said that there is no reason."""
    reason = latest(HOUSING, "reason")(recorded)
    return NOT_KNOWN if reason is NOT_KNOWN else yes_if(reason != "none_given")
