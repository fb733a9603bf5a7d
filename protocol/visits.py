"""What records of placements, visits, reviews and decisions say about those who were placed."""

from protocol.operators import Recorded, Row, WorkOut, as_day, as_moment
from rules.answers import NO, NOT_KNOWN, YES, Answer, yes_if
from rules.calendar import london
from rules.facts import Value

NEEDED_FOR_FEWER_VISITS = (
    "decided",
    "evidence_recorded",
    "reasons_recorded",
    "young_persons_view_recorded",
    "second_person_agrees",
)


def placement_started_at(recorded: Recorded) -> Value:
    return _last([row["at"] for row in recorded.of("placement")])


def last_seen_at(recorded: Recorded) -> Value:
    """On a visit of any kind. A visit on which nobody saw them does not count."""
    return _last([at for row in recorded.of("visit") if (at := _seen_at(row)) is not NOT_KNOWN])


def last_social_work_visit_on(recorded: Recorded) -> Value:
    by_social_worker = [row for row in recorded.of("visit") if row["kind"] == "social_work"]
    seen_at = _last([at for row in by_social_worker if (at := _seen_at(row)) is not NOT_KNOWN])
    return seen_at if seen_at is NOT_KNOWN else as_day(seen_at)


def visited_in_this_placement(recorded: Recorded) -> Value:
    """By their social worker, on the day they moved in or since."""
    started = placement_started_at(recorded)
    if started is NOT_KNOWN:
        started = recorded.facts.get("placement_started_at", NOT_KNOWN)
    if started is NOT_KNOWN:
        return NOT_KNOWN
    answers = [_was_visit_since(row, started) for row in recorded.of("visit")]
    if YES in answers:
        return YES
    return NO if "visit" in recorded.complete and set(answers) <= {NO} else NOT_KNOWN


def fewer_visits_agreed(recorded: Recorded) -> Value:
    """What the latest decision on visits says, until the day to look again has passed."""
    decisions = recorded.of("fewer_visits_decision")
    last = _last([row["at"] for row in decisions])
    if last is not NOT_KNOWN:
        decisions = tuple(row for row in decisions if row["at"] == last)
    if len(decisions) != 1:
        return NOT_KNOWN
    [decision] = decisions
    stands = _not_passed(decision["look_again_on"], recorded)
    for part in NEEDED_FOR_FEWER_VISITS:
        answer = decision[part]
        assert isinstance(answer, Answer)
        stands &= answer
    return stands


def review_held(number: int) -> WorkOut:
    """Whether that many reviews have been held. A review on a day that is not known counts."""

    def work_out(recorded: Recorded) -> Value:
        if len(recorded.of("looked_after_review")) >= number:
            return YES
        return NO if "looked_after_review" in recorded.complete else NOT_KNOWN

    return work_out


def last_review_on(recorded: Recorded) -> Value:
    return _last([row["held_on"] for row in recorded.of("looked_after_review")])


def _last(times: list[Value]) -> Value:
    """Not known while one of them is not."""
    return NOT_KNOWN if not times or NOT_KNOWN in times else max(times, key=as_moment)


def _seen_at(row: Row) -> Value:
    return row["at"] if row["seen"] is YES else NOT_KNOWN


def _was_visit_since(row: Row, started: Value) -> Answer:
    by_social_worker = (
        NOT_KNOWN if row["kind"] is NOT_KNOWN else yes_if(row["kind"] == "social_work")
    )
    since = NOT_KNOWN if row["at"] is NOT_KNOWN else yes_if(as_day(row["at"]) >= as_day(started))
    seen = row["seen"]
    assert isinstance(seen, Answer)
    return by_social_worker & since & seen


def _not_passed(day: Value, recorded: Recorded) -> Answer:
    return NOT_KNOWN if day is NOT_KNOWN else yes_if(as_day(day) >= london(recorded.on).date())
